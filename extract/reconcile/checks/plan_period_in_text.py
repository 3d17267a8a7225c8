"""Check: a plan whose own text gives it other years than its title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from agendapack.extract.model import Place, Plan
from agendapack.extract.reconcile.hierarchy import period
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.extract.reconcile.wording import words

TITLE_WORDS = 4
"""Before "plan for 2024/25" a title of its own has no more words, and nothing behind it."""
PAGES_BEFORE = 12
"""Pages before a plan's first row that may still belong to its introduction."""
_YEARS = r"20\d\d ?[/–-] ?\d{2,5}(?: ?(?:[–-]|to) ?20\d{1,3} ?[/–-] ?\d\d)?"
_SAID = re.compile(rf"(?:plan for|plan,? covering|plan for the (?:years?|period)) ({_YEARS})", re.IGNORECASE)


@check(
    kind="period_mismatch",
    title="Text gives the plan other years than its title",
    severity="warning",
    message="{title}: the text says “{said}”",
    looks_at="lines",
)
def plan_period_in_text(subject: Subject) -> Iterator[Hit]:
    """A sentence carried over from last year's plan. Only sentences that name the plan's own level count."""
    starts = sorted(plan.source.page for plan in subject.plans.values())
    for plan in subject.plans.values():
        before = bisect_left(starts, plan.source.page)
        first = max(starts[before - 1] + 1 if before else 1, plan.source.page - PAGES_BEFORE)
        for page in range(first, plan.source.page + 1):
            for line in subject.lines_of.get(page, ()):
                yield from _said(plan, line)


def _is_title(text: str, said: re.Match[str]) -> bool:
    """Whether the line is the title of another plan: that of a review of last year plans for the next."""
    return not words(text[said.end() :]) and len(words(text[: said.start()])) <= TITLE_WORDS


def _said(plan: Plan, line: Passage) -> Iterator[Hit]:
    """Years the line gives that share no year with the title's."""
    for match in _SAID.finditer(line.text):
        levels = set(ordered("plan_levels", "levels"))
        start, end = period(match[1])
        before = {w for w in words(line.text[: match.start(1)])[-6:] if w in levels}
        if (
            start
            and end
            and plan.period_start
            and plan.period_end
            and not _is_title(line.text, match)
            and (not before or plan.level in before)
            and (end < plan.period_start or start > plan.period_end)
        ):
            said = line.text[max(0, match.start() - 60) : match.end()].strip()
            yield Hit(
                (plan.title,),
                (Place(line.page, line.box, "", said), place(plan, plan.title)),
                {"title": plan.title, "said": "…" + said},
            )
