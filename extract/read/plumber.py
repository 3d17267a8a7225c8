"""The second reader: pdfplumber's characters and edges as the same `Page` values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber

from extract.model import Box, Colour, Fill, Page, Picture, Rule
from extract.read.pdfium import open_pdf
from extract.read.pdfium_objects import MAX_RULE_THICKNESS_PT, MIN_RULE_LENGTH_PT
from extract.read.runs import Run
from extract.read.visible import Surroundings, visible
from extract.read.words import build_words


def read_pages(path: Path, numbers: range | None = None) -> Iterator[Page]:
    """Yield the pages in order; opening errors are those of the default reader."""
    open_pdf(path).close()
    with pdfplumber.open(path) as document:
        for index, page in enumerate(document.pages):
            if numbers is None or index + 1 in numbers:
                yield _page(page, index + 1)
            page.close()


def _page(page: Any, number: int) -> Page:
    runs = [_run(c) for c in page.chars if c["text"]]
    fills = [(Fill(_box(r), _colour(r.get("non_stroking_color"))), 0) for r in page.rects if _is_area(r)]
    pictures = [(Picture(_box(i)), 0) for i in page.images]
    around = Surroundings(Box(0, 0, float(page.width), float(page.height)), fills, backdrops=[(p.box, 0) for p, _ in pictures])
    shown, hidden = visible(runs, around)
    return Page(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(build_words(shown)),
        rules=tuple(_rules(page)),
        fills=tuple(fill for fill, _ in fills),
        pictures=tuple(picture for picture, _ in pictures),
        hidden=tuple(build_words(hidden)),
        reader="pdfplumber",
    )


def _run(char: dict[str, Any]) -> Run:
    """A run of one character; pdfplumber has no drawing order and no clips."""
    a, b, _, _, _, _ = char["matrix"]
    turn = (0 if a > 0 else 180) if abs(a) >= abs(b) else (270 if b > 0 else 90)
    box = _box(char)
    size = float(char["size"])
    name = char["fontname"].lower()
    if turn == 0:
        start, end, base = box.x0, box.x1, box.bottom - 0.21 * size
    elif turn == 90:
        start, end, base = box.top, box.bottom, -box.x0 - 0.21 * size
    elif turn == 180:
        start, end, base = -box.x1, -box.x0, -box.top - 0.21 * size
    else:
        start, end, base = -box.bottom, -box.top, box.x1 - 0.21 * size
    return Run(
        char["text"],
        [start] * len(char["text"]),
        [end] * len(char["text"]),
        base,
        size,
        "bold" in name,
        "italic" in name or "oblique" in name,
        turn,
        _colour(char.get("non_stroking_color")),
        order=1,
    )


def _rules(page: Any) -> Iterator[Rule]:
    for edge in page.edges:
        box = _box(edge)
        if max(box.width, box.height) >= MIN_RULE_LENGTH_PT:
            yield Rule(
                box,
                edge["orientation"] == "h",
                float(edge.get("linewidth") or 0),
                _colour(edge.get("stroking_color")),
            )


def _is_area(rect: dict[str, Any]) -> bool:
    return bool(rect.get("fill")) and min(rect["width"], rect["height"]) > MAX_RULE_THICKNESS_PT


def _box(thing: dict[str, Any]) -> Box:
    return Box(float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"]))


def _colour(value: Any) -> Colour:
    """A PDF colour (grey, RGB or CMYK, 0-1) as RGB; unknown ones count as black."""
    if isinstance(value, (int, float)):
        value = (value,)
    if not value or not all(isinstance(v, (int, float)) for v in value):
        return (0, 0, 0)
    parts = [min(1.0, max(0.0, float(v))) for v in value]
    if len(parts) == 1:
        parts *= 3
    elif len(parts) == 4:
        c, m, y, k = parts
        parts = [(1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)]
    elif len(parts) != 3:
        return (0, 0, 0)
    r, g, b = (round(255 * v) for v in parts)
    return (r, g, b)
