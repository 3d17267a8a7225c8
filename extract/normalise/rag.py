"""Normalise: words, letters, fills and arrows in, ratings and directions of travel out."""

from __future__ import annotations

import colorsys
import re

from agendapack.extract.model import Colour
from agendapack.extract.normalise.words import flat, whole_words
from agendapack.schemas import from_words, remembered, vocabulary

# Less saturated than this a fill is grey, cream or white (share of 1); light tints have 0.09 and more.
LEAST_SATURATION = 0.08
# Darker than this a fill is black to the eye, whatever its hue (share of 1).
LEAST_BRIGHTNESS = 0.25
# Hue in degrees at which each colour begins; the last one goes round to red again.
HUES = ((18, "Red"), (68, "Amber"), (170, "Green"), (335, ""), (360, "Red"))


@from_words
def _ratings() -> tuple[dict[str, str], re.Pattern[str]]:
    """Printed word or letter to rating; and the pattern of the words (not letters) inside a longer text."""
    words = vocabulary("rag")
    named = {
        w: name for name, printed in (words["ratings"] | words["other_ratings"]).items() for w in printed
    }
    return named, re.compile(whole_words(w for w in named if len(w) > 1), re.I)


@from_words
def _directions() -> list[tuple[str, frozenset[str]]]:
    return [(name, frozenset(words)) for name, words in vocabulary("rag")["direction"].items()]


@remembered
def rag_of_text(text: str) -> str:
    """Red, Amber or Green (or a name such as Blue) when the text says exactly one of them, else empty."""
    named, _ = _ratings()
    line = flat(text).strip(" .:()[]").lower()
    if line in named:
        return named[line]
    said = ratings_named(text)
    return said.pop() if len(said) == 1 else ""


def ratings_named(text: str) -> set[str]:
    """All ratings that words of a text name."""
    named, in_text = _ratings()
    return {named[word.lower()] for word in in_text.findall(text)}


def rag_of_colour(colour: Colour) -> str | None:
    """Red, Amber or Green for a fill that shows it, light tints too; None for greys, blues and blacks."""
    hue, saturation, brightness = colorsys.rgb_to_hsv(*(c / 255 for c in colour))
    if saturation < LEAST_SATURATION or brightness < LEAST_BRIGHTNESS:
        return None
    degrees = hue * 360
    return next(name for below, name in HUES if degrees <= below) or None


_PAIR, _WORD, _SIGN = re.compile(r"[a-z]+(?:[ -][a-z]+)?"), re.compile(r"[a-z]+"), re.compile(r"[^\w\s]")
"""One or two words, one word, one sign."""
_BETWEEN = re.compile(r"(?<=[\w)%])\s*[→➔►▶➡⇨]\s*(?=[\w(£])")
"""Between two texts it says what became of the first: "Green → Amber"."""


@remembered
def direction_of(text: str) -> str:
    """improving, worsening or stable, from an arrow or word; empty when none or several are meant.

    A word says what the arrow beside it means: "▼ Improving"; a level arrow between two texts says nothing.
    """
    line = flat(text).strip(" .:()").lower()
    said = {*_PAIR.findall(line), *_WORD.findall(line)}
    for pieces in ({line}, said, {*_SIGN.findall(_BETWEEN.sub(" ", line))}):
        meant = {name for name, words in _directions() if pieces & words}
        if meant:
            return meant.pop() if len(meant) == 1 else ""
    return ""
