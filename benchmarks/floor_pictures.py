"""Pictures of the floors of `find` that `agendapack inspect` does not draw, for docs/how-tables-are-found.md.

Each paper is drawn here, read by the package, and pictured with what the floor makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from agendapack.extract.find import find_grids
from agendapack.extract.find.accept import weighed
from agendapack.extract.find.accept.proposed import Proposed
from agendapack.extract.find.accept.signs import SIGNS
from agendapack.extract.find.forms import forms_of, with_cards
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box, Page
from agendapack.extract.read import read_pages
from agendapack.extract.write.annotated_page import SHARPNESS, page_picture
from agendapack.extract.write.page_images import paper

LINE, CHUNK, LEVEL, UPRIGHT = (185, 185, 185), (40, 110, 210), (230, 120, 0), (160, 40, 160)
YES, NO = (0, 130, 90), (200, 0, 40)
LABEL_PIXELS = 20
TASKS = ("Dredge the inner basin", "Paint the loading crane", "Mend the north lock", "Light the east quay")
OWNERS = ("Jo Kerr", "Head of Quays", "Ada Wray", "Harbour Master")
LABELS = ("Who answers", "To be done by", "Where it stands")
HEAD = ("No.", "What is done", "Risk", "Carried by", "Before", "State")
LEFTS = (56, 96, 256, 316, 406, 486)
BEFORE = ("Paint the bollards", "HR-05", "Dock Officer", "30/09/2032", "In hand")
CUT = (
    ("A8", "Replace the lamps", "HR-05,", "Chief of the", "30/09/2032", "In hand"),
    ("", "that the storm has", "HR-04", "Mole", "", ""),
    ("", "put out", "", "", "", ""),
)
PLACES = (56, 256, 356, 456)
TOLD = (
    ("Berths are let by the season, and most", "The lock was shut for eleven days in"),
    ("of those that are free lie on the east", "March; ships that came in waited at the"),
    ("quay, which the winter storms reach.", "roads, some of them for a week."),
)
STEPS = (
    ("Step", "By whom", "By when"),
    ("Let the work", "Bo Lind", "March 2032"),
    ("Close the lock", "Cy Moss", "April 2032"),
)
CONTENTS = (
    ("1. Summary", "3"),
    ("2. The harbour in figures", "4"),
    ("3. What is to be done", "9"),
    ("4. Risks", "14"),
)
BERTHS = (
    ("Quay", "Berths", "Let", "Free"),
    ("North", "42", "40", "2"),
    ("East", "17", "11", "6"),
    ("Inner basin", "63", "59", "4"),
)


def floors(place: Path) -> Iterator[tuple[str, Image.Image]]:
    """The pictures, each with its name and cut to what is on it."""
    drawn: tuple[tuple[str, Callable[[Path], Image.Image], float], ...] = (
        ("found-page", _page, 0.5),
        ("found-weighed", _weighed, 0.42),
        ("found-frames", _frames, 0.56),
        ("found-carried", _carried, 0.36),
        ("found-forms", _forms, 0.42),
    )
    for name, make, bottom in drawn:
        picture = make(place / f"{name}.pdf")
        yield name, picture.crop((0, 0, picture.width, round(bottom * picture.height)))


# --- page: lines, chunks and edges ----------------------------------------------------------


def _page(path: Path) -> Image.Image:
    """Lines in grey, the chunks they are cut into in blue, edges of rules and colours."""
    _draw_page(path)
    (page,) = read_pages(path)
    seen = evidence(page)
    picture, scale, draw = _blank(path, page)
    for line in seen.lines:
        _frame(draw, Box(line.x0 - 4, line.top - 3, line.x1 + 4, line.bottom + 3), LINE, scale, 2)
        for chunk in line.chunks:
            _frame(draw, Box(chunk.x0, chunk.top, chunk.x1, chunk.bottom), CHUNK, scale, 2)
    levels, uprights = seen.with_bands()
    for edge in levels:
        _line(draw, (edge.start, edge.at, edge.end, edge.at), LEVEL, scale)
    for edge in uprights:
        _line(draw, (edge.at, edge.start, edge.at, edge.end), UPRIGHT, scale)
    return picture


def _draw_page(path: Path) -> None:
    """Two columns of text, a coloured table and a ruled one."""
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    _text(sheet, 56, 60, "The harbour in figures", 14, bold=True)
    _rows(sheet, (56, 316), TOLD, 90, 14, head=False)
    for n in (0, 2):
        _fill(sheet, Box(50, 152 + 20 * n, 540, 172 + 20 * n), 0.86 if n else 0.72)
    for top in (166, 286):
        _rows(sheet, PLACES, BERTHS, top, 20)
    for n in range(len(BERTHS)):
        sheet.line(50, A4[1] - 292 - 20 * n, 540, A4[1] - 292 - 20 * n)
    sheet.line(250, A4[1] - 272, 250, A4[1] - 352)
    sheet.save()


# --- accept: what is weighed ----------------------------------------------------------------


def _weighed(path: Path) -> Image.Image:
    """What lines up, green where it is taken for a table, red where not, with what weighs most."""
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    _text(sheet, 56, 60, "Contents", 14, bold=True)
    _rows(sheet, (56, 500), CONTENTS, 96, 20, head=False)
    _rows(sheet, PLACES, BERTHS, 250, 20)
    sheet.save()
    (page,) = read_pages(path)
    asked: list[Proposed] = []
    score = weighed.score

    def watched(proposed: Proposed) -> float:
        asked.append(proposed)
        return score(proposed)

    with patch.object(weighed, "score", watched):
        find_grids(page)
    picture, scale, draw = _blank(path, page)
    for box, one in {(p.grid.box.x0, p.grid.box.top): p for p in asked}.items():
        told, colour = _told(one, score(one)), YES if score(one) > 0 else NO
        _frame(draw, one.grid.box.grown(3), colour, scale, 3)
        for cell in one.grid.cells:
            _frame(draw, cell.box, colour, scale, 1)
        draw.text(
            (box[0] * scale, (box[1] - 18) * scale),
            told,
            fill=colour,
            font=ImageFont.load_default(LABEL_PIXELS),
        )
    return picture


def _told(one: Proposed, score: float) -> str:
    worth = weighed.weights()
    added = sorted(
        ((worth.get(name, 0.0) * sign(one), name) for name, sign in SIGNS.items()), key=lambda s: -abs(s[0])
    )
    return f"{score:+.1f}: " + ", ".join(f"{name.replace('_', ' ')} {by:+.1f}" for by, name in added[:4])


# --- boxes, carried, forms ------------------------------------------------------------------


def _frames(path: Path) -> Image.Image:
    """Two cards in frames between whose texts nothing is drawn."""
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    for n in range(2):
        top = 50 + 210 * n
        _fill(sheet, Box(50, top, 540, top + 22), 0.72)
        _fill(sheet, Box(50, top + 22, 176, top + 190), 0.9)
        sheet.rect(50, A4[1] - top - 190, 490, 190)
        _text(sheet, 58, top + 15, f"AP-{n + 1} {TASKS[n]}", bold=True)
        values = (OWNERS[n], f"{n + 3} May 2032", "The contractor is on site")
        for label, value, left, down in zip(LABELS, values, (58, 190, 190), (40, 40, 74), strict=True):
            _text(sheet, left, top + down, label, 8, bold=True)
            _text(sheet, left, top + down + 14, value)
        _rows(sheet, (190, 330, 450), STEPS, top + 122, 20)
        for m in range(len(STEPS)):
            sheet.line(188, A4[1] - top - 128 - 20 * m, 536, A4[1] - top - 128 - 20 * m)
    sheet.save()
    (page,) = read_pages(path)
    return page_picture(path, page, find_grids(page))


def _carried(path: Path) -> Image.Image:
    """The foot of a page, and the top of the next, whose row has the columns of the table before."""
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    _rows(sheet, LEFTS, (HEAD, *((f"A{n}", *BEFORE) for n in range(3, 8))), 600, 20)
    sheet.showPage()
    _rows(sheet, LEFTS, CUT, 90, 12, head=False)
    sheet.save()
    first, second = read_pages(path)
    found = find_grids(first)
    foot, top = page_picture(path, first, found), page_picture(path, second, find_grids(second, found))
    cut = foot.crop((0, round(0.66 * foot.height), foot.width, round(0.9 * foot.height)))
    both = Image.new("RGB", (foot.width, cut.height + top.height), "white")
    both.paste(cut, (0, 0))
    both.paste(top, (0, cut.height))
    ImageDraw.Draw(both).line((0, cut.height, both.width, cut.height), fill=LINE, width=4)
    return both


def _forms(path: Path) -> Image.Image:
    """Four cards without a frame: what comes again on each is its form."""
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    for n, (task, owner) in enumerate(zip(TASKS, OWNERS, strict=True)):
        left, top = 50 + 260 * (n % 2), 70 + 130 * (n // 2)
        _text(sheet, left, top, f"AP-{n + 1} {task}", 12, bold=True)
        values = (owner, f"{n + 3} May 2032", f"Contractor number {n + 1} is on site")
        for label, value, x, y in zip(LABELS, values, (0, 120, 0), (22, 22, 54), strict=True):
            _text(sheet, left + x, top + y, label, 7)
            _text(sheet, left + x, top + y + 13, value)
    sheet.save()
    (page,) = read_pages(path)
    found = find_grids(page)
    return page_picture(path, page, with_cards(found, forms_of([(page, found)])))


# --- drawing --------------------------------------------------------------------------------


def _text(sheet: Canvas, left: float, top: float, text: str, size: float = 10, *, bold: bool = False) -> None:
    sheet.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    sheet.drawString(left, A4[1] - top, text)


def _rows(
    sheet: Canvas,
    lefts: Sequence[float],
    rows: Sequence[Sequence[str]],
    top: float,
    pitch: float,
    *,
    head: bool = True,
) -> None:
    """Texts in columns, the first row in bold where it is a head."""
    for n, row in enumerate(rows):
        for left, text in zip(lefts, row, strict=True):
            _text(sheet, left, top + pitch * n, text, bold=head and not n)


def _fill(sheet: Canvas, box: Box, shade: float) -> None:
    sheet.setFillColor(Color(shade, shade, 1))
    sheet.rect(box.x0, A4[1] - box.bottom, box.width, box.height, stroke=0, fill=1)
    sheet.setFillColor(Color(0, 0, 0))


def _blank(path: Path, page: Page) -> tuple[Image.Image, float, ImageDraw.ImageDraw]:
    """The page as it is printed, to draw upon."""
    with paper(path) as pdf:
        drawn = pdf.drawn(page.number, SHARPNESS, page.lay)
    return drawn.picture, drawn.scale, ImageDraw.Draw(drawn.picture)


def _frame(
    draw: ImageDraw.ImageDraw, box: Box, colour: tuple[int, int, int], scale: float, width: int
) -> None:
    draw.rectangle([v * scale for v in (box.x0, box.top, box.x1, box.bottom)], outline=colour, width=width)


def _line(
    draw: ImageDraw.ImageDraw,
    ends: tuple[float, float, float, float],
    colour: tuple[int, int, int],
    scale: float,
) -> None:
    draw.line([v * scale for v in ends], fill=colour, width=4)
