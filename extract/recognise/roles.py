"""Which column plays which role of a dataset, given what each column may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from agendapack.extract.normalise.led import lead
from agendapack.extract.recognise.assign import Assignment, Choice, assigned
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.decide import Proposal
from agendapack.extract.recognise.doubles import doubled
from agendapack.extract.recognise.guesses import (
    by_arrows,
    by_product,
    newest_status,
    ratings_by_period,
)
from agendapack.extract.recognise.heads import title_signs
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
from agendapack.extract.recognise.model import in_words
from agendapack.extract.recognise.rules import OTHER, Role, meaning_of, rules_of_all
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.stages import staged, stages_in_order
from agendapack.extract.recognise.thresholds import is_threshold
from agendapack.extract.recognise.titles import NO_FIT, Groups, best_fits
from agendapack.schemas import from_words
from agendapack.schemas.heads import FIGURES

VALUE = FIGURES
CONFIRMED = "as people said"
LEAST_CHANCE = 1e-6
IN_KIND = 1.0
"""What a role gains over none once the table is of its dataset: most of its columns then say something."""
RIVALS = 0.3
"""What the probability of another role counts against one: a second score is no priority."""
ALSO_SHARE = 0.5
"""What a meaning counts for a role that only tables of this dataset have for it."""
LIKELY = 0.2
"""Probability from which the cells of a column may be those of a role that its title names."""
WHOLE_FIT = 0.84
"""Fit from which a phrase is the title, or most of its end."""
TITLE_AGAINST = 4.0
"""What a role loses whose phrases the title does not have, where it has those of another."""
FIT_WEIGHT = 1.0
"""What the phrases of a role add where several roles of a dataset have one meaning."""
CITING_SHARE = 0.8
"""Share of cells that are references and nothing else, from which a column cites, whatever its title."""
NO_REFERENCES = frozenset({"status", "officers", "due", "objective"})
"""Meanings of columns whose cells are words."""
ALSO: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("actions", "action"): ("further", "mitigations"),
    ("actions", "finding"): ("risk", "cause", "consequence", "action"),
    ("actions", "risk_refs"): ("risk",),
    ("actions", "due"): ("last_review",),
    ("actions", "outcome"): ("consequence", "definition"),
    ("indicators", "definition"): ("success",),
}
"""Meanings that a column of a role may seem to have."""


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
    led: str = ""
    """What the records' own texts begin with: their `ref`, their `number`, or neither."""
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


def read_as(dataset: str, proposal: Proposal, given: Mapping[int, str] | None = None) -> Reading:
    """The best roles of all columns together, if the table is of this dataset; those `given` hold."""
    rules, columns = rules_of_all()[dataset], list(proposal.columns)
    told = {number for number, role in (given or {}).items() if role}
    marked = [m for m in marked_columns(columns) if m.role in rules and told.isdisjoint(dict(m.titles))]
    ticked = {number for m in marked for number, _ in m.titles}
    labels: LabelColumn | None = None
    open_columns = [c for c in columns if c.number not in ticked]
    if dataset == "indicators":
        open_columns, labels = _set_aside(open_columns)
    must = next(name for name, rule in rules.items() if rule.must)
    dating = [c for c in open_columns if dataset == "indicators" and _dates_values(c)]
    choices = _choices(dataset, [c for c in open_columns if c not in dating], proposal)
    best = assigned(choices, must, frozenset([VALUE])) if given is None else _as_given(dataset, given)
    roles = [_role(n, c, proposal, given) for n, c in best.roles.items() if c.role != VALUE]
    candidates = [_role(n, c, proposal) for n, some in choices.items() for c in some if c.score > 0]
    if dataset == "actions" and given is None:
        roles = newest_status(roles, candidates, columns)
    values: tuple[ValueColumn, ...] = ()
    periods: tuple[PeriodColumn, ...] = ()
    ratings: tuple[int, ...] = ()
    if dataset == "indicators":
        ratings = ratings_by_period(roles, candidates, columns)
        taken = {r.column for r in roles} | set(ratings)
        measured = {n for n, c in best.roles.items() if c.role == VALUE}
        free = [c for c in open_columns if c.number not in taken]
        values, periods = _measured(free, measured, named=labels is not None)
        values = tuple(v for v in values if given is None or v.column in measured)
    if given is None:
        roles += by_product(rules, roles, columns)
        roles += by_arrows(rules, roles, columns)
    roles += doubled(dataset, roles, columns)
    names = {r.name for r in roles}
    missing = tuple(n for n, rule in rules.items() if rule.must and n not in names)
    subject = next((r.column for r in roles if r.name == must), None)
    own = [cell.text for c in columns if c.number == subject for cell in c.filled]
    led = "" if "ref" in names else lead(own)
    ordered = tuple(sorted(roles, key=lambda r: r.column))
    chance = proposal.kinds[dataset]
    return Reading(dataset, ordered, values, chance, missing, tuple(marked), periods, ratings, led, labels)


def _as_given(dataset: str, given: Mapping[int, str]) -> Assignment:
    """What people said, as if it were the best assignment."""
    roles = {n: Choice(role, 1.0, meaning_of(dataset, role)) for n, role in given.items() if role}
    return Assignment(roles, float(len(roles)))


