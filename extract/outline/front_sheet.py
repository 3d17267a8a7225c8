"""Outline: the lines of a pack's pages go in, the lines of its front sheet come out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Page
from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.outline.item_numbers import POINTS, comes_next, number_of, numbered_lines
from agendapack.extract.outline.lines import TextLine, asked_once
from agendapack.extract.outline.wording import (
    anywhere,
    is_one_of,
    leading,
    squashed,
    squashed_words,
    words_of,
)
from agendapack.schemas import remembered

ANNOUNCE_WORDS = 9
"""A line that announces the agenda has no more words."""
SHEET_PAGES = 8
"""An agenda's items run over no more pages."""
EVIDENCE_PAGES = 2
"""Date and place may stand so many pages before the items (notices come between)."""
USUAL_ITEMS = 2
"""So many items that every meeting has make numbered lines an agenda."""
TOP_LINES = 12
"""Among so many first lines a page says what it is."""

_TIME = re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?|noon|hours)\b", re.IGNORECASE)
_REPORT_STAMP = re.compile(
    r"(?:agenda\s+)?item(?:\s+(?:no\.?|number))?\s*:?\s*\d+[a-z]?(?:\.\d+)?", re.IGNORECASE
)


def front_sheet(
    pages: Sequence[Page], printed: Mapping[int, Sequence[TextLine]], witnesses: int
) -> list[TextLine]:
    """The lines from the one that announces the agenda to the end of its pages, or nothing.

    `witnesses` of three make an agenda: the word, the call to a meeting, the items that every meeting has.
    """
    for i, page in enumerate(pages):
        body = printed[page.number]
        called = _Call(pages, printed, i)
        starts = _beginnings(body, called)
        if not starts or _reports(body[: starts[0]]):
            continue
        best: list[TextLine] = []
        for start in starts:
            sheet = _with_next_pages(pages, printed, i, body[start:])
            if _numbers(sheet) and len(_numbers(sheet)) >= len(_numbers(best)):
                best = sheet
        announced = any(map(announces, body))
        if best and sum((announced, called.made, _has_usual_items(best))) >= witnesses:
            return best
    return []


def witnesses_of(
    pages: Sequence[Page], printed: Mapping[int, Sequence[TextLine]], first: TextLine, titles: Sequence[str]
) -> int:
    """How many of the three witnesses speak for the titles of a table's rows; none for minutes."""
    i = next(k for k, page in enumerate(pages) if page.number == first.page)
    body = [line for line in printed[first.page] if line.box.mid_y < first.box.top]
    if _reports(body):
        return 0
    return sum((any(map(announces, body)), _Call(pages, printed, i).made, _are_usual(titles)))


def _beginnings(body: Sequence[TextLine], called: _Call) -> list[int]:
    """Where a page's agenda may begin: behind what announces it, else at the first number."""
    announced = [k + 1 for k, line in enumerate(body) if announces(line) and _may_begin(line, body[k + 1 :])]
    if announced or not _has_usual_items(body) or _held(body) or not called.made:
        return announced
    return [k for k, line in enumerate(body) if number_of(line)][:1]


def _may_begin(line: TextLine, following: Sequence[TextLine]) -> bool:
    """Whether items may follow: under a column's head ("Agenda item no") only when one does at once.

    A word that may head anything ("Business") announces items 1 and 2 or 1.1.
    """
    if is_one_of(line.text, words_of("agenda", "announce_alone")):
        return _numbers(following)[:2] in (["1", "2"], ["1", "1.1"])
    if not is_one_of(line.text, words_of("agenda", "column_heads")):
        return True
    found = number_of(following[0]) if following else None
    return found is not None and len(following[0].words) > found[1]


@asked_once
def announces(line: TextLine) -> bool:
    """Whether a short line says that an agenda begins here."""
    if len(line.words) > 3 * ANNOUNCE_WORDS or _REPORT_STAMP.fullmatch(line.text.strip()):
        return False
    return any(_announces(text) for text in {line.text: None, **{part.text: None for part in line.parts}})


