"""What the reading of pages and tables leaves in doubt, as findings with their page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendapack.extract.model import Cell, Finding, Grid, Note, Page, Place, Source, Table, union
from agendapack.extract.normalise.rag import rag_of_colour, rag_of_text
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.measure_names import without_period
from agendapack.extract.recognise.one_by_one import Failure
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.thresholds import is_threshold
from agendapack.extract.recognise.titles import folded
from agendapack.extract.records.draft import Unread
from agendapack.schemas import from_words, vocabulary

SEVERITY = {"unread_page": "error", "unread_text": "warning", "low_confidence": "warning"}
LOW_CONFIDENCE = 0.5
"""Tables below this are named in a finding."""
QUOTE_CHARS = 200
_LEADERS = re.compile(r"\s*[.…·_]{4,}\s*")
"""Dots that lead the eye from a title to its page."""


def doubts(pages: Sequence[Page], grids: Sequence[Grid]) -> tuple[Finding, ...]:
    """Notes of the readers, words that no cell holds or nobody sees, and tables that are hardly tables."""
    found = [_noted(note) for page in pages for note in page.notes]
    printed = {page.number: page for page in pages if page.hidden and not _is_recognised(page)}
    for grid in grids:
        found += _left_over(grid)
        if grid.page in printed:
            found += _unseen(grid, printed[grid.page])
        if grid.confidence < LOW_CONFIDENCE:
            found.append(_weak(grid))
    return tuple(found)


def _is_recognised(page: Page) -> bool:
    """Whether OCR read the page: its hidden text is an older reading of the same picture."""
    return any(word.certainty < 1 for word in page.words)


def table_doubts(found: Sequence[Recognised]) -> tuple[Finding, ...]:
    """Tables that may list records and reached no dataset, each with the best guess."""
    return tuple(_unknown_table(one) for one in found if one.guess)


def _unknown_table(found: Recognised) -> Finding:
    table = found.printed or found.table
    head = " | ".join(c.title for c in found.columns if c.title)[:QUOTE_CHARS]
    under = _LEADERS.sub(" … ", head)
    told = found.said or not found.chance  # by people, or by a heading: no probability was learned
    sure = "; ".join(found.reasons) if told else f"{found.chance:.0%} likely"
    said = f"may list {found.guess} ({sure}). That is too unsure, so no row was made of"
    source = Source(table_id=table.table_id, page=table.page, box=table.box)
    if table.table_id:
        named = f"the table under “{under}”" if head else "a table without titles"
        detail = f"{named} {said} it. Say what it lists on the review page, among the tables in doubt."
        places = [Place(table.page, table.box, quote=head)]
    else:
        cards = f"{len(table.parts)} cards that say “{under}” each"
        detail = f"{cards} {said} them, nor a file in tables: see the pages."
        places = [Place(card.page, card.box, quote=_first_text(card)) for card in table.parts]
    return Finding(source, "unknown_table", "warning", (), detail, "tables", tuple(places))


def _first_text(card: Grid) -> str:
    return next((" ".join(cell.text.split()) for cell in card.cells if cell.text), "")[:QUOTE_CHARS]


def unread_tables(unread: Sequence[Unread]) -> tuple[Finding, ...]:
    """Tables that were understood, and of which no record could be made for want of foresight."""
    return tuple(map(_unread, unread))


def _unread(unread: Unread) -> Finding:
    table, error = unread.table.printed or unread.table.table, unread.error
    return _failed(table, f"its table of {unread.table.kind} reached no dataset", error, unread.table.kind)


def failures_told(failures: Sequence[Failure]) -> tuple[Finding, ...]:
    """What was not understood for want of foresight, or not as it is meant to be."""
    return tuple(_failed(one.table, one.what, one.error) for one in failures)


def _failed(table: Table | None, what: str, error: Exception, dataset: str = "tables") -> Finding:
    detail = (
        f"{what}: failed with {type(error).__name__}: {error}. "
        "Please report it as a bug, with the file if it is public"
    )
    if table is None:
        return Finding(Source(page=1), "unread_page", "error", (), detail, dataset)
    place = Place(table.page, table.box)
    source = Source(table_id=table.table_id, page=table.page, box=table.box)
    return Finding(source, "unread_page", "error", (), detail, dataset, (place,))


def column_doubts(found: Sequence[Recognised]) -> tuple[Finding, ...]:
    """Columns nobody knows, together for each dataset; cells whose word and colour say different things."""
    known = [table for table in found if table.reading is not None]
    by_kind: dict[str, dict[str, Cell]] = {}
    for table in known:
        for column in _unknown(table):
            by_kind.setdefault(table.kind, {}).setdefault(column.title, column.filled[0])
    told = (_told_once(kind, columns) for kind, columns in by_kind.items())
    return (*told, *(one for table in known for one in _two_ratings(table)))


def _unknown(table: Recognised) -> Iterator[Column]:
    """Columns with a title and cells of which no record says anything."""
    assert table.reading is not None
    taken = table.reading.used | _used_otherwise(table)
    known = {_without_time(c) for c in table.columns if c.number in taken}
    for column in table.columns:
        open_ = column.number not in taken and column.title and column.filled
        if open_ and not _is_aside(table.kind, column) and _without_time(column) not in known:
            yield column


def _is_aside(kind: str, column: Column) -> bool:
    """Whether a column is known to say nothing of what the dataset holds."""
    if KINDS[kind].rated and is_threshold(column):
        return True
    return any("".join(folded(title)) in _asides()[kind] for title in column.titles)


@from_words
def _asides() -> dict[str, frozenset[str]]:
    """Titles of such columns, by dataset."""
    return {
        kind: frozenset("".join(folded(str(title))) for title in spec["asides"])
        for kind, spec in vocabulary("tables").items()
    }


def _used_otherwise(table: Recognised) -> frozenset[int]:
    """Columns that say something of the table's other records."""
    return table.also.reading.used if table.also and table.also.reading else frozenset()


