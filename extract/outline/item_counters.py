"""Outline: the lines of a pack go in; the same lines come out with its agenda's items counted in figures.

Lists are marked with figures, roman numbers, letters, bullets, times of day or by their look alone, on one
level or two. Each way to count a list gives its own copy of the lines, in which the marks are figures; the
agenda is read from each, and the best reading stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box
from agendapack.extract.outline.item_numbers import clock_words
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.outline.titles import TIGHT_EM, names_pages
from agendapack.extract.outline.wording import anywhere, is_one_of, leading, words_of

SAME_EDGE_PT = 4.0
"""Titles of one list begin within this distance."""
MIN_PARTS = 2
"""So many parts under a heading make a list of their own."""
MIN_HEADING_SIGNS = 3
"""So many signs of five make the outer level of a list its headings."""

_ROMAN = re.compile(r"\(?(?P<mark>[IVXLivxl]{1,6})(?P<end>[.):]*)")
_LETTER = re.compile(r"\(?(?P<mark>[A-Za-z])(?P<end>[.):]*)")
_FIGURE = re.compile(r"\(?(?P<mark>\d{1,2})(?P<end>[.):]*)")
_BULLETS = frozenset("•‣▪●○◦∙·►➢➤■□\uf0b7\uf0a7\uf0d8")
_NUMERALS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Mark:
    """What marks a line as the next of its list."""

    printed: str
    words: int
    """So many words of the line it takes."""
    at: int | None
    """Its place in the list where the mark itself tells."""


@dataclass(slots=True)
class Counted:
    """Lines by page in which items are counted in figures, and what is printed for each figure."""

    body: Mapping[int, Sequence[TextLine]]
    printed: dict[str, str] = field(default_factory=dict)

    def name_of(self, number: str) -> str:
        """The number of an item as it is printed; nothing for bullets, times and bare titles."""
        return self.printed.get(number, number)


Marker = Callable[[TextLine], Mark | None]


def countings(body: Mapping[int, Sequence[TextLine]]) -> Iterator[Counted]:
    """The ways to count the lines of a front sheet other than in figures on one level."""
    markers: list[Marker] = [roman, letter, bullet, time_of_day, titles_like_the_usual(body)]
    for marker in markers:
        counted = _counted(body, marker)
        if len(counted.printed) >= MIN_PARTS and not _figures_run_through(body, marker):
            yield counted
    for outer, inner in LEVELS:
        if levels := _in_levels(body, outer, inner):
            yield levels


def _figures_run_through(body: Mapping[int, Sequence[TextLine]], marker: Marker) -> bool:
    """Whether figures count on past the marks, which then head parts: A. 1 2 B. 3 4."""
    marks, numbers, behind = 0, list[int](), 0
    for line in (line for row in body.values() for line in row):
        if marker(line):
            marks += 1
        elif (found := figure(line)) and found.at:
            numbers.append(found.at)
            behind += marks >= MIN_PARTS
    return bool(behind) and numbers == list(range(1, len(numbers) + 1)) and len(numbers) > marks


def roman(line: TextLine) -> Mark | None:
    """A roman number."""
    return _mark(line, _ROMAN, _roman_value)


def letter(line: TextLine) -> Mark | None:
    """A letter of the alphabet."""
    return _mark(line, _LETTER, lambda text: ord(text.casefold()) - ord("a") + 1)


def figure(line: TextLine) -> Mark | None:
    """A figure."""
    return _mark(line, _FIGURE, int)


def bullet(line: TextLine) -> Mark | None:
    """A bullet."""
    marked = line.words[0].text in _BULLETS and len(line.words) > 1
    return Mark("", 1, None) if marked else None


def time_of_day(line: TextLine) -> Mark | None:
    """A time of day in a column of its own."""
    taken = clock_words(line)
    return Mark("", taken, None) if taken else None


def titles_like_the_usual(body: Mapping[int, Sequence[TextLine]]) -> Marker:
    """Lines set like the items that every meeting has, where nothing marks them."""
    usual = leading(words_of("agenda", "usual_items"))
    bare = (line for row in body.values() for line in row if not bullet(line))
    named = [(line, found[0].casefold()) for line in bare if (found := usual.match(line.text))]

    def alike(model: TextLine) -> int:
        """How many different items are set like one: a sentence under each title says the same."""
        return len({item for line, item in named if _set_alike(model, line)})

    model = max((line for line, _ in named), key=alike, default=None)
    if model is None or alike(model) < MIN_PARTS:
        return lambda line: None
    begins = {id(line) for row in body.values() for line in _first_lines(row)}
    descriptions = leading(words_of("agenda", "descriptions"))

    def marker(line: TextLine) -> Mark | None:
        told = usual.match(line.text) or not descriptions.match(line.text)
        listed = _set_alike(line, model) and id(line) in begins and told
        heading = is_one_of(line.text, words_of("agenda", "sections"))
        return Mark("", 0, None) if listed and not heading else None

    return marker


def _set_alike(a: TextLine, b: TextLine) -> bool:
    """Whether two lines have one look and one left edge."""
    return _look(a) == _look(b) and abs(a.box.x0 - b.box.x0) <= SAME_EDGE_PT


def _look(line: TextLine) -> tuple[bool, bool, bool, int]:
    return line.bold, line.italic, line.capitals, round(line.size)


def _first_lines(row: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines that begin a paragraph: not close behind a line of the same look that had no more room."""
    edge = max((line.box.x1 for line in row), default=0.0)
    last: TextLine | None = None
    for line in row:
        tight = last is not None and line.box.top - last.box.bottom <= TIGHT_EM * last.size
        full = last is not None and last.box.x1 + line.words[0].box.width >= edge
        low = line.text[:1].islower()
        if not (last and tight and _set_alike(last, line) and (full or low)):
            yield line
        last = line


