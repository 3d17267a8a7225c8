"""Check: a text that says of which quarter its report is, against the report's title and its day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from agendapack.extract.model import Place
from agendapack.extract.normalise.period_days import Period
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

FRONT_PAGES = 3
"""Pages of a pack that may print the title of its report."""
TITLE_WORDS = 16
"""Words of a title; a longer line is a sentence."""
QUARTER_DAYS = range(89, 93)
OLDEST_DAYS = 300
"""Days after the end of a quarter from which no meeting hears of it for the first time."""


@check(
    kind="period_mismatch",
    title="Text gives the report another quarter than its title or day",
    severity="warning",
    message="The text says {said}, {known}: “{quote}”",
    looks_at="lines",
)
def report_period(subject: Subject) -> Iterator[Hit]:
    """Only sentences that say what the report is of, and name one quarter."""
    title = _of_title(subject.lines)
    meeting = subject.result.pack.meeting_date
    for line in subject.lines:
        for sentence in sentences(line.text):
            said = _said(sentence, title)
            if not said or not said.end:
                continue
            facts = {"said": said.text, "quote": sentence[:200]}
            where = (Place(line.page, line.box, "", sentence),)
            if title and said.end != title.end:
                refs = (said.text, title.text, *_plan(subject, line.page))
                yield Hit(refs, where, {**facts, "known": f"the title {title.text}"})
            elif not title and meeting and not _in_time(said.end, meeting):
                refs = (said.text, *_plan(subject, line.page))
                yield Hit(refs, where, {**facts, "known": f"the meeting was on {meeting}"})


def _plan(subject: Subject, page: int) -> tuple[str, ...]:
    """The plan or report that a text on a page introduces: the first whose rows come after it."""
    after = [plan for plan in subject.plans.values() if plan.source.page >= page]
    return tuple(plan.title for plan in sorted(after, key=lambda plan: plan.source.page)[:1])


def _in_time(quarter_end: date, meeting: date) -> bool:
    return quarter_end <= meeting <= quarter_end + timedelta(days=OLDEST_DAYS)


def _of_title(lines: Sequence[Passage]) -> Period | None:
    """The one quarter that titles on the front name with its year."""
    front = [line.text for line in lines if line.page <= FRONT_PAGES and not line.text.endswith(".")]
    short = [text for text in front if len(text.split()) <= TITLE_WORDS]
    found = [p for p in map(find_period, short) if p and _is_quarter(p)]
    return found[0] if len({(p.start, p.end) for p in found}) == 1 else None


def _is_quarter(period: Period) -> bool:
    return bool(period.start and period.end and (period.end - period.start).days in QUARTER_DAYS)


def _said(sentence: str, title: Period | None) -> Period | None:
    """The quarter that a sentence says its report is of."""
    about = _about().search(sentence)
    if not about or _others().search(sentence):
        return None
    clause = re.split(r"[,;]", sentence[about.end() :])[0]
    period = find_period(clause, context=_year(title))
    return period if period and _is_quarter(period) else None


def _year(title: Period | None) -> str:
    years = re.search(r"\d{4}\s?[/–-]\s?\d{2,4}", title.text) if title else None
    return years[0] if years else ""


@from_words
def _about() -> re.Pattern[str]:
    """The words "this report covers", "figures are for"."""
    papers, tells = (any_of(ordered("counts", key)) for key in ("papers", "papers_tell"))
    return re.compile(rf"\b{papers}\s+{tells}\b", re.IGNORECASE)


@from_words
def _others() -> re.Pattern[str]:
    """Words of a sentence that speaks of another report or quarter too."""
    return re.compile(rf"\b{any_of(ordered('counts', 'other_periods'))}\b", re.IGNORECASE)
