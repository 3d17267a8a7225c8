"""Checks: a text that gives an action another date than its row; a new date before the old one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Action, Place
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.asides import of_role
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, name_of, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words
from agendapack.schemas import from_words

NEAR = 60
"""Characters between the ref of an action and the date that a text gives it."""


@check(
    kind="conflicting_value",
    title="Text gives an action another date than its row",
    severity="warning",
    message="{ref} is due “{due}” in its row, “{said}” in a text: “{quote}”",
    looks_at="actions, indicators, lines",
)
def revised_date(subject: Subject) -> Iterator[Hit]:
    """A comment elsewhere says when an action is now due, and the row was not brought up to date."""
    cited = [(link.to_ref, link.source.row_id) for link in subject.links if link.to_kind == "action"]
    by_row = grouped((row_id, ref) for ref, row_id in cited if ref in subject.actions)
    for text in subject.texts:
        for ref in by_row.get(text.source.row_id, ()):
            where = Place(text.source.page, text.source.box, text.source.row_id, text.text)
            yield from _hits(ref, where, subject.actions[ref])
    for line in subject.lines:
        for ref in subject.actions_named(line.text):
            yield from _hits(ref, Place(line.page, line.box, "", line.text), subject.actions[ref])


@check(
    kind="suspect_date",
    title="Revised to an earlier date",
    severity="warning",
    message="{name}: first due “{first}”, revised to “{revised}”, which is earlier",
    looks_at="actions",
)
def revised_earlier(subject: Subject) -> Iterator[Hit]:
    """Dates are put back, hardly ever forward: the columns are swapped or a year is wrong."""
    for action in subject.result.actions:
        for first, revised in _revisions(action):
            days = parse_due(first).date, parse_due(revised).date
            if days[0] and days[1] and days[1] < days[0]:
                facts = {"name": name_of(action), "first": first, "revised": revised}
                yield Hit((name_of(action),), (place(action, f"{first}; {revised}"),), facts)


def _revisions(action: Action) -> Iterator[tuple[str, str]]:
    """The date first agreed and the one that took its place, from columns or from one cell."""
    due = {label for label, _ in of_role(action.extra, "actions", "due")}
    for label, text in action.extra:
        if _first().search(label) or (label in due and not _new().search(label)):
            yield text, action.due_text
        elif _new().search(label):
            yield action.due_text, text
    first, *revised = _new().split(action.due_text)
    if len(revised) == 1 and not _first().search(revised[0]):
        yield first, revised[0]


@from_words
def _first() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('dates', 'first_due'))}\b", re.IGNORECASE)


@from_words
def _new() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('dates', 'revised'))}\b", re.IGNORECASE)


def _hits(ref: str, where: Place, actions: tuple[Action, ...]) -> Iterator[Hit]:
    said = _said(ref, where.quote)
    day = parse_due(said).date if said else None
    dated = [a for a in actions if a.due_date]
    if day and dated and all(a.due_date != day for a in dated):
        facts = {"ref": ref, "due": dated[0].due_text, "said": said, "quote": where.quote[:160]}
        yield Hit((ref,), (where, place(dated[0], dated[0].due_text)), facts)


def _said(ref: str, text: str) -> str:
    """The date behind the words for a new date, soon after the ref."""
    at = text.find(ref)
    match = _now_due().search(text, at, at + len(ref) + NEAR) if at >= 0 else None
    return (match[1] or match[2]) if match else ""


@from_words
def _now_due() -> re.Pattern[str]:
    day = r"(?:\d{1,2}[\s/.-]+)?(?:[A-Za-z]{3,9}|\d{1,2})[\s/.-]+\d{2,4}"
    between = r"(?:(?:by|in|on|for|until)\s+)?(?:the\s+)?(?:end\s+of\s+)?"
    now = rf"\b{any_of(words('dates', 'now_due'))}\s+{between}({day})"
    ahead = rf"\bwill\s[^.;:]{{0,{NEAR}}}?\bby\s+(?:the\s+)?(?:end\s+of\s+)?({day})"
    return re.compile(rf"(?:{now}|{ahead})(?!\d)", re.IGNORECASE)
