"""The default reader: pdfium's characters, vectors and pictures as `Page` values."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Fill, Glyph, Note, Page, Picture, Rule, Word
from agendapack.extract.read import text_layer
from agendapack.extract.read.affine import Matrix, mapped
from agendapack.extract.read.annotations import page_with_annotations, unshown
from agendapack.extract.read.bullets import is_dot, with_bullets
from agendapack.extract.read.compiled import page_walk
from agendapack.extract.read.drawn_letters import drawn_text
from agendapack.extract.read.glyphs import arrows, may_be_arrows
from agendapack.extract.read.gradient_strips import whole_gradients
from agendapack.extract.read.icons import icons
from agendapack.extract.read.images import is_opaque
from agendapack.extract.read.paths import Shape
from agendapack.extract.read.pdfium_file import open_pdf, restriction
from agendapack.extract.read.pdfium_objects import MAX_OBJECTS, PageObjects
from agendapack.extract.read.pdfium_text import MAX_CHARS, main_turn, run_of, text_objects
from agendapack.extract.read.pdfium_walk import walk
from agendapack.extract.read.placement import placement, turned
from agendapack.extract.read.runs import Run
from agendapack.extract.read.shading import with_gradients
from agendapack.extract.read.status_icons import signals
from agendapack.extract.read.strikethrough import struck_out
from agendapack.extract.read.superscripts import set_marks
from agendapack.extract.read.visible import Graphics, visible
from agendapack.extract.read.words import build_words
from agendapack.extract.without_gc import uncollected

MAX_LOOKED_INTO = 12
"""Pictures of a page that are decoded to see whether they hide text; it takes milliseconds each."""


def read_pages(path: Path, numbers: range | None = None) -> Iterator[Page]:
    """Yield the pages in order; a page pdfium cannot load comes empty, with a note."""
    document = open_pdf(path)
    try:
        for index in range(len(document)):
            if numbers is None or index + 1 in numbers:
                page = _read_page(document, index)
                whole = (*restriction(document), *unshown(document)) if index == 0 else ()
                yield replace(page, notes=(*page.notes, *whole)) if whole else page
    finally:
        document.close()


def _read_page(document: pdfium.PdfDocument, index: int) -> Page:
    handle, notes = page_with_annotations(document, index)
    if not handle:
        note = Note("unread_page", index + 1, None, "the page cannot be loaded")
        return Page(index + 1, 0, 0, notes=(note,))
    try:
        page = _page(document, handle, index + 1)
        return replace(page, notes=(*page.notes, *notes)) if notes else page
    except (ArithmeticError, LookupError, ValueError) as error:  # one bad page must not stop the pack
        detail = f"the page cannot be read ({type(error).__name__})"
        return Page(index + 1, 0, 0, notes=(Note("unread_page", index + 1, None, detail),))
    finally:
        raw.FPDF_ClosePage(handle)


@uncollected
def _page(document: pdfium.PdfDocument, handle: Any, number: int) -> Page:
    address, compiled = ctypes.cast(handle, ctypes.c_void_p).value or 0, page_walk()
    objects = compiled.objects(address) if compiled else walk(address)
    texts, letters = text_objects(handle, objects.styles, compiled)
    upright, width, height = placement(handle)
    turn = main_turn(texts, upright)
    to_page, width, height = turned(upright, width, height, turn)
    page = Box(0, 0, width, height)
    runs = [run_of(text, to_page) for text in texts]
    drawn = _placed(objects, to_page)
    drawn.rules, drawn.fills = whole_gradients(drawn.rules, drawn.fills)
    if objects.shadings:
        drawn.fills = with_gradients(drawn.fills, objects.shadings, handle, upright, to_page)
    covers = _map_all(objects.drawn.covers, to_page)
    covers += _picture_covers(document, handle, objects, to_page, runs)
    backdrops = _map_all(objects.drawn.backdrops, to_page) + [(b, at) for _, b, at in drawn.images]
    seen, hidden = visible(runs, Graphics(page, drawn.fills, covers, backdrops))
    words, unseen = _words(seen, hidden, drawn, page)
    if dots := [mapped(s.box, to_page) for s in objects.drawn.shapes if is_dot(s)]:
        words = with_bullets(words, dots, [mapped(f.box, to_page) for f in objects.drawn.signals])
    words, drawn.rules = struck_out(words, drawn.rules)
    pictured = icons([box for _, box, _ in objects.images], handle, upright, to_page)
    return Page(
        number=number,
        width=width,
        height=height,
        words=tuple(words),
        rules=drawn.rules,
        fills=tuple(fill for fill, _ in drawn.fills),
        pictures=drawn.pictures,
        glyphs=(*drawn.glyphs, *(Glyph(icon.sign, icon.box) for icon in pictured if icon.sign)),
        signals=signals(objects.drawn.signals, seen, pictured, to_page),
        hidden=unseen,
        notes=(*text_layer.notes(seen, words, number), *_beyond(objects, letters, number)),
        turned=turn,
        outlined=drawn_text([mapped(box, to_page) for box in objects.drawn.outlines]),
    )


def _beyond(objects: PageObjects, letters: int, number: int) -> Iterator[Note]:
    """What a page holds beyond the bounds up to which it is read."""
    if letters > MAX_CHARS:
        what = f"only the first {MAX_CHARS:,} of its {letters:,} characters are read"
        yield Note("unread_page", number, None, what)
    if objects.count > MAX_OBJECTS:
        what = (
            f"of the {objects.count:,} things drawn on the page only the first {MAX_OBJECTS:,} are looked at"
        )
        yield Note("unread_text", number, None, what)


def _words(
    seen: list[Run], hidden: list[Run], drawn: _Drawn, page: Box
) -> tuple[list[Word], tuple[Word, ...]]:
    """The words of the page and those nobody sees; a scan's hidden text counts as its words."""
    words, unseen = set_marks(build_words(seen, drawn.rules)), build_words(hidden)
    if unseen and text_layer.is_scan(drawn.pictures, page) and text_layer.stands_for_scan(seen, hidden):
        words += [replace(w, certainty=text_layer.SCAN_CERTAINTY) for w in unseen]
        unseen = []
    return words, tuple(unseen)


