"""Checks: minutes in which someone absent takes part, or more vote than were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import any_of, whole_words
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import numbers, ordered
from agendapack.schemas import from_words

MIN_PRESENT = 3
"""Members that a list of those present names."""
_WORD = r"(?:[A-Z][\w’'-]+|[A-Z]\.)"
_PERSON = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,3}}")
_ASIDE = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_PRESENT = re.compile(r"^(?:Members\s+)?(?:Present|In\s+attendance|Attendance)\b\s*:?\s*(?=[A-Z])")
_OTHERS = re.compile(r"\b(?:Apologies|Officers?|Also|Absent|In\s+attendance|Staff|Invited)\b|\.\s")
"""Behind the names of those present, where others are named."""
_ABSENT = re.compile(r"\bApologies\b(?:[^.;]{0,60}?\bfrom)?:?\s(?P<names>\s*[A-Z][^.;]*)")
_SENT = re.compile(r"\s(?:sent|gave|submitted)\s(?:(?:their|his|her)\s)?apologies")
_STOP = re.compile(r"[.;]")


@check(
    kind="conflicting_text",
    title="Absent member who takes part",
    severity="warning",
    message="{name} sent apologies (“{absent}”), and yet: “{sentence}”",
    looks_at="lines",
)
def absent_takes_part(subject: Subject) -> Iterator[Hit]:
    """Who proposes or seconds something was there; other minutes begin with their own list."""
    absent: dict[str, Place] = {}
    for line in subject.lines:
        if _PRESENT.match(line.text):
            absent.clear()
        for sentence in sentences(line.text) if absent or "pologies" in line.text else ():
            where = Place(line.page, line.box, "", sentence)
            for said in _takes_part().finditer(sentence) if absent else ():
                name = said["name"] or said["who"]
                surname = name.split(" ")[-1]
                if surname in absent and not _came_later(surname, subject.lines):
                    facts = {"name": name, "absent": absent[surname].quote[:120]}
                    yield Hit((name,), (where, absent[surname]), {**facts, "sentence": sentence[:200]})
            absent |= dict.fromkeys((name.split(" ")[-1] for name in _apologies(sentence)), where)


@check(
    kind="sum_mismatch",
    title="More votes than members present",
    severity="warning",
    message="{votes} votes, and {present} members present: “{sentence}”",
    looks_at="lines",
)
def too_many_votes(subject: Subject) -> Iterator[Hit]:
    """Held against the last list of those present; told only where that names members one by one."""
    present: list[str] = []
    where = Place(0)
    for line in subject.lines:
        if match := _PRESENT.match(line.text):
            present = _people(_OTHERS.split(line.text[match.end() :])[0])
            where = Place(line.page, line.box, "", line.text[:200])
        for sentence in sentences(line.text) if len(present) >= MIN_PRESENT and "vot" in line.text else ():
            told, votes = _votes(sentence)
            if votes > len(present):
                facts = {"votes": votes, "present": len(present), "sentence": sentence[:200]}
                yield Hit((told,), (Place(line.page, line.box, "", sentence), where), facts)


def _apologies(sentence: str) -> Sequence[str]:
    """The names of those who sent apologies."""
    text = " ".join(_ASIDE.sub("", sentence).split()) if "pologies" in sentence else ""
    if found := _ABSENT.search(text):
        return _people(found["names"].strip())
    sent = _SENT.search(text)
    return _people(_STOP.split(text[: sent.start()])[-1].strip()) if sent else ()


def _people(text: str) -> list[str]:
    """The names with which a text begins, titles left out."""
    names: list[str] = []
    for part in _BETWEEN.split(_ASIDE.sub("", text)):
        person = _PERSON.match(_titles().sub("", part).strip())
        if person:
            names.append(person[0])
        if not person or _titles().sub("", part).strip() != person[0]:
            break
    return names


def _came_later(surname: str, lines: Sequence[Passage]) -> bool:
    return any(surname in line.text and _later().search(line.text) for line in lines)


def _votes(sentence: str) -> tuple[str, int]:
    """How many voted by a sentence, and its words: "by 7 votes to 4, with 1 abstention"; else 0."""
    found = _voting().search(sentence)
    if not found:
        return "", 0
    return found[0], sum(number_of(found[name]) for name in ("for", "against", "neither") if found[name])


@from_words
def _titles() -> re.Pattern[str]:
    return re.compile(rf"^(?:the\s+)?{any_of(ordered('owners', 'before_names'))}\.?\s+", re.IGNORECASE)


@from_words
def _takes_part() -> re.Pattern[str]:
    """The words "proposed by Councillor Boat", "Cllr Boat seconded"."""
    title = any_of(ordered("owners", "before_names"))
    name = rf"(?P<name>(?i:{title})\.?\s+{_WORD}(?:\s+{_WORD}){{0,2}})"
    by = rf"(?i:proposed|moved|seconded)\s+by\s+(?:the\s+)?{name}"
    return re.compile(rf"\b{by}|\b{name.replace('<name>', '<who>')}\s+(?:proposed|moved|seconded)\b")


@from_words
def _later() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("owners", "came_later")), re.IGNORECASE)


@from_words
def _voting() -> re.Pattern[str]:
    """The words "by 7 votes to 4, with 1 abstention", "7 votes for, 4 against, 1 abstention"."""
    number = rf"(?:\d{{1,3}}|{any_of(numbers('wording', 'number_words'))})"
    return re.compile(
        rf"(?<![\w.,£])(?P<for>{number})\s+(?:votes?\s+(?:for|in\s+favour)|votes?|in\s+favour|for)(?:\s+to|,|\s+and)?\s+"
        rf"(?P<against>{number})(?:\s+votes?)?(?:\s+against)?"
        rf"(?:,?\s+(?:and|with)?\s*(?P<neither>{number})\s+abst|\b)",
        re.IGNORECASE,
    )
