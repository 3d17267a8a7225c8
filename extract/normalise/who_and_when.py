"""Normalise: a cell that prints who does something and by when in, the two apart out."""

from __future__ import annotations

import re

from agendapack.extract.normalise.dates import date_span, parse_due
from agendapack.extract.normalise.words import flat, whole_words
from agendapack.schemas import from_words, vocabulary

_JOINT = " \t,;:/|()-–—"
"""What may stand between the two."""
_TAIL = re.compile(r"(.+?)(?:\s*[,;:/|(]\s*|\s+[-–—]\s+)([^,;:/|()]+)\)?")
"""A text and what stands behind its last mark."""


def who_and_when(text: str) -> tuple[str, str]:
    """The persons and the dates of a text, each with its printed lines."""
    who: list[str] = []
    when: list[str] = []
    for line in text.split("\n"):
        names, dates = _parted(flat(line))
        who += [names] if names else []
        when += [dates] if dates else []
    return "\n".join(who), "\n".join(when)


def _parted(line: str) -> tuple[str, str]:
    span = date_span(line)
    if span is None:
        parts = _TAIL.fullmatch(line)
        names, last = (parts[1], parts[2]) if parts else ("", line)
        return (names, last) if _says_when(last) else (line, "")
    before = _lead_in().search(line[: span[0]])
    start = before.start() if before else span[0]
    behind = line[span[1] :].strip(_JOINT)
    if _is_said_of_the_date(behind):
        return line[:start].strip(_JOINT), _bare(line[start:])
    return " ".join(filter(None, (line[:start].strip(_JOINT), behind))), _bare(line[start : span[1]])


def _bare(text: str) -> str:
    """The text without marks around it; a bracket that was opened in it stays."""
    bare = text.lstrip(_JOINT).rstrip(_JOINT.replace(")", ""))
    return bare.rstrip(_JOINT) if bare.count(")") > bare.count("(") else bare


def _says_when(line: str) -> bool:
    """Whether a line without a date says how it stands with one: "Ongoing", "TBC", "Complete"."""
    return parse_due(line).kind == "ongoing" or flat(line).casefold().strip(" .()") in _states()


def _is_said_of_the_date(text: str) -> bool:
    return not text or text[0].islower() or _says_when(text)


@from_words
def _states() -> frozenset[str]:
    """Texts that stand in the place of a date."""
    said = (
        *vocabulary("status")["words"],
        *vocabulary("values")["status"]["pending"],
        *vocabulary("dates")["soon"],
    )
    return frozenset(str(word).casefold() for word in said)


@from_words
def _lead_in() -> re.Pattern[str]:
    """Words before a date that belong to it: "by the end of"."""
    return re.compile(rf"(?:{whole_words(vocabulary('dates')['lead_in'])}\W*){{1,6}}$", re.IGNORECASE)
