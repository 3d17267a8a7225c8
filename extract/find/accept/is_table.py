"""Says which grids are tables and which are frames, forms' boxes, lists, charts or running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby, pairwise
from math import inf
from statistics import fmean

from agendapack.extract.find.accept.paced import is_paced
from agendapack.extract.find.page.prose import ITEM
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.model import Cell, Grid, Page, Word
from agendapack.extract.normalise.figures import stands_for_figure
from agendapack.extract.normalise.posts import is_initials

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
MIN_ALIGNED = 6
"""Cells with text a table without vertical rules must have."""
MIN_BESIDE = 0.5
"""Share of its rows that must have two cells or more."""
FIGURES = 0.25
"""Share of cells with figures that makes columns of text without rules a table."""
MAX_WORDS = 6.0
"""Words a cell, on average, in a table of text without rules; running text has more."""
MAX_WORDS_LABELLED = 15.0
"""The same beside short labels, in so many"""
MIN_LABELLED = 4
"""rows at least, nearly all cells of them"""
FULL = 0.85
"""filled."""
SURELY = 0.9
"""Certainty with which a table's words are read on average in a picture on a page of print."""
MAX_WORDS_RULED = 30.0
"""The same where rules part the rows or the header."""
MIN_RULED_OFF = 2
"""Rows with rules between them that make a table of any text;"""
CLEAR_PT = 0.6
"""and how little such a rule may touch the text."""
LEADER = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}")
"""Dots that lead the eye to a page number."""
LED = 0.5
"""Share of a contents list's rows that have them."""
PAGED = 0.8
"""Share of its last column's texts that are page numbers."""
PAGE_NO = re.compile(r"^\d{1,3}$")
"""A page number."""
MIN_PAGES = 5
"""Page numbers of a contents list."""
MIN_NAMED = 2
"""Paragraphs beside initials."""
LIST_WORDS = 8
"""Words of a numbered paragraph, on average."""
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


def is_aligned_table(grid: Grid, wide: Collection[float]) -> bool:
    """Whether a grid found by alignment holds a table; `wide` are the heights of its wide level rules."""
    rules = len(set(map(round, wide)))
    filled = [c for c in grid.cells if c.text or c.glyphs]
    if grid.rows < 2 or grid.columns < 2 or len(filled) < (MIN_ALIGNED if not rules else 4):
        return False
    rows = Counter(c.row for c in filled)
    if len(filled) < SPARSE * grid.rows * grid.columns and max(rows.values()) < NAMED * grid.columns:
        return False
    if _has_margin_of_names(grid, filled):
        return True
    beside = sum(n > 1 for n in rows.values())
    if beside < MIN_BESIDE * len(rows) or _is_contents(grid, filled):
        return False
    ruled_off = _each_row_ruled_off(grid, wide)
    if _is_list(grid, filled) or _is_axis(grid, filled):
        return ruled_off and grid.columns > 2
    words = sum(len(c.words) for c in filled) / len(filled)
    if sum(_figure(c) for c in filled) >= FIGURES * len(filled):
        return grid.rows >= 3 or rules > 0
    if ruled_off:
        return True
    if rules:
        return words <= MAX_WORDS_RULED and (grid.columns > 2 or rules > 1 and grid.rows > 2)
    if grid.columns < 3 or grid.rows < 3:
        return False
    parted = words <= MAX_WORDS_RULED and side_by_side(grid) >= BESIDE and is_paced(grid)
    return parted or words <= MAX_WORDS or _is_labelled(grid, filled)


def _each_row_ruled_off(grid: Grid, wide: Collection[float]) -> bool:
    """Whether a rule stands in the white above and below every row; others strike texts out or underline."""
    rows = [[w.box for c in grid.cells if c.row == r for w in c.words] for r in range(grid.rows)]
    ends = [(min(b.top for b in row), max(b.bottom for b in row)) for row in rows if row]
    bounds = [(-inf, 0.0), *ends, (inf, inf)]
    whites = [(a, b) for (_, a), (b, _) in pairwise(bounds)]
    return len(ends) >= MIN_RULED_OFF and all(
        any(a - CLEAR_PT <= y <= b + CLEAR_PT for y in wide) for a, b in whites
    )


