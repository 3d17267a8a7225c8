"""Outline: the first lines of a paper go in; the meeting that was held, as minutes tell it, comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.outline.bodies import body_named, place_named, time_named
from agendapack.extract.outline.file_metadata import MeetingFacts
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.wording import leading, words_of

TOP_LINES = 12
"""Minutes say within so many lines what they are."""
TITLE_WORDS = 14
"""The line that calls them minutes has no more words."""
BEHIND_CHARS = 200
"""Day and place stand so close behind the word."""

_HELD = re.compile(r"\b(?:held|which met|that took place)\b", re.IGNORECASE)
_MEETING_OF = re.compile(r"\bmeetings?\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:(?:of|for)\s+)?(?:the\s+)?", re.IGNORECASE)
_MEETING = re.compile(r"\s+(?:committee\s+)?meeting$", re.IGNORECASE)
_WAS = re.compile(r"\s+(?:was|were)$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at|via)\s+(?!person\b)(?:the\s+)?(?P<place>(?!\d)[^.;]{4,140}?)"
    r"(?=,?\s+(?:on|commencing|starting|beginning|from)\s|[.;]|$)"
)


def are_minutes(front: Sequence[TextLine]) -> bool:
    """Whether a line of its own at the top calls the paper minutes."""
    return any(_opening(line.text) for line in front[:TOP_LINES] if len(line.words) <= TITLE_WORDS)


def meeting_held(front: Sequence[TextLine]) -> MeetingFacts:
    """The meeting of "Minutes of the … held at … on …"; only of a sentence that a line begins with."""
    for number, line in enumerate(front[:TOP_LINES]):
        opening = _opening(line.text)
        if not opening:
            continue
        text = " ".join(each.text for each in front[number : number + TOP_LINES])[len(opening) :]
        held = _HELD.search(text[:BEHIND_CHARS])
        behind = text[held.end() : held.end() + BEHIND_CHARS] if held else ""
        day = parse_date(behind)
        if held and day:
            place = _PLACE.search(behind)
            return MeetingFacts(
                committee=_whose(text[: held.start()]),
                meeting_date=day,
                time=time_named(behind),
                venue=place_named(place["place"]) if place else "",
            )
    return MeetingFacts()


def _opening(text: str) -> str:
    """The words by which a line begins the minutes of a meeting."""
    found = leading(words_of("outline", "minutes_openings")).match(text)
    return found[0] if found else ""


def _whose(called: str) -> str:
    """The committee between the word minutes and the word held."""
    words = _WAS.sub("", " ".join(called.split()).strip(" ,:-–—"))
    of = _MEETING_OF.search(words)
    name = words[of.end() :] if of else _ARTICLE.sub("", words)
    return body_named(name) or body_named(_MEETING.sub("", name))
