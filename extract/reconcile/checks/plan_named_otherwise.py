"""Checks: the years of a plan as other pages name them, and years that are misprinted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from agendapack.extract.model import Place, Plan
from agendapack.extract.reconcile.hierarchy import period
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

_YEARS = re.compile(r"20\d\d ?[/–-] ?\d\d(?!\d)(?: ?(?:[–-]|to) ?20\d\d ?[/–-] ?\d\d(?!\d))?")
_BEFORE_YEARS = re.compile(r"(?<![\s:,–-])[\s:,–-]*(?:for )?(?:20)?\d\d ?[/–-].*$")
_MISPRINT = re.compile(r"(?<![\d£,.])(?:20\d{3}[/–-]\d\d|\d{4}[/–-]20\d{3})(?!\d)")
MIN_NAME_WORDS = 3
"""Words of a plan's name; "Business Plan" alone may be anybody's."""
MOST_WORDS = 12
"""Words of the longest plan name looked for before a pair of years."""


@check(
    kind="period_mismatch",
    title="A plan named with other years elsewhere",
    severity="warning",
    message="{name} is the plan for {own} by its title, but “{said}” elsewhere",
    looks_at="lines",
)
def plan_named_otherwise(subject: Subject) -> Iterator[Hit]:
    """Only plans of several years: last year's plan of one year is often named too."""
    plans = {_key(_name(plan)): plan for plan in subject.plans.values() if _several_years(plan)}
    said = []
    for line in subject.lines if plans else ():
        for match in _YEARS.finditer(line.text):
            before = _key(line.text[: match.start()])[-MOST_WORDS:]
            own = next((plans[before[n:]] for n in range(len(before)) if before[n:] in plans), None)
            start, end = period(match[0])
            if own and start == own.period_start and end != own.period_end and _spans(start, end):
                said.append(((own.title, match[0]), line))
    for (title, years), lines in grouped(said).items():
        plan = subject.plans[title]
        name = _name(plan)
        yield Hit(
            (name, title),
            (*(Place(k.page, k.box, "", f"{name} {years}") for k in lines), place(plan, title)),
            {"name": name, "own": title.removeprefix(name).strip(" :,–-"), "said": f"{name} {years}"},
        )


@check(
    kind="suspect_date",
    title="Misprinted year",
    severity="warning",
    message="“{printed}” is no pair of years{where}",
    looks_at="lines",
)
def misprinted_year(subject: Subject) -> Iterator[Hit]:
    """A year with five figures."""
    names = [name for plan in subject.plans.values() if (name := _name(plan))]
    for line in subject.lines:
        for match in _MISPRINT.finditer(line.text):
            before = line.text[: match.start()].replace("’", "'")
            about = [name for name in names if name in before]
            quote = line.text[max(0, match.start() - 60) : match.end()]
            yield Hit(
                (*about, match[0]),
                (Place(line.page, line.box, "", quote),),
                {"printed": match[0], "where": f" ({about[-1]})" if about else ""},
            )


@check(
    kind="period_mismatch",
    title="One plan with two spans of years",
    severity="warning",
    message="{name} is called the plan for {spans}",
    looks_at="lines",
)
def plan_spans_differ(subject: Subject) -> Iterator[Hit]:
    """A plan that other pages name, though it is not in the pack: same first year, other last year."""
    own = {_key(_name(plan)) for plan in subject.plans.values()}
    named = []
    for line in subject.lines:
        for match in _YEARS.finditer(line.text):
            name = _named_before(line.text[: match.start()])
            start, end = period(match[0])
            if name and _key(name) not in own and _spans(start, end):
                named.append(((_key(name), start), (end, match[0], name, line)))
    for found in grouped(named).values():
        first = {end: (years, name, line) for end, years, name, line in reversed(found)}
        if len(first) > 1:
            told = sorted(first.values(), key=lambda said: said[2].page)
            name = told[0][1]
            yield Hit(
                (name,),
                tuple(Place(k.page, k.box, "", f"{name} {years}") for years, _, k in told),
                {"name": name, "spans": ", but also ".join(f"{y} (page {k.page})" for y, _, k in told)},
            )


def _named_before(text: str) -> str:
    """The name of a plan that ends the text: words in capitals and the small words between them."""
    name: list[str] = []
    for word in reversed(text.replace("’", "'").split()):
        if not (word[:1].isupper() or word in ("of", "and", "for", "the", "&")) or word.endswith((".", ",")):
            break
        name.insert(0, word)
    while name and not name[0][:1].isupper():
        name.pop(0)
    plan = bool(name) and name[-1].casefold() in words("plan_levels", "plan_words")
    return " ".join(name) if plan and len(name) >= MIN_NAME_WORDS else ""


def _several_years(plan: Plan) -> bool:
    return _spans(plan.period_start, plan.period_end)


def _spans(start: date | None, end: date | None) -> bool:
    """Whether more than one financial year lies between the days."""
    return bool(start and end and end.year - start.year > 1)


def _name(plan: Plan) -> str:
    """The title without its years."""
    return _BEFORE_YEARS.sub("", plan.title).strip()


def _key(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z']+", text.casefold().replace("’", "'")))
