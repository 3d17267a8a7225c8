"""Commands: what the terminal shows of a run and of a pack; text from files is made safe first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich import box
from rich.table import Table as Listing
from rich.text import Text

from agendapack.extract.batch.record import BatchResult
from agendapack.extract.batch.tally import Tally
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.commands.options import SEVERITIES
from agendapack.extract.write.safe import for_terminal
from agendapack.extract.write.sources import tool_version
from agendapack.schemas.datasets import datasets

STATUSES = ("ok", "partial", "failed")
RECORDS = ("actions", "indicators", "risks", "milestones", "agenda_items")
"""Datasets of what a pack lists."""


def _listing(title: str, *heads: str, right: Iterable[str] = ()) -> Listing:
    listing = Listing(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_edge=False
    )
    for head in heads:
        listing.add_column(head, justify="right" if head in right else "left")
    return listing


def _safe(*cells: object) -> Iterator[Text]:
    """Cells as plain text: neither markup nor escape sequences in them take effect."""
    return (Text(for_terminal(str(cell))) for cell in cells)


def run_summary(batch: BatchResult) -> Iterator[Listing | str]:
    """The closing words of `extract`: packs by status, pages, tables, rows, findings, seconds, versions."""
    total = batch.total
    yield (
        f"packs read: {batch.number_read} of {total.packs}, pages: {total.pages}, "
        f"tables: {total.tables}, recognised: {total.recognised}, "
        + f"in doubt: {total.unknown}, " * bool(total.unknown)
        + f"seconds: {batch.seconds:.1f}"
    )
    states = list(_states(batch))
    states += ["listed in quarantine.csv"] * bool(batch.failed)
    states += [f"kept from earlier runs: {batch.kept}"] * bool(batch.kept)
    states += [f"removed: {len(batch.removed)}"] * bool(batch.removed)
    yield f"{', '.join(states)} (agendapack {tool_version()}, code {fingerprint()})"
    listings = [listing for listing in (_rows(total), _findings(total)) if listing.row_count]
    side_by_side = Listing.grid(padding=(0, 3))
    side_by_side.add_row(*listings)
    yield side_by_side
    if not any(total.rows[kind] for kind in RECORDS):
        yield from _no_records(total.tables)


def _no_records(tables: int) -> Iterator[str]:
    """What there is instead, for those who see no rows and wonder."""
    yield "No action, indicator, risk, milestone or agenda item was found."
    if tables:
        yield f"Tables as printed: {tables}, in tables/; agendapack inspect tells what each was taken for."


def _states(batch: BatchResult) -> Iterator[str]:
    """The packs by status, and how many of each are as they were before the run."""
    whole = Counter(ok=batch.counted.packs)
    packs = whole + Counter(run.about.status for run in batch.packs)
    before = whole + Counter(run.about.status for run in batch.packs if run.state == "unchanged")
    for status in filter(packs.get, STATUSES):
        yield f"{status}: {packs[status]}" + f" ({before[status]} unchanged)" * bool(before[status])


def _rows(total: Tally) -> Listing:
    """Of the packs, empty datasets left out; rows over all packs of the folder are not the run's."""
    rows = _listing("Rows", "dataset", "rows", right=("rows",))
    for name in (of.name for of in datasets() if not of.over_packs and total.rows[of.name]):
        rows.add_row(*_safe(name, total.rows[name]))
    return rows


def _findings(total: Tally) -> Listing:
    """The kinds of findings, those with the gravest first."""
    findings = _listing("Findings", "kind", *SEVERITIES, right=SEVERITIES)
    numbers = {kind: [total.findings[kind, s] for s in SEVERITIES] for kind, _ in total.findings}
    for kind, of_kind in sorted(numbers.items(), key=lambda each: each[1], reverse=True):
        findings.add_row(*_safe(kind, *(number or "" for number in of_kind)))
    return findings


def pack_summary(seen: Mapping[str, Any]) -> Iterator[Listing | Text]:
    """The outline and the tables of a pack."""
    yield Text(for_terminal(seen["about"]))
    for title, rows, heads, right in (
        ("Agenda", seen["agenda"], ("item", "title", "lead officer", "page"), ("page",)),
        (
            "Tables",
            seen["tables"],
            ("table", "pages", "size", "kind", "confidence", "title"),
            ("pages", "size", "confidence"),
        ),
        (
            "Columns, what they were taken for and why",
            seen["columns"],
            ("table", "column", "title", "role", "reason"),
            (),
        ),
    ):
        listing = _listing(title, *heads, right=right)
        for row in rows:
            listing.add_row(*_safe(*row))
        if rows or title == "Tables":
            yield listing
