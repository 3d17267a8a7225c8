"""What the terminal shows of a run and of a pack; text from files is made safe first."""

from __future__ import annotations

from collections import Counter
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

from extract.batch import BatchResult, Progress
from extract.model import PackResult
from extract.write import Records
from extract.write.safe import for_terminal


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


@contextmanager
def page_progress(hidden: bool = False) -> Iterator[Progress]:
    """A bar over the pages of the pack being read, on standard error and only for people."""
    console = Console(stderr=True)
    if hidden or not console.is_terminal:
        yield lambda _path, _done, _pages: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    tasks: dict[Path, TaskID] = {}
    with Bars(*columns, console=console, transient=True) as bars:

        def show(path: Path, done: int, pages: int) -> None:
            if path not in tasks:
                for task in tasks.values():
                    bars.update(task, visible=False)
                tasks[path] = bars.add_task(escape(for_terminal(path.name)))
            bars.update(tasks[path], completed=done, total=pages)

        yield show


def run_summary(batch: BatchResult, records: Records) -> Iterator[Listing | str]:
    """The closing words of `extract`: packs, tables, rows, findings, seconds."""
    pages = sum(result.pack.pages for result in batch.read)
    tables = [table for result in batch.read for table in result.tables]
    known = sum(1 for table in tables if table.kind)
    yield (
        f"packs read: {len(batch.read)} of {len(batch.results)}, pages: {pages}, "
        f"tables: {len(tables)}, recognised: {known}, seconds: {batch.seconds:.1f}"
    )
    rows = _listing("Rows", "dataset", "rows", right=("rows",))
    for name, of_dataset in records.items():
        rows.add_row(*_safe(name, len(of_dataset)))
    yield rows
    kinds = Counter((str(row["kind"]), str(row["severity"])) for row in records["findings"])
    if kinds:
        findings = _listing("Findings", "kind", "severity", "number", right=("number",))
        for (kind, severity), number in kinds.most_common():
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
