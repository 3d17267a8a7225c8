"""Which column plays which role of a dataset, given what each column may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log

from agendapack.extract.normalise.leading_ref import lead
from agendapack.extract.recognise.assign import Assignment, RoleChoice, assigned
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.decide import Proposal
from agendapack.extract.recognise.draft import Draft
from agendapack.extract.recognise.kinds import KINDS, STAGES, RecordKind
from agendapack.extract.recognise.model import in_words
from agendapack.extract.recognise.numbering import counts_rows
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.risk_stages import staged, stages_in_order
from agendapack.extract.recognise.role_words import OTHER, Role, words_of_roles
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.tick_columns import TickColumns, marked_columns
from agendapack.extract.recognise.titles import NO_FIT, Groups, best_fits, folded
from agendapack.schemas import from_words
from agendapack.schemas.heads import FIGURES, roles_of, subject_of

VALUE = FIGURES
CONFIRMED = "as people said"
LEAST_CHANCE = 1e-6
"""A probability is no smaller, so that it has a logarithm."""
IN_KIND = 1.0
"""What a role gains over none once the table is of its dataset: most of its columns then say something."""
RIVALS = 0.3
"""What the probability of another role counts against one: a second score is no priority."""
SHAPES: Mapping[str, str] = {"status": "status", "due": "date"}
"""What the cells of roles look like that some titles have only with such cells."""
BORNE_OUT_SHARE = 0.3
"""Share of cells of that look from which they bear the title out."""
MAX_REF_WORDS = 4
"""Words of what a row may be known by; most cells of a column of references have no more."""
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,3})?")
ALSO_SHARE = 0.5
"""What a meaning counts for a role that only tables of this dataset have for it."""
AS_LIKELY = 0.5
"""Share of the likeliest column's probability from which another may be of a role that its title names."""
WHOLE_FIT = 0.84
"""Fit from which a phrase is the title, or most of its end."""
TITLE_AGAINST = 4.0
"""What a role loses whose phrases the title does not have, where it has those of another."""
CITING_SHARE = 0.8
"""Share of cells that are references and nothing else, from which a column cites, whatever its title."""
NO_REFERENCES = frozenset({"status", "officers", "due", "objective"})
"""Meanings of columns whose cells are words."""


def read_as(name: str, proposal: Proposal, given: Mapping[int, str] | None = None) -> Reading:
    """The best roles of all columns together, if the table lists records of this kind; those `given` hold."""
    kind, marked = KINDS[name], _ticked(name, proposal, given)
    draft = _begun(kind, proposal, marked, said=given is not None)
    for step in kind.before:
        draft = step(draft)
    draft = _assigned(kind, draft, proposal, given)
    for step in kind.after:
        draft = step(draft)
    names = {role.name for role in draft.roles}
    return Reading(
        dataset=name,
        roles=tuple(sorted(draft.roles, key=lambda role: role.column)),
        values=draft.values,
        score=proposal.kinds[name],
        missing=tuple(role for role, rule in draft.rules.items() if rule.must and role not in names),
        marked=marked,
        periods=draft.periods,
        ratings=draft.ratings,
        led="" if "ref" in names else _led(draft, subject_of(name)),
        labels=draft.labels,
    )


def _ticked(name: str, proposal: Proposal, given: Mapping[int, str] | None) -> tuple[TickColumns, ...]:
    """Ticked columns that together play a role, people having given them none."""
    told = {number for number, role in (given or {}).items() if role}
    found = marked_columns(proposal.columns)
    return tuple(m for m in found if m.role in words_of_roles()[name] and told.isdisjoint(dict(m.titles)))


def _begun(kind: RecordKind, proposal: Proposal, marked: Sequence[TickColumns], *, said: bool) -> Draft:
    """The columns, those that are ticked aside."""
    ticked = {number for m in marked for number, _ in m.titles}
    shown = {c.number: signs for c, signs in zip(proposal.columns, proposal.shown, strict=True)}
    left = tuple(c for c in proposal.columns if c.number not in ticked)
    return Draft(words_of_roles()[kind.name], proposal.columns, shown, said, left)


