"""Check: a text that says by how much a figure changed since a period, and a table that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import Said, figures_said
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

HUNDRED = Decimal(100)
PLAIN = Decimal(1)
"""Percentage points by which a change must be off to be no matter of rounding."""
LONG = 3
"""Digits of a figure that stands in a table by no chance."""
_BASE = re.compile(r"\b(?:from|since|on|compared\s+(?:with|to)|than)\b(?P<rest>[^.;]{0,60})")
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?")
Pair = tuple[FigureSheet, int, Figure, Figure]


@check(
    kind="sum_mismatch",
    title="Change in a text that does not follow from the table",
    severity="warning",
    message="From {before} to {after} is {made}%, the text says {said}: “{sentence}”",
    looks_at="lines, tables",
)
def change_of_row(subject: Subject) -> Iterator[Hit]:
    """A figure of a table, the share by which it rose or fell, and the period of another figure beside it."""
    for line in subject.lines:
        for sentence in sentences(line.text) if _changes().search(line.text) else ():
            change, base = _changes().search(sentence), _base(sentence)
            levels = [f for f in figures_said(sentence) if not f.share and len(f.digits) >= LONG]
            if change and base and len(levels) == 1:
                pairs = list(_pairs(subject, levels[0], base))
                said = Decimal(change["share"]) * (1 if change["up"] else -1)
                if pairs and all(abs(_made(p) - said) > PLAIN for p in pairs):
                    yield _hit(change[0], pairs[0], Place(line.page, line.box, "", sentence))


def _base(sentence: str) -> str:
    """The period since which something changed."""
    found = [p for base in _BASE.finditer(sentence) if (p := _PERIOD.search(base["rest"]))]
    return found[-1][0] if found else ""


def _pairs(subject: Subject, said: Said, base: str) -> Iterator[Pair]:
    """The figure of a text in a table, with the one of a period in its row or in its column."""
    for sheet in subject.sheets:
        for row in sheet.body:
            for column, figure in enumerate(sheet.figures[row]):
                if figure and not figure.percent and abs(figure.value - said.value) <= said.half:
                    across = (sheet.figures[row][c] for c in _columns(sheet, base) if c != column)
                    down = (sheet.figures[r][column] for r in _rows(sheet, base) if r != row)
                    before = [f for f in (*across, *down) if f and f.value and not f.percent]
                    yield from ((sheet, row, f, figure) for f in before)


def _columns(sheet: FigureSheet, period: str) -> Iterator[int]:
    return (c for c in sheet.columns if period in sheet.header(c))


def _rows(sheet: FigureSheet, period: str) -> Iterator[int]:
    return (r for r in sheet.body if period in sheet.label(r))


def _made(pair: Pair) -> Decimal:
    _, _, before, after = pair
    return (after.value - before.value) / before.value * HUNDRED


def _hit(said: str, pair: Pair, where: Place) -> Hit:
    sheet, row, before, after = pair
    facts = {"before": before.text, "after": after.text, "made": f"{_made(pair):.1f}", "said": said}
    there = sheet.place(row, f"{before.text}; {after.text}")
    return Hit(sheet.refs(sheet.label(row)), (where, there), {**facts, "sentence": where.quote[:200]})


@from_words
def _changes() -> re.Pattern[str]:
    """The words "a cut of 38%", "8% more", "an increase of 4.5 per cent"."""
    up, down = (whole_words(ordered("sums", key)) for key in ("more_than_before", "less_than_before"))
    share = r"(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)"
    return re.compile(rf"\ban?\s+(?:[a-z]+\s+)?(?:(?P<up>{up})|{down})\s+of\s+{share}", re.IGNORECASE)
