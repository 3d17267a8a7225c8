"""Reconcile: the plan titles of typed rows come in, the hierarchy of plans goes out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from agendapack.extract.model import Action, Indicator, PackResult, Plan, Risk, Source
from agendapack.extract.reconcile.vocabulary import ordered

_PAIR = r"(?:20)?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b"
_YEARS = re.compile(rf"\b{_PAIR}(?:\s?(?:[–-]|to)\s?{_PAIR})?")
LONGEST_YEARS = 10
"""Years a plan may run; "08 / 97" is no span."""
Row = Action | Indicator | Risk


def plans(result: PackResult) -> tuple[Plan, ...]:
    """Every plan that has rows, in reading order, with its level, period and parent."""
    rows: dict[str, list[Row]] = {}
    printed: list[Row] = [*result.actions, *result.indicators, *result.risks]
    for row in printed:
        if row.plan:
            rows.setdefault(row.plan, []).append(row)
    found = [_plan(title, members) for title, members in rows.items()]
    parents = _parents(result)
    levels = {plan.title: plan.level for plan in found}
    placed = [
        replace(plan, parent=parents.get(plan.title, "") or _next_above(plan.title, levels)) for plan in found
    ]
    return tuple(sorted(placed, key=lambda p: p.source.page))


def with_plans(result: PackResult) -> PackResult:
    """The result with the page of their table for a name where rows do not know their plan.

    Two such tables may or may not belong together: told apart, nothing false is said of "one plan".
    """
    first: dict[str, int] = {}
    sources = [a.source for a in result.actions] + [i.source for i in result.indicators]
    for source in (*sources, *(r.source for r in result.risks)):
        first[source.table_id] = min(source.page, first.get(source.table_id, source.page))

    def named(source: Source) -> str:
        return f"the table on page {first.get(source.table_id, source.page)}"

    return replace(
        result,
        actions=tuple(a if a.plan else replace(a, plan=named(a.source)) for a in result.actions),
        indicators=tuple(i if i.plan else replace(i, plan=named(i.source)) for i in result.indicators),
        indicator_values=tuple(
            v if v.plan else replace(v, plan=named(v.source)) for v in result.indicator_values
        ),
        risks=tuple(r if r.plan else replace(r, plan=named(r.source)) for r in result.risks),
    )


def period(title: str) -> tuple[date | None, date | None]:
    """First and last day of the financial years a title names; "2008/09 – 2010/11" is three of them."""
    for match in _YEARS.finditer(title):
        first, second, third, last = (int(part) if part else None for part in match.groups())
        if first is not None and second is not None and 0 < second - first <= LONGEST_YEARS:
            end = last if last is not None and third is not None and third > first else second
            return date(2000 + first, 4, 1), date(2000 + end, 3, 31)
    return None, None


def _plan(title: str, members: list[Row]) -> Plan:
    first = min(members, key=lambda row: row.source.page)
    start, end = period(title)
    counts = Counter(type(row) for row in members)
    return Plan(
        replace(first.source, review=()),  # what was said of the row was not said of the plan
        title,
        _level(title),
        "",
        max(row.source.page for row in members),
        counts[Action],
        counts[Indicator],
        counts[Risk],
        start,
        end,
    )


def _level(title: str) -> str:
    """The last level word before the word "plan" ("Corporate Services service plan"), or the last of all."""
    words = re.findall(r"[a-z]+", title.lower())
    before = words[: words.index("plan")] if "plan" in words else words
    levels = ordered("plan_levels", "levels")
    return next((word for word in reversed(before) if word in levels), "")


def _parents(result: PackResult) -> dict[str, str]:
    """The plan that defines most of the parent refs its rows name."""
    defined: dict[str, str] = {}
    for action in result.actions:
        defined.setdefault(action.action_ref, action.plan)
    votes: dict[str, Counter[str]] = {}
    for action in result.actions:
        for ref in action.parent_refs:
            above = defined.get(ref, "")
            if above and above != action.plan:
                votes.setdefault(action.plan, Counter())[above] += 1
    return {plan: counted.most_common(1)[0][0] for plan, counted in votes.items()}


def _next_above(title: str, levels: dict[str, str]) -> str:
    """The one plan of the nearest level above, when there is exactly one."""
    order = ordered("plan_levels", "levels")
    if not levels[title]:
        return ""
    for level in reversed(order[: order.index(levels[title])]):
        above = [other for other, its in levels.items() if its == level]
        if above:
            return above[0] if len(above) == 1 else ""
    return ""
