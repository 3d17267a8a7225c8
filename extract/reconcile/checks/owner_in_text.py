"""Check: a text that has somebody answer for something, where its row names somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.entry_elsewhere import surnames
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

NEAR = 30
"""Characters between a name and the words that have it answer for something."""
LONGEST = 60
"""Characters of a cell that names people and nothing else."""


@check(
    kind="conflicting_text",
    title="Text has another person answer for something than its row",
    severity="warning",
    message="The text has {person} for {name}, its row {printed}: “{sentence}”",
    looks_at="lines, tables",
)
def owner_in_text(subject: Subject) -> Iterator[Hit]:
    """Somebody who answers for other rows, named beside the words for it, and nobody else of those."""
    people = _people(subject)
    if not people:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(people)))})\b")
    for sentence, where, named in subject.namings:
        said = list(pattern.finditer(sentence)) if len({n.called for n in named}) == 1 else []
        if len({match[0] for match in said}) == 1 and _answers(sentence, said[0]):
            yield from _hits(people[said[0][0]], named[0], where)


def _people(subject: Subject) -> Mapping[str, str]:
    """The people of the tables by their names in full, each with the surname."""
    cells = {c.text for t in subject.things for c in t.cells if len(c.text) <= LONGEST and not c.figure}
    return {text: next(iter(its)) for text in cells if len(its := surnames(text)) == 1}


def _answers(sentence: str, said: re.Match[str]) -> bool:
    near = sentence[max(0, said.start() - NEAR) : said.start()], sentence[said.end() : said.end() + NEAR]
    answers, passed = _words()
    return any(map(answers.search, near)) and not passed.search(sentence)


def _hits(surname: str, named: Named, where: Place) -> Iterator[Hit]:
    rows = [(t, c.text, its) for t in named.things for c in t.cells if (its := _named(c.text))]
    if rows and all(surname not in its for _, _, its in rows):
        thing, text, _ = rows[0]
        facts = {"person": surname.capitalize(), "name": thing.called, "printed": text}
        yield Hit(thing.refs, (where, thing.place(text)), {**facts, "sentence": where.quote[:200]})


def _named(text: str) -> frozenset[str]:
    return surnames(text) if len(text) <= LONGEST else frozenset()


@from_words
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    answers, passed = (whole_words(ordered("owners", key)) for key in ("answers_for", "passed_on"))
    return re.compile(answers, re.IGNORECASE), re.compile(passed, re.IGNORECASE)
