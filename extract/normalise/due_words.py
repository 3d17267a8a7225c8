"""Normalise: words that say whether a date is one by which something is due, for `dates`."""

from __future__ import annotations

import re

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.words import whole_words
from agendapack.schemas import from_words, vocabulary


@dataclass(frozen=True, slots=True)
class DueWords:
    """Patterns of words before, between and after dates."""

    ongoing: re.Pattern[str]
    started: re.Pattern[str]
    began_before: re.Pattern[str]
    from_before: re.Pattern[str]
    review_before: re.Pattern[str]
    superseded_before: re.Pattern[str]
    onwards_after: re.Pattern[str]
    numbered_before: re.Pattern[str]
    start_label: re.Pattern[str]
    end_label: re.Pattern[str]


@from_words
def due_words() -> DueWords:
    """The patterns of words that say that something goes on or has begun."""
    words = vocabulary("dates")
    onwards = whole_words(words["onwards"])
    return DueWords(
        ongoing=re.compile(whole_words(words["ongoing"] + words["onwards"]), re.I),
        started=re.compile(whole_words(words["started"]) + "|" + onwards, re.I),
        began_before=re.compile(
            whole_words(words["started"] + words["not_before"]) + r"\W{0,3}(?:in|on|from)?\W{0,3}$", re.I
        ),
        from_before=re.compile(whole_words(words["from"]) + r"\W*$", re.I),
        review_before=re.compile(
            whole_words(words["reviews"]) + r"\W*+(?:(?:in|on|by|each|every)\W*+)?$", re.I
        ),
        superseded_before=re.compile(whole_words(words["superseded"]) + r"\W*$", re.I),
        onwards_after=re.compile(
            rf"\W*{onwards}|\s*[-–—]\s*{whole_words(words['ongoing'] + words['onwards'])}\W*$", re.I
        ),
        numbered_before=re.compile(whole_words(words["numbered"]) + r"\s*$", re.I),
        start_label=re.compile(whole_words(words["start_labels"]) + r"\W*$", re.I),
        end_label=re.compile(r"\W*" + whole_words(words["end_labels"]) + r"\W*", re.I),
    )
