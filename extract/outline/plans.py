"""Outline: headings, running heads and agenda items go in; which plan every place belongs to comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import AgendaItem, Page
from agendapack.extract.outline.councils import is_council, names_a_council
from agendapack.extract.outline.facts import HEAD_LINES, fact, facts
from agendapack.extract.outline.headings import Heading, caption
from agendapack.extract.outline.lines import TextLine, body_size
from agendapack.extract.outline.wording import is_one_of, squashed, words_of
from agendapack.schemas import from_words

COVER_LINES = 12
"""A cover has no more lines."""
COVER_TIMES = 1.5
"""A cover's title is at least so much larger than the body text."""
COVER_SHARE = 0.5
"""Of a cover's letters, what is set in the sizes of the title."""
COVER_RULES = 8
"""More rulings draw a table or a chart."""
TITLE_TIMES = 0.75
"""Lines of a cover's title are at least this much of its largest line's size."""
TOP_SHARE = 0.22
"""A page's title stands in the upper part of the page."""
PAGE_TITLE_TIMES = 1.2
"""A page's title is at least so much larger than the body text."""
AS_LARGE = 0.9
"""A page's title names another paper when it is about as large as the title before it."""

_LEADER = re.compile(r"(?:[.…]\s*){5,}")


@dataclass(frozen=True, slots=True)
class PlanSpan:
    """A plan, report or appendix and the page it starts on; it runs to the next one."""

    title: str
    page: int
    kind: str
    """cover, report, appendix, page or heading: what named it."""


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    size: float
    kind: str


@dataclass(slots=True)
class _Reader:
    """Reads a pack's papers page by page and remembers the one it is in."""

    body: Mapping[int, Sequence[TextLine]]
    running: Mapping[int, Sequence[TextLine]]
    headings: Mapping[int, Sequence[Heading]]
    starts: Mapping[int, str]
    """Titles of agenda items by the page on which their papers start."""
    numbers: frozenset[str]
    """Of agenda items, as running heads carry them."""
    normal: float
    """Font size of the body text."""
    current: _Title | None = None
    report: str = ""
    identity: tuple[str, ...] = ()
    """Of the item or appendix that the running heads name."""

    def read(self, page: Page) -> PlanSpan | None:
        """The paper that starts on the page, if one does."""
        last, new = self.identity, _identity(self.running.get(page.number, ()), self.numbers)
        changed, self.identity = bool(new and last) and new != last, new or last
        if changed or page.number in self.starts:
            self.current = None
        found = self._found(page)
        before, self.current = self.current, found or self.current
        if found and (before is None or squashed(found.text) != squashed(before.text)):
            return PlanSpan(found.text, page.number, found.kind)
        return PlanSpan("", page.number, "heading") if changed and not found else None

    def _found(self, page: Page) -> _Title | None:
        heads = self.headings.get(page.number, ())
        found = _title(page, self.body[page.number], heads, self.normal, self.current)
        if found is None and (self.current is None or self.current.kind != "cover"):
            found = _running_title(page, self.running.get(page.number, ()), bare=self.current is None)
        if found is None and page.number in self.starts:
            found = _Title(self.starts[page.number], self.normal, "report")
        if found and found.kind == "report":
            self.report = found.text
        if found and found.kind == "appendix":
            named = _appendix().match(found.text)
            self.identity = self.identity or (squashed(named[0] if named else found.text),)
            if self.report and _is_bare(found.text):
                found = replace(found, text=f"{self.report}, {found.text}")
        return found


def plan_spans(
    pages: Sequence[Page],
    body: Mapping[int, Sequence[TextLine]],
    running: Mapping[int, Sequence[TextLine]],
    headings: Sequence[Heading],
    items: Sequence[AgendaItem] = (),
) -> tuple[PlanSpan, ...]:
    """The papers of the pack in reading order; the pages of the agenda belong to none."""
    by_page: dict[int, list[Heading]] = {}
    for heading in headings:
        by_page.setdefault(heading.page, []).append(heading)
    reader = _Reader(
        body,
        running,
        by_page,
        {item.start_page: item.title for item in items if item.start_page},
        frozenset(item.item_no for item in items if "." in item.item_no),
        body_size(line for row in body.values() for line in row),
    )
    sheet = {item.source.page for item in items}
    found = [reader.read(page) for page in pages if page.number not in sheet]
    return tuple(span for span in found if span)


def plan_at(spans: Sequence[PlanSpan], headings: Sequence[Heading], page: int, top: float) -> str:
    """The title of the plan a place belongs to; without one, the nearest heading above it."""
    before = [s for s in spans if s.page <= page]
    if before and before[-1].title:
        return before[-1].title
    start = before[-1].page if before else 0
    above = [
        h.text
        for h in headings
        if start <= h.page and (h.page, h.box.bottom) <= (page, top + 1) and not names_a_council(h.text)
    ]
    return above[-1] if above else ""


