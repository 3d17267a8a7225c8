"""Tables of coloured cells and rows, and colours that are no cell's."""

from __future__ import annotations

import pytest
from find.budgets import BUDGET, only
from find.drawn import lattice, page, table, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Colour, Fill, Word

RED = (230, 30, 30)


@pytest.mark.parametrize(
    ("below", "rows"),
    [(["Quays", "9", "8"], 6), (["The figures are provisional until the audit"], 5)],
    ids=["a row", "a note"],
)
def test_rows_shaded_by_turns_end_on_one_without_colour(below: list[str], rows: int) -> None:
    fills = [
        Fill(Box(60 + 120 * j, 90 + 18 * i, 180 + 120 * j, 108 + 18 * i), (220, 230, 241))
        for i in (0, 2, 4)
        for j in range(3)
    ]
    text = [
        w
        for i, row in enumerate([*BUDGET, below])
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 102 + 18 * i)
    ]
    (grid,) = find_grids(page(text, fills=fills))
    assert texts(grid) == [*BUDGET, below][:rows]


@pytest.mark.parametrize(("beside", "colour"), [("", RED), ("81%", RED), ("see the note below", None)])
def test_a_traffic_light_colours_its_cell_but_no_text(beside: str, colour: Colour | None) -> None:
    ys = [90 + 18 * i for i in range(6)]
    rows = [*BUDGET[:-1], ["Quays", "9", beside]]
    text = [
        w
        for i, row in enumerate(rows)
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 102 + 18 * i)
    ]
    light = Fill(Box(402, 165, 412, 175), RED)
    (grid,) = find_grids(page(text, lattice([60, 180, 300, 420], ys), signals=[light]))
    assert [c.fill for c in grid.cells if c.fill] == ([colour] if colour else [])


def test_coloured_cells_make_a_table() -> None:
    colours: list[Colour] = [(20, 60, 120), (180, 200, 230)]
    fills = [
        Fill(Box(60 + 120 * j, 90 + 20 * i, 178 + 120 * j, 108 + 20 * i), colours[i % 2])
        for i in range(5)
        for j in range(3)
    ]
    text = [
        w
        for i, row in enumerate(BUDGET)
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 102 + 20 * i)
    ]
    grids = find_grids(page(text, fills=fills))
    assert only(grids) == BUDGET
    assert {c.fill for c in grids[0].cells} == set(colours)


@pytest.mark.parametrize("below", [[], words("Source: the harbour office", 64, 244)])
def test_the_white_row_below_the_last_coloured_one_belongs_to_the_table(below: list[Word]) -> None:
    shade = {0: (31, 78, 121), 1: (238, 243, 250), 3: (238, 243, 250)}
    fills = [
        Fill(Box(60 + 120 * j, 90 + 20 * i, 180 + 120 * j, 110 + 20 * i), c)
        for i, c in shade.items()
        for j in range(4)
    ]
    rows = [
        ["Ref", "Action", "Owner", "Date"],
        *([f"QA {i}", f"Dredge basin {i}", "Jo Kerr", f"May 203{i}"] for i in range(1, 5)),
    ]
    text = [
        w
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        for w in words(cell, 64 + 120 * j, 104 + 20 * i)
    ]
    assert only(find_grids(page([*text, *below], fills=fills))) == rows


STRIPE = (242, 242, 242)


@pytest.mark.parametrize(
    ("painted", "found"),
    [(Fill(Box(395, 104, 450, 118), RED), [RED]), (Fill(Box(395, 104, 450, 109), RED), []), (None, [])],
    ids=["the whole place", "a bar in it", "nothing"],
)
def test_a_place_without_words_is_a_cell_where_its_colour_is_its_own(
    painted: Fill | None, found: list[Colour]
) -> None:
    rows = [["Measure", "Last year", "This year", "On track?"]]
    rows += [[f"Boats of kind {n}", f"{n}1", f"{n}4"] for n in range(5)]
    stripes = [Fill(Box(45, 104 + 28 * n, 450, 118 + 28 * n), STRIPE) for n in range(3)]
    (grid,) = find_grids(
        page(table(rows, (50, 250, 350, 445)), fills=[*stripes, *([painted] if painted else [])])
    )
    assert [c.fill for c in grid.cells if c.row > 0 and c.column == 3] == found
    assert all(c.fill is None for c in grid.cells if c.row == 2)
