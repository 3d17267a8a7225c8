"""Typesets papers with reportlab's own tables, paragraphs and frames."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid
from reportlab.platypus.doctemplate import LayoutError

from layout.paper import Block, Bullets, Chart, Columns, Contents, Form, Heading, Paper, Para, Table
from layout.sheet import Cell, Sheet
from layout.style import DARK, Style

FACES = {
    "Liberation Serif": "LiberationSerif",
    "DejaVu Sans": "DejaVuSans",
    "Liberation Sans Narrow": "LiberationSansNarrow",
}
FALLBACK = "LiberationSans"
FOLDERS = (Path("/usr/share/fonts/truetype/liberation"), Path("/usr/share/fonts/truetype/dejavu"))
TEXT_WIDTH_PT = 493.0
GUTTER_PT = 18.0
ALIGN = {"left": 0, "center": 1, "right": 2}
DASHES = {"dotted": (0.8, 1.6), "dashed": (3.0, 2.0)}


def typeset(paper: Paper, target: Path) -> None:
    """Write the paper's PDF, a leaf to a page."""
    face = _face(paper.font)
    flow: list[Flowable] = []
    for n, leaf in enumerate(paper.leaves):
        flow += [PageBreak()] if n else []
        for block in leaf.blocks:
            flow += _block(block, face, TEXT_WIDTH_PT)

    def furniture(canvas: object, _: object) -> None:
        canvas.setFont(face, 8)  # type: ignore[attr-defined]
        canvas.drawString(51, 815, paper.running)  # type: ignore[attr-defined]
        canvas.drawCentredString(297, 22, f"Page {canvas.getPageNumber()}")  # type: ignore[attr-defined]

    document = SimpleDocTemplate(
        str(target), pagesize=A4, leftMargin=45, rightMargin=45, topMargin=42, bottomMargin=42, invariant=1
    )
    with suppress(LayoutError):  # a block higher than a page: the paper counts as too full
        document.build(flow, onFirstPage=furniture, onLaterPages=furniture)


@cache
def _face(font: str) -> str:
    """The font's name after registering it and its bold."""
    stem = FACES.get(font, FALLBACK)
    for name, regular in ((stem, ("-Regular", "")), (f"{stem}-B", ("-Bold",))):
        path = next(p for f in FOLDERS for s in regular if (p := f / f"{stem}{s}.ttf").exists())
        pdfmetrics.registerFont(TTFont(name, str(path)))
    pdfmetrics.registerFontFamily(stem, stem, f"{stem}-B", stem, f"{stem}-B")
    return stem


def _block(block: Block, face: str, width: float) -> list[Flowable]:
    plain = ParagraphStyle("plain", fontName=face, fontSize=10, leading=12.5, spaceAfter=6)
    small = ParagraphStyle("small", parent=plain, fontSize=7.5, leading=9)
    title = ParagraphStyle("title", parent=plain, fontName=f"{face}-B", fontSize=13, leading=16)
    match block:
        case Heading():
            return [Paragraph(escape(block.text), title)]
        case Para():
            return [Paragraph(escape(block.text), small if block.small else plain)]
        case Bullets():
            marks = [f"{i + 1}." if block.numbered else "•" for i in range(len(block.texts))]
            hung = ParagraphStyle("hung", parent=plain, leftIndent=18, bulletIndent=4)
            return [Paragraph(escape(t), hung, bulletText=m) for m, t in zip(marks, block.texts, strict=True)]
        case Form():
            return [Paragraph(f"{escape(t)}: {'_' * 40}", plain) for t in block.labels]
        case Contents():
            dots = "." * 60 if block.led else "&nbsp;" * 30
            return [Paragraph(f"{escape(t)} {dots} {n}", plain) for t, n in block.entries]
        case Columns():
            each = (width - GUTTER_PT * (len(block.columns) - 1)) / len(block.columns)
            inner = [[f for b in column for f in _block(b, face, each)] for column in block.columns]
            style = [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), GUTTER_PT / 2),
            ]
            return [Grid([inner], colWidths=[width / len(inner)] * len(inner), style=style)]
        case Chart():
            return [_chart(block, face)]
        case Table():
            return [_table(block.sheet, block.look, face, width - 2), Spacer(1, 8)]


