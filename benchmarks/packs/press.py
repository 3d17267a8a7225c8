"""Typesets headings, paragraphs and tables on pages, and tells where each part of a table came to stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .sheet import Column, Sheet
from .words import Words

FOLDERS = (Path("/usr/share/fonts/truetype/liberation"), Path("/usr/share/fonts/truetype/dejavu"))
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
    pdfmetrics.registerFont(TTFont(name, str(next(p for p in files if p.exists()))))
    return name


@cache
def _width(text: str, font: str) -> float:
    """Of a text in one-point letters."""
    return float(pdfmetrics.stringWidth(text, font, 1))


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """The lines of a text in a column so wide."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and _width(longer, font) * size > room:
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


@dataclass
class Part:
    """What of a table stands on one page."""

    page: int
    box: tuple[float, float, float, float]


@dataclass
class Placed:
    """Where a table came to stand."""

    parts: list[Part] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """The page of each body row."""


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

    def table(self, sheet: Sheet, look: Look) -> Placed:
        """Typeset a table, over several pages if need be."""
        return Setting(self, sheet, look).set()

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
            shift = max(0.0, (room - _width(text, font) * size) / 2) if centred else 0.0
            self._text(x + shift, y + size * (1.0 + 1.2 * n), text, font, size, ink)


