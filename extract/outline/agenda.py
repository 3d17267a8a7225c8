"""Outline: the pages of a pack go in, the items of its agenda come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from itertools import takewhile

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import AgendaItem, Grid, Page, Rule, Source, union
from agendapack.extract.outline.centred_numbers import numbers_first, numbers_on_title_lines
from agendapack.extract.outline.entries import Entry, FrontSheet, read_sheet
from agendapack.extract.outline.front_sheet import (
    EVIDENCE_PAGES,
    SHEET_PAGES,
    announces,
    front_sheet,
    names_usual_items,
    witnesses_of,
)
from agendapack.extract.outline.item_counters import Counted, countings
from agendapack.extract.outline.item_numbers import with_numbers_apart, with_running_numbers
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.page_columns import right_of_gutters
from agendapack.extract.outline.paper_starts import start_pages
from agendapack.extract.outline.side_columns import in_officer_column, in_page_column, side_columns
from agendapack.extract.outline.sittings import named, sitting_of, summoned
from agendapack.extract.outline.tabular_agenda import tabled_entries
from agendapack.extract.outline.titles import EntryParts, read_entry, right_edge
from agendapack.extract.outline.wording import is_one_of, leading, words_of

MIN_WITNESSES = 2
"""So many of the three witnesses of a front sheet make one."""
ALL_WITNESSES = 3
"""A second agenda needs them all: papers reprint parts of agendas."""
REPORT_CHAPTERS = 2
"""So many entries named like chapters of a report make it one."""
ROW_RULE_SHARE = 0.5
"""A ruling that divides rows spans at least half of the text's width."""
MIN_PARTS = 2
"""So many lettered items under one make it their heading."""
TITLE_WORDS = 40
"""Half of an agenda's titles have no more words; numbered paragraphs have."""


def agendas_of(
    pages: Sequence[Page],
    body: Mapping[int, Sequence[TextLine]],
    running: Mapping[int, Sequence[TextLine]],
    grids: Sequence[Grid] = (),
) -> list[list[AgendaItem]]:
    """The items of each agenda in printed order; none for a paper that has no agenda.

    `body` are the pages' lines without `running`, their heads and feet; `grids` the pages' tables.
    """
    body = {page: [with_numbers_apart(line) for line in row] for page, row in body.items()}
    body = with_running_numbers(body)
    found: list[list[AgendaItem]] = []
    known: set[tuple[str, date]] = set()
    best = _best(pages, body, grids, MIN_WITNESSES)
    while best:
        wanted = [(best.name_of(e), r.title, r.first_page) for e, r in best.items]
        starts = start_pages(pages, body, running, wanted, best.last_page)
        found.append([_item(e, r, best, start) for (e, r), start in zip(best.items, starts, strict=True)])
        if sitting := sitting_of(body, found[-1][0]):
            known.add(named(sitting))
        rest = [page for page in pages if page.number > best.last_page]
        best = _best(rest, body, grids, ALL_WITNESSES) or _of_another(rest, body, grids, known)
    return found


def _of_another(
    rest: Sequence[Page],
    body: Mapping[int, Sequence[TextLine]],
    grids: Sequence[Grid],
    known: Collection[tuple[str, date]],
) -> _ReadSheet | None:
    """The first later agenda over which another meeting is called with its day and hour."""
    for number, page in enumerate(rest):
        front = list(takewhile(lambda line: not announces(line), body[page.number]))
        sitting = summoned(page.number, front) if len(front) < len(body[page.number]) else None
        if sitting and named(sitting) not in known:
            return _best(rest[number:], body, grids, MIN_WITNESSES)
    return None


def _best(
    pages: Sequence[Page], body: Mapping[int, Sequence[TextLine]], grids: Sequence[Grid], witnesses: int
) -> _ReadSheet | None:
    """The first agenda of the pages in the reading of most worth; of equals the first listed here."""
    plain = _read(pages, Counted(body), witnesses)
    near = _near(pages, body, plain)
    lines = {page.number: body[page.number] for page in near}
    readings = [
        *_tabled(near, body, grids, witnesses),
        plain,
        *_centred(near, lines, witnesses),
        *(_read(near, other, witnesses) for other in countings(lines)),
        *(_read(near, Counted(right), witnesses) for right in right_of_gutters(lines)),
    ]
    best = max(readings, key=lambda sheet: sheet.worth)
    return best if best.items else None


def _tabled(
    pages: Sequence[Page], body: Mapping[int, Sequence[TextLine]], grids: Sequence[Grid], witnesses: int
) -> Iterator[_ReadSheet]:
    """The agendas among the tables of the pages whose cells are drawn; others are no surer than lines."""
    numbers = {page.number for page in pages}
    drawn = [grid for grid in grids if grid.page in numbers and grid.method != "aligned"]
    for found in tabled_entries(drawn):
        titles = [reading.title for _, reading in found]
        if witnesses_of(pages, body, found[0][0].line, titles) >= witnesses:
            read = _sheet(FrontSheet([entry for entry, _ in found]), [r for _, r in found], Counted(body))
            yield replace(read, rows_known=True)


def _centred(
    pages: Sequence[Page], body: Mapping[int, Sequence[TextLine]], witnesses: int
) -> Iterator[_ReadSheet]:
    """The agendas whose numbers stand in the middle of their rows, or a little above their titles."""
    if found := numbers_first(body):
        yield replace(_read(pages, Counted(found[0]), witnesses), rows_known=found[1])
    yield _read(pages, Counted(numbers_on_title_lines(body)), witnesses)


