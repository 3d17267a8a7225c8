"""Puts gradients together that are drawn as stacks of thin strips, each a shade off its neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendapack.extract.model import Box, Colour, Fill, Rule, union

MIN_STRIPS = 8
"""Strips of a gradient; fewer are rows."""
MAX_STRIP_PT = 8.0
"""Breadth of a strip."""
GAP_PT = 1.5
"""White or overlap between neighbouring strips."""
SAME_PT = 0.5
MAX_STEP = 30
"""Largest difference of a colour channel between neighbouring strips (0-255)."""

LAST = 1 << 30
"""Place in the drawing order of a strip whose own is not kept."""

_Strip = tuple[Box, Colour, int, int]
"""Box, colour, place in its list (rules first), drawing order."""


def whole_gradients(
    rules: Sequence[Rule], fills: Sequence[tuple[Fill, int]]
) -> tuple[tuple[Rule, ...], list[tuple[Fill, int]]]:
    """Rules and fills with every stack of strips replaced by one fill of its middle colour."""
    strips: list[_Strip] = [
        (_thick(rule), rule.colour, i, LAST) for i, rule in enumerate(rules) if rule.thickness
    ]
    strips += [
        (fill.box, fill.colour, len(rules) + i, order)
        for i, (fill, order) in enumerate(fills)
        if min(fill.box.width, fill.box.height) <= MAX_STRIP_PT
    ]
    if len(strips) < MIN_STRIPS:
        return tuple(rules), list(fills)
    gone: set[int] = set()
    made: list[tuple[Fill, int]] = []
    for stack in (*_stacks(strips, level=True), *_stacks(strips, level=False)):
        middle = stack[len(stack) // 2]
        gone.update(place for _, _, place, _ in stack)
        made.append((Fill(union(s[0] for s in stack), middle[1]), min(s[3] for s in stack)))
    kept_rules = tuple(rule for i, rule in enumerate(rules) if i not in gone)
    kept_fills = [pair for i, pair in enumerate(fills, len(rules)) if i not in gone]
    return kept_rules, sorted([*kept_fills, *made], key=lambda pair: pair[1])


def _thick(rule: Rule) -> Box:
    """The rectangle that a thin filled rule covers."""
    half = rule.thickness / 2
    box = rule.box
    if rule.horizontal:
        return Box(box.x0, box.top - half, box.x1, box.bottom + half)
    return Box(box.x0 - half, box.top, box.x1 + half, box.bottom)


def _stacks(strips: Iterable[_Strip], level: bool) -> list[list[_Strip]]:
    """Runs of strips with the same ends that touch and change colour little by little."""
    groups: dict[tuple[int, int], list[_Strip]] = {}
    for strip in strips:
        box = strip[0]
        if (box.width >= box.height) != level:
            continue
        ends = (box.x0, box.x1) if level else (box.top, box.bottom)
        groups.setdefault((round(ends[0] / SAME_PT), round(ends[1] / SAME_PT)), []).append(strip)
    stacks = []
    for group in groups.values():
        if len(group) < MIN_STRIPS:
            continue
        group.sort(key=lambda s: s[0].top if level else s[0].x0)
        run = [group[0]]
        for strip in group[1:]:
            if _touches(run[-1], strip, level):
                run.append(strip)
                continue
            stacks.append(run)
            run = [strip]
        stacks.append(run)
    return [s for s in stacks if len(s) >= MIN_STRIPS and len({strip[1] for strip in s}) > len(s) // 2]


def _touches(a: _Strip, b: _Strip, level: bool) -> bool:
    gap = b[0].top - a[0].bottom if level else b[0].x0 - a[0].x1
    step = max(abs(p - q) for p, q in zip(a[1], b[1], strict=True))
    return abs(gap) <= GAP_PT and step <= MAX_STEP