LEVELS = ((figure, letter), (figure, bullet), (roman, letter), (roman, figure), (letter, figure))
"""Marks of headings with those of the items below them."""


def _mark(line: TextLine, pattern: re.Pattern[str], value: Callable[[str], int | None]) -> Mark | None:
    first = line.words[0].text
    found = pattern.fullmatch(first)
    if not found or len(line.words) == 1:
        return None
    alone = len(line.parts) > 1 and len(line.parts[0].words) == 1
    at = value(found["mark"]) if found["end"] or first.startswith("(") or alone else None
    return Mark(found["mark"], 1, at) if at else None


def _roman_value(text: str) -> int | None:
    """The value of a roman number in letters of one case; None for what is none."""
    if text not in (text.upper(), text.lower()):
        return None
    values = [_NUMERALS[c] for c in text.lower()]
    total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return total if _as_roman(total) == text.lower() else None


def _as_roman(number: int) -> str:
    pieces = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for value, letters in pieces:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _counted(body: Mapping[int, Sequence[TextLine]], marker: Marker) -> Counted:
    """The lines with one level of marks as figures."""
    out: dict[int, Sequence[TextLine]] = {}
    counted = Counted(out)
    at = 0
    for page, row in body.items():
        new: list[TextLine] = []
        for line in row:
            mark = marker(line)
            if mark:
                at = mark.at or at + 1
                counted.printed[str(at)] = mark.printed
                line = _with_figure(line, mark, str(at))
            elif is_one_of(line.text, words_of("agenda", "announce")):
                at = 0
            new.append(line)
        out[page] = new
    return counted


def _with_figure(line: TextLine, mark: Mark, number: str) -> TextLine:
    """The line with a figure in place of its mark, or before a title without one."""
    first = line.words[0]
    left = first.box.x0 - 1
    box = first.box if mark.words else Box(left, first.box.top, left, first.box.bottom)
    return make_line(line.page, (replace(first, text=f"{number}.", box=box), *line.words[mark.words :]))


@dataclass(slots=True)
class _Group:
    """A line of the outer level and those of the inner one below it."""

    head: TextLine
    mark: Mark
    number: int
    parts: list[tuple[TextLine, Mark]] = field(default_factory=list)
    spoken: bool = False
    """Lines of its own stand between it and its first part."""


def _in_levels(body: Mapping[int, Sequence[TextLine]], outer: Marker, inner: Marker) -> Counted | None:
    """The lines with two levels of marks, 3 and 3.1, where the outer ones are headings over the items."""
    groups = _groups(body, outer, inner)
    parted = [g for g in groups if len(g.parts) >= MIN_PARTS]
    if not parted or not _are_headings(groups, parted):
        return None
    marked: list[tuple[TextLine, Mark, str]] = []
    for group in groups:
        marked.append((group.head, group.mark, str(group.number)))
        marked += [(line, mark, f"{group.number}.{n}") for n, (line, mark) in enumerate(group.parts, 1)]
    new = {id(line): _with_figure(line, mark, number) for line, mark, number in marked}
    out = {page: [new.get(id(line), line) for line in row] for page, row in body.items()}
    return Counted(out, {number: mark.printed for _, mark, number in marked})


def _groups(body: Mapping[int, Sequence[TextLine]], outer: Marker, inner: Marker) -> list[_Group]:
    """The lines of the outer level that count on, with the inner marks below each that count on."""
    groups: list[_Group] = []
    counted = 0
    for row in body.values():
        for line in row:
            head = outer(line)
            if head and head.at == (groups[-1].number + 1 if groups else 1) and _in_column(line, groups):
                groups.append(_Group(line, head, head.at))
                continue
            part = inner(line)
            if not groups:
                continue
            last = groups[-1]
            inside = part and line.box.x0 >= last.head.box.x0 - SAME_EDGE_PT
            if part and inside and part.at in (None, len(last.parts) + 1, counted + 1):
                last.parts.append((line, part))
                counted = part.at or 0
            else:
                last.spoken |= not last.parts
    return groups


def _in_column(line: TextLine, groups: Sequence[_Group]) -> bool:
    return not groups or abs(line.box.x0 - groups[0].head.box.x0) <= 3 * SAME_EDGE_PT


def _are_headings(groups: Sequence[_Group], parted: Sequence[_Group]) -> bool:
    """Whether the outer lines are headings and the inner ones items: points of an item have no papers."""
    parts = [line for g in parted for line, _ in g.parts]
    usual = anywhere(words_of("agenda", "usual_items"))
    sentences = sum(line.text.endswith((".", ";")) for line in parts)
    signs = (
        all(_set_as_heading(g.head) for g in groups) and not any(_set_as_heading(line) for line in parts),
        2 * len(parted) >= len(groups),
        not any(g.spoken for g in parted),
        any(usual.search(line.text) for line in parts),
        any(is_one_of(_behind(g.head), words_of("agenda", "sections")) for g in groups),
    )
    papers = sum(map(names_pages, parts))
    return (sum(signs) >= MIN_HEADING_SIGNS or 2 * papers >= len(parts)) and 2 * sentences <= len(parts)


def _behind(head: TextLine) -> str:
    return " ".join(w.text for w in head.words[1:])


def _set_as_heading(line: TextLine) -> bool:
    words = make_line(line.page, line.words[1:])
    return words.capitals or words.bold
