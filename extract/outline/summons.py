"""Outline: the lines of a front sheet go in; the meeting that a sentence of theirs calls comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.outline.bodies import body_named, place_named, time_named
from agendapack.extract.outline.file_metadata import MeetingFacts
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.wording import anywhere

SENTENCE_CHARS = 320
"""Day and place stand so close behind the words that call the meeting."""

_CALLED = re.compile(
    r"(?:meeting\s+of\s+(?:the\s+)?(?P<committee>[^.;:]{4,110}?)\s*,?\s+)?"
    r"(?:(?:is|are|will|which\s+will)\s+)?(?:to\s+)?(?:be\s+)?(?P<verb>held|take\s+place|convened)\b",
    re.IGNORECASE,
)
_SUMMONED = re.compile(
    r"(?:summoned|invited|required|requested)\s+to\s+(?:attend\s+)?(?:an?|the)\s+(?:\w+\s+){0,3}?meeting\s+of\s+(?:the\s+)?"
    r"(?P<committee>[^.;:]{4,110}?)\s*,?\s+(?=(?:on|at|in)\s)",
    re.IGNORECASE,
)
"""A summons that tells the day at once: "… to attend a meeting of the Parish Council on …"."""
_COMING = re.compile(r"\b(?:to|will)\s+(?:be\s+held|take\s+place|be\s+convened)$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at|via|on)\s+(?:the\s+)?(?P<place>(?!\d{1,2}[.:]?\d{0,2}\s*(?:am|pm|noon|a\.m|p\.m))[A-Z].{3,140}?)"
    r"(?=,?\s+(?:on|at|ON|AT)\s+(?:\d|[A-Z](?i:[a-z]+day)\b)|\s+(?:commencing|starting|beginning|for\s+(?:the|these|this)|to\s+(?:transact|consider)|"
    r"when|where|which|and\s+you)\b|\.(?:\s|$)|$)"
)
_OF_COUNCIL = re.compile(r",?\s+of\s+(?:the\s+)?(?P<council>[A-Z][^,]*?\b(?:Council|Authority))$")


def summons(front: Sequence[TextLine]) -> MeetingFacts:
    """The meeting of "… a meeting of the … to be held on … in …"; nothing without a day that is to come."""
    text = " ".join(line.text for line in front)
    coming = (called for called in _CALLED.finditer(text) if _COMING.search(text[: called.end()]))
    for called in (*coming, *_SUMMONED.finditer(text)):
        behind = text[called.end() : called.end() + SENTENCE_CHARS]
        day = parse_date(behind)
        if day is None:
            continue
        committee, council = _whose(called["committee"] or "")
        return MeetingFacts(
            committee=committee,
            meeting_date=day,
            time=time_named(behind),
            venue=_venue(behind),
            council=council,
        )
    return MeetingFacts()


def _whose(name: str) -> tuple[str, str]:
    """The committee, and the council it is said to be of."""
    name = anywhere(("will", "is", "which")).split(" ".join(name.split()))[0].strip(" ,")
    of = _OF_COUNCIL.search(name)
    return body_named(name[: of.start()] if of else name), of["council"] if of else ""


def _venue(text: str) -> str:
    """The first place that the sentence names."""
    places = (place_named(found["place"]) for found in _PLACE.finditer(text))
    return next((place for place in places if place), "")
