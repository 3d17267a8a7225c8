"""Lines beside each other on baselines of their own: a label and its figures, heads of several lines."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.lines import BASELINE_EM, Chunk, Line, baseline

BESIDE = 0.25
"""Lines that share more of their height stand beside each other; the lines of a text share none."""


def together(lines: Sequence[Line]) -> list[Line]:
    """The lines, those beside each other as one."""
    found: list[Line] = []
    for line in lines:
        if found and _are_beside(found[-1], line):
            chunks = sorted([*found[-1].chunks, *line.chunks], key=lambda c: c.x0)
            found[-1] = Line(tuple(chunks), line.base)
        else:
            found.append(line)
    return found


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines as they are printed, each on its own baseline."""
    found: list[Line] = []
    for line in lines:
        bases: dict[float, list[Chunk]] = {}
        for chunk in line.chunks:
            base = baseline(chunk.words[0])
            near = next((b for b in bases if abs(b - base) <= BASELINE_EM * line.size), base)
            bases.setdefault(near, []).append(chunk)
        one = len(bases) == 1
        found += [line] if one else [Line(tuple(some), base) for base, some in sorted(bases.items())]
    return found


def _are_beside(above: Line, line: Line) -> bool:
    """Whether they share height, and no text of the one stands over one of the other."""
    shared = min(above.bottom, line.bottom) - max(above.top, line.top)
    if shared <= BESIDE * min(above.bottom - above.top, line.bottom - line.top):
        return False
    return not any(a.x0 < b.x1 and b.x0 < a.x1 for a in above.chunks for b in line.chunks)