def _near(pages: Sequence[Page], body: Mapping[int, Sequence[TextLine]], plain: _ReadSheet) -> Sequence[Page]:
    """The pages round the agenda that was read, or announces itself, or has the items of every meeting."""
    at = plain.items[0][0].line.page if plain.items else None
    told: tuple[Callable[[Page], bool], ...] = (
        lambda page: page.number == at,
        lambda page: any(map(announces, body[page.number])),
        lambda page: names_usual_items(body[page.number]),
    )
    first = next((i for test in told for i, page in enumerate(pages) if test(page)), None)
    return [] if first is None else pages[max(0, first - EVIDENCE_PAGES) : first + SHEET_PAGES]


@dataclass(frozen=True, slots=True)
class _ReadSheet:
    """An agenda as one way of counting reads it."""

    sheet: FrontSheet = field(default_factory=FrontSheet)
    readings: tuple[EntryParts, ...] = ()
    items: tuple[tuple[Entry, EntryParts], ...] = ()
    counted: Counted = field(default_factory=lambda: Counted({}))
    last_page: int = 0
    rows_known: bool = False
    """Whether cells or the places of the numbers tell where its entries end."""

    def name_of(self, entry: Entry) -> str:
        """The item's number as printed."""
        return self.counted.name_of(entry.number)

    @property
    def worth(self) -> tuple[int, bool, int, int]:
        """Usual items tell readings apart, then known rows, then how many items there are, and are alike."""
        usual = leading(words_of("agenda", "usual_items"))
        named = {found[0].casefold() for r in self.readings if (found := usual.match(r.title))}
        looks = Counter(
            (w.bold, w.italic) for e, _ in self.items for line in e.rest[:1] for w in line.words[:1]
        )
        return len(named), self.rows_known, len(self.items), max(looks.values(), default=0)


def _read(pages: Sequence[Page], counted: Counted, witnesses: int) -> _ReadSheet:
    """The agenda in one way of counting; without items where there is none."""
    sheet_lines = front_sheet(pages, counted.body, witnesses)
    if not sheet_lines:
        return _ReadSheet()
    sheet = read_sheet(sheet_lines, _rulings(pages, sheet_lines))
    head = sheet.head or side_columns(sheet.entries)
    listed = in_page_column(sheet.entries)
    leads = in_officer_column(sheet.entries)
    edge = right_edge(sheet.entries, head, listed, leads)
    readings = [read_entry(entry, head, edge, listed, leads) for entry in sheet.entries]
    return _sheet(sheet, readings, counted, max(line.page for line in sheet_lines))


def _sheet(
    sheet: FrontSheet, readings: Sequence[EntryParts], counted: Counted, last_page: int = 0
) -> _ReadSheet:
    """The agenda that entries make; without items where they are the chapters of a report."""
    if _is_report(readings):
        return _ReadSheet()
    kept = tuple((e, r) for e, r in zip(sheet.entries, readings, strict=True) if _is_item(e, r, sheet))
    last_page = max([last_page, *(entry.line.page for entry in sheet.entries)])
    return _ReadSheet(sheet, tuple(readings), kept, counted, last_page)


def _is_report(readings: Sequence[EntryParts]) -> bool:
    """Whether the entries are the chapters or paragraphs of a report."""
    chapters = sum(is_one_of(r.title, words_of("agenda", "report_chapters")) for r in readings)
    lengths = sorted(len(r.title.split()) for r in readings)
    return chapters >= REPORT_CHAPTERS or (bool(lengths) and lengths[len(lengths) // 2] > TITLE_WORDS)


def _rulings(pages: Sequence[Page], sheet: Iterable[TextLine]) -> dict[int, Sequence[Rule]]:
    """The horizontal rulings that divide the sheet's pages: an underlined word is no row of a table."""
    wanted = {line.page for line in sheet}
    return {
        p.number: [r for r in p.rules if r.horizontal and _divides(r, p)] for p in pages if p.number in wanted
    }


def _divides(rule: Rule, page: Page) -> bool:
    left, right = min(w.box.x0 for w in page.words), max(w.box.x1 for w in page.words)
    return rule.box.width >= ROW_RULE_SHARE * (right - left)


def _is_item(entry: Entry, reading: EntryParts, sheet: FrontSheet) -> bool:
    """Whether the entry is an item, not a numbered heading over others or over nothing."""
    if not any(c.isalpha() for c in reading.title) or is_one_of(reading.title, words_of("agenda", "none")):
        return False
    under = [other for other in sheet.entries if _under(other, entry)]
    return not entry.empty and (not under or _has_papers(reading, under))


def _has_papers(reading: EntryParts, under: Sequence[Entry]) -> bool:
    """Whether an item with lettered ones under it has papers itself: 5a may only have been added to 5."""
    own = reading.first_page is not None or bool(reading.officer)
    return under[0].lettered and (own or len(under) < MIN_PARTS)


def _under(child: Entry, parent: Entry) -> bool:
    return len(child.key) > len(parent.key) and child.key[: len(parent.key)] == parent.key


_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.):]+\s+(?=\w)", re.IGNORECASE)
"""The bare number of a part of the agenda before its name; "Part 1 –" is what it is called."""


def _item(entry: Entry, reading: EntryParts, read: _ReadSheet, start: int | None) -> AgendaItem:
    parents = [
        r.title
        for e, r in zip(read.sheet.entries, read.readings, strict=True)
        if _under(entry, e) and not _is_item(e, r, read.sheet)
    ]
    lines = (*entry.above, entry.line)
    box = union([line.box for line in lines])
    words = (word for line in lines for word in line.words)
    return AgendaItem(
        source=Source(page=entry.line.page, box=box).read_from(words),
        item_no=read.name_of(entry),
        title=reading.title,
        section=_without_number(parents[-1] if parents else entry.heading),
        lead_officer=reading.officer,
        start_page=start,
    )


def _without_number(heading: str) -> str:
    numbered = _NUMBER.match(heading)
    return heading[numbered.end() :] if numbered else heading
