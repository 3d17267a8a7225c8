"""Check: dates that are printed but do not exist or cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.years import month_numbers
from agendapack.extract.reconcile.checks.printed_dates import impossible_days
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import name_of, place
from agendapack.extract.reconcile.subject import Subject


@check(
    kind="suspect_date",
    title="Due date that cannot be read",
    severity="error",
    message="{ref} is due “{text}”, which is no date",
    looks_at="actions",
)
def impossible_date(subject: Subject) -> Iterator[Hit]:
    """Only texts of a month and figures, or of figures alone: words such as “to be agreed” are no fault."""
    for action in subject.result.actions:
        told = next(impossible_days(action.due_text), "")
        if action.due_kind == "unparsed" and not told and _meant_as_date(action.due_text):
            yield Hit(
                (name_of(action),),
                (place(action, action.due_text),),
                {"ref": name_of(action), "text": action.due_text},
            )


def _meant_as_date(text: str) -> bool:
    letters, digits = re.findall(r"[A-Za-z]+", text), re.findall(r"\d+", text)
    if not digits or len(letters) > 1:
        return False
    return len(digits) >= 2 and all(word.lower() in month_numbers() for word in letters)
