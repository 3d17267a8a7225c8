"""Rows that stand apart inside one ruled row: labels are further below the line before than other lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendapack.extract.find.page.row_line import JUMP_EM, RowLine, again

FEW = 3
"""Texts side by side that must begin a row where there are but two."""
Rows = list[list[RowLine]]


def paced_rows(ruled: Sequence[Sequence[RowLine]]) -> list[Rows]:
    """For each ruled row of a table the rows that the pitch of its lines shows; one where it shows no two.

    The whole table's lines are asked first: rows of one line each have no other pitch among them.
    """
    body = [row_lines for row_lines in ruled if not _is_bold(row_lines)]
    for limit in _limits([pitch for row_lines in body for pitch in _pitches(row_lines)], _size(body)):
        found = [_by_itself(s) if _is_bold(s) else _parted(s, limit, _first(ruled)) for s in ruled]
        if all(found):
            return [rows or [] for rows in found]
    return [_by_itself(row_lines) for row_lines in ruled]


def _is_bold(row_lines: Sequence[RowLine]) -> bool:
    """Whether all is bold: the lines of a head have a pitch of their own."""
    return all(
        word.bold for s in row_lines for cell in s.cells.values() for chunk in cell for word in chunk.words
    )


def _by_itself(row_lines: Sequence[RowLine]) -> Rows:
    found = (
        _parted(row_lines, limit, _first([row_lines]))
        for limit in _limits(_pitches(row_lines), _size([row_lines]))
    )
    return next((rows for rows in found if rows), [list(row_lines)])


def _parted(row_lines: Sequence[RowLine], limit: float, first: int) -> Rows | None:
    """The lines parted where they are further apart than the limit; None where these are no rows.

    Rows have a label in the first column; the rest of a row from the page before may have no label.
    """
    rows = [list(row_lines[:1])]
    for pitch, row_line in zip(_pitches(row_lines), row_lines[1:], strict=True):
        if pitch > limit:
            if first not in row_line.columns or len(row_line.columns) < 2:
                return None
            rows.append([row_line])
        elif again(rows[-1], row_line):  # rows of figures in groups
            return None
        else:
            rows[-1].append(row_line)
    few = len(rows) == 2 and (first not in row_lines[0].columns or len(rows[-1][0].columns) < FEW)
    return None if few else rows


def _limits(pitches: Sequence[float], size: float) -> Iterator[float]:
    """What may part the pitch of rows from that of lines, the least first: that of lines is even."""
    ordered = sorted(pitches)
    for a, b in pairwise(ordered):
        if b - a >= JUMP_EM * size and b - a > a - ordered[0] and ordered[0] >= size:
            yield (a + b) / 2


def _pitches(row_lines: Sequence[RowLine]) -> list[float]:
    return [below.base - above.base for above, below in pairwise(row_lines)]


def _size(ruled: Sequence[Sequence[RowLine]]) -> float:
    return max((row_line.size for row_lines in ruled for row_line in row_lines), default=0.0)


def _first(ruled: Sequence[Sequence[RowLine]]) -> int:
    """The first column in use."""
    return min((c for row_lines in ruled for row_line in row_lines for c in row_line.columns), default=0)
