"""History: what is overdue on the day of its meeting, when it was due first, how often it was put off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from agendapack.extract.history.matching import Entity
from agendapack.extract.history.meetings import FIRST, REISSUE, Meeting
from agendapack.extract.history.wording import words
from agendapack.extract.write.record import Record

CLOSED = ("complete", "cancelled")
"""Groups of statuses of actions that are no longer to be done."""


def is_closed(row: Record) -> bool:
    """Whether what is to be done is done or given up; what has no status is not."""
    return words(row, "status_group") in CLOSED


def mark_overdue(meeting: Meeting) -> None:
    """Write `overdue` and `days_late` into the meeting's actions; those that only stand again say neither."""
    in_whole = {a.get("entity_id") for pack in meeting.whole for a in pack.records["actions"]}
    for pack in meeting.packs:
        whole = meeting.editions[pack.id] in (FIRST, REISSUE)
        for action in pack.records["actions"]:
            day, due = pack.pack.get("meeting_date") or _day(meeting), action.get("due_date")
            counts = whole or action.get("entity_id") not in in_whole
            known = counts and isinstance(day, date) and isinstance(due, date)
            late = (day - due).days if known and isinstance(day, date) and isinstance(due, date) else 0
            action["overdue"] = late > 0 and not is_closed(action) if known else None
            action["days_late"] = late if action["overdue"] else None


def _day(meeting: Meeting) -> object:
    return next((p.pack["meeting_date"] for p in meeting.packs if p.pack.get("meeting_date")), None)


def mark_redated(actions: Iterable[Entity]) -> None:
    """Write `first_due_date` and `times_redated` into every observation, as known at its meeting."""
    for entity in actions:
        first = last = None
        times = 0
        for row in entity.rows:
            due = row.get("due_date")
            if due and last and due != last:
                times += 1
            first, last = first or due, due or last
            row["first_due_date"] = first
            row["times_redated"] = times
