"""Tables that run over pages: cells, spans, header rows printed again, rows cut by a page break.

They are drawn cell by cell rather than with reportlab's own table, since a row must be cut
at any line by a page break and each record must learn the page it starts on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samples.sheet import LEADING, Face, Sheet, wrap

ROUNDING = 1e-6
"""Share of a line by which floating-point sums may miss a whole number of lines."""
MIN_LINES = 2
"""Lines of a row that must fit above a page break, so that no single line is left behind."""


@dataclass(frozen=True)
class Cell:
    """A table cell, text (with line breaks) or bullets; it may span columns, and header rows downwards."""

    text: str = ""
    bullets: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    align: str = "left"
    fill: str = ""
    span: int = 1
    down: int = 1
    arrow: str = ""


@dataclass(frozen=True)
class Row:
    """A table row; `record` is told the page on which the row starts."""

    cells: tuple[Cell, ...]
    kind: str = "body"
    record: Any = None


@dataclass
class Table:
    """A table with its column widths; `page` and `last_page` are noted when it is drawn."""

    title: str
    widths: list[float]
    header: list[Row]
    rows: list[Row]
    repeat: bool = True
    page: int = 0
    last_page: int = 0


@dataclass(frozen=True)
class Style:
    """The look of a table; an empty colour is not painted."""

    face: Face
    size: float = 9.0
    pad: float = 3.0
    grid: str = ""
    line: str = ""
    width: float = 0.5
    header_fill: str = ""
    header_ink: str = "#000000"
    zebra: str = ""
    total_line: str = ""
    cut: bool = True
    """Whether a page break may cut a row."""


@dataclass(frozen=True)
class Line:
    """One line of a cell, indented, with a bullet before it."""

    text: str
    indent: float = 0.0
    bullet: bool = False


@dataclass(frozen=True)
class Placed:
    """A cell with its place across the page and its text broken into lines."""

    cell: Cell
    x: float
    width: float
    lines: tuple[Line, ...]


def arrange(rows: list[Row]) -> list[list[tuple[Cell, int]]]:
    """The cells of each row with their columns, passing over places that a cell above reaches down to."""
    taken: set[tuple[int, int]] = set()
    out = []
    for y, row in enumerate(rows):
        line, column = [], 0
        for cell in row.cells:
            while (y, column) in taken:
                column += 1
            line.append((cell, column))
            taken |= {(y + below, column + n) for below in range(1, cell.down) for n in range(cell.span)}
            column += cell.span
        out.append(line)
    return out


def grid(table: Table) -> list[list[str]]:
    """The table as rows of text: a spanning cell's text in its first place, the others empty."""
    out = []
    for cells in arrange([*table.header, *table.rows]):
        line = [""] * len(table.widths)
        for cell, column in cells:
            line[column] = "; ".join(cell.bullets) or " ".join(cell.text.split())
        out.append(line)
    return out


def set_table(sheet: Sheet, table: Table, style: Style, x: float | None = None) -> None:
    """Print a table at the sheet's cursor, over as many pages as it takes."""
    Setter(sheet, table, style, sheet.margin if x is None else x).run()


