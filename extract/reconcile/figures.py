"""Reconcile: the raw grid of a table comes in, its figures as exact decimals go out, column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, lru_cache

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Place, TableEntry, union
from agendapack.extract.normalise.units import unit_of
from agendapack.extract.normalise.words import flat
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.vocabulary import words

_NUMBER = re.compile(
    r"^([(\-–−+]*)\s*£?\s*([(\-–−]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%|m|k|bn|million)?\s*\)?[*†‡¹²³]*$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:[-–—.\s]*|n/?a|nil|tbc)$", re.IGNORECASE)
MOST_COUNTED = 1000
"""Whole figures from here on may be rounded amounts."""
_SCALE = re.compile(r"\b(?:thousand|million|billion)s?\b|£|000", re.IGNORECASE)
MAX_TITLE = 80
"""Characters of a title; a longer one is a sentence of the text above the table."""
MIN_NUMBERING = 3
"""Whole numbers that must rise one by one for a column to number the rows."""


@dataclass(frozen=True)
class Figure:
    """A number as printed."""

    value: Decimal
    text: str
    percent: bool = False

    @cached_property
    def decimals(self) -> int:
        return max(0, -int(self.value.as_tuple().exponent))

    @cached_property
    def half_unit(self) -> Decimal:
        """Half of the last printed place: how far rounding may move it."""
        return Decimal(5).scaleb(-self.decimals - 1)

    @cached_property
    def taken_away(self) -> Figure:
        """The figure as one of those that are added."""
        return Figure(-self.value, self.text)


@lru_cache(maxsize=8192)
def figure(text: str) -> Figure | None:
    """The number that is all of a cell's text; brackets or a dash before it make it negative."""
    line = flat(text)
    match = _NUMBER.match(line)
    if not match:
        return None
    before, sign, whole, fraction, mark = match.groups()
    value = Decimal(whole.replace(",", "") + (fraction or ""))
    negative = bool(set(before + sign) & set("-–−")) or (line.startswith("(") and line.endswith(")"))
    return Figure(-value if negative else value, line, mark == "%")


@dataclass(frozen=True)
class FigureSheet:
    """A table as a spreadsheet: labels on the left, figures by row and column."""

    entry: TableEntry
    scanned: bool = False
    """Whether its figures were read from a picture: a digit may be misread, a comma taken for a point."""

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        width = max((len(row) for row in self.entry.grid), default=0)
        return tuple(tuple(row) + ("",) * (width - len(row)) for row in self.entry.grid)

    @cached_property
    def body(self) -> range:
        """The rows under the header."""
        return range(min(self.entry.header_rows, len(self.rows)), len(self.rows))

    @cached_property
    def figures(self) -> tuple[tuple[Figure | None, ...], ...]:
        return tuple(tuple(map(figure, row)) for row in self.rows)

    @cached_property
    def figured(self) -> tuple[int, ...]:
        """The rows that hold a figure, in order."""
        return tuple(row for row, figures in enumerate(self.figures) if any(figures))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Columns that hold at least two figures, and figures in most of their filled cells."""
        width = len(self.rows[0]) if self.rows else 0
        return tuple(c for c in range(width) if self._numeric(c))

    def _numeric(self, column: int) -> bool:
        filled = [r for r in self.body if self.rows[r][column].strip()]
        numbers = [r for r in filled if self.figures[r][column]]
        return len(numbers) >= 2 and len(numbers) * 2 > len(filled)

    def header(self, column: int) -> str:
        """The words over a column, merged heads to the left included."""
        parts = []
        for row in self.rows[: self.body.start]:
            filled = [text for text in row[: column + 1] if text.strip()]
            parts.append(filled[-1] if filled else "")
        return " ".join(parts).strip()

    def own_header(self, column: int) -> str:
        """The lowest filled header cell over a column."""
        return next(
            (row[column] for row in reversed(self.rows[: self.body.start]) if row[column].strip()), ""
        )

    def label(self, row: int) -> str:
        """The first cell of a row that is words."""
        texts = (t for c, t in enumerate(self.rows[row]) if t.strip() and not self.figures[row][c])
        return " ".join(next(texts, "").split())

    def unread(self, row: int, column: int) -> bool:
        """Whether a cell has words or marks that may hide a figure."""
        return self.figures[row][column] is None and not _NOTHING.match(self.rows[row][column])

    def adds(self, column: int) -> bool:
        """Whether the figures of a column can be added: no shares, rates, years, ranks or row numbers."""
        printed = [f for r in self.body if (f := self.figures[r][column])]
        if any(f.percent for f in printed) or _numbering([f.value for f in printed]):
            return False
        head = self.own_header(column).lower()
        return not any(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", head) for word in words("sums", "no_sum")
        )

    def counts(self, column: int) -> bool:
        """Whether the figures of a column count things: whole numbers without a thousand or a unit."""
        return column in self._counting

    @cached_property
    def _counting(self) -> frozenset[int]:
        """The columns of counts, looked for once: every total asks."""
        if self.scanned or any(map(_names_amounts, (self.entry.title, *map(self.label, self.body)))):
            return frozenset()
        printed = [(c, f) for r in self.body for c, f in enumerate(self.figures[r]) if f]
        rounded = {c for c, f in printed if f.decimals or abs(f.value) >= MOST_COUNTED}
        return frozenset(c for c in {c for c, _ in printed} - rounded if not _names_amounts(self.header(c)))

    @property
    def title(self) -> str:
        """The table's title without a unit in brackets behind it; "Table" where a sentence stands for one."""
        title = re.sub(r"\s*\([^()]*\)\s*$", "", self.entry.title).rstrip(" :")
        return title if title and len(title) <= MAX_TITLE and not title.endswith(".") else "Table"

    def refs(self, label: str) -> tuple[str, ...]:
        """What a row is known by: its label, and its label under the table's title."""
        return in_order((label, f"{self.title}: {label}" if self.title != "Table" else ""))

    def place(self, row: int, quote: str) -> Place:
        """Where a row is printed, with its words or some of them."""
        page, box = self._printed.get(row, (self.entry.source.page, self.entry.source.box))
        return Place(page, box, "", quote)

    @cached_property
    def _printed(self) -> dict[int, tuple[int, Box | None]]:
        """Page and box of each row; of one cut by a page break, of the part on its first page."""
        cells = grouped((cell.row, cell) for cell in self.entry.layout.cells)
        return {
            row: (its[0].page, union(c.box for c in its if c.page == its[0].page))
            for row, its in cells.items()
        }


def _names_amounts(text: str) -> bool:
    """Whether a text names a unit that figures may be rounded to: "£m", "Calls (thousands)"."""
    return unit_of(text) not in ("", "count") or bool(_SCALE.search(text))


def _numbering(values: Sequence[Decimal]) -> bool:
    """Whether the figures number the rows: whole, rising, and nearly one by one."""
    rising = all(a < b for a, b in zip(values, values[1:], strict=False)) and len(values) >= MIN_NUMBERING
    return rising and values[-1] - values[0] < 1.5 * len(values) and all(v == int(v) for v in values)
