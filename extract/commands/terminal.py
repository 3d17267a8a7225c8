"""Commands: what the terminal shows of a run and of a pack; text from files is made safe first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich import box
from rich.table import Table as Listing
from rich.text import Text

from extract.batch.record import BatchResult
from extract.batch.version import fingerprint
from extract.write.safe import for_terminal
from extract.write.sources import tool_version
from schemas.datasets import datasets


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
    packs = [run.about for run in batch.read]
    yield (
        f"packs read: {len(batch.read)} of {len(batch.packs)}, pages: {sum(p.pages for p in packs)}, "
        f"tables: {sum(p.tables for p in packs)}, recognised: {sum(p.recognised for p in packs)}, "
        f"seconds: {batch.seconds:.1f}"
    )
    states = [f"{state}: {number}" for state, number in sorted(batch.states.items())]
    states += [f"kept from earlier runs: {batch.kept}"] * bool(batch.kept)
    states += [f"removed: {len(batch.removed)}"] * bool(batch.removed)
    yield f"{', '.join(states)} (agendapack {tool_version()}, code {fingerprint()})"
    rows = _listing("Rows", "dataset", "rows", right=("rows",))
    for name in (of.name for of in datasets()):
        rows.add_row(*_safe(name, batch.rows[name]))
    yield rows
    if batch.findings:
        findings = _listing("Findings", "kind", "severity", "number", right=("number",))
        for (kind, severity), number in batch.findings.most_common():
            findings.add_row(*_safe(kind, severity, number))
        yield findings


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
