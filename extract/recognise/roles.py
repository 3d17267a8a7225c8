"""Which column plays which role of a dataset, and how well the whole fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.doubles import doubled
from agendapack.extract.recognise.guesses import (
    by_elimination,
    by_product,
    by_shape,
    counts_over_time,
    led_by_refs,
    newest_status,
    ratings_by_period,
)
from agendapack.extract.recognise.marks import Marked, marked_columns
from agendapack.extract.recognise.measures import (
    LabelColumn,
    PeriodColumn,
    ValueColumn,
    label_column,
    period_column,
    told_apart,
    value_column,
    with_years,
)
from agendapack.extract.recognise.rules import Role, Rule, rules_of_all
from agendapack.extract.recognise.shapes import colour_only, evidence, share
from agendapack.extract.recognise.stages import staged, stages_in_order
from agendapack.extract.recognise.thresholds import is_threshold
from agendapack.extract.recognise.titles import NO_FIT, Groups, best_fits
from agendapack.schemas import from_words, vocabulary

MIN_FIT = 0.45
"""Title fit and cell evidence together, below which a column keeps its own name."""
PART_FIT = 0.8
"""Title fit below which the phrase is but a small part of the title, so that the cells must bear it out."""
MIN_PART_FIT = 0.55
"""The same as MIN_FIT for such titles."""
MIN_TITLE = 0.6
"""Title fit alone that a column needs; cells without a telling title prove nothing."""
COLOUR_FIT = 0.8
"""Title fit of a column whose cells are coloured and empty, for a role that rates."""
SHAPED_SHARE = 0.6
"""Share of the cells that must look like a role's where the title alone says too little ("Target")."""
MARKED_WEIGHT = 1.0
"""What a run of ticked columns adds."""
VAGUE_SHARE = 0.5
"""What a column counts whose title says little ("Description", "Activity")."""
VALUES_WEIGHT = 1.0
"""What value columns (target, outturn …) add to the score of an indicator table."""
SECOND_WEIGHT = 0.2
NEAR_FIT = 0.15
"""Fits so close are about the same: a cell more or less that looks right."""
MONEY_WEIGHT = 0.5
"""The same when budgets have such columns too (a year, actual, forecast)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A table read as one dataset."""

    dataset: str
    roles: tuple[Role, ...]
    values: tuple[ValueColumn, ...]
    score: float
    missing: tuple[str, ...]
    """Columns the dataset must have and the table lacks."""
    marked: tuple[Marked, ...] = ()
    """Ticked columns that together say one thing."""
    periods: tuple[PeriodColumn, ...] = ()
    """Columns that say for which time a row's values are."""
    ratings: tuple[int, ...] = ()
    """Columns that rate by period ("Q1 Status", "Q2 Status"), the newest last; the role names one of them."""
    led: bool = False
    """Whether the records' own texts begin with their references."""
    labels: LabelColumn | None = None

    @property
    def used(self) -> frozenset[int]:
        """Columns that are read as something."""
        ticked = {number for m in self.marked for number, _ in m.titles}
        read = {r.column for r in self.roles} | {v.column for v in self.values}
        read |= {p.column for p in self.periods} | set(self.ratings)
        return frozenset(read | ticked | (set() if self.labels is None else {self.labels.column}))

    def column(self, role: str) -> int | None:
        """The column that plays the role."""
        return next((r.column for r in self.roles if r.name == role), None)

    @property
    def subject(self) -> int | None:
        """The column that the dataset must have: the action, the definition, the risk."""
        rules = rules_of_all()[self.dataset]
        return next((r.column for r in self.roles if rules[r.name].must), None)


def read_as(dataset: str, columns: Sequence[Column]) -> Reading:
    """Assign roles greedily, the surest first; each role once, each column once."""
    spec, rules = vocabulary("tables")[dataset], rules_of_all()[dataset]
    marked = [m for m in marked_columns(columns) if m.role in rules]
    ticked = {number for m in marked for number, _ in m.titles}
    order = stages_in_order(dataset, columns)
    labels: LabelColumn | None = None
    if dataset == "indicators":
        columns, labels = _set_aside(columns)
    open_columns = [c for c in columns if c.number not in ticked]
    candidates = [role for c in open_columns for role in _candidates(dataset, c, rules, order)]
    candidates = _foremost(candidates, rules)
    candidates.sort(key=lambda r: (-r.score, r.column))
    taken_roles: set[str] = set()
    taken_columns: set[int] = set()
    roles: list[Role] = []
    for role in candidates:
        if role.name not in taken_roles and role.column not in taken_columns:
            taken_roles.add(role.name)
            taken_columns.add(role.column)
            roles.append(role)
    if dataset == "actions":
        roles = newest_status(roles, candidates, columns)
    values: tuple[ValueColumn, ...] = ()
    periods: tuple[PeriodColumn, ...] = ()
    ratings: tuple[int, ...] = ()
    if dataset == "indicators":
        ratings = ratings_by_period(roles, candidates, columns)
        free = [c for c in columns if c.number not in taken_columns | ticked | set(ratings)]
        values, periods = _measured(free, named=labels is not None)
        roles, values = _borne_out(roles, values, columns)
    roles += by_shape(rules, roles, values, columns)
    roles += by_product(rules, roles, columns)
    roles += doubled(dataset, roles, columns)
    if (rest := by_elimination(spec, roles, values, columns)) is not None:
        roles.append(rest)
    taken_roles = {r.name for r in roles}
    score = sum(rules[r.name].weight * r.score * (VAGUE_SHARE if r.vague else 1.0) for r in roles)
    score += _values_score(values) + sum(MARKED_WEIGHT for m in marked if m.role not in taken_roles)
    missing = tuple(n for n, rule in rules.items() if rule.must and n not in taken_roles)
    ordered = tuple(sorted(roles, key=lambda r: r.column))
    subject = next((r.column for r in roles if rules[r.name].must), None)
    led = "ref" not in taken_roles and any(led_by_refs(c) for c in columns if c.number == subject)
    return Reading(dataset, ordered, values, score, missing, tuple(marked), periods, ratings, led, labels)


