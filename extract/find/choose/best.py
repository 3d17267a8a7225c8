"""The best set of proposed tables of which no two are in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from agendapack.extract.find.choose.clues import AROUND, OWN
from agendapack.extract.find.choose.propose import same_place
from agendapack.extract.find.choose.weigh import Signs, score, signs, together, weights
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Grid

MAX_SETS = 256
"""Sets looked at for one place; those of the first proposals come first."""

MAX_TOLD, LEAST_TOLD = 4, 0.05
"""Clues that are told of a choice, those that weigh most, and what they must weigh."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Tables for one place of a page, and what speaks for and against them."""

    tables: tuple[Grid, ...]
    signs: Signs
    score: float


def chosen(proposed: Sequence[Grid], seen: Evidence) -> list[Grid]:
    """The tables of the best set for each place."""
    return [grid for place in places(proposed) for grid in _best(place, seen)]


def _best(place: Sequence[Grid], seen: Evidence) -> Sequence[Grid]:
    if len(place) == 1:
        return place
    first, *others = sorted(choices(place, seen), key=lambda choice: -choice.score)
    return [_told(grid, first, others[0]) for grid in first.tables] if others else first.tables


def _told(grid: Grid, choice: Choice, rival: Choice) -> Grid:
    """The table with what spoke for it and against it beside the strongest rival."""
    worth = weights()
    gains = {name: worth.get(name, 0.0) * (value - rival.signs[name]) for name, value in choice.signs.items()}
    told = sorted(gains.items(), key=lambda gain: -abs(gain[1]))[:MAX_TOLD]
    clues = ", ".join(f"{name} {gain:+.2f}" for name, gain in told if abs(gain) >= LEAST_TOLD)
    others = " and ".join(f"{other.method} {other.rows} by {other.columns}" for other in rival.tables)
    lead = choice.score - rival.score
    return replace(grid, reason=f"{grid.reason}; rather than {others}, by {lead:.2f}: {clues}")


def places(proposed: Sequence[Grid]) -> list[list[Grid]]:
    """The proposals, those together that are in each other's place, also by way of others."""
    groups: list[list[Grid]] = []
    for grid in proposed:
        mine = [group for group in groups if any(same_place(grid, other) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), grid])
    return groups


def choices(place: Sequence[Grid], seen: Evidence) -> list[Choice]:
    """The sets of tables for a place to which none can be added, weighed."""
    own = [signs(grid, seen, OWN) for grid in place]
    held = len({id(w) for grid in place for cell in grid.cells for w in cell.words})
    found = []
    for numbers in _sets(len(place), lambda i, j: same_place(place[i], place[j])):
        tables = tuple(place[i] for i in numbers)
        total = together(tables, [{**own[i], **_around(place[i], tables, seen)} for i in numbers], held)
        found.append(Choice(tables, total, score(total, weights())))
    return found


def _around(grid: Grid, tables: Sequence[Grid], seen: Evidence) -> Signs:
    """The signs of what stands around a table and in none of the others."""
    return signs(grid, seen.without([other for other in tables if other is not grid]), AROUND)


def _sets(count: int, clash: Callable[[int, int], bool]) -> list[tuple[int, ...]]:
    """The largest sets of numbers below the count of which no two clash."""
    clashes = [{j for j in range(count) if j != i and clash(i, j)} for i in range(count)]
    found: list[tuple[int, ...]] = []
    for numbers in islice(_grown((), range(count), clashes), MAX_SETS):
        if all(clashes[i] & set(numbers) for i in range(count) if i not in numbers):
            found.append(numbers)
    return found


def _grown(
    numbers: tuple[int, ...], left: Sequence[int], clashes: Sequence[set[int]]
) -> Iterator[tuple[int, ...]]:
    if not left:
        yield numbers
        return
    first, rest = left[0], left[1:]
    yield from _grown((*numbers, first), [i for i in rest if i not in clashes[first]], clashes)
    if clashes[first] & set(rest):
        yield from _grown(numbers, rest, clashes)
