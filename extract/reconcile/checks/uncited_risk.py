"""Check: risks of the register that no action cites, where actions cite nearly all of them."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject

MOST_CITED = 0.8
"""Share of the register that must be cited before the rest is worth a word."""


@check(
    kind="dangling_ref",
    title="In the register but never cited",
    severity="info",
    message="No action cites {refs}, though the actions cite {cited} of the register's {all} risks",
    looks_at="risks",
)
def uncited_risk(subject: Subject) -> Iterator[Hit]:
    """The reverse of a dangling ref: an entry of the register that the plans forgot."""
    cited = {link.to_ref for link in subject.links if link.to_kind == "risk"}
    lost = [ref for ref in subject.risks if ref not in cited and not _names_action(subject, ref)]
    if lost and len(subject.risks) - len(lost) >= MOST_CITED * len(subject.risks):
        yield Hit(
            tuple(lost),
            tuple(place(subject.risks[ref][0], ref) for ref in lost),
            {"refs": ", ".join(lost), "cited": len(subject.risks) - len(lost), "all": len(subject.risks)},
        )


def _names_action(subject: Subject, ref: str) -> bool:
    """Whether the register links the risk to an action of the pack, which another check looks into."""
    return any(a in subject.actions for risk in subject.risks[ref] for a in risk.action_refs)
