"""Check: a text that says of all rows, or of none, how they stand, where a row stands otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import any_of, whole_words
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.counting import number_words
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.standings import APART, group_of
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.tallies import Tally, called, standing_of
from agendapack.extract.reconcile.vocabulary import ordered, words
from agendapack.extract.reconcile.wording import stems
from agendapack.schemas import from_words

MOST_ODD = 3
"""Rows that stand otherwise; with more the text speaks of something else."""
_ALL = re.compile(r"\b(?:no|none|all|every|each|not one)\s", re.IGNORECASE)
MOST_SHARE = 0.5
"""Share of the rows that are spoken of."""
SHORTEST = 3
"""Characters of a way of standing: "R" may be any letter."""


@check(
    kind="conflicting_text",
    title="Text says of all, or of none, what is not so of one",
    severity="warning",
    message="The text says “{said}”; {names} is “{state}”: “{sentence}”",
    looks_at="lines, tables",
)
def claims_of_all(subject: Subject) -> Iterator[Hit]:
    """Only a sentence about the present that names the rows as a list does, and how they stand as it does."""
    states = frozenset(s for tally in subject.tallies for s in tally.standings if len(s) >= SHORTEST)
    pattern = _claims(states) if states else None
    for line in subject.lines if pattern else ():
        if not _ALL.search(line.text):
            continue
        for sentence in sentences(line.text) if pattern else ():
            for said in pattern.finditer(sentence) if pattern else ():
                if not _other_time().search(_clause(sentence, said)):
                    where = Place(line.page, line.box, "", sentence)
                    yield from _hits(said, _meant(said, subject.tallies), where)


def _clause(sentence: str, said: re.Match[str]) -> str:
    """What stands around the words: not "the board will see" before "that no action is late"."""
    before = re.split(r"[,:;–]\s|\s(?:that|and|but)\s", f" {sentence[: said.start()]}")[-1]
    return f"{before} | {sentence[said.end() :]}"


def _hits(said: re.Match[str], lists: Sequence[Sequence[Thing]], where: Place) -> Iterator[Hit]:
    odd = [_odd(said, rows) for rows in lists]
    few = all(0 < len(its) <= MOST_SHARE * len(rows) for its, rows in zip(odd, lists, strict=True))
    if not odd or not few or sum(map(len, odd)) > MOST_ODD:
        return
    for thing, state in odd[0]:
        facts = {"said": said[0], "names": thing.called, "state": state, "sentence": where.quote[:200]}
        yield Hit(thing.refs, (where, thing.place(state)), facts)


def _odd(said: re.Match[str], rows: Sequence[Thing]) -> list[tuple[Thing, str]]:
    """The rows that stand as none does by the text, or otherwise than all do."""
    state = (said["state"] or said["before"]).casefold()
    apart = APART.get(group_of(state), frozenset())
    return [
        (thing, cell.text)
        for thing in rows
        for cell, stands in ((c, standing_of(c.text)) for c in thing.cells)
        if (group_of(stands) in apart if said["all"] else stands == state)
    ]


def _meant(said: re.Match[str], lists: Sequence[Tally]) -> list[list[Thing]]:
    """The rows that a text speaks of, list by list; none if it has a word for them that no list has."""
    noun, state = said["noun"] or said["noun2"], (said["state"] or said["before"]).casefold()
    its = called(noun, lists) or (lists if {*stems(noun)} & _general() else ())
    having = [t for t in its if state in t.standings]
    rows = [_called_so(tally, said["kind"] or said["kind2"] or "") for tally in having]
    return [found for found in rows if found]


def _called_so(tally: Tally, kind: str) -> list[Thing]:
    """The rows of a kind: "high priority" are those with High in a column, Priority is a title."""
    rows = list(tally.things)
    titles = {stem for title in tally.things[0].titles for stem in stems(title)} | tally.nouns
    for word in kind.casefold().split():
        having = [t for t in rows if any(word == cell.text.casefold() for cell in t.cells)]
        if not having and not {*stems(word)} <= titles | _general():
            return []
        rows = having or rows
    return rows


@from_words
def _general() -> frozenset[str]:
    """What any list may hold."""
    keys = ("counted", "counted_rows", "listed_things")
    return frozenset(stem for key in keys for word in ordered("counts", key) for stem in stems(word))


@from_words
def _other_time() -> re.Pattern[str]:
    return re.compile(whole_words(words("counts", "of_another_time") - {"not", "no longer"}), re.IGNORECASE)


def _claims(states: frozenset[str]) -> re.Pattern[str]:
    """The words "no high priority action is overdue", "all the risks are open", "there are no red ones"."""
    state, word = any_of(states), r"(?!(?:is|are|was|were|has|have|of|to|in|for|that)\b)[a-z][a-z-]+"
    kind, kind2 = (
        rf"(?:(?P<kind{n}>{word}(?:\s+{word}){{0,2}}?)\s+)?(?P<noun{n}>[a-z]{{4,}})" for n in ("", "2")
    )
    none = r"(?:no|none\s+of\s+(?:the|our|these)|not\s+one\s+of\s+the)"
    every = rf"(?P<all>all(?:\s+of)?(?:\s+(?:the|our|these))?(?:\s+{number_words()})?|every|each)"
    verb = r"(?:is|are|has\s+been|have\s+been|remains?)(?:\s+(?:now|currently|yet|still|rated|shown\s+as))*"
    return re.compile(
        rf"\b(?:(?:{none}|{every})\s+{kind}\s+{verb}\s+(?P<state>{state})"
        rf"|there\s+(?:are|is)\s+(?:now\s+|currently\s+)?no\s+(?P<before>{state})\s+{kind2})"
        r"(?=\s*(?:[.,;:)]|$|(?:and|but)\b))",
        re.IGNORECASE,
    )
