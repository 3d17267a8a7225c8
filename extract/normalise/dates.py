"""Normalise: a due-date cell in, the day it names and the kind of statement it is out."""

from __future__ import annotations

import re
from datetime import date

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.counted_days import DateHit, counted_from
from agendapack.extract.normalise.date_forms import NotADateError, Reader, forms_of, lead_in
from agendapack.extract.normalise.due_words import due_words
from agendapack.extract.normalise.words import LONGEST_VALUE, Taken, flat
from agendapack.schemas import remembered


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due."""

    text: str
    """As printed, on one line."""
    date: date | None
    """The day, or the last day of the last month, quarter or year named."""
    kind: str
    """date, range, multiple, ongoing, unparsed or none."""


@remembered
def parse_due(text: str, *, plan_year: int | None = None) -> Due:
    """Read a due date; `plan_year` (2008 for 2008/09) gives "Q3", "Dec" and "end of year" their year."""
    line = flat(text)
    if not line.strip(" -–—"):
        return Due(line, None, "none")
    words = due_words()
    hits = _ranges(line, [counted_from(line, hit) for hit in _hits(line, plan_year)])
    if any(not h.possible for h in hits):
        return Due(line, None, "unparsed")
    going_on = bool(words.ongoing.search(line))
    due = [h for h in hits if not _is_beginning(line, h, going_on)]
    days = [h.day for h in due if h.day]
    if not days:
        begun = bool(words.started.search(line)) and len(hits) > len(due)
        return Due(line, None, "ongoing" if going_on or begun else "unparsed")
    if len(set(days)) > 1 or len(due) > len(days):
        valid = [h.day for h in due if h.day and not words.superseded_before.search(lead_in(line, h.start))]
        return Due(line, max(valid or days), "multiple")
    return Due(line, days[0], "range" if any(h.span for h in due) else "date")


def parse_date(text: str) -> date | None:
    """The first single day named in a text, for meeting dates."""
    return next((h.day for h in _hits(flat(text), None) if h.whole and h.day), None)


def date_span(text: str) -> tuple[int, int] | None:
    """Where the dates of a line begin and end; None for a line without any."""
    hits = _hits(text, None)
    return (hits[0].start, max(h.end for h in hits)) if hits else None


def _is_beginning(line: str, hit: DateHit, going_on: bool) -> bool:
    """Whether the date says when something began or is looked at again, not by when it is due."""
    words, before = due_words(), lead_in(line, hit.start)
    if hit.span:
        return False
    return bool(
        words.began_before.search(before)
        or words.onwards_after.match(line, hit.end)
        or (going_on and (words.from_before.search(before) or words.review_before.search(before)))
    )


_LINK = re.compile(r"\s*(?:-|–|—|to|until|till|through)\s*(?:end\s*(?:of\s*)?)?", re.I)
_SLASH = re.compile(r"\s*/\s*")


def _ranges(line: str, hits: list[DateHit]) -> list[DateHit]:
    """Neighbouring dates with "to" or a dash between them as one stretch, "June/July 2025" as one date."""
    joined: list[DateHit] = []
    for hit in hits:
        last = joined[-1] if joined else None
        both = last and last.possible and hit.possible and not last.span and (hit.day or last.bare)
        if last and both and _links(lead_in(line, last.start), line[last.end : hit.start]):
            joined[-1] = DateHit(last.start, hit.end, hit.day, span=True)
        elif last and both and last.bare and _SLASH.fullmatch(line[last.end : hit.start]):
            joined[-1] = DateHit(last.start, hit.end, hit.day)
        else:
            joined.append(hit)
    return joined


def _links(before: str, between: str) -> bool:
    """Whether a mark, or labels of both, say that one date is the beginning and the next the end."""
    words = due_words()
    labelled = words.start_label.search(before) and words.end_label.fullmatch(between)
    return bool(labelled or _LINK.fullmatch(between))


def _hits(line: str, plan_year: int | None) -> list[DateHit]:
    """The date expressions of a line, left to right; where two overlap the earlier pattern wins."""
    hits, taken = list[DateHit](), Taken(line)
    for pattern, read, whole in forms_of(line) if len(line) <= LONGEST_VALUE else ():
        for found in pattern.finditer(line):
            if not taken.touches(*found.span()) and (hit := _hit(found, read, whole, plan_year)):
                hits.append(hit)
                taken.take(*found.span())
    return sorted(hits, key=lambda h: h.start)


def _hit(found: re.Match[str], read: Reader, whole: bool, plan_year: int | None) -> DateHit | None:
    try:
        day = read(found, plan_year)
    except NotADateError:
        return None
    except ValueError:
        return DateHit(found.start(), found.end(), None, possible=False)
    groups = found.groupdict()
    bare = not any(groups.get(name) for name in ("y", "two"))
    return DateHit(
        found.start(), found.end(), day, whole=whole, bare=bare, span=bool(groups.get("first_day"))
    )
