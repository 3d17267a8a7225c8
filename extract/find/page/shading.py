"""Coloured areas as evidence of cells: their borders, and the white gaps between them, as edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendapack.extract.find.page.edges import Edge, joined
from agendapack.extract.model import Box, Colour, Fill, Page, Rule

BEHIND = 0.5
"""Share of a cell a colour must cover to be the cell's."""
WHITE_FROM = 245
"""A colour all of whose parts reach this is white."""
MIN_CELL_PT = 5.0
"""Lower or narrower areas are bars and lines, not cells."""
MAX_GAP_PT = 6.0
"""White strips up to this width part coloured cells."""
MIN_STRIP_RATIO = 3.0
"""Length to breadth of an area that counts as a line."""
MAX_SHARE = 0.5
"""An area that takes more of the page is its background."""
TOUCH_PT = 1.5
"""Areas this near touch."""
SEEN = 0.3
"""Share of a white line's length with colour under or beside it from which it can be seen."""
MAX_AREAS = 2000
"""Coloured cells on a page; a page with more is a drawing."""
MAX_FILLS = 4000
"""Coloured areas looked at; a page with more is a map or a drawing."""


def cell_areas(page: Page) -> list[Fill]:
    """Coloured areas that may be cells, bands or columns: nested and stacked shading joined."""
    limit = MAX_SHARE * page.width * page.height
    areas = [
        f
        for f in page.fills[:MAX_FILLS]
        if not _white(f.colour) and min(f.box.width, f.box.height) >= MIN_CELL_PT and f.box.area <= limit
    ]
    return _outermost(_stacked(areas))


def narrow_areas(page: Page, horizontal: bool) -> list[Edge]:
    """Narrow areas, white gaps between coloured cells among them, as edges along their middle."""
    fills = page.fills[:MAX_FILLS]
    narrow = [f for f in fills if _is_narrow(f.box) and (f.box.width > f.box.height) == horizontal]
    ground = _ground(page)
    seen = [f.box for f in narrow if not _white(f.colour) or _on(f.box, ground)]
    if horizontal:
        return [Edge(b.mid_y, b.x0, b.x1) for b in seen]
    return [Edge(b.mid_x, b.top, b.bottom) for b in seen]


def visible(page: Page) -> list[Rule]:
    """The ruling lines that a reader sees."""
    if not any(_white(rule.colour) for rule in page.rules):
        return list(page.rules)
    ground = _ground(page)
    return [rule for rule in page.rules if not _white(rule.colour) or _on(rule.box, ground)]


def _ground(page: Page) -> list[Box]:
    """What white can be seen on."""
    return [f.box for f in page.fills[:MAX_FILLS] if not _white(f.colour)] + [p.box for p in page.pictures]


def _is_narrow(box: Box) -> bool:
    short, long = sorted((box.width, box.height))
    return short <= MAX_GAP_PT and long >= MIN_STRIP_RATIO * short


def _white(colour: Colour) -> bool:
    return min(colour) >= WHITE_FROM


def _on(box: Box, ground: Sequence[Box]) -> bool:
    """Whether something coloured lies under or beside enough of its length, or at both of its ends.

    White on white cannot be seen: a line between two cells below a coloured head touches that with one end.
    """
    near, flat = box.grown(TOUCH_PT), box.width > box.height
    start, end = (box.x0, box.x1) if flat else (box.top, box.bottom)
    beside = [(b.x0, b.x1) if flat else (b.top, b.bottom) for b in ground if near.overlap(b) > 0]
    parts = [Edge(0.0, max(a, start), min(b, end)) for a, b in beside if min(b, end) > max(a, start)]
    covered = sum(edge.length for edge in joined(parts, reach=0.0))
    ends = any(a <= start for a, _ in beside) and any(b >= end for _, b in beside)
    return ends or covered >= SEEN * (end - start)


def _stacked(areas: Iterable[Fill]) -> list[Fill]:
    """Join areas of one colour and width that touch: shading drawn line by line."""
    joined: list[Fill] = []
    last: dict[tuple[Colour, int, int], int] = {}
    for area in sorted(areas, key=lambda f: f.box.top):
        key = (area.colour, round(area.box.x0), round(area.box.x1))
        at = last.get(key)
        if at is not None and area.box.top - joined[at].box.bottom <= TOUCH_PT and area.box.height < 16:
            box = joined[at].box
            joined[at] = Fill(Box(box.x0, box.top, box.x1, max(box.bottom, area.box.bottom)), area.colour)
        else:
            last[key] = len(joined)
            joined.append(area)
    return joined


def _outermost(areas: Sequence[Fill]) -> list[Fill]:
    """Drop areas that lie inside another of the same colour."""
    kept: list[Fill] = []
    by_colour: dict[Colour, list[Box]] = {}
    for area in sorted(areas, key=lambda f: -f.box.area):
        boxes = by_colour.setdefault(area.colour, [])
        if not any(
            b.x0 - 1 <= area.box.x0
            and b.top - 1 <= area.box.top
            and b.x1 + 1 >= area.box.x1
            and b.bottom + 1 >= area.box.bottom
            for b in boxes
        ):
            boxes.append(area.box)
            kept.append(area)
    return kept


def borders(areas: Sequence[Fill], horizontal: bool) -> list[Edge]:
    """The upper and lower, or left and right, borders of the areas."""
    if horizontal:
        return [Edge(y, f.box.x0, f.box.x1) for f in areas for y in (f.box.top, f.box.bottom)]
    return [Edge(x, f.box.top, f.box.bottom) for f in areas for x in (f.box.x0, f.box.x1)]


def seams(areas: Sequence[Fill]) -> list[Edge]:
    """The upright borders between coloured cells beside each other: no text runs on over them."""
    found: list[Edge] = []
    rows: dict[tuple[int, int], Box] = {}
    for box in sorted((f.box for f in areas), key=lambda b: b.x0):
        key = round(box.top), round(box.bottom)
        last = rows.get(key)
        if last is not None and abs(box.x0 - last.x1) <= TOUCH_PT:
            found.append(Edge(box.x0, box.top, box.bottom))
        rows[key] = box
    return found
