"""Of several tables proposed for one place the set is taken that has most to speak for it."""

from __future__ import annotations

import pytest
from find.drawn import lattice, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.choose.best import choices, chosen, places
from agendapack.extract.find.choose.clues import CLUES
from agendapack.extract.find.choose.propose import proposals
from agendapack.extract.find.choose.weigh import score, signs, together, weights
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box, Cell, Fill, Grid, Page, Word

XS = [60.0, 130.0, 330.0, 460.0]
ROWS = [
    ["Ref", "Task", "Due"],
    ["QW 1", "Dredge the quay", "31/05/2031"],
    ["QW 2", "Paint the crane", "30/06/2031"],
    ["QW 3", "Light the pier", "31/07/2031"],
    ["QW 4", "Mend the slip", "31/08/2031"],
]
SHADE = (217, 226, 243)


def printed(rows: list[list[str]] = ROWS, pitch: float = 20.0) -> list[Word]:
    """The rows, the first of them bold."""
    return [
        w
        for i, row in enumerate(rows)
        for x, text in zip(XS, row, strict=False)
        for w in words(text, x + 4, 114 + pitch * i, bold=i == 0)
    ]


def striped(first: int, pitch: float = 20.0, left: float = XS[0]) -> Page:
    """The table with every other row coloured from `first` on, from `left` to the right border."""
    fills = [
        Fill(Box(left, 100 + pitch * i, XS[-1], 100 + pitch * (i + 1)), SHADE)
        for i in range(first, len(ROWS), 2)
    ]
    return page(printed(pitch=pitch), fills=fills)


@pytest.mark.parametrize("pitch", [20.0, 34.0])
def test_a_head_without_colour_belongs_to_its_stripes(pitch: float) -> None:
    (grid,) = find_grids(striped(1, pitch))
    assert texts(grid) == ROWS


def labelled() -> Page:
    """A frame that leaves the labels of its rows outside."""
    return page(printed(), lattice(XS[1:], [100 + 20.0 * i for i in range(6)]))


def test_labels_beside_a_frame_are_its_first_column() -> None:
    (grid,) = find_grids(labelled())
    assert texts(grid) == ROWS


def test_a_ruled_table_stays_whole_when_a_heading_stands_in_it() -> None:
    rows = [*ROWS[:2], ["Works on the northern piers", "", ""], *ROWS[2:]]
    rules = lattice(XS, [100 + 20.0 * i for i in range(7)])
    (grid,) = find_grids(page(printed(rows), rules))
    assert (grid.rows, grid.columns) == (6, 3)


def test_tables_apart_are_no_choice() -> None:
    low = [
        Word(w.text, Box(w.box.x0, w.box.top + 300, w.box.x1, w.box.bottom + 300), w.size) for w in printed()
    ]
    ys = [100 + 20.0 * i for i in range(6)]
    seen = evidence(page([*printed(), *low], [*lattice(XS, ys), *lattice(XS, [y + 300 for y in ys])]))
    assert [len(place) for place in places(proposals(seen))] == [1, 1]
    assert len(chosen(proposals(seen), seen)) == 2


def test_of_two_in_one_place_one_is_taken() -> None:
    seen = evidence(labelled())
    (place,) = places(proposals(seen))
    offered = choices(place, seen)
    assert len(offered) > 1
    best = max(offered, key=lambda c: c.score)
    assert tuple(chosen(place, seen)) == best.tables


def grid(rows: list[list[str]], width: float = 100.0, height: float = 20.0) -> Grid:
    """Cells of one size, each with its words set from its left border on."""
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            at = Box(50 + c * width, 100 + r * height, 50 + (c + 1) * width, 100 + (r + 1) * height)
            printed = tuple(words(text, at.x0 + 2, at.top + 14)) if text else ()
            cells.append(Cell(r, c, text, 1, at, words=printed))
    box = Box(50, 100, 50 + len(rows[0]) * width, 100 + len(rows) * height)
    return Grid(1, box, len(rows), len(rows[0]), tuple(cells), "ruled", page_size=(595, 842))


PLAIN = [["Measure", "Target"], ["Visits", "120"], ["Calls", "95"]]


@pytest.mark.parametrize(
    ("name", "rows", "value"),
    [
        ("head_set_off", PLAIN, 1.0),
        ("head_set_off", PLAIN[1:], 0.0),
        ("rows_begun", PLAIN, 1.0),
        ("rows_begun", [*PLAIN, ["and so on", ""]], 0.75),
        ("rows_begun", [["", "Target"], ["", "120"]], 1.0),
        ("rows_of_one", [*PLAIN, ["Fees", ""]], 0.25),
        ("places_filled", [*PLAIN, ["Fees", ""]], 7 / 8),
        ("places_filled", [["Measure", ""], ["Visits", ""]], 1.0),
        ("columns_of_a_kind", PLAIN, 1.0),
        ("columns_of_a_kind", [*PLAIN, ["7", "8"]], 5 / 6),
        ("words_cut", PLAIN, 0.0),
        ("words_cut", [["Measure", "Misapprehensions of the public"], ["Visits", "12"]], 0.0),
    ],
)
def test_a_clue(name: str, rows: list[list[str]], value: float) -> None:
    assert CLUES[name](grid(rows, width=200.0), evidence(page([]))) == pytest.approx(value)


def test_words_that_stand_out_of_their_cells_are_cut() -> None:
    assert CLUES["words_cut"](grid([["Misapprehensions", "12"]], width=40.0), evidence(page([]))) == 0.5


def test_a_rule_through_a_cell_is_crossed() -> None:
    one = grid([["Visits 120", "Calls"]])
    through = lattice([50.0, 86.0, 250.0], [100.0, 120.0])
    assert CLUES["rules_crossed"](one, evidence(page([], through))) == 0.5
    assert (
        CLUES["rules_crossed"](one, evidence(page([], lattice([50.0, 150.0, 250.0], [100.0, 120.0])))) == 0.0
    )


def test_labels_beside_rows_are_missed() -> None:
    one = grid(PLAIN)
    beside = [*words("North", 10, 134), *(w for c in one.cells for w in c.words)]
    assert CLUES["texts_beside"](one, evidence(page(beside))) == pytest.approx(1 / 3)


def test_what_every_clue_says_is_a_share_and_has_its_weight() -> None:
    found = signs(grid(PLAIN), evidence(page([])))
    assert all(0 <= value <= 1 for value in found.values())
    total = together([grid(PLAIN)], [found], 12)
    assert total.keys() == weights().keys()
    assert total["words_held"] == 0.5
    assert score(total, weights()) == pytest.approx(sum(weights()[k] * v for k, v in total.items()))
