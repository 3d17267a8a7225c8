"""Outline: the agendas of a file with papers of several meetings go in, those meetings come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from agendapack.extract.model import AgendaItem, Sitting
from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.outline.bodies import body_named, time_named
from agendapack.extract.outline.councils import is_council
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.wording import squashed

FRONT_WORDS = 14
"""A line of a front sheet that names the committee or the day has no more words."""

Lines = Mapping[int, Sequence[TextLine]]


def further_sittings(
    body: Lines, agendas: Sequence[Sequence[AgendaItem]], committee: str, day: date | None
) -> tuple[Sitting, ...]:
    """The meetings whose agendas stand behind that of the one for which the file is.

    An agenda of an earlier day, or of a body and day that were there before, is one that is printed again.
    """
    found: list[Sitting] = []
    known = {(squashed(committee), day)}
    for items in agendas[1:]:
        sitting = sitting_of(body, items[0])
        if sitting and day and sitting.meeting_date >= day and named(sitting) not in known:
            known.add(named(sitting))
            found.append(sitting)
    return tuple(found)


def named(sitting: Sitting) -> tuple[str, date]:
    """By what a meeting is told from others."""
    return squashed(sitting.committee), sitting.meeting_date


def sitting_of(body: Lines, first: AgendaItem) -> Sitting | None:
    """The meeting that the front sheet over an agenda's first item calls; it may begin on the page before."""
    page, box = first.source.page, first.source.box
    over = [line for line in body.get(page, ()) if box is None or line.box.bottom <= box.top]
    return called(page, over) or called(page - 1, [*body.get(page - 1, ()), *over])


def called(page: int, front: Sequence[TextLine]) -> Sitting | None:
    """The meeting that lines call, each by a part of its own: body, day; from that page on."""
    said = [part.text for line in front for part in (line, *line.parts) if len(part.words) <= FRONT_WORDS]
    bodies = (body_named(text) for text in said if not is_council(text))
    days = (parse_date(text) for text in said)
    committee, day = next(filter(None, bodies), ""), next(filter(None, days), None)
    return Sitting(page, committee, day) if committee and day else None


def summoned(page: int, front: Sequence[TextLine]) -> Sitting | None:
    """The same of lines that tell the hour too, as nothing but a front sheet does."""
    return called(page, front) if any(time_named(line.text) for line in front) else None
