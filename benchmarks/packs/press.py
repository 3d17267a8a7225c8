"""Typesets on pages: texts, filled areas and rules, from the top of each page down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .words import Words

FOLDERS = (Path("/usr/share/fonts/truetype/liberation"), Path("/usr/share/fonts/truetype/dejavu"))
OWN = Path(reportlab.__file__).parent / "fonts"
"""What a machine without any of them has."""
FACES = ("LiberationSans", "LiberationSans", "LiberationSerif", "LiberationSansNarrow", "DejaVuSans")
SIGNS = "DejaVuSans"
MARGIN, FOOT = 50.0, 50.0
HEAD_FILLS = ("", "", "#1f4e79", "#d9d9d9", "#dbe5f1", "#006666", "#e2efd9", "#f2f2f2")
DARK = {"#1f4e79", "#006666"}


@cache
def face(stem: str, *, bold: bool = False) -> str:
    """A font's name after registering it."""
    name = f"{stem}-{'Bold' if bold else 'Regular'}"
    files = [f / f"{n}.ttf" for f in FOLDERS for n in (name, stem)]
    files.append(OWN / ("VeraBd.ttf" if bold else "Vera.ttf"))
    pdfmetrics.registerFont(TTFont(name, str(next(p for p in files if p.exists()))))
    return name


@cache
def text_width(text: str, font: str) -> float:
    """Of a text in one-point letters."""
    return float(pdfmetrics.stringWidth(text, font, 1))


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """The lines of a text in a column so wide."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and text_width(longer, font) * size > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


@dataclass(frozen=True)
class Look:
    """How tables of a pack are drawn."""

    font: str
    bold: str
    size: float
    rules: str
    head_fill: str
    head_bold: bool
    repeat: bool
    pad: float = 3.0
    zebra: str = ""


def look(words: Words, font: str) -> Look:
    """A house style."""
    rules = words.rng.choice(["grid", "grid", "grid", "grid", "rows", "rows", "open", "booktabs", "none"])
    zebra = words.rng.choice(["", "", "#eef3f8", "#f2f2f2"]) if rules != "grid" else ""
    return Look(
        face(font),
        face(font, bold=True),
        words.rng.choice([7.5, 8.0, 9.0, 9.0, 10.0]),
        rules,
        words.rng.choice(HEAD_FILLS),
        words.chance(0.85),
        words.chance(0.6),
        words.rng.choice([2.0, 3.0, 4.5]),
        zebra,
    )


class Press:
    """One PDF being typeset, from the top of each page down."""

    def __init__(self, target: Path, font: str, running: str) -> None:
        self.canvas = Canvas(str(target), invariant=1)
        self.font, self.running = font, running
        self.page, self.wide = 0, False
        self.turn(wide=False)

    def turn(self, *, wide: bool) -> None:
        """Go on with a new page."""
        if self.page:
            self.canvas.showPage()
        self.page, self.wide = self.page + 1, wide
        self.width, self.height = landscape(A4) if wide else A4
        self.canvas.setPageSize((self.width, self.height))
        self.y = MARGIN
        self._text(MARGIN, 32, self.running, face(self.font), 8)
        self._text(self.width / 2 - 15, self.height - 24, f"Page {self.page}", face(self.font), 8)

    def close(self) -> None:
        """Write the file."""
        self.canvas.save()

    def line(self, text: str, size: float = 10, *, bold: bool = False, gap: float = 6) -> None:
        """A paragraph or heading."""
        font = face(self.font, bold=bold)
        for part in wrapped(text, font, size, self.width - 2 * MARGIN):
            self.room(size * 1.25)
            self._text(MARGIN, self.y + size, part, font, size)
            self.y += size * 1.25
        self.y += gap

    def room(self, height: float) -> bool:
        """Turn the page if so much does not go on it."""
        if self.y + height <= self.height - FOOT:
            return False
        self.turn(wide=self.wide)
        return True

    def _text(self, x: float, y: float, text: str, font: str, size: float, ink: str = "#000000") -> None:
        if not text:
            return
        name = face(SIGNS) if any(c in "▲▼►✓✗" for c in text) else font
        self.canvas.setFont(name, size)
        self.canvas.setFillColor(HexColor(ink))
        self.canvas.drawString(x, self.height - y, text)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled area."""
        if fill:
            self.canvas.setFillColor(HexColor(fill))
            self.canvas.rect(x, self.height - y - height, width, height, stroke=0, fill=1)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A line."""
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def lines(
        self,
        x: float,
        y: float,
        texts: list[str],
        font: str,
        size: float,
        ink: str,
        room: float,
        *,
        centred: bool,
    ) -> None:
        """The lines of a cell."""
        for n, text in enumerate(texts):
            shift = max(0.0, (room - text_width(text, font) * size) / 2) if centred else 0.0
            self._text(x + shift, y + size * (1.0 + 1.2 * n), text, font, size, ink)
