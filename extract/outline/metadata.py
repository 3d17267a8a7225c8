"""Outline: front sheet, running heads, file name and PDF properties go in, whose meeting it is comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import AgendaItem
from agendapack.extract.normalise.dates import date_span, parse_date
from agendapack.extract.outline.bodies import (
    behind_when,
    body_named,
    is_place,
    place_named,
    time_24,
    time_named,
)
from agendapack.extract.outline.councils import is_council
from agendapack.extract.outline.decisions import decisions_taken
from agendapack.extract.outline.edition import edition_said
from agendapack.extract.outline.facts import fact, facts
from agendapack.extract.outline.file_metadata import (
    MeetingFacts,
    meeting_of_file_name,
    meeting_of_properties,
    published_title,
)
from agendapack.extract.outline.front_sheet import announces
from agendapack.extract.outline.issuer import HEAD_WORDS, issuer
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.outline.meeting_line import meeting_in_parts
from agendapack.extract.outline.minutes import TOP_LINES, are_minutes, meeting_held
from agendapack.extract.outline.plans import PlanSpan
from agendapack.extract.outline.summons import summons
from agendapack.extract.outline.wording import is_one_of, leading, words_of

FRONT_LINES = 30
"""A paper without an agenda says what it is in so many lines of its first page."""
_TO = re.compile(r"^(?:report\s+)?to\s*:?\s+", re.IGNORECASE)
_PAUSE = re.compile(r"\s/\s|(?<=\w\w)\.\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class PackMetadata:
    """Whose paper it is and for which meeting; empty where it is not said."""

    council: str = ""
    gss_code: str = ""
    committee: str = ""
    meeting_date: date | None = None
    time: str = ""
    """HH:MM."""
    venue: str = ""
    title: str = ""
    edition_said: str = ""
    """What the cover says that it is: reissue or supplement."""


def pack_metadata(
    body: Mapping[int, Sequence[TextLine]],
    running: Mapping[int, Sequence[TextLine]],
    items: Sequence[AgendaItem] = (),
    plans: Sequence[PlanSpan] = (),
    source_name: str = "",
    properties: Mapping[str, str] | None = None,
) -> PackMetadata:
    """Gather the facts; of several sources the one made for it comes first."""
    known = properties or {}
    front = _front_lines(body, items)
    heads = [line for page in sorted(running)[:3] for line in running[page]]
    sources = [
        meeting_of_file_name(source_name),
        meeting_of_properties(known),
        _of_meeting_lines(front),
        summons(front),
        _of_sheet(front) if items else MeetingFacts(),
        _of_facts(front),
        _of_label(front),
        meeting_held(front),
        decisions_taken(front),
        _of_sheet(front[:TOP_LINES]) if are_minutes(front) else MeetingFacts(),
        _of_meeting_lines([part for line in heads for part in line.parts]),
        meeting_in_parts(front, heads),
    ]
    council = issuer(front, running, len(body), known, sources)
    return PackMetadata(
        council=council.name if council else "",
        gss_code=council.gss_code if council else "",
        committee=next((s.committee for s in sources if s.committee), ""),
        meeting_date=next((s.meeting_date for s in sources if s.meeting_date), None),
        time=next((s.time for s in sources if s.time), ""),
        venue=next((s.venue for s in sources if s.venue), ""),
        title=_title(front, items, plans, known),
        edition_said=edition_said([*front, *chain.from_iterable(running[n] for n in sorted(running)[:1])]),
    )


def _front_lines(body: Mapping[int, Sequence[TextLine]], items: Sequence[AgendaItem]) -> list[TextLine]:
    """The lines before the first item, or the beginning of the first page."""
    if not body:
        return []
    pages = sorted(body)
    if not items or items[0].source.box is None:
        return list(body[pages[0]][:FRONT_LINES])
    first = items[0].source
    before = [line for n in pages if n < first.page for line in body[n]]
    top = items[0].source.box.top if items[0].source.box else 0.0
    return before + [line for line in body[first.page] if line.box.top < top - 1]


def _of_meeting_lines(lines: Iterable[TextLine]) -> MeetingFacts:
    """A line that holds the committee and the day: "CABINET - THURSDAY, 30 JANUARY 2025"."""
    said = (text for line in lines for text in (line.text, *_sentences(line.text)))
    for text in (_TO.sub("", each) for each in said):
        day = parse_date(text) if len(text.split()) <= HEAD_WORDS + 8 else None
        body = body_named(text) if day else ""
        if day and body:
            return MeetingFacts(committee=body, meeting_date=day, time=time_named(text))
    return MeetingFacts()


def _sentences(text: str) -> list[str]:
    """What a line says one after the other, or in two languages."""
    return _PAUSE.split(text) if len(text.split()) <= 2 * HEAD_WORDS else []


def _of_sheet(front: Sequence[TextLine]) -> MeetingFacts:
    """What stands over the items of an agenda, line by line."""
    day = clock = committee = venue = None
    for line in front:
        if _is_labelled(line):
            continue
        for part in _stretches(line):
            day = day or (parse_date(part.text) if len(part.text.split()) <= HEAD_WORDS else None)
            clock = clock or time_named(part.text)
            committee = committee or ("" if is_council(part.text) else body_named(part.text))
            venue = venue or (_place(part, front) if is_place(behind_when(part.text)) else "")
    return MeetingFacts(committee=committee or "", meeting_date=day, time=clock or "", venue=venue or "")


def _is_labelled(line: TextLine) -> bool:
    """Whether the line begins with a label such as "Date:", whose meaning is not the meeting's."""
    labels = leading((*words_of("outline", "other_labels"), *words_of("outline", "date_labels")))
    found = labels.match(line.text)
    return found is not None and line.text[found.end() :].lstrip().startswith(":")


