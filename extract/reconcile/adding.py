"""Reconcile: a sheet of figures comes in, which rows are totals of which others goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from agendapack.extract.reconcile.figures import Figure, Sheet, is_total

MIN_ADDENDS = 2
MIN_CONFIRMED = 1
"""Columns that must add up by the same rows before another column's total counts as wrong."""
NEAR = Decimal("0.5")
"""Share of the total by which a wrong sum may be off; further off the rows are not its addends."""
ROUNDING_SPREAD = Decimal("0.8")
"""Last printed places, times the root of the number of addends, by which rounding may put a sum out:
nearly three times the spread of as many even roundings."""
THOUSAND = Decimal(1000)
THREE = 3
"""Decimals that a figure has whose comma was taken for a point."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total row, the rows it should add up, and what each column makes of it."""

    row: int
    addends: tuple[int, ...]
    right: tuple[int, ...]
    """Columns that add up."""
    wrong: tuple[int, ...]
    """Columns that do not."""


def sums(sheet: Sheet) -> Iterator[Sum]:
    """For each total row the reading of it that most columns confirm."""
    start = sheet.body.start
    rows = [r for r in sheet.body if any(sheet.figures[r][c] for c in sheet.columns)]
    totals = [r for r in rows if _may_be_total(sheet, r, rows)]
    for row in totals:
        readings = [_reading(sheet, row, addends) for addends in _addends(rows, totals, row, start)]
        if readings and not _of_one(sheet, row, rows):
            yield max(readings, key=lambda s: (len(s.right), -len(s.wrong)))


def adds_up(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether the addends make the total, each within the rounding of its last printed place."""
    slack = total.half_unit + sum((f.half_unit for f in addends), Decimal(0))
    unit = 2 * max(f.half_unit for f in (total, *addends))
    slack = min(slack, unit * (1 + ROUNDING_SPREAD * Decimal(len(addends)).sqrt()))
    return abs(total.value - sum((f.value for f in addends), Decimal(0))) <= slack


def points_for_commas(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether the sum is right once figures such as 40.000 are read as 40,000, as a scan may print them."""
    return adds_up(_whole(total), [_whole(f) for f in addends])


def _whole(figure: Figure) -> Figure:
    return Figure(figure.value * THOUSAND, figure.text) if figure.decimals == THREE else figure


def near(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether the sum is so near that one slip explains the difference."""
    made = sum((f.value for f in addends), Decimal(0))
    return abs(made - total.value) <= NEAR * max(abs(total.value), abs(made)) or made == -total.value


def cells(sheet: Sheet, rows: Sequence[int], column: int) -> list[Figure]:
    """The figures of a column in some rows, empty cells left out."""
    return [f for r in rows if (f := sheet.figures[r][column])]


def _of_one(sheet: Sheet, row: int, rows: Sequence[int]) -> bool:
    """Whether the total only says again what the one row above it says."""
    above = max((r for r in rows if r < row), default=None)
    printed = [(c, f) for c in sheet.columns if (f := sheet.figures[row][c])]
    return above is not None and all(
        (one := sheet.figures[above][c]) is not None and one.value == f.value for c, f in printed
    )


def _may_be_total(sheet: Sheet, row: int, rows: Sequence[int]) -> bool:
    return is_total(sheet.label(row)) or (row == rows[-1] and not sheet.rows[row][0].strip())


def _addends(rows: Sequence[int], totals: Sequence[int], row: int, start: int) -> Iterator[tuple[int, ...]]:
    """The row sets a total may stand for: since the last total, all before it, or all sub-totals."""
    before = [r for r in rows if start <= r < row]
    plain = [r for r in before if r not in totals]
    last = max((t for t in totals if t < row), default=-1)
    seen = set()
    for some in (
        [r for r in plain if r > last],
        plain,
        [t for t in totals if t < row],
        [last, *[r for r in plain if r > last]] if last >= 0 else [],
    ):
        if len(some) >= MIN_ADDENDS and tuple(some) not in seen:
            seen.add(tuple(some))
            yield tuple(some)


def _reading(sheet: Sheet, row: int, addends: tuple[int, ...]) -> Sum:
    right: list[int] = []
    wrong: list[int] = []
    for column in sheet.columns:
        total, parts = sheet.figures[row][column], cells(sheet, addends, column)
        if total and len(parts) >= MIN_ADDENDS and sheet.adds(column) and not _unread(sheet, addends, column):
            if adds_up(total, parts):
                right += [column] * any(f.value for f in (total, *parts))  # noughts prove nothing
            else:
                wrong.append(column)
    return Sum(row, addends, tuple(right), tuple(wrong))


def _unread(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    return any(sheet.unread(row, column) for row in rows)
