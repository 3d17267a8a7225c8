"""Check: a due date whose year has two digits turned round, far from all others of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Action
from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, name_of, place
from agendapack.extract.reconcile.subject import Subject

FAR = 5
"""Years between a date and all others of the table, from which it is not of the same plan."""
MIN_OTHERS = 3
"""Dates that say for which years a table is."""
_YEAR = re.compile(r"20(\d)(\d)")


@check(
    kind="suspect_date",
    title="Year with two digits turned round",
    severity="warning",
    message="{name} is due “{due}”, the other rows of its table from {first} to {last}; {meant} may be meant",
    looks_at="actions",
)
def year_turned(subject: Subject) -> Iterator[Hit]:
    """Only a day of one year, far from those of all other rows, that would be among them turned round."""
    for its in grouped((a.source.table_id, a) for a in subject.result.actions if a.due_date).values():
        for action in its if len(its) > MIN_OTHERS else ():
            found = _YEAR.findall(action.due_text)
            if len(found) == 1 and parse_date(action.due_text):
                yield from _hits(action, its, "20" + "".join(reversed(found[0])))


def _hits(action: Action, its: Sequence[Action], meant: str) -> Iterator[Hit]:
    years = [a.due_date.year for a in its if a is not action and a.due_date]
    first, last = min(years), max(years)
    year = action.due_date.year if action.due_date else first
    if max(year - last, first - year) >= FAR and first <= int(meant) <= last:
        facts = {"name": name_of(action), "due": action.due_text, "first": first, "last": last}
        yield Hit((name_of(action),), (place(action, action.due_text),), {**facts, "meant": meant})
