"""When a rating was made: a likelihood under "Gross" or "before controls" is not the present one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.measure_names import without_period
from agendapack.extract.recognise.measures import in_time, period_of
from agendapack.extract.recognise.titles import Phrases, folded
from agendapack.schemas import from_words, remembered, vocabulary

SURE_FIT = 0.95
"""Title fit from which a column surely holds ratings."""
SET = 3
"""Likelihood, impact and the score made of them."""
PAST = "past"
"""The stage of ratings made at an earlier date, which play no role."""
PRESENT = "current"
"""The stage whose ratings play the plain roles."""


def staged(dataset: str, name: str, column: Column, in_order: Mapping[int, str]) -> str:
    """The role's name with the stage that the column's head names: `inherent_likelihood` for a likelihood.

    `in_order` are the stages of columns whose heads name none, told by their order.
    """
    if name not in _rated()[dataset]:
        return name
    if in_order.get(column.number) == PAST:
        return with_stage(name, PAST)
    return with_stage(name, _named(dataset, column) or in_order.get(column.number, PRESENT))


def with_stage(name: str, stage: str) -> str:
    """The role of a rating that was made at a stage."""
    return name if stage == PRESENT else f"{stage}_{name}"


def stages_in_order(dataset: str, columns: Sequence[Column]) -> dict[int, str]:
    """Stages that only the order tells, of ratings that come again under the same titles.

    Of ratings at several dates the newest is the present one; else the first is without controls,
    the next with them.
    """
    stages = vocabulary("tables")[dataset].get("in_order", ())
    rated = [c for c in columns if c.levels and _is_rating(dataset, c)] if stages else []
    found = {c.number: PAST for alike in _alike(rated, dated=True) for c in in_time(alike)[:-1]}
    left = [c for c in rated if c.number not in found]
    if any(_named(dataset, c) for c in left):
        return found | _before_the_present(dataset, left) | _scored_before(dataset, left)
    for alike in _alike(left, dated=False):
        if 1 < len(alike) <= len(stages):
            found |= {c.number: stage for c, stage in zip(alike, stages, strict=False)}
    return found


def _before_the_present(dataset: str, columns: Sequence[Column]) -> dict[int, str]:
    """The first stage for ratings whose like stands behind them as the present one: "Revised score"."""
    first = vocabulary("tables")[dataset]["in_order"][0]
    found: dict[int, str] = {}
    for alike in _alike(columns, dated=False):
        named = [_named(dataset, c) for c in alike]
        if PRESENT in named and first not in named and not any(named[: named.index(PRESENT)]):
            found |= {c.number: first for c in alike[: named.index(PRESENT)]}
    return found


def _scored_before(dataset: str, columns: Sequence[Column]) -> dict[int, str]:
    """The first stage for a whole set of ratings before the only one that is named as the present one.

    Two ratings before a "Residual risk" may be what it is made of; with a score among them there are three.
    """
    named = {c.number: _named(dataset, c) for c in columns}
    present = [c for c in columns if named[c.number] == PRESENT]
    if len(present) != 1 or any(named[c.number] for c in columns if c is not present[0]):
        return {}
    before = [c for c in columns if c.number < present[0].number]
    first = vocabulary("tables")[dataset]["in_order"][0]
    return {c.number: first for c in before} if len(before) == len(columns) - 1 >= SET else {}


def _alike(columns: Sequence[Column], *, dated: bool) -> list[list[Column]]:
    """Columns with one title; with `dated` those whose titles name periods, told apart by nothing else."""
    groups: dict[tuple[str, ...], list[Column]] = defaultdict(list)
    for column in columns:
        if not dated:
            groups[folded(column.levels[-1])].append(column)
        elif period_of(column):
            groups[folded(without_period(column.title))].append(column)
    return list(groups.values())


def _is_rating(dataset: str, column: Column) -> bool:
    """Whether the lowest level of a head, or all of it but a period and brackets, titles a rating."""
    titles = [column.levels[-1], without_period(column.title)]
    if "(" in column.title:
        titles += [without_period(title) for title in column.titles]
    return _ratings()[dataset].any_fits(titles, SURE_FIT)


def _named(dataset: str, column: Column) -> str:
    """The stage that the column's head names."""
    return stage_in(dataset, " ".join(column.levels))


@remembered
def stage_in(dataset: str, text: str) -> str:
    """The stage that a text names first; empty when it names none."""
    named = [
        (found.start(), stage)
        for stage, words in _patterns()[dataset].items()
        if (found := words.search(text.casefold()))
    ]
    return min(named)[1] if named else ""


@from_words
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    """The words of each stage, by dataset."""
    return {
        dataset: {stage: _any_of(words) for stage, words in spec.get("stages", {}).items()}
        for dataset, spec in vocabulary("tables").items()
    }


@from_words
def _rated() -> dict[str, frozenset[str]]:
    """The roles for which there are several stages, by dataset."""
    return {
        dataset: _with_stages(spec.get("roles", ()), _patterns()[dataset])
        for dataset, spec in vocabulary("tables").items()
    }


@from_words
def _ratings() -> dict[str, Phrases]:
    """The titles of these roles, by dataset."""
    return {
        dataset: Phrases(
            tuple(
                str(word)
                for name in rated
                for key in ("words", "only")
                for word in vocabulary("tables")[dataset]["roles"][name].get(key, ())
            )
        )
        for dataset, rated in _rated().items()
    }


def _with_stages(roles: Collection[str], stages: Collection[str]) -> frozenset[str]:
    return frozenset(name for name in roles for stage in stages if f"{stage}_{name}" in roles)


def _any_of(words: list[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    longest = sorted((str(word).split() for word in words), key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, word)) for word in longest)
    return re.compile(rf"\b(?:{either})\b")
