"""Check: the findings of a results folder come in, a report for people or data for programs goes out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
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


def told(out: Path, severities: Collection[str] = (), kinds: Collection[str] = ()) -> list[dict[str, Any]]:
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
    names = {str(pack["pack_id"]): str(pack["source_name"] or "") for pack in records["packs"]}
    # what the packs of one meeting print alike is told once
    found = [_finding(record, names) for record in records["findings"] if not record.get("repeat_of")]
    wanted = [
        f
        for f in found
        if (not severities or f["severity"] in severities) and (not kinds or f["kind"] in kinds)
    ]
    return sorted(wanted, key=lambda f: (f["kind"], GRAVITY.get(f["severity"], len(GRAVITY)), f["pack"]))


def report(findings: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Lines for people: the kinds with their numbers, each finding with its places and what they say."""
    for kind in dict.fromkeys(f["kind"] for f in findings):
        its = [f for f in findings if f["kind"] == kind]
        yield f"{kind} ({_numbers(its)})"
        for finding in its:
            yield f"  {finding['severity']}: {finding['detail']}"
            yield from (f"    {line}" for line in _places(finding))
        yield ""
    yield f"findings: {len(findings)}" + (f" ({_numbers(findings)})" if findings else "")


def _finding(record: Record, names: dict[str, str]) -> dict[str, Any]:
    """A finding as a program wants it: lists and places are lists, not text."""
    columns = [c.name for c in dataset("findings").columns]
    values = {name: record[name] for name in columns}
    places = json.loads(str(record["places"])) if record["places"] else []
    return values | {
        "pack": names.get(str(record["pack_id"]), ""),
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
    yield from dict.fromkeys(_place(finding["pack"], place) for place in places)


def _place(pack: str, place: dict[str, Any]) -> str:
    """The row id is what `agendapack explain` asks for."""
    quote = " ".join(str(place.get("quote") or "").split())
    if len(quote) > MAX_QUOTE:
        quote = quote[: MAX_QUOTE - 1].rstrip() + "…"
    where = f"{pack}, page {place['page']}" + (f" ({row_id})" if (row_id := place.get("row_id")) else "")
    return f"{where}: “{quote}”" if quote else where