def _without_time(column: Column) -> tuple[str, ...]:
    """The column's title but for the period in it: "Q2 milestone" is known where "Q1 milestone" is."""
    return folded(without_period(column.title))


def _told_once(kind: str, columns: Mapping[str, Cell]) -> Finding:
    """One finding for all such columns of a dataset's tables, with a cell of each."""
    titles = ", ".join(map(repr, columns))
    what, verb, whose = ("column", "plays", "its") if len(columns) == 1 else ("columns", "play", "their")
    detail = (
        f"the {what} {titles} {verb} no known part in a table of {kind}; "
        f"{whose} cells are kept in the column extra"
    )
    places = tuple(Place(cell.page, cell.box, quote=cell.flat[:QUOTE_CHARS]) for cell in columns.values())
    source = Source(page=places[0].page, box=places[0].box)
    return Finding(source, "unknown_column", "info", (), detail, kind, places)


def _two_ratings(table: Recognised) -> Iterable[Finding]:
    """Rating cells that print one rating on the colour of another; the word counts."""
    assert table.reading is not None
    rated = [r.column for r in table.reading.roles if r.name in ("rag", "previous_rag", "status")]
    for row in table.table.rows:
        for column in rated if row.kind == "body" else ():
            cell = row.at(column)
            if cell is None or not cell.fill:
                continue
            word, colour = rag_of_text(cell.flat), rag_of_colour(cell.fill)
            if word and colour and word != colour:
                yield Finding(
                    Source(table_id=table.table.table_id, page=cell.page, box=cell.box),
                    "conflicting_value",
                    "warning",
                    (),
                    f"the cell says {cell.flat!r} on a {colour.lower()} ground; the word was taken",
                    table.kind,
                    (Place(cell.page, cell.box, quote=cell.flat),),
                )


def _noted(note: Note) -> Finding:
    source = Source(page=note.page, box=note.box)
    return Finding(
        source, note.kind, SEVERITY.get(note.kind, "info"), (), note.detail, "", (Place(note.page, note.box),)
    )


def _left_over(grid: Grid) -> Iterable[Finding]:
    if grid.left_over:
        words = " ".join(w.text for w in grid.left_over)[:QUOTE_CHARS]
        box = union(w.box for w in grid.left_over)
        yield Finding(
            Source(page=grid.page, box=box),
            "unread_text",
            "warning",
            (),
            f"words inside a table that stand in none of its cells: {words}",
            "tables",
            (Place(grid.page, box, quote=words),),
        )


def _unseen(grid: Grid, page: Page) -> Iterable[Finding]:
    """Words that only the file holds inside the table; not what shows all the same, nor signs alone."""
    shown = [w for c in grid.cells for w in c.words]
    unseen = [
        word
        for word in page.hidden
        if grid.box.holds(word.box.mid_x, word.box.mid_y)
        and not any(w.text == word.text and w.box.overlap(word.box) > 0 for w in shown)
    ]
    words = " ".join(w.text for w in unseen)[:QUOTE_CHARS]
    if any(c.isalnum() for c in words):
        box = union(w.box for w in unseen)
        detail = f"text inside a table that does not show on the page (covered, cut off, no colour): {words}"
        place = Place(grid.page, box, quote=words)
        source = Source(page=grid.page, box=box)
        yield Finding(source, "unread_text", "info", (), detail, "tables", (place,))


def _weak(grid: Grid) -> Finding:
    detail = (
        f"what was taken for a table of {grid.rows} rows and {grid.columns} columns may be none, "
        "or have other cells: little on the page shows where they are"
    )
    place = Place(grid.page, grid.box)
    return Finding(
        Source(page=grid.page, box=grid.box, confidence=grid.confidence),
        "low_confidence", "info", (), detail, "tables", (place,),
    )  # fmt: skip
