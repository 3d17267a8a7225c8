"""Checks: totals that are not the sum of the rows above, and figures a thousand times too large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from agendapack.extract.model import Place
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.reconcile.adding import (
    THOUSAND,
    Sum,
    adds_up,
    cells,
    faults,
    near,
    points_for_commas,
)
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.matrix import matrices
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.subject import Subject

MIN_LISTED = 3
"""Rows that a total adds up where no other column confirms that they are its own."""
MAX_MISPRINTS = 3
"""Figures of one column that may be printed in the wrong unit."""


@check(
    kind="sum_mismatch",
    title="Total is not the sum of its rows",
    severity="error",
    message="{title}: {label} {column} is printed as {total}, the rows above add up to {made}{explained}",
    looks_at="tables",
)
def total_down(subject: Subject) -> Iterator[Hit]:
    """Told only where other columns add up by the same rows, or where one slip explains the difference."""
    ratings = {id(matrix.sheet) for matrix in matrices(subject.sheets)}
    for sheet, its in subject.sums:
        for found in its:
            wrong = faults(sheet, found)
            for column in wrong:
                total = sheet.figures[found.row][column]
                addends = cells(sheet, found.addends, column)
                slips = _thousands(total, addends) if total else ()
                confirmed = len(found.right) >= len(wrong)
                if not total or (sheet.scanned and points_for_commas(total, addends)):
                    continue
                if id(sheet) in ratings and adds_up(total, addends):  # counts by rating are told as such
                    continue
                if slips or (confirmed and _filled(sheet, found, column) and near(total, addends)):
                    yield _hit(sheet, found, column, total, addends, slips)
                elif len(wrong) == 1 and not found.right and _misprinted(sheet, found, column, addends):
                    yield replace(_hit(sheet, found, column, total, addends, slips), severity="warning")


@check(
    kind="suspect_value",
    title="Figure in the wrong unit for its column",
    severity="error",
    message="{title}: {label} is printed as {text} among figures such as {other}; the column adds up with it "
    "divided by a thousand",
    looks_at="tables",
)
def thousand_fold(subject: Subject) -> Iterator[Hit]:
    """A comma for a decimal point, or thousands in a column of millions."""
    for sheet, its in subject.sums:
        for found in its:
            for column in found.wrong:
                total = sheet.figures[found.row][column]
                rows = [r for r in found.addends if sheet.figures[r][column]]
                slips = _thousands(total, cells(sheet, rows, column)) if total else ()
                for row in (rows[i] for i in slips):
                    printed = sheet.figures[row][column]
                    label = sheet.label(row)
                    if printed and total and not sheet.scanned:
                        yield Hit(
                            (label,),
                            (sheet.place(row, f"{label}: {printed.text}"),),
                            {
                                "title": sheet.title,
                                "label": label,
                                "text": printed.text,
                                "other": total.text,
                            },
                        )


def _filled(sheet: FigureSheet, found: Sum, column: int) -> bool:
    """Whether each addend row with figures in the columns that add up has one in this column too."""
    return not any(
        sheet.figures[row][column] is None and any(sheet.figures[row][other] for other in found.right)
        for row in found.addends
    )


def _misprinted(sheet: FigureSheet, found: Sum, column: int, addends: Sequence[Figure]) -> bool:
    """Whether the one column of a plain list adds up but for a digit of its total, or two turned round.

    A total of one digit says nothing: any other is a digit off.
    """
    total = sheet.figures[found.row][column]
    whole = len(addends) == len(found.addends) >= MIN_LISTED and is_total(sheet.label(found.row))
    if not total or not whole or sheet.scanned or len({f.decimals for f in (total, *addends)}) > 1:
        return False
    printed, made = str(total.value), str(sum((f.value for f in addends), Decimal(0)))
    apart = [(a, b) for a, b in zip(printed, made, strict=False) if a != b]
    turned = len(apart) == 2 and apart[0] == apart[1][::-1]
    return len(printed) == len(made) > 1 and (len(apart) == 1 or turned)


def _thousands(total: Figure | None, addends: Sequence[Figure]) -> tuple[int, ...]:
    """Which addends, divided by a thousand, make the sum right; only whole numbers among decimals."""
    if total is None or not total.decimals:
        return ()
    whole = [i for i, f in enumerate(addends) if not f.decimals and abs(f.value) >= THOUSAND]
    for count in range(1, MAX_MISPRINTS + 1):
        for some in combinations(whole, count):
            mended = [Figure(f.value / THOUSAND, f.text) if i in some else f for i, f in enumerate(addends)]
            if adds_up(total, mended):
                return some
    return ()


def _hit(
    sheet: FigureSheet,
    found: Sum,
    column: int,
    total: Figure,
    addends: Sequence[Figure],
    slips: Sequence[int],
) -> Hit:
    label = sheet.label(found.row) or "the last row"
    made = sum((f.value for f in addends), Decimal(0))
    rows = [r for r in found.addends if sheet.figures[r][column]]
    labels = [sheet.label(rows[i]) for i in slips]
    explained = f"; they do with {', '.join(labels)} divided by a thousand" if slips else ""
    places = [sheet.place(found.row, f"{label}: {total.text}")]
    places += [
        Place(p.page, p.box, "", p.quote) for i in slips if (p := sheet.place(rows[i], addends[i].text))
    ]
    return Hit(
        in_order((*sheet.refs(label), *labels)),
        tuple(places),
        {
            "title": sheet.title,
            "label": label,
            "column": f"({sheet.header(column)})" if sheet.header(column) else "",
            "total": total.text,
            "made": f"{made:,}",
            "explained": explained,
        },
        "info" if sheet.scanned else None,
    )
