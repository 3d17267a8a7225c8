"""History: all packs of one council; their rows are marked, and what only shows over time is told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendapack.extract.correct.pairs import DOUBT, Pairs
from agendapack.extract.history.changes import changes
from agendapack.extract.history.matching import Doubt, Entity, Things
from agendapack.extract.history.meetings import Meeting, PackRows, by_sitting, meetings_of
from agendapack.extract.history.overdue import is_closed, mark_overdue, mark_redated
from agendapack.extract.history.repeats import mark_repeats
from agendapack.extract.history.restated import restated
from agendapack.extract.history.supplements import resolve_across
from agendapack.extract.history.values import mark_values, series_of, value_history
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import Dataset, dataset, followed

PRINTED = ("agenda_items", "actions", "indicators", "risks", "milestones")
"""Datasets whose rows say for which meeting they are printed."""
SHOWN = ("pack_id", "table_id", "page", "bbox", "confidence", "read_by")
"""Of a row that stands for many: where it was printed last."""
GONE = {"dropped": "dropped", "completed": "completed", "split": "dropped", "merged": "dropped"}
"""What becomes of a thing by the change that takes it away."""


def with_history(packs: Iterable[PackRows], said: Pairs | None = None) -> Records:
    """Mark the rows of a council's packs in place; gives the rows of the datasets that are over all packs.

    These are `meetings`, `entities`, `value_history`, `changes`, and `findings`: doubts whether two rows are
    one, where nobody `said` whether they are, and values that a later report prints otherwise.
    """
    parted = [(pack, list(by_sitting(pack))) for pack in packs]
    meetings = meetings_of(part for _, parts in parted for part in parts)
    for meeting in meetings:
        _mark_packs(meeting)
        resolve_across(meeting)
        mark_repeats(meeting)
    things = {of.name: _things(of.name, meetings, said) for of in followed()}
    for meeting in meetings:
        mark_overdue(meeting)
        for pack in meeting.packs:
            mark_values(pack)
    mark_redated(things["actions"].entities)
    for pack, parts in parted:
        if len(parts) > 1:  # what is told of a part may have been settled by another
            pack.records["findings"][:] = [row for part in parts for row in part.records["findings"]]
    changed, series = list(changes(meetings)), series_of(meetings)
    return {
        "meetings": [_meeting(meeting) for meeting in meetings],
        "entities": list(_entities(things, changed, meetings)),
        "value_history": list(value_history(series)),
        "changes": changed,
        "findings": [
            *(_finding(n, d) for n, d in enumerate((d for t in things.values() for d in t.doubts), 1)),
            *restated(series),
        ],
    }


def _mark_packs(meeting: Meeting) -> None:
    for pack in meeting.packs:
        pack.pack["meeting_id"] = meeting.id
        pack.pack["edition"] = meeting.editions[pack.id]
        pack.pack["replaces_pack_id"] = meeting.replaces.get(pack.id)
        for name in PRINTED:
            for row in pack.records.get(name, ()):
                row["meeting_id"] = meeting.id


def _things(kind: str, meetings: Sequence[Meeting], said: Pairs | None) -> Things:
    things = Things(kind, said)
    for meeting in meetings:
        for pack in meeting.packs:
            things.see(pack.records[kind])
    return things


def _meeting(meeting: Meeting) -> Record:
    current = meeting.current.pack
    said = {
        name: next((p.pack[name] for p in (meeting.current, *meeting.packs) if p.pack.get(name)), None)
        for name in ("council", "committee", "meeting_date")
    }
    return {
        "meeting_id": meeting.id,
        **said,
        "current_pack_id": current["pack_id"],
        **{name: current.get(name) for name in ("pack_id", "page", "bbox", "confidence", "read_by")},
        "table_id": None,
        "row_id": meeting.id,
        "review": None,
    }


def _entities(
    things: dict[str, Things], changed: Iterable[Record], meetings: Sequence[Meeting]
) -> Iterator[Record]:
    gone = {text(c["from_row_id"]): GONE[text(c["change"])] for c in changed if c["change"] in GONE}
    councils = {p.id: p.pack.get("council") for m in meetings for p in m.packs}
    for of in followed():
        for entity in things[of.name].entities:
            yield _entity(of, entity, gone, councils)


def _entity(of: Dataset, entity: Entity, gone: Mapping[str, str], councils: Mapping[str, Value]) -> Record:
    last = entity.last
    refs = dict.fromkeys(text(row.get(of.ref)) for row in entity.rows if row.get(of.ref))
    # an entity that came back after it was dropped has later rows
    state = next((gone[i] for row in entity.rows[-1:] if (i := text(row["row_id"])) in gone), "")
    if not state and is_closed(last):
        state = "completed"
    return {
        "entity_id": entity.id,
        "kind": of.record,
        "council": text(councils.get(text(last["pack_id"]))) or None,
        "plan": last.get("plan"),
        "current_ref": last.get(of.ref),
        "current_text": last.get(of.text),
        "refs": tuple(refs),
        "first_pack_id": entity.rows[0]["pack_id"],
        "last_pack_id": last["pack_id"],
        "state": state or "open",
        **{name: last.get(name) for name in SHOWN},
        "row_id": entity.id,
        "review": None,
    }


def _finding(number: int, doubt: Doubt) -> Record:
    """A finding with both texts: what may be one thing is never made one in silence."""
    ref, later = dataset(doubt.kind).ref, doubt.later
    return {
        "kind": DOUBT,
        "severity": "info",
        "refs": tuple(dict.fromkeys(text(r.get(ref)) for r in (doubt.earlier, later) if r.get(ref))),
        "detail": doubt.sentence,
        "dataset": doubt.kind,
        "pages": (page,) if isinstance(page := later.get("page"), int) else (),
        "places": json.dumps([_place(row, doubt.kind) for row in (later, doubt.earlier)], ensure_ascii=False),
        **{
            name: later.get(name) for name in ("pack_id", "table_id", "page", "bbox", "confidence", "read_by")
        },
        "row_id": f"{text(later['pack_id'])}:doubt{number:04d}",
        "repeat_of": None,
        "review": None,
    }


def _place(row: Record, kind: str) -> dict[str, Value]:
    """Where one of two rows is printed, and in which pack."""
    printed = {name: row.get(name) or "" for name in ("pack_id", "page", "bbox", "row_id")}
    return {**printed, "quote": text(row.get(dataset(kind).text))}
