"""Batch: what the commands about one pack show of it, made in a worker; sent as JSON, text or a picture."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict

from agendapack.extract.batch.jobs import Job, JobResult, Progress, causes, honest
from agendapack.extract.errors import PackError, UsageError
from agendapack.extract.isolation import Watch
from agendapack.extract.model import Note, PackResult
from agendapack.extract.read.damage import with_damage
from agendapack.extract.second import PageGrids

View = Callable[[Job, Progress, Watch], JobResult]


def _tables(job: Job, progress: Progress, watch: Watch) -> JobResult:
    """The grids as the JSON that `tables` prints."""
    from agendapack.extract.write.grids import grid_json, named

    sheets = _sheets(job, progress, watch)
    entries = [grid_json(*entry) for entry in named(grid for _, grids in sheets for grid in grids)]
    return JobResult(_remarks(job, sheets), json.dumps({"tables": entries}, ensure_ascii=False).encode())


def _table_files(job: Job, progress: Progress, watch: Watch) -> JobResult:
    """The grids as CSV files, text by name."""
    from agendapack.extract.write.grids import grid_csv, named

    sheets = _sheets(job, progress, watch)
    files = {name: grid_csv(grid) for name, grid in named(grid for _, grids in sheets for grid in grids)}
    return JobResult({**_remarks(job, sheets), "files": files})


def _sheets(job: Job, progress: Progress, watch: Watch) -> Sequence[PageGrids]:
    from agendapack.extract.pipeline import find_tables

    sheets = list(find_tables(job.path, job.settings, progress, watch))
    pages = with_damage(job.path, [page for page, _ in sheets])
    return [(page, grids) for page, (_, grids) in zip(pages, sheets, strict=True)]


def _remarks(job: Job, sheets: Sequence[PageGrids]) -> dict[str, list[str]]:
    """What to say beside the tables; raises when no page was read."""
    notes = [note for page, _ in sheets for note in page.notes]
    unread = [note for note in notes if note.kind == "unread_page"]
    what = causes((note.detail, (note.page,)) for note in unread)
    if sheets and len({note.page for note in unread}) == len(sheets):
        raise PackError(job.path, f"{what}.")
    said = [f"{job.path.name}: {what}."] if unread else []
    return {"remarks": said + _doubts(notes) if job.settings.second_opinion else said}


def _doubts(notes: Iterable[Note]) -> list[str]:
    return [f"page {n.page}, {n.box}: {n.detail}" for n in notes if n.kind == "low_confidence"]


def _picture(job: Job, progress: Progress, watch: Watch) -> JobResult:
    """The page wanted as a PNG, with the tables that were taken on it drawn over it.

    The pages around it are read too: tables go on, and cards are known by what comes again.
    """
    from agendapack.extract.pipeline import tables_taken
    from agendapack.extract.read import page_count
    from agendapack.extract.write.annotated_page import TakenTable, page_picture

    (number,), last = job.numbers, page_count(job.path)
    if number > last:
        raise UsageError(f"{job.path.name} has {last} pages; there is no page {number}.")
    if number not in (job.settings.pages or (number,)):
        raise UsageError(f"page {number} is to be drawn and is not among those to be read (--pages).")
    pages, grids, found = tables_taken(job.path, job.settings, progress, watch)
    page = next(page for page in pages if page.number == number)
    remarks = _remarks(job, [(page, [])])
    what = {(part.page, part.box): one.lists for one in found for part in (one.printed or one.table).parts}
    taken = [TakenTable(grid, what.get((grid.page, grid.box), ())) for grid in grids if grid.page == number]
    drawn = io.BytesIO()
    page_picture(job.path, page, taken).save(drawn, "PNG")
    return JobResult(remarks, drawn.getvalue())


def _pictures(job: Job, progress: Progress, watch: Watch) -> JobResult:
    """Pages of the pack, all or some, drawn into a folder."""
    from agendapack.extract.read import page_count
    from agendapack.extract.write.review.pictures import write_pictures

    total, drawn = len(job.numbers) or page_count(job.path), []
    for picture in write_pictures(job.path, job.folder, job.turned, job.numbers, watch):
        drawn.append(asdict(picture))
        progress(len(drawn), total)
    return JobResult({"remarks": [], "pictures": drawn})


def _spot(job: Job, _progress: Progress, watch: Watch) -> JobResult:
    """A place on a page as a PNG."""
    from agendapack.extract.write.pdfs import crop

    if why := watch.bad.get(job.spot.page):
        raise PackError(job.path, f"the page cannot be drawn ({why}).", job.spot.page)
    watch.at_page(job.spot.page)
    drawn = io.BytesIO()
    crop(job.path, job.spot, job.turned.get(job.spot.page)).save(drawn, "PNG")
    return JobResult({"remarks": []}, drawn.getvalue())


def _summary(job: Job, progress: Progress, watch: Watch) -> JobResult:
    """Outline, tables and columns of the pack as rows of text."""
    from agendapack.extract.pipeline import read_pack

    result = honest(read_pack(job.path, job.settings, progress, watch))
    if result.pack.status == "failed":
        raise PackError(job.path, result.pack.message.removeprefix(f"{job.path.name}: "))
    said = [result.pack.message] if result.pack.message else []
    return JobResult({"remarks": said, **seen(result)})


def seen(result: PackResult) -> dict[str, object]:
    """What `inspect` shows: facts about the pack, and the rows of three lists."""
    pack = result.pack
    facts = (pack.title, pack.council, pack.committee, pack.meeting_date, f"{pack.pages} pages")
    return {
        "about": f"{pack.source_name}: " + ", ".join(str(fact) for fact in facts if fact),
        "agenda": [
            [item.item_no, item.title, item.lead_officer, str(item.start_page or "")]
            for item in result.agenda_items
        ],
        "tables": [
            [
                table.source.table_id,
                "-".join(map(str, dict.fromkeys((table.source.page, table.last_page)))),
                f"{table.rows} × {table.columns}",
                table.kind or "-",
                f"{table.source.confidence:.2f}",
                table.title,
            ]
            for table in result.tables
        ],
        "columns": [
            [table.source.table_id, str(meaning.column + 1), meaning.title, meaning.role, meaning.reason]
            for table in result.tables
            for meaning in table.layout.meanings
        ],
    }


VIEWS: Mapping[str, View] = {
    "tables": _tables,
    "table files": _table_files,
    "picture": _picture,
    "pictures": _pictures,
    "spot": _spot,
    "summary": _summary,
}
