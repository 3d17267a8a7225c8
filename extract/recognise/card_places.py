"""Where the values of labels stand on cards: beside them, behind their colons, or below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Box, Cell, union
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.recognise.card_rows import Names, name_of

EDGE_PT = 6.0
"""A value below its label begins this much to the left of it at most."""
SHARED = 0.5
"""Share of its height that a value has beside its label."""
Texts = Sequence[Cell]


def right_of(label: Cell, texts: Texts) -> Cell | None:
    """The next text on the line of a label, or behind its colon."""
    own = label.box
    beside = [
        c
        for c in texts
        if c is not label
        and (c.box == own or (c.words[0].box if c.words else c.box).x0 >= own.x1 - 1)
        and min(c.box.bottom, own.bottom) - max(c.box.top, own.top)
        >= SHARED * min(own.height, c.words[0].box.height if c.words else own.height)
    ]
    return min(beside, key=lambda c: (c.box != own, (c.words[0].box if c.words else c.box).x0), default=None)


def behind(label: Cell, texts: Texts, labels: Names) -> list[Cell]:
    """The value beside a label, if any: no label itself."""
    after = right_of(label, texts)
    return [after] if after is not None and name_of(after) not in labels else []


def _are_centred(one: Box, other: Box) -> bool:
    return abs(one.mid_x - other.mid_x) <= EDGE_PT


def below(label: Cell, labels: Texts, others: Texts) -> list[Cell]:
    """The first text below a label and above the next, what stands beside it, and more in the same type."""
    own = label.box
    row = [c.box for c in labels if c is not label and in_line(c, label)]
    right = min((box.x0 for box in row if box.x0 >= own.x1), default=float("inf"))

    def is_under(cell: Cell) -> bool:
        from_left = own.x0 - EDGE_PT <= cell.box.x0 < right - EDGE_PT
        elsewhere = any(_are_centred(cell.box, box) for box in row)
        placed = _are_centred(cell.box, own) or from_left and not elsewhere
        return cell.box.top >= own.bottom - EDGE_PT / 2 and placed

    floor = min((c.box.top for c in labels if c is not label and is_under(c)), default=float("inf"))
    zone = sorted(
        (c for c in others if is_under(c) and c.box.top < floor), key=lambda c: (c.box.top, c.box.x0)
    )
    if not zone:
        return []
    first = zone[0]
    line = sorted((c for c in zone if in_line(c, first)), key=lambda c: c.box.x0)
    said = [c for c in line if any(map(str.isalnum, c.text)) and not rag_of_text(c.text)] or line
    return [*said, *(c for c in zone if not in_line(c, first) and looks_of(c) == looks_of(first))]


def in_line(one: Cell, other: Cell) -> bool:
    """Whether two texts stand on one line."""
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return shared >= SHARED * min(one.box.height, other.box.height)


def joined(cells: Sequence[Cell]) -> Cell:
    """Several texts as one value."""
    if len(cells) == 1:
        return cells[0]
    words = tuple(word for cell in cells for word in cell.words)
    return replace(
        cells[0], text="\n".join(c.text for c in cells), words=words, box=union(c.box for c in cells)
    )


def looks_of(cell: Cell) -> tuple[object, ...]:
    """The type of a cell."""
    return cell.bold, round(max((word.size for word in cell.words), default=0.0))
