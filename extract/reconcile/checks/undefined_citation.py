"""Checks: refs in running text that no table of the pack has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agendapack.extract.model import Link
from agendapack.extract.reconcile.linking import OTHER_REGISTER, UNKNOWN
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.subject import Subject

MAX_CITING = 3
"""A ref that more rows cite is filed under itself alone."""
MOST_LOST = 0.5
"""Refs that may be lost, as a share of those cited or defined; with more, the register is not in the pack."""


@check(
    kind="dangling_ref",
    title="Named in a text but nowhere defined",
    severity="warning",
    message="{citing} {verb} {ref}, which no table of the pack has, though it has others of the kind",
    looks_at="links",
)
def undefined_citation(subject: Subject) -> Iterator[Hit]:
    """A text names a ref of a family that the pack defines; one that a text introduces is no citation."""
    cited = [link for link in subject.links if link.relation == "cites" and link.reason in ("", UNKNOWN)]
    for its in grouped((link.to_kind, link) for link in cited).values():
        lost = [link for link in its if not link.resolved]
        defined = {"action": subject.actions, "indicator": subject.indicators, "risk": subject.risks}
        known = max(len({k.to_ref for k in its}), len(defined.get(its[0].to_kind, ())))
        if len({k.to_ref for k in lost}) <= MOST_LOST * known:
            for ref, links in grouped((link.to_ref, link) for link in lost).items():
                yield _hit(subject, links, ref)


@check(
    kind="dangling_ref",
    title="Register that is not in the pack",
    severity="info",
    message="{refs}: cited by {citing}, and the pack has no register of such refs",
    looks_at="links",
)
def register_elsewhere(subject: Subject) -> Iterator[Hit]:
    """Told once for the pack, of refs that a text calls a risk, an indicator or an action."""
    lost = [
        link
        for link in subject.links
        if link.relation == "cites" and link.reason == OTHER_REGISTER and link.from_kind != link.to_kind
    ]
    if lost:
        yield _hit(subject, lost, ", ".join(in_order(link.to_ref for link in lost)))


def _hit(subject: Subject, links: Iterable[Link], ref: str) -> Hit:
    citing = in_order(link.from_ref for link in links)
    refs = in_order(link.to_ref for link in links)
    return Hit(
        (*refs, *citing) if len(citing) <= MAX_CITING else refs,
        tuple(subject.place_of(link, link.raw) for link in links),
        {
            "citing": ", ".join(citing),
            "verb": "names" if len(citing) == 1 else "name",
            "ref": ref,
            "refs": ref,
        },
    )
