"""Check: a text that says who leads something, where its row names others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.posts import is_name
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

LONGEST = 80
"""Characters of a cell that names people and says nothing else."""
NEAR = 40
"""Characters between what is led and the words that say by whom."""
_NAME = r"(?P<name>(?-i:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2}))"


@check(
    kind="conflicting_text",
    title="Text names another lead of something than its row",
    severity="warning",
    message="The text has {name} led by {said}, its row by {printed}: “{sentence}”",
    looks_at="lines, tables",
)
def lead_of_row(subject: Subject) -> Iterator[Hit]:
    """Only a sentence that speaks of one thing whose row names persons, none of them the one it names."""
    for sentence, where, named in subject.spoken:
        said = [m for m in _led().finditer(sentence) if 0 <= m.start() - named.end <= NEAR]
        if len(said) != 1 or not is_name(said[0]["name"]):
            continue
        people = [(t, c.text, names) for t in named.things for c in t.cells if (names := _people(c.text))]
        lead = _family(said[0]["name"])
        if people and not any(lead in map(_family, names) for _, _, names in people):
            thing: Thing = people[-1][0]
            facts = {"name": named.called, "said": said[0]["name"], "printed": people[-1][1]}
            places = (where, thing.place(people[-1][1]))
            yield Hit(thing.refs, places, {**facts, "sentence": where.quote[:200]})


def _people(text: str) -> list[str]:
    """The persons of a cell that holds nothing but such."""
    names = split_officers(text) if len(text) <= LONGEST else []
    return names if names and all(map(is_name, names)) else []


def _family(name: str) -> str:
    """The last word of a name: first names are shortened to letters."""
    return name.split()[-1].casefold()


@from_words
def _led() -> re.Pattern[str]:
    """The words "is led by Ann Tern"."""
    return re.compile(rf"{whole_words(ordered('owners', 'led_by'))}\s+{_NAME}", re.IGNORECASE)
