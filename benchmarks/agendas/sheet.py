"""The sheet that an invented agenda is drawn on, and what was drawn as items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT, FOOT = 60.0, WIDTH - 60, 70.0

Gold = dict[str, str]


@dataclass(slots=True)
class Sheet:
    """A canvas with a pen that goes down the page, and what was drawn as items."""

    canvas: Canvas
    size: float
    y: float = HEIGHT - 60
    items: list[Gold] = field(default_factory=list)

    def line(self, text: str, x: float, *, bold: bool = False, size: float = 0, gap: float = 4) -> None:
        """One line at a left edge, then the pen goes down."""
        size = size or self.size
        if self.y < FOOT:
            self.canvas.showPage()
            self.y = HEIGHT - 60
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self.y, text)
        self.y -= size + gap

    def wrapped(self, text: str, x: float, right: float, *, bold: bool = False) -> None:
        """A paragraph between two edges."""
        for piece in simpleSplit(text, "Helvetica-Bold" if bold else "Helvetica", self.size, right - x):
            self.line(piece, x, bold=bold, gap=2)


def add_item(sheet: Sheet, number: str, title: str, section: str = "", officer: str = "") -> None:
    """Tell that an item was drawn."""
    sheet.items.append({"item_no": number, "title": title, "section": section, "lead_officer": officer})


def boxed_row(sheet: Sheet, cells: Sequence[str], edges: Sequence[float], *, bold: bool = False) -> None:
    """Cells in a frame each, their text centred from top to bottom."""
    font, leading = "Helvetica-Bold" if bold else "Helvetica", sheet.size + 2
    wrapped = [
        simpleSplit(t, font, sheet.size, b - a - 8) for t, a, b in zip(cells, edges, edges[1:], strict=False)
    ]
    height = leading * max(map(len, wrapped)) + 8
    if sheet.y - height < FOOT:
        sheet.canvas.showPage()
        sheet.y = HEIGHT - 60
    sheet.canvas.setFont(font, sheet.size)
    for lines, left, right in zip(wrapped, edges, edges[1:], strict=False):
        sheet.canvas.rect(left, sheet.y - height, right - left, height)
        top = sheet.y - (height - leading * len(lines)) / 2
        for k, line in enumerate(lines):
            sheet.canvas.drawString(left + 4, top - sheet.size - k * leading, line)
    sheet.y -= height
