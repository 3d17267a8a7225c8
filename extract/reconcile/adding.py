"""Reconcile: a sheet of figures comes in, which rows are totals of which others goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from decimal import Decimal

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.reconcile.figures import Figure, FigureSheet

MIN_ADDENDS = 2
MIN_TITLES = 2
"""Words over columns of figures that begin another table in the same grid."""
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


@dataclass(slots=True)
class ColumnTally:
    """Figures of one column, summed up as they come."""

    figures: int = 0
    value: Decimal = Decimal(0)
    slack: Decimal = Decimal(0)
    """What rounding may put the sum out by, at the most."""
    half_unit: Decimal = Decimal(0)
    """Half of the largest last printed place."""
    telling: bool = False
    """Whether any figure is other than nought."""
    unread: bool = False
    """Whether a cell among them may hide a figure."""

    def add(self, figure: Figure) -> None:
        """One more figure."""
        self.figures += 1
        self.value += figure.value
        self.slack += figure.half_unit
        self.half_unit = max(self.half_unit, figure.half_unit)
        self.telling = self.telling or bool(figure.value)

    def makes(self, total: Figure, *, counts: bool = False) -> bool:
        """Whether the figures make the total, each within the rounding of its last printed place.

        Figures that count things are not rounded.
        """
        apart = abs(total.value - self.value)
        if apart > (0 if counts else total.half_unit + self.slack):
            return False
        unit = 2 * max(self.half_unit, total.half_unit)
        return apart <= unit * (1 + ROUNDING_SPREAD * Decimal(self.figures).sqrt())


@dataclass(slots=True)
class _Addends:
    """Rows that a total may stand for, with the tallies of their columns."""

    tallies: dict[int, ColumnTally]
    rows: list[int] = field(default_factory=list)

    def add(self, sheet: FigureSheet, row: int) -> None:
        self.rows.append(row)
        for column, tally in self.tallies.items():
            if figure := sheet.figures[row][column]:
                tally.add(figure)
            else:
                tally.unread = tally.unread or sheet.unread(row, column)

    def pass_over(self, sheet: FigureSheet, row: int) -> None:
        """A total among the rows, in whose cell another figure may hide that is to be added."""
        for column, tally in self.tallies.items():
            tally.unread = tally.unread or sheet.unread(row, column)

    def made(self, sheet: FigureSheet, row: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The columns in which the rows make the total of a row, and those in which they do not."""
        right: list[int] = []
        wrong: list[int] = []
        for column, tally in self.tallies.items():
            total = sheet.figures[row][column]
            if total and tally.figures >= MIN_ADDENDS and not tally.unread:
                if not tally.makes(total, counts=sheet.counts(column)):
                    wrong.append(column)
                elif total.value or tally.telling:  # noughts prove nothing
                    right.append(column)
        return tuple(right), tuple(wrong)


def sums(sheet: FigureSheet) -> Iterator[Sum]:
    """For each total row the reading of it that most columns confirm.

    It may stand for the rows since the last total, for all rows before it, for all sub-totals, or for the
    last total and the rows since; never for rows above other titles of columns.
    """
    for rows in _parts(sheet):
        yield from _sums(sheet, rows)


def _parts(sheet: FigureSheet) -> Iterator[list[int]]:
    """The rows with figures, parted where words over two columns of figures begin another table."""
    part: list[int] = []
    filled = {row: any(sheet.figures[row][c] for c in sheet.columns) for row in sheet.body}
    first = next((row for row in sheet.body if filled[row] and sheet.rows[row][0].strip()), 0)
    for row in sheet.body:
        if filled[row] and row < first:  # the second line of a head: "2017-" over "18"
            continue
        if filled[row]:
            part.append(row)
        elif sum(sheet.unread(row, c) for c in sheet.columns) >= MIN_TITLES:
            yield part
            part = []
    yield part


def _sums(sheet: FigureSheet, rows: Sequence[int]) -> Iterator[Sum]:
    totals = {r for r in rows if _may_be_total(sheet, r, rows)}
    adding = [c for c in sheet.columns if totals and sheet.adds(c)]
    since, plain, subtotals, carried = (_Addends({c: ColumnTally() for c in adding}) for _ in range(4))
    for place, row in enumerate(rows if totals else ()):
        if row not in totals:
            for addends in (since, plain, carried):
                addends.add(sheet, row)
            continue
        readings = [
            (addends, *addends.made(sheet, row))
            for addends in (since, plain, subtotals, carried)
            if len(addends.rows) >= MIN_ADDENDS
        ]
        if readings and not _of_one(sheet, row, rows[place - 1]):
            addends, right, wrong = max(readings, key=lambda reading: (len(reading[1]), -len(reading[2])))
            made = {column for _, columns, _ in readings for column in columns}
            yield Sum(row, tuple(addends.rows), right, tuple(c for c in wrong if c not in made))
        since, carried = (_Addends({c: ColumnTally() for c in adding}) for _ in range(2))
        for addends in (subtotals, carried):
            addends.add(sheet, row)
        plain.pass_over(sheet, row)


def adds_up(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether the addends make the total, each within the rounding of its last printed place."""
    apart = abs(total.value - sum([f.value for f in addends]))
    if apart and apart > total.half_unit + sum([f.half_unit for f in addends]):
        return False  # most that are tried are nowhere near
    tally = ColumnTally()
    for figure in addends:
        tally.add(figure)
    return tally.makes(total)


def points_for_commas(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether the sum is right once figures such as 40.000 are read as 40,000, as a scan may print them."""
    return adds_up(_whole(total), [_whole(f) for f in addends])


def _whole(figure: Figure) -> Figure:
    return Figure(figure.value * THOUSAND, figure.text) if figure.decimals == THREE else figure


def faults(sheet: FigureSheet, found: Sum) -> tuple[int, ...]:
    """The wrong columns, one for each slip: a variance is wrong by as much as what it was made of."""
    off: dict[Decimal, int] = {}
    for column in found.wrong:
        if total := sheet.figures[found.row][column]:
            made = sum((f.value for f in cells(sheet, found.addends, column)), Decimal(0))
            off.setdefault(abs(made - total.value), column)
    return tuple(off.values())


def near(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether the sum is so near that one slip explains the difference."""
    made = sum((f.value for f in addends), Decimal(0))
    return abs(made - total.value) <= NEAR * max(abs(total.value), abs(made)) or made == -total.value


def cells(sheet: FigureSheet, rows: Sequence[int], column: int) -> list[Figure]:
    """The figures of a column in some rows, empty cells left out."""
    return [f for r in rows if (f := sheet.figures[r][column])]


def _of_one(sheet: FigureSheet, row: int, above: int) -> bool:
    """Whether the total only says again what the one row above it says."""
    printed = [(c, f) for c in sheet.columns if (f := sheet.figures[row][c])]
    return all((one := sheet.figures[above][c]) is not None and one.value == f.value for c, f in printed)


def _may_be_total(sheet: FigureSheet, row: int, rows: Sequence[int]) -> bool:
    return is_total(sheet.label(row)) or (row == rows[-1] and not sheet.rows[row][0].strip())
