"""One pack through all stages: reads like the picture in docs/architecture.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from agendapack import schemas
from agendapack.extract.correct import correct, on_pages, review_findings
from agendapack.extract.correct.given_facts import with_given
from agendapack.extract.correct.lessons import lessons_of
from agendapack.extract.find import find_grids as grids_on
from agendapack.extract.find.forms import Form, forms_of, with_cards
from agendapack.extract.identity import pack_id_of, sha256_of
from agendapack.extract.isolation import UNWATCHED, Watch, found_on, prints
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import (
    Correction,
    Finding,
    Grid,
    Pack,
    PackResult,
    Page,
    Sitting,
    Source,
    Table,
)
from agendapack.extract.ocr import mended
from agendapack.extract.outline import Outline, PackMetadata, lines, outline
from agendapack.extract.outline.running_heads import furniture, set_aside
from agendapack.extract.outline.surroundings import Surroundings
from agendapack.extract.pages import Progress, read_well
from agendapack.extract.read import page_count, properties
from agendapack.extract.read.damage import with_damage
from agendapack.extract.read.mend import mend
from agendapack.extract.recognise import Recognised
from agendapack.extract.recognise.forms import in_doubt, is_read, tells_more
from agendapack.extract.recognise.lessons import Lessons
from agendapack.extract.recognise.one_by_one import Failure, recognise_with_care
from agendapack.extract.reconcile import Passage, reconcile
from agendapack.extract.reconcile.prose import paragraphs
from agendapack.extract.reconcile.unworded import without_words
from agendapack.extract.records import DraftRows, records
from agendapack.extract.records.doubts import (
    column_doubts,
    doubts,
    failures_told,
    table_doubts,
    unread_tables,
)
from agendapack.extract.records.drawings import drawings
from agendapack.extract.records.identify import (
    agenda_entry,
    by_page,
    identified,
    numbered,
    read_by,
    table_entries,
)
from agendapack.extract.records.officers import officers
from agendapack.extract.second import PageGrids, second_opinion
from agendapack.extract.settings import Settings
from agendapack.extract.stitch import stitch


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands on the pages of a pack."""

    pack: Pack
    pages: Sequence[Page]
    grids: Sequence[Grid]
    outline: Outline
    around: Surroundings
    otherwise: tuple[Finding, ...]
    """Where the pack says other facts of itself than people do."""


def read_pack(path: Path, settings: Settings, progress: Progress, watch: Watch = UNWATCHED) -> PackResult:
    """Everything the pack yields.

    Raises a `PackError` when the file cannot be opened; calls `progress(done, total)` page by page.
    """
    with schemas.using(settings.vocabulary):
        return _through_all_stages(path, settings, progress, watch)


class _Told(NamedTuple):
    """What pages and tables tell.

    The words of a pack take more memory than all else: those that reached no table are let go with the pages
    when this is made, the others table by table when the rows are, and the checks do without.
    """

    result: PackResult
    """All but the rows."""
    rows: DraftRows
    """Yet without ids."""
    titles: Mapping[str, str]
    """Of the tables."""
    tables: list[Table]
    text: Sequence[Passage]
    read_by: Mapping[int, str]
    """How each page was read."""


def _through_all_stages(path: Path, settings: Settings, progress: Progress, watch: Watch) -> PackResult:
    said = on_pages(settings.corrections, settings.pages)
    result, tables, text, read = _understood(_told(_seen(path, settings, progress, watch), settings), said)
    reviewed = review_findings(reconcile(result, without_words(tables), text, with_care=True), said)
    pack_id = result.pack.source.pack_id
    return replace(
        reviewed,
        plans=numbered(reviewed.plans, "plans", pack_id),
        findings=numbered(by_page(reviewed.findings, read), "findings", pack_id),
    )


def _told(seen: _Seen, settings: Settings) -> _Told:
    seen, tables, found, failures, left = _taken(seen, settings)
    rows = records(found, seen.around.of(tables))
    titles = seen.around.titles(tables)
    gathered = _gathered(seen, found, rows, titles, failures, left)
    text = paragraphs(seen.around.lines)
    return _Told(gathered, rows, titles, [one.table for one in found], text, read_by(seen.pages))


def _understood(
    told: _Told, said: Sequence[Correction]
) -> tuple[PackResult, list[Table], Sequence[Passage], Mapping[int, str]]:
    """The result with its rows, each with its id, corrected, and the people they name."""
    pack_id = told.result.pack.source.pack_id
    rows = identified(told.rows, told.titles, pack_id)
    corrected = correct(replace(told.result, **rows), said)
    people = officers([*corrected.actions, *corrected.indicators, *corrected.risks], told.rows.initials)
    named = replace(corrected, officers=numbered(people, "officers", pack_id))
    return named, told.tables, told.text, told.read_by


def tables_taken(
    path: Path, settings: Settings, progress: Progress, watch: Watch = UNWATCHED
) -> tuple[Sequence[Page], Sequence[Grid], Sequence[Recognised]]:
    """The pages, the tables that were taken on them, and what each was taken for."""
    with schemas.using(settings.vocabulary):
        taken = _taken(_seen(path, settings, progress, watch), settings)
    return taken.seen.pages, taken.seen.grids, taken.found


class _RecognisedTables(NamedTuple):
    """What was seen, what its tables were taken for, and what cards that were left may be."""

    seen: _Seen
    tables: Sequence[Table]
    found: Sequence[Recognised]
    failures: Sequence[Failure]
    left: Sequence[Recognised] = ()


