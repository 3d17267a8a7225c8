"""Answers: what changed from one meeting to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

from agendapack.extract.answers.answer import Answer, body, columns, counted, day, packs_by_id
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import Dataset, dataset

WHERE = ("council", "committee", "source_name")
"""What the pack of a change adds to its row."""


def changes(out: Path, since: date | None = None) -> Answer:
    """The differences between consecutive meetings, the earliest first; only those told on or after a day.

    Those of a meeting whose day is not known are always there.
    """
    records = read_folder(out)
    packs = packs_by_id(records)
    committees = {(m["current_pack_id"], m["meeting_date"]): m["committee"] for m in records["meetings"]}
    rows = [
        _placed(row, packs[text(row["pack_id"])], committees)
        for row in records["changes"]
        if since is None or not isinstance(row["to_date"], date) or row["to_date"] >= since
    ]
    rows.sort(key=lambda row: (*map(text, (row["council"], row["committee"], row["to_date"])),))
    return Answer(_columns(), rows, "" if rows else _nothing(records))


def _nothing(records: Records) -> str:
    """Why nothing changed, where it could not."""
    times = Counter((text(m["council"]), text(m["committee"])) for m in records["meetings"])
    if any(number > 1 for number in times.values()):
        return ""
    return "; no committee has two meetings here to compare"


def _placed(row: Record, pack: Record, committees: Mapping[tuple[Value, Value], Value]) -> Record:
    """The change with its council and committee; a PDF may hold the papers of several committees."""
    committee = committees.get((row["pack_id"], row["to_date"])) or pack["committee"]
    return {**{name: pack[name] for name in WHERE}, "committee": committee, **row}


def _columns() -> Dataset:
    own = dataset("changes")
    return Dataset(own.name, own.title, own.description, own.row, columns("packs", WHERE) + own.columns)


def change_lines(answer: Answer) -> Iterator[str]:
    """Lines for people: for each two packs compared what is new, gone and different, with its page."""
    for pair, rows in groupby(answer.rows, key=lambda row: (row["from_pack_id"], row["to_pack_id"])):
        its = list(rows)
        days = " → ".join(day(its[0][side]) for side in ("from_date", "to_date"))
        yield f"{body(its[0])}: {days} ({' → '.join(map(text, pair))})"
        yield from (f"  {_line(row)}" for row in its)
        yield ""
    total = counted(text(row["change"]).replace("_", "-") for row in answer.rows)
    yield f"changes: {len(answer.rows)}" + (f" ({total})" if total else answer.none)


def _line(row: Record) -> str:
    thing = f"{row['kind']} {text(row['ref'])}".rstrip()
    was = f" (was {row['old_ref']})" if row["old_ref"] else ""
    field = f", {_label(row)}" if row["field"] else ""
    place = f" (page {row['page']})" if row["page"] else ""
    said = " → ".join(f"“{text(row[side])}”" for side in ("old", "new") if row["field"] or row[side])
    return f"{text(row['change']).replace('_', '-')}: {thing}{was}{field}: {said}{place}"


def _label(row: Record) -> str:
    """What people call the column that differs."""
    label = dataset(f"{row['kind']}s").column(text(row["field"])).label
    return label if label.isupper() else label[0].lower() + label[1:]
