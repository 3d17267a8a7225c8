"""Outline: the lines of a pack's pages go in, its running heads, feet and page stamps come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Page, Word
from agendapack.extract.outline.lines import TextLine, body_size, held, lines, make_line

MARGIN_SHARE = 0.11
"""Heads and feet stand in the outer 11 % of a page's height (width, for turned text)."""
SAME_PLACE_PT = 4.0
"""A running head keeps its height on the page, but for the rounding of page sizes."""
NEAR_PAGES = 4
"""The same line comes again within so many pages: heads may differ on left and right pages."""
TABLE_PARTS = 4
"""A line in more stretches than a head has (left, middle, right) is a row of a table."""
TITLE_TIMES = 1.25
"""A line so much larger than the body text is a title, even when several pages repeat it."""
CLEAR_EM = 0.5
"""White between a running head and the body, in font sizes; rows of a table stand closer."""
MANY_PAGES = 3
"""A line that touches the body is a head only when so many pages nearby have it."""
OVERLAP_EM = 0.2
"""Lines that overlap so much stand side by side in the cells of a header."""
TELLING_LETTERS = 4
"""A stretch with fewer letters (a number, a reference) does not tell one line from another."""
SHARED_PART = 0.3
"""Of a head's letters, what at least stays the same from page to page."""
REMEMBERED = 4096
"""Texts kept in mind: each is compared with those of several pages."""
STAMP_SHARE = 0.25
"""A page number may stand further in, in the outer quarter of a sheet printed on larger paper."""