def _taken(seen: _Seen, settings: Settings) -> _RecognisedTables:
    """What the tables were taken for; what goes wrong with the second reading costs that reading."""
    said = (*settings.lessons, *lessons_of(settings.corrections))
    lessons = Lessons(said, seen.pack.sha256, seen.pack.council)
    told = _recognised(seen, lessons)
    try:
        return _read_again(told, lessons)
    except Exception as error:
        what = "cards that no table shows were not looked for"
        return told._replace(failures=[*told.failures, Failure(what, error)])


def _read_again(told: _RecognisedTables, lessons: Lessons) -> _RecognisedTables:
    """What was told, with the cards of forms in place of tables that tell less of their records."""
    seen = told.seen
    of_page = {page.number: [g for g in seen.grids if g.page == page.number] for page in seen.pages}
    read = [part for one in told.found if one.kind and not one.is_card for part in one.table.parts]
    forms = forms_of([(page, of_page[page.number]) for page in seen.pages], read)
    forms = [form for form in forms if not is_read(form.cards, told.found)]
    left: list[Recognised] = []
    while forms:
        other = _recognised(_read_as(seen, forms), lessons)
        better = [f for f in forms if tells_more(f.cards, told.found, other.found)]
        left += [one for f in forms if f not in better for one in in_doubt(f.cards, told.found, other.found)]
        if len(better) == len(forms):
            return other._replace(left=left)
        forms = better
    return told._replace(left=left)


def _recognised(seen: _Seen, lessons: Lessons) -> _RecognisedTables:
    tables = stitch(seen.pages, seen.grids, seen.around.printed)
    return _RecognisedTables(seen, tables, *recognise_with_care(tables, seen.around.of(tables), lessons))


def _read_as(seen: _Seen, forms: Sequence[Form]) -> _Seen:
    grids = with_cards(seen.grids, forms)
    return replace(seen, grids=grids, around=Surroundings(seen.pages, grids, seen.outline))


def _seen(path: Path, settings: Settings, progress: Progress, watch: Watch) -> _Seen:
    """The pages read, with their tables, headings and facts."""
    sha256 = sha256_of(path)
    raw = with_damage(path, list(watch.pages or read_well(path, settings, progress, watch)))
    read = mend(mended(raw))
    printed = {page.number: lines(page) for page in read}
    running = furniture(read, printed)
    sheets: list[PageGrids] = list(found_on(set_aside(read, running), grids_on, watch))
    if settings.second_opinion:
        sheets = second_opinion(path, sheets)
    pages, grids = [page for page, _ in sheets], [grid for _, found in sheets for grid in found]
    whole = outline(
        read,
        grids=grids,
        printed=printed,
        running=running,
        source_name=path.name,
        properties=properties(path),
    )
    source = Source(pack_id_of(path, sha256)).read_from(word for page in pages for word in page.words)
    pack = _read_of(path, pages, Pack(source, path.name, sha256, page_count(path)))
    known, otherwise = with_given(_pack(pack, whole.metadata, whole.further), settings.given)
    return _Seen(known, pages, grids, whole, Surroundings(pages, grids, whole), otherwise)


def _gathered(
    seen: _Seen,
    found: Sequence[Recognised],
    rows: DraftRows,
    titles: Mapping[str, str],
    failures: Sequence[Failure],
    left: Sequence[Recognised],
) -> PackResult:
    """What the pages and tables yield beside rows."""
    pack_id, agenda = seen.pack.source.pack_id, seen.outline.agenda
    return PackResult(
        pack=_counted(seen.pack, found),
        agenda_items=numbered(agenda, "agenda_items", pack_id),
        tables=(*agenda_entry(agenda, pack_id), *table_entries(found, titles, pack_id)),
        findings=(
            *seen.otherwise,
            *doubts(seen.pages, seen.grids),
            *drawings(seen.pages, seen.grids),
            *table_doubts((*found, *left)),
            *column_doubts(found),
            *unread_tables(rows.unread),
            *failures_told(failures),
        ),
        prints=prints(seen.grids),
        listed=tuple(rows.listed),
        turned=tuple(p.lay for p in seen.pages if p.turned or p.skew or p.shear),
    )


def _counted(pack: Pack, found: Sequence[Recognised]) -> Pack:
    """The pack with how many of its tables were understood."""
    return replace(
        pack,
        tables_found=len(found),
        tables_recognised=sum(bool(f.kind) for f in found),
        tables_unknown=sum(bool(f.guess) for f in found),
    )


def _read_of(path: Path, pages: Sequence[Page], pack: Pack) -> Pack:
    """The pack with how much of it was asked for; less than all, and it is partial."""
    pack = replace(pack, pages_read=len(pages))
    if len(pages) == pack.pages:
        return pack
    asked = "-".join(map(str, dict.fromkeys((pages[0].number, pages[-1].number))))
    message = f"{path.name}: of {pack.pages} pages only {asked} read, as asked for."
    return replace(pack, status="partial", message=message)


def find_tables(
    path: Path, settings: Settings, progress: Progress, watch: Watch = UNWATCHED
) -> Iterator[PageGrids]:
    """Every page with its tables, not interpreted."""
    yield from tables_on(read_well(path, settings, progress, watch), path, settings, watch)


def tables_on(pages: Iterable[Page], path: Path, settings: Settings, watch: Watch) -> Iterator[PageGrids]:
    """Pages already read with their tables, one after the other."""
    for sheet in found_on(pages, grids_on, watch):
        yield second_opinion(path, [sheet])[0] if settings.second_opinion else sheet


def _pack(pack: Pack, facts: PackMetadata, further: tuple[Sitting, ...]) -> Pack:
    return replace(
        pack,
        further_meetings=further,
        council=facts.council,
        committee=facts.committee,
        meeting_date=facts.meeting_date,
        venue=facts.venue,
        title=facts.title,
        gss_code=facts.gss_code,
        meeting_time=facts.time,
        edition_said=facts.edition_said,
    )
