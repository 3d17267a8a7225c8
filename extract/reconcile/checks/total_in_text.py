"""Check: a text that gives a total that no table has, though the total of one is nearly that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from agendapack.extract.model import Place
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import Role, Said, figures_said
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.extract.reconcile.wording import stems
from agendapack.schemas import from_words

NEAR = Decimal("0.1")
"""Share of a total by which a text may be off; further off it speaks of another."""
LONG = 3
"""Digits of a figure that is no other's by chance."""
LEAD, TAIL = 60, 24
"""Characters before and behind a figure in which it is said what it is the total of."""
SHORTEST = 3
"""Letters of a word that says what a sum is of."""
SCALES = tuple(map(Decimal, (1, 1000, 1_000_000)))
_BY = re.compile(r"\b(?:by|from)\s+(?:an?\s+)?(?:\w+\s+)?$|\b(?:by|from)\s+an?\s", re.IGNORECASE)
"""Before a sum by which something changed."""
_MONEY = re.compile(r"[£€$]\s?\d")
Total = tuple[FigureSheet, int, int, Figure]


@check(
    kind="conflicting_value",
    title="Text gives another total than the table",
    severity="warning",
    message="The text gives {said} for {title}, the table {printed}: “{sentence}”",
    looks_at="lines, tables",
)
def total_in_text(subject: Subject) -> Iterator[Hit]:
    """A sum of money said to be a total, in the words over a column, which no table has anywhere."""
    totals = list(_totals(subject))
    for line in subject.lines if totals else ():
        for sentence in sentences(line.text) if _MONEY.search(line.text) else ():
            for said in figures_said(sentence):
                found = _nearest(sentence, said, totals) if _is_total(sentence, said) else None
                if found and not _printed(said, subject.sheets):
                    yield _hit(sentence, Place(line.page, line.box, "", sentence), said, found)


def _totals(subject: Subject) -> Iterator[Total]:
    for sheet in subject.sheets:
        for row in sheet.body:
            if is_total(sheet.label(row)):
                for column in sheet.columns:
                    if (found := sheet.figures[row][column]) and not found.percent:
                        yield sheet, row, column, found


def _is_total(sentence: str, said: Said) -> bool:
    """Whether a figure is a sum of money, exact enough, that the words beside it make a total."""
    if not said.money or len(said.digits) < LONG or said.role in (Role.CHANGE, Role.BEFORE):
        return False
    lead, tail = sentence[max(0, said.start - LEAD) : said.start], sentence[said.end : said.end + TAIL]
    lead = re.split(r"[,;(]\s", lead)[-1]
    if _BY.search(lead):
        return False
    return bool(_wholes().search(lead) or _wholes().match(tail.lstrip()))


def _nearest(sentence: str, said: Said, totals: Sequence[Total]) -> Total | None:
    """The total nearest to a figure, of those whose column the words beside the figure name."""
    lead = sentence[max(0, said.start - LEAD) : said.end + TAIL]
    told = _telling(lead)
    near = [
        (abs(abs(total[3].value) * scale - said.value), total)
        for total in totals
        for scale in SCALES
        if told & _telling(total[0].header(total[2]))
    ]
    off, found = min(near, key=lambda one: one[0], default=(Decimal(0), None))
    return found if found and said.half < off <= NEAR * said.value else None


def _telling(text: str) -> set[str]:
    """The words of a text that say what a sum is of: no years, units or words for totals."""
    return {stem for stem in stems(text) if stem.isalpha() and len(stem) >= SHORTEST} - _small()


def _printed(said: Said, sheets: Sequence[FigureSheet]) -> bool:
    """Whether a table has a figure anywhere."""
    return any(
        abs(abs(figure.value) * scale - said.value) <= said.half
        for sheet in sheets
        for row in sheet.figures
        for figure in row
        if figure
        for scale in SCALES
    )


def _hit(sentence: str, where: Place, said: Said, found: Total) -> Hit:
    sheet, row, column, figure = found
    label, title = sheet.label(row), sheet.header(column)
    facts = {"said": said.text, "title": title, "printed": figure.text, "sentence": sentence[:200]}
    return Hit(sheet.refs(label), (where, sheet.place(row, f"{label}: {figure.text}")), facts)


@from_words
def _wholes() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("sums", "said_total")), re.IGNORECASE)


@from_words
def _small() -> frozenset[str]:
    return frozenset(stem for word in ordered("sums", "said_total") for stem in stems(word))
