"""Reads single fields of a record from the cells of its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row, Source
from agendapack.extract.normalise.broken_refs import rejoined_refs
from agendapack.extract.normalise.leading_ref import Led, led_by_ref, numbered
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.refs import canonical, find_refs
from agendapack.extract.normalise.text import bullet_items, clean, join_bullets
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.hard_breaks import after_hard_breaks
from agendapack.extract.records.levels import Levels
from agendapack.extract.records.own_refs import OwnRefs
from agendapack.extract.records.periods import Dated
from agendapack.extract.records.rating_columns import Rated

WALLED = frozenset({"ruled", "bands", "stripes"})
"""Ways of finding a table by which its cells are as wide as they are drawn."""
UNTITLED = "(column {})"
"""What a column is called that has no title, so that its texts are not lost to the record."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A row of a recognised table, read by role."""

    row: Row
    found: Recognised
    kinds: OwnRefs = field(default_factory=OwnRefs)
    signed: bool = False
    """Whether the table's value columns print percentages with their sign."""
    rated: Rated = Rated()
    """Its columns that rate the records."""
    headings: Dated = Dated()
    """The time that its headings tell."""
    section: str = ""
    """The heading that it stands under."""
    levels: Levels = Levels()
    """The headings that it prints in columns of their own."""

    @property
    def reading(self) -> Reading:
        assert self.found.reading is not None
        return self.found.reading

    @property
    def known(self) -> frozenset[str]:
        """References of the pack's own rows."""
        return self.kinds.known

    def cell(self, role: str, *, grouped: bool = False) -> Cell | None:
        """The cell of a role; with `grouped` also one merged over several rows."""
        column = self.reading.column(role)
        if column is None:
            return None
        return self.row.covering(column) if grouped else self.row.at(column)

    def title(self, column: int | None) -> str:
        """What is printed over a column."""
        return next((c.title for c in self.found.columns if c.number == column), "")

    def lines(self, role: str, *, grouped: bool = False) -> str:
        """Printed text with its line breaks, references that the text layer tore apart whole."""
        cell = self.cell(role, grouped=grouped)
        if cell is None:
            return "\n".join(self._ticked(role))
        return rejoined_refs(cell.text, self.known)

    def valid(self, role: str, *, grouped: bool = False) -> str:
        """The same without the words that are struck out, where others are left."""
        cell = self.cell(role, grouped=grouped)
        left = [word for word in cell.words if not word.struck] if cell else []
        if cell is None or not left or len(left) == len(cell.words):
            return self.lines(role, grouped=grouped)
        return rejoined_refs(cell_text(left)[0], self.known)

    def _ticked(self, role: str) -> list[str]:
        """Titles of the ticked columns that stand for the role."""
        marked = [m for m in self.reading.marked if m.role == role]
        return [
            title
            for m in marked
            for number, title in m.titles
            if (cell := self.row.at(number)) is not None and cell.text
        ]

    def text(self, role: str, *, grouped: bool = False) -> str:
        """What a person reads, on one line, bullets joined."""
        return join_bullets(self.lines(role, grouped=grouped))

    def plain(self, role: str, *, grouped: bool = False) -> str:
        """What a person reads, on one line, as it stands."""
        return clean(self.lines(role, grouped=grouped))

    def people(
        self, role: str = "officers", *, grouped: bool = False, initials: Mapping[str, str] | None = None
    ) -> tuple[str, ...]:
        """The persons, posts and bodies of the cell, one an entry."""
        apart = self._apart(role, grouped=grouped)
        return tuple(split_officers(self.valid(role, grouped=grouped), initials=initials, apart=apart))

    def items(self, role: str) -> tuple[str, ...]:
        """The items of a list in the cell, with bullets or each on a line of its own."""
        return tuple(bullet_items(self.lines(role), self._apart(role)))

    def _apart(self, role: str, *, grouped: bool = False) -> frozenset[int]:
        """Lines of the cell that begin although they had room on the line above."""
        cell = self.cell(role, grouped=grouped)
        column = next((c for c in self.found.columns if cell and c.number == cell.column), None)
        return (
            after_hard_breaks(cell, column, walled=self._is_walled(cell)) if cell and column else frozenset()
        )

    def _is_walled(self, cell: Cell) -> bool:
        """Whether what is drawn shows how wide the cell is, not only its text."""
        return any(part.method in WALLED for part in self.found.table.parts if part.page == cell.page)

    def begun(self, cell: Cell) -> frozenset[int]:
        """Lines of a cell that no wrapping put where they stand; none where its width is not drawn."""
        column = next((c for c in self.found.columns if c.number == cell.column), None)
        if column is None or not self._is_walled(cell):
            return frozenset()
        return after_hard_breaks(cell, column, walled=True)

    def subject(self, role: str) -> str:
        """The record's own text, without the reference that it begins with."""
        led = self._led()
        return join_bullets(led.text) if led else self.text(role)

    def _led(self) -> Led | None:
        """The record's own text, where it begins with its reference."""
        column = self.reading.subject
        cell = self.row.at(column) if self.reading.led and column is not None else None
        if cell is None:
            return None
        text = rejoined_refs(cell.text, self.known)
        return led_by_ref(text) if self.reading.led == "ref" else next(iter(numbered(text)), None)

    def refs(self, role: str, *, grouped: bool = False) -> tuple[str, ...]:
        """All references of the cell, ranges expanded, spelt as the pack's own."""
        if role == self.reading.beside and (text := self.lines(role, grouped=grouped)):
            return (canonical(own.ref if (own := led_by_ref(text)) else clean(text)),)
        found = find_refs(self.lines(role, grouped=grouped), known=self.known)
        return tuple(dict.fromkeys(r.ref for r in found))

    def ref(self) -> str:
        """The row's own reference, in a column of its own or before its text."""
        led = self._led()
        printed = led.ref if led else self.plain("ref")
        return canonical(printed) if printed else ""

    def extra(self, used: frozenset[str], *, several: bool = False) -> tuple[tuple[str, str], ...]:
        """Columns that no field of the dataset takes, by title; values too, where of `several` records."""
        by_column = {r.column: r.name for r in self.reading.roles}
        read = self.reading.used - by_column.keys() | self.levels.columns
        if several:
            read -= {v.column for v in self.reading.values}
        kept = []
        for column in self.found.columns:
            if column.number in read or by_column.get(column.number) in used:
                continue
            cell = self.row.covering(column.number)
            if cell and cell.flat:
                title = clean(column.title) or UNTITLED.format(column.number + 1)
                kept.append((title, join_bullets(cell.text)))
        return tuple(kept)

    def source(self, cell: Cell | None = None) -> Source:
        """Where the row, or a cell of it, comes from, and how surely it was read."""
        table, at = self.found.table, cell or self.row
        place = Source(table_id=table.table_id, page=at.page, box=at.box, confidence=table.confidence)
        return place.read_from(at.words)
