"""History: what was printed for an indicator and a period, first and last, over all packs of a council."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date

from agendapack.extract.history.meetings import Meeting, PackRows
from agendapack.extract.history.wording import same, words
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import Value, text

ACTUAL = "actual"
AS_ACTUAL = {"outturn", "actual", "latest", "previous", "current", "result", "performance", "score"}
"""Measures that say what was reached; which of them a column is called depends on when it is printed."""
SPANS = ((1, "point"), (31, "month"), (92, "quarter"), (184, "half"), (366, "year"))
"""Days of a period at the most, and what it is called."""
MISSING = "missing"

Key = tuple[Value, ...]


@dataclass
class Series:
    """The prints of one value, in the order of the packs."""

    rows: list[Record] = field(default_factory=list)

    def add(self, row: Record) -> None:
        """Take a print; of several in one pack the first counts."""
        if not self.rows or self.rows[-1]["pack_id"] != row["pack_id"]:
            self.rows.append(row)


def mark_values(pack: PackRows) -> None:
    """Write the entity of its indicator into each value of the pack."""
    by_id = {row["row_id"]: row for row in pack.records["indicators"]}
    by_name: dict[tuple[str, str], Record] = {}
    for row in pack.records["indicators"]:
        by_name.setdefault((words(row, "indicator_ref"), words(row, "definition")), row)
    for value in pack.records["indicator_values"]:
        named = words(value, "indicator_ref"), words(value, "definition")
        home = by_id.get(value.get("indicator_row_id")) or by_name.get(named)
        value["entity_id"] = home.get("entity_id") if home else None


def series_of(meetings: Iterable[Meeting]) -> list[Series]:
    """The prints of each value over all packs."""
    series: dict[Key, Series] = {}
    for meeting in meetings:
        for pack in meeting.packs:
            for row in pack.records["indicator_values"]:
                if row.get("entity_id") and row.get("period_end") and _is_said(row):
                    series.setdefault(_key(row), Series()).add(row)
    return list(series.values())


def value_history(series: Iterable[Series]) -> Iterator[Record]:
    """The rows of the dataset `value_history`."""
    yield from map(_told, series)


def _is_said(row: Record) -> bool:
    return bool(row.get("text")) and row.get("no_value") is None and row.get("value_status") != MISSING


def _key(row: Record) -> Key:
    """What tells one value of an indicator from another."""
    told = (row.get("entity_id"), measure_of(row), words(row, "component"), words(row, "label"))
    return (*told, span_of(row), row.get("period_start"), row.get("period_end"))


def measure_of(row: Record) -> str:
    """The measure, one word for all that say what was reached."""
    measure = text(row.get("measure"))
    return ACTUAL if measure in AS_ACTUAL else measure


def span_of(row: Record) -> str:
    """What kind of period the value is for."""
    if said := text(row.get("span")):
        return said
    start, end = row.get("period_start"), row.get("period_end")
    if not isinstance(start, date) or not isinstance(end, date):
        return "point"
    days = (end - start).days + 1
    return next((name for most, name in SPANS if days <= most), "")


def _told(series: Series) -> Record:
    first, latest = series.rows[0], series.rows[-1]
    differing = [row for row in series.rows if not same_value(row, latest)]
    return {
        **_shown(latest, ("entity_id", "indicator_ref", "definition", "component", "label", "period")),
        "measure": measure_of(latest),
        "span": span_of(latest) or None,
        **_shown(latest, ("period_start", "period_end", "value", "unit", "value_status")),
        "first_pack_id": first["pack_id"],
        "first_text": first["text"],
        "latest_pack_id": latest["pack_id"],
        "latest_text": latest["text"],
        "restated": bool(differing),
        "previous_value": differing[-1].get("value") if differing else None,
        **_shown(latest, ("pack_id", "table_id", "page", "bbox", "confidence", "read_by")),
        "row_id": f"{latest['row_id']}:history",
        "review": None,
    }


def same_value(a: Record, b: Record) -> bool:
    """Whether two prints are of one figure in one unit."""
    if a.get("value") is not None and b.get("value") is not None:
        return a["value"] == b["value"] and a.get("unit") == b.get("unit")
    return same(a.get("text"), b.get("text"))


def _shown(row: Record, columns: Iterable[str]) -> Mapping[str, Value]:
    return {column: row.get(column) for column in columns}
