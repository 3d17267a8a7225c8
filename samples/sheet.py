"""A page over a reportlab canvas: furniture, a cursor that runs down, text, colours, lines, arrows.

Measures are points; `y` runs down from the top edge of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

LEADING = 1.22
"""Line pitch as a share of the type size."""
INVISIBLE: Final = 3
"""The PDF text render mode that neither fills nor strokes."""


@dataclass(frozen=True)
class Face:
    """A type family."""

    normal: str
    bold: str
    italic: str


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Break text into lines that fit the width."""
    out: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and stringWidth(longer, font, size) > width:
                out.append(line)
                line = word
            else:
                line = longer
        out.append(line)
    return out


@dataclass
class Sheet:
    """A canvas with a page number, a cursor and the furniture that every page carries."""

    canvas: Canvas
    face: Face
    size: tuple[float, float]
    margin: float = 50.0
    foot: float = 50.0
    page: int = 0
    y: float = 0.0

    @property
    def width(self) -> float:
        """Width between the margins."""
        return self.size[0] - 2 * self.margin

    @property
    def room(self) -> float:
        """Height left on the page."""
        return self.size[1] - self.foot - self.y

    def new_page(self, size: tuple[float, float] | None = None, turned: bool = False) -> None:
        """Begin a page, of another size if given; a turned one is stored on its side with /Rotate 90."""
        if self.page:
            self.canvas.showPage()
        self.size = size or self.size
        self.canvas.setPageSize(self.size)  # reportlab itself swaps the sides of a turned page
        self.canvas.setPageRotation(90 if turned else 0)
        if turned:
            self.canvas.transform(0, 1, -1, 0, self.size[1], 0)
        self.page += 1
        self.y = self.margin
        self.furnish()

    def furnish(self) -> None:
        """Print what every page carries; a council's own paper says what."""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        font: str,
        size: float,
        ink: str = "#000000",
        align: str = "left",
        width: float = 0.0,
    ) -> None:
        """Print one line with its baseline at y."""
        free = width - stringWidth(text, font, size)
        shift = {"left": 0.0, "right": free, "centre": free / 2}[align]
        self.canvas.setFillColor(HexColor(ink))
        self.canvas.setFont(font, size)
        self.canvas.drawString(x + shift, self.size[1] - y, text)

    def hidden(self, x: float, y: float, text: str, font: str, size: float) -> None:
        """Put a line into the file that nobody can see."""
        line = self.canvas.beginText(x, self.size[1] - y)
        line.setFont(font, size)
        line.setTextRenderMode(INVISIBLE)
        line.textLine(text)
        line.setTextRenderMode(0)
        self.canvas.drawText(line)

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Paint a rectangle."""
        if colour:
            self.canvas.setFillColor(HexColor(colour))
            self.canvas.rect(x, self.size[1] - y - height, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, pen: float = 0.5) -> None:
        """Draw the outline of a rectangle."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(pen)
        self.canvas.rect(x, self.size[1] - y - height, width, height, stroke=1, fill=0)

    def rule(self, x: float, y: float, width: float, colour: str = "#000000", pen: float = 0.5) -> None:
        """Draw a horizontal line."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(pen)
        self.canvas.line(x, self.size[1] - y, x + width, self.size[1] - y)

    def arrow(self, x: float, y: float, which: str, ink: str = "#333333", size: float = 9.0) -> None:
        """Draw an arrow (up, down or right) centred on the point, as a filled outline."""
        half, stem, head = size / 2, size * 0.14, size * 0.38
        shape = [(-stem, -half), (stem, -half), (stem, 0), (head, 0), (0, half), (-head, 0), (-stem, 0)]
        turned = [(b, a) if which == "right" else (a, -b) if which == "down" else (a, b) for a, b in shape]
        path = self.canvas.beginPath()
        path.moveTo(x + turned[0][0], self.size[1] - y + turned[0][1])
        for dx, dy in turned[1:]:
            path.lineTo(x + dx, self.size[1] - y + dy)
        path.close()
        self.canvas.setFillColor(HexColor(ink))
        self.canvas.drawPath(path, stroke=0, fill=1)

    def paragraph(
        self,
        text: str,
        size: float = 10.5,
        bold: bool = False,
        italic: bool = False,
        ink: str = "#000000",
        after: float = 6.0,
        indent: float = 0.0,
        label: str = "",
        x: float | None = None,
        width: float = 0.0,
        align: str = "left",
    ) -> None:
        """Print running text at the cursor, a label hanging before its first line."""
        font = self.face.bold if bold else self.face.italic if italic else self.face.normal
        left = self.margin if x is None else x
        wide = (width or self.width) - indent
        for number, line in enumerate(wrap(text, font, size, wide)):
            if self.room < size * LEADING:
                self.new_page()
            self.y += size * LEADING
            if label and not number:
                self.text(left, self.y, label, font, size, ink)
            self.text(left + indent, self.y, line, font, size, ink, align, wide)
        self.y += after
