"""Checks: how an action stands against its own progress, dates and the day of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.normalise.dates import date_span, parse_date, parse_due
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.status import status_group
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.asides import of_role
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import name_of, place
from agendapack.extract.reconcile.said import any_month
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words
from agendapack.schemas import from_words

WHOLE = 100
OPEN = frozenset({"not started", "on track", "at risk", "off track"})
"""Groups of actions on which work is left."""
LONGEST_DAY = 24
"""Characters of "30th of September 2031", and two more: a bound of work."""
_PERCENT = re.compile(r"(\d{1,3})\s?%?")


@check(
    kind="suspect_value",
    title="Status and progress of an action contradict each other",
    severity="warning",
    message="{name} is “{status}” with “{label}” {progress}",
    looks_at="actions",
)
def status_against_progress(subject: Subject) -> Iterator[Hit]:
    """Complete at less than 100 %, begun or overdue at 100 %, not started but under way."""
    for action in subject.result.actions:
        found = progress(action)
        if found and action.status and _contradicts(action.status, found[1]):
            facts = {
                "name": name_of(action),
                "status": action.status,
                "label": found[0],
                "progress": f"{found[1]}%",
            }
            yield Hit((name_of(action),), (place(action, f"{action.status}, {found[1]}%"),), facts)


@check(
    kind="suspect_date",
    title="Due before it begins",
    severity="error",
    message="{name} begins “{start}” and is due “{due}”",
    looks_at="actions",
)
def due_before_start(subject: Subject) -> Iterator[Hit]:
    """A column of beginnings must not be later than when the work is due."""
    for action in subject.result.actions:
        for label, text in action.extra:
            start = parse_due(text) if _is_start(label) else None
            due = action.due_date
            if start and start.date and start.kind == "date" and due and start.date > due:
                yield Hit(
                    (name_of(action),),
                    (place(action, f"{label}: {text}; {action.due_text}"),),
                    {"name": name_of(action), "start": text, "due": action.due_text},
                )


@check(
    kind="suspect_date",
    title="Completed after the report",
    severity="error",
    message="{name} is “{status}”, but the meeting was on {meeting}",
    looks_at="actions",
)
def completed_later(subject: Subject) -> Iterator[Hit]:
    """Nothing can have been finished on a day after the meeting that is told of it."""
    meeting = subject.result.pack.meeting_date
    for action in subject.result.actions if meeting else ():
        for text in _completions(action):
            done = parse_due(text)
            day = done.date and (parse_date(text) or done.date.replace(day=1))
            if day and done.kind == "date" and meeting and day > meeting:
                facts = {"name": name_of(action), "status": text, "meeting": meeting}
                yield Hit((name_of(action),), (place(action, text),), facts)


@check(
    kind="suspect_date",
    title="On track though overdue",
    severity="warning",
    message="{names}: due before the meeting of {meeting}, and said to be “{status}”",
    looks_at="actions",
)
def overdue_on_track(subject: Subject) -> Iterator[Hit]:
    """An action whose day has passed is done or late; one that is not begun or on track has lost its date."""
    meeting = subject.result.pack.meeting_date
    for action in subject.result.actions if meeting else ():
        dated = action.due_date and meeting and action.due_date < meeting
        if dated and _is_ahead(action):
            facts = {"names": name_of(action), "meeting": meeting, "status": action.status}
            yield Hit((name_of(action),), (place(action, f"{action.due_text}, {action.status}"),), facts)


def _completions(action: Action) -> Iterator[str]:
    """What is printed of a day on which the action was completed."""
    yield from (text for _, text in of_role(action.extra, "actions", "completed"))
    yield from (text for title, text in action.extra if _day_of_it().fullmatch(title))
    notes = [text for _, text in of_role(action.extra, "actions", "progress")]
    whole = status_group(action.status) == "complete"
    told = [text for text in (action.status, *notes) if whole or status_group(text) == "complete"]
    yield from (text for text in told if not _still_to_do(text))
    yield from (day for _, text in action.extra for day in _days_done(text))


def _days_done(text: str) -> Iterator[str]:
    """The days on which something was done by a text: "Completed on 14 May; all plans are held"."""
    done, not_yet = _done()
    for said in done.finditer(text):
        ahead = text[said.end() : said.end() + LONGEST_DAY]
        day = date_span(ahead)
        if day and not day[0] and not not_yet.search(text[: said.start()]):
            yield text[said.start() : said.end() + day[1]]


def _still_to_do(text: str) -> bool:
    """Whether a text says by when something is to be done: "will be fully completed in June"."""
    done, not_yet = _done()
    return any(not_yet.search(text[: said.start()]) for said in done.finditer(text))


@from_words
def _done() -> tuple[re.Pattern[str], re.Pattern[str]]:
    done, not_yet = (whole_words(words("status", key)) for key in ("done_on", "not_done_yet"))
    day = rf"(?=(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{any_month()}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d)"
    return re.compile(rf"{done}:?\s+(?:(?:on|in)\s+|{day})", re.IGNORECASE), re.compile(
        rf"{not_yet}(?:\s+\w+)?\s+$", re.IGNORECASE
    )


@from_words
def _day_of_it() -> re.Pattern[str]:
    """The title of a column of days on which things were done: "Implemented on", "Date closed"."""
    done = whole_words(words("status", "done_on"))
    return re.compile(rf"(?:actually\s+)?{done}\s+(?:on|date)|date\s+{done}", re.IGNORECASE)


def _is_ahead(action: Action) -> bool:
    """Said in words, or by a Green beside a text that tells of work to come."""
    if action.status.strip().lower() in words("status", "ahead"):
        return True
    notes = {status_group(text) for _, text in of_role(action.extra, "actions", "progress")}
    return rag_of_text(action.status) == "Green" and notes <= OPEN and bool(notes & OPEN)


def progress(action: Action) -> tuple[str, int] | None:
    """Title and percentage of the column that says how far the work is."""
    for label, text in action.extra:
        match = _PERCENT.fullmatch(text.strip())
        if match and _said(label) & words("status", "progress") and int(match[1]) <= WHOLE:
            return label, int(match[1])
    return None


def _contradicts(status: str, progress: int) -> bool:
    group = status_group(status)
    if group == "complete":
        return progress < WHOLE
    if group == "not started":
        return progress > 0
    return progress == WHOLE and group in {"at risk", "off track"}


def _said(label: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", label.lower()))


def _is_start(label: str) -> bool:
    """Whether a title means when the action begins; "Construction start" is when a stage of it does."""
    titles = words("dates", "start_labels") - {"from"}
    plain = [
        word for word in re.findall(r"[a-z]+", label.lower()) if word not in words("dates", "said_of_dates")
    ]
    return " ".join(plain) in titles