def _table(sheet: Sheet, look: Style, face: str, room: float) -> Flowable:
    """The table with columns as wide as their texts want."""
    weights = [sheet.weight(c) for c in range(sheet.columns)]
    width = room * (look.share or min(1.0, sum(weights) * look.size * 0.62 / room))
    grid: list[list[object]] = [[""] * sheet.columns for _ in range(sheet.rows)]
    commands: list[tuple[object, ...]] = [
        ("LEFTPADDING", (0, 0), (-1, -1), look.pad_x), ("RIGHTPADDING", (0, 0), (-1, -1), look.pad_x),
        ("TOPPADDING", (0, 0), (-1, -1), look.pad_y), ("BOTTOMPADDING", (0, 0), (-1, -1), look.pad_y),
    ]  # fmt: skip
    for cell in sheet.cells:
        grid[cell.row][cell.column] = _text(sheet, cell, look, face)
        commands += _drawn(sheet, cell, look)
    return Grid(grid, colWidths=[width * w / sum(weights) for w in weights], style=commands, hAlign="LEFT")


def _text(sheet: Sheet, cell: Cell, look: Style, face: str) -> Paragraph:
    bold = (cell.row < sheet.heads and look.head_bold) or cell.kind in ("total", "group", "band")
    ink = HexColor("#ffffff" if look.fill(sheet, cell) in DARK else "#000000")
    style = ParagraphStyle(
        "cell", fontName=f"{face}-B" if bold else face, fontSize=look.size, leading=look.size * look.leading,
        alignment=ALIGN[look.align(sheet, cell)], leftIndent=10 * cell.indent, textColor=ink,
    )  # fmt: skip
    mark = f"<super size={0.65 * look.size:.1f}>{escape(cell.mark)}</super>" if cell.mark else ""
    return Paragraph(escape(cell.text) + mark, style)


def _drawn(sheet: Sheet, cell: Cell, look: Style) -> list[tuple[object, ...]]:
    """The cell's span, colour, alignment and edges as reportlab's commands."""
    start, end = (cell.column, cell.row), (cell.column + cell.columns - 1, cell.row + cell.rows - 1)
    valign = (look.head_valign if cell.row < sheet.heads else look.valign).upper()
    commands: list[tuple[object, ...]] = [("SPAN", start, end), ("VALIGN", start, end, valign)]
    if fill := look.fill(sheet, cell):
        commands.append(("BACKGROUND", start, end, HexColor(fill)))
    names = ("LINEABOVE", "LINEAFTER", "LINEBELOW", "LINEBEFORE")
    dashes = DASHES.get(look.line)
    count = (2, 1.2) if look.line == "double" else (1, 0)
    for name, drawn in zip(names, look.edges(sheet, cell), strict=True):
        if drawn:
            commands.append((name, start, end, look.weight, HexColor(look.colour), 0, dashes, None, *count))
    return commands


def _chart(block: Chart, face: str) -> Flowable:
    drawing = Drawing(220, 130)
    bars = VerticalBarChart()
    bars.x, bars.y, bars.width, bars.height = 30, 20, 180, 100
    bars.data = [block.values]
    bars.categoryAxis.categoryNames = block.names
    bars.categoryAxis.labels.fontName = bars.valueAxis.labels.fontName = face
    bars.categoryAxis.labels.fontSize = bars.valueAxis.labels.fontSize = 7
    bars.valueAxis.valueMin, bars.valueAxis.valueMax, bars.valueAxis.valueStep = 0, 100, 20
    drawing.add(bars)
    return drawing
