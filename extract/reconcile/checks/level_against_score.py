"""Check: the word for the level of a risk against its score."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Risk
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.scores import level_of, score_of
from agendapack.extract.reconcile.subject import Subject


@dataclass(frozen=True, slots=True)
class _Rated:
    """A risk, its score, and the height and word of its level."""

    risk: Risk
    score: int
    height: int
    level: str

    @property
    def name(self) -> str:
        return self.risk.risk_ref or self.risk.description

    def against(self, other: _Rated) -> bool:
        """Whether scores and levels stand the other way round, or one score has two levels."""
        if self.score == other.score:
            return self.height != other.height
        return (self.score - other.score) * (self.height - other.height) < 0


@check(
    kind="suspect_value",
    title="Level of a risk that its score does not bear out",
    severity="warning",
    message="{ref} with a score of {score} is {level}, {other} with {other_score} is {other_level}",
    looks_at="risks",
)
def level_against_score(subject: Subject) -> Iterator[Hit]:
    """Told of the one risk of a register that the others speak against most."""
    for rated in grouped((r.risk.source.table_id, r) for r in _rated(subject)).values():
        against = [[other for other in rated if one.against(other)] for one in rated]
        most = max(map(len, against))
        odd = [number for number, others in enumerate(against) if len(others) == most > 0]
        if len(odd) == 1:  # of two, each speaks against the other
            one, other = rated[odd[0]], against[odd[0]][0]
            facts = {"ref": one.name, "score": one.score, "level": one.level}
            facts |= {"other": other.name, "other_score": other.score, "other_level": other.level}
            yield Hit((one.name,), (place(one.risk, f"{one.score}, {one.level}"),), facts)


def _rated(subject: Subject) -> Iterator[_Rated]:
    for risk in subject.result.risks:
        score, (height, level) = score_of(risk, "current"), level_of(risk)
        if score and height:
            yield _Rated(risk, score, height, level)
