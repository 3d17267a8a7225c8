"""Says which grids are tables and which are frames, forms' boxes, lists, charts or running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.model import Cell, Grid, Page, Word
from agendapack.extract.normalise.figures import number_in, stands_for_figure

MIN_FILLED = 2
"""Cells with text a ruled grid must have; fewer is a box around a heading or a picture frame."""
SPARSE, SPARSE_BESIDE = 0.3, 0.5
"""A grid with fewer of its cells filled, few of them side by side, is a chart or a drawing."""
NAMED = 0.5
"""Share of its columns that the fullest row of a table without rules fills: ticks stand under their heads."""
BESIDE = 0.8
"""Share of the rows with cells side by side in a table of coloured cells that is mostly empty."""
MIN_CUT_ROW_COLUMNS = 3
"""A grid with a single filled cell is the rest of a row when it has this many columns …"""
TOP_SHARE = 0.2
"""… or two, and stands in this upper part of the page."""
MIN_CARD_ROWS = 3
"""Rows of labels and values that make a box of them;"""
MAX_LABEL_WORDS = 6
"""words of such a label."""
SURELY = 0.9
"""Certainty with which a table's words are read on average in a picture on a page of print."""
EVEN = 0.7
"""Share of a scale's steps that are alike; a title may stand between two ticks."""
MIN_TICKS = 4
"""Numbers in even steps that make a chart's axis."""
MIN_LINE_WORDS = 4
"""Words of a line whose gaps can tell running text;"""
EVEN_GAPS, EVEN_GAPS_EM = 0.3, 0.15
"""by how much of the narrowest or of an em the widest may be wider,"""
MAX_WORD_GAP_EM = 1.5
"""and how wide it may be. Between columns gaps are wider than in them."""
JUSTIFIED = 0.6
"""Share of such lines that makes it running text."""


def is_table(grid: Grid) -> bool:
    """Whether a found grid holds a table."""
    filled = sum(1 for cell in grid.cells if cell.text or cell.glyphs)
    if grid.rows > 1 and filled < SPARSE * len(grid.cells) and side_by_side(grid) < SPARSE_BESIDE:
        return False
    if filled == 1 and grid.columns >= 2:  # the last words of a row, at the top of the next page
        return grid.columns >= MIN_CUT_ROW_COLUMNS or grid.box.top < TOP_SHARE * grid.page_size[1]
    return filled >= MIN_FILLED


def side_by_side(grid: Grid) -> float:
    """Share of the rows with text that have two filled cells or more."""
    rows = Counter(c.row for c in grid.cells if c.text or c.glyphs)
    return sum(n > 1 for n in rows.values()) / len(rows) if rows else 0.0


def is_banded_table(grid: Grid) -> bool:
    """Whether coloured areas hold a table: cells side by side and under one another, mostly filled."""
    filled = [c for c in grid.cells if c.text or c.glyphs]
    cut = sum(
        not c.box.grown(1).holds(w.box.x0, w.box.mid_y) or not c.box.grown(1).holds(w.box.x1, w.box.mid_y)
        for c in filled
        for w in c.words
    )
    named = max(Counter(c.row for c in filled).values(), default=0) >= NAMED * grid.columns
    sparse = len(filled) < 0.5 * len(grid.cells) and not (named and side_by_side(grid) >= BESIDE)
    return grid.rows >= 2 and grid.columns >= 2 and len(filled) >= 4 and not sparse and not cut


def is_card(grid: Grid) -> bool:
    """Whether a box holds labels with their values: short texts, two to a row."""
    rows = Counter(c.row for c in grid.cells if c.text)
    labels = [c for c in grid.cells if c.column == 0 and c.column_span < grid.columns and c.text]
    paired = sum(n > 1 for n in rows.values())
    short = all(len(c.words) <= MAX_LABEL_WORDS and not _figure(c) for c in labels)
    return paired >= MIN_CARD_ROWS and 2 * paired >= len(rows) and short


def is_legible(grid: Grid, page: Page) -> bool:
    """Whether its words are read surely; on a page of print the lettering of a photograph is not.

    A page that is a picture as a whole is read as well as it can be.
    """
    sure = [w.certainty for c in grid.cells for w in c.words]
    return bool(sure) and (fmean(sure) >= SURELY or all(w.certainty < 1 for w in page.words))


def _figure(cell: Cell) -> bool:
    return all(stands_for_figure(w.text) for w in cell.words)


def is_chart(lines: Sequence[RowLine], columns: int) -> bool:
    """Whether its only full columns are scales: numbers in even steps, as on the axes of a chart."""
    scales = 0
    for column in range(columns):
        texts = [k.text for line in lines for k in line.at(column)]
        values = [v for t in texts if (v := number_in(t)) is not None]
        if len(values) < 0.5 * len(texts):
            if len(texts) >= 0.5 * len(lines):
                return False
        elif len(values) >= MIN_TICKS:
            if not _even(values):
                return False
            scales += 1
        elif len(values) == len(lines):
            return False
    return scales > 0


def is_running_text(lines: Sequence[RowLine]) -> bool:
    """Whether it is text set to both margins, whose even gaps only happen to stand over one another."""
    parted = [
        [w for part in line.cells.values() for c in part for w in c.words]
        for line in lines
        if len(line.cells) > 1
    ]
    told = [words for words in parted if len(words) >= MIN_LINE_WORDS]
    even = sum(_evenly_set(sorted(words, key=lambda w: w.box.x0)) for words in told)
    return 2 * len(told) > len(parted) and even >= JUSTIFIED * len(told)


def _evenly_set(words: Sequence[Word]) -> bool:
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(words)]
    em = max(w.size for w in words)
    slack = max(EVEN_GAPS * min(gaps), EVEN_GAPS_EM * em)
    return max(gaps) <= min(min(gaps) + slack, MAX_WORD_GAP_EM * em)


def _even(values: Sequence[float]) -> bool:
    """Whether nearly all steps between the values are the same."""
    steps = [round(b - a, 6) for a, b in pairwise(values)]
    common = max(set(steps), key=steps.count)
    return common != 0 and steps.count(common) >= EVEN * len(steps)
