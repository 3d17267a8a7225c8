"""Check: a row whose text names a sum of money, beside a column of money with another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

_MILLIONS = re.compile(r"£\s?(?:m\b|million)", re.IGNORECASE)
_AMOUNT = re.compile(r"£\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(?:m\b|million\b)", re.IGNORECASE)
LEAD = 24
"""Characters before an amount that say whether it is one, or a bound of one."""
NEAR = Decimal("0.3")
"""Share of the column's figure by which the text may be off; further off it speaks of another sum."""
NAME_WORDS = 8
"""Words of a cell that may name the row."""


@check(
    kind="conflicting_value",
    title="Text of a row gives another sum than its column",
    severity="info",
    message="{label}: the text says {said}, {head} has {printed}",
    looks_at="tables",
)
def amount_in_own_row(subject: Subject) -> Iterator[Hit]:
    """Only where a row names one sum in millions, and its columns of millions have one near it."""
    for sheet in subject.sheets:
        columns = [c for c in sheet.columns if _MILLIONS.search(sheet.header(c))]
        for row in sheet.body if columns else ():
            said = _said(sheet.rows[row])
            printed = [(c, f) for c in columns if (f := sheet.figures[row][c])]
            near = [(c, f) for c, f in printed if said and _off(said, f) <= NEAR * abs(f.value)]
            if said and len(near) == 1 and all(_off(said, f) > f.half_unit for _, f in printed):
                yield _hit(sheet, row, said[0], near[0])


def _said(texts: tuple[str, ...]) -> re.Match[str] | None:
    """The one sum of a row's texts, which nothing makes a bound."""
    found = [
        match
        for text in texts
        for match in _AMOUNT.finditer(text)
        if not _bound().search(text[max(0, match.start() - LEAD) : match.start()])
    ]
    return found[0] if len({match[0] for match in found}) == 1 else None


def _off(said: re.Match[str], figure: Figure) -> Decimal:
    value = Decimal(said[1].replace(",", "") + (said[2] or ""))
    return abs(value - abs(figure.value))


def _hit(sheet: FigureSheet, row: int, said: str, printed: tuple[int, Figure]) -> Hit:
    column, figure = printed
    names = (" ".join(text.split()) for text in sheet.rows[row] if any(map(str.isalpha, text)))
    short = [name for name in names if len(name.split()) <= NAME_WORDS]
    label = sheet.label(row)
    facts = {"label": label, "said": said, "head": sheet.own_header(column), "printed": figure.text}
    return Hit(in_order((*sheet.refs(label), *short)), (sheet.place(row, f"{said}; {figure.text}"),), facts)


@from_words
def _bound() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("counts", "bounds")), re.IGNORECASE)
