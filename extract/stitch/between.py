"""Looks at what is printed between two grids: nothing, headings of the table, or other text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from agendapack.extract.model import Cell, Colour, Fill, Grid, Page, Row, union
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.surroundings import blocks

SAME_WIDTH_PT = 12.0
"""Pages of one table may differ this much in width."""
SLACK_PT = 2.0
"""Text may overlap the edge of a table this much and still stand outside."""
MAX_GAP_PT = 110.0
"""Parts of one table on a page stand no further apart than a few headings need."""
MAX_LINES = 6
"""Lines of the headings between two parts of a table."""
HEAD_SHARE, FOOT_SHARE = 0.06, 0.93
"""Text above and below these parts of a page's height is a head or foot, even when it does not recur."""
EDGE_PT = 12.0
"""A heading of a table begins inside the table's edges, give or take this much."""
MAX_PLAIN_CHARS = 60
"""A heading without bold, italic or colour is short."""
BAND_SHARE = 0.85
"""Share of the table's width that a coloured band behind a heading covers."""
WHITE_FROM = 245
"""From this on in all channels (0-255) a fill is white to the eye."""
_STAMP = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
"""A page number, wherever it stands."""


def between(
    upper: Grid,
    lower: Grid,
    pages: Mapping[int, Page],
    text: Mapping[int, Sequence[TextLine]],
    heads: Collection[str] = (),
) -> list[Row] | None:
    """The bands between two grids; None when they cannot be parts of one table.

    `heads` are the table's header rows, squeezed: a head that stands alone at the foot of a page
    is no band.
    """
    if lower.page == upper.page:
        gap = lower.box.top - upper.box.bottom
        if not -SLACK_PT <= gap <= MAX_GAP_PT:
            return None
        lines = _inside(text.get(upper.page, ()), upper.box.bottom, lower.box.top, lower)
    elif lower.page == upper.page + 1:
        if abs(upper.page_size[0] - lower.page_size[0]) > SAME_WIDTH_PT:
            return None
        foot, head = pages[upper.page].height * FOOT_SHARE, pages[lower.page].height * HEAD_SHARE
        lines = [
            n for n in _inside(text.get(upper.page, ()), upper.box.bottom, foot, None) if n.box.top < foot
        ]
        lines += [
            n for n in _inside(text.get(lower.page, ()), head, lower.box.top, None) if n.box.bottom > head
        ]
    else:
        return None
    lines = [line for line in lines if squeezed(line.text) not in heads]
    if len(lines) > MAX_LINES or not all(_is_heading(line, upper, pages[line.page]) for line in lines):
        return None
    return [_band(block, upper, pages[block[0].page]) for block in blocks(lines)]


def squeezed(text: str) -> str:
    """A text without spaces and case, to compare what is printed in one line or in cells."""
    return "".join(text.split()).casefold()


def _inside(lines: Sequence[TextLine], top: float, bottom: float, beside: Grid | None) -> list[TextLine]:
    return [
        line
        for line in lines
        if not _STAMP.fullmatch(line.text)
        and line.box.mid_y > top - SLACK_PT
        and line.box.mid_y < bottom + SLACK_PT
        and (beside is None or line.box.x1 > beside.box.x0 and line.box.x0 < beside.box.x1)
    ]


def _is_heading(line: TextLine, table: Grid, page: Page) -> bool:
    if line.box.x0 < table.box.x0 - EDGE_PT or line.box.x1 > table.box.x1 + EDGE_PT:
        return False
    set_apart = line.bold or line.italic or _behind(line, table, page.fills) is not None
    return set_apart or len(line.text) <= MAX_PLAIN_CHARS and not line.text.endswith((".", ",", ";"))


def _behind(line: TextLine, table: Grid, fills: Sequence[Fill]) -> Colour | None:
    """The colour of the band that a line stands on."""
    for fill in reversed(fills):
        wide = min(fill.box.x1, table.box.x1) - max(fill.box.x0, table.box.x0)
        on_it = fill.box.top <= line.box.mid_y <= fill.box.bottom
        if on_it and wide >= BAND_SHARE * table.box.width and min(fill.colour) < WHITE_FROM:
            return fill.colour
    return None


def _band(block: Sequence[TextLine], table: Grid, page: Page) -> Row:
    """A row with one cell over all columns."""
    box = union(line.box for line in block)
    cell = Cell(
        row=0,
        column=0,
        text="\n".join(line.text for line in block),
        page=page.number,
        box=box,
        column_span=table.columns,
        words=tuple(w for line in block for w in line.words),
        fill=_behind(block[0], table, page.fills),
    )
    return Row((cell,), page.number, box, kind="band")
