"""Check: initials in the officers' column that the key to the initials does not have, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Officer, Place, Plan
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, place
from agendapack.extract.reconcile.subject import Subject

MIN_KEYS = 3
"""Initials with a name that a line must have to be a key."""
_ENTRY = re.compile(r"(?<![\w&])([A-Z][A-Z&]{1,5})\s?[–=:-]\s?(?=[A-Z][a-z])")


@check(
    kind="dangling_ref",
    title="Initials that the key does not explain",
    severity="warning",
    message="{plan} prints a key to the initials of its officers; {difference}",
    looks_at="officers, lines",
)
def unexplained_initials(subject: Subject) -> Iterator[Hit]:
    """Only plans with a key printed under or over their tables."""
    for plan in subject.plans.values():
        used = [o for o in subject.result.officers if o.kind == "initials" and plan.title in o.plans]
        key = _key(subject, plan) if used else None
        if not key:
            continue
        explained = in_order(_ENTRY.findall(key.text))
        lost = [o for o in used if not o.full_name and o.officer not in explained]
        idle = [e for e in explained if not any(e in (o.officer, *o.variants) for o in used)]
        if lost and len(lost) < len(used):
            yield _hit(plan, key, lost, idle)


def _key(subject: Subject, plan: Plan) -> Passage | None:
    """The line of the plan's pages, or of the page behind, that explains the most initials."""
    pages = range(plan.source.page, plan.last_page + 2)
    lines = [line for page in pages for line in subject.lines_of.get(page, ())]
    best = max(lines, key=lambda line: len(_ENTRY.findall(line.text)), default=None)
    return best if best and len(_ENTRY.findall(best.text)) >= MIN_KEYS else None


def _hit(plan: Plan, key: Passage, lost: list[Officer], idle: list[str]) -> Hit:
    names = [o.officer for o in lost]
    told = f"it does not have {', '.join(names)}"
    told += f"; no row has {', '.join(idle)}, which it explains" if idle else ""
    places = (*(place(o, o.officer) for o in lost), Place(key.page, key.box, "", key.text))
    return Hit((*names, *idle), places, {"plan": plan.title, "difference": told})