def _assigned(kind: RecordKind, draft: Draft, proposal: Proposal, given: Mapping[int, str] | None) -> Draft:
    """With the roles that suit the columns best together, or those that people gave them."""
    choices = _choices(kind.name, [c for c in draft.open if c.number not in draft.dating], proposal)
    if given is None:
        best = assigned(choices, subject_of(kind.name), frozenset([VALUE]))
    else:
        best = _as_given(kind, given)
    return replace(
        draft,
        roles=tuple(_role(n, c, proposal, given) for n, c in best.roles.items() if c.role != VALUE),
        candidates=tuple(_role(n, c, proposal) for n, some in choices.items() for c in some if c.score > 0),
        measured=frozenset(n for n, c in best.roles.items() if c.role == VALUE),
    )


def _led(draft: Draft, subject: str) -> str:
    """What the records' own texts begin with."""
    column = next((r.column for r in draft.roles if r.name == subject), None)
    return lead([cell.text for c in draft.columns if c.number == column for cell in c.filled])


def _as_given(kind: RecordKind, given: Mapping[int, str]) -> Assignment:
    """What people said, as if it were the best assignment."""
    roles = {n: RoleChoice(role, 1.0, kind.meaning(role)) for n, role in given.items() if role}
    return Assignment(roles, float(len(roles)))


def _choices(dataset: str, columns: Sequence[Column], proposal: Proposal) -> dict[int, list[RoleChoice]]:
    """For each column the roles that it may play, with what each adds to the score."""
    order, first = stages_in_order(dataset, columns), _foremost(dataset, columns, proposal)
    return {
        column.number: [
            RoleChoice(name, score, meaning)
            for plain, meaning, score in _scored(dataset, column, proposal)
            if first.get(plain, column.number) == column.number
            if (name := staged(dataset, plain, column, order)) in words_of_roles()[dataset] or name == VALUE
        ]
        for column in columns
    }


def _foremost(dataset: str, columns: Sequence[Column], proposal: Proposal) -> dict[str, int]:
    """For roles with ordered words the column whose title is the phrase that comes first, if one is.

    "Risk description" is the risk and not the "Risk title" beside it, nor a "Risk" that only cites.
    """
    found: dict[str, tuple[int, int]] = {}
    for name in (n for n, rule in words_of_roles()[dataset].items() if rule.ordered):
        words, meaning = words_of_roles()[dataset][name].words, KINDS[dataset].meaning(name)
        likely = {c: proposal.meanings(c.number)[meaning] for c in columns if not _cites(c)}
        for column in (c for c, chance in likely.items() if chance >= AS_LIKELY * max(likely.values())):
            fit, phrase = best_fits(column.titles, _phrases()[dataset]).get(name, NO_FIT)
            if fit >= WHOLE_FIT and phrase in words:
                found[name] = min(found.get(name, (len(words), 0)), (words.index(phrase), column.number))
    foremost = {name: number for name, (_, number) in found.items()}
    if len(proposal.renamed) == 1:  # a title that changes from group to group names the group
        foremost[subject_of(dataset)] = min(proposal.renamed)
    return foremost


