"""History: values that a report prints otherwise than the report before, as findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from agendapack.extract.history.values import Series, same_value
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import Value, text

SAID = frozenset({"revised", "provisional", "estimate"})
"""Values that a report itself says are not for good."""


def restated(series: Iterable[Series]) -> Iterator[Record]:
    """A finding for each value that its own report printed otherwise, and nobody said that it was revised."""
    told = ((a, b) for one in series for a, b in _differing(one.rows))
    yield from (_finding(number, *pair) for number, pair in enumerate(told, 1))


def _differing(rows: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Prints of one value in reports one after the other that differ."""
    for before, after in zip(rows, rows[1:], strict=False):
        said = {text(row.get("value_status")) for row in (before, after)} & SAID
        if not said and not same_value(before, after):
            yield before, after


def _finding(number: int, before: Record, after: Record) -> Record:
    name = text(after.get("indicator_ref")) or text(after.get("definition"))
    period, now, then = (
        text(row.get(key)) for row, key in ((after, "period"), (after, "text"), (before, "text"))
    )
    return {
        "kind": "conflicting_value",
        "severity": "info",
        "refs": (name,),
        "detail": f"{name}: the report before gave {then} for {period}, this one gives {now}",
        "dataset": "indicator_values",
        "pages": (page,) if isinstance(page := after.get("page"), int) else (),
        "places": json.dumps([_place(row) for row in (after, before)], ensure_ascii=False),
        **{k: after.get(k) for k in ("pack_id", "table_id", "page", "bbox", "confidence", "read_by")},
        "row_id": f"{text(after['pack_id'])}:restated{number:04d}",
        "repeat_of": None,
        "review": None,
    }


def _place(row: Record) -> dict[str, Value]:
    printed = {name: row.get(name) or "" for name in ("pack_id", "page", "bbox", "row_id")}
    return {**printed, "quote": text(row.get("text"))}