def _borne_out(
    roles: list[Role], values: tuple[ValueColumn, ...], columns: Sequence[Column]
) -> tuple[list[Role], tuple[ValueColumn, ...]]:
    """The roles and values, surer where figures for several periods say that a "Measure" is an indicator."""
    titles = {c.number: c.title for c in columns}
    vague = next((r for r in roles if r.name == "definition" and r.vague), None)
    if vague is None or not counts_over_time(titles[vague.column], values, columns):
        return roles, values
    sure = [replace(r, vague=False) if r is vague else r for r in roles]
    return sure, tuple(replace(v, telling=True) for v in values)


def _set_aside(columns: Sequence[Column]) -> tuple[list[Column], LabelColumn | None]:
    """The columns that may say something of an indicator, and the one that names its rows' measures."""
    labels = next((found for c in columns if (found := label_column(c))), None)
    named = None if labels is None else labels.column
    return [c for c in columns if c.number != named and not is_threshold(c)], labels


def _measured(
    free: Sequence[Column], *, named: bool
) -> tuple[tuple[ValueColumn, ...], tuple[PeriodColumn, ...]]:
    """Of columns without a role those of values and those that date them; `named` if rows name measures."""
    periods = tuple(p for c in free if (p := period_column(c)) is not None)
    dating = {p.column for p in periods}
    values = (v for c in free if c.number not in dating and (v := value_column(c)) is not None)
    telling = [replace(v, telling=v.telling or named) for v in with_years(list(values))]
    return told_apart(telling, free), periods


def _foremost(candidates: Sequence[Role], rules: Mapping[str, Rule]) -> list[Role]:
    """Of columns that fit a role with ordered words about as well, the one whose phrase comes first."""
    kept = list(candidates)
    for name in (n for n, rule in rules.items() if rule.ordered):
        fitting = [r for r in candidates if r.name == name]
        best = max((r.score for r in fitting), default=0.0)
        near = [r for r in fitting if r.score >= best - NEAR_FIT]
        first = min(near, key=lambda r: (r.rank, r.column), default=None)
        kept = [r for r in kept if r.name != name or r is first]
    return kept


def _values_score(values: Sequence[ValueColumn]) -> float:
    """What the value columns add: more when a measure is telling, and another stands beside it."""
    if not any(v.telling for v in values):
        return MONEY_WEIGHT if values else 0.0
    return VALUES_WEIGHT + (SECOND_WEIGHT if len({v.measure for v in values}) > 1 else 0.0)


def _candidates(
    dataset: str, column: Column, rules: Mapping[str, Rule], order: Mapping[int, str]
) -> Iterator[Role]:
    """The roles that the column's titles and cells allow."""
    if not column.levels:
        return
    colours, fitting = colour_only(column), _fitting(dataset, column, rules)
    for plain, rule in rules.items():
        best, phrase = fitting.get(plain, NO_FIT)
        if colours:
            if rule.shape not in ("rag", "status"):
                continue
            # of several coloured columns the rightmost is the newest
            best, phrase = max(best, COLOUR_FIT) + 0.001 * column.number, phrase or "colours only"
        if best < MIN_TITLE:
            continue
        name = staged(dataset, plain, column, order)
        if name not in rules:
            continue
        cells = 0.0 if colours else evidence(rule.shape, column.cells)
        if best + cells >= (MIN_FIT if best >= PART_FIT else MIN_PART_FIT):
            reason = f"{column.title!r} fits {phrase!r} ({best:.2f}), cells {rule.shape} {cells:+.2f}"
            rank = rule.words.index(phrase) if phrase in rule.words else 0
            vague = phrase in rule.vague or phrase in rule.shaped
            yield Role(column.number, name, best + cells, reason, vague, rank)


def _fitting(dataset: str, column: Column, rules: Mapping[str, Rule]) -> Mapping[str, tuple[float, str]]:
    """How well the column's titles fit the roles that they fit at all, and the phrase of each."""
    words, only, shaped = _phrases()[dataset]
    fitting = best_fits(column.titles, words)
    shown = {n: p for n, p in shaped.named(column.titles).items() if _looks_like(column, rules[n])}
    whole = {name: (1.0, phrase) for name, phrase in {**shown, **only.named(column.titles)}.items()}
    return {**fitting, **{name: fit for name, fit in whole.items() if fitting.get(name, NO_FIT)[0] < 1}}


def _looks_like(column: Column, rule: Rule) -> bool:
    """Whether most cells look like the role's, so that a title counts which alone says too little."""
    return (share(rule.shape, column.cells) or 0) >= SHAPED_SHARE


@from_words
def _phrases() -> dict[str, tuple[Groups, Groups, Groups]]:
    """By dataset the phrases of all roles, those that are titles only as a whole, and over fitting cells."""
    return {
        dataset: (
            Groups.of({name: rule.words for name, rule in rules.items()}),
            Groups.of({name: rule.only for name, rule in rules.items()}),
            Groups.of({name: rule.shaped for name, rule in rules.items()}),
        )
        for dataset, rules in rules_of_all().items()
    }
