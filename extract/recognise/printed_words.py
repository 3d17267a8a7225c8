"""Words as they are printed, parted where their looks or the white between them tell: labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agendapack.extract.model import Box, Cell, Word, union
from agendapack.extract.outline.lines import WIDE_GAP_EM, lines_of
from agendapack.extract.recognise.card_labels import Labelled, is_label

Words = Sequence[Word]
_BROKEN = re.compile(r"(?<=\w-)\n(?=\d)")
"""Where a line breaks behind the dash of a day: "30-Sep-" over "2032"."""


def lines_in(words: Iterable[Word]) -> list[Words]:
    """The words line by line, each from left to right."""
    return [line.words for line in lines_of(0, words)]


def pieces_of(line: Words) -> list[list[Word]]:
    """The words of a line, cut at wide white and where bold type ends or begins."""
    pieces: list[list[Word]] = []
    for word in line:
        last = pieces[-1][-1] if pieces else None
        apart = last is None or word.box.x0 - last.box.x1 > WIDE_GAP_EM * max(word.size, last.size)
        if last is None or apart or word.bold != last.bold:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def cell_of(page: int, words: Words, box: Box | None = None) -> Cell:
    """The words as one cell, whose lines they keep; a day that its line breaks behind a dash is whole."""
    rows = lines_in(words)
    text = _BROKEN.sub("", "\n".join(_text(row) for row in rows))
    placed = tuple(word for row in rows for word in row)
    return Cell(0, 0, text, page, box or union(word.box for word in words), words=placed)


def labelled_in(page: int, words: Words) -> tuple[list[Labelled], list[Word]]:
    """The values behind the bold labels of a line, with what goes on below them, and the words of neither."""
    rows = lines_in(words)
    labels = [p for row in rows[:1] for p in pieces_of(row) if p[0].bold and is_label(_text(p))]
    starts = [label[0].box.x0 for label in labels]
    told = {id(word) for label in labels for word in label}
    values: list[list[Word]] = [[] for _ in labels]
    rest: list[Word] = []
    for word in (w for row in rows for w in row if id(w) not in told):
        at = sum(start <= word.box.x0 for start in starts) - 1
        (rest if at < 0 else values[at]).append(word)
    pairs = zip(labels, values, strict=True)
    return [Labelled(cell_of(page, label), cell_of(page, value)) for label, value in pairs if value], rest


def _text(words: Words) -> str:
    return " ".join(word.text for word in words)
