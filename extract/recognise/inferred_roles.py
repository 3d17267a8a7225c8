"""Roles told by the cells of columns, or by what the other columns are, rather than by titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.polarity import said_to_be_better, wishes
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.normalise.status import status_group
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.draft import Draft
from agendapack.extract.recognise.measure_names import without_period
from agendapack.extract.recognise.measures import in_time
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.recognise.shapes import ANY_YEAR, share
from agendapack.extract.recognise.titles import folded
from agendapack.schemas import from_words, vocabulary

RATING = "rag"
STATUS = "status"
DUE, FIRST_DUE = "due", "first_due"
REVIEWED = "last_review"
DIRECTION, POLARITY = "direction", "polarity"
PRIORITY, SCORE = "priority", "score"
MOST_WISHED_WORDS = 3
"""Words of a cell that says which way is better: "Lower is better"."""
MIN_ARROWS, ARROWS_SHARE = 2, 0.7
"""Arrows in a column that tells directions, and their share of its filled cells."""
MIN_DATES, LATER_SHARE = 2, 0.8
"""Rows with both dates, and their share in which one is not before the other."""
MAX_STANDING_WORDS, AGAIN_SHARE, STANDING_SHARE = 4, 0.75, 0.3
"""Words of a status; statuses by the rows that have one; share of them that are known as such."""
KNOWN_SHARE = 0.7
"""Share of words of statuses where hardly any comes again."""
MIN_LEVELS, LEVELS_SHARE = 2, 0.7
"""The same of levels."""
MIN_PRODUCTS = 2
"""Rows whose numbers must all be products of two other columns."""
FACTORS = (
    ("likelihood", "impact", "score"),
    ("inherent_likelihood", "inherent_impact", "inherent_score"),
)


def newest_status(draft: Draft) -> Draft:
    """With the newest of several columns that say how an action stands ("Q1 RAG", "Q2 RAG")."""
    filled = {c.number for c in draft.columns if any(cell.text or cell.fill for cell in c.cells)}
    candidates = [r for r in draft.candidates if r.name == STATUS and r.column in filled]
    dated = () if draft.said else ratings_by_period(draft.roles, candidates, draft.columns, STATUS)
    newest = next((r for r in draft.candidates if dated and r.name == STATUS and r.column == dated[-1]), None)
    return replace(draft, roles=tuple(newest if newest and r.name == STATUS else r for r in draft.roles))


def first_date(draft: Draft) -> Draft:
    """With a revised date for the one that counts, and beside it the one first set, for rows not revised."""
    due = next((r for r in draft.roles if r.name == DUE), None)
    if draft.said or due is None or any(r.name == FIRST_DUE for r in draft.roles):
        return draft
    others = [r for r in draft.roles if r is not due]
    taken = {r.column for r in others}
    dates = [due, *(r for r in draft.candidates if r.name == DUE and r.column not in {*taken, due.column})]
    best = sorted(dates, key=lambda r: -r.score)
    titles = {c.number: c.title for c in draft.columns}
    revised = [r for r in best if _revised().search(titles[r.column])]
    first = [r for r in best if r not in revised]
    if not revised or not first:
        return draft
    told = Role(first[0].column, FIRST_DUE, "a due date beside a revised one")
    return replace(draft, roles=(*others, revised[0], told))


def last_date(draft: Draft) -> Draft:
    """With the later of two columns of dates for the one that counts: what begins earlier ends later.

    Not where a title says what is due. Of the earlier one nothing is said: it may be a start or a promise.
    """
    due = next((r for r in draft.roles if r.name == DUE), None)
    if draft.said or due is None or draft.shown[due.column].get(f"is {DUE}"):
        return draft
    taken = {r.column for r in draft.roles} - {due.column}
    days = {c.number: _days(c) for c in draft.columns if c.number not in taken}
    own = days.pop(due.column)
    for number, others in days.items():
        rows = own.keys() & others.keys()
        later = sum(others[row] >= own[row] for row in rows)
        if len(rows) >= MIN_DATES and later >= LATER_SHARE * len(rows):
            told = Role(number, DUE, "its dates are later than those beside it")
            return replace(draft, roles=(*(r for r in draft.roles if r is not due), told))
    return draft


def timed(draft: Draft) -> Draft:
    """Without a due date of which no cell names a time, where its title alone may mean one: "Programme"."""
    due = next((r for r in draft.roles if r.name == DUE), None)
    if draft.said or due is None or draft.shown[due.column].get(f"is {DUE}"):
        return draft
    texts = [c.flat for column in draft.columns if column.number == due.column for c in column.filled]
    if any(parse_due(text, plan_year=ANY_YEAR).kind != "unparsed" for text in texts):
        return draft
    return replace(draft, roles=tuple(r for r in draft.roles if r is not due))


def reviewed(draft: Draft) -> Draft:
    """With the last review for the one column of days in a register of risks whose title says nothing else.

    When a risk was found, and when something is due, registers say by the title.
    """
    due = {c.number for c in draft.columns if draft.shown[c.number].get(f"reads as {DUE}")}
    taken = {r.column: r.name for r in draft.roles if r.name != DUE or r.column in due}
    dated = [c.number for c in draft.columns if c.number not in taken and len(_days(c)) >= MIN_DATES]
    if draft.said or REVIEWED in taken.values() or len(dated) != 1 or dated[0] in due:
        return draft
    (number,) = dated
    told = Role(number, REVIEWED, "its cells are days, its title names no other time")
    return replace(draft, roles=(*(r for r in draft.roles if r.column != number), told))


def _days(column: Column) -> dict[tuple[int, int], date]:
    """The dates of a column by the place of their rows; nothing where other texts prevail."""
    parsed = {(c.page, c.row): parse_due(c.flat, plan_year=ANY_YEAR).date for c in column.filled}
    days = {place: day for place, day in parsed.items() if day is not None}
    return days if 2 * len(days) > len(parsed) else {}


@from_words
def _revised() -> re.Pattern[str]:
    return re.compile(whole_words(map(str, vocabulary("dates")["revised"])), re.IGNORECASE)


def standing(draft: Draft) -> Draft:
    """With the status whatever its title, where nothing else says how actions stand: few short texts.

    They come again from row to row, and some of them are words of how things stand.
    """
    return _with_the_one(draft, STATUS, _tells_standing, "its cells say how things stand, in few words")


def _tells_standing(column: Column) -> bool:
    texts = [cell.flat for cell in column.filled]
    short = all(len(text.split()) <= MAX_STANDING_WORDS for text in texts)
    known = sum(bool(status_group(text)) for text in texts)
    again = len({*texts}) <= AGAIN_SHARE * len(texts)
    told = again and known >= STANDING_SHARE * len(texts) > 0
    return short and (told or (share("status", column.filled) or 0.0) >= KNOWN_SHARE)


def ratings_by_period(
    roles: Sequence[Role], candidates: Sequence[Role], columns: Sequence[Column], name: str = RATING
) -> tuple[int, ...]:
    """Columns that rate under one title, one for each period, in the order of their periods."""
    chosen = next((r for r in roles if r.name == name), None)
    if chosen is None:
        return ()
    by_number = {c.number: c for c in columns}
    taken = {r.column for r in roles} - {chosen.column}
    titles = {n: folded(without_period(c.levels[-1])) if c.levels else () for n, c in by_number.items()}
    alike = sorted(
        r.column for r in candidates
        if r.name == name and r.column not in taken and titles[r.column] == titles[chosen.column]
    )  # fmt: skip
    return tuple(c.number for c in in_time([by_number[n] for n in alike]))


def products(draft: Draft) -> Draft:
    """With scores told by their cells alone, also where a title calls them a priority."""
    more = () if draft.said else tuple(_by_product(draft.roles, draft.columns))
    told = {role.column for role in more}
    return replace(draft, roles=(*(r for r in draft.roles if r.column not in told), *more))


def _by_product(roles: Sequence[Role], columns: Sequence[Column]) -> Iterator[Role]:
    """Scores whatever their title: likelihood times impact in every row."""
    numbers = {c.number: _numbers(c) for c in columns}
    taken = {r.column for r in roles if r.name != PRIORITY}
    for factor, other, product in FACTORS:
        names = {r.name: r.column for r in roles}
        if product in names or not {factor, other} <= names.keys():
            continue
        first, second = numbers[names[factor]], numbers[names[other]]
        wanted = {at: first[at] * second[at] for at in first.keys() & second.keys()}
        fits = (
            n for n, own in numbers.items() if n not in taken and len(own) >= MIN_PRODUCTS and own == wanted
        )
        if (column := next(fits, None)) is not None:
            taken.add(column)
            yield Role(column, product, f"its cells are {factor} times {other}")


def rated_in_one(draft: Draft) -> Draft:
    """With the score whatever its title: the one that multiplies, "4 x 3 = 12", and plays no rating."""
    rated = {r.column for r in draft.roles if r.name in chain(*FACTORS, (PRIORITY,))}
    shown = [c for c in draft.columns if c.number not in rated and _multiplies(c)]
    if draft.said or any(r.name == SCORE for r in draft.roles) or len(shown) != 1:
        return draft
    told = Role(shown[0].number, SCORE, "its cells multiply likelihood and impact")
    return replace(draft, roles=(*(r for r in draft.roles if r.column != told.column), told))


def _multiplies(column: Column) -> bool:
    """Whether all cells that say something show two factors and what they make."""
    texts = [c.flat for c in column.filled]
    return bool(texts) and all((r := rating_of(t)) and r.score for t in texts)


def levels(draft: Draft) -> Draft:
    """With the priority whatever its title, where nothing else rates: the one column of levels, Low to High.

    A score is a figure; a word under the title of one says how grave a risk is.
    """
    names = {r.name for r in draft.roles}
    taken = {r.column for r in draft.roles if r.name != SCORE}
    shown = [c for c in draft.columns if c.number not in taken and _shows_levels(c, draft)]
    if draft.said or not names.isdisjoint({PRIORITY, *FACTORS[0][:2]}) or len(shown) != 1:
        return draft
    told = Role(shown[0].number, PRIORITY, "its cells are levels")
    return replace(draft, roles=(*(r for r in draft.roles if r.column != told.column), told))


def _shows_levels(column: Column, draft: Draft) -> bool:
    """Whether the cells say no more than how high: "Low", "H"."""
    return len(column.filled) >= MIN_LEVELS and draft.shown[column.number].get("a level", 0.0) >= LEVELS_SHARE


def wished(draft: Draft) -> Draft:
    """With the polarity for the one column under a title that wishes, "Should go", whose cells say where to.

    Else "Up" and "Down" there would be taken for how the figures moved.
    """
    if draft.said or any(r.name == POLARITY for r in draft.roles):
        return draft
    found = [c.number for c in draft.columns if wishes(c.title) and _says_which_way(c)]
    if len(found) != 1:
        return draft
    told = Role(found[0], POLARITY, "its cells say which way is better, under a title that wishes it")
    return replace(draft, roles=(*(r for r in draft.roles if r.column != told.column), told))


def _says_which_way(column: Column) -> bool:
    texts = [c.flat for c in column.filled]
    short = all(len(text.split()) <= MOST_WISHED_WORDS for text in texts)
    return bool(texts) and short and all(map(said_to_be_better, texts))


def arrows(draft: Draft) -> Draft:
    """With the direction whatever its title: the one column that shows arrows alone."""
    return _with_the_one(draft, DIRECTION, _shows_arrows, "its cells are arrows")


def _with_the_one(draft: Draft, name: str, shows: Callable[[Column], bool], why: str) -> Draft:
    """With a role that no column plays yet for the one column whose cells show it."""
    played = {r.column: r.name for r in draft.roles}
    if draft.said or name in played.values():
        return draft
    shown = [c for c in draft.columns if c.number not in played and shows(c)]
    if len(shown) != 1:
        return draft
    return replace(draft, roles=(*draft.roles, Role(shown[0].number, name, why)))


def _shows_arrows(column: Column) -> bool:
    """Whether the cells are arrows, without a word or a figure."""
    filled = [c for c in column.cells if c.text or c.glyphs]
    bare = not any(any(map(str.isalnum, c.text)) for c in filled)
    return len(filled) >= MIN_ARROWS and bare and (share("direction", filled) or 0.0) >= ARROWS_SHARE


def _numbers(column: Column) -> dict[tuple[int, int], int]:
    """The whole numbers of a column by the place of their rows; nothing when it holds other text."""
    if not all(c.flat.isdigit() for c in column.filled):
        return {}
    return {(c.page, c.row): int(c.flat) for c in column.filled}
