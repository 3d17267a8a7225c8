"""Tells tables that only count records, heat maps and sums by rating, from those that list them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from agendapack.extract.model import Cell, Table
from agendapack.extract.normalise.figures import is_measured
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.normalise.words import whole_words
from agendapack.schemas import from_words, vocabulary

MIN_STEPS = 3
"""Steps of a scale along the side of a matrix."""
MIN_RATINGS = 2
"""Ratings over columns of figures."""
SQUARES_SHARE = 0.8
"""Share of its other cells that are coloured squares."""


def is_matrix(table: Table) -> bool:
    """Whether a scale runs down a column beside coloured cells with nothing but references or scores."""
    cells = [[row.at(n) for row in table.rows] for n in range(min(2, table.columns))]
    for number, column in enumerate(cells):
        steps = [c for c in column if c and c.column == number and c.text]
        if not _is_scale([c.flat for c in steps]):
            continue
        rows = {(c.page, c.row) for c in steps}
        beside = [c for row in table.rows for c in row.cells if (c.page, c.row) in rows]
        squares = [c for c in beside if c.column > number]
        named = Counter(c.column for c in beside if c.column != number and not _says_no_more(c))
        listed = max(named.values(), default=0) >= MIN_STEPS  # numbered rows with names are a list
        if squares and not listed and sum(map(_is_square, squares)) >= SQUARES_SHARE * len(squares):
            return True
    return False


def counts_by_rating(table: Table) -> bool:
    """Whether figures stand under two ratings or more and totals, and only the rows' names beside them."""
    heads = [c for row in table.rows if row.kind == "header" for c in row.cells]
    body = [c for row in table.rows if row.kind == "body" for c in row.cells if c.text]
    first = min((c.column for c in body), default=0)
    counts = [c for c in body if c.column != first]
    over = [[h.flat for h in heads if _is_over(h, n)] for n in sorted({c.column for c in counts})]
    rated = [next((r for title in titles if (r := rag_of_text(title))), "") for titles in over]
    left = [titles for titles, rating in zip(over, rated, strict=True) if not rating]
    summed = all(any(_total().search(title) for title in titles) for titles in left)
    return len({*rated} - {""}) >= MIN_RATINGS and summed and all(is_measured(c.flat) for c in counts)


def _is_over(head: Cell, column: int) -> bool:
    return head.column <= column < head.column + head.column_span


@from_words
def _total() -> re.Pattern[str]:
    return re.compile(whole_words(vocabulary("sums")["total_anywhere"]), re.IGNORECASE)


def _is_scale(texts: Sequence[str]) -> bool:
    """Whether the texts count up or down by one, words of a scale behind them or none: "5 Certain"."""
    numbers = [int(t.split()[0]) for t in texts if t.split()[0].isdigit() and _is_step(t)]
    steps = {b - a for a, b in zip(numbers, numbers[1:], strict=False)}
    return len(numbers) >= MIN_STEPS and len(numbers) >= len(texts) - 1 and steps in ({1}, {-1})


def _is_step(text: str) -> bool:
    """Whether behind the number there is no name of something, only a word such as "Likely"."""
    said = text.partition(" ")[2].strip(" ()-–:").casefold()
    return not said or said in _words()


@from_words
def _words() -> frozenset[str]:
    return frozenset(word for words in vocabulary("ratings")["levels"].values() for word in words)


def _is_square(cell: Cell) -> bool:
    """Whether a cell is coloured and says no more than a score or whose it is."""
    return cell.fill is not None and _says_no_more(cell)


def _says_no_more(cell: Cell) -> bool:
    return all(w.isdigit() or is_ref(w) for w in cell.text.replace(",", " ").split())
