"""Check: refs that are cited but stand in no register, where there is a register to look in."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Action, Link, Risk
from agendapack.extract.reconcile.linking import CUT_OFF, OTHER_REGISTER
from agendapack.extract.reconcile.registry import Hit, Severity, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.subject import Subject

NEARLY_ALL = 0.9
"""Share of a plan's citations of one kind that must resolve before each of the others is told by itself."""
MOST = 0.5
"""Below this share the register is simply not in the pack, and nothing is said."""
MAX_CITING = 3
"""A ref that more rows cite is filed under itself alone."""


@check(
    kind="dangling_ref",
    title="Cited but nowhere defined",
    severity="error",
    message="{citing} {verb} {refs}, which no {kind} table of the pack has ({reason})",
    looks_at="links",
)
def undefined_ref(subject: Subject) -> Iterator[Hit]:
    """A reader who follows the ref finds nothing; a code in brackets inside a definition is left alone.

    Where most are not in the pack, one of a range is told of which the pack has others.
    """
    rows: list[Action | Risk] = [*subject.result.actions, *subject.result.risks]
    plan_of = {row.source.row_id: row.plan for row in rows}
    cited = [link for link in subject.links if link.relation != "cites" and link.to_kind != "outcome"]
    for (_, kind), its in grouped(((plan_of.get(c.source.row_id, ""), c.to_kind), c) for c in cited).items():
        resolved = {link.to_ref: link.resolved for link in its}
        share = sum(resolved.values()) / len(resolved)
        lost = [link for link in its if not link.resolved]
        if share >= NEARLY_ALL:
            yield from (_hit(subject, kind, found) for found in grouped((k.to_ref, k) for k in lost).values())
        elif share >= MOST:
            yield _hit(subject, kind, tuple(lost), "warning")
        else:
            found = {(link.source.row_id, link.raw) for link in its if link.resolved}
            odd = tuple(link for link in lost if (link.source.row_id, link.raw) in found)
            yield from [_hit(subject, kind, odd, "warning")] if odd else []


def _hit(subject: Subject, kind: str, lost: tuple[Link, ...], severity: Severity = "error") -> Hit:
    citing, refs = in_order(link.from_ref for link in lost), in_order(link.to_ref for link in lost)
    reasons = in_order(link.reason for link in lost)
    if {OTHER_REGISTER, CUT_OFF} & set(reasons):
        severity = "warning"
    facts = {
        "citing": ", ".join(citing),
        "verb": "cites" if len(citing) == 1 else "cite",
        "refs": ", ".join(refs),
        "kind": kind,
        "reason": ", ".join(reasons),
    }
    named = in_order((*citing, *refs)) if len(citing) <= MAX_CITING else refs
    return Hit(named, tuple(subject.place_of(link, link.to_ref) for link in lost), facts, severity)
