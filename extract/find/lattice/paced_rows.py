"""Rows that stand apart inside one ruled row: labels are further below the line before than other lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendapack.extract.find.page.row_line import Strip, again

JUMP_EM = 0.15
"""Rows are further apart than lines by at least this."""
FEW = 3
"""Texts side by side that must begin a row where there are but two."""
Rows = list[list[Strip]]


def paced_rows(ruled: Sequence[Sequence[Strip]]) -> list[Rows]:
    """For each ruled row of a table the rows that the pitch of its lines shows; one where it shows no two.

    The whole table's lines are asked first: rows of one line each have no other pitch among them.
    """
    body = [strips for strips in ruled if not _is_bold(strips)]
    for limit in _limits([pitch for strips in body for pitch in _pitches(strips)], _size(body)):
        found = [_by_itself(s) if _is_bold(s) else _parted(s, limit, _first(ruled)) for s in ruled]
        if all(found):
            return [rows or [] for rows in found]
    return [_by_itself(strips) for strips in ruled]


def _is_bold(strips: Sequence[Strip]) -> bool:
    """Whether all is bold: the lines of a head have a pitch of their own."""
    return all(
        word.bold for s in strips for cell in s.cells.values() for chunk in cell for word in chunk.words
    )


def _by_itself(strips: Sequence[Strip]) -> Rows:
    found = (_parted(strips, limit, _first([strips])) for limit in _limits(_pitches(strips), _size([strips])))
    return next((rows for rows in found if rows), [list(strips)])


def _parted(strips: Sequence[Strip], limit: float, first: int) -> Rows | None:
    """The lines parted where they are further apart than the limit; None where these are no rows.

    Rows have a label in the first column; the rest of a row from the page before may have no label.
    """
    rows = [list(strips[:1])]
    for pitch, strip in zip(_pitches(strips), strips[1:], strict=True):
        if pitch > limit:
            if first not in strip.columns or len(strip.columns) < 2:
                return None
            rows.append([strip])
        elif again(rows[-1], strip):  # rows of figures in groups
            return None
        else:
            rows[-1].append(strip)
    few = len(rows) == 2 and (first not in strips[0].columns or len(rows[-1][0].columns) < FEW)
    return None if few else rows


def _limits(pitches: Sequence[float], size: float) -> Iterator[float]:
    """What may part the pitch of rows from that of lines, the least first: that of lines is even."""
    ordered = sorted(pitches)
    for a, b in pairwise(ordered):
        if b - a >= JUMP_EM * size and b - a > a - ordered[0] and ordered[0] >= size:
            yield (a + b) / 2


def _pitches(strips: Sequence[Strip]) -> list[float]:
    return [below.base - above.base for above, below in pairwise(strips)]


def _size(ruled: Sequence[Sequence[Strip]]) -> float:
    return max((strip.size for strips in ruled for strip in strips), default=0.0)


def _first(ruled: Sequence[Sequence[Strip]]) -> int:
    """The first column in use."""
    return min((c for strips in ruled for strip in strips for c in strip.columns), default=0)
