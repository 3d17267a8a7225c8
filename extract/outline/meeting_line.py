"""Outline: first lines and running heads of a paper go in, the meeting that one names in parts comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from agendapack.extract.normalise.dates import date_span, parse_date
from agendapack.extract.outline.bodies import body_named, time_named
from agendapack.extract.outline.councils import is_council
from agendapack.extract.outline.file_metadata import MeetingFacts
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.wording import is_one_of, leading, words_of

HEAD_LINES = 6
"""A paper names its meeting in the first lines."""
MOST_BESIDE = 4
"""Words beside the day in its part of a line: "Thursday", "at the Guildhall"."""
_PARTS = re.compile(r"\s+[–—|·/-]\s+|(?<=\w\w)\.\s+(?=[A-Z])|\s+(?=Date:)")
_TO = re.compile(r"^(?:report\s+)?to\s*:?\s+", re.IGNORECASE)
_MEETING = re.compile(
    r"^(?:(?:joint|annual|special|extraordinary|ordinary)\s+)?meeting(?:\s+(?:of|on))?,?\s+(?=\d|[A-Z][a-z]+day\b)",
    re.IGNORECASE,
)


def meeting_in_parts(front: Sequence[TextLine], heads: Iterable[TextLine]) -> MeetingFacts:
    """The committee in one part of a line and the day in another, or in the line below.

    "Aldermoor Council | Scrutiny Committee | 5 June 2025"; "Report to: Cabinet   Date: 3 May 2024".
    """
    for line in (*front[:HEAD_LINES], *heads):
        parts = [*_parts(line)]
        day = next((day for part in parts if (day := _day(part))), None)
        if day and any(_names_a_meeting(part) for part in parts):
            bodies = [_body(part) for part in parts]
            return MeetingFacts(
                committee=next(filter(None, bodies), ""), meeting_date=day, time=time_named(line.text)
            )
    for line, below in zip(front[:HEAD_LINES], front[1:HEAD_LINES], strict=False):
        body, day = _body(line.text), _day(below.text)
        if body and day:
            return MeetingFacts(committee=body, meeting_date=day, time=time_named(below.text))
    return MeetingFacts()


def _parts(line: TextLine) -> Iterator[str]:
    for part in line.parts:
        yield from _PARTS.split(part.text)


def _body(part: str) -> str:
    """The committee of a part; the council itself is none."""
    return "" if is_council(part) else body_named(_TO.sub("", part))


def _names_a_meeting(part: str) -> bool:
    """Whether a part names a committee or a council, or is called a meeting."""
    label, colon, _ = part.partition(":")
    labelled = colon and is_one_of(label, words_of("outline", "committee_labels"))
    return bool(_body(part) or is_council(part) or labelled or _MEETING.match(part))


def _day(part: str) -> date | None:
    """The day that is nearly all of a part, its label left out."""
    label = leading(words_of("outline", "date_labels")).match(part)
    said = part[label.end() :].strip(" :") if label else part
    span = date_span(said)
    beside = f"{said[: span[0]]} {said[span[1] :]}".split() if span else []
    labelled = any(word.endswith(":") for word in beside)  # "Published: 2 May" tells another day
    return parse_date(said) if span and len(beside) <= MOST_BESIDE and not labelled else None
