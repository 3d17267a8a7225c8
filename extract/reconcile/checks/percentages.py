"""Check: printed percentages against the counts beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject

MIN_FIT = 3
"""Percentages that must follow from their counts before one that does not is a fault."""
MIN_FIT_PRINTED = 2
"""The same where the table prints the total by which they are shares."""
HUNDRED = Decimal(100)
SPARE = Decimal("0.05")
"""Percentage points allowed beyond rounding, for shares that were made to add up to 100."""


@dataclass(frozen=True, slots=True)
class _Share:
    """A count and the percentage printed beside it."""

    row: int
    column: int
    """Of the count."""
    count: Figure
    share: Figure


@check(
    kind="sum_mismatch",
    title="Percentage does not follow from the counts",
    severity="warning",
    message="{title}: {label}: {count} of {total} is {made}%, printed as {printed}",
    looks_at="tables",
)
def percentages(subject: Subject) -> Iterator[Hit]:
    """The total is the one with which all other percentages of the row or column agree."""
    for sheet in subject.sheets:
        for shares in (s for s in (*_down(sheet), *_across(sheet)) if len(s) >= MIN_FIT):
            for total in _totals(sheet, shares):
                odd = [s for s in shares if not _fits(s, total)]
                enough = len(shares) - len(odd) >= (
                    MIN_FIT if total not in _printed(sheet) else MIN_FIT_PRINTED
                )
                if enough and len(odd) == 1 and not _of_its_column(sheet, odd[0]):
                    yield _hit(sheet, odd[0], total)
                if enough:
                    break
        for shares, total in _below(sheet):
            odd = [s for s in shares if not _fits(s, total)]
            if len(odd) == 1 and len(shares) - 1 >= MIN_FIT_PRINTED:
                yield _hit(sheet, odd[0], total, sheet.own_header(odd[0].column))


def _pairs(sheet: FigureSheet) -> Iterator[tuple[int, int]]:
    """Columns of counts with a column of percentages to the right."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    for column in range(width - 1):
        if _is_share(sheet, column + 1) and not _is_share(sheet, column):
            yield column, column + 1


def _is_share(sheet: FigureSheet, column: int) -> bool:
    """Whether the title of a column, or the marks in its cells, make it percentages."""
    printed = [f for r in sheet.body if (f := sheet.figures[r][column])]
    return "%" in sheet.own_header(column) or (bool(printed) and all(f.percent for f in printed))


def _down(sheet: FigureSheet) -> Iterator[list[_Share]]:
    for count, share in _pairs(sheet):
        yield [
            s for r in sheet.body if not is_total(sheet.label(r)) and (s := _share(sheet, r, count, share))
        ]


def _across(sheet: FigureSheet) -> Iterator[list[_Share]]:
    pairs = list(_pairs(sheet))
    for row in sheet.body:
        yield [s for count, share in pairs if (s := _share(sheet, row, count, share))]


def _below(sheet: FigureSheet) -> Iterator[tuple[list[_Share], Decimal]]:
    """Rows of percentages with the counts right above them, and the count over the 100 %."""
    for above, row in pairwise(sheet.body):
        both = [
            (c, a, b)
            for c in sheet.columns
            if (a := sheet.figures[above][c]) and (b := sheet.figures[row][c])
        ]
        if len(both) > MIN_FIT_PRINTED and all(b.percent and not a.percent for _, a, b in both):
            (_, total, whole), shares = both[-1], [_Share(row, c, a, b) for c, a, b in both[:-1]]
            if whole.value == HUNDRED and sum(s.count.value for s in shares) == total.value > 0:
                yield shares, total.value


def _share(sheet: FigureSheet, row: int, count: int, share: int) -> _Share | None:
    a, b = sheet.figures[row][count], sheet.figures[row][share]
    return _Share(row, count, a, b) if a and b and a.value >= 0 and 0 <= b.value <= HUNDRED else None


def _totals(sheet: FigureSheet, shares: Sequence[_Share]) -> list[Decimal]:
    """The counts' own sum, then every total the sheet prints."""
    made = sum((s.count.value for s in shares), Decimal(0))
    return [t for t in dict.fromkeys((made, *_printed(sheet))) if t > 0]


def _printed(sheet: FigureSheet) -> list[Decimal]:
    return [f.value for r in sheet.body if is_total(sheet.label(r)) for f in sheet.figures[r] if f]


def _of_its_column(sheet: FigureSheet, share: _Share) -> bool:
    """Whether a total of its own column makes the share right."""
    totals = [f for r in sheet.body if is_total(sheet.label(r)) and (f := sheet.figures[r][share.column])]
    return any(total.value > 0 and _fits(share, total.value) for total in totals)


def _fits(share: _Share, total: Decimal) -> bool:
    made = share.count.value / total * HUNDRED
    return abs(made - share.share.value) <= share.share.half_unit + SPARE


def _hit(sheet: FigureSheet, share: _Share, total: Decimal, head: str = "") -> Hit:
    label = head or sheet.label(share.row) or "a row without a label"
    made = (share.count.value / total * HUNDRED).quantize(Decimal(1).scaleb(-max(1, share.share.decimals)))
    return Hit(
        sheet.refs(label),
        (sheet.place(share.row, f"{label}: {share.share.text}"),),
        {
            "title": sheet.title,
            "label": label,
            "count": share.count.text,
            "total": total,
            "made": made,
            "printed": share.share.text,
        },
    )
