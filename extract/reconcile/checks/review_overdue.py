"""Checks: risks whose last review is longer ago than their review method allows, or after the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from agendapack.extract.model import Risk
from agendapack.extract.normalise.dates import parse_date, parse_due
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import numbers

DAYS_A_MONTH = 31
MOST_LATER = 0.25
"""Share of the reviews that may be behind the meeting; with more the column is of another date."""


@check(
    kind="suspect_date",
    title="Review of a risk overdue",
    severity="info",
    message="{refs}: reviewed “{method}”, last “{last}”; at the meeting of {meeting} a review is overdue",
    looks_at="risks",
)
def review_overdue(subject: Subject) -> Iterator[Hit]:
    """The register gives how often and when last; the pack gives the day of the meeting."""
    meeting = subject.result.pack.meeting_date
    late = [risk for risk in subject.result.risks if meeting and _overdue(risk, meeting)]
    if late:
        refs = in_order(risk.risk_ref or risk.description for risk in late)
        yield Hit(
            refs,
            tuple(place(risk, risk.last_review) for risk in late),
            {
                "refs": ", ".join(refs),
                "method": late[0].review_method,
                "last": late[0].last_review,
                "meeting": meeting,
            },
        )


@check(
    kind="suspect_date",
    title="Reviewed after the report",
    severity="warning",
    message="{ref} was last reviewed “{last}”, but the meeting was on {meeting}",
    looks_at="risks",
)
def reviewed_later(subject: Subject) -> Iterator[Hit]:
    """Told where most reviews of the register are past, so that its column is none of reviews to come."""
    meeting = subject.result.pack.meeting_date
    dated = [(r, day) for r in subject.result.risks if (day := parse_date(r.last_review))]
    late = [r for r, day in dated if meeting and day > meeting]
    for risk in late if len(late) <= MOST_LATER * len(dated) else ():
        ref = risk.risk_ref or risk.description
        facts = {"ref": ref, "last": risk.last_review, "meeting": meeting}
        yield Hit((ref,), (place(risk, risk.last_review),), facts)


def _overdue(risk: Risk, meeting: date) -> bool:
    intervals = numbers("reviews", "months_between")
    named = [intervals[w] for w in re.findall(r"[a-z]+", risk.review_method.lower()) if w in intervals]
    last = parse_due(risk.last_review).date
    return (
        bool(named and last)
        and (last or meeting) + timedelta(days=DAYS_A_MONTH * max(named, default=0)) < meeting
    )
