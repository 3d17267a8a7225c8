"""A table with a single row of figures: the label before it is a column although no other row has one."""

from __future__ import annotations

import pytest
from find.drawn import level, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.find.stream.columns import zones
from agendapack.extract.model import Word

RIGHT = [310.0, 380.0, 450.0, 520.0]
YEARS = ["2030/31", "2031/32", "2032/33", "2033/34"]
KINDS = ["Actual", "Budget", "Forecast", "Forecast"]


def cells(row: list[str], base: float) -> list[Word]:
    return [w for text, x in zip(row, RIGHT, strict=True) for w in words(text, x, base, right=True)]


@pytest.mark.parametrize(
    ("label", "right"),
    [("Total", 265.0), ("All harbour dues", 265.0), ("Dues for each berth", 150.0)],
    ids=["close", "longer", "far"],
)
@pytest.mark.parametrize("figures", [["237.2", "427.0", "315.4", "271.3"], ["8.1%", "7.4%", "7.2%", "6.9%"]])
@pytest.mark.parametrize("levels", [1, 2])
def test_the_label_of_a_lone_row_is_a_column(
    label: str, right: float, figures: list[str], levels: int
) -> None:
    head = cells(YEARS, 100) + (cells(KINDS, 113) if levels == 2 else [])
    text = [*head, *words(label, right, 130, right=True), *cells(figures, 130)]
    (grid,) = find_grids(page(text, [level(117, right - 100, 525)]))
    heads = [f"{y} {k}" for y, k in zip(YEARS, KINDS, strict=True)] if levels == 2 else YEARS
    assert texts(grid) == [["", *heads], [label, *figures]]


@pytest.mark.parametrize(
    ("other", "columns"),
    [("", 5), ("A note under it", 4), ("31", 4)],
    ids=["alone", "a text that goes on below the gap", "a figure"],
)
def test_one_label_parts_a_column_where_nothing_else_stands(other: str, columns: int) -> None:
    label = other if other == "31" else "Total dues"
    below = words(other, 200, 142) if other not in ("", "31") else []
    lines = printed_lines(
        [
            *cells(YEARS, 100),
            *words(label, 262, 130, right=True),
            *cells(["1.1", "2.2", "3.3", "4.4"], 130),
            *below,
        ]
    )
    assert len(zones(lines, 10.0)) == columns


@pytest.mark.parametrize(
    ("label", "columns"), [("R1.", 4), ("Review", 3)], ids=["a number", "a word may begin the text"]
)
def test_a_number_before_the_texts_of_the_only_row_has_a_column(label: str, columns: int) -> None:
    text = [
        *words("Recommendation", 90, 114, bold=True),
        *words("Response", 250, 114, bold=True),
        *words("Timescale", 400, 114, bold=True),
        *words(label, 60, 134),
    ]
    for n in range(3):
        text += [*words("The speed limits", 90, 134 + 12 * n), *words("Officers will go", 250, 134 + 12 * n)]
    text += words("Six months", 400, 134)
    rules = [level(y, 56, 480) for y in (100, 120, 172)]
    (grid,) = find_grids(page(text, rules))
    assert grid.columns == columns
