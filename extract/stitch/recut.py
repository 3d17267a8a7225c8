"""Cuts the cells of a column that two columns of another part of the table show to be two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.model import Box, Cell, Row
from agendapack.extract.stitch.columns import Interval, Mapping

MIN_WHITE_PT = 1.0
"""White between the texts on both sides of a cut, over all rows."""
MIN_CUT = 2
"""Different texts on each side of it: the words of one text that comes again stand alike, too."""


def recut(rows: Sequence[Row], mapping: Mapping, columns: Sequence[Interval]) -> list[Row] | None:
    """The rows in these columns, each cell that reaches over several cut in the white between them.

    None where a column has no such white.
    """
    cuts: dict[int, list[float]] = {}
    for number, (first, last) in enumerate(mapping):
        found = [_white(rows, number, columns[i][1], columns[i + 1][0]) for i in range(first, last)]
        if any(at is None for at in found):
            return None
        cuts[number] = [at for at in found if at is not None]
    made: dict[int, tuple[Cell, ...]] = {}

    def parts(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(
            part
            for cell in cells
            for part in made.setdefault(id(cell), tuple(_parts(cell, mapping, cuts.get(cell.column, []))))
        )

    return [replace(row, cells=parts(row.cells), above=parts(row.above)) for row in rows]


def _white(rows: Sequence[Row], column: int, end: float, start: float) -> float | None:
    """The middle of the white that parts the words of a column near a border; None where there is none."""
    border = (end + start) / 2
    cells = [c for row in rows for c in row.cells if c.column == column and c.column_span == 1 and c.words]
    sides = [
        ([w for w in c.words if w.box.mid_x < border], [w for w in c.words if w.box.mid_x >= border])
        for c in cells
    ]
    low = max((w.box.x1 for left, _ in sides for w in left), default=border)
    high = min((w.box.x0 for _, right in sides for w in right), default=border)
    both = [side for side in sides if all(side)]
    texts = [{" ".join(w.text for w in side[at]) for side in both} for at in (0, 1)]
    told = min(map(len, texts)) >= MIN_CUT and high - low >= MIN_WHITE_PT
    return (low + high) / 2 if told else None


def _parts(cell: Cell, mapping: Mapping, cuts: Sequence[float]) -> list[Cell]:
    """The cell in its columns, cut where it reaches over several by itself."""
    first, last = mapping[cell.column][0], mapping[min(cell.column + cell.column_span, len(mapping)) - 1][1]
    if not cuts or cell.column_span > 1:
        return [replace(cell, column=first, column_span=last - first + 1)]
    ends = [cell.box.x0, *cuts, cell.box.x1]
    parts = []
    for n, (a, b) in enumerate(zip(ends, ends[1:], strict=False)):
        words = tuple(
            w for w in cell.words if (n == 0 or w.box.mid_x >= a) and (b == ends[-1] or w.box.mid_x < b)
        )
        text, marks = cell_text(words) if words else ("", ())
        box = Box(a, cell.box.top, b, cell.box.bottom)
        parts.append(
            replace(
                cell,
                column=first + n,
                text=text,
                words=words,
                marks=marks,
                glyphs=(),
                breaks=(),
                parts=(),
                box=box,
            )
        )
    return parts