@remembered
def _announces(text: str) -> bool:
    whole = squashed(text)
    if whole in squashed_words((*words_of("agenda", "announce"), *words_of("agenda", "announce_alone"))):
        return True
    if not text[:1].isupper() or len(text.split()) > ANNOUNCE_WORDS:
        return False
    if text.rstrip().endswith((".", ",", ";")) or not anywhere(words_of("agenda", "announce")).search(text):
        return False
    return not anywhere(words_of("agenda", "speaks_of")).search(text)


def _reports(body: Sequence[TextLine]) -> bool:
    """Whether the lines up to the announcement are those of minutes, a list of contents or the like."""
    top = body[:TOP_LINES]
    return any(leading(words_of("agenda", "no_agenda")).match(line.text) for line in top) or _held(body)


def _held(body: Sequence[TextLine]) -> bool:
    return any(leading(words_of("agenda", "held")).match(line.text) for line in body)


@dataclass
class _Call:
    """The call to a meeting that may stand on a page or shortly before; few pages make it worth a look."""

    pages: Sequence[Page]
    printed: Mapping[int, Sequence[TextLine]]
    i: int

    @cached_property
    def made(self) -> bool:
        """Whether a date stands there, with a time or with the words of a meeting."""
        pages = self.pages[max(0, self.i - EVIDENCE_PAGES) : self.i + 1]
        near = [line.text for page in pages for line in self.printed[page.number]]
        dated = any(parse_date(text) for text in near if re.search(r"\d{4}|\d/\d", text))
        meeting = anywhere(words_of("agenda", "meeting"))
        return dated and any(_TIME.search(text) or meeting.search(text) for text in near)


def names_usual_items(body: Sequence[TextLine]) -> bool:
    """Whether stretches of the lines, numbered or not, name several of the items that every meeting has."""
    return _are_usual([part.text for line in body for part in line.parts])


def _has_usual_items(body: Sequence[TextLine]) -> bool:
    """Whether numbered lines name several of the items that every meeting has."""
    titles = [line.words[found[1] :] for line in body if (found := number_of(line))]
    return _are_usual([" ".join(word.text for word in title) for title in titles])


def _are_usual(titles: Sequence[str]) -> bool:
    usual = leading(words_of("agenda", "usual_items"))
    return sum(bool(usual.match(title)) for title in titles) >= USUAL_ITEMS


def _with_next_pages(
    pages: Sequence[Page], printed: Mapping[int, Sequence[TextLine]], i: int, first: Sequence[TextLine]
) -> list[TextLine]:
    """The lines with those of the following pages that go on counting."""
    sheet = list(first)
    for page in pages[i + 1 : i + SHEET_PAGES]:
        body = printed[page.number]
        if _numbers(sheet) and (_reports(body[:TOP_LINES]) or not _goes_on(sheet, body)):
            break
        if _stamped(body):
            break
        sheet += body
    return sheet


def _stamped(body: Sequence[TextLine]) -> bool:
    return any(_REPORT_STAMP.fullmatch(part.text.strip()) for line in body[:3] for part in line.parts)


def _goes_on(sheet: Sequence[TextLine], body: Sequence[TextLine]) -> bool:
    """Whether the page goes on counting: with its first number, or behind points of the item before."""
    listed = numbered_lines(sheet)
    last = [found[0] for line in sheet if id(line) in listed and (found := number_of(line))][-1]
    following = _numbers(body)[:POINTS]
    if not following or comes_next(last, following[0]):
        return bool(following)
    return not _begins(following[0]) and any(comes_next(last, number) for number in following)


def _begins(number: str) -> bool:
    """Whether a list begins with the number, such as the paragraphs of a report."""
    return set(re.findall(r"\d+", number)) <= {"0", "1"}


def _numbers(body: Sequence[TextLine]) -> list[str]:
    return [found[0] for line in body if (found := number_of(line))]