class Setting:
    """One table being set."""

    def __init__(self, press: Press, sheet: Sheet, look: Look) -> None:
        self.press, self.sheet, self.look = press, sheet, look
        self.placed = Placed()
        self.columns = sheet.columns
        room = press.width - 2 * MARGIN
        weights = [max(c.weight, self._longest(c) / room) for c in self.columns]
        self.widths = [room * w / sum(weights) for w in weights]
        self.lefts = [MARGIN + sum(self.widths[:n]) for n in range(len(weights))]
        self.right = MARGIN + room
        self.headed = any(c.head for c in self.columns)
        self.grouped = any(c.group for c in self.columns)

    def _longest(self, column: Column) -> float:
        """What the longest word of a column wants, in the scale of the weights."""
        words = [w for t in (column.head, *column.cells) for w in t.split()]
        wide = (
            max((_width(w, self.look.bold) for w in words), default=0.0) * self.look.size + 2 * self.look.pad
        )
        return wide * sum(c.weight for c in self.columns)

    def set(self) -> Placed:
        """Set head and rows."""
        self.press.room(self._head_height() + self._height(0) + 20)
        self._open()
        for row in range(self.sheet.rows):
            band = self.sheet.bands.get(row)
            if self.press.room(self._height(row) + (20 if band else 0)):
                self._open(again=True)
            if band:
                self._band(band)
            self._row(row)
            self.placed.pages.append(self.press.page)
            self.placed.parts[-1].box = (MARGIN, self.top, self.right, self.press.y)
        self.press.y += 14
        return self.placed

    def _open(self, *, again: bool = False) -> None:
        """Begin a part on this page."""
        self.top = self.press.y
        self.placed.parts.append(Part(self.press.page, (MARGIN, self.top, self.right, self.top)))
        if self.headed and (not again or self.look.repeat):
            self._head()

    def _head_height(self) -> float:
        return (
            self._tallest([c.head for c in self.columns], self._head_font())
            + (self._line() + 2 * self.look.pad) * self.grouped
        )

    def _head_font(self) -> str:
        return self.look.bold if self.look.head_bold else self.look.font

    def _line(self) -> float:
        return self.look.size * 1.2

    def _tallest(self, texts: list[str], font: str) -> float:
        counts = [len(self._wrap(t, n, font)) for n, t in enumerate(texts)]
        return max(counts) * self._line() + 2 * self.look.pad

    def _wrap(self, text: str, n: int, font: str) -> list[str]:
        return wrapped(text, font, self.look.size, self.widths[n] - 2 * self.look.pad)

    def _height(self, row: int) -> float:
        return self._tallest([self._printed(c, row) for c in self.columns], self.look.font)

    def _printed(self, column: Column, row: int) -> str:
        """What is printed in a cell: of equal neighbours in a merged column the first."""
        return "" if self._carried(column, row) else column.cells[row]

    def _carried(self, column: Column, row: int) -> bool:
        return (
            column.merged
            and row > 0
            and row not in self.sheet.bands
            and column.cells[row] == column.cells[row - 1]
        )

    def _head(self) -> None:
        press, height, group = self.press, self._head_height(), self._line() + 2 * self.look.pad
        y, font, dark = press.y, self._head_font(), self.look.head_fill in DARK
        ink = "#ffffff" if dark else "#000000"
        press.box(MARGIN, y, self.right - MARGIN, height, self.look.head_fill)
        shown = ""
        for n, column in enumerate(self.columns):
            top = y + group * bool(column.group)
            if column.group and column.group != shown:
                press.lines(
                    self.lefts[n] + self.look.pad,
                    y + self.look.pad,
                    [column.group],
                    font,
                    self.look.size,
                    ink,
                    0,
                    centred=False,
                )
            shown = column.group
            texts = self._wrap(column.head, n, font)
            press.lines(
                self.lefts[n] + self.look.pad,
                top + self.look.pad,
                texts,
                font,
                self.look.size,
                ink,
                self.widths[n] - 2 * self.look.pad,
                centred=column.centred,
            )
            if column.group and self.look.rules != "none":
                press.rule(self.lefts[n], top, self.lefts[n] + self.widths[n], top)
        self._uprights(y, height, group)
        if self.look.rules != "none":
            press.rule(MARGIN, y, self.right, y)
            press.rule(MARGIN, y + height, self.right, y + height)
        press.y += height

    def _uprights(self, y: float, height: float, group: float = 0.0) -> None:
        if self.look.rules not in ("grid", "open"):
            return
        inner = range(1, len(self.lefts))
        for n in inner:
            same = group and self.columns[n].group and self.columns[n].group == self.columns[n - 1].group
            self.press.rule(self.lefts[n], y + (group if same else 0), self.lefts[n], y + height)
        if self.look.rules == "grid":
            self.press.rule(MARGIN, y, MARGIN, y + height)
            self.press.rule(self.right, y, self.right, y + height)

    def _band(self, text: str) -> None:
        press, height = self.press, self._line() + 2 * self.look.pad
        press.box(
            MARGIN,
            press.y,
            self.right - MARGIN,
            height,
            "#e7e6e6" if self.look.rules in ("grid", "rows") else "",
        )
        press.lines(
            MARGIN + self.look.pad,
            press.y + self.look.pad,
            [text],
            self.look.bold,
            self.look.size,
            "#000000",
            0,
            centred=False,
        )
        if self.look.rules == "grid":
            press.rule(MARGIN, press.y, MARGIN, press.y + height)
            press.rule(self.right, press.y, self.right, press.y + height)
        if self.look.rules in ("grid", "rows"):
            press.rule(MARGIN, press.y, self.right, press.y)
            press.rule(MARGIN, press.y + height, self.right, press.y + height)
        press.y += height

    def _row(self, row: int) -> None:
        press, height, look = self.press, self._height(row), self.look
        if look.zebra and row % 2:
            press.box(MARGIN, press.y, self.right - MARGIN, height, look.zebra)
        for n, column in enumerate(self.columns):
            if column.fills:
                press.box(self.lefts[n], press.y, self.widths[n], height, column.fills[row])
            bold = column.role == "label"
            texts = self._wrap(self._printed(column, row), n, look.font)
            press.lines(
                self.lefts[n] + look.pad,
                press.y + look.pad,
                texts,
                look.bold if bold else look.font,
                look.size,
                "#000000",
                self.widths[n] - 2 * look.pad,
                centred=column.centred,
            )
            self._over(row, n, column)
        self._uprights(press.y, height)
        press.y += height
        if (
            look.rules in ("grid", "rows")
            and row + 1 == self.sheet.rows
            or look.rules == "booktabs"
            and row + 1 == self.sheet.rows
            or look.rules in ("grid", "rows")
            and press.y + 30 > press.height - FOOT
        ):
            press.rule(MARGIN, press.y, self.right, press.y)

    def _over(self, row: int, n: int, column: Column) -> None:
        """The rule above a cell, unless it goes on from the cell above."""
        if self.look.rules in ("grid", "rows") and not self._carried(column, row):
            self.press.rule(self.lefts[n], self.press.y, self.lefts[n] + self.widths[n], self.press.y)
