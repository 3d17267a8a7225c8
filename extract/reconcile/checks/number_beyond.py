"""Check: a text that names a row by a number behind the last one of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import stems

MIN_ROWS = 5
"""Rows numbered from 1, none left out, before a number behind the last one is missed."""
MOST_BEYOND = 9
"""A number further behind the last one is of another list."""
_CALLED = re.compile(
    r"\b(?P<noun>[A-Za-z][a-z]{3,}) (?:no\.? |number )?(?P<number>\d{1,3})\b"
    r"(?![.,/–-]?\d|%|\))(?!\s+(?:of|in|from|to)\b)"
)
_CALLED_BRACKET = re.compile(r"\((?P<noun>[A-Za-z][a-z]{3,}) (?P<number>\d{1,3})\)")


@check(
    kind="dangling_ref",
    title="Number cited that the list has not",
    severity="warning",
    message="The text names {said}, the list ends with {last}: “{sentence}”",
    looks_at="lines, tables",
)
def number_beyond(subject: Subject) -> Iterator[Hit]:
    """A number behind the word that one list of the pack has over its own, next behind the last of them."""
    ends = _ends(subject)
    for line in subject.lines if ends else ():
        for pattern in (_CALLED, _CALLED_BRACKET):
            for match in pattern.finditer(line.text):
                last = ends.get(next(iter(stems(match["noun"])), ""))
                if last and match.start() and 0 < int(match["number"]) - int(last.number) <= MOST_BEYOND:
                    where = Place(line.page, line.box, "", line.text)
                    said = match[0].strip("()")
                    facts = {"said": said, "last": last.number, "sentence": _around(line.text, match)}
                    yield Hit((match["number"],), (where, last.place(f"{last.number} {last.name}")), facts)


def _ends(subject: Subject) -> dict[str, Thing]:
    """The last row of the only list whose numbers a word is the title of, if it numbers them from 1 on."""
    numbered = [t for t in subject.things if t.number.isdigit()]
    by_noun: dict[str, list[list[Thing]]] = {}
    for its in grouped((t.listing, t) for t in numbered).values():
        nouns = {stem for t in its for title in t.titled for stem in stems(title)}
        for noun in nouns:
            by_noun.setdefault(noun, []).append([*its])
    whole = {noun: max(lists, key=len) for noun, lists in by_noun.items()}
    return {
        noun: its[-1]
        for noun, its in whole.items()
        if [int(t.number) for t in its] == [*range(1, len(its) + 1)]
        and len(its) >= MIN_ROWS
        and sum(len(other) >= MIN_ROWS for other in by_noun[noun]) == 1
    }


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 100) : match.end() + 100]
