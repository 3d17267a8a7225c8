"""What the labels of cards are: titles that columns of records have too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agendapack.extract.model import Cell
from agendapack.extract.recognise.measures import measure_of
from agendapack.extract.recognise.risk_stages import stage_in
from agendapack.extract.recognise.titles import Phrases, folded
from agendapack.schemas import from_words, remembered, vocabulary

LABEL_FIT = 0.9
"""Title fit from which a text is a label whatever it looks like."""
MAX_LABEL_WORDS = 6
"""A longer text is no label."""
INLINE = re.compile(r"\s*(?P<label>[^:\n]{2,50}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value."""

    label: Cell
    value: Cell

    @property
    def name(self) -> str:
        return "".join(folded(self.label.flat))


def rating_at(one: str, other: str) -> str:
    """The label of a rating at a stage, of whose two parts either may stand above; empty for other texts."""
    for at, rating in ((one, other), (other, one)):
        stage = stage_in("risks", at)
        if stage and not stage_in("risks", rating) and is_label(rating):
            return f"{stage.capitalize()} {rating}"
    return ""


@remembered
def is_label(text: str) -> bool:
    """Whether a text is the title of a column of records."""
    title = " ".join(text.split()).rstrip(": ")
    if not title or len(title.split()) > MAX_LABEL_WORDS:
        return False
    words, whole = _labels()
    return words.any_fits([title], LABEL_FIT) or bool(whole.only(title)) or bool(measure_of(title))


def calls_indicators(label: str) -> bool:
    """Whether a label is what indicators are called, one or several."""
    called = vocabulary("tables")["indicators"]["called"]
    return any(label.casefold().rstrip(": ") in (name, f"{name}s") for name in map(str, called))


@from_words
def _labels() -> tuple[Phrases, Phrases]:
    """The phrases of all roles, and those that are labels only as a whole."""
    kinds = [said for said in vocabulary("tables").values() if "card_title" in said]
    roles = [role for said in kinds for role in said["roles"].values()]
    return (
        Phrases(tuple(str(w) for role in roles for w in role.get("words", ()))),
        Phrases(tuple(str(w) for role in roles for w in (*role.get("only", ()), *role.get("vague", ())))),
    )
