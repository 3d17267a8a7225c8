"""Normalise: a risk's rating printed in one cell in, its likelihood, impact and score out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.normalise.words import any_of, flat
from schemas import from_words, remembered, vocabulary

LIKELIHOOD, IMPACT = "likelihood", "impact"
_TIMES = r"\s*[x×X*]\s*"
_FACTOR = r"[A-Za-z ]{0,20}?[:=]?\s*\(?\d{1,2}\)?(?:\s*\(?[A-Za-z ]{1,20}\)?)?"
_PRODUCT = re.compile(
    rf"(?P<first>{_FACTOR}){_TIMES}(?P<second>{_FACTOR})(?:\s*[=:]\s*(?P<score>\d{{1,3}}))?"
)
_SCORE_FIRST = re.compile(r"(?P<score>\d{1,3})\s*[=(:]\s*(?P<rest>.+?)\s*\)?")
_LABEL = re.compile(r"(?P<label>[A-Za-z]+)\s*[:=]?\s*(?P<value>\d{1,2})")


@dataclass(frozen=True, slots=True)
class Rating:
    """The parts of "L3 x I4 = 12"; empty where they are not printed or cannot be told apart."""

    likelihood: str = ""
    impact: str = ""
    score: str = ""


@remembered
def rating_of(text: str, title: str = "") -> Rating | None:
    """The parts of a rating, None for a text that is no product; a title "L x I" tells bare factors apart."""
    line = flat(text)
    score_first = _SCORE_FIRST.fullmatch(line)
    found = _PRODUCT.fullmatch(line) or (_PRODUCT.fullmatch(score_first["rest"]) if score_first else None)
    if found is None:
        return None
    score = found["score"] or (score_first["score"] if score_first else "")
    first, second = _part(found["first"]), _part(found["second"])
    kinds = (first[0], second[0]) if first[0] and second[0] else _order(title)
    values = {kind: value for kind, value in zip(kinds, (first[1], second[1]), strict=True) if kind}
    if len(values) < 2 and not score:
        return None
    if len(values) < 2:
        return Rating(score=score)
    return Rating(values[LIKELIHOOD], values[IMPACT], score)


def _part(factor: str) -> tuple[str, str]:
    """Which factor it is by its label, and what it says without the label."""
    text = factor.strip()
    labelled = _LABEL.fullmatch(text)
    kind = _kind(labelled["label"]) if labelled else ""
    if labelled and kind:
        return kind, labelled["value"]
    word = flat(re.sub(r"[\d():=]", " ", text)).casefold()
    return next((level for level, words in _levels().items() if word in words), ""), text


def _order(title: str) -> tuple[str, str]:
    """The factors in the order that the title names; nothing when it does not."""
    found = _product_of_words().search(title)
    kinds = (_kind(found[1]), _kind(found[2])) if found else ("", "")
    return kinds if set(kinds) == {LIKELIHOOD, IMPACT} else ("", "")


def _kind(label: str) -> str:
    names = _names()
    return next((kind for kind in (LIKELIHOOD, IMPACT) if label.casefold() in names[kind]), "")


@from_words
def _names() -> dict[str, frozenset[str]]:
    return {kind: frozenset(vocabulary("ratings")[kind]) for kind in (LIKELIHOOD, IMPACT)}


@from_words
def _levels() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in vocabulary("ratings")["levels"].items()}


@from_words
def _product_of_words() -> re.Pattern[str]:
    """Names of factors with a sign of multiplying between them: "L x I", "impact × likelihood"."""
    name = rf"({any_of(word for words in _names().values() for word in words)})"
    return re.compile(rf"(?<!\w){name}{_TIMES}{name}(?!\w)", re.IGNORECASE)
