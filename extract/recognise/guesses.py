"""Roles told by the cells of columns, or by what the other columns are, rather than by titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agendapack.extract.normalise.rag import rag_of_colour
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.measures import ValueColumn, in_time, without_period
from agendapack.extract.recognise.rules import Role, Rule
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.titles import fits_only, folded
from agendapack.schemas import vocabulary

RATING = "rag"
STATUS = "status"
OWN_REF = "ref"
MIN_REFS, REFS_SHARE = 3, 0.8
"""References in a column without a telling title that are those of its rows; their share."""
MIN_TELLING_SCORE = 0.9
"""Fit of a telling column, its cells included."""
MIN_TELLING = 2
"""Columns that only this dataset has, from which a nameless column of text is its subject."""
TEXT_SHARE = 0.7
ARROWS_SHARE = 0.7
RATED_SHARE = 0.7
_LED = re.compile(
    r"(?P<ref>[A-Z]{1,5}[ -]?\d{1,3}(?:\.\d{1,2})*[a-z]?)\s*(?:[:–—-]\s+|\.\s+|\s)(?P<text>\w.*)", re.DOTALL
)
ELIMINATION_FIT = 0.6
MIN_PRODUCTS = 2
MIN_PERIODS = 2
"""Periods whose figures make a "Measure" an indicator."""
FACTORS = (
    ("likelihood", "impact", "score"),
    ("inherent_likelihood", "inherent_impact", "inherent_score"),
)


def newest_status(roles: Sequence[Role], candidates: Sequence[Role], columns: Sequence[Column]) -> list[Role]:
    """The roles with the newest of several columns that say how an action stands ("Q1 RAG", "Q2 RAG")."""
    filled = {c.number for c in columns if any(cell.text or cell.fill for cell in c.cells)}
    dated = ratings_by_period(roles, [r for r in candidates if r.column in filled], columns, STATUS)
    newest = next((r for r in candidates if dated and r.name == STATUS and r.column == dated[-1]), None)
    return [newest if newest and r.name == STATUS else r for r in roles]


def ratings_by_period(
    roles: Sequence[Role], candidates: Sequence[Role], columns: Sequence[Column], name: str = RATING
) -> tuple[int, ...]:
    """Columns that rate under one title, one for each period, in the order of their periods."""
    chosen = next((r for r in roles if r.name == name), None)
    if chosen is None:
        return ()
    by_number = {c.number: c for c in columns}
    taken = {r.column for r in roles} - {chosen.column}
    titles = {n: folded(without_period(c.levels[-1])) for n, c in by_number.items() if c.levels}
    alike = sorted(
        r.column for r in candidates
        if r.name == name and r.column not in taken and titles[r.column] == titles[chosen.column]
    )  # fmt: skip
    return tuple(c.number for c in in_time([by_number[n] for n in alike]))


def by_shape(
    rules: Mapping[str, Rule], roles: Sequence[Role], values: Sequence[ValueColumn], columns: Sequence[Column]
) -> Iterator[Role]:
    """Roles that the cells of a column show whatever its title: arrows, ratings, references."""
    taken = {r.column for r in roles} | {v.column for v in values}
    free = [c for c in columns if c.number not in taken]
    direction = next((n for n, rule in rules.items() if rule.shape == "direction"), "")
    first = min(taken, default=0)
    shown = (
        (direction, "arrows", [c for c in free if (share("direction", c.cells) or 0) >= ARROWS_SHARE]),
        (RATING, "rated by their colours", [c for c in free if _rated(c)]),
        (OWN_REF, "references, each another", [c for c in free if c.number < first and _own_refs(c)]),
    )
    for name, what, fitting in shown:
        if name in rules and len(fitting) == 1 and not any(r.name == name for r in roles):
            reason = f"{fitting[0].title!r}: its cells are {what}"
            yield Role(fitting[0].number, name, ELIMINATION_FIT, reason)


def by_product(rules: Mapping[str, Rule], roles: Sequence[Role], columns: Sequence[Column]) -> Iterator[Role]:
    """Scores whatever their title: likelihood times impact in every row."""
    numbers = {c.number: _numbers(c) for c in columns}
    taken = {r.column for r in roles}
    for factor, other, product in FACTORS:
        names = {r.name: r.column for r in roles}
        if product not in rules or product in names or not {factor, other} <= names.keys():
            continue
        first, second = numbers[names[factor]], numbers[names[other]]
        wanted = {at: first[at] * second[at] for at in first.keys() & second.keys()}
        fits = (
            n for n, own in numbers.items() if n not in taken and len(own) >= MIN_PRODUCTS and own == wanted
        )
        if (column := next(fits, None)) is not None:
            taken.add(column)
            yield Role(column, product, ELIMINATION_FIT, f"its cells are {factor} times {other}")


def _numbers(column: Column) -> dict[tuple[int, int], int]:
    """The whole numbers of a column by the place of their rows; nothing when it holds other text."""
    if not all(c.flat.isdigit() for c in column.filled):
        return {}
    return {(c.page, c.row): int(c.flat) for c in column.filled}


def led_by_refs(column: Column) -> bool:
    """Whether the texts of a column begin with references, each another: "CR1 The market closes"."""
    led = [led_by_ref(cell.flat) for cell in column.filled]
    refs = [found[0] for found in led if found]
    return len(refs) >= MIN_PRODUCTS and len(refs) == len(led) == len(set(refs))


def led_by_ref(text: str) -> tuple[str, str] | None:
    """The reference that a text begins with, and the text; a bare number is that of a list."""
    found = _LED.fullmatch(text.strip())
    if found is None or not is_ref(found["ref"]):
        return None
    return found["ref"], found["text"]


def _rated(column: Column) -> bool:
    """Whether the cells of a column have colours that rate, not all the same."""
    shown = [rag_of_colour(c.fill) for c in column.cells if c.fill]
    ratings = [r for r in shown if r]
    return len(ratings) >= RATED_SHARE * len(column.cells) and len(set(ratings)) > 1


def _own_refs(column: Column) -> bool:
    """Whether each cell is a reference of its own; numbers count under no title at all."""
    texts = [c.flat.strip(".)") for c in column.filled]
    if not column.levels and texts == [str(n) for n in range(1, len(texts) + 1)]:
        return len(texts) >= MIN_PRODUCTS
    alike = len(texts) >= MIN_REFS and len(set(texts)) == len(texts)
    return alike and sum(map(is_ref, texts)) >= REFS_SHARE * len(texts)


def counts_over_time(title: str, values: Sequence[ValueColumn], columns: Sequence[Column]) -> bool:
    """Whether figures for several periods, none of them a sum of money, stand beside a "Measure"."""
    measured = {v.column for v in values if v.period}
    said = vocabulary("tables")["indicators"]["over_periods"]
    return (
        any(fits_only(title, str(word)) for word in said)
        and len({v.period for v in values if v.period}) >= MIN_PERIODS
        and not all_money(values)
        and not any("£" in cell.flat for c in columns if c.number in measured for cell in c.filled)
    )


def all_money(values: Sequence[ValueColumn]) -> bool:
    """Whether the titles of all value columns say that they are sums of money."""
    return bool(values) and all(v.unit.startswith("gbp") for v in values)


def by_elimination(
    spec: dict[str, Any], roles: Sequence[Role], values: Sequence[ValueColumn], columns: Sequence[Column]
) -> Role | None:
    """The first column of text as the one the dataset must have, when all else is telling."""
    must = next(n for n, rule in spec["roles"].items() if rule.get("must"))
    telling = [r for r in roles if r.name in spec.get("telling", ()) and r.score >= MIN_TELLING_SCORE]
    if any(r.name == must for r in roles) or len(telling) + min(1, len(values)) < MIN_TELLING:
        return None
    if all_money(values):  # savings, projects: they have targets and ratings too
        return None
    taken = {r.column for r in roles} | {v.column for v in values}
    texts = [c for c in columns if c.number not in taken and (share("text", c.cells) or 0) >= TEXT_SHARE]
    if len(texts) != 1:
        return None
    reason = f"{texts[0].title!r} is the one column of text beside {', '.join(r.name for r in telling)}"
    return Role(texts[0].number, must, ELIMINATION_FIT, reason)
