"""Check: the findings of a results folder come in, a report for people or data for programs goes out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from agendapack.extract.errors import UsageError
from agendapack.extract.reconcile.registry import GRAVITY, checks
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.record import Record
from agendapack.schemas.datasets import dataset

MAX_QUOTE = 160
"""Characters of a quotation that are shown; the page has the rest."""

BEYOND_CHECKS = (
    "entity_doubt",
    "given_otherwise",
    "low_confidence",
    "rejected_row",
    "restricted",
    "stale_correction",
    "unknown_column",
    "unknown_table",
    "unread_page",
    "unread_text",
)
"""Kinds of findings about the reading and about corrections, which no check makes."""

TASKS = {
    "error": "Put right: the document contradicts itself",
    "warning": "Ask the author: likely wrong, or in need of a reason",
    "info": "Worth a look",
}
READING = "Compare with the page: doubts about the reading"
"""What is to be done about findings, by their severity, and about those of the reading."""


def findings_of(
    out: Path, severities: Collection[str] = (), kinds: Collection[str] = ()
) -> list[dict[str, Any]]:
    """The findings of the folder, gravest first within their kind; all of them unless some are named.

    Raises a UsageError for a kind that there is not.
    """
    records = read_folder(out)
    known = (
        {check.kind for check in checks()} | {*BEYOND_CHECKS} | {str(f["kind"]) for f in records["findings"]}
    )
    if unknown := set(kinds) - known:
        there = ", ".join(sorted(known))
        raise UsageError(f"{', '.join(sorted(unknown))}: no such kind of finding. There are {there}.")
    files = {str(pack["pack_id"]): str(pack["source_name"] or "") for pack in records["packs"]}
    names = _names(records["packs"])
    # what the packs of one meeting print alike is told once
    kept = [record for record in records["findings"] if not record.get("repeat_of")]
    found = [_finding(record, files, names) for record in kept]
    wanted = [
        f
        for f in found
        if (not severities or f["severity"] in severities) and (not kinds or f["kind"] in kinds)
    ]
    return sorted(wanted, key=lambda f: (f["kind"], GRAVITY.get(f["severity"], len(GRAVITY)), f["pack"]))


def report(findings: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Lines for people: what is to be done, the kinds with their numbers, each finding with its places."""
    for task in (*TASKS.values(), READING):
        mine = [f for f in findings if f["task"] == task]
        if mine:
            yield f"{task} ({len(mine)})"
            yield ""
        for kind in dict.fromkeys(f["kind"] for f in mine):
            its = [f for f in mine if f["kind"] == kind]
            yield f"  {kind} ({_numbers(its)})"
            for finding in its:
                yield f"    {finding['severity']}: {finding['detail']}"
                yield from (f"      {line}" for line in _places(finding))
            yield ""
    yield f"findings: {len(findings)}" + (f" ({_numbers(findings)})" if findings else "")


def _names(packs: Iterable[Record]) -> dict[str, str]:
    """Packs as people speak of them: council, committee and day; with the file where that is not enough."""
    files, names = dict[str, str](), dict[str, str]()
    for pack in packs:
        day = pack["meeting_date"]
        said = (
            pack["council"],
            pack["committee"],
            f"{day.day} {day:%B %Y}" if isinstance(day, date) else day,
        )
        files[str(pack["pack_id"])] = str(pack["source_name"] or "")
        names[str(pack["pack_id"])] = ", ".join(str(part) for part in said if part)
    often = Counter(names.values())
    return {
        key: name if name and often[name] == 1 else f"{name} ({files[key]})" if name else files[key]
        for key, name in names.items()
    }


def _day(day: object) -> object:
    return f"{day.day} {day:%B %Y}" if isinstance(day, date) else day


def _finding(record: Record, files: dict[str, str], names: dict[str, str]) -> dict[str, Any]:
    """A finding as a program wants it: lists and places are lists, not text."""
    columns = [c.name for c in dataset("findings").columns]
    values = {name: record[name] for name in columns}
    places = json.loads(str(record["places"])) if record["places"] else []
    for place in places:
        if elsewhere := place.get("pack_id"):
            place["pack_name"] = names.get(elsewhere, elsewhere)
    return values | {
        "pack": files.get(str(record["pack_id"]), ""),
        "pack_name": names.get(str(record["pack_id"]), ""),
        "task": READING if record["kind"] in BEYOND_CHECKS else TASKS.get(str(record["severity"]), READING),
        "refs": list(_entries(record["refs"])),
        "pages": list(_entries(record["pages"])),
        "places": places,
    }


def _entries(value: object) -> Sequence[object]:
    return value if isinstance(value, tuple | list) else ()


def _numbers(findings: Sequence[dict[str, Any]]) -> str:
    counts = {s: sum(f["severity"] == s for f in findings) for s in GRAVITY}
    return ", ".join(f"{s}: {number}" for s, number in counts.items() if number)


def _places(finding: dict[str, Any]) -> Iterator[str]:
    """Pack, page, row and quotation of each place; the finding's own pages where it names none."""
    places = finding["places"] or [{"page": page} for page in finding["pages"]]
    yield from dict.fromkeys(_place(finding, place) for place in places)


def _place(finding: dict[str, Any], place: dict[str, Any]) -> str:
    """The row id is what `agendapack explain` asks for; what the finding quotes is not printed again."""
    pack, said = place.get("pack_name") or finding["pack_name"], finding["detail"]
    quote = " ".join(str(place.get("quote") or "").split())
    if len(quote) > MAX_QUOTE:
        quote = quote[: MAX_QUOTE - 1].rstrip() + "…"
    where = f"{pack}, page {place['page']}" + (f" ({row_id})" if (row_id := place.get("row_id")) else "")
    return f"{where}: “{quote}”" if quote and f"“{quote}”" not in said else where
