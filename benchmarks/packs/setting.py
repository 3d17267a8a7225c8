"""Sets tables, over several pages if need be, and tells where each part of one came to stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from .press import DARK, FOOT, MARGIN, Look, Press, text_width, wrapped
from .sheet import Column, Sheet


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
            max((text_width(w, self.look.bold) for w in words), default=0.0) * self.look.size
            + 2 * self.look.pad
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
