"""Reconcile: a risk comes in; its scores before controls, now and as wanted, and its level go out."""

from __future__ import annotations

import re

from agendapack.extract.model import Risk
from agendapack.extract.normalise.words import whole_words
from agendapack.schemas import from_words, vocabulary

_NUMBER = re.compile(r"\d+")
_ONE_NUMBER = re.compile(r"\D*(\d{1,3})\D*")
FACTORS = 2


def score_of(risk: Risk, stage: str) -> int | None:
    """The score of a stage; out of a column that is called after it where none is read."""
    own = {"current": risk.score, "inherent": risk.inherent_score, "target": risk.target_score}[stage]
    named = (text for title, text in risk.extra if _stages()[stage].search(title))
    return next((score for text in (own, *named) if (score := score_in(text))), None)


def score_in(text: str) -> int | None:
    """The one number of a text; of several, as in "3 4 12", the last where it is their product.

    So it is behind a sign: "3 x 4 = 14" has a wrong score, but it has one.
    """
    found = [int(number) for number in _NUMBER.findall(text)]
    if len(found) == FACTORS + 1 and (found[0] * found[1] == found[2] or "=" in text):
        return found[2]
    match = _ONE_NUMBER.fullmatch(text)
    return int(match[1]) if match else None


def level_of(risk: Risk) -> tuple[int, str]:
    """How high the level of a risk stands, from 1, and the word for it; 0 where none is printed."""
    for text in (risk.priority, risk.score):
        if height := _levels().get(text.strip().lower()):
            return height, text
    return 0, ""


@from_words
def _stages() -> dict[str, re.Pattern[str]]:
    stages = vocabulary("tables")["risks"]["stages"]
    return {stage: re.compile(whole_words(named), re.IGNORECASE) for stage, named in stages.items()}


@from_words
def _levels() -> dict[str, int]:
    named = vocabulary("ratings")["risk_levels"]
    return {word: height for height, forms in enumerate(named, start=1) for word in forms}