def _stretches(line: TextLine) -> tuple[TextLine, ...]:
    """The line in stretches, without a label in a column of its own.

    A line that a label ends ("… Telephone:") is kept whole up to there.
    """
    if len(line.parts) > 1 and is_one_of(line.parts[0].text, _labels()):
        return line.parts[1:]
    labels = [i for i, word in enumerate(line.words) if i and word.text.endswith(":")]
    if not labels:
        return (line, *line.parts) if len(line.parts) > 1 else (line,)
    end = labels[0]
    while end > 1 and is_one_of(
        " ".join(w.text for w in line.words[end - 1 : labels[0] + 1]), words_of("outline", "other_labels")
    ):
        end -= 1
    return (make_line(line.page, line.words[:end]),)


def _labels() -> tuple[str, ...]:
    """Labels that may stand without a colon in a column of their own."""
    return tuple(
        chain.from_iterable(words_of("outline", f"{kind}_labels") for kind in ("date", "time", "venue"))
    )


def _place(part: TextLine, front: Sequence[TextLine]) -> str:
    """A place with the lines it goes on in, which stand under it."""
    text, last = behind_when(part.text), part
    for line in front:
        for more in _stretches(line):
            under = abs(more.box.x0 - last.box.x0) < 8 and 0 < more.box.top - last.box.top < 2 * last.size
            if under and text.rstrip().endswith(",") and not parse_date(more.text):
                text, last = f"{text} {more.text}", more
    return place_named(text)


def _of_label(front: Sequence[TextLine]) -> MeetingFacts:
    """A line that says nothing but the day of the meeting: "Date of meeting 11 February 2025"."""
    labels = leading(tuple(label for label in words_of("outline", "date_labels") if " " in label))
    for line in front:
        label = labels.match(line.text)
        said = line.text[label.end() :].strip(" :,–-") if label else ""
        span = date_span(said)
        if span and span[0] == 0 and (span[1] == len(said) or time_named(said[span[1] :])):
            return MeetingFacts(meeting_date=parse_date(said))
    return MeetingFacts()


def _of_facts(front: Sequence[TextLine]) -> MeetingFacts:
    """The labelled head of a report or notice."""
    known = facts(front)
    day, clock = fact(known, "date_labels"), fact(known, "time_labels")
    committee, venue = fact(known, "committee_labels"), fact(known, "venue_labels")
    named = body_named(committee.value) if committee else ""
    meeting = bool(named or clock or venue)
    return MeetingFacts(
        committee=named,
        meeting_date=parse_date(day.value)
        if day and (meeting or not is_one_of(day.label, words_of("outline", "plain_date")))
        else None,
        time=(time_named(clock.value) or time_24(clock.value)) if clock else "",
        venue=venue.value if venue and len(venue.value.split()) > 1 else "",
    )


def _title(
    front: Sequence[TextLine],
    items: Sequence[AgendaItem],
    plans: Sequence[PlanSpan],
    properties: Mapping[str, str],
) -> str:
    """The title of the pack: as ModernGov files it, over the agenda, or on the cover."""
    if filed := published_title(properties):
        return filed
    if items:
        heads = [
            line for line in front if announces(line) or (body_named(line.text) and not parse_date(line.text))
        ]
        heads = [line for line in heads if not is_council(line.text)]
        return " ".join(dict.fromkeys(line.text for line in heads[:3]))
    first = plans[0] if plans else None
    on_first = first is not None and first.page == min((line.page for line in front), default=0)
    return first.title if first and on_first and not first.title[:1].isdigit() else ""