_NUMBERS = re.compile(r"\d+|\b[ivxl]{1,5}\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,9}")
_STAMP = re.compile(r"(?:page|p\.?|pp)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line of a page's margin, with what is needed to compare it."""

    line: TextLine
    distance: float
    """From the edge of the page, in points."""
    texts: frozenset[str]
    """Its stretches, folded."""
    inner: str
    """The folded text of the next line towards the body."""
    clear: float
    """White towards that line, in points."""
    foot: bool
    """Whether it stands at the bottom of the page."""


def furniture(
    pages: Sequence[Page], printed: Mapping[int, Sequence[TextLine]] | None = None
) -> dict[int, tuple[TextLine, ...]]:
    """Heads, feet and page stamps by page number; `printed` are the pages' lines when already made."""
    rows = printed or {page.number: lines(page) for page in pages}
    largest = TITLE_TIMES * body_size(line for row in rows.values() for line in row)
    inside = _pairs_of_the_body(pages, rows)
    sides = [(_edges(p, rows[p.number], largest, 1), _edges(p, rows[p.number], largest, -1)) for p in pages]
    turned = [_turned_lines(page) for page in pages]
    found: dict[int, tuple[TextLine, ...]] = {}
    for i, page in enumerate(pages):
        near = [j for j in range(max(0, i - NEAR_PAGES), min(len(pages), i + NEAR_PAGES + 1)) if j != i]
        upright = [
            line
            for side in (0, 1)
            for line in _running(sides[i][side], [e for j in near for e in sides[j][side]], inside)
        ]
        heads = {t for j in near for side in sides[j] for e in side for t in e.texts}
        heads |= {fold(t.text) for j in near for t in turned[j]}
        found[page.number] = (*upright, *(t for t in turned[i] if fold(t.text) in heads))
    return found


def set_aside(pages: Iterable[Page], running: Mapping[int, Sequence[TextLine]]) -> list[Page]:
    """The pages with the words of their running lines moved from `words` to `furniture`."""
    bare = []
    for page in pages:
        places = boxes(page.number, running)
        aside = [w for w in page.words if held(w.box, places)] if places else []
        if aside:
            gone = set(map(id, aside))
            page = replace(
                page, words=tuple(w for w in page.words if id(w) not in gone), furniture=tuple(aside)
            )
        bare.append(page)
    return bare


def is_furniture(line: TextLine, running: Mapping[int, Sequence[TextLine]]) -> bool:
    """Whether the line, or the line it is a part of, is one of the running lines of its page."""
    return held(line.box, boxes(line.page, running))


def boxes(page: int, running: Mapping[int, Sequence[TextLine]]) -> tuple[Box, ...]:
    """Where the running lines of a page stand."""
    return tuple(line.box for line in running.get(page, ()))


def fold(text: str) -> str:
    """A text with its numbers and spaces folded, to compare heads from page to page."""
    return "".join(filter(str.isalnum, _NUMBERS.sub("0", text))).casefold()


def _running(edges: Sequence[_Edge], others: Sequence[_Edge], inside: set[tuple[str, str]]) -> list[TextLine]:
    """The lines from the edge inwards that recur, up to the white before the body."""
    kept: list[_Edge] = []
    for edge in edges:
        if not any(_same(edge, other) for other in others):
            break
        kept.append(edge)
    while kept and _heads_a_table(kept[-1], others, inside):
        kept.pop()
    if any(edge.clear < -OVERLAP_EM * edge.line.size for edge in kept[:-1]):
        return []
    return [edge.line for edge in kept]


def _heads_a_table(edge: _Edge, others: Sequence[_Edge], inside: set[tuple[str, str]]) -> bool:
    """Whether the line and the next one inwards recur together, as a repeated table header's do."""
    if _STAMP.fullmatch(edge.line.text.strip()):
        return False
    if edge.foot and any(_counts(edge.line, other.line) for other in others if _same(edge, other)):
        return False
    if (fold(edge.line.text), edge.inner) in inside:
        return True
    if edge.clear >= CLEAR_EM * edge.line.size:
        return False
    alike = [other for other in others if _same(edge, other)]
    return len(alike) < MANY_PAGES or len(edge.line.parts) > 1 or any(o.inner == edge.inner for o in alike)


def _counts(line: TextLine, other: TextLine) -> bool:
    """Whether two lines differ in one number alone, by as much as their pages do."""
    numbers, others = _DIGITS.findall(line.text), _DIGITS.findall(other.text)
    steps = [int(b) - int(a) for a, b in zip(numbers, others, strict=False) if a != b]
    alike = len(numbers) == len(others) and _DIGITS.sub("", line.text) == _DIGITS.sub("", other.text)
    return alike and steps == [other.page - line.page]


def _same(edge: _Edge, other: _Edge) -> bool:
    """Whether two pages carry the line in the same place, at least one telling stretch of it."""
    if abs(edge.distance - other.distance) > SAME_PLACE_PT:
        return False
    shared = sum(map(_letters, edge.texts & other.texts))
    most = max(sum(map(_letters, edge.texts)), sum(map(_letters, other.texts)))
    return edge.texts == other.texts or shared >= max(TELLING_LETTERS, SHARED_PART * most)


@lru_cache(maxsize=REMEMBERED)
def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _pairs_of_the_body(pages: Sequence[Page], rows: Mapping[int, Sequence[TextLine]]) -> set[tuple[str, str]]:
    """Neighbouring lines inside the pages: where a margin repeats both, it repeats a table's header."""
    pairs: set[tuple[str, str]] = set()
    for page in pages:
        depth = MARGIN_SHARE * page.height
        body = [r for r in rows[page.number] if depth <= r.box.mid_y <= page.height - depth]
        texts = [fold(r.text) for r in body]
        pairs.update(zip(texts, texts[1:], strict=False))
    return pairs


def _edges(page: Page, rows: Sequence[TextLine], largest: float, step: int) -> list[_Edge]:
    """The margin's lines from the top edge (step 1) or the bottom edge (step -1) inwards."""
    found: list[_Edge] = []
    inwards = rows if step > 0 else rows[::-1]
    for line, inner in zip_longest(inwards, inwards[1:]):
        distance = line.box.top if step > 0 else page.height - line.box.bottom
        share = STAMP_SHARE if not found and _STAMP.fullmatch(line.text.strip()) else MARGIN_SHARE
        if distance > share * page.height or line.size > largest or _is_table_row(page, line):
            break
        gap = page.height
        if inner:
            gap = inner.box.top - line.box.bottom if step > 0 else line.box.top - inner.box.bottom
        texts = frozenset(fold(part.text) for part in line.parts)
        found.append(_Edge(line, distance, texts, fold(inner.text) if inner else "", gap, step < 0))
    return found


def _is_table_row(page: Page, line: TextLine) -> bool:
    """Whether upright rulings divide the line or it has too many stretches."""
    if len(line.parts) >= TABLE_PARTS:
        return True
    middle = line.box.mid_y
    return (
        len({round(r.box.x0) for r in page.rules if not r.horizontal and r.box.top <= middle <= r.box.bottom})
        > 2
    )


def _turned_lines(page: Page) -> list[TextLine]:
    """Text set sideways along the edges of the page."""
    columns: list[list[Word]] = []
    turned = [w for w in page.words if w.turn in (90, 270) and _at_side(page, w)]
    for word in sorted(turned, key=lambda w: w.box.mid_x):
        if columns and word.box.mid_x - columns[-1][-1].box.mid_x <= SAME_PLACE_PT:
            columns[-1].append(word)
        else:
            columns.append([word])
    reading = {90: 1, 270: -1}
    return [make_line(page.number, sorted(c, key=lambda w: reading[w.turn] * w.box.mid_y)) for c in columns]


def _at_side(page: Page, word: Word) -> bool:
    depth = MARGIN_SHARE * page.width
    return word.box.x1 < depth or word.box.x0 > page.width - depth
