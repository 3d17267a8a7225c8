"""Completes the ruling of a scan at its coloured cells, where a rule is often as light as the colour.

A level rule that stops at a coloured area and goes on behind it runs through; a coloured cell in a
ruled table has a border on every side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.model import Box, Fill, Rule

SAME_PT = 2.5
"""Rules and edges of fills this near to each other are one line, seen twice."""
TOUCH_PT = 4.0
"""A fill this near to a rule belongs to its table."""
STEP_PT = 3.0
"""Gaps in a rule are looked at in steps of this length."""
COVERED = 0.9
"""Share of a gap, or of a fill's side, that counts as all of it."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A level or upright line from `start` to `end`."""

    at: float
    start: float
    end: float
    thick: float = 0.0


def with_borders(rules: Sequence[Rule], fills: Sequence[Fill]) -> tuple[Rule, ...]:
    """The rules, bridged over fills, and the borders that fills in a ruled table lack."""
    ruled = [f for f in fills if any(_touches(f.box, r.box) for r in rules)]
    done: list[Rule] = []
    for horizontal in (True, False):
        lines = [_line(r.box, horizontal, r.thickness) for r in rules if r.horizontal is horizontal]
        areas = [_turned(f.box, horizontal) for f in ruled]
        # a band interrupts upright rules and means it; nothing interrupts a row but a light rule
        lines = _joined([*lines, *_missing(lines, areas)], areas if horizontal else [])
        done.extend(_rule(line, horizontal) for line in lines)
    return tuple(done)


def _missing(lines: Sequence[_Line], areas: Iterable[Box]) -> list[_Line]:
    """Upper and lower edges of the areas along which no line runs."""
    edges = [_Line(at, a.x0, a.x1) for a in areas for at in (a.top, a.bottom)]
    return [e for e in edges if _ruled_share(e, lines) < COVERED]


def _ruled_share(edge: _Line, lines: Iterable[_Line]) -> float:
    shared = sum(
        max(0.0, min(line.end, edge.end) - max(line.start, edge.start))
        for line in lines
        if abs(line.at - edge.at) <= SAME_PT
    )
    return shared / max(1.0, edge.end - edge.start)


def _joined(lines: Iterable[_Line], areas: Sequence[Box]) -> list[_Line]:
    """Lines at one height made one where they overlap or only fills lie between them."""
    done: list[_Line] = []
    for line in sorted(lines, key=lambda e: e.start):
        for i, other in enumerate(done):
            if abs(other.at - line.at) <= SAME_PT and _continues(other, line, areas):
                done[i] = _merged(other, line)
                break
        else:
            done.append(line)
    return done


def _continues(a: _Line, b: _Line, areas: Sequence[Box]) -> bool:
    gap = b.start - a.end
    if gap <= SAME_PT:
        return True
    steps = max(1, round(gap / STEP_PT))
    places = [a.end + gap * (i + 0.5) / steps for i in range(steps)]
    inside = sum(any(r.grown(SAME_PT).holds(x, a.at) for r in areas) for x in places)
    return inside >= COVERED * steps


def _merged(a: _Line, b: _Line) -> _Line:
    """One line for both; a rule that was seen tells the place better than the edge of a fill."""
    if bool(a.thick) is not bool(b.thick):
        at = a.at if a.thick else b.at
    else:
        length_a, length_b = a.end - a.start, b.end - b.start
        at = (a.at * length_a + b.at * length_b) / max(1.0, length_a + length_b)
    return _Line(at, min(a.start, b.start), max(a.end, b.end), max(a.thick, b.thick))


def _touches(area: Box, rule: Box) -> bool:
    grown = area.grown(TOUCH_PT)
    return (
        grown.x0 <= rule.x1 and rule.x0 <= grown.x1 and grown.top <= rule.bottom and rule.top <= grown.bottom
    )


def _turned(box: Box, horizontal: bool) -> Box:
    return box if horizontal else Box(box.top, box.x0, box.bottom, box.x1)


def _line(box: Box, horizontal: bool, thick: float) -> _Line:
    flat = _turned(box, horizontal)
    return _Line(flat.mid_y, flat.x0, flat.x1, thick)


def _rule(line: _Line, horizontal: bool) -> Rule:
    half = line.thick / 2
    return Rule(
        _turned(Box(line.start, line.at - half, line.end, line.at + half), horizontal), horizontal, line.thick
    )
