"""Rows that stand apart inside one ruled row: labels are further below the line before than other lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.row_line import Strip, again

JUMP_EM = 0.15
"""Rows are further apart than lines by at least this."""
FEW = 3
"""Texts side by side that must begin a row where there are but two."""


def paced_rows(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The lines of a ruled row as the rows that their pitch shows; none where it shows no two.

    The rest of a row from the page before may have no label.
    """
    first = min((c for strip in strips for c in strip.columns), default=0)
    pitches = [below.base - above.base for above, below in pairwise(strips)]
    limit = _between(pitches, max((strip.size for strip in strips), default=0.0))
    if limit is None:
        return []
    rows = [[strips[0]]]
    for pitch, strip in zip(pitches, strips[1:], strict=True):
        if pitch > limit:
            if first not in strip.columns or len(strip.columns) < 2:
                return []
            rows.append([strip])
        elif again(rows[-1], strip):  # rows of figures in groups
            return []
        else:
            rows[-1].append(strip)
    few = first in strips[0].columns and len(rows[-1][0].columns) >= FEW
    return rows if len(rows) > 2 or few else []


def _between(pitches: Sequence[float], size: float) -> float | None:
    """What parts the pitch of rows from that of lines, where there are both and that of lines is even."""
    ordered = sorted(pitches)
    jump, i = max(((b - a, i) for i, (a, b) in enumerate(pairwise(ordered), 1)), default=(0.0, 0))
    even = jump > ordered[i - 1] - ordered[0] and ordered[0] >= size if i else False
    return (ordered[i - 1] + ordered[i]) / 2 if even and jump >= JUMP_EM * size else None
