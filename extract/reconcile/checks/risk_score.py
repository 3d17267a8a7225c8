"""Check: a risk's score against its likelihood and impact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Risk
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject

MOST_MULTIPLY = 0.5
"""Share of a register's scores that must be the product before it counts as the rule."""
_NUMBER = re.compile(r"\d+")
_TRIPLE = re.compile(r"(\d{1,2})[\sx×*=|,;]+(\d{1,2})[\sx×*=|,;]+(\d{1,3})")
Parts = tuple[int, int, int]


@check(
    kind="suspect_value",
    title="Risk score is not likelihood times impact",
    severity="error",
    message="{ref}: likelihood {likelihood} times impact {impact} is {product}, but the score is {score}",
    looks_at="risks",
)
def risk_score(subject: Subject) -> Iterator[Hit]:
    """Only in registers where the other scores are the product."""
    scored = [(risk, *found) for risk in subject.result.risks for found in _scores(risk)]
    wrong = [s for s in scored if s[2][0] * s[2][1] != s[2][2]]
    if len(scored) - len(wrong) < MOST_MULTIPLY * len(scored):
        return
    for risk, quote, (likelihood, impact, score) in wrong:
        ref = risk.risk_ref or risk.description
        yield Hit(
            (ref,),
            (place(risk, quote),),
            {
                "ref": ref,
                "likelihood": likelihood,
                "impact": impact,
                "product": likelihood * impact,
                "score": score,
            },
        )


def _scores(risk: Risk) -> Iterator[tuple[str, Parts]]:
    """What is printed of each of a risk's scores, and its two factors and product."""
    for printed in (
        (risk.likelihood, risk.impact, risk.score),
        (risk.inherent_likelihood, risk.inherent_impact, risk.inherent_score),
        (risk.target_likelihood, risk.target_impact, risk.target_score),
    ):
        found = [match for text in printed if (match := _NUMBER.search(text))]
        if len(found) == len(printed):
            likelihood, impact, score = (int(match[0]) for match in found)
            yield f"{printed[0]} × {printed[1]}: {printed[2]}", (likelihood, impact, score)
    for label, text in (("target", risk.target_score), *risk.extra):
        if match := _TRIPLE.fullmatch(text.strip()):
            yield f"{label}: {text}", (int(match[1]), int(match[2]), int(match[3]))
