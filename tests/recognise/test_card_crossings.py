"""Grids on cards: a value of each label at the left under each label above."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise.card_crossings import crossings

LABELS = frozenset([("spring",), ("summer",), ("autumn",), ("reached",), ("aimed", "at"), ("who", "answers")])


def read(*rows: str) -> list[tuple[str, str]]:
    """The values of a card with these lines; an empty cell is no text."""
    texts = [cell for row in table(*rows).rows for cell in row.cells if cell.text]
    pairs, used = crossings(texts, LABELS)
    assert {id(pair.value) for pair in pairs} <= used
    return [(pair.label.flat, pair.value.flat) for pair in pairs]


def test_each_value_is_of_its_row_and_its_column() -> None:
    assert read(" | Spring | Summer", "Reached | 78% | 81%", "Aimed at | 80% | 85%") == [
        ("Reached Spring", "78%"),
        ("Reached Summer", "81%"),
        ("Aimed at Spring", "80%"),
        ("Aimed at Summer", "85%"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (" | Spring | Quays", "Reached | 78% | 81%"),
        (" | Spring | Summer", "Quays | 78% | 81%"),
        (" | Spring | Summer", "Reached | 78% | "),
        ("Spring | Summer | Autumn", "Reached | 78% | 81%"),
        (" | Spring | Summer", "Reached | Who answers | 81%"),
        (" | Spring | ", "Reached | 78% | "),
        (" | Spring | Summer", " | Jo Kerr | Ada Wray"),
    ],
    ids=[
        "a head that is none", "a row without a label", "one value", "a label over the labels of rows",
        "a label among the values", "one head", "values below labels",
    ],
)  # fmt: skip
def test_other_lines_are_no_grid(rows: tuple[str, ...]) -> None:
    assert read(*rows) == []


def test_a_grid_ends_with_the_first_line_that_is_no_row_of_it() -> None:
    said = read(
        " | Spring | Summer", "Reached | 78% | 81%", "Who answers | Jo Kerr | ", "Aimed at | 80% | 85%"
    )
    assert [label for label, _ in said] == ["Reached Spring", "Reached Summer"]
