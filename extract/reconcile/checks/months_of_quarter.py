"""Check: a quarter that its three months do not make, where other quarters of the table are their sums."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.reconcile.adding import adds_up, near
from agendapack.extract.reconcile.checks.across import total_across
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import any_month
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

MONTHS, QUARTERS = 3, 4
MIN_KEPT = 3
"""Other quarters of the table that are the sums of their months, one of them of the same row or not."""
_QUARTER = re.compile(
    r"(?:q(?:uarter|tr)?\s?[1-4]|[1-4](?:st|nd|rd|th)\s+q(?:uarter|tr)?)(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Made:
    """A figure for a stretch of time, and those of the parts of it."""

    row: int
    column: int
    whole: Figure
    parts: tuple[Figure, ...]


@check(
    kind="sum_mismatch",
    title="Quarter that its months do not make",
    severity="error",
    message="{title}: {label}: {head} is printed as {printed}, {parts} make {made}",
    looks_at="tables",
)
def months_of_quarter(subject: Subject) -> Iterator[Hit]:
    """Only counts, which add up elsewhere in the table; a rate for a quarter is none of its months' sum."""
    for sheet in subject.sheets:
        groups = list(_groups(sheet))
        made = [m for row in (sheet.body if groups else ()) for g in groups if (m := _made(sheet, row, *g))]
        kept = [m for m in made if adds_up(m.whole, m.parts)]
        for each in made if len(kept) >= MIN_KEPT else ():
            if each not in kept and _adds(each, kept) and near(each.whole, each.parts):
                hit = _hit(sheet, each)
                if not any(hit.places == other.places for other in total_across(subject)):
                    yield hit


def _groups(sheet: FigureSheet) -> Iterator[tuple[int, int]]:
    """Columns of quarters behind their three months, and of years behind their quarters: first and last."""
    heads = [" ".join(sheet.own_header(c).split()) for c in range(len(sheet.rows[0]))] if sheet.rows else []
    months, quarter, year = _heads()
    kinds = "".join(
        "m" if months.match(h) else "q" if quarter.match(h) else "y" if year.fullmatch(h) else "-"
        for h in heads
    )
    for found in re.finditer(rf"(?<!m)m{{{MONTHS}}}q|(?<!q)q{{{QUARTERS}}}y", kinds):
        yield found.start(), found.end() - 1


def _made(sheet: FigureSheet, row: int, first: int, last: int) -> _Made | None:
    parts = tuple(f for c in range(first, last) if (f := sheet.figures[row][c]))
    whole = sheet.figures[row][last]
    shares = any(f.percent or f.decimals for f in parts)
    if not whole or whole.percent or shares or len(parts) != last - first or not any(f.value for f in parts):
        return None
    return _Made(row, last, whole, parts)


def _adds(each: _Made, kept: list[_Made]) -> bool:
    """Whether a row is one of counts: another stretch of it adds up, or its figure is beyond all its parts.

    A position at the end is that of the last part, a mean lies among the parts.
    """
    own = any(k.row == each.row for k in kept)
    return each.whole.value > max(p.value for p in each.parts) and (
        own or len({k.row for k in kept}) >= MIN_KEPT
    )


def _hit(sheet: FigureSheet, each: _Made) -> Hit:
    label = sheet.label(each.row) or "a row without a label"
    facts = {
        "title": sheet.title,
        "label": label,
        "head": sheet.own_header(each.column),
        "printed": each.whole.text,
        "parts": " + ".join(p.text for p in each.parts),
        "made": f"{sum(p.value for p in each.parts):,}",
    }
    where = sheet.place(each.row, f"{label}: {each.whole.text}")
    return Hit(sheet.refs(label), (where,), facts, "info" if sheet.scanned else None)


@from_words
def _heads() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    years = "|".join(map(re.escape, ordered("sums", "whole_year")))
    return (
        re.compile(rf"{any_month()}(?:[ '’/-]*\d{{2,4}})?$", re.IGNORECASE),
        _QUARTER,
        re.compile(years, re.IGNORECASE),
    )
