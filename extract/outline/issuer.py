"""Outline: which council's paper it is, by a head of its own, its running heads, its author or its domain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from agendapack.extract.outline.councils import JOINERS, Council, council_named, council_of_domain
from agendapack.extract.outline.facts import COLUMN_PT
from agendapack.extract.outline.file_metadata import MeetingFacts, value
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.wording import leading, words_of

HEAD_WORDS = 12
"""A line that names the council as its author has no more words."""
RUNNING_SHARE = 0.3
"""A running head that names the council stands on so many of the pages."""
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_FIGURE = re.compile(r"[£$€]?\s?\d[\d,]*[.,]\d+\s?%?")
"""With thousands or decimals: a number alone may be a page's."""
_DIVIDED = re.compile(r"\s+[–—|-]\s+|:\s+")
"""Divides whose paper it is from what it is: "… Council – Risk register"."""


def issuer(
    front: Sequence[TextLine],
    running: Mapping[int, Sequence[TextLine]],
    pages: int,
    properties: Mapping[str, str],
    sources: Sequence[MeetingFacts],
) -> Council | None:
    """The council whose paper it is: named by a head of its own, never by a sentence."""
    addressed = _addressed(front)
    heads = [
        text
        for line in front
        if id(line) not in addressed and not _has_figures(line)
        for part in line.parts
        for text in (part.text, *_DIVIDED.split(part.text)[:-1])
        if len(text.split()) <= HEAD_WORDS
    ]
    always = Counter(part.text for lines in running.values() for line in lines for part in line.parts)
    repeated = [text for text, n in always.most_common() if n >= RUNNING_SHARE * pages]
    authors = [value(properties, "author")]
    told = (text for s in sources for text in (s.committee, s.council))
    for text in chain(repeated, (h for h in heads if _is_head(h)), authors, told):
        named = council_named(text)
        if named:
            return named
    return council_of_domain([" ".join(line.text for line in front), *repeated])


def _addressed(front: Sequence[TextLine]) -> set[int]:
    """The lines of a letter's address, from its postcode up: they may name who gets it."""
    salutation = leading(words_of("outline", "salutations"))
    end = next((n for n, line in enumerate(front) if salutation.match(line.text)), 0)
    found: set[int] = set()
    for last in (line for line in front[:end] if _POSTCODE.search(line.parts[0].text)):
        above = last
        for line in reversed(front[: front.index(last) + 1]):
            if _left(line, last) and above.box.top - line.box.bottom <= line.size:
                above = line
                found.add(id(line))
    return found


def _left(line: TextLine, other: TextLine) -> bool:
    return abs(line.box.x0 - other.box.x0) <= COLUMN_PT


def _has_figures(line: TextLine) -> bool:
    """Whether the line is a row of a table: the names in its first column are many bodies'."""
    return len(line.parts) > 1 and any(_FIGURE.fullmatch(part.text) for part in line.parts[1:])


def _is_head(text: str) -> bool:
    """Whether a line is a name or title, of no order or appeal, and no part of a sentence."""
    words = [w for w in re.findall(r"[A-Za-z]+", text) if w.casefold() not in JOINERS]
    if {word.casefold() for word in words} & {*words_of("outline", "instruments")}:
        return False
    return bool(words) and all(w[0].isupper() for w in words) and not re.search(r",|[.;]\s*$", text)
