"""Normalise: how an action stands as printed in, one of six groups out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.words import flat, whole_words
from agendapack.schemas import from_words, remembered, vocabulary

MAX_WORDS = 14
"""In a longer text a status may be that of something else."""
MIN_ENTRIES = 2
"""A legend explains so many ratings; one alone is spoken of."""
NO_GROUP = "none"
"""In the vocabulary: words that leave a text in no group."""
WORDS_BETWEEN = 2
"""Words that may stand between the one that qualifies and the one that is qualified: "to be fully met"."""
LEAD_IN = 60
"""Characters before a word that are looked at for what qualifies it."""
_SHARE = re.compile(r"(?<![\d.])(\d{1,3})\s?%")
_PART = re.compile(r"(?<![\d.])(\d{1,3})\s?(?:of|out of|/)\s?(\d{1,3})(?![\d%/])")


@from_words
def _groups() -> tuple[dict[str, str], re.Pattern[str]]:
    words = {word: group for group, forms in vocabulary("status")["groups"].items() for word in forms}
    return words, re.compile(whole_words(words), re.I)


Sense = tuple[re.Pattern[str], dict[str, str]]
"""Words beside one of a group, and the group that each makes of it."""


@from_words
def _qualified() -> tuple[dict[str, Sense], dict[str, Sense]]:
    """By group, the words before one of its own and those behind that change what it says."""
    words = vocabulary("status")
    near = rf"(?:\s+\w+){{0,{WORDS_BETWEEN}}}\s+$"
    before = {group: _sense(forms, "", near) for group, forms in words["qualified"].items()}
    behind = {group: _sense(forms, r"\s+", "") for group, forms in words["qualified_behind"].items()}
    return before, behind


def _sense(forms: Mapping[str, Sequence[str]], start: str, end: str) -> Sense:
    meant = {form: "" if group == NO_GROUP else group for group, some in forms.items() for form in some}
    return re.compile(rf"{start}(?P<form>{whole_words(meant)}){end}", re.I), meant


@remembered
def status_group(text: str) -> str:
    """Not started, on track, at risk, off track, complete or cancelled; empty where words say neither or two.

    "60% complete" is neither complete nor in any other group.
    """
    line = flat(text).casefold().replace("’", "'")
    named = list(_named(line))
    if not named:
        rating = rag_of_text(line) if len(line.split()) <= MAX_WORDS else ""
        return str(vocabulary("status")["of_ratings"].get(rating, ""))
    if _is_in_part(line) and {g for _, g in named} == {"complete"}:
        return ""
    if not re.search(r"\w", line[: named[0][0]]):
        return named[0][1]
    groups = {group for _, group in named}
    return groups.pop() if len(groups) == 1 and len(line.split()) <= MAX_WORDS else ""


def _named(line: str) -> Iterator[tuple[int, str]]:
    """Where a text names a group, and which: "to be completed" names none, "nearly complete" another."""
    words, pattern = _groups()
    before, behind = _qualified()
    for found in pattern.finditer(line):
        group, start = words[found[0]], found.start()
        if group in before and (said := before[group][0].search(line, max(0, start - LEAD_IN), start)):
            start, group = said.start(), before[group][1][said["form"]]
        elif group in behind and (said := behind[group][0].match(line, found.end())):
            group = behind[group][1][said["form"]]
        yield start, group


def _is_in_part(line: str) -> bool:
    """Whether a text tells a share or a part of a number: "60% complete", "3 of 5 complete"."""
    parts = ((int(part[1]), int(part[2])) for part in _PART.finditer(line))
    return any(int(share[1]) < 100 for share in _SHARE.finditer(line)) or any(a < b for a, b in parts)


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
