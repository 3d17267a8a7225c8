"""Check: a word for how a figure moved, "Better", "Down", that the two figures of its row do not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.polarity import said_to_be_better, wishes
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.direction_against_values import direction_against_values
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered, words
from agendapack.schemas import from_words

MOST_ODD = 0.2
"""Share of the rows that may be odd, one of five at least; with more the word speaks of something else."""
MAX_COLUMNS = 8
"""More columns of figures have pairs that agree with any word by chance."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A thing, the word for how it moved, and its figures by column."""

    thing: Thing
    title: str
    """Over the word."""
    word: str
    moved: int
    """1 where the word says up or better, -1 where it says down or worse."""
    better: int
    """1 where more is better, or the word says only how the figure moved; -1 where less is; else 0."""
    figures: Mapping[str, Figure]

    def agrees(self, columns: tuple[str, str]) -> bool | None:
        """Whether the word follows from two columns; None where they tell nothing."""
        before, after = (self.figures.get(title) for title in columns)
        if not before or not after or before.percent != after.percent or before.value == after.value:
            return None
        sign = self.better if after.value > before.value else -self.better
        return sign == self.moved if sign else None


@check(
    kind="conflicting_value",
    title="Word for a movement that the figures of its row do not bear out",
    severity="warning",
    message="{name}: {title} is “{word}”, {before_title} is {before} and {after_title} {after}",
    looks_at="tables",
)
def word_of_movement(subject: Subject) -> Iterator[Hit]:
    """Which two columns a word speaks of, and in which order, is read from the other rows of the table."""
    told = {ref for hit in direction_against_values(subject) for ref in hit.refs}
    for things in grouped((t.listing, t) for t in subject.things if not t.total).values():
        rows = [row for thing in things if (row := _row(thing))]
        for columns, odd in _broken(rows):
            if not told.intersection(odd.thing.refs):
                yield _hit(columns, odd)


def _row(thing: Thing) -> _Row | None:
    told = [(c, c.text.casefold().strip(" .")) for c in thing.cells if not wishes(c.title)]
    said = [(c, word) for c, word in told if word in _moves() or word in _judges()]
    if len(said) != 1:
        return None
    cell, word = said[0]
    moved = _moves().get(word, 0)
    better = 1 if moved else next((said_to_be_better(c.text) for c in thing.cells if wishes(c.title)), 0)
    figures = {c.title: c.figure for c in thing.cells if c.figure and not _wanted().search(c.title)}
    return _Row(thing, cell.title, cell.text, moved or _judges()[word], better, figures)


def _broken(rows: Sequence[_Row]) -> Iterator[tuple[tuple[str, str], _Row]]:
    """The rows that break the relation which most rows keep, where no other is kept as well."""
    titles = dict.fromkeys(title for row in rows for title in row.figures)
    if not 1 < len(titles) <= MAX_COLUMNS:
        return
    kept = [
        (columns, [(row, fits) for row in rows if (fits := row.agrees(columns)) is not None])
        for columns in permutations(titles, 2)
    ]
    counted = [(sum(fits for _, fits in its), columns, its) for columns, its in kept if _both_ways(its)]
    most = max((number for number, _, _ in counted), default=0)
    best = [(columns, its) for number, columns, its in counted if number == most]
    if len(best) != 1:
        return
    columns, its = best[0]
    odd = [row for row, fits in its if not fits]
    if len(odd) <= MOST_ODD * len(its):
        yield from ((columns, row) for row in odd)


def _both_ways(its: Sequence[tuple[_Row, bool]]) -> bool:
    """Whether rows that agree went up and others down: where all did the same, any two columns may agree."""
    return len({row.moved for row, fits in its if fits}) > 1


def _hit(columns: tuple[str, str], row: _Row) -> Hit:
    before, after = (row.figures[title].text for title in columns)
    facts = {"name": row.thing.called, "title": row.title, "word": row.word, "before": before, "after": after}
    heads = {"before_title": columns[0], "after_title": columns[1]}
    return Hit(row.thing.refs, (row.thing.place(f"{row.word}; {before}; {after}"),), {**facts, **heads})


@from_words
def _moves() -> Mapping[str, int]:
    """Words for how a figure moved."""
    return {w: 1 for w in words("better", "moved_up")} | {w: -1 for w in words("better", "moved_down")}


@from_words
def _judges() -> Mapping[str, int]:
    """Words for how good it was."""
    return {w: 1 for w in words("better", "became_better")} | {w: -1 for w in words("better", "became_worse")}


@from_words
def _wanted() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("better", "wanted_columns")), re.IGNORECASE)
