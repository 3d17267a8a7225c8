"""Check: what the risk register says of actions against what the actions say of risks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Action, Place, Risk
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, name_of, place
from agendapack.extract.reconcile.subject import Subject

MOST_AGREE = 0.5
"""Share of the actions' own citations that the register must confirm; below it the plan cites risks by
group, and only what the register says is held against it."""


@check(
    kind="dangling_ref",
    title="Risk register and action plan link a risk to different actions",
    severity="info",
    message="The register links {risk} to {linked}; {difference}",
    looks_at="risks, actions",
)
def one_sided_risk(subject: Subject) -> Iterator[Hit]:
    """One of the two tables is wrong or was not brought up to date.

    A list of risks in a heading is meant for its rows together, and work that a plan does on its own
    account has no place in the register: neither counts as citing a risk.
    """
    by_group = _cites_by_group(subject)
    for ref, entries in subject.risks.items():
        linked = in_order(a for risk in entries for a in risk.action_refs)
        silent = [a for a in linked if _has_risks(subject, a) and not _cites(subject, a, ref)]
        stray = [
            a
            for a in subject.citing_risk.get(ref, ())
            if linked and not by_group and _strays(a, ref, linked, entries)
        ]
        if silent or stray:
            rows = [row for a in silent for row in subject.actions[a]] + stray
            names = in_order(name_of(a) for a in stray)
            yield Hit(
                in_order((ref, *silent, *names, *(p for a in stray for p in a.parent_refs))),
                (*(place(r, "; ".join(r.action_refs)) for r in entries), *(_cell(row) for row in rows)),
                {"risk": ref, "linked": ", ".join(linked), "difference": _told(silent, names)},
            )


def _cites_by_group(subject: Subject) -> bool:
    linked = {
        (ref, a) for ref, entries in subject.risks.items() for risk in entries for a in risk.action_refs
    }
    pairs = [
        (ref, a) for ref, rows in subject.citing_risk.items() for a in rows if ref not in a.inherited_refs
    ]
    agreeing = sum(any((ref, name) in linked for name in (a.action_ref, *a.parent_refs)) for ref, a in pairs)
    return agreeing < MOST_AGREE * len(pairs)


def _told(silent: Sequence[str], stray: Sequence[str]) -> str:
    parts = [f"no row of {', '.join(silent)} cites it"] if silent else []
    parts += [f"it is cited by {', '.join(stray)}, which the register does not name"] if stray else []
    return "; ".join(parts)


def _strays(action: Action, ref: str, linked: Sequence[str], entries: Sequence[Risk]) -> bool:
    """Whether neither the action, nor a parent of it, nor its outcome stands in the register's entry."""
    if ref in action.inherited_refs or {action.action_ref, *action.parent_refs} & set(linked):
        return False
    families = {_family(a) for a in linked}
    if not action.parent_refs and _family(action.action_ref) not in families:
        return False
    outcome = action.corporate_outcome.casefold()
    return not any(outcome.startswith(o.casefold()) for risk in entries for o in risk.outcomes if outcome)


def _has_risks(subject: Subject, ref: str) -> bool:
    return any(row.risk_refs for row in subject.actions.get(ref, ()))


def _cites(subject: Subject, action_ref: str, risk_ref: str) -> bool:
    rows = (*subject.actions.get(action_ref, ()), *subject.children.get(action_ref, ()))
    return any(risk_ref in row.risk_refs for row in rows)


def _family(ref: str) -> str:
    return re.sub(r"(?<!\d)\d+[a-z]?$", "", ref)


def _cell(action: Action) -> Place:
    return place(action, f"{name_of(action)}: {'; '.join(action.risk_refs)}")