@dataclass
class Setter:
    """Sets one table on a sheet."""

    sheet: Sheet
    table: Table
    style: Style
    x: float
    shade: bool = False

    def run(self) -> None:
        """Set header and rows, breaking pages where needed."""
        header = [self.place(row, cells) for row, cells in self.header_cells()]
        if self.sheet.room < self.lead(0) + sum(self.height(row) for row in header):
            self.sheet.new_page()
        self.table.page = self.sheet.page
        self.header()
        for number, row in enumerate(self.table.rows):
            if self.sheet.room < self.lead(number):
                self.break_page()
            self.set_row(row)
        self.table.last_page = self.sheet.page

    def lead(self, number: int) -> float:
        """Height that must be free to begin this row: bands and headers stay with the row below them."""
        height = 0.0
        for row in self.table.rows[number:]:
            full = self.height(self.place(row))
            if row.kind in ("band", "header"):
                height += full
                continue
            return height + (min(full, self.part(MIN_LINES)) if self.style.cut else full)
        return height

    def break_page(self) -> None:
        self.sheet.new_page()
        if self.table.repeat:
            self.header()

    def font(self, cell: Cell, row: Row) -> str:
        face = self.style.face
        return face.bold if cell.bold or row.kind != "body" else face.italic if cell.italic else face.normal

    def place(self, row: Row, cells: list[tuple[Cell, int]] | None = None) -> list[Placed]:
        """The cells of a row on the page; header cells are given with their columns."""
        out = []
        for cell, column in cells or arrange([row])[0]:
            x = self.x + sum(self.table.widths[:column])
            width = sum(self.table.widths[column : column + cell.span])
            out.append(Placed(cell, x, width, tuple(self.lines(cell, row, width))))
        return out

    def lines(self, cell: Cell, row: Row, width: float) -> list[Line]:
        font, size = self.font(cell, row), self.style.size
        inner = width - 2 * self.style.pad
        if not cell.bullets:
            return [Line(text) for text in wrap(cell.text, font, size, inner)]
        step = size
        return [
            Line(text, step, number == 0)
            for bullet in cell.bullets
            for number, text in enumerate(wrap(bullet, font, size, inner - step))
        ]

    def part(self, lines: int) -> float:
        return lines * self.style.size * LEADING + 2 * self.style.pad

    def height(self, row: list[Placed]) -> float:
        return self.part(max((len(one.lines) for one in row if one.cell.down == 1), default=1))

    def header_cells(self) -> Iterator[tuple[Row, list[tuple[Cell, int]]]]:
        return zip(self.table.header, arrange(self.table.header), strict=True)

    def header(self) -> None:
        """Set the header rows as one block, so that cells may span them downwards."""
        block = [(row, self.place(row, cells)) for row, cells in self.header_cells()]
        heights = [self.height(placed) for _, placed in block]
        for number, (row, placed) in enumerate(block):
            for one in placed:
                self.cell(row, one, one.lines, sum(heights[number : number + one.cell.down]))
            self.sheet.y += heights[number]
        self.underline(self.style.line)

    def set_row(self, row: Row) -> None:
        """Set one row, cut by as many page breaks as it takes."""
        self.shade = row.kind == "body" and not self.shade
        if row.record is not None:
            row.record.page = self.sheet.page
        placed = self.place(row)
        done, most = 0, max(len(one.lines) for one in placed)
        while True:
            fit = int((self.sheet.room - 2 * self.style.pad) / (self.style.size * LEADING) + ROUNDING)
            end = min(most, done + fit) if self.style.cut else most
            if row.kind == "total":
                self.underline(self.style.total_line)
            for one in placed:
                self.cell(row, one, one.lines[done:end], self.part(end - done))
            self.sheet.y += self.part(end - done)
            self.underline(self.style.line)
            done = end
            if done == most:
                return
            self.break_page()

    def row_fill(self, row: Row) -> str:
        if row.kind == "header":
            return self.style.header_fill
        return self.style.zebra if self.shade and self.style.zebra else ""

    def underline(self, colour: str) -> None:
        if colour:
            self.sheet.rule(self.x, self.sheet.y, sum(self.table.widths), colour, self.style.width)

    def cell(self, row: Row, one: Placed, lines: tuple[Line, ...], height: float) -> None:
        """Paint, outline and fill in one cell, or a part of it, with its top at the cursor."""
        sheet, style, cell = self.sheet, self.style, one.cell
        sheet.fill(one.x, sheet.y, one.width, height, cell.fill or self.row_fill(row))
        if style.grid:
            sheet.frame(one.x, sheet.y, one.width, height, style.grid, style.width)
        font, left = self.font(cell, row), one.x + style.pad
        ink = style.header_ink if row.kind == "header" else "#000000"
        for number, line in enumerate(lines):
            base = sheet.y + style.pad + number * style.size * LEADING + style.size
            if line.bullet:
                sheet.text(left, base, "•", font, style.size)
            inner = one.width - 2 * style.pad - line.indent
            sheet.text(left + line.indent, base, line.text, font, style.size, ink, cell.align, inner)
        if cell.arrow:
            sheet.arrow(one.x + one.width / 2, sheet.y + style.pad + style.size * 0.6, cell.arrow)
