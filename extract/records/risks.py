"""Makes risks from the rows of a recognised risk register."""

from __future__ import annotations

import re

from extract.model import Risk
from extract.normalise.refs import find_refs
from extract.normalise.text import bullet_items, clean
from extract.records.fields import Fields

USED = frozenset(
    [
        "ref",
        "description",
        "priority",
        "likelihood",
        "impact",
        "score",
        "target_score",
        "mitigations",
        "officers",
        "action_refs",
        "review_method",
        "last_review",
    ]
)


def risk(fields: Fields, plan: str, pack_id: str) -> Risk | None:
    """The risk of a row; None when the row prints none."""
    description = fields.text("description")
    if not description:
        return None
    actions, outcomes = _affected(fields.lines("action_refs"))
    return Risk(
        source=fields.source(pack_id),
        plan=plan,
        description=description,
        risk_ref=fields.ref(),
        priority=fields.plain("priority"),
        mitigations=tuple(bullet_items(fields.lines("mitigations"))),
        review_method=fields.plain("review_method"),
        last_review=fields.plain("last_review"),
        officers=fields.people(),
        action_refs=actions,
        outcomes=outcomes,
        likelihood=fields.plain("likelihood"),
        impact=fields.plain("impact"),
        score=fields.plain("score"),
        target_score=fields.plain("target_score"),
        extra=fields.extra(USED),
    )


def _affected(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """References in the cell, and the outcomes that are named before, between and after them."""
    found = find_refs(text)
    rest = text
    for raw in dict.fromkeys(r.raw for r in found):
        rest = re.sub(r"\s+".join(map(re.escape, raw.split())), "\n\n", rest, count=1)
    names = [clean(part).strip(" ,;–-") for part in re.split(r"\n\s*\n|;", rest)]
    outcomes = tuple(dict.fromkeys(n for n in names if any(c.isalpha() for c in n)))
    return tuple(dict.fromkeys(r.ref for r in found)), outcomes