def _choices(dataset: str, columns: Sequence[Column], proposal: Proposal) -> dict[int, list[Choice]]:
    """For each column the roles that it may play, with what each adds to the score."""
    order, first = stages_in_order(dataset, columns), _foremost(dataset, columns, proposal)
    return {
        column.number: [
            Choice(name, score, meaning)
            for plain, meaning, score in _scored(dataset, column, proposal)
            if first.get(plain, column.number) == column.number
            if (name := staged(dataset, plain, column, order)) in rules_of_all()[dataset] or name == VALUE
        ]
        for column in columns
    }


def _foremost(dataset: str, columns: Sequence[Column], proposal: Proposal) -> dict[str, int]:
    """For roles with ordered words the column whose title is the phrase that comes first, if one is.

    "Risk description" is the risk and not the "Risk title" beside it.
    """
    found: dict[str, tuple[int, int]] = {}
    for name in (n for n, rule in rules_of_all()[dataset].items() if rule.ordered):
        words = rules_of_all()[dataset][name].words
        for column in columns:
            if proposal.meanings(column.number)[meaning_of(dataset, name)] < LIKELY:
                continue
            fit, phrase = best_fits(column.titles, _phrases()[dataset]).get(name, NO_FIT)
            if fit >= WHOLE_FIT and phrase in words:
                found[name] = min(found.get(name, (len(words), 0)), (words.index(phrase), column.number))
    return {name: number for name, (_, number) in found.items()}


def _scored(dataset: str, column: Column, proposal: Proposal) -> Iterator[tuple[str, str, float]]:
    """Roles, what columns of them mean, and the logarithm of how much likelier they are than none."""
    meanings = proposal.meanings(column.number)
    must = next(name for name, rule in rules_of_all()[dataset].items() if rule.must)
    known = sum(meanings.get(m, 0.0) for m in _roles_of()[dataset])
    fits = best_fits(column.titles, _phrases()[dataset])
    said = max((fit for fit, _ in fits.values()), default=0.0)
    likeliest = max(meanings.get(m, 0.0) for m in _roles_of()[dataset])
    cites = (share("citing", column.cells) or 0.0) >= CITING_SHARE
    for meaning, roles in _roles_of()[dataset].items():
        if cites and meaning in NO_REFERENCES:
            continue
        if meaning == VALUE and meanings.get(VALUE, 0.0) < likeliest:
            continue
        best = max((fits.get(role, NO_FIT)[0] for role in roles), default=0.0)
        for place, role in enumerate(roles):
            if place and not fits.get(role, NO_FIT)[0]:
                continue
            own = meanings.get(meaning, 0.0)
            none = max(meanings[OTHER] + RIVALS * (known - own), LEAST_CHANCE)
            chance = own + ALSO_SHARE * sum(meanings.get(m, 0.0) for m in ALSO.get((dataset, role), ()))
            less = FIT_WEIGHT * (best - fits.get(role, NO_FIT)[0]) + 0.1 * place
            less += TITLE_AGAINST * max(0.0, said - best) * (role not in (must, VALUE))
            yield role, meaning, log(max(chance, LEAST_CHANCE) / none) + IN_KIND - less


def _role(number: int, choice: Choice, proposal: Proposal, given: Mapping[int, str] | None = None) -> Role:
    """A column's role with its reasons."""
    title = next(c.title for c in proposal.columns if c.number == number)
    if given is not None:
        return Role(number, choice.role, choice.score, f"{title!r}: {CONFIRMED}")
    said = in_words(proposal.why_column(number, choice.meaning))
    return Role(number, choice.role, choice.score, f"{title!r}: {said or 'what is left'}")


def _set_aside(columns: Sequence[Column]) -> tuple[list[Column], LabelColumn | None]:
    """The columns that may say something of an indicator, and the one that names its rows' measures."""
    labels = next((found for c in columns if (found := label_column(c))), None)
    named = None if labels is None else labels.column
    return [c for c in columns if c.number != named and not is_threshold(c)], labels


def _dates_values(column: Column) -> bool:
    """Whether a column says for which time the values of its row are, and not when something is due."""
    return period_column(column) is not None and "is due" not in title_signs(column)


def _measured(
    free: Sequence[Column], measured: set[int], *, named: bool
) -> tuple[tuple[ValueColumn, ...], tuple[PeriodColumn, ...]]:
    """Of columns without a role those of values and those that date them; `named` if rows name measures."""
    periods = tuple(p for c in free if (p := period_column(c)) is not None)
    dating = {p.column for p in periods}
    values = (
        v
        for c in free
        if c.number not in dating and (v := value_column(c, sure=c.number in measured)) is not None
    )
    telling = [replace(v, telling=v.telling or named) for v in with_years(list(values))]
    return told_apart(telling, free), periods


@from_words
def _roles_of() -> dict[str, dict[str, list[str]]]:
    """By dataset and meaning the roles that a column of that meaning may play."""
    found: dict[str, dict[str, list[str]]] = {}
    for dataset, rules in rules_of_all().items():
        found[dataset] = {VALUE: [VALUE]} if dataset == "indicators" else {}
        for role in rules:
            if meaning_of(dataset, role) != role and role.startswith(("inherent_", "target_")):
                continue
            found[dataset].setdefault(meaning_of(dataset, role), []).append(role)
    return found


@from_words
def _phrases() -> dict[str, Groups]:
    """By dataset the phrases of all roles."""
    return {
        dataset: Groups.of({name: (*rule.words, *rule.only, *rule.shaped) for name, rule in rules.items()})
        for dataset, rules in rules_of_all().items()
    }
