"""What the labels of cards are: titles that columns of records have too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell
from agendapack.extract.recognise.measure_names import measure_of
from agendapack.extract.recognise.risk_stages import stage_in
from agendapack.extract.recognise.titles import Phrases, folded
from agendapack.schemas import from_words, remembered, vocabulary

LABEL_FIT = 0.9
"""Title fit from which a text is a label whatever it looks like."""
MAX_LABEL_WORDS = 6
"""A longer text is no label."""
INLINE = re.compile(r"\s*(?P<label>[^:\n]{2,50}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)

REF = "Ref"
"""The label of a number that is printed with another label."""
_COUNTED = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z ]{2,30}?)\s+(?:[Nn]o\.?\s*)?"
    r"(?P<number>[A-Z]{0,3}\d{1,3}(?:\.\d{1,2})?[a-z]?)[.:]?"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
"""What a label says of its value: "Current score (L x I)"."""


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


def counted_apart(pairs: Sequence[Labelled]) -> Iterator[Labelled]:
    """The pairs with the number of the label that begins a card as its reference: "Action 3 | Dredge …"."""
    begins = _COUNTED.fullmatch(pairs[0].label.flat) if pairs else None
    for pair in pairs:
        here = _COUNTED.fullmatch(pair.label.flat) if begins and is_label(begins["name"]) else None
        if here and begins and here["name"] == begins["name"] and len(pair.value.flat.split()) > 1:
            yield Labelled(replace(pair.label, text=REF), replace(pair.label, text=here["number"]))
            yield Labelled(replace(pair.label, text=here["name"]), pair.value)
        else:
            yield pair


@remembered
def is_label(text: str) -> bool:
    """Whether a text is the title of a column of records."""
    title = " ".join(_IN_BRACKETS.sub("", text).split()).rstrip(": ")
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
