"""Outline: lines go in, those that begin with the number of an agenda item come out."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.normalise.years import month_pattern
from agendapack.extract.outline.lines import TextLine, asked_once, make_line

SAME_COLUMN_PT = 9.0
"""Numbers of one list begin (or, set flush right, end) within this distance."""
POINTS = 8
"""Before its next item a page may print so many points of the last one."""
MIN_RUN = 3
"""So many numbers that count on are those of a list."""
_LONG = re.compile(r"\d{4}")
_SERIES = r"(?:\d\d-)?\d{1,4}[a-z]?(?:/\d{1,4}){1,2}[a-z]?"
NUMBER = re.compile(
    rf"\(?#?(?P<number>[A-Z]{{0,4}}[./]?{_SERIES}|[A-Z]{{1,4}}[./]?\d{{1,4}}-\d{{1,4}}|[A-Z]{{1,4}}[./]?\d{{2,4}}"
    r"|\d{4}(?=[.):])|\d{1,4}-\d\d(?=[.):])|\d\d\.\d{3}"
    r"|[A-Z]?\d{1,3}[A-Za-z]?(?:\.\d{1,2}){0,2}(?:\([a-z]\))?|[A-Z](?=[.)]))[.):]*"
)
_IN_SERIES = re.compile(rf"(?P<number>{_SERIES}|\d{{1,4}}(?=[.):]))[.):]*")
_PREFIX = re.compile(r"[A-Z]{1,4}")
_AROUND_A_SLASH = re.compile(rf"(?:[A-Z]{{1,4}}[ ./]?)?{_SERIES}(?=[.):]*$)")
_IN_COLUMN = re.compile(r"(?P<number>\d{4})")
LETTERED = re.compile(r"(?P<number>\d{1,3})\(?(?P<letter>[A-Za-z])\)?")
_MAY_BE_NUMBERED = re.compile(r"\d|^\(?#?[A-Z][.)]")
_MAY_BE_ITEM = re.compile(r"[aim]", re.IGNORECASE)
_ITEM_WORD = re.compile(r"(?:(?:agenda\s+)?item|min\.?|minute)(?:\s+no\.?|\s+number)?", re.IGNORECASE)
_TIME_OF_DAY = re.compile(
    r"\d{1,2}[.:]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d(?:\s*[ap]\.?m\.?)?)?", re.I
)
_GLUED = re.compile(r"\(?\d{1,3}[.):]+(?=[A-Z][a-z]{2})")
_TIME_BEHIND = re.compile(r"(?:am|pm|noon|a\.m\.?|p\.m\.?|hours|minutes)\b")


def with_numbers_apart(line: TextLine) -> TextLine:
    """The line with a number that is printed close to its text as a word of its own: "11.Closed"."""
    word = line.words[0]
    glued = _GLUED.match(word.text)
    if not glued:
        return line
    at = word.box.x0 + word.box.width * glued.end() / len(word.text)
    number = replace(word, text=glued[0], box=replace(word.box, x1=at))
    text = replace(word, text=word.text[glued.end() :], box=replace(word.box, x0=at))
    return make_line(line.page, (number, text, *line.words[1:]))


def with_running_numbers(body: Mapping[int, Sequence[TextLine]]) -> dict[int, list[TextLine]]:
    """The lines with a stop behind numbers of many figures that count on one below another: "4107 Petitions".

    One such number alone may be a year or a sum.
    """
    found = [line for row in body.values() for line in row if _LONG.fullmatch(line.words[0].text)]
    counted: set[int] = set()
    for line in (line for line in found if len(line.words) > 1):
        column = [o for o in found if abs(o.box.x0 - line.box.x0) <= SAME_COLUMN_PT]
        numbers = [int(o.words[0].text) for o in column]
        if len(column) >= MIN_RUN and all(b == a + 1 for a, b in pairwise(numbers)):
            counted |= {id(o) for o in column}
    return {p: [_stopped(line) if id(line) in counted else line for line in row] for p, row in body.items()}


def _stopped(line: TextLine) -> TextLine:
    number = line.words[0]
    return make_line(line.page, (replace(number, text=f"{number.text}."), *line.words[1:]))


@asked_once
def number_of(line: TextLine) -> tuple[str, int] | None:
    """The item number a line begins with and how many of its words that takes."""
    words = line.words
    skip = clock_words(line)
    for taken in (1, 2, 3) if not skip and _MAY_BE_ITEM.match(words[0].text) else ():
        if len(words) > taken and _ITEM_WORD.fullmatch(" ".join(w.text for w in words[:taken])):
            skip = taken
    near = [w.text for w in words[skip : skip + 3]]
    if not _MAY_BE_NUMBERED.search("".join(near)):  # most lines, told by one look
        return None
    if several := _of_several_words(near):
        return several[0], skip + several[1]
    found = NUMBER.fullmatch(near[0]) or (_stands_apart(line, skip) and _IN_COLUMN.fullmatch(near[0]))
    if not found or any(_TIME_BEHIND.match(w.text) for w in words[skip + 1 : skip + 2]):
        return None
    number = found["number"]
    dated = parse_date(number) if "/" in number else number.isdigit() and _is_date(line.text)
    return None if dated and parse_date(line.text) else (number, skip + 1)


def _of_several_words(words: Sequence[str]) -> tuple[str, int] | None:
    """A number in a series in several words: "BM 35/2122", "24 / 101"; and how many words that takes."""
    behind = _IN_SERIES.fullmatch(words[1]) if len(words) > 1 and _PREFIX.fullmatch(words[0]) else None
    if behind:
        return f"{words[0]} {behind['number']}", 2
    for taken in (3, 2):
        joints = [a.endswith("/") or b.startswith("/") for a, b in pairwise(words[:taken])]
        found = _AROUND_A_SLASH.match("".join(words[:taken])) if len(words) >= taken and all(joints) else None
        if found:
            return found[0], taken
    return None


def _stands_apart(line: TextLine, at: int) -> bool:
    """Whether the word at a place is a stretch of its own before others."""
    return any(part.words == line.words[at : at + 1] for part in line.parts[:-1])


def clock_words(line: TextLine) -> int:
    """How many words of a time of day, set in a column of its own, stand before the number."""
    first = line.parts[0]
    alone = len(line.parts) > 1 and is_time_of_day(first.text)
    return len(first.words) if alone else 0


def is_time_of_day(text: str) -> bool:
    """Whether the text is a time or a span of two."""
    return bool(_TIME_OF_DAY.fullmatch(text))


def _is_date(text: str) -> bool:
    """Whether the text begins with a date or a time of day."""
    return bool(
        re.match(
            rf"(?:\w+,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{month_pattern()}\b|\d{{1,2}}[.:]\d\d\s*[ap]\.?m",
            text,
            re.IGNORECASE,
        )
    )


_Column = Sequence[tuple[TextLine, tuple[str, int]]]
"""Lines whose numbers stand one below another, with number and words it takes."""


def numbered_lines(printed: Sequence[TextLine]) -> set[int]:
    """Lines whose numbers stand in the columns of the list, as identities."""
    found = [(line, number) for line in printed if (number := number_of(line))]
    kept: set[int] = set()
    for kind in ("plain", "lettered", "dotted"):
        level = _of_figures([(line, n) for line, n in found if _kind(n[0]) == kind])
        if not level:
            continue
        all_columns = [[(o, m) for o, m in level if _aligned(line, n[1], o, m[1])] for line, n in level]
        columns = list({tuple(id(line) for line, _ in c): c for c in all_columns}.values())
        items = [c for c in columns if not any(_are_points(c, other) for other in columns)]
        kept.update(id(line) for line, _ in max(items or columns, key=len))
    return kept | _on_later_pages(found, kept)


def _of_figures(level: _Column) -> _Column:
    """The lines without those that a letter begins where figures count on: "B. Budget" heads a part."""
    figures = [(line, n) for line, n in level if not n[0].isalpha()]
    counted = [order(n[0]) for _, n in figures]
    return figures if len(figures) >= MIN_RUN and all(b > a for a, b in pairwise(counted)) else level


def _on_later_pages(found: _Column, kept: set[int]) -> set[int]:
    """Lines in the column of the number that goes on with the list on a later page, wherever it is set."""
    more: set[int] = set()
    last = ""
    for _, page in groupby(found, key=lambda each: each[0].page):
        here = list(page)
        start = next(((o, m) for o, m in here if last and comes_next(last, m[0])), None)
        if start:
            first, m = start
            more |= {id(o) for o, n in here if _kind(n[0]) == _kind(m[0]) and _aligned(o, n[1], first, m[1])}
        listed = [n[0] for line, n in here if id(line) in kept | more]
        last = listed[-1] if listed else last
    return more


def comes_next(last: str, new: str) -> bool:
    """Whether a list goes on with a number behind another: 3 or 2.1 behind 2, FC 12/24 behind FC 9/24."""
    before, after = (tuple(int(x) for x in re.findall(r"\d+", n)) for n in (last, new))
    if "/" in last or _letters(last):  # what was left out of a series is counted too
        rises = len(before) == len(after) and sum(a != b for a, b in zip(before, after, strict=True)) == 1
        return rises and after > before and _letters(last) == _letters(new)
    if not last[0].isdigit() or not new[0].isdigit():
        return False
    nexts = {(*before[:k], before[k] + 1, *rest) for k in range(len(before)) for rest in ((), (1,))} | {
        (*before, 1)
    }
    return after in nexts


def _letters(number: str) -> str:
    """The letters before a number that say which series it belongs to."""
    return "".join(takewhile(lambda c: not c.isdigit(), number)).strip()


def _are_points(column: _Column, items: _Column) -> bool:
    """Whether a column numbers the points of items: it begins anew under each, and they count on."""
    orders = [order(n[0]) for _, n in items]
    if len(items) < 2 or any(b != _next(a) for a, b in pairwise(orders)):
        return False
    heads = [_place(line) for line, _ in items]
    under = [bisect(heads, _place(line)) for line, _ in column]
    first = [n[0] for (_, n), above, here in zip(column, [0, *under], under, strict=False) if above != here]
    return under[0] > 0 and all(order(number)[0] in ((1, ""), (0, "a")) for number in first)


def _next(levels: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    (number, letters), *rest = levels
    return ((number + 1, letters), *rest)


def _place(line: TextLine) -> tuple[int, float]:
    return line.page, line.box.top


def _kind(number: str) -> str:
    """Numbers of one kind stand in one column; those of parts may be set in."""
    return "dotted" if "." in number else "lettered" if LETTERED.fullmatch(number) else "plain"


def _aligned(a: TextLine, taken_a: int, b: TextLine, taken_b: int) -> bool:
    """Whether the numbers of two lines are set flush left or flush right."""
    left = abs(a.box.x0 - b.box.x0) <= SAME_COLUMN_PT
    right = abs(a.words[taken_a - 1].box.x1 - b.words[taken_b - 1].box.x1) <= SAME_COLUMN_PT / 3
    return left or right


def order(number: str) -> tuple[tuple[int, str], ...]:
    """A number's levels for comparing: 2, 2a, 2.1, 10, BM 35/2122."""
    levels = []
    for level in re.split(r"[./(-]", number):
        digits = re.search(r"\d+", level)
        levels.append((int(digits[0]) if digits else 0, re.sub(r"[\d)]", "", level).casefold()))
    return tuple(levels)
