"""Answers: how an indicator moved, over all packs that print it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rapidfuzz import process

from agendapack.extract.answers.answer import Answer, columns, packs_by_id
from agendapack.extract.errors import UsageError
from agendapack.extract.history.wording import folded
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import Dataset, dataset

WHERE = ("council", "source_name")
ONE = ("entity_id", "measure", "component", "label", "span", "unit")
"""What the values of one line of a chart have in common."""
BARS = "▁▂▃▄▅▆▇█"
NEAR = 3
"""How many names are offered where there is none of the name given."""


def series(out: Path, name: str = "") -> Answer:
    """The values of the indicators that a reference, an entity or words of the definition name; else of all.

    Each value once, as printed last, series by series, in the order of time.
    """
    records = read_folder(out)
    named = _named(records, name)
    packs = packs_by_id(records)
    rows = [
        {**{n: packs[text(row["latest_pack_id"])][n] for n in WHERE}, **row}
        for row in records["value_history"]
        if row["entity_id"] in named
    ]
    place = {entity: n for n, entity in enumerate(named)}
    rows.sort(key=lambda row: (place[row["entity_id"]], *(text(row[c]) for c in (*ONE[1:], "period_end"))))
    return Answer(_columns(), rows, "" if rows else _nothing(records, named))


def _nothing(records: Records, named: Sequence[Value]) -> str:
    """Why indicators have no series, though their values are printed."""
    printed = sum(value["entity_id"] in named for value in records["indicator_values"])
    if not printed:
        return ""
    return f"; {printed} are printed without a period and stand in indicator_values only"


def _named(records: Records, name: str) -> list[Value]:
    """The indicators of that name, in the order of their packs: by reference before by words."""
    known = [e for e in records["entities"] if e["kind"] == "indicator"]
    found = [e for e in known if _plain(name) in map(_plain, (*_refs(e), text(e["entity_id"])))]
    if not found:
        wanted = set(folded(name).split())
        found = [e for e in known if wanted <= set(folded(text(e["current_text"])).split())]
    if known and not found:
        names = dict.fromkeys(text(e["current_ref"] or e["current_text"]) for e in known)
        near = ", ".join(each for each, *_ in process.extract(name, list(names), limit=NEAR))
        raise UsageError(f"{name!r}: no such indicator here. The nearest are: {near}.")
    return [e["entity_id"] for e in found]


def _plain(ref: str) -> str:
    """A reference however it is spaced."""
    return folded(ref).replace(" ", "")


def _refs(entity: Record) -> Sequence[str]:
    refs = entity["refs"]
    return [str(ref) for ref in refs] if isinstance(refs, tuple) else []


def _columns() -> Dataset:
    own = dataset("value_history")
    return Dataset("series", own.title, own.description, own.row, columns("packs", WHERE) + own.columns)


def lines_of(answer: Answer) -> Iterator[tuple[str, list[Record]]]:
    """The values of each line of a chart, with its name."""
    for key, rows in groupby(answer.rows, key=lambda row: tuple(row[c] for c in ONE)):
        yield ", ".join(text(part).replace("_", " ") for part in key[1:] if part), list(rows)


def series_lines(answer: Answer) -> Iterator[str]:
    """Lines for people: each indicator, its series with a sparkline and their values."""
    shown: Value = None
    for name, rows in lines_of(answer):
        if rows[0]["entity_id"] != shown:
            shown = rows[0]["entity_id"]
            yield title(rows[-1])
        yield f"  {name}  {sparkline([_number(row) for row in rows])}".rstrip()
        yield from (f"    {_value(row)}" for row in rows)
    yield f"values: {len(answer.rows)}{answer.none}"


def title(row: Record) -> str:
    """What people call the indicator of a value."""
    named = " ".join(filter(None, (text(row["indicator_ref"]), text(row["definition"]))))
    return f"{named} ({row['council']})" if row["council"] else named


def _value(row: Record) -> str:
    before = f", first printed as {text(row['first_text'])}" if row["restated"] else ""
    status = f" ({row['value_status']})" if row["value_status"] in ("provisional", "estimate") else ""
    period = text(row["period"]) or f"{text(row['period_start'])} – {text(row['period_end'])}"
    return f"{period}: {text(row['latest_text'])}{status}{before}"


def _number(row: Record) -> float | None:
    value = row["value"]
    return float(value) if isinstance(value, int | float) else None


def sparkline(numbers: Sequence[float | None]) -> str:
    """A bar for each number between the least and the greatest; a gap where there is none."""
    known = [n for n in numbers if n is not None]
    if len(known) < 2:  # noqa: PLR2004 - one number shows no course
        return ""
    least, wide = min(known), max(known) - min(known)
    top = len(BARS) - 1
    return "".join(
        " " if n is None else BARS[round((n - least) / wide * top) if wide else top // 2] for n in numbers
    )
