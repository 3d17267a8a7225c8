"""Labels that nothing sets apart, at the beginnings of lines: "Target 41,200" over "Source Census".

One such line shows nothing. The same words at the beginnings of lines of several cells, in the same
order, are the labels of cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Table

MIN_CELLS = 3
"""Cells in which a label begins a line,"""
MIN_LABELS = 3
"""and labels of each of so many cells, in the same order."""
MAX_LABEL_WORDS = 3
"""Words of a label that nothing sets apart from its value."""
Opened = tuple[str, ...]


def cards_by_lines(table: Table) -> list[list[Cell]] | None:
    """The texts of each card, a line for its title and each label with its value; None for other tables."""
    cells = [cell for row in table.rows for cell in row.cells if len(cell.lines) > MIN_LABELS]
    labels = _labels(cells)
    if len(labels) < MIN_LABELS:
        return None
    parted = {id(cell): [*_parts(cell, labels)] for cell in cells}
    orders = Counter(tuple(label for label, _ in parts if label) for parts in parted.values())
    order, count = orders.most_common(1)[0]
    if count < MIN_CELLS or len(order) < MIN_LABELS or len(set(order)) < len(order):
        return None
    whole = [cell for row in table.rows for cell in row.cells if cell.text]
    if any(not any(label for label, _ in parted.get(id(cell), ())) for cell in whole):
        return None  # texts beside the cards are more than these say
    lines = (texts for cell in whole for _, texts in parted[id(cell)])
    # cards abreast are read one after another, as if each had its labels in the first column
    return [
        [replace(text, row=row, column=column) for column, text in enumerate(texts)]
        for row, texts in enumerate(lines)
    ]


def _labels(cells: Sequence[Cell]) -> frozenset[str]:
    """Words that begin a line, not the first, of so many cells; the longest of those that begin alike."""
    many = Counter(
        opened for cell in cells for opened in {o for line in cell.lines[1:] for o in _openings(line)}
    )
    often = {opened for opened, count in many.items() if count >= MIN_CELLS}
    longest = {o for o in often if not any(p[: len(o)] == o and many[p] == many[o] for p in often if p != o)}
    return frozenset(
        " ".join(o)
        for o in longest
        if not any(o[: len(p)] == p for p in longest if p != o and many[p] > many[o])
    )


def _openings(line: str) -> Iterator[Opened]:
    """The first words of a line, one and more, behind which something stands."""
    words = line.split()
    for count in range(1, min(MAX_LABEL_WORDS, len(words) - 1) + 1):
        yield tuple(words[:count])


def _parts(cell: Cell, labels: frozenset[str]) -> Iterator[tuple[str, list[Cell]]]:
    """The title of a cell, and each label with its value; lines that no label begins go on with it."""
    if len(cell.words) != len(cell.text.split()):
        return
    at, begun, lines = 0, "", list[str]()
    for number, line in enumerate([*cell.lines, ""]):
        own = next((o for o in map(" ".join, _openings(line)) if o in labels), "") if number else ""
        if lines and (own or number == len(cell.lines)):
            yield begun, _texts(cell, begun, lines, at)
            at += sum(len(text.split()) for text in lines)
            lines = []
        if own:
            begun = own
        lines.append(line)


def _texts(cell: Cell, label: str, lines: Sequence[str], at: int) -> list[Cell]:
    text = "\n".join(lines)
    words = cell.words[at : at + len(text.split())]
    if not label:
        return [replace(cell, text=text, words=words)]
    count = len(label.split())
    value = "\n".join([lines[0].split(maxsplit=count)[count], *lines[1:]])
    return [
        replace(cell, text=label, words=words[:count]),
        replace(cell, text=value, words=words[count:]),
    ]
