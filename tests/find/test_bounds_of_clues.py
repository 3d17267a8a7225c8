"""Both sides of what defines the clues that choose one of several tables; their weights are learned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from find.drawn import line, page
from sheets import grid

from agendapack.extract.find.choose import best
from agendapack.extract.find.choose.around import texts_above, texts_below, texts_beside
from agendapack.extract.find.choose.best import Choice, _sets, _told
from agendapack.extract.find.choose.cells import words_cut
from agendapack.extract.find.choose.drawn import cells_ruled, gaps_bridged, rules_crossed
from agendapack.extract.find.choose.propose import same_place
from agendapack.extract.find.choose.rows import lines_apart, rows_close
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line
from agendapack.extract.model import Box, Grid, Word

TABLE = grid("Quay | 4", "Slip | 7")
"""Two columns of a hundred points."""
BOX = TABLE.box
Clue = Callable[[Grid, Evidence], float]


def seen(lines: Sequence[Line] = (), levels: Sequence[Edge] = (), uprights: Sequence[Edge] = ()) -> Evidence:
    return Evidence(page([]), tuple(lines), tuple(levels), tuple(uprights), (), (), (), ())


# --- texts around a table --------------------------------------------------------------------------


def under(gap: float) -> list[Line]:
    """A line of two texts so far below the table."""
    return [line(BOX.bottom + gap + 7.4, (52, "Total"), (150, "11"))]


def over(gap: float) -> list[Line]:
    return [line(BOX.top - gap - 2.1, (52, "Place"), (150, "Let"))]


def beside(gap: float) -> list[Line]:
    """The rows, and a short text to the right of each."""
    bases = (BOX.top + 10, BOX.top + 26)
    return [line(base, (60, "Quay"), (BOX.x1 + gap, "north")) for base in bases]


@pytest.mark.parametrize(
    ("clue", "lines", "shown"),
    [
        pytest.param(texts_below, under(11.9), 1.0, id="BELOW_EM"),
        pytest.param(texts_below, under(12.1), 0.0, id="BELOW_EM more"),
        pytest.param(texts_above, over(29.9), 1.0, id="ABOVE_EM"),
        pytest.param(texts_above, over(30.1), 0.0, id="ABOVE_EM more"),
        pytest.param(texts_beside, beside(99), 1.0, id="BESIDE_EM"),
        pytest.param(texts_beside, beside(101), 0.0, id="BESIDE_EM more"),
    ],
)
def test_texts_around_a_table(clue: Clue, lines: Sequence[Line], shown: float) -> None:
    assert clue(TABLE, seen(lines)) == shown


# --- rules -----------------------------------------------------------------------------------------


def off(by: float) -> Evidence:
    """Rules so far from the left and upper borders of the cells."""
    levels = [Edge(y + by, BOX.x0, BOX.x1) for y in sorted({c.box.top for c in TABLE.cells})]
    return seen((), levels, [Edge(x + by, BOX.top, BOX.bottom) for x in (BOX.x0, BOX.x0 + 100)])


def parted(gap: float) -> Evidence:
    """A rule between its rows that breaks off."""
    y, x = (BOX.top + BOX.bottom) / 2, BOX.x0 + 100
    return seen((), [Edge(y, BOX.x0, x), Edge(y, x + gap, BOX.x1)])


TALL = grid("Quay / let | 4")
"""Two lines in a cell."""


def through(share: float) -> Evidence:
    """An upright rule through so much of the way between two texts of a cell, one lower than the other."""
    first, second = (w.box for w in SLOPE.cells[0].words)
    x, way = (first.mid_x + second.mid_x) / 2, second.mid_y - first.mid_y
    return seen((), (), [Edge(x, first.mid_y, first.mid_y + share * way)])


SLOPE = replace(
    TALL,
    cells=(
        replace(
            TALL.cells[0],
            words=(
                Word("Quay", Box(52, 102, 72, 112), 10.0),
                Word("let", Box(90, 114, 110, 124), 10.0),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("clue", "found", "evidence", "shown"),
    [
        pytest.param(cells_ruled, TABLE, off(2.9), 1.0, id="NEAR_PT"),
        pytest.param(cells_ruled, TABLE, off(3.1), 0.0, id="NEAR_PT more"),
        pytest.param(gaps_bridged, TABLE, parted(6.1), 1.0, id="GAP_PT"),
        pytest.param(gaps_bridged, TABLE, parted(5.9), 0.0, id="GAP_PT less"),
        pytest.param(rules_crossed, SLOPE, through(0.51), 1.0, id="COVER"),
        pytest.param(rules_crossed, SLOPE, through(0.49), 0.0, id="COVER less"),
    ],
)
def test_rules_and_cells(clue: Clue, found: Grid, evidence: Evidence, shown: float) -> None:
    assert clue(found, evidence) == shown


# --- cells and rows --------------------------------------------------------------------------------


@pytest.mark.parametrize(("out", "cut"), [(1.4, 0.0), (1.6, 1.0)], ids=["CUT_PT", "CUT_PT more"])
def test_words_across_a_border(out: float, cut: float) -> None:
    cell = TABLE.cells[0]
    word = replace(cell.words[0], box=replace(cell.words[0].box, x0=cell.box.x0 - out))
    assert words_cut(replace(TABLE, cells=(replace(cell, words=(word,)),)), seen()) == cut


def lower(*tops: float) -> Grid:
    """A row of one line to each but the last of these heights, and one below it."""
    words = [Word("Quay", Box(52, top, 72, top + 10), 10.0) for top in tops]
    first, second = grid("Quay", "Slip").cells
    upper, last = replace(first, words=tuple(words[:-1])), replace(second, words=(words[-1],))
    return replace(TABLE, columns=1, cells=(upper, last))


@pytest.mark.parametrize(("white", "close"), [(2.9, 1.0), (3.1, 0.0)], ids=["CLOSE_EM", "CLOSE_EM more"])
def test_rows_as_close_as_lines(white: float, close: float) -> None:
    assert rows_close(lower(100, 112, 122 + white), seen()) == close


@pytest.mark.parametrize(("pitch", "apart"), [(16.9, 0.0), (17.1, 0.5)], ids=["APART_EM", "APART_EM more"])
def test_lines_of_one_text_are_close(pitch: float, apart: float) -> None:
    assert lines_apart(lower(100, 100 + pitch, 200), seen()) == apart


# --- the choice ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shared", "same"), [(0.26, True), (0.24, False)], ids=["SAME_PLACE", "SAME_PLACE less"]
)
def test_two_tables_in_one_place(shared: float, same: bool) -> None:
    other = replace(BOX, x0=BOX.x1 - shared * BOX.width, x1=BOX.x1 + (1 - shared) * BOX.width)
    assert same_place(TABLE, replace(TABLE, box=other)) is same


def reason(*gains: float) -> int:
    """How many clues are told of a choice with such gains."""
    names = [f"clue {n}" for n in range(len(gains))]
    ours, theirs = (dict.fromkeys(names, value) for value in (1.0, 0.0))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(best, "weights", lambda: dict(zip(names, gains, strict=True)))
        return _told(TABLE, Choice((TABLE,), ours, 1.0), Choice((TABLE,), theirs, 0.0)).reason.count("clue")


@pytest.mark.parametrize(
    ("gains", "told"),
    [((1.0,) * 4, 4), ((1.0,) * 5, 4), ((0.051,), 1), ((0.049,), 0)],
    ids=["MAX_TOLD", "MAX_TOLD more", "LEAST_TOLD", "LEAST_TOLD less"],
)
def test_clues_that_are_told(gains: Sequence[float], told: int) -> None:
    assert reason(*gains) == told


@pytest.mark.parametrize(("pairs", "sets"), [(8, 256), (9, 256)], ids=["MAX_SETS", "MAX_SETS more"])
def test_so_many_sets_are_looked_at(pairs: int, sets: int) -> None:
    """Of each pair one table or the other."""
    assert len(_sets(2 * pairs, lambda i, j: i // 2 == j // 2)) == sets
