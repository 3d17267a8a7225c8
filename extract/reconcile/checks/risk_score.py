"""Check: a risk's score against its likelihood and impact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Risk
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject

MOST_MULTIPLY = 0.6
"""Share of a register's scores that must be the product before it counts as the rule."""
MIN_SCORED = 3


@check(
    kind="suspect_value",
    title="Risk score is not likelihood times impact",
    severity="error",
    message="{ref}: likelihood {likelihood} times impact {impact} is {product}, but the score is {score}",
    looks_at="risks",
)
def risk_score(subject: Subject) -> Iterator[Hit]:
    """Only in registers where the other scores are the product."""
    scored = [(risk, parts) for risk in subject.result.risks if (parts := _parts(risk))]
    wrong = [(risk, parts) for risk, parts in scored if parts[0] * parts[1] != parts[2]]
    if len(scored) < MIN_SCORED or len(scored) - len(wrong) < MOST_MULTIPLY * len(scored):
        return
    for risk, (likelihood, impact, score) in wrong:
        ref = risk.risk_ref or risk.description
        yield Hit(
            (ref,),
            (place(risk, f"{risk.likelihood} × {risk.impact}: {risk.score}"),),
            {
                "ref": ref,
                "likelihood": likelihood,
                "impact": impact,
                "product": likelihood * impact,
                "score": score,
            },
        )


def _parts(risk: Risk) -> tuple[int, int, int] | None:
    found = [re.search(r"\d+", text) for text in (risk.likelihood, risk.impact, risk.score)]
    if not all(found):
        return None
    likelihood, impact, score = (int(match[0]) for match in found if match)
    return likelihood, impact, score
