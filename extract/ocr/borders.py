"""Completes the ruling of a scan at its coloured cells, where a rule is often as light as the colour.

A level rule that stops at a coloured area and goes on behind it runs through; a coloured cell in a
ruled table has a border on every side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Fill, Rule, Word

SAME_PT = 2.5
"""Rules and edges of fills this near to each other are one line, seen twice."""
TOUCH_PT = 4.0
"""A rule that ends this near to a corner of a fill goes on from it."""
STEP_PT = 3.0
"""Gaps in a rule are looked at in steps of this length."""
LEAST_SIDES = 2
"""A fill with so many ruled sides is a cell of the table; others are marks or bands of their own."""
LEAST_ENDS = 3
"""Where so many upright rules end at a coloured band, the row they part ends there."""
DARK = 80
"""Of 255: on a darker ground no rule is seen."""
COVERED = 0.9
"""Share of a gap, or of a fill's side, that counts as all of it."""


@dataclass(frozen=True, slots=True)
class _Border:
    """A level or upright line from `start` to `end`."""

    at: float
    start: float
    end: float
    thick: float = 0.0


def with_borders(
    rules: Sequence[Rule], fills: Sequence[Fill], words: Sequence[Word] = ()
) -> tuple[Rule, ...]:
    """The rules, bridged over fills, and the borders that coloured cells of a ruled table lack."""
    lines = {
        way: [_line(r.box, way, r.thickness) for r in rules if r.horizontal is way] for way in (True, False)
    }
    cells: list[Box] = []
    left = [f.box for f in fills]
    lines[True] += [edge for box in left for edge in _stops(lines[False], box)]
    # a cell beside a cell that has got its borders may follow
    while some := [box for box in left if _is_cell(box, lines)]:
        cells += some
        left = [box for box in left if box not in some]
        for way in (True, False):
            lines[way] += _missing(lines[way], [_turned(box, way) for box in some])
    dark = [f.box for f in fills if sum(f.colour) <= 3 * DARK]
    lines[False] += [line for box in dark for line in _through(lines[False], box, words)]
    # a band interrupts upright rules and means it; nothing interrupts a row but a light rule
    joined = {True: _joined(lines[True], cells), False: _joined(lines[False], [])}
    return tuple(_rule(line, way) for way in (True, False) for line in joined[way])


def _stops(uprights: Sequence[_Border], band: Box) -> Iterator[_Border]:
    """The edges of a band that end the rows above or below it."""
    along = [line for line in uprights if band.x0 - TOUCH_PT <= line.at <= band.x1 + TOUCH_PT]
    for edge, ends in zip(
        _edges(band), ([line.end for line in along], [line.start for line in along]), strict=True
    ):
        if sum(abs(end - edge.at) <= TOUCH_PT for end in ends) >= LEAST_ENDS:
            yield edge


def _through(lines: Sequence[_Border], head: Box, words: Sequence[Word]) -> Iterator[_Border]:
    """The upright rules that end at a dark head, across it: on black nobody sees them."""
    inside = [w.box for w in words if head.holds(w.box.mid_x, w.box.mid_y)]
    places = sorted(
        line.at
        for line in lines
        if head.x0 + TOUCH_PT < line.at < head.x1 - TOUCH_PT
        and (abs(line.start - head.bottom) <= TOUCH_PT or abs(line.end - head.top) <= TOUCH_PT)
        and not any(box.x0 < line.at - SAME_PT and box.x1 > line.at + SAME_PT for box in inside)
    )
    # words in one column only are a title
    if len({sum(box.mid_x > at for at in places) for box in inside}) > 1:
        yield from (_Border(at, head.top, head.bottom) for at in places)


def _is_cell(box: Box, lines: Mapping[bool, Sequence[_Border]]) -> bool:
    """Whether two of the sides have a rule along them or going on from them."""
    sides = [(edge, lines[way]) for way in (True, False) for edge in _edges(_turned(box, way))]
    return sum(_is_ruled(edge, some) for edge, some in sides) >= LEAST_SIDES


def _is_ruled(edge: _Border, lines: Sequence[_Border]) -> bool:
    if _ruled_share(edge, lines) >= COVERED:
        return True
    return any(
        abs(line.at - edge.at) <= SAME_PT
        and (abs(line.end - edge.start) <= TOUCH_PT or abs(line.start - edge.end) <= TOUCH_PT)
        for line in lines
    )


def _edges(area: Box) -> list[_Border]:
    return [_Border(at, area.x0, area.x1) for at in (area.top, area.bottom)]


def _missing(lines: Sequence[_Border], areas: Iterable[Box]) -> list[_Border]:
    """Edges of the areas along which no line runs."""
    return [edge for area in areas for edge in _edges(area) if _ruled_share(edge, lines) < COVERED]


def _ruled_share(edge: _Border, lines: Iterable[_Border]) -> float:
    shared = sum(
        max(0.0, min(line.end, edge.end) - max(line.start, edge.start))
        for line in lines
        if abs(line.at - edge.at) <= SAME_PT
    )
    return shared / max(1.0, edge.end - edge.start)


def _joined(lines: Iterable[_Border], areas: Sequence[Box]) -> list[_Border]:
    """Lines at one height made one where they overlap or only fills lie between them."""
    done: list[_Border] = []
    for line in sorted(lines, key=lambda e: e.start):
        for i, other in enumerate(done):
            if abs(other.at - line.at) <= SAME_PT and _continues(other, line, areas):
                done[i] = _merged(other, line)
                break
        else:
            done.append(line)
    return done


def _continues(a: _Border, b: _Border, areas: Sequence[Box]) -> bool:
    gap = b.start - a.end
    if gap <= SAME_PT:
        return True
    steps = max(1, round(gap / STEP_PT))
    places = [a.end + gap * (i + 0.5) / steps for i in range(steps)]
    # where a part of the rule is seen on a colour, no more of it is there
    hiding = [r for r in areas if max(_within(a, r), _within(b, r)) <= TOUCH_PT]
    inside = sum(any(r.grown(SAME_PT).holds(x, a.at) for r in hiding) for x in places)
    return inside >= COVERED * steps


def _within(line: _Border, area: Box) -> float:
    """How much of a level line lies on the area, away from its edges."""
    if not area.top + SAME_PT < line.at < area.bottom - SAME_PT:
        return 0.0
    return max(0.0, min(line.end, area.x1) - max(line.start, area.x0))


def _merged(a: _Border, b: _Border) -> _Border:
    """One line for both; a rule that was seen tells the place better than the edge of a fill."""
    if bool(a.thick) is not bool(b.thick):
        at = a.at if a.thick else b.at
    else:
        length_a, length_b = a.end - a.start, b.end - b.start
        at = (a.at * length_a + b.at * length_b) / max(1.0, length_a + length_b)
    return _Border(at, min(a.start, b.start), max(a.end, b.end), max(a.thick, b.thick))


def _turned(box: Box, horizontal: bool) -> Box:
    return box if horizontal else Box(box.top, box.x0, box.bottom, box.x1)


def _line(box: Box, horizontal: bool, thick: float) -> _Border:
    flat = _turned(box, horizontal)
    return _Border(flat.mid_y, flat.x0, flat.x1, thick)


def _rule(line: _Border, horizontal: bool) -> Rule:
    half = line.thick / 2
    return Rule(
        _turned(Box(line.start, line.at - half, line.end, line.at + half), horizontal), horizontal, line.thick
    )
