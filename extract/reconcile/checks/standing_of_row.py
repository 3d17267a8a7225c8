"""Check: a text that says how something stands, where its row says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agendapack.extract.model import Place
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.quoted_state import quoted_rating
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.schemas import from_words, vocabulary

LONGEST = 3
"""Words of a way of standing."""
APART: Mapping[str, frozenset[str]] = {
    "complete": frozenset({"not started", "on track", "off track", "at risk", "Red", "Amber"}),
    "on track": frozenset({"off track", "at risk", "complete", "not started", "Red", "Amber"}),
    "off track": frozenset({"on track", "complete", "Green"}),
    "not started": frozenset({"complete"}),
    "Red": frozenset({"Amber", "Green", "complete"}),
    "Amber": frozenset({"Red", "Green", "complete"}),
    "Green": frozenset({"Red", "Amber", "off track"}),
}
"""What cannot stand together."""


@check(
    kind="conflicting_value",
    title="Text says that something stands otherwise than its row",
    severity="warning",
    message="The text has {name} {said}, its row “{printed}”: “{sentence}”",
    looks_at="lines, tables",
)
def standing_of_row(subject: Subject) -> Iterator[Hit]:
    """A sentence about the present that names one thing and says how it stands, next behind the name."""
    told = {place.quote for hit in quoted_rating(subject) for place in hit.places}
    for sentence, where, named in subject.namings:
        for each in named if sentence not in told else ():
            said = _says().match(sentence[each.end :])
            if said and (group := _group(said["state"])):
                yield from _hits(where, each, said["state"], group)


def _hits(where: Place, named: Named, said: str, group: str) -> Iterator[Hit]:
    rows = [(thing, text, own) for thing in named.things for text, own in _standings(thing)]
    if rows and all(own in APART.get(group, ()) for _, _, own in rows):
        thing, text, _ = rows[0]
        facts = {"name": named.called, "said": said, "printed": text[:60], "sentence": where.quote[:200]}
        yield Hit(thing.refs, (where, thing.place(text)), facts)


def _standings(thing: Thing) -> Iterator[tuple[str, str]]:
    for cell in thing.cells:
        begins = re.split(r"[.,;:–(]\s|\s-\s", cell.text)[0]
        whole = len(begins) > 1 or begins == cell.text
        if whole and len(begins.split()) <= LONGEST and (group := _group(begins)):
            yield cell.text, group


@from_words
def _groups() -> Mapping[str, str]:
    groups = vocabulary("status")["groups"]
    return {str(word).casefold(): str(group) for group, words in groups.items() for word in words}


def _group(text: str) -> str:
    plain = " ".join(text.split()).casefold()
    rating = rag_of_text(text) if len(plain) > 2 or plain.upper() == text.strip() else ""
    return rating or _groups().get(plain, "")


@from_words
def _says() -> re.Pattern[str]:
    """Behind a name: "is on track", "saving is rated amber", "was not achieved"."""
    states = whole_words((*_groups(), "red", "amber", "green"))
    return re.compile(
        r"(?:\s+(?!not\b)[a-z]+)??\s*(?:,\s*)?\s+(?:is|are|was|has been|have been|remains)\s+"
        r"(?:now\s+|currently\s+|still\s+)?(?:rated\s+|shown\s+as\s+|at\s+)?(?:as\s+)?[“‘']?"
        rf"(?P<state>{states})(?![\w-])",
        re.IGNORECASE,
    )
