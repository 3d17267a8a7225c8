"""History: what differs from one meeting of a committee to the next, and from one edition to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from agendapack.extract.history.meetings import FIRST, REISSUE, Meeting, PackRows
from agendapack.extract.history.overdue import is_closed
from agendapack.extract.history.parts import Parting, parted
from agendapack.extract.history.wording import plan_key, same
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import text
from agendapack.schemas.datasets import dataset, followed

Rows = dict[str, Record]
"""By entity the row that stands for it."""


@dataclass
class _Known:
    """What a committee's packs said last, by kind and plan."""

    rows: dict[str, dict[str, Rows]] = field(default_factory=lambda: defaultdict(dict))
    from_pack: dict[tuple[str, str], PackRows] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Step:
    """Rows of one kind before and after."""

    kind: str
    before: Rows
    after: Rows
    here: frozenset[str]
    """All entities of the kind in the later pack, whatever the plan."""
    known: frozenset[str]
    """All of the kind known before."""
    from_pack: PackRows
    to_pack: PackRows


def changes(meetings: Iterable[Meeting]) -> Iterator[Record]:
    """The rows of the dataset `changes`, of meetings in order, each compared with what was known before."""
    known: dict[str, _Known] = defaultdict(_Known)
    number = 0
    for meeting in meetings:
        of = known[meeting.current.committee]
        for pack, rows in _editions(meeting):
            for change in _of_pack(of, pack, rows):
                number += 1
                yield {**change, "row_id": f"{pack.id}:change{number:04d}"}


def _editions(meeting: Meeting) -> Iterator[tuple[PackRows, Mapping[str, Sequence[Record]]]]:
    """Each edition of the whole pack, with what its supplements add to it."""
    beside = [p for p in meeting.packs if meeting.editions[p.id] not in (FIRST, REISSUE)]
    for pack in meeting.whole:
        added = [p for p in beside if p is not pack]
        yield (
            pack,
            {
                kind: [
                    *pack.records[kind],
                    *(row for p in added for row in p.records[kind] if not row.get("repeat_of")),
                ]
                for kind in (of.name for of in followed())
            },
        )


def _of_pack(known: _Known, pack: PackRows, rows: Mapping[str, Sequence[Record]]) -> Iterator[Record]:
    for kind, some in rows.items():
        after = _by_plan(some)
        here = frozenset(entity for plan in after.values() for entity in plan)
        before_all = frozenset(entity for plan in known.rows[kind].values() for entity in plan)
        for plan, own in after.items():
            homes = _homes(known.rows[kind], plan, own)
            if homes:
                before = {e: row for home in homes for e, row in known.rows[kind][home].items()}
                step = _Step(kind, before, own, here, before_all, known.from_pack[kind, homes[0]], pack)
                yield from _differences(step)
            for home in homes:
                del known.rows[kind][home]
        for plan, own in after.items():
            known.rows[kind][plan] = own
            known.from_pack[kind, plan] = pack


def _by_plan(rows: Iterable[Record]) -> dict[str, Rows]:
    """The rows by plan and entity; of several rows of one thing the first stands for it."""
    plans: dict[str, Rows] = defaultdict(dict)
    seen: set[str] = set()
    for row in rows:
        entity = text(row.get("entity_id"))
        if entity and entity not in seen:
            seen.add(entity)
            plans[plan_key(text(row.get("plan")))][entity] = row
    return dict(plans)


def _homes(known: Mapping[str, Rows], plan: str, own: Rows) -> list[str]:
    """The plans before that are this one: of its title, or with most of their things in it."""
    if plan in known:
        return [plan]
    return [p for p, rows in known.items() if len(rows.keys() & own.keys()) * 2 > len(rows)]


def _differences(step: _Step) -> Iterator[Record]:
    added = {e: row for e, row in step.after.items() if e not in step.known}
    gone = {e: row for e, row in step.before.items() if e not in step.here}
    partings = list(parted(step.kind, gone, added))
    for parting in partings:
        yield from _parting(step, parting)
    done = {e for p in partings for e in (*p.before, *p.after)}
    for entity, row in added.items():
        if entity not in done:
            yield _change(step, "added", None, row, said=("", _subject(step.kind, row)))
    for entity, row in gone.items():
        if entity not in done:
            what = "completed" if is_closed(row) else "dropped"
            yield _change(step, what, row, None, said=(_subject(step.kind, row), ""))
    for entity, old in step.before.items():
        if entity in step.after:
            yield from _of_thing(step, old, step.after[entity])


def _parting(step: _Step, parting: Parting) -> Iterator[Record]:
    for old in parting.before.values():
        for new in parting.after.values():
            said = _subject(step.kind, old), _subject(step.kind, new)
            yield _change(step, parting.what, old, new, dataset(step.kind).text, said)


def _of_thing(step: _Step, old: Record, new: Record) -> Iterator[Record]:
    special = {dataset(step.kind).ref: "re_lettered", dataset(step.kind).text: "reworded", "section": "moved"}
    for column, what in (*special.items(), *((c, "changed") for c in dataset(step.kind).compared)):
        if not same(old.get(column), new.get(column)):
            yield _change(step, what, old, new, column, (text(old.get(column)), text(new.get(column))))


def _subject(kind: str, row: Record) -> str:
    return text(row.get(dataset(kind).text))


def _change(
    step: _Step,
    what: str,
    old: Record | None,
    new: Record | None,
    field: str = "",
    said: tuple[str, str] = ("", ""),
) -> Record:
    shown = new if new is not None else old
    assert shown is not None
    of = dataset(step.kind)
    from_pack = text(old["pack_id"]) if old else step.from_pack.id
    to_pack = text(new["pack_id"]) if new else step.to_pack.id
    both = [float(str(row.get("confidence") or 0)) for row in (old, new) if row]
    return {
        "kind": of.record,
        "entity_id": shown.get("entity_id"),
        "ref": shown.get(of.ref),
        "old_ref": old.get(of.ref) if old and new and old.get(of.ref) != new.get(of.ref) else None,
        "change": what,
        "field": field or None,
        "old": said[0] or None,
        "new": said[1] or None,
        "from_pack_id": from_pack,
        "to_pack_id": to_pack,
        "from_date": step.from_pack.pack.get("meeting_date"),
        "to_date": step.to_pack.pack.get("meeting_date"),
        "from_row_id": old["row_id"] if old else None,
        "to_row_id": new["row_id"] if new else None,
        "from_page": old.get("page") if old else None,
        "pack_id": to_pack,
        "table_id": new.get("table_id") if new else None,
        "page": new.get("page") if new else None,
        "bbox": new.get("bbox") if new else None,
        "confidence": min(both),
        "read_by": shown.get("read_by"),
        "review": None,
    }
