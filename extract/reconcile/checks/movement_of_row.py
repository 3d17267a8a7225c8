"""Check: a text that says which way something moved, where the figures of its row went the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.polarity import said_to_be_better, which_way, wishes
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.moved_in_text import moved_in_text
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import Cell, Thing
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered, words
from agendapack.schemas import from_words

NEAR = 60
"""Characters behind a name in which it is said how it moved."""
DAYS_APART = 20
"""Days by which periods of one length may differ: months and quarters have no one length."""
Printed = tuple[str, Figure]
"""The title over a figure, and the figure."""


@check(
    kind="conflicting_text",
    title="Text says that something moved the other way than its row",
    severity="warning",
    message="The text says “{said}” of {name}, its row has {figures}: “{sentence}”",
    looks_at="lines, tables",
)
def movement_of_row(subject: Subject) -> Iterator[Hit]:
    """Only where the last figure of the row went the other way from each of the figures before it."""
    told = {place.quote for hit in moved_in_text(subject) for place in hit.places}
    for sentence, where, named in subject.namings:
        for each in named if sentence not in told else ():
            said = _said(sentence, each, named)
            rows = [(t, series) for t in each.things if (series := series_of(t))] if said else []
            signs = [way_of_words(said["verb"], t) for t, _ in rows] if said else []
            wrong = bool(rows) and all(map(went_otherwise, signs, (series for _, series in rows)))
            if said and wrong and not of_other_time(sentence, rows[0][1]):
                yield _hit(said[0], rows[0], where)


def _said(sentence: str, one: Named, named: Sequence[Named]) -> re.Match[str] | None:
    """The words for a movement next behind a name, or before it: "X rose again", "a rise in X"."""
    behind, before, not_so = _moves()
    rest = sentence[one.end : one.end + NEAR]
    rest = rest[: min((n.start - one.end for n in named if n.start >= one.end), default=NEAR)]
    said = behind.match(rest) or before.search(sentence[: one.start])
    return said if said and not not_so.search(sentence) else None


def way_of_words(verb: str, thing: Thing) -> int:
    """1 where a word has the figure of a row up, -1 where down, 0 where that is not known."""
    verb = verb.casefold()
    if (up := verb in words("better", "verbs_up")) or verb in words("better", "verbs_down"):
        return 1 if up else -1
    wish = next((said_to_be_better(c.text) for c in thing.cells if wishes(c.title)), 0)
    better = wish or which_way(thing.name)
    return better if verb in words("better", "verbs_better") else -better


def series_of(thing: Thing) -> list[Printed]:
    """The figures of a row for periods of one length, the last one last; targets are none of them."""
    dated = [
        (p, c)
        for c in thing.cells
        if c.figure and not _wanted().search(c.title) and (p := find_period(c.title))
    ]
    if not dated:
        return []
    kinds = grouped((_kind((p.end - p.start).days if p.start and p.end else 0, c), (p, c)) for p, c in dated)
    its = max(kinds.values(), key=len)
    if all(p.end for p, _ in its):
        its = tuple(sorted(its, key=lambda pair: pair[0].end.toordinal() if pair[0].end else 0))
    return [(c.title, c.figure) for _, c in its if c.figure]


def _kind(days: int, cell: Cell) -> tuple[int, bool, str]:
    letters = "" if days else "".join(c for c in cell.title.casefold() if c.isalpha())[:1]
    return days // DAYS_APART, bool(cell.figure and cell.figure.percent), letters


def went_otherwise(way: int, series: Sequence[Printed]) -> bool:
    """Whether the last figure went the other way from each of those before."""
    last = series[-1][1].value
    before = [figure.value for _, figure in series[:-1]]
    return bool(way and before) and all((last - value) * way < 0 for value in before)


def of_other_time(sentence: str, series: Sequence[Printed]) -> bool:
    """Whether a sentence names a period that is not that of the last figure."""
    said = find_period(sentence)
    return bool(said and said.text and said.text.casefold() not in series[-1][0].casefold())


def _hit(said: str, row: tuple[Thing, Sequence[Printed]], where: Place) -> Hit:
    thing, series = row
    figures = ", ".join(figure.text for _, figure in series)
    facts = {
        "said": " ".join(said.split()),
        "name": thing.called,
        "figures": figures,
        "sentence": where.quote[:200],
    }
    return Hit(thing.refs, (where, thing.place(figures)), facts)


@from_words
def _wanted() -> re.Pattern[str]:
    wanted = (*ordered("better", "wanted_columns"), *ordered("counts", "of_what_is_wanted"))
    return re.compile(whole_words(wanted), re.IGNORECASE)


@from_words
def _moves() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A movement behind a name, one before it, and the words of a sentence that says no such thing."""
    keys = ("verbs_up", "verbs_down", "verbs_better", "verbs_worse")
    verbs = whole_words(word for key in keys for word in ordered("better", key))
    nouns = whole_words(ordered("better", "moved_nouns"))
    word = r"\s+(?!(?:and|but|which|that|to|of|than)\b)[a-z]+"
    between = rf"(?:\s+(?:has|have|had))?(?:\s+continue[sd]?\s+to|(?:{word}){{0,3}}?)"
    return (
        re.compile(rf"\)?{between}\s+(?P<verb>{verbs})", re.IGNORECASE),
        re.compile(
            rf"(?:an?|the|another|this)\s+(?:[a-z]+\s+){{0,2}}(?P<verb>{nouns})\s+in\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(whole_words(ordered("better", "no_movement")), re.IGNORECASE),
    )
