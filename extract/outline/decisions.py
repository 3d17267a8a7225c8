"""Outline: the top of a notice or record of decisions goes in; who takes them, and when, comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from agendapack.extract.normalise.dates import date_span, parse_date
from agendapack.extract.outline.bodies import body_named
from agendapack.extract.outline.file_metadata import MeetingFacts
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.minutes import TOP_LINES

MOST_WORDS = 30
"""A title has no more words; what is longer is running text, which may speak of anybody's decisions."""
GAP_EM = 0.8
"""White between two lines of one title, in font sizes."""

_TAKEN = re.compile(
    r"\bdecisions?\b(?:\s+\w+){0,3}?\s+(?:taken|made|determined|considered)\s+(?:at|by)\s+(?:an?\s+|the\s+)?"
    r"(?P<body>.+?)(?P<behind>(?:\s+meeting)?(?:\s+held)?\s+on\s+.+|\s+meeting)?$",
    re.IGNORECASE,
)
_ON = re.compile(r"^(?:\s+meeting)?(?:\s+held)?\s+on\s+(?:the\s+)?(?:\w+day,?\s+)?", re.IGNORECASE)


def decisions_taken(front: Sequence[TextLine]) -> MeetingFacts:
    """The meeting of a title such as "Decisions taken at the … Committee on …"."""
    for title in _titles(front[:TOP_LINES]):
        found = _TAKEN.search(title)
        body = body_named(found["body"]) if found else ""
        if found and body:
            return MeetingFacts(committee=body, meeting_date=_day(found["behind"] or ""))
    return MeetingFacts()


def _day(behind: str) -> date | None:
    """The day that follows at once."""
    said = _ON.sub("", behind, count=1)
    span = date_span(said)
    return parse_date(said) if span and span[0] == 0 else None


def _titles(lines: Sequence[TextLine]) -> Iterator[str]:
    """The texts of lines of one size that stand close together, as long as titles may be."""
    block: list[TextLine] = []
    for line in [*lines, None]:
        if block and (line is None or not _goes_on(block[-1], line)):
            text = " ".join(each.text for each in block)
            if len(text.split()) <= MOST_WORDS and not re.search(r"[.;:]\s|\.$", text):
                yield text
            block = []
        block += [line] if line else []


def _goes_on(last: TextLine, line: TextLine) -> bool:
    near = line.box.top - last.box.bottom <= GAP_EM * last.size
    return near and line.page == last.page and abs(line.size - last.size) < 1
