"""Check: scores in any table that are not the product printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.reconcile.checks.risk_score import risk_score
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject

_PRODUCT = re.compile(r"(?<![\d.,£])(\d{1,2})\s*[x×*]\s*(\d{1,2})\s*=\s*(\d{1,3})(?![\d.,%])")
MOST_KEPT = 0.7
"""Share of the rows in which a column must be the product of the two before it, and their least number."""
MIN_KEPT = 3
"""Rows in which the product is right before another row is wrong."""
HIGHEST = 10
"""The highest likelihood or impact that any scale has."""
Wrong = tuple[int, int, int, int]
"""A row, two factors, and what is printed for their product."""


@check(
    kind="suspect_value",
    title="Printed score is not the product beside it",
    severity="warning",
    message="{label}: {a} × {b} is {product}, but {printed} is printed",
    looks_at="tables",
)
def printed_products(subject: Subject) -> Iterator[Hit]:
    """In any table, taken for a register or not: "3 x 4 = 14" in a cell, or three columns side by side."""
    told = {ref for hit in risk_score(subject) for ref in hit.refs}
    for sheet in subject.sheets:
        for row, a, b, printed in (*_in_cells(sheet), *_in_columns(sheet)):
            label = sheet.label(row) or f"{a} × {b}"
            if label not in told:
                facts = {"label": label, "a": a, "b": b, "product": a * b, "printed": printed}
                yield Hit((label,), (sheet.place(row, f"{label}: {a} × {b}, {printed}"),), facts)


def _in_cells(sheet: FigureSheet) -> Iterator[Wrong]:
    for row in sheet.body:
        for text in sheet.rows[row]:
            for match in _PRODUCT.finditer(text):
                a, b, printed = (int(part) for part in match.groups())
                if a * b != printed:
                    yield row, a, b, printed


def _in_columns(sheet: FigureSheet) -> Iterator[Wrong]:
    """The rows in which the third of three columns is not the product of the others, as it is in most."""
    for columns in zip(sheet.columns, sheet.columns[1:], sheet.columns[2:], strict=False):
        rows = [(row, [f.value for c in columns if (f := sheet.figures[row][c])]) for row in sheet.body]
        whole = [(row, [*map(int, its)]) for row, its in rows if len(its) == len(columns)]
        if any(value != int(value) for _, its in rows for value in its):
            continue
        if any(not 1 <= factor <= HIGHEST for _, its in whole for factor in its[:2]):
            continue
        wrong = [(row, a, b, c) for row, (a, b, c) in whole if a * b != c]
        kept = [its for _, its in whole if its[0] * its[1] == its[2] and 1 not in its]
        if len(kept) >= MIN_KEPT and len(whole) - len(wrong) >= MOST_KEPT * len(whole):
            yield from wrong
