"""Joins a row that a page break cut in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field, replace
from itertools import islice

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row
from agendapack.extract.normalise.figures import is_figure
from agendapack.extract.normalise.totals import is_total_label

REGULAR_SHARE = 0.7
"""A column filled in this share of the rows is expected to be filled in each."""
SENTENCE_END = (".", ";", ":", "!", "?", ")")


@dataclass(slots=True)
class Filled:
    """In how many body rows each column of a growing table is filled; a row is counted once."""

    counts: Counter[int] = field(default_factory=Counter)
    seen: int = 0
    """Rows counted: all but the last, which may yet go on."""
    body: int = 0

    def regular(self, rows: Sequence[Row], columns: int) -> list[int]:
        """The columns expected to be filled in each row."""
        for row in islice(rows, self.seen, len(rows) - 1):
            self._count(row, columns)
        self.seen = len(rows) - 1
        last, body = rows[-1], self.body + 1
        return [c for c in range(columns) if (self.counts[c] + bool(_text(last, c))) / body >= REGULAR_SHARE]

    def _count(self, row: Row, columns: int) -> None:
        if row.kind == "body":
            self.body += 1
            self.counts.update(c for c in range(columns) if _text(row, c))


def join(rows: list[Row], following: Sequence[Row], columns: int, filled: Filled) -> None:
    """Append the rows of the next page; its first row may be the rest of the last one."""
    rest = list(following)
    if rows and rest and rows[-1].kind == rest[0].kind == "body":
        rest = _join_groups(rows, rest, cut=_cut_row(rows, rest[0], columns, filled))
        if _cut_row(rows, rest[0], columns, filled):
            rows[-1] = _merged(rows[-1], rest.pop(0))
    rows += rest


def _cut_row(rows: Sequence[Row], first: Row, columns: int, filled: Filled) -> bool:
    """Whether `first` is the rest of the last row: cells that every row has are missing.

    One will do when another cell goes on in the middle of a sentence.
    """
    last = rows[-1]
    if not _prints(first) or not _prints(last) or _closed(last):
        return False
    if any(is_figure(_text(last, c)) and is_figure(_text(first, c)) for c in range(columns)):
        return False  # a figure is never cut in two
    regular = [c for c in filled.regular(rows, columns) if not _reaches_down(first, c)]
    missing = [c for c in regular if not _text(first, c) and _text(last, c)]
    if not missing:
        return _mid_sentence(last, first, columns)
    pairs = [(_text(last, c), _text(first, c)) for c in range(columns)]
    return (
        regular[0] in missing
        or 2 * len(missing) >= len(regular)
        or any(_goes_on(*p) for p in pairs if all(p))
    )


def _prints(row: Row) -> bool:
    return any(c.text for c in row.cells)


def _closed(row: Row) -> bool:
    """Whether the row is a total with its figures, which nothing goes on from."""
    named = any(is_total_label(c.flat) for c in row.cells)
    return named and any(is_figure(c.flat) for c in row.cells)


def _text(row: Row, column: int) -> str:
    cell = row.at(column)
    return cell.text if cell else ""


def _reaches_down(row: Row, column: int) -> bool:
    """Whether an empty cell stands for a group of rows there: it says nothing of this row."""
    cell = row.at(column)
    return cell is not None and cell.row_span > 1 and not cell.text


def _mid_sentence(last: Row, first: Row, columns: int) -> bool:
    """Every cell that goes on does so in the middle of a sentence, and at least one does."""
    pairs = [(_text(last, c), _text(first, c)) for c in range(columns)]
    both = [(a, b) for a, b in pairs if b]
    return bool(both) and all(a and _goes_on(a, b) for a, b in both)


def _goes_on(above: str, below: str) -> bool:
    """Whether a text stops in the middle of a sentence that the other goes on with."""
    return not above.rstrip().endswith(SENTENCE_END) and below.lstrip()[:1].islower()


def _merged(last: Row, first: Row) -> Row:
    """One row; text, words and marks of the lower half go after those of the upper."""
    lower = {c.column: c for c in first.cells}
    cells = []
    for cell in last.cells:
        more = lower.pop(cell.column, None)
        cells.append(_with(cell, more) if more else cell)
    cells += [c for c in lower.values() if c.text]
    return replace(last, cells=tuple(sorted(cells, key=lambda c: c.column)))


def _with(cell: Cell, more: Cell) -> Cell:
    text = "\n".join(t for t in (cell.text, more.text) if t)
    return replace(
        cell,
        text=text,
        words=cell.words + more.words,
        marks=cell.marks + more.marks,
        glyphs=cell.glyphs + more.glyphs,
        fill=cell.fill or more.fill,
        breaks=(*cell.breaks, *_shifted(cell, more)),
        parts=(*cell.parts, (len(cell.lines), more.page, more.box)),
    )


def _shifted(cell: Cell, more: Cell) -> tuple[int, ...]:
    """Paragraph breaks of the lower half; a new sentence after the page break begins a paragraph."""
    above = len(cell.lines)
    shifted = tuple(b + above for b in more.breaks)
    fresh = cell.text.rstrip().endswith(SENTENCE_END) and not more.text[:1].islower()
    return (above, *shifted) if above and more.text and fresh else shifted


def _join_groups(rows: list[Row], rest: list[Row], *, cut: bool) -> list[Row]:
    """The rows below, where a merged cell goes on over the break: empty, or in the middle of a sentence.

    That of a group whose first row is cut is merged with nothing above the break.
    """
    for cell in [c for c in (*rows[-1].cells, *rows[-1].above) if c.text]:
        here = rest[0].at(cell.column)
        if here is None or here.text and not _goes_on(cell.text, here.text):
            continue
        if cell.row_span == 1 and not (cut and here.row_span > 1):
            continue
        whole = _with(cell, here)
        _swap(rows, cell, whole)
        below = range(min(here.row_span, len(rest)))
        rest = [_covered(row, whole) if i in below else row for i, row in enumerate(rest)]
    return rest


def _swap(rows: list[Row], old: Cell, new: Cell) -> None:
    """Put a new cell in the place of an old one, in all rows up from the last that it reaches into."""
    for i in reversed(range(len(rows))):
        row = rows[i]
        if not any(c is old for c in (*row.cells, *row.above)):
            return
        rows[i] = replace(
            row,
            cells=tuple(new if c is old else c for c in row.cells),
            above=tuple(new if c is old else c for c in row.above),
        )


def _covered(row: Row, cell: Cell) -> Row:
    """The row with `cell` reaching down into it instead of its own cell of that column."""
    cells = tuple(c for c in row.cells if c.column != cell.column)
    above = tuple(c for c in row.above if c.column != cell.column)
    return replace(row, cells=cells, above=(*above, cell))
