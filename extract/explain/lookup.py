"""Explain: which rows a reader means by a row id, a reference or words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from rapidfuzz import process

from agendapack.extract.errors import UsageError
from agendapack.extract.history.wording import folded
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import Dataset, dataset, datasets, shown

NEAR = 3
"""How many names are offered where there is none of the name given."""
NAME_CHARS = 70
"""Characters shown of what a row says where it is only named."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row that is meant, with the pack it is printed in."""

    of: Dataset
    record: Record
    pack: Record

    @property
    def row_id(self) -> str:
        """By which the row is asked for."""
        return text(self.record["row_id"])

    @property
    def name(self) -> str:
        """What the row is called and says; its id where it says nothing."""
        columns = self.of.known_by
        said = " ".join(filter(None, (text(self.record[column]) for column in columns))) or self.row_id
        return said if len(said) <= NAME_CHARS else said[: NAME_CHARS - 1].rstrip() + "…"

    @property
    def place(self) -> str:
        """Where it is printed: council, committee, day, file and page."""
        said = (*(spoken(self.pack.get(c)) for c in ("council", "committee", "meeting_date")),)
        page = f"page {self.record['page']}" if self.record["page"] else ""
        return ", ".join(filter(None, (*said, text(self.pack.get("source_name")), page)))


def sought(records: Records, what: str) -> list[FoundRow]:
    """The row of that id; else those of that reference, however spaced; else those with all the words.

    A row that stands again in another pack of its meeting is told once.
    Raises a UsageError when there is none.
    """
    words = set(folded(what).split())
    every, asked = sorted(datasets(), key=lambda of: of.name == "links"), _asked()
    found = (
        _hits(records, every, lambda _, row: row["row_id"] == what)[:1]
        or _hits(records, asked, lambda of, row: _code(row[of.ref]) == _code(what) != "")
        or _hits(records, asked, lambda of, row: set() < words <= set(folded(_said(of, row)).split()))
    )
    if not found:
        near = _nearest(records, what)
        offered = f" The nearest are: {', '.join(near)}." if near else ""
        raise UsageError(f"{what!r}: no row has this row id or reference, or says these words.{offered}")
    return found


def _hits(
    records: Records, some: Iterable[Dataset], meant: Callable[[Dataset, Record], bool]
) -> list[FoundRow]:
    packs = {row["pack_id"]: row for row in records["packs"]}
    found = [
        FoundRow(of, row, packs.get(row["pack_id"], {}))
        for of in some
        for row in records[of.name]
        if meant(of, row)
    ]
    ids = {hit.record["row_id"] for hit in found}
    return [hit for hit in found if hit.record.get("repeat_of") not in ids]


def _asked() -> list[Dataset]:
    """The datasets whose rows people ask about."""
    return [dataset(name) for name in shown("explain")]


def _said(of: Dataset, row: Record) -> str:
    return " ".join(text(row[column]) for column in of.known_by)


def _code(ref: Value) -> str:
    """A reference however it is spaced and marked."""
    return folded(text(ref)).replace(" ", "")


def _nearest(records: Records, what: str) -> Sequence[str]:
    called = dict.fromkeys(text(row[of.ref] or row[of.text]) for of in _asked() for row in records[of.name])
    return [name for name, *_ in process.extract(what, list(called), limit=NEAR)]


def latest(hits: Sequence[FoundRow]) -> FoundRow | None:
    """The last print of what all hits are prints of; None when they are of several things."""
    things = {text(hit.record.get("entity_id")) or hit.row_id for hit in hits}
    return max(hits, key=lambda hit: text(hit.pack.get("meeting_date"))) if len(things) == 1 else None


def hit_lines(hits: Sequence[FoundRow]) -> Iterator[str]:
    """Each row with its place and the id to ask for it by."""
    for hit in hits:
        yield f"{hit.of.title}: {hit.name}"
        yield f"  {hit.place}: {hit.row_id}"


def spoken(value: Value) -> str:
    """A value as one says it: days in words."""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else text(value)
