"""Check: a text that says something is over or under its budget, where its row has it the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

_NOT_SO = re.compile(
    r"\b(?:not|no|never|was|were|had|last\s+year|previous\w*|earlier|offset|until|unless|if)\b", re.IGNORECASE
)


@check(
    kind="conflicting_text",
    title="Text has something over or under its budget against its row",
    severity="warning",
    message="The text says “{said}” of {name}, whose {titles} are {figures}: “{sentence}”",
    looks_at="lines, tables",
)
def over_or_under(subject: Subject) -> Iterator[Hit]:
    """Only rows with one figure for the budget and one for what it will come to."""
    for sentence, where, named in subject.namings:
        said = _said().search(sentence) if len({n.called for n in named}) == 1 else None
        if said and not _NOT_SO.search(sentence):
            found = [(t, pair) for t in named[0].things if (pair := _pair(t))]
            sign = 1 if said["over"] else -1
            if found and all((p[1][1].value - p[0][1].value) * sign < 0 for _, p in found):
                thing, ((budget_title, budget), (outcome_title, outcome)) = found[0]
                facts = {
                    "said": said[0],
                    "name": thing.called,
                    "titles": f"{budget_title} and {outcome_title}",
                }
                facts |= {"figures": f"{budget.text} and {outcome.text}"}
                there = thing.place(f"{budget.text}; {outcome.text}")
                yield Hit(thing.refs, (where, there), {**facts, "sentence": where.quote[:200]})


def _pair(thing: Thing) -> tuple[tuple[str, Figure], tuple[str, Figure]] | None:
    """The budget of a row and what it will come to, each with its title."""
    cells = [(c.title, c.figure) for c in thing.cells if c.figure and not c.figure.percent]
    budgets, outcomes = ([cell for cell in cells if p.search(cell[0])] for p in _titles())
    only = len(budgets) == len(outcomes) == 1 and budgets != outcomes
    return (budgets[0], outcomes[0]) if only else None


@from_words
def _titles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    budgets, outcomes = (whole_words(ordered("sums", key)) for key in ("budgets", "outcomes"))
    return re.compile(budgets, re.IGNORECASE), re.compile(outcomes, re.IGNORECASE)


@from_words
def _said() -> re.Pattern[str]:
    over, under = (whole_words(ordered("sums", key)) for key in ("overspent", "underspent"))
    return re.compile(rf"(?P<over>{over})|(?P<under>{under})", re.IGNORECASE)
