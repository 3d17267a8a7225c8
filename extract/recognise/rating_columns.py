"""Scores of risks told by their cells: at which stage each was made, by its title or by the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.normalise.value_status import UNREAD, WITHOUT_NUMBER
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.draft import Draft
from agendapack.extract.recognise.numbering import counts_rows
from agendapack.extract.recognise.risk_stages import PRESENT, stage_in, with_stage
from agendapack.extract.recognise.role_words import Role
from agendapack.schemas import vocabulary

SCORE = "score"
MIN_RATED = 3
"""Rows that show a column to hold scores."""
MAX_SCORE, MAX_FACTOR = 25, 5
"""Scores of five times five; where none is higher than a factor, it may be one."""
PLACES = frozenset({"trend", "likelihood", "impact"})
"""Roles that a column of scores may only seem to play."""

UNRATED = WITHOUT_NUMBER - {UNREAD} | {"not_printed"}
"""What a value is where a cell says that there is none."""
Scores = dict[tuple[int, int], int]
"""The scores of a column by the place of their rows."""


def scores_in_order(draft: Draft) -> Draft:
    """With the stages of scores that play no role, told by their titles or by how high they are.

    What is never lower than the scores right of it was rated before controls, what is never higher than
    those left of it is aimed at.
    """
    rated = {} if draft.said else {c.number: scores for c in draft.columns if (scores := _scores(c))}
    titles = {c.number: c.title for c in draft.columns if c.number in rated}
    stages = {number: stage_in("risks", title) for number, title in titles.items()}
    roles = {
        r.name: r.column
        for r in draft.roles
        if not (r.column in rated and (r.name in PLACES or _is_outdone(r, stages)))
    }
    free = sorted(rated.keys() - set(roles.values()))
    told: dict[int, Role] = {}
    for number in free:
        name = with_stage(SCORE, stages[number])
        if stages[number] and name in draft.rules and name not in roles:
            roles[name] = number
            told[number] = Role(number, name, f"scores under a title of the stage {stages[number]}")
    left = [n for n in free if not stages[n] and not find_period(titles[n])]
    told |= {role.column: role for role in _by_height(left, roles, rated, draft)}
    kept = (r for r in draft.roles if r.column not in told)
    return replace(draft, roles=(*kept, *told.values()))


def _is_outdone(role: Role, stages: Mapping[int, str]) -> bool:
    """Whether the title of a score names no stage, and that of another says that it is the present one."""
    return role.name == SCORE and not stages[role.column] and PRESENT in stages.values()


def _by_height(
    free: Sequence[int], roles: Mapping[str, int], rated: Mapping[int, Scores], draft: Draft
) -> Iterator[Role]:
    """The stages of scores that no title names, by those beside them: each column as low as the one before.

    Three are those without controls, with them, and aimed at, where the first title does not say that it
    is the score.
    """
    present = roles.get(SCORE)
    if present is None:
        if len(free) == 1:
            yield Role(free[0], SCORE, "its cells are scores")
        return
    order = sorted([*free, present])
    if not free or present not in rated or not all(_falls(rated[a], rated[b]) for a, b in pairwise(order)):
        return
    said = draft.shown[present].get(f"reads as {SCORE}", 0.0) > 0
    first = 1 - order.index(present) if said or len(order) == 2 else 0
    stages = vocabulary("tables")["risks"]["in_order"][max(0, first) :]
    if first < 0 or len(stages) < len(order):
        return
    for number, stage in zip(order, stages, strict=False):
        if roles.get(name := with_stage(SCORE, stage), number) == number or name == SCORE:
            yield Role(number, name, "scores as low as those before them, or lower")


def _scores(column: Column) -> Scores:
    """Its scores; nothing where other texts stand, rows are counted, or none is higher than a factor."""
    if counts_rows([cell.flat for cell in column.filled]):
        return {}
    found: Scores = {}
    for cell in column.filled:
        if _is_unrated(cell.flat):
            continue
        rating = rating_of(cell.flat, column.title)
        text = rating.score if rating else cell.flat
        if rating and not text and rating.likelihood.isdecimal() and rating.impact.isdecimal():
            text = str(int(rating.likelihood) * int(rating.impact))
        if not text.isdecimal() or not 0 < int(text) <= MAX_SCORE:
            return {}
        found[cell.page, cell.row] = int(text)
    products = any(rating_of(c.flat, column.title) for c in column.filled)
    return found if len(found) >= MIN_RATED and (products or max(found.values()) > MAX_FACTOR) else {}


def _is_unrated(text: str) -> bool:
    """Whether a cell says that nothing is rated there: "Not set", "–"."""
    return parse_value(text)[0].status in UNRATED


def _falls(before: Scores, after: Scores) -> bool:
    """Whether the second scores are never higher than the first, and lower somewhere."""
    rows = before.keys() & after.keys()
    return all(after[row] <= before[row] for row in rows) and any(after[row] < before[row] for row in rows)
