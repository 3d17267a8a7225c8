"""Recognise: the lines over a table as rows of texts: titles of cards, and labels with their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Table, union
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.labels_apart import opened
from agendapack.extract.recognise.printed_words import cell_of, pieces_of

OUTSIDE = -10_000
"""The columns of texts outside tables are numbered from here."""
LEADING_EM = 0.75
"""White between the lines of one text, at most, in font sizes."""


def is_outside(row: Sequence[Cell]) -> bool:
    """Whether a row stands outside tables."""
    return bool(row) and row[0].column < 0


def rows_over(table: Table, around: Around) -> list[list[Cell]]:
    """The lines over a table since the one before, lines of one text together."""
    rows: list[list[Cell]] = []
    last: TextLine | None = None
    for line in around.near:
        if line.box.mid_y >= table.box.top:
            continue
        texts = [*_texts(line, -1 - len(rows))]
        if last and len(texts) == 1 and _goes_on(last, line, rows[-1][-1], texts[0]):
            above = rows[-1][-1]
            words = (*above.words, *texts[0].words)
            text = f"{above.text}\n{texts[0].text}"
            rows[-1][-1] = replace(above, text=text, words=words, box=union([above.box, line.box]))
        else:
            rows.append(texts)
        last = line
    return rows


def _texts(line: TextLine, row: int) -> Iterator[Cell]:
    for words in pieces_of(line.words):
        for cell in opened(cell_of(line.page, words)):
            yield replace(cell, row=row, column=OUTSIDE + round(words[0].box.x0))


def _goes_on(last: TextLine, line: TextLine, above: Cell, text: Cell) -> bool:
    """Whether a line is more of the text that the line above ends with."""
    close = last.page == line.page and line.box.top - last.box.bottom <= LEADING_EM * line.size
    return close and above.bold == text.bold and abs(last.size - line.size) < 1
