"""Check: a text that has something above, below, better or worse than a target or average, and it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.polarity import said_to_be_better, which_way, wishes
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.movement_of_row import of_other_time, series_of
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import Cell, Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered, words
from agendapack.schemas import from_words

NEAR = 70
"""Characters behind a name in which it is said how it stands."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@check(
    kind="conflicting_text",
    title="Text says of a target or average what the figures do not bear out",
    severity="warning",
    message="The text says {name} is {said}; it is {reached}, {title} {wanted}: “{sentence}”",
    looks_at="lines, tables",
)
def claim_against(subject: Subject) -> Iterator[Hit]:
    """The last figure of a row against the one column of what the text sets it against."""
    for sentence, where, named in subject.namings:
        for each in named if against()[0].search(sentence) else ():
            rest = sentence[each.end :]
            rest = rest[: min((n.start - each.end for n in named if n.start >= each.end), default=len(rest))]
            said = against()[0].search(rest[:NEAR])
            if not said or against()[1].search(sentence):
                continue
            found = [(t, pair) for t in each.things if (pair := pair_of(t, said["what"]))]
            wrong = [is_otherwise(said["how"].casefold(), t, *pair[:2]) for t, pair in found]
            if wrong and all(wrong) and not of_other_time(sentence, series_of(found[0][0])):
                thing, (reached, wanted, cell) = found[0]
                facts = {"name": thing.called, "said": " ".join(said[0].split()), "reached": reached.text}
                facts |= {"title": cell.title, "wanted": wanted.text, "sentence": where.quote[:200]}
                yield Hit(thing.refs, (where, thing.place(f"{reached.text}; {wanted.text}")), facts)


def pair_of(thing: Thing, what: str) -> tuple[Figure, Figure, Cell] | None:
    """The last figure of a row and what a text sets it against, if one column alone can be meant."""
    series = series_of(thing)
    if not series:
        return None
    title, reached = series[-1]
    forms = words("counts", "targets") if what.casefold() in words("counts", "targets") else {what.casefold()}
    cells = [c for c in thing.cells if c.figure and forms & {*re.findall(r"[a-z]+", c.title.casefold())}]
    years = {*_YEAR.findall(title)}
    its = [c for c in cells if not _YEAR.search(c.title) or {*_YEAR.findall(c.title)} & years]
    if (
        len(its) != 1
        or not its[0].figure
        or its[0].title == title
        or its[0].figure.percent != reached.percent
    ):
        return None
    return reached, its[0].figure, its[0]


def is_otherwise(how: str, thing: Thing, reached: Figure, wanted: Figure) -> bool:
    """Whether two figures are the other way round; what is good must be known for words of praise."""
    apart = reached.value - wanted.value
    if how in words("better", "above"):
        return apart < 0
    if how in words("better", "below"):
        return apart > 0
    wish = next((said_to_be_better(c.text) for c in thing.cells if wishes(c.title)), 0)
    way = wish or which_way(thing.name)
    return apart * way < 0 if how in words("better", "good_against") else apart * way > 0


@from_words
def against() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words "met its target", "is below the national average"; those that take it back."""
    how = whole_words(
        w for k in ("above", "below", "good_against", "bad_against") for w in ordered("better", k)
    )
    what = whole_words((*ordered("counts", "targets"), *ordered("better", "averages")))
    own = r"(?:(?:the|its|our|their|this)\s+)?(?:(?!and\b|but\b|or\b)[a-z\d.,%]+\s+){0,2}?"
    return (
        re.compile(rf"(?P<how>{how})\s+{own}(?P<what>{what})", re.IGNORECASE),
        re.compile(whole_words(ordered("better", "no_movement")), re.IGNORECASE),
    )
