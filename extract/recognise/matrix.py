"""Tells a heat map, a matrix of likelihood by impact, from a list of risks: its squares are no records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from agendapack.extract.model import Cell, Table
from agendapack.extract.normalise.refs import is_ref
from agendapack.schemas import from_words, vocabulary

MIN_STEPS = 3
"""Steps of a scale along the side of a matrix."""
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
