"""Normalise: a risk's rating printed in one cell in, its likelihood, impact and score out."""

from __future__ import annotations

import re

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.words import any_of, flat
from agendapack.schemas import from_words, remembered, vocabulary

LONGEST_RATING = 200
"""Characters; what is longer says more than a rating."""
LIKELIHOOD, IMPACT = "likelihood", "impact"
_TIMES = r"\s*[x×X*]\s*"
_FACTOR = r"[A-Za-z ]{0,20}?[:=]?\s*\(?\d{1,2}\)?(?:\s*\(?[A-Za-z ]{1,20}\)?)?"
_PRODUCT = re.compile(
    rf"(?P<first>{_FACTOR}){_TIMES}(?P<second>{_FACTOR})(?:\s*(?:[=:]\s*\(?|\()(?P<score>\d{{1,3}})\)?)?"
)
_SCORE_FIRST = re.compile(r"\(?(?P<score>\d{1,3})\s*[=(:]\s*(?P<rest>.+?)\s*\)?")
_PRODUCT_FIRST = re.compile(r"\((?P<rest>.+?)\)\s*=?\s*(?P<score>\d{1,3})")
_LABEL = re.compile(r"(?P<label>[A-Za-z]+)\s*[:=]?\s*(?P<value>\d{1,2})")
_LABEL_BEHIND = re.compile(r"(?P<value>\d{1,2})\s*\(?(?P<label>[A-Za-z]+)\)?")
_LABELLED = re.compile(r"(?<![A-Za-z\d])(?P<label>[A-Za-z]+)\s*[-–:=]?\s*\(?(?P<value>\d{1,2})(?!\d)\)?")
_PAIR = re.compile(r"([A-Z]|\d{1,2})\s*/\s*([A-Z]|\d{1,2})")
_MARKS = re.compile(r"[\s,;:/|&+=()\[\]x×X*–-]+")


@dataclass(frozen=True, slots=True)
class Rating:
    """The parts of "L3 x I4 = 12"; empty where they are not printed or cannot be told apart."""

    likelihood: str = ""
    impact: str = ""
    score: str = ""


@remembered
def rating_of(text: str, title: str = "") -> Rating | None:
    """The parts of a rating, None for a text that is none; a title "L x I" tells bare factors apart."""
    if len(text) > LONGEST_RATING:
        return None
    line = _around().sub("", flat(text))
    if labelled := _labelled(line):
        return labelled
    apart = _PRODUCT_FIRST.fullmatch(line) or _SCORE_FIRST.fullmatch(line)
    inside = _PRODUCT.fullmatch(apart["rest"]) if apart else None
    found = inside or _PRODUCT.fullmatch(line)
    if found is None:
        return _pair(line, title)
    score = found["score"] or (apart["score"] if inside and apart else "")
    first, second = _part(found["first"]), _part(found["second"])
    kinds = (first[0], second[0]) if first[0] and second[0] else _order(title)
    if score and first == second and not any(kinds):
        kinds = (LIKELIHOOD, IMPACT)
    values = {kind: value for kind, value in zip(kinds, (first[1], second[1]), strict=True) if kind}
    if len(values) < 2 and not score:
        return None
    if len(values) < 2:
        return Rating(score=score)
    return Rating(values[LIKELIHOOD], values[IMPACT], score)


def _pair(line: str, title: str) -> Rating | None:
    """The parts of "C/2" under a title that names both."""
    kinds, pair = _order(title), _PAIR.fullmatch(line)
    return Rating(**dict(zip(kinds, pair.groups(), strict=True))) if pair and all(kinds) else None


def _labelled(line: str) -> Rating | None:
    """The parts of "L4 I3 (12)" in any order and with any marks; None where anything else is printed."""
    values: dict[str, str] = {}
    rest = line
    for found in _LABELLED.finditer(line):
        kind = _kind(found["label"])
        if kind in values:
            return None
        if kind:
            values[kind] = found["value"]
            rest = rest.replace(found[0], " ", 1)
    others = [word for word in _MARKS.split(rest) if word and word.casefold() not in _scores()]
    if len(values) < 2 or len(others) > 1 or not all(word.isdigit() for word in others):
        return None
    return Rating(values[LIKELIHOOD], values[IMPACT], "".join(others))


def _part(factor: str) -> tuple[str, str]:
    """Which factor it is by its label, and what it says without the label."""
    text = factor.strip()
    labelled = _LABEL.fullmatch(text) or _LABEL_BEHIND.fullmatch(text)
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
def _scores() -> frozenset[str]:
    """Words beside the figure of a score."""
    return frozenset(vocabulary("ratings")["score"])


@from_words
def _around() -> re.Pattern[str]:
    """What a rating ends in and that is no part of it: its colour in words, an arrow."""
    rag, said = vocabulary("rag"), vocabulary("ratings")
    ratings = [str(w) for words in (*rag["ratings"].values(), *rag["other_ratings"].values()) for w in words]
    signs = any_of(
        str(w) for words in rag["direction"].values() for w in words if not str(w)[0].isalnum() and w != "="
    )
    words = any_of([*(w for w in ratings if len(w) > 1), *said["grades"]])
    return re.compile(
        rf"(?>\s*+[-–,]?+\s*+\(?+(?:(?<!\w)(?:{words})(?:\s+risk)?(?!\w)|{signs})\)?+){{1,6}}+$",
        re.IGNORECASE,
    )


@from_words
def _product_of_words() -> re.Pattern[str]:
    """Names of factors with a sign between them: "L x I", "impact × likelihood", "Impact / Likelihood"."""
    name = rf"({any_of(word for words in _names().values() for word in words)})"
    return re.compile(rf"(?<!\w){name}(?:{_TIMES}|\s*/\s*){name}(?!\w)", re.IGNORECASE)