def _scored(dataset: str, column: Column, proposal: Proposal) -> Iterator[tuple[str, str, float]]:
    """Roles, what columns of them mean, and the logarithm of how much likelier they are than none."""
    meanings = proposal.meanings(column.number)
    must = subject_of(dataset)
    known = sum(meanings.get(m, 0.0) for m in _roles_of()[dataset])
    fits = best_fits(column.titles, _phrases()[dataset])
    said = max((fit for fit, _ in fits.values()), default=0.0)
    shared = _shares_title(column, proposal)
    barred = _barred(column) | _not_borne_out(dataset, column)
    likeliest = max(meanings.get(m, 0.0) for m in _roles_of()[dataset].keys() - barred)
    for meaning, roles in _roles_of()[dataset].items():
        if meaning in barred:
            continue
        if meaning == VALUE and meanings.get(VALUE, 0.0) < likeliest:
            continue
        best = max((fits.get(role, NO_FIT)[0] for role in roles), default=0.0)
        for place, role in enumerate(roles):
            if place and not fits.get(role, NO_FIT)[0]:
                continue
            own = meanings.get(meaning, 0.0)
            none = max(meanings[OTHER] + RIVALS * (known - own), LEAST_CHANCE)
            chance = own + ALSO_SHARE * sum(meanings.get(m, 0.0) for m in KINDS[dataset].also.get(role, ()))
            # of several roles with one meaning the title tells
            less = best - fits.get(role, NO_FIT)[0] + 0.1 * place
            free = role in (must, VALUE) or shared and role == "ref"
            less += 0.0 if free else TITLE_AGAINST * max(0.0, said - best)
            yield role, meaning, log(max(chance, LEAST_CHANCE) / none) + IN_KIND - less


def _shares_title(column: Column, proposal: Proposal) -> bool:
    """Whether the column beside it stands under the same title, which may be that one's."""
    beside = {column.number - 1, column.number + 1}
    return any(c.number in beside and c.levels == column.levels != () for c in proposal.columns)


def _cites(column: Column) -> bool:
    """Whether the column holds references and nothing else."""
    return (share("citing", column.cells) or 0.0) >= CITING_SHARE


def _barred(column: Column) -> frozenset[str]:
    """Meanings that a column cannot have, whatever its title.

    One that cites holds no words; figures that do not count upwards and sentences are no references.
    """
    if _cites(column):
        return NO_REFERENCES
    texts = [c.flat for c in column.filled]
    figures = [float(t) for t in texts if _NUMBER.fullmatch(t)]
    falls = any(b <= a for a, b in pairwise(figures)) and not counts_rows(texts)
    wordy = 2 * sum(len(t.split()) > MAX_REF_WORDS for t in texts) > len(texts)
    return frozenset({"ref"}) if wordy or falls and len(figures) == len(texts) else frozenset()


def _not_borne_out(dataset: str, column: Column) -> frozenset[str]:
    """Meanings that the title has only where the cells look like it, and they do not: "Outcome" as a status.

    So it is where the title is that of another role in any case.
    """
    rules = words_of_roles()[dataset]
    own = {folded(title) for title in column.titles}
    shaped = {n for n in SHAPES if n in rules and own & {*map(folded, rules[n].shaped)}}
    if not any(own & {*map(folded, rule.words)} for name, rule in rules.items() if name not in shaped):
        return frozenset()
    unlike = (name for name in shaped if (share(SHAPES[name], column.cells) or 0.0) < BORNE_OUT_SHARE)
    return frozenset(KINDS[dataset].meaning(name) for name in unlike)


def _role(
    number: int, choice: RoleChoice, proposal: Proposal, given: Mapping[int, str] | None = None
) -> Role:
    """A column's role with its reasons."""
    title = next(c.title for c in proposal.columns if c.number == number)
    if given is not None:
        return Role(number, choice.role, f"{title!r}: {CONFIRMED}", choice.score)
    said = in_words(proposal.why_column(number, choice.meaning))
    return Role(number, choice.role, f"{title!r}: {said or 'what is left'}", choice.score)


@from_words
def _roles_of() -> dict[str, dict[str, list[str]]]:
    """By dataset and meaning the roles that a column of that meaning may play."""
    found: dict[str, dict[str, list[str]]] = {}
    for dataset, rules in words_of_roles().items():
        found[dataset] = {VALUE: [VALUE]} if VALUE in roles_of(dataset) else {}
        for role in rules:
            if (meaning := KINDS[dataset].meaning(role)) != role and role.startswith(STAGES):
                continue
            found[dataset].setdefault(meaning, []).append(role)
    return found


@from_words
def _phrases() -> dict[str, Groups]:
    """By dataset the phrases of all roles."""
    return {
        dataset: Groups.of({name: (*rule.words, *rule.only, *rule.shaped) for name, rule in rules.items()})
        for dataset, rules in words_of_roles().items()
    }
