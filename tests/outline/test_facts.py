"""The labelled facts of a report's head, each limit on both sides."""

from __future__ import annotations

import pytest
from outline.typeset import put

from agendapack.extract.model import Word
from agendapack.extract.outline.facts import facts
from agendapack.extract.outline.lines import lines_of


def told(*lines: list[Word]) -> dict[str, str]:
    return {fact.label: fact.value for fact in facts(lines_of(1, [word for line in lines for word in line]))}


@pytest.mark.parametrize(("above", "found"), [(27, True), (28, False)])
def test_the_head_of_a_report_ends_somewhere(above: int, found: bool) -> None:
    text = [put(60, 20 + 14 * i, "The text of the report") for i in range(above)]
    assert ("Date" in told(*text, put(60, 20 + 14 * above, "Date: 4 June 2024"))) == found


@pytest.mark.parametrize(
    ("label", "found"), [("The date on which we shall:", True), ("The date on which we shall meet:", False)]
)
def test_a_label_has_few_words(label: str, found: bool) -> None:
    assert (label.rstrip(":") in told(put(60, 60, f"{label} 4 June 2024"))) == found


@pytest.mark.parametrize(("x", "value"), [(143, "Town Hall, Quay Street"), (141, "Town Hall,")])
def test_a_value_goes_on_in_its_column(x: float, value: str) -> None:
    assert told(put(60, 60, "Venue: |150 Town Hall,"), put(x, 74, "Quay Street"))["Venue"] == value


@pytest.mark.parametrize(("white", "value"), [(12, "Town Hall, Quay Street"), (15, "Town Hall,")])
def test_a_value_goes_on_close_below(white: float, value: str) -> None:
    below = put(150, 71 + white, "Quay Street")
    assert told(put(60, 60, "Venue: |150 Town Hall,"), below)["Venue"] == value


@pytest.mark.parametrize(("white", "found"), [(20, {"Date", "Venue"}), (24, set())])
def test_values_stand_close_below_labels_set_beside_each_other(white: float, found: set[str]) -> None:
    values = put(60, 71 + white, "4 June 2024 |250 Town Hall")
    assert set(told(put(60, 60, "Date |250 Venue"), values)) == found
