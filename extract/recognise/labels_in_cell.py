"""Reads a cell of a card that holds several labels on lines of their own, with the values below or behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from itertools import combinations, pairwise

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell
from agendapack.extract.recognise.card_labels import INLINE, Labelled, is_label, rating_at
from agendapack.extract.recognise.risk_stages import stage_in

_FIGURES = re.compile(r"(?P<label>[A-Za-z][A-Za-z /()-]{0,40}?)\s+(?P<value>\d[\d\s×x*=./()-]{0,20})")
"""A rating behind its label: "Likelihood 4", "Score 4 x 5 = 20"."""
_FIGURES_AT_END = re.compile(r"(?P<side>[^\d]{0,60}?)(?P<figures>(?:(?:^|\s)\d{1,3})+)")
"""A row of an inner grid: a stage, then a figure for each label."""
MIN_RATINGS = 2
"""Labels of an inner grid, side by side on one line."""
MAX_HEAD_WORDS = 12
"""Words of that line: few enough to try each way of parting them."""


@dataclass(slots=True)
class _Entry:
    """A label and the lines of its value, with the word of the cell that the value begins with."""

    label: str
    first_word: int
    lines: list[str] = field(default_factory=list)


def labelled_inside(cell: Cell) -> list[Labelled]:
    """The labelled values on the lines of a cell; none where its first line has no label, or none a value.

    Lines that might all be labels are one that is broken: "Gaps in control or" over "assurance".
    """
    grid = _inner_grid(cell.lines)
    entries = grid or _entries(_parted(cell))
    if not any(entry.lines for entry in entries):
        return []
    return [
        Labelled(replace(cell, text=entry.label, words=()), _part(cell, entry))
        for entry in entries
        if entry.lines or len(entries) > 1
    ]


def _parted(cell: Cell) -> list[str]:
    """The lines of a cell, cut too before a bold label behind other type: "*Ref:* SR 4 *Owner:* Jo Kerr"."""
    if len(cell.words) != len(cell.text.split()):
        return list(cell.lines)
    lines: list[str] = []
    at = 0
    for line in cell.lines:
        texts, words = line.split(), cell.words[at:]
        bold = [n for n in range(1, len(texts)) if words[n].bold and not words[n - 1].bold]
        edges = [0, *(n for n in bold if all(_opened(" ".join(texts[n:])))), len(texts)]
        lines += [" ".join(texts[a:b]) for a, b in pairwise(edges)]
        at += len(texts)
    return lines


def _entries(lines: Sequence[str]) -> list[_Entry]:
    """A label's own line begins an entry, and all lines up to the next one are its value."""
    entries: list[_Entry] = []
    words = 0
    for line in lines:
        label, value = _opened(line)
        if label:
            entries.append(_Entry(label, words + len(line.split()) - len(value.split())))
        elif not entries:
            return []
        if value:
            entries[-1].lines.append(value)
        words += len(line.split())
    return entries


def _opened(line: str) -> tuple[str, str]:
    """The label that a line consists of or begins with, and the rest of the line."""
    for split in (INLINE, _FIGURES):
        found = split.fullmatch(line)
        if found and is_label(found["label"]):
            return found["label"], found["value"]
    return (line.rstrip(": "), "") if is_label(line) else ("", line)


def _inner_grid(lines: Sequence[str]) -> list[_Entry]:
    """The figures of an inner grid under the names of their ratings at their stages."""
    rows = [found for line in lines[1:] if (found := _FIGURES_AT_END.fullmatch(line))]
    widths = {len(row["figures"].split()) for row in rows}
    if not rows or len(rows) < len(lines) - 1 or len(widths) > 1:
        return []
    head, words, entries = _labels_of(lines[0].split(), widths.pop()), len(lines[0].split()), list[_Entry]()
    for row in rows:
        side = row["side"].strip()
        words += len(side.split())
        for label, figure in zip(head, row["figures"].split(), strict=False):
            name = rating_at(side, label) if side else label
            if not name:
                return []
            entries.append(_Entry(name, words, [figure]))
            words += 1
    return entries


def _labels_of(words: Sequence[str], count: int) -> list[str]:
    """So many labels, or stages, that a line of nothing else holds side by side; none in other lines."""
    if count < MIN_RATINGS or len(words) > MAX_HEAD_WORDS:
        return []
    for cuts in combinations(range(1, len(words)), count - 1):
        parts = [" ".join(words[a:b]) for a, b in pairwise((0, *cuts, len(words)))]
        if all(is_label(part) or stage_in("risks", part) for part in parts):
            return parts
    return []


def _part(cell: Cell, entry: _Entry) -> Cell:
    """The value of an entry as a cell with its own words."""
    text = "\n".join(entry.lines)
    count = len(text.split())
    whole = len(cell.words) == len(cell.text.split())
    words = cell.words[entry.first_word : entry.first_word + count] if whole else ()
    return replace(cell, text=text, words=words)
