"""Normalise: how an action stands as printed in, one of six groups out."""

from __future__ import annotations

import re

from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.words import flat, whole_words
from agendapack.schemas import from_words, remembered, vocabulary

MAX_WORDS = 14
"""In a longer text a status may be that of something else."""
MIN_ENTRIES = 2
"""A legend explains so many ratings; one alone is spoken of."""
_SHARE = re.compile(r"(?<![\d.])(\d{1,3})\s?%")


@from_words
def _groups() -> tuple[dict[str, str], re.Pattern[str]]:
    words = {word: group for group, forms in vocabulary("status")["groups"].items() for word in forms}
    return words, re.compile(whole_words(words), re.I)


@remembered
def status_group(text: str) -> str:
    """Not started, on track, at risk, off track, complete or cancelled; empty where words say neither or two.

    "60% complete" is neither complete nor in any other group.
    """
    line = flat(text).casefold()
    words, pattern = _groups()
    named = [(found.start(), words[found[0]]) for found in pattern.finditer(line)]
    if not named:
        rating = rag_of_text(line) if len(line.split()) <= MAX_WORDS else ""
        return str(vocabulary("status")["of_ratings"].get(rating, ""))
    if any(int(share[1]) < 100 for share in _SHARE.finditer(line)) and {g for _, g in named} == {"complete"}:
        return ""
    if not re.search(r"\w", line[: named[0][0]]):
        return named[0][1]
    groups = {group for _, group in named}
    return groups.pop() if len(groups) == 1 and len(line.split()) <= MAX_WORDS else ""


def groups_of_legend(texts: tuple[str, ...]) -> dict[str, str]:
    """What a printed legend says that ratings stand for: "Green: complete, Red: not started"."""
    found: dict[str, str] = {}
    for text in texts:
        pieces = _ratings().split(text)
        for rating, said in zip(pieces[1::2], pieces[2::2], strict=True):
            if (group := status_group(said.strip(" :=–-.,;()"))) and (name := rag_of_text(rating)):
                found.setdefault(name, group)
    return found if len(found) >= MIN_ENTRIES else {}


@from_words
def _ratings() -> re.Pattern[str]:
    words = vocabulary("rag")
    named = [w for forms in (*words["ratings"].values(), *words["other_ratings"].values()) for w in forms]
    return re.compile(rf"({whole_words(w for w in named if len(w) > 1)})", re.I)
