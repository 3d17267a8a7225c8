"""What may stand between two grids of one table: each bound from both sides."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from outline.typeset import put
from sheets import grid

from agendapack.extract.model import Box, Fill, Page
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.stitch.between import between

WIDE = (100, 250, 100)
HIGH = 842.0
PROSE = "The committee noted the actions above and asked for a report on the gates, which is due in May."
LONG = "Quays that are clean and safe for all who work there and all who walk on them"
UPPER = grid("*Ref | *Action | *Due", "A 1 | Dredge the basin | Mar 2032", widths=WIDE)
END = UPPER.box.bottom


def line(page: int, top: float, text: str, style: str = "", x: float = 60.0) -> TextLine:
    return make_line(page, put(x, top, text, style))


def bands(
    *lines: TextLine, gap: float = 100.0, page: int = 1, fills: Sequence[Fill] = (), width: float = 595.0
) -> int:
    """How many bands stand between two grids, this far apart on one page or on two; -1 for two tables."""
    lower = grid(
        "A 2 | Paint the crane | May 2032", widths=WIDE, page=page, top=END + gap if page == 1 else 100.0
    )
    lower = grid(
        "A 2 | Paint the crane | May 2032", widths=WIDE, page=page, top=lower.box.top, page_size=(width, HIGH)
    )
    pages = {n: Page(n, 595.0 if n == 1 else width, HIGH, fills=tuple(fills)) for n in (1, 2)}
    found = between(UPPER, lower, pages, {n: [one for one in lines if one.page == n] for n in (1, 2)})
    return -1 if found is None else len(found)


def band(share: float, grey: int) -> Fill:
    """A coloured strip over a share of the table's width, 5 to 25 points below the grid."""
    box = UPPER.box
    return Fill(Box(box.x0, END + 5, box.x0 + share * box.width, END + 25), (grey, grey, grey))


CASES = [
    ("pages of nearly one width", {"page": 2, "width": 603.0}, (), 0),
    ("pages of two widths", {"page": 2, "width": 610.0}, (), -1),
    ("grids that touch", {"gap": -1.5}, (), 0),
    ("grids that overlap", {"gap": -2.5}, (), -1),
    ("grids near each other", {"gap": 90.0}, (), 0),
    ("grids far apart", {"gap": 130.0}, (), -1),
    ("five headings", {}, [line(1, END + 10 + 15 * n, f"Theme {n}", "b") for n in range(5)], 1),
    ("eight headings", {"gap": 109.0}, [line(1, END + 8 + 12 * n, f"Theme {n}", "b") for n in range(8)], -1),
    ("a text at the head of the next page", {"page": 2}, [line(2, 30.0, PROSE)], 0),
    ("a text below the head of the next page", {"page": 2}, [line(2, 58.0, PROSE)], -1),
    ("a text at the foot of the page", {"page": 2}, [line(1, 800.0, PROSE)], 0),
    ("a text above the foot of the page", {"page": 2}, [line(1, 700.0, PROSE)], -1),
    ("a heading a little left of the table", {}, [line(1, END + 10, "Theme", "b", x=41.0)], 1),
    ("a heading left of the table", {}, [line(1, END + 10, "Theme", "b", x=35.0)], -1),
    ("a short plain heading", {}, [line(1, END + 10, LONG[:45])], 1),
    ("a long plain line", {}, [line(1, END + 10, LONG[:75], x=52.0)], -1),
    (
        "a long line on a coloured strip",
        {"fills": [band(0.95, 200)]},
        [line(1, END + 10, LONG[:75], x=52.0)],
        1,
    ),
    (
        "on a strip under a part of it",
        {"fills": [band(0.6, 200)]},
        [line(1, END + 10, LONG[:75], x=52.0)],
        -1,
    ),
    (
        "on a strip that is nearly white",
        {"fills": [band(0.95, 250)]},
        [line(1, END + 10, LONG[:75], x=52.0)],
        -1,
    ),
]


@pytest.mark.parametrize(("more", "lines", "found"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_between(more: dict[str, object], lines: Sequence[TextLine], found: int) -> None:
    assert bands(*lines, **more) == found  # type: ignore[arg-type]
