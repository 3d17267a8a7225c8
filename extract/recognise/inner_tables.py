"""A table inside a card, of which the grid around it shows no columns: a line of bold titles, and rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Box, Cell, Word
from agendapack.extract.recognise.printed_words import Words, cell_of, lines_in, pieces_of

MIN_TITLES = 3
"""Bold titles side by side that head such a table."""
FLUSH_PT = 2.0
"""How far left of its title a text may begin."""


def titles_in(line: Words) -> list[list[Word]]:
    """The titles of a line of nothing but bold titles side by side; none of another line."""
    pieces = pieces_of(line)
    bold = all(word.bold for word in line)
    return pieces if bold and len(pieces) >= MIN_TITLES else []


def inner_rows(page: int, titles: Sequence[Words], words: Words, end: float) -> list[list[Cell]]:
    """The rows of cells under such titles, each begun by a text in the first column."""
    starts = [title[0].box.x0 - FLUSH_PT for title in titles]
    rows: list[list[list[Word]]] = []
    for line in lines_in(words):
        columns: list[list[Word]] = [[] for _ in titles]
        for word in line:
            columns[max(0, sum(start <= word.box.x0 for start in starts) - 1)].append(word)
        if columns[0] or not rows:
            rows.append(columns)
        else:
            for own, more in zip(rows[-1], columns, strict=True):
                own.extend(more)
    return [[*_cells(page, row, starts, end)] for row in rows]


def _cells(page: int, row: Sequence[Words], starts: Sequence[float], end: float) -> Iterator[Cell]:
    """The cells of a row, each as wide as its column."""
    for number, (words, x0, x1) in enumerate(zip(row, starts, (*starts[1:], end), strict=True)):
        if words:
            top, bottom = min(w.box.top for w in words), max(w.box.bottom for w in words)
            yield replace(cell_of(page, words, Box(x0, top, x1, bottom)), column=number)
