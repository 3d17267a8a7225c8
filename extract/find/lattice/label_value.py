"""Reads a frame without inner uprights whose lines are labels, each with its value beside it."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.accept.is_table import is_card
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.stream.cells import CellPiece, pieced_grid
from agendapack.extract.model import Grid, Word

PAIRED = 0.6
"""Share of the lines in a box of labels and values that have both."""
Entry = tuple[list[Word], list[Word]]
FLUSH_EM = 0.3
"""How far from the left edge of a value its next line may begin, in font sizes."""


def label_value_grid(seen: Evidence, lines: Sequence[Line]) -> Grid | None:
    """Two columns, one row a label; a text alone covers both. None where too few lines have a value."""
    entries = _entries(lines)
    if not entries or sum(len(line.chunks) == 2 for line in lines) < PAIRED * len(entries):
        return None
    rows = _joined(entries)
    pieces: list[CellPiece] = []
    for number, (label, value) in enumerate(rows):
        pieces.append(CellPiece(number, 0, 1, 1 if value else 2, tuple(label)))
        if value:
            pieces.append(CellPiece(number, 1, 1, 1, tuple(value)))
    how = f"{len(rows)} lines in a frame, a label and its value each"
    grid = pieced_grid(seen.page, pieces, len(rows), 2, "label-value", how)
    return grid if is_card(grid) else None


def _entries(lines: Sequence[Line]) -> list[Entry]:
    """The words of each label and of its value, which may go on flush below; other lines have words alone."""
    entries: list[Entry] = []
    beside: float | None = None
    for line in lines:
        first, rest = line.chunks[0], line.chunks[1:]
        if beside is not None and not rest and abs(first.x0 - beside) <= FLUSH_EM * first.size:
            entries[-1][1].extend(first.words)
            continue
        entries.append(([*first.words], [word for chunk in rest for word in chunk.words]))
        beside = rest[0].x0 if rest else None
    return entries


def _joined(entries: Sequence[Entry]) -> list[Entry]:
    """The entries; lines without a value below each other are one text."""
    rows: list[Entry] = []
    for label, value in entries:
        if rows and not value and not rows[-1][1]:
            rows[-1][0].extend(label)
        else:
            rows.append((label, value))
    return rows