def _title(
    page: Page, row: Sequence[TextLine], heads: Sequence[Heading], normal: float, current: _Title | None
) -> _Title | None:
    """The title the page gives to what follows, None when what went before goes on."""
    cover = _cover(page, row, normal)
    if cover:
        return cover
    subject = _subject(row)
    if subject and (current is None or current.kind != "cover" or _is_report(row)):
        return subject
    tops = [h for h in heads if h.box.top <= TOP_SHARE * page.height]
    whose = [h.box.bottom for h in takewhile(lambda h: names_a_council(h.text), tops)]
    top = next(iter(tops[len(whose) :]), None)
    begins = whose[-1] if whose else row[0].box.top if row else 0.0
    if top is None or (row and top.box.top > begins + 3 * top.size and not _is_appendix(top.text)):
        return None
    if _is_chapter(top.text) or caption().match(top.text):
        return None
    if current and current.kind == "cover":
        large = top.size >= max(PAGE_TITLE_TIMES * normal, AS_LARGE * current.size)
        named = large or _names_a_plan(top.text) and top.size >= PAGE_TITLE_TIMES * normal
        return _Title(top.text, top.size, "page") if named else None
    if _is_appendix(top.text):
        return _Title(_with_next(top, heads), top.size, "appendix")
    large = top.size >= PAGE_TITLE_TIMES * normal and (current is None or top.size >= AS_LARGE * current.size)
    return _Title(top.text, top.size, "page") if large else None


def _running_title(page: Page, running: Sequence[TextLine], *, bare: bool) -> _Title | None:
    """An appendix whose title, or just (`bare`) its number, is printed at the top of each of its pages."""
    for line in running:
        named = _is_appendix(line.text) and len(line.parts) == 1 and (bare or not _is_bare(line.text))
        if named and line.box.top < TOP_SHARE * page.height:
            return _Title(line.text, line.size, "appendix")
    return None


def _cover(page: Page, row: Sequence[TextLine], normal: float) -> _Title | None:
    """The title of a page that holds little but a title."""
    if not row or len(row) > COVER_LINES or len(page.rules) > COVER_RULES:
        return None
    largest = max(line.size for line in row)
    big = [line for line in row if line.size >= TITLE_TIMES * largest]
    weight = sum(len(line.text) * line.size for line in row)
    if (
        largest < COVER_TIMES * normal
        or sum(len(line.text) * line.size for line in big) < COVER_SHARE * weight
    ):
        return None
    if any(_LEADER.search(line.text) or _is_chapter(line.text) for line in row):
        return None
    if all(is_one_of(line.text, words_of("outline", "no_title")) for line in row) or big[-1].text.endswith(
        "."
    ):
        return None
    first = next(i for i, line in enumerate(big) if line.size >= largest - 0.5)
    named = [line for line in big[first:] if not is_council(line.text)] or big
    text = " ".join(line.text for line in named)
    if sum(c.isalpha() for c in text) < 4 or len(text.split()) > 40:
        return None
    return _Title(text, largest, "cover")


def _subject(row: Sequence[TextLine]) -> _Title | None:
    """The subject in the head of a report."""
    found = fact(facts(row[:HEAD_LINES]), "subject")
    return _Title(found.value, found.line.size, "report") if found else None


def _is_report(row: Sequence[TextLine]) -> bool:
    """Whether the page's first lines are the labelled head of a report."""
    known = facts(row[:HEAD_LINES])
    return any(fact(known, labels) for labels in ("other_labels", "committee_labels", "date_labels"))


def _identity(running: Sequence[TextLine], numbers: frozenset[str]) -> tuple[str, ...]:
    """What the running heads say about the paper: its item and appendix."""
    parts = ("".join(part.text.split()) for line in running for part in line.parts)
    return tuple(squashed(text) for text in parts if text in numbers or _appendix_number().fullmatch(text))


def _is_appendix(text: str) -> bool:
    return bool(_appendix().match(text))


@from_words
def _appendix() -> re.Pattern[str]:
    words = "|".join(sorted(words_of("outline", "appendix"), key=len, reverse=True))
    return re.compile(rf"(?:{words})\s+(?:[A-Z]|\d{{1,2}}|[IVX]{{1,4}})(?:[.\d]*[a-z]?)\b", re.IGNORECASE)


def _is_bare(text: str) -> bool:
    """Whether the text is an appendix's number without a title."""
    found = _appendix().match(text)
    return found is not None and not any(c.isalpha() for c in text[found.end() :])


@from_words
def _appendix_number() -> re.Pattern[str]:
    """An appendix's number alone, its spaces taken out."""
    words = "|".join(words_of("outline", "appendix"))
    return re.compile(rf"(?:{words})(?:\d{{1,2}}|[A-Z])(?:[.\d]*[a-z]?)", re.IGNORECASE)


def _with_next(top: Heading, heads: Sequence[Heading]) -> str:
    """An appendix's number with the title below it, when the line itself has none."""
    bare = _is_bare(top.text)
    below = [h for h in heads if h.box.top > top.box.top]
    if bare and below and below[0].box.top - top.box.bottom < 4 * top.size:
        return f"{top.text} {below[0].text}"
    return top.text


def _names_a_plan(text: str) -> bool:
    """Whether the text names a plan: a level of plan and the word itself side by side."""
    levels = "|".join(map(re.escape, words_of("plan_levels", "levels")))
    nouns = "|".join(map(re.escape, words_of("outline", "plan_nouns")))
    return bool(re.search(rf"\b(?:{levels})\s+(?:{nouns})\b", text, re.IGNORECASE))


def _is_chapter(text: str) -> bool:
    """Whether the text is the usual name of a chapter, numbered or not."""
    return is_one_of(re.sub(r"^[\d.]+\s*", "", text), words_of("outline", "chapters"))
