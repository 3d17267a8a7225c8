"""Invented columns as a table: its head found or not, with headings of sections or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from agendapack.extract.model import Box, Cell, Colour, Row, Table, Word
from learning.example import Drawn, Example
from learning.texts_in_cells import words

COLOURS: dict[str, Colour] = {"red": (255, 0, 0), "amber": (255, 192, 0), "green": (0, 176, 80)}

BOX = Box(50.0, 100.0, 150.0, 112.0)

_FILL = re.compile(r"\{(\w+)\}")

FOUND = {"none": 0.5}
"""Share of tables whose head is told by its looks."""

OFTEN_FOUND = 0.75

CONTINUED = 0.1
"""Share of tables that go on from another page and print no head."""

TITLED_WITHIN = 0.1
"""Share of tables whose first row is a title that reaches over all columns."""

BANDED = 0.15


def typeset(rnd: Random, kind: str, columns: Sequence[Drawn], title: str) -> Example:
    """The columns as a table: its head found or not, with headings of sections or not."""
    found = rnd.random() < FOUND.get(kind, OFTEN_FOUND)
    head = _head_rows(columns) if rnd.random() > CONTINUED else []
    printed = [_row(cells, n, "header" if found else "body", bold=found) for n, cells in enumerate(head)]
    known = len(head)
    if title and not found and rnd.random() < TITLED_WITHIN:
        printed.insert(0, _row([(title, len(columns))], 0, "body"))
        known = -1
    banded = rnd.random() < BANDED
    for n in range(len(columns[0].cells)):
        if banded and rnd.random() < 0.3:
            name = rnd.choice(words()["aims"] + words()["fields"])
            printed.append(_row([(name, len(columns))], len(printed), "band"))
        printed.append(_row([(c.cells[n], 1) for c in columns], len(printed), "body"))
    heads = len(head) if found else 0
    table = Table("p1t1", 1, 1, BOX, len(columns), tuple(printed), (), title, heads)
    headings = (rnd.choice(["Report of the Director", "Appendix A", "Introduction", "", "Background"]), title)
    return Example(table, kind, tuple(c.meaning for c in columns), known, title, headings)


def _head_rows(columns: Sequence[Drawn]) -> list[list[tuple[str, int]]]:
    """The rows of the head: texts and how many columns each reaches over."""
    depth = max(len(c.levels) for c in columns)
    rows: list[list[tuple[str, int]]] = []
    for level in range(depth):
        texts = [c.levels[level] if level < len(c.levels) else "" for c in columns]
        if depth > 1 and level == 0:
            texts = [c.levels[0] if len(c.levels) > 1 else "" for c in columns]
        elif depth > 1:
            texts = [c.levels[-1] for c in columns]
        if any(texts):
            rows.append(_merged(texts) if level < depth - 1 else [(t, 1) for t in texts])
    return rows


def _merged(texts: Sequence[str]) -> list[tuple[str, int]]:
    """Equal neighbours as one cell."""
    found: list[tuple[str, int]] = []
    for text in texts:
        if text and found and found[-1][0] == text:
            found[-1] = (text, found[-1][1] + 1)
        else:
            found.append((text, 1))
    return found


def _row(cells: Sequence[tuple[str, int]], number: int, kind: str, *, bold: bool = False) -> Row:
    made, column = [], 0
    for said, span in cells:
        fill = _FILL.match(said)
        text = _FILL.sub("", said)
        plain = tuple(Word(w, BOX, 10.0, bold=True) for w in text.split()) if bold else ()
        made.append(Cell(number, column, text, 1, BOX, 1, span, plain, COLOURS[fill[1]] if fill else None))
        column += span
    return Row(tuple(made), 1, BOX, kind)
