"""Answers: the actions that are overdue, as of the meeting that printed them last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from agendapack.extract.answers.answer import UNNAMED, Answer, body, columns, day, packs_by_id
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import text
from agendapack.schemas.datasets import Dataset, dataset

WHERE = ("council", "committee", "meeting_date", "source_name")


def overdue(out: Path, by: str = "") -> Answer:
    """The actions that are overdue, the latest first within what they are put together by.

    Each once, as printed last; those done, given up or dropped since are not among them.
    """
    records = read_folder(out)
    packs = packs_by_id(records)
    meetings = {meeting["meeting_id"]: meeting for meeting in records["meetings"]}
    rows = [
        _placed(row, packs[text(row["pack_id"])], meetings.get(row["meeting_id"]))
        for row in _open(records)
        if row["overdue"]
    ]
    rows.sort(key=lambda row: (text(row[by]) if by else "", -_days(row)))
    return Answer(_columns(), rows, "" if rows else _nothing(records))


def _placed(row: Record, pack: Record, meeting: Record | None) -> Record:
    """The action with whose it is and for which day; a PDF may hold the papers of several meetings."""
    told = {name: (meeting or {}).get(name) or pack[name] for name in ("committee", "meeting_date")}
    return {**{name: pack[name] for name in WHERE}, **told, **row}


def _nothing(records: Records) -> str:
    """Why no action is overdue, where nobody can tell."""
    if not records["actions"]:
        return "; there are no actions here"
    if not any(pack["meeting_date"] for pack in records["packs"]):
        return "; no pack says the day of its meeting (agendapack extract --date)"
    return ""


def _open(records: Records) -> Iterator[Record]:
    """The last print of each action that is in its plan still, of those that count."""
    closed = {e["entity_id"] for e in records["entities"] if e["state"] != "open"}
    packs = packs_by_id(records)
    last: dict[str, Record] = {}
    for row in records["actions"]:
        if not row["repeat_of"] and row["entity_id"] not in closed:
            thing = text(row["entity_id"] or row["row_id"])
            if thing not in last or _printed(row, packs) >= _printed(last[thing], packs):
                last[thing] = row
    yield from last.values()


def _printed(row: Record, packs: Mapping[str, Record]) -> tuple[str, str]:
    """When the row was printed; in one meeting the rows that count are one edition's."""
    return text(packs[text(row["pack_id"])]["meeting_date"]), text(row["row_id"])


def _columns() -> Dataset:
    own = dataset("actions")
    return Dataset("overdue", "Overdue", own.description, own.row, columns("packs", WHERE) + own.columns)


def _days(row: Record) -> int:
    days = row["days_late"]
    return days if isinstance(days, int) else 0


def overdue_lines(answer: Answer, by: str = "") -> Iterator[str]:
    """Lines for people: how late, what, whose, and how often its date was moved."""
    for name, rows in groupby(answer.rows, key=lambda row: text(row[by]) if by else ""):
        its = list(rows)
        if by:
            yield f"{name or UNNAMED} ({len(its)})"
        yield from (line for row in its for line in _lines(row))
    yield f"overdue: {len(answer.rows)}{answer.none}"


def _lines(row: Record) -> Iterator[str]:
    what = " ".join(filter(None, (text(row["action_ref"]), text(row["action"]))))
    yield f"  {row['days_late']} days: {what}"
    times = row["times_redated"]
    moved = f", first due {day(row['first_due_date'])}, redated {times}×" if times else ""
    whose = f" ({text(row['officers'])})" if row["officers"] else ""
    where = f"{body(row)} on {day(row['meeting_date'])}, page {row['page']}"
    yield f"    due {day(row['due_date'])}{moved}{whose}; {where}"
