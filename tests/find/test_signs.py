"""Both sides of each sign that alignment shows a table; what they are worth is learned."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import grid

from agendapack.extract.find.accept.proposed import Proposed
from agendapack.extract.find.accept.signs import SIGNS
from agendapack.extract.model import Box, Grid

LIST = [f"{n}. | Mend the quay" for n in range(1, 5)]
TITLES = ("Minutes", "Budget", "Berths", "Any other")


def sized(found: Grid, *sizes: float) -> Grid:
    """The grid with the words of its cells in these sizes by turns."""
    cells = (
        replace(c, words=tuple(replace(w, size=sizes[n % len(sizes)]) for w in c.words))
        for n, c in enumerate(found.cells)
    )
    return replace(found, cells=tuple(cells))


def moved(found: Grid, column: int, *by: float) -> Grid:
    """The grid with the words of a column so far to the right, row by row."""

    def shifted(box: Box, x: float) -> Box:
        return Box(box.x0 + x, box.top, box.x1 + x, box.bottom)

    cells = (
        replace(c, words=tuple(replace(w, box=shifted(w.box, by[c.row])) for w in c.words))
        if c.column == column
        else c
        for c in found.cells
    )
    return replace(found, cells=tuple(cells))


def paged(*pages: str, title: str = "{} | {}") -> Grid:
    return grid(*(title.format(TITLES[n], page) for n, page in enumerate(pages)))


TALL = grid("Quay | 4", "Slip | 7")
WIDE = replace(TALL, box=replace(TALL.box, x0=0.0, x1=297.5))
SHARED = grid("Quay | Mo", "Slipway | Tu", "Mole | We", "Pier | Th")


@pytest.mark.parametrize(
    ("name", "found", "shown"),
    [
        ("rows_many", grid(*["Quay | 4"] * 2), 0.0),
        ("rows_many", grid(*["Quay | 4"] * 8), 0.75),
        ("columns_many", grid("Quay | 4"), 0.0),
        ("columns_many", grid("Quay | 4 | 5 | 6"), 0.5),
        ("cells_few", grid(*["Quay | 4"] * 2), 1.0),
        ("cells_few", grid(*["Quay | 4"] * 4), 0.5),
        ("side_by_side", grid("Quay | 4", "Slip | "), 0.5),
        ("places_filled", grid("Quay | 4", "Slip | "), 0.75),
        ("places_filled", grid("Quay | <", "Slip | 7"), 1.0),
        ("row_full", grid("Quay | 4 | ", "Slip | | "), 2 / 3),
        ("figure_columns", grid("Quay | Let | 2", "Slip | no | 4", "Mole | yes | 5"), 0.5),
        ("figure_columns", grid("Place | Let", "Slip | 4", "Mole | few"), 0.0),
        ("head_set_off", grid("*Place | *Let", "Slip | 4"), 1.0),
        ("head_set_off", grid("*Place | Let", "Slip | 4"), 0.5),
        ("head_set_off", grid("{grey} Place | {grey} Let", "Slip | 4"), 1.0),
        ("head_set_off", grid("Place | Let", "Slip | 4"), 0.0),
        ("head_set_off", grid("*Place | *4", "Slip | 4"), 0.0),
        ("head_set_off", grid("*Place | *Let"), 0.0),
        ("head_over_figures", grid("Place | Let | By", "Slip | 4 | May", "Quay | few | June"), 0.0),
        ("head_over_figures", grid("Place | Let | By", "Slip | 4 | May", "Quay | 7 | June"), 1.0),
        ("labels_set_off", grid("Place | Let", "*Slip | no", "*Quay | yes"), 1.0),
        ("labels_set_off", grid("Place | Let", "*Slip | *no", "*Quay | *yes"), 0.0),
        ("labels_set_off", grid("Place | Let", "*Slip | no"), 0.0),
        ("cells_broken", grid("Boats lie | Berths are", "at the quay | Let to all"), 0.5),
        ("cells_broken", grid("at the quay | Let to all"), 0.0),
        ("only_numbered", grid(*LIST), 1.0),
        ("only_numbered", grid(*LIST[:3], "Later | Mend the slip"), 0.75),
        ("only_numbered", grid(*(f"{row} | May" for row in LIST)), 0.0),
        ("only_numbered", grid(*(f"{n}. | {n * 7}" for n in range(1, 5))), 0.0),
        ("only_numbered", grid("• | Mend the quay", "• | Paint it"), 1.0),
        ("labels_colon", grid("Place: | Quay", "Let | no"), 0.5),
        ("labels_colon", grid("Place: | Quay: | Let:", "Slip | no | yes"), 1.0),
        ("led", grid("Minutes .... | 3", "Budget | 7"), 0.5),
        ("led", grid("Minutes ... | 3", "Budget | 7"), 0.0),
        ("paged", paged("2", "5", "5", "8"), 1.0),
        ("paged", paged("2", "5", "4", "8"), 0.0),
        ("paged", paged("2", "5", "999", "see"), 0.75),
        ("paged", paged("2", "5", "7", "1000"), 0.75),
        ("paged", grid(*["Quay | 4"] * 4), 1.0),
        ("paged", grid(*["Quay | 4"] * 5), 0.0),
        ("paged", grid("Quay | 4"), 0.0),
        ("paged", paged("2", "5", title="1. | {} | {}"), 1.0),
        ("paged", paged("2", "5", title="{} | 7 | {}"), 0.0),
        ("paged", paged("2", "5", title="{} | May | no | {}"), 0.0),
        ("edges_shared", SHARED, 1.0),
        ("edges_shared", moved(SHARED, 1, 0, 2.9, 0, 0), 1.0),
        ("edges_shared", moved(SHARED, 1, 0, 3.3, 9, 0), 0.75),
        ("at_edge", grid("Quay | 4", "Slip | 7", top=30), 1.0),
        ("at_edge", grid("Quay | 4", "Slip | 7", top=50), 0.0),
        ("at_edge", grid("Quay | 4", "Slip | 7", top=760), 0.0),
        ("at_edge", grid("Quay | 4", "Slip | 7", top=770), 1.0),
        ("page_wide", WIDE, 0.5),
        ("sizes_many", sized(TALL, 10, 10.2), 0.0),
        ("sizes_many", sized(TALL, 10, 10, 10, 14), 0.0),
        ("sizes_many", sized(TALL, 10, 10, 12, 14), 0.25),
    ],
)
def test_signs(name: str, found: Grid, shown: float) -> None:
    assert SIGNS[name](Proposed(found)) == pytest.approx(shown)


SPANS = Proposed(grid("Quay | 4", "Slip | 7", "Mole | 9")).spans
BETWEEN = (SPANS[0][1] + SPANS[1][0]) / 2


@pytest.mark.parametrize(
    ("name", "wide", "shown"),
    [
        ("ruled", (), 0.0),
        ("ruled", (90.0,), 0.5),
        ("ruled", (90.0, 90.3), 0.5),
        ("ruled", (90.0, 130.0, 160.0), 1.0),
        ("rows_ruled_off", (BETWEEN,), 0.5),
        ("rows_ruled_off", (SPANS[0][1] - 0.5,), 0.5),
        ("rows_ruled_off", (SPANS[0][1] - 0.7,), 0.0),
        ("rows_ruled_off", (SPANS[1][0] + 0.7,), 0.0),
    ],
)
def test_signs_of_rules(name: str, wide: tuple[float, ...], shown: float) -> None:
    assert SIGNS[name](Proposed(grid("Quay | 4", "Slip | 7", "Mole | 9"), wide)) == pytest.approx(shown)


@pytest.mark.parametrize(("white", "shown"), [(0.0, 0.0), (5.0, 0.5), (10.0, 1.0), (30.0, 1.0)])
def test_white_between_rows(white: float, shown: float) -> None:
    found = grid("Quay | 4", "Slip | 7", "Mole | 9")
    high = SPANS[0][1] - SPANS[0][0]
    at = [SPANS[0][0] + n * (high + white) for n in range(3)]
    cells = (
        replace(
            c,
            words=tuple(
                replace(w, box=replace(w.box, top=at[c.row], bottom=at[c.row] + high)) for w in c.words
            ),
        )
        for c in found.cells
    )
    assert SIGNS["rows_apart"](Proposed(replace(found, cells=tuple(cells)))) == pytest.approx(shown)


@pytest.mark.parametrize("name", sorted(SIGNS))
@pytest.mark.parametrize("found", [grid(" | ", " | "), replace(TALL, cells=())], ids=["empty", "no cells"])
def test_what_holds_nothing_shows_nothing_amiss(name: str, found: Grid) -> None:
    assert 0 <= SIGNS[name](Proposed(found)) <= 1
