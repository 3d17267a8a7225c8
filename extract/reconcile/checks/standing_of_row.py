"""Check: a text that says how something stands, where its row says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.quoted_state import quoted_rating
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.standings import APART, LEVELS, RESPONSES, group_of, groups
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

MOST_BETWEEN = 40
"""Characters between a name and what is said of it."""
LONGEST = 3
"""Words of a way of standing."""


@check(
    kind="conflicting_text",
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
            tail = sentence[each.end : each.end + MOST_BETWEEN * 2]
            said = _says().match(tail)
            state = (said["state"] or said["level"] or said["answer"]) if said else ""
            if (group := group_of(state)) and not _goes_on(group, sentence):
                yield from _hits(where, each, state, group)


def _goes_on(group: str, sentence: str) -> bool:
    """Whether a text that something was paused tells that it goes on again."""
    return group == "paused" and bool(_resumed().search(sentence))


def _hits(where: Place, named: Named, said: str, group: str) -> Iterator[Hit]:
    rows = [(t, text, own) for t in named.things for text, own in _standings(t)]
    rows = [row for row in rows if all((row[2] in its) == (group in its) for its in (RESPONSES, LEVELS))]
    if rows and all(own in APART.get(group, ()) for _, _, own in rows):
        thing, text, _ = rows[0]
        facts = {"name": named.called, "said": said, "printed": text[:60], "sentence": where.quote[:200]}
        yield Hit(thing.refs, (where, thing.place(text)), facts)


def _standings(thing: Thing) -> Iterator[tuple[str, str]]:
    for cell in thing.cells:
        begins = re.split(r"[.,;:–(]\s|\s-\s", cell.text)[0]
        whole = len(begins) > 1 or begins == cell.text
        if whole and len(begins.split()) <= LONGEST and (group := group_of(begins)):
            yield cell.text, group


@from_words
def _resumed() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("status", "resumed")), re.IGNORECASE)


@from_words
def _says() -> re.Pattern[str]:
    """Behind a name: "is on track", "saving is rated amber", ", which the board accepted in part"."""
    states = whole_words((*(w for w, g in groups().items() if g not in LEVELS), "red", "amber", "green"))
    levels, judged = (
        whole_words(w for w, g in groups().items() if g in LEVELS),
        whole_words(ordered("status", "judged")),
    )
    answers = whole_words(word for word, group in groups().items() if group in RESPONSES)
    return re.compile(
        r"\)?(?:(?:\s+(?!not\b)[a-z]+)??\s*(?:,\s*)?\s+(?:is|are|was|has been|have been|remains)\s+"
        r"(?:now\s+|currently\s+|still\s+)?(?:rated\s+|shown\s+as\s+|at\s+)?(?:as\s+)?[“‘']?"
        rf"(?:(?P<state>{states})|{judged}\s+(?:an?\s+)?[“‘']?(?P<level>{levels}))(?![\w-])"
        rf"|,?\s+(?:which|that)\s+(?:the\s+)?(?:(?!not\b)[a-z]+\s+){{1,{LONGEST}}}?(?P<answer>{answers}))",
        re.IGNORECASE,
    )
