"""Parts a row whose text lists several records, each behind its own reference, into one row for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from agendapack.extract.model import Cell, Row
from agendapack.extract.normalise.leading_ref import Led, listed
from agendapack.extract.recognise.recognised import Recognised

SEVERAL_IN_A_CELL = frozenset({"actions", "risks"})
"""Kinds of records of which a cell may list several with what belongs to each beside it."""


def rows_of(row: Row, found: Recognised) -> list[Row]:
    """One row for each record that the row's text lists; the row itself where it lists one.

    What stands in another cell goes to all of them, unless it lists the same references or has
    something beside each.
    """
    reading = found.reading
    if reading is None or not reading.led or found.kind not in SEVERAL_IN_A_CELL:
        return [row]
    cell = row.at(reading.subject) if reading.subject is not None else None
    if cell is None:
        return [row]
    entries = listed(cell.text, reading.led)
    if len(entries) < 2:
        return [row]
    parts = [_parts(other, cell, entries, reading.led) for other in row.cells]
    return [replace(row, cells=tuple(part[n] for part in parts)) for n in range(len(entries))]


def _parts(cell: Cell, subject: Cell, entries: Sequence[Led], led: str) -> list[Cell]:
    """What of a cell belongs to each entry."""
    own = listed(cell.text, led)
    if cell is not subject and [e.ref for e in own] != [e.ref for e in entries]:
        return _beside(cell, subject, entries)
    cut = [cell.between(a, b) for a, b in _spans([e.line for e in own], len(cell.lines))]
    if cell is subject:
        return cut
    return [replace(part, text=entry.text) for part, entry in zip(cut, own, strict=True)]


def _beside(cell: Cell, subject: Cell, entries: Sequence[Led]) -> list[Cell]:
    """The lines of a cell that stand beside each entry; all of them for every entry where one has none."""
    tops, starts = _tops(cell), _tops(subject)
    if not tops or not starts or len({e.line for e in entries}) > len(tops):
        return [cell] * len(entries)
    edges = [starts[e.line] for e in entries]
    of_entry = [sum(edge <= top + _slack(subject) for edge in edges) - 1 for top in tops]
    spans = [[i for i, n in enumerate(of_entry) if n == at] for at in range(len(entries))]
    if any(not span for span in spans):
        return [cell] * len(entries)
    return [cell.between(span[0], span[-1] + 1) for span in spans]


def _slack(cell: Cell) -> float:
    """How much higher than its entry a line beside it may stand: half a line."""
    return max((w.box.bottom - w.box.top for w in cell.words), default=0.0) / 2


def _tops(cell: Cell) -> list[float]:
    """Where the lines of a cell begin, from the top of the page; nothing where its words are not known."""
    counts = [len(line.split()) for line in cell.lines]
    if sum(counts) != len(cell.words) or not all(counts):
        return []
    first = [0, *accumulate(counts)][:-1]
    return [cell.words[at].box.top for at in first]


def _spans(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], end], strict=True))
