"""One pack through all stages: reads like the picture in docs/architecture.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from extract.correct import correct, review_findings
from extract.find import find_grids as grids_on
from extract.identity import pack_id_of, sha256_of
from extract.model import Grid, Pack, PackResult, Page, Source
from extract.outline import PackMetadata, outline
from extract.ocr import mended, read_scans
from extract.outline.surroundings import Surroundings, grid_boxes
from extract.read import page_count, properties, read_pages
from extract.recognise import recognise
from extract.reconcile import reconcile
from extract.reconcile.prose import paragraphs
from extract.records import records
from extract.records.doubts import doubts
from extract.records.identify import numbered, table_entries
from extract.settings import Settings
from extract.stitch import stitch

Progress = Callable[[int, int], None]


def read_pack(path: Path, settings: Settings, progress: Progress) -> PackResult:
    """Everything the pack yields.

    Raises a `PackError` when the file cannot be opened; calls `progress(done, total)` page by page.
    """
    sha256 = sha256_of(path)
    pack_id = pack_id_of(path, sha256)
    pages = mended(list(_pages(path, settings, progress)))
    grids = [grid for page in pages for grid in grids_on(page)]
    whole = outline(
        pages, tables=grid_boxes(grids), source_name=path.name, properties=properties(path)
    )
    around = Surroundings(pages, grids, whole)
    tables = stitch(pages, grids, around.printed)
    found = recognise(tables)
    rows = records(found, around.of(tables), pack_id)
    result = PackResult(
        pack=_pack(Pack(Source(pack_id), path.name, sha256, len(pages)), whole.metadata),
        agenda_items=numbered(whole.agenda, "agenda", pack_id),
        actions=numbered(rows.actions, "action", pack_id),
        indicators=numbered(rows.indicators, "indicator", pack_id),
        indicator_values=numbered(rows.indicator_values, "value", pack_id),
        risks=numbered(rows.risks, "risk", pack_id),
        tables=table_entries(found, around.titles(tables), pack_id),
        findings=doubts(pages, grids, pack_id),
    )
    corrected = correct(result, settings.corrections)
    reconciled = reconcile(corrected, [f.table for f in found], paragraphs(around.lines))
    reviewed = review_findings(reconciled, settings.corrections)
    return replace(reviewed, findings=numbered(reviewed.findings, "finding", pack_id))


def find_grids(path: Path, settings: Settings) -> Iterator[Grid]:
    """The tables of every page, not interpreted."""
    for page in _read(path, settings):
        yield from grids_on(page)


def _pack(pack: Pack, facts: PackMetadata) -> Pack:
    return replace(
        pack,
        council=facts.council,
        committee=facts.committee,
        meeting_date=facts.meeting_date,
        venue=facts.venue,
        title=facts.title,
    )


def _pages(path: Path, settings: Settings, progress: Progress) -> Iterator[Page]:
    total = len(settings.pages) if settings.pages else page_count(path)
    for done, page in enumerate(_read(path, settings), 1):
        yield page
        progress(done, total)


def _read(path: Path, settings: Settings) -> Iterator[Page]:
    return read_scans(path, read_pages(path, settings.pages, settings.reader), settings.ocr)
