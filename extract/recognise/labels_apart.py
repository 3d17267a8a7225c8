"""Labels in the cells of their values, beside them as those of other cards are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.model import Cell, Table
from agendapack.extract.recognise.card_labels import INLINE

Texts = Sequence[Sequence[Cell]]
"""The texts of each row."""
MIN_AGAIN = 3
"""So often a text stands before a colon where it is a label in the midst of a cell too."""


def labels_in_cells(tables: Sequence[Table]) -> list[Texts]:
    """The texts of each row, those of a cell that begins with a label apart: "Owner: Jo Kerr"."""
    begun = (opened(cell)[0].flat for table in tables for row in table.rows for cell in row.cells)
    known = _before_colons([label for label, count in Counter(begun).items() if count >= MIN_AGAIN])
    return [
        [[text for cell in row.cells if cell.text for text in _texts(cell, known)] for row in table.rows]
        for table in tables
    ]


def _before_colons(labels: Sequence[str]) -> re.Pattern[str] | None:
    longest = sorted(labels, key=len, reverse=True)
    choice = "|".join(r"\s+".join(map(re.escape, label.split())) for label in longest if label)
    return re.compile(rf"(?<!\S)(?:{choice})\s*:") if choice else None


def _texts(cell: Cell, known: re.Pattern[str] | None) -> Iterator[Cell]:
    """The labels of a cell and what stands behind each: those of others may be in its midst."""
    may_have = known.finditer(cell.text) if known and ":" in cell.text else ()
    starts = [0, *(found.start() for found in may_have if found.start())]
    if len(starts) == 1 and len(cell.words) <= len(cell.text.split()) and cell.text == cell.text.strip():
        yield from opened(cell)
        return
    at = 0
    for start, end in pairwise([*starts, len(cell.text)]):
        text = cell.text[start:end].strip()
        count = len(text.split())
        yield from opened(replace(cell, text=text, words=cell.words[at : at + count]))
        at += count


def opened(cell: Cell) -> list[Cell]:
    """What stands before a colon, or in bold on the first line, and the rest; the cell where neither is."""
    if ":" not in cell.text and "\n" not in cell.text:
        return [cell]  # most cells, told by one look
    inline = INLINE.fullmatch(cell.text)
    label, value = (inline["label"], inline["value"]) if inline else _first_line(cell)
    count = len(label.split())
    if not label or len(cell.words) != len(cell.text.split()):
        return [cell]
    return [
        replace(cell, text=label, words=cell.words[:count]),
        replace(cell, text=value, words=cell.words[count:]),
    ]


def _first_line(cell: Cell) -> tuple[str, str]:
    first, *rest = cell.lines or ("",)
    count = len(first.split())
    apart = all(word.bold for word in cell.words[:count]) and not any(
        word.bold for word in cell.words[count:]
    )
    return (first, "\n".join(rest)) if rest and apart else ("", "")
