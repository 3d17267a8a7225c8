"""Rows without inner uprights over or between rows that have them."""

from __future__ import annotations

import pytest
from find.drawn import lattice, page, texts, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Page

XS = [60.0, 120.0, 300.0, 400.0]
YS = [100.0, 120.0, 140.0, 160.0]
ROWS = [
    ["Ref", "Task", "Due"],
    ["QW 1", "Dredge the quay", "May 2031"],
    ["QW 2", "Paint the crane", "June 2031"],
]


def drawn(rows: list[list[str]], open_row: int) -> Page:
    """A ruled table, one row of which has no inner uprights."""
    text = [
        w for i, row in enumerate(rows) for j, t in enumerate(row) for w in words(t, XS[j] + 4, YS[i] + 14)
    ]
    rules = [r for r in lattice(XS, YS) if r.horizontal]
    for i in range(3):
        inner = [] if i == open_row else XS[1:-1]
        rules += [upright(x, YS[i], YS[i + 1]) for x in (XS[0], *inner, XS[-1])]
    return page(text, rules)


@pytest.mark.parametrize("open_row", [0, 1, 2])
def test_texts_under_one_another_are_cells_of_their_columns(open_row: int) -> None:
    (grid,) = find_grids(drawn(ROWS, open_row))
    assert texts(grid) == ROWS


def test_a_heading_across_the_columns_stays_one_cell() -> None:
    rows = [["Harbour and quay works to be done first", "", ""], *ROWS[1:]]
    (grid,) = find_grids(drawn(rows, 0))
    assert grid.cells[0].column_span == 3
    assert texts(grid) == rows


def test_a_label_and_the_long_text_after_it_stay_one_cell() -> None:
    head = [*words("Aim 3", 64, 114), *words("All of the quays are dredged by next spring", 130, 114)]
    body = [w for w in drawn(ROWS, 0).words if w.box.top > YS[1]]
    (grid,) = find_grids(page([*head, *body], drawn(ROWS, 0).rules))
    assert (grid.cells[0].column_span, grid.cells[1].row) == (3, 1)


@pytest.mark.parametrize("gap", [4.0, 6.0])
def test_a_table_inside_a_cell_stays_in_it(gap: float) -> None:
    """Its rules begin short of the outer upright and end at the frame."""
    inner = [290.0 + gap, 350.0, 410.0, 470.0]
    rows = [["", "Likelihood", "Impact"], ["Current", "4", "5"], ["Target", "3", "4"]]
    text = [*words("QW 1", 64, 114, bold=True), *words("Silt closes the quay", 294, 114, bold=True)]
    text += [*words("Owner", 64, 136), *words("Harbour Master", 64, 148), *words("Controls", 64, 196)]
    for i, row in enumerate(rows):
        text += [w for j, t in enumerate(row) for w in words(t, inner[j] + 4, 141 + 15 * i)]
    outer = lattice([60.0, 470.0], [100.0, 120.0, 180.0, 210.0])
    nested = [r for r in lattice(inner, [130.0, 145.0, 160.0, 175.0]) if r.horizontal or r.box.x0 < 470]
    (grid,) = find_grids(page(text, [*outer, upright(290, 100, 180), *nested]))
    (held,) = [cell.text for cell in grid.cells if "Current" in cell.text]
    assert ("Target" in held) == ("4" in held.split())  # labels are not torn from their figures
