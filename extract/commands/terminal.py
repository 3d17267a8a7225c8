"""What the terminal shows of a run and of a pack; text from files is made safe first."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.table import Table as Listing
from rich.text import Text

from extract.batch.record import BatchResult, PackRun
from extract.batch.version import fingerprint
from extract.model import PackResult
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


class Progress:
    """Bars over the packs of a run and over the pages of those being read, with the time left."""

    def __init__(self, bars: Bars) -> None:
        self.bars = bars
        self.all: TaskID | None = None
        self.tasks: dict[Path, TaskID] = {}
        self.shown = 0.0

    def begin(self, packs: int) -> None:
        self.all = self.bars.add_task("packs", total=packs, visible=packs > 1)

    def pages(self, path: Path, done: int, pages: int) -> None:
        if path not in self.tasks:
            self.tasks[path] = self.bars.add_task(escape(for_terminal(path.name)))
        self.bars.update(self.tasks[path], completed=done, total=pages)
        self._draw()

    def pack(self, run: PackRun) -> None:
        if (task := self.tasks.pop(run.path, None)) is not None:
            self.bars.remove_task(task)
        if self.all is not None:
            self.bars.advance(self.all)
        self._draw()

    def _draw(self) -> None:
        """Draw ten times a second: no thread does it, since worker processes are copies of this one."""
        now = time.monotonic()
        if now - self.shown >= 0.1:
            self.shown = now
            self.bars.refresh()


@contextmanager
def progress(hidden: bool = False) -> Iterator[Progress | None]:
    """Progress on standard error, only for people; None when nobody looks."""
    console = Console(stderr=True)
    if hidden or not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=console, transient=True, auto_refresh=False) as bars:
        yield Progress(bars)


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


def pack_summary(result: PackResult) -> Iterator[Listing | Text]:
    """The outline and the tables of a pack."""
    pack = result.pack
    facts = (pack.title, pack.council, pack.committee, pack.meeting_date, f"{pack.pages} pages")
    yield Text(for_terminal(f"{pack.source_name}: " + ", ".join(str(fact) for fact in facts if fact)))
    if result.agenda_items:
        items = _listing("Agenda", "item", "title", "lead officer", "page", right=("page",))
        for item in result.agenda_items:
            items.add_row(*_safe(item.item_no, item.title, item.lead_officer, item.start_page or ""))
        yield items
    tables = _listing(
        "Tables",
        "table",
        "pages",
        "size",
        "kind",
        "confidence",
        "title",
        right=("pages", "size", "confidence"),
    )
    for table in result.tables:
        first, last = table.source.page, table.last_page
        pages = str(first) if first == last else f"{first}-{last}"
        size = f"{table.rows} × {table.columns}"
        sure = f"{table.source.confidence:.2f}"
        tables.add_row(*_safe(table.source.table_id, pages, size, table.kind or "-", sure, table.title))
    yield tables
    heads = ("table", "column", "title", "role", "reason")
    columns = _listing("Columns, what they were taken for and why", *heads)
    for table in result.tables:
        for meaning in table.layout.meanings:
            columns.add_row(
                *_safe(table.source.table_id, meaning.column + 1, meaning.title, meaning.role, meaning.reason)
            )
    if columns.row_count:
        yield columns