def is_legible(grid: Grid, page: Page) -> bool:
    """Whether its words are read surely; on a page of print the lettering of a photograph is not.

    A page that is a picture as a whole is read as well as it can be.
    """
    sure = [w.certainty for c in grid.cells for w in c.words]
    return bool(sure) and (fmean(sure) >= SURELY or all(w.certainty < 1 for w in page.words))


def _is_labelled(grid: Grid, filled: Sequence[Cell]) -> bool:
    """Whether texts stand beside short labels, row for row: columns of running text have none."""
    labels = [len(c.words) for c in filled if c.column == 0]
    texts = [len(c.words) for c in filled]
    short = sum(labels) <= MAX_LABEL_WORDS / 2 * len(labels) and sum(texts) <= MAX_WORDS_LABELLED * len(texts)
    full = len(filled) >= FULL * grid.rows * grid.columns
    return grid.rows >= MIN_LABELLED and bool(labels) and short and full


def _has_margin_of_names(grid: Grid, filled: Sequence[Cell]) -> bool:
    """Whether those who are to act stand at the right of numbered paragraphs, as in minutes."""
    named = [c for c in filled if c.column == grid.columns - 1 and is_initials(c.text.replace("/", " "), ())]
    last = [c for c in filled if c.column == grid.columns - 1]
    return (
        grid.columns > 2
        and len(named) >= MIN_NAMED
        and len(named) >= len(last) - 1
        and _is_list(grid, filled)
    )


def _figure(cell: Cell) -> bool:
    return all(stands_for_figure(w.text) for w in cell.words)


def _is_contents(grid: Grid, filled: Sequence[Cell]) -> bool:
    """Whether it lists headings with page numbers: led to by dots, or whole numbers that never fall.

    The numbers end their rows; without dots before them they may stand in any column.
    """
    if grid.columns > 3:
        return False
    rows = [list(row) for _, row in groupby(filled, key=lambda c: c.row)]
    if any(_figure(c) for row in rows for c in row[1:-1]):
        return False
    if sum(LEADER.search(" ".join(w.text for w in c.words)) is not None for c in filled) >= LED * grid.rows:
        return True
    last = [row[-1].text for row in rows if len(row) > 1]
    pages = [int(t) for t in last if PAGE_NO.match(t)]
    return len(pages) >= MIN_PAGES and len(pages) >= PAGED * len(last) and pages == sorted(pages)


def _is_list(grid: Grid, filled: Sequence[Cell]) -> bool:
    """Whether the first column only numbers paragraphs; beside texts in most rows it numbers rows."""
    first = [c.text for c in filled if c.column == 0]
    texts = [c for c in filled if c.column > 0 and not _figure(c)]
    numbered = sum(ITEM.match(t) is not None for t in first)
    beside = Counter(c.column for c in texts if not ITEM.match(c.text))
    if sum(2 * count > grid.rows for count in beside.values()) > 1:
        return False
    long = sum(len(c.words) for c in texts) > LIST_WORDS * len(texts)
    return bool(first and texts) and numbered >= 0.6 * len(first) and long


def _is_axis(grid: Grid, filled: Sequence[Cell]) -> bool:
    """Whether most figures stand several to a cell, as along the foot of a chart: not in most of its rows."""
    figures = [c for c in filled if _figure(c)]
    scales = [c for c in figures if len(c.words) >= MIN_TICKS - 1 and "\n" not in c.text]
    foot = 2 * len({c.row for c in scales}) <= grid.rows
    return len(figures) > 1 and 2 * len(scales) >= len(figures) and foot


def is_chart(lines: Sequence[RowLine], columns: int) -> bool:
    """Whether its only full columns are scales: numbers in even steps, as on the axes of a chart."""
    scales = 0
    for column in range(columns):
        texts = [k.text for line in lines for k in line.at(column)]
        values = [v for t in texts if (v := _value(t)) is not None]
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


def _value(text: str) -> float | None:
    try:
        return float(text.strip("%£$€").replace(",", ""))
    except ValueError:
        return None
