"""Checks: the scores of a risk before controls, now and as wanted; one risk scored two ways."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Risk
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.scores import score_in, score_of
from agendapack.extract.reconcile.subject import Subject

_FACTORS = ("likelihood", "impact", "score")


@check(
    kind="suspect_value",
    title="Target score above the current one",
    severity="warning",
    message="{ref}: the target score of {target} is above the current {score}",
    looks_at="risks",
)
def target_above(subject: Subject) -> Iterator[Hit]:
    """Controls are to bring a risk down: a higher target is a slip, or the two are swapped."""
    for risk in subject.result.risks:
        score, target = score_of(risk, "current"), score_of(risk, "target")
        if score and target and target > score:
            yield Hit(
                (_name(risk),),
                (place(risk, f"{score}, {target}"),),
                {"ref": _name(risk), "target": target, "score": score},
            )


@check(
    kind="suspect_value",
    title="Current score above the inherent one",
    severity="warning",
    message="{ref}: the current score of {score} is above the {inherent} before controls",
    looks_at="risks",
)
def above_inherent(subject: Subject) -> Iterator[Hit]:
    """What is left of a risk after controls cannot be more than there was before them."""
    for risk in subject.result.risks:
        score, inherent = score_of(risk, "current"), score_of(risk, "inherent")
        if score and inherent and score > inherent:
            yield Hit(
                (_name(risk),),
                (place(risk, f"{inherent}, {score}"),),
                {"ref": _name(risk), "score": score, "inherent": inherent},
            )


@check(
    kind="conflicting_value",
    title="One risk scored two ways",
    severity="error",
    message="{ref} is scored {one} on page {page} and {other} on page {other_page}",
    looks_at="risks",
)
def scored_twice(subject: Subject) -> Iterator[Hit]:
    """A risk printed in a list and on a card has one likelihood, impact and score."""
    for ref, risks in subject.risks_called.items():
        first = risks[0]
        for other in risks[1:]:
            apart = subject.numbering.apart(_stand(first), _stand(other), ref)
            if not apart and _differ(first, other):
                yield Hit(
                    (ref,),
                    (place(first, _factors(first)), place(other, _factors(other))),
                    {
                        "ref": ref,
                        "one": _factors(first),
                        "page": first.source.page,
                        "other": _factors(other),
                        "other_page": other.source.page,
                    },
                )
                break


def _name(risk: Risk) -> str:
    return risk.risk_ref or risk.description


def _stand(risk: Risk) -> tuple[str, str]:
    return risk.plan, risk.source.table_id


def _differ(one: Risk, other: Risk) -> bool:
    pairs = [(score_in(getattr(one, name)), score_in(getattr(other, name))) for name in _FACTORS]
    return any(a and b and a != b for a, b in pairs)


def _factors(risk: Risk) -> str:
    factors = " × ".join(text for text in (risk.likelihood, risk.impact) if text)
    return " = ".join(text for text in (factors, risk.score) if text)
