"""Makes risks from the rows of a recognised risk register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

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

FACTORS = ("likelihood", "impact")


def risk(fields: Fields, plan: str) -> Risk | None:
    """The risk of a row; None when the row prints none."""
    description = fields.subject("description") or fields.text("event")
    if not description:
        return None
    ref, extra = fields.ref(), fields.extra(USED)
    actions, outcomes = _affected(fields.lines("action_refs"), fields.known)
    texts = (fields.lines("mitigations"), *(text for _, text in extra))
    actions = actions or goes_on_from(ref, texts)
    current, inherent, target = (_ratings(fields, stage) for stage in ("", "inherent_", "target_"))
    factors = [(fields.title(fields.reading.column(role)), fields.plain(role)) for role in FACTORS]
    current = _with_factors(current, (*factors, *extra))
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
    """Likelihood, impact and score at a stage, in their own columns or as a product in one of them."""
    own, *factors = (_rating(fields, f"{stage}{role}") for role in ("score", *FACTORS))
    products = [factor for factor in factors if factor.likelihood and factor.impact]
    product = products[0] if products else own
    likelihood, impact = (
        "" if factor in products else fields.plain(f"{stage}{role}")
        for factor, role in zip(factors, FACTORS, strict=True)
    )
    return Rating(likelihood or product.likelihood, impact or product.impact, own.score or product.score)


def _with_factors(rating: Rating, beside: Iterable[tuple[str, str]]) -> Rating:
    """The rating with the factors that another column prints as a product which makes its score."""
    if rating.likelihood and rating.impact:
        return rating
    products = (found for title, text in beside if (found := rating_of(text, title)))
    return next((replace(p, score=rating.score) for p in products if _makes(p, rating.score)), rating)


def _makes(product: Rating, score: str) -> bool:
    factors = (product.likelihood, product.impact)
    return all(f.isdecimal() for f in (*factors, score)) and int(factors[0]) * int(factors[1]) == int(score)


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
