"""Write: which rows count today, and what the overview says of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.words import day, finding
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import dataset, provenance

KINDS = ("actions", "indicators", "risks")
SUBJECT = {"actions": "action", "indicators": "definition", "risks": "description", "findings": "detail"}
"""The column that says what a row is about."""
REF = {"actions": "action_ref", "indicators": "indicator_ref", "risks": "risk_ref"}
NO_FACTS = ("extra", "places", "entity_id", "meeting_id")
NO_SECTION = "No section"

Newest = dict[Value, Value]
"""By entity the pack that printed it last."""


@dataclass(frozen=True, slots=True)
class CurrentRow:
    """A row as the overview shows it."""

    id: str
    dataset: str
    record: Record

    def get(self, column: str) -> str:
        """The cell as text, empty for nothing."""
        return text(self.record.get(column))

    @property
    def ref(self) -> str:
        """By what people know it; of a finding its kind, as they say it."""
        return finding(self.get("kind")) if self.dataset == "findings" else self.get(REF[self.dataset])

    @property
    def subject(self) -> str:
        return self.get(SUBJECT[self.dataset])

    @property
    def section(self) -> str:
        """Directorate, service or theme; else the plan that the row stands in."""
        return self.get("section") or self.get("plan") or NO_SECTION

    @property
    def page(self) -> tuple[str, int] | None:
        """Pack and page on which the row stands."""
        page = self.record.get("page")
        return (self.get("pack_id"), page) if isinstance(page, int) else None

    def facts(self) -> Iterator[tuple[str, str]]:
        """The other columns that are filled, by the headings people read; days as they write them."""
        of = dataset(self.dataset)
        left_out = {c.name for c in provenance()} | {SUBJECT[self.dataset], *NO_FACTS}
        for column in of.columns:
            if column.name not in left_out and (said := day(self.record.get(column.name))):
                yield column.label, said


def rows_of(name: str, records: Iterable[Record]) -> list[CurrentRow]:
    """The records of a dataset as rows."""
    return [CurrentRow(text(r["row_id"]), name, r) for r in records]


def current(records: Records) -> dict[str, list[CurrentRow]]:
    """Actions, indicators and risks as they stand now: each thing once, as its newest pack prints it."""
    newest = newest_packs(records.get("entities", []))
    return {kind: [*standing(rows_of(kind, records[kind]), newest)] for kind in KINDS}


def newest_packs(entities: Iterable[Record]) -> Newest:
    """By entity the pack that printed it last."""
    return {entity["entity_id"]: entity["last_pack_id"] for entity in entities}


def standing(rows: Iterable[CurrentRow], newest: Newest) -> Iterator[CurrentRow]:
    """The rows that count: no repeats, each entity once as its newest pack prints it."""
    seen: set[Value] = set()
    for row in rows:
        entity = row.record.get("entity_id")
        if row.record.get("repeat_of") or newest.get(entity, row.record["pack_id"]) != row.record["pack_id"]:
            continue
        if entity and entity in seen:
            continue
        seen.add(entity)
        yield row
