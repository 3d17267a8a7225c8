"""Columns of amounts in tables of indicators: what is aimed at, and the figure without a title."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.recognised import Recognised

MEASURES = ("Ferries that left on time", "Berths let by the season", "Ropes tested", "Days to mend a crane")
HALF = ("88%", "91%", "97%", "64%")


def read(title: str, cells: tuple[str, ...], *, last: str = "2031/32") -> Recognised:
    head = f"*Measure | *{last} | *{title}" if title else f"*Measure | *{last} | "
    rows = (f"{name} | {a} | {b}" for name, a, b in zip(MEASURES, HALF, cells, strict=True))
    (found,) = recognise([table(head, *rows)])
    return found


def measures(found: Recognised) -> list[tuple[int, str]]:
    assert found.reading
    return [(value.column, value.measure) for value in found.reading.values]


def roles(found: Recognised) -> dict[int, str]:
    assert found.reading
    return {role.column: role.name for role in found.reading.roles}


@pytest.mark.parametrize(
    ("cells", "measure", "role"),
    [
        (("90%", "92%", "95%", "60%"), "target", None),
        (("Maximise", "Maximise", "Maximise", "Minimise"), None, "polarity"),
    ],
)
def test_under_an_aim_stands_the_figure_aimed_at_or_which_way_is_better(
    cells: tuple[str, ...], measure: str | None, role: str | None
) -> None:
    found = read("Aim", cells)
    assert dict(measures(found)).get(2) == measure
    assert roles(found).get(2) == role


@pytest.mark.parametrize(
    ("last", "told"),
    [("2031/32", True), ("Target", True), ("Actual", False)],
    ids=["a year", "a target", "reached"],
)
def test_figures_without_a_title_beside_others_are_what_was_reached(last: str, told: bool) -> None:
    found = read("", ("90%", "92%", "95%", "60%"), last=last)
    assert (dict(measures(found)).get(2) == "actual") == told
