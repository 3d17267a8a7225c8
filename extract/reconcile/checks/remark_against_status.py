"""Check: a remark beside an action that says it is late, where its status has all well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.status import status_group
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.counting import number_words
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import name_of, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

WELL = frozenset({"on track", "complete"})
SHORTEST = 15
"""Characters of a remark; what is shorter is a status of its own, perhaps of the time before."""


@check(
    kind="conflicting_text",
    title="Remark that the status of its row does not bear out",
    severity="warning",
    message="{name} is “{status}”, and its remark says “{said}”: “{remark}”",
    looks_at="actions",
)
def remark_against_status(subject: Subject) -> Iterator[Hit]:
    """Said to be late in so many words, in the present, beside a status that has it on course or done."""
    for action in subject.result.actions:
        if _is_well(action):
            for _, text in action.extra:
                if len(text) >= SHORTEST and (said := _said_late(text)):
                    name, remark = name_of(action), text[:160]
                    facts = {"name": name, "status": action.status, "said": said, "remark": remark}
                    yield Hit((name,), (place(action, f"{action.status}; {remark}"),), facts)


def _is_well(action: Action) -> bool:
    group = status_group(action.status) if action.status else ""
    return group in WELL or rag_of_text(action.status) == "Green"


def _said_late(text: str) -> str:
    """The words by which a sentence has the work late now, with nothing beside them that takes it back."""
    late, taken_back = _late()
    for sentence in sentences(text):
        said = late.search(sentence)
        if said and not taken_back.search(_clause(sentence, said)):
            return said[0]
    return ""


def _clause(sentence: str, said: re.Match[str]) -> str:
    """What stands around the words, from the last comma or "and" before them, without them."""
    before = re.split(r"[,:;–]\s|\sand\s", sentence[: said.start()])[-1]
    return f"{before} | {sentence[said.end() :]}"


@from_words
def _late() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words "five months behind", "has slipped"; and those that take them back."""
    late, by, back = (whole_words(ordered("status", key)) for key in ("late", "late_by", "late_no_more"))
    amount = rf"(?:{number_words()}|several|some)\s+(?:days|weeks|months|years|week|month|year)"
    return re.compile(rf"{late}|{amount}\s+{by}", re.IGNORECASE), re.compile(back, re.IGNORECASE)
