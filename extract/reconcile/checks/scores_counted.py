"""Check: a text that says how many risks have a score, or more, and the scores of the register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place, Risk
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.counting import SENTENCE, about_now, number_words
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

MOST_OFF = 2
"""A number that is further from that of the risks counts something else."""
MIN_RISKS = 4
Scores = Sequence[tuple[Risk, int]]


@check(
    kind="conflicting_value",
    title="Text says how many risks have a score, and others do",
    severity="warning",
    message="The text says {said}; the register has {rows}: “{quote}”",
    looks_at="lines, risks",
)
def scores_counted(subject: Subject) -> Iterator[Hit]:
    """Held against the scores of each register and of all, before controls, now and as wanted."""
    registers = list(_registers(subject.result.risks))
    for line in subject.lines if registers else ():
        for sentence in SENTENCE.split(line.text):
            for said in _counts().finditer(sentence):
                number, bound = number_of(said["number"]), int(said["score"])
                if not about_now(sentence[: said.start()], sentence[said.end() :]):
                    continue
                found = [_having(r, bound, said["more"], said["over"]) for r in registers]
                nearest = min(found, key=lambda its: abs(len(its) - number))
                if nearest and number and 0 < abs(len(nearest) - number) <= MOST_OFF:
                    rows = f"{len(nearest)}: {', '.join(_name(r) for r in nearest)}"
                    facts = {"said": said[0], "rows": rows, "quote": sentence[:200]}
                    where = Place(line.page, line.box, "", sentence)
                    others = (place(r, r.score) for r in nearest)
                    yield Hit(in_order((said[0], *map(_name, nearest))), (where, *others), facts)


def _registers(risks: Sequence[Risk]) -> Iterator[Scores]:
    """Each kind of score, of each table and of all."""
    tables = grouped((r.source.table_id, r) for r in risks)
    for its in {*tables.values(), tuple(risks)}:
        for kind in ("score", "inherent_score", "target_score"):
            scored = [(r, int(text)) for r in its if (text := getattr(r, kind)).isdigit()]
            if len(scored) >= MIN_RISKS:
                yield scored


def _having(register: Scores, bound: int, more: str | None, over: str | None) -> list[Risk]:
    if over:
        return [r for r, score in register if score > bound]
    return [r for r, score in register if score == bound or (more and score > bound)]


def _name(risk: Risk) -> str:
    return risk.risk_ref or risk.description


@from_words
def _counts() -> re.Pattern[str]:
    """The words "four stand at 20 or above", "two of the risks score 16", "three risks are above 15"."""
    verb, pronoun = (whole_words(ordered("counts", key)) for key in ("standing_verbs", "pronouns"))
    number, risks = number_words(), whole_words(ordered("counts", "risks_counted"))
    beyond = whole_words(ordered("counts", "beyond"))
    scored = whole_words(ordered("counts", "scored"))
    return re.compile(
        rf"(?P<number>{number})(?:\s+of\s+(?:{pronoun})(?:\s*{number})?)?(?:\s+(?:[a-z]+\s+)?{risks})?"
        rf"(?:\s+(?:{verb}))*\s+(?:{scored})\s+(?:(?P<over>{beyond})\s+)?(?P<score>\d{{1,2}})(?![\d/%-]|[.,]\d)"
        r"(?P<more>\s+(?:or|and)\s+(?:above|more|higher|over))?(?!\s+(?:or|and|to)\s+(?:\d|below|less|lower))",
        re.IGNORECASE,
    )
