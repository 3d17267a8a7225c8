"""The second reader: pdfplumber's characters and edges as the same `Page` values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pdfplumber

from agendapack.extract.errors import DamagedPdf
from agendapack.extract.model import Box, Colour, Fill, Note, Page, Picture, Rule
from agendapack.extract.read.gaps import COLUMN_EM
from agendapack.extract.read.pdfium_file import open_pdf, password_of
from agendapack.extract.read.pdfium_objects import SYMBOL_NAMES
from agendapack.extract.read.pdfium_paths import MAX_RULE_THICKNESS_PT, MIN_RULE_LENGTH_PT
from agendapack.extract.read.runs import Run, along
from agendapack.extract.read.strikethrough import struck_out
from agendapack.extract.read.superscripts import set_marks
from agendapack.extract.read.text_layer import notes
from agendapack.extract.read.visible import Graphics, visible
from agendapack.extract.read.words import build_words


def read_pages(path: Path, numbers: range | None = None) -> Iterator[Page]:
    """Yield the pages in order; opening errors are those of the default reader."""
    open_pdf(path).close()
    try:
        document = pdfplumber.open(path, password=password_of(path))
        pages = document.pages
    except Exception as error:  # pdfminer raises whatever a damaged file makes it stumble over
        raise DamagedPdf(path, "the second reader cannot open the PDF.") from error
    with document:
        for index, page in enumerate(pages):
            if numbers is None or index + 1 in numbers:
                yield _read_page(page, index + 1)
            page.close()


def _read_page(page: Any, number: int) -> Page:
    try:
        return _page(page, number)
    except Exception as error:  # one bad page must not stop the pack
        detail = f"the second reader cannot read the page ({type(error).__name__})"
        return Page(number, 0, 0, notes=(Note("unread_page", number, None, detail),), reader="pdfplumber")


def _page(page: Any, number: int) -> Page:
    runs = list(_runs(page.chars))
    box = Box(0, 0, float(page.width), float(page.height))
    fills = [(Fill(_box(r), _colour(r.get("non_stroking_color"))), 0) for r in page.rects if _is_area(r)]
    pictures = [(Picture(_box(i)), 0) for i in page.images]
    seen, hidden = visible(runs, Graphics(box, fills, backdrops=[(p.box, 0) for p, _ in pictures]))
    drawn = tuple(_rules(page))
    words, rules = struck_out(set_marks(build_words(seen, drawn)), drawn)
    return Page(
        number=number,
        width=box.width,
        height=box.height,
        words=tuple(words),
        rules=rules,
        fills=tuple(fill for fill, _ in fills),
        pictures=tuple(picture for picture, _ in pictures),
        hidden=tuple(build_words(hidden)),
        notes=notes(seen, words, number),
        reader="pdfplumber",
    )


def _runs(chars: Iterable[dict[str, Any]]) -> Iterator[Run]:
    """Characters in one style that follow one another on a baseline, together."""
    last: Run | None = None
    style: tuple[Any, ...] = ()
    for char in chars:
        if not char["text"]:
            continue
        own = (char["fontname"], round(char["size"], 2), str(char.get("non_stroking_color")))
        run = _run(char)
        if last is not None and own == style and _goes_on(last, run):
            last.text += run.text
            last.starts += run.starts
            last.ends += run.ends
            continue
        if last is not None:
            yield last
        last, style = run, own
    if last is not None:
        yield last


def _goes_on(last: Run, run: Run) -> bool:
    gap = run.starts[0] - last.ends[-1]
    return last.turn == run.turn and abs(last.base - run.base) < 0.01 and abs(gap) <= COLUMN_EM * run.size


def _run(char: dict[str, Any]) -> Run:
    """A run of one character; pdfplumber has no drawing order and no clips."""
    a, b, _, _, _, _ = char["matrix"]
    turn = (0 if a > 0 else 180) if abs(a) >= abs(b) else (270 if b > 0 else 90)
    start, end, base = along(turn, _box(char))
    name, size = char["fontname"].lower(), float(char["size"])
    count = len(char["text"])
    return Run(
        char["text"],
        [start] * count,
        [end] * count,
        base,
        size,
        "bold" in name,
        "italic" in name or "oblique" in name,
        turn,
        _colour(char.get("non_stroking_color")),
        order=1,
        symbols=name if any(w in name for w in SYMBOL_NAMES) else "",
    )


def _rules(page: Any) -> Iterator[Rule]:
    """Strokes, and thin filled boxes; the edge of a filled area is no ruling."""
    for rect in page.rects:
        if rect.get("fill") and not rect.get("stroke") and not _is_area(rect):
            box = _box(rect)
            level = box.width >= box.height
            middle = (
                Box(box.x0, box.mid_y, box.x1, box.mid_y)
                if level
                else Box(box.mid_x, box.top, box.mid_x, box.bottom)
            )
            if max(box.width, box.height) >= MIN_RULE_LENGTH_PT:
                yield Rule(middle, level, min(box.width, box.height), _colour(rect.get("non_stroking_color")))
    for edge in page.edges:
        box = _box(edge)
        if edge.get("stroke") and max(box.width, box.height) >= MIN_RULE_LENGTH_PT:
            colour = _colour(edge.get("stroking_color"))
            yield Rule(box, edge["orientation"] == "h", float(edge.get("linewidth") or 0), colour)


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
