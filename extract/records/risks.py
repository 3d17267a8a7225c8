"""Makes risks from the rows of a recognised risk register."""

from __future__ import annotations

import re

from agendapack.extract.model import Risk
from agendapack.extract.normalise.ratings import Rating, rating_of
from agendapack.extract.normalise.refs import find_refs, unbroken
from agendapack.extract.normalise.text import clean
from agendapack.extract.normalise.value_status import says_nothing
from agendapack.extract.records.cross_references import goes_on_from
from agendapack.extract.records.fields import Fields

USED = frozenset(
    [
        "ref",
        "description",
        "priority",
        "likelihood",
        "impact",
        "score",
        "inherent_likelihood",
        "inherent_impact",
        "inherent_score",
        "target_likelihood",
        "target_impact",
        "target_score",
        "mitigations",
        "officers",
        "action_refs",
        "review_method",
        "last_review",
    ]
)


def risk(fields: Fields, plan: str) -> Risk | None:
    """The risk of a row; None when the row prints none."""
    description = fields.subject("description")
    if not description:
        return None
    ref, extra = fields.ref(), fields.extra(USED)
    actions, outcomes = _affected(fields.lines("action_refs"), fields.known)
    texts = (fields.lines("mitigations"), *(text for _, text in extra))
    actions = actions or goes_on_from(ref, texts)
    current, inherent, target = (_ratings(fields, stage) for stage in ("", "inherent_", "target_"))
    return Risk(
        source=fields.source(),
        plan=plan,
        description=description,
        risk_ref=ref,
        priority=fields.plain("priority"),
        mitigations=fields.items("mitigations"),
        review_method=fields.plain("review_method"),
        last_review=fields.plain("last_review"),
        officers=fields.people(),
        action_refs=actions,
        outcomes=outcomes,
        likelihood=current.likelihood,
        impact=current.impact,
        score=current.score,
        inherent_likelihood=inherent.likelihood,
        inherent_impact=inherent.impact,
        inherent_score=inherent.score,
        target_likelihood=target.likelihood,
        target_impact=target.impact,
        target_score=target.score,
        extra=extra,
        section=fields.section,
    )


def _ratings(fields: Fields, stage: str) -> Rating:
    """Likelihood, impact and score at a stage, in their own columns or as a product in that of the score."""
    product = _rating(fields, f"{stage}score")
    return Rating(
        fields.plain(f"{stage}likelihood") or product.likelihood,
        fields.plain(f"{stage}impact") or product.impact,
        product.score,
    )


def _rating(fields: Fields, role: str) -> Rating:
    """The rating in a cell: its parts where it prints a product, else the score as it stands."""
    printed = fields.plain(role)
    found = rating_of(printed, fields.title(fields.reading.column(role)))
    return Rating(score=printed) if found is None else found


def _affected(text: str, known: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """References in the cell, and the outcomes that are named before, between and after them."""
    text = unbroken(text)
    found = find_refs(text, known=known)
    rest = text
    for raw in dict.fromkeys(r.raw for r in found):
        rest = re.sub(r"\s+".join(map(re.escape, raw.split())), "\n\n", rest, count=1)
    names = [clean(part).strip(" ,;–-") for part in re.split(r"\n\s*\n|;", rest)]
    outcomes = tuple(dict.fromkeys(n for n in names if any(c.isalpha() for c in n) and not says_nothing(n)))
    return tuple(dict.fromkeys(r.ref for r in found)), outcomes