# --- what is drawn, on the upright page -----------------------------------------------


@dataclass(slots=True)
class _Drawn:
    rules: tuple[Rule, ...]
    fills: list[tuple[Fill, int]]
    pictures: tuple[Picture, ...]
    images: list[tuple[int, Box, int]]
    glyphs: tuple[Glyph, ...]


def _placed(objects: PageObjects, to_page: Matrix) -> _Drawn:
    """Everything drawn, on the upright page; the lines of an arrow are no rules."""
    glyphs = list(arrows(_moved(s, to_page) for s in may_be_arrows(objects.drawn.shapes)))
    parts = frozenset().union(*(orders for _, orders in glyphs)) if glyphs else frozenset()
    rules = []
    for rule, order in objects.drawn.rules:
        if order not in parts:
            box = mapped(rule.box, to_page)
            rules.append(Rule(box, box.width >= box.height, rule.thickness, rule.colour))
    images = [(obj, mapped(box, to_page), order) for obj, box, order in objects.images]
    return _Drawn(
        tuple(rules),
        [(Fill(mapped(fill.box, to_page), fill.colour), order) for fill, order in objects.drawn.fills],
        tuple(Picture(box) for _, box, _ in images),
        images,
        tuple(glyph for glyph, _ in glyphs),
    )


def _moved(shape: Shape, to_page: Matrix) -> Shape:
    a, b, c, d, e, f = to_page
    lines = tuple(
        (a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f)
        for x0, y0, x1, y1 in shape.lines
    )
    return replace(shape, lines=lines, box=mapped(shape.box, to_page))


def _map_all(boxes: list[tuple[Box, int]], to_page: Matrix) -> list[tuple[Box, int]]:
    return [(mapped(box, to_page), order) for box, order in boxes]


def _picture_covers(
    document: pdfium.PdfDocument, handle: Any, objects: PageObjects, to_page: Matrix, runs: list[Run]
) -> list[tuple[Box, int]]:
    """Pictures that hide text drawn before them; only these are looked into."""
    boxes = [(run.box, run.order) for run in runs if run.text and not run.invisible] if objects.images else []
    suspects = [
        (obj, place, order)
        for obj, box, order in objects.images
        for place in (mapped(box, to_page),)
        if any(at < order and place.overlap(under) for under, at in boxes)
    ]
    return [(b, at) for obj, b, at in suspects[:MAX_LOOKED_INTO] if is_opaque(document, handle, obj)]
