"""Tables of figures: which totals are held against which rows, where, and how sure the reading is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reconcile.invented import sheet, told

from agendapack.extract.model import Box, Cell, Finding, Layout, PlacedCell, Row, Table, TableEntry, Word

YEARS = ("Service|2031|2032|2033|All", "Tugs|5|1|0|6", "Locks|2|2|0|4", "Buoys|3|4|0|7", "Lamps|1|8|0|9")
OVER = ("Service|Plan|Now|Over", *(f"S{n}|{n}0|{n}7|7" for n in range(1, 6)))
WRONG = "Pilots|80|95|25"


def arithmetic(entry: TableEntry, *tables: Table) -> list[Finding]:
    sums = ("total_down", "total_across", "thousand_fold")
    return [finding for name, finding in told(entry, *tables) if name in sums]


@pytest.mark.parametrize(
    "rows",
    [
        ("Service|31|32", "Tugs|5|0", "TOTAL TUGS|5|0", "Locks|9|0", "TOTAL LOCKS|9|0"),
        ("Service|31|32|33", "Tugs|50|0|0", "Locks|44|0|0", "Total|63|0|0"),
        (*YEARS, "Quays|9|4|7|20"),
        ("Due|31|32", "Locks|5|8", "|Last year|This year", "Tugs|5|2", "Buoys|3|4", "Total|8|6"),
        ("Due|31|32|33", "Tugs|9|8|7", "Net cost fees|9|8 -1|7", "Locks|1|1|1", "Net total|10|8|8"),
        (
            "|Harbour|money|",
            "Due|Paid|Paid|Paid",
            "|2031-|2032-|2033-",
            "|32|33|34",
            "Tugs|5|7|1",
            "Buoys|3|4|2",
            "Total|8|11|3",
        ),
        (
            "Due|31|32|33",
            "Costs|9|8|7",
            "Income|-2|-3|-1",
            "Net before fees|7|5|6",
            "Fees||-1|",
            "Total net|7|4|6",
        ),
        (
            "Mix|A|%|B|%|All|%",
            "One|194|87%|47|75.7%|241|84.9%",
            "Three|26|12%|14|22.6%|40|14.1%",
            "Four|2|1%|1|1.7%|3|1.1%",
            "TOTAL|222|100%|62|100%|284|100%",
        ),
    ],
    ids=[
        "totals of one row each",
        "columns of noughts prove nothing",
        "a column the other rows leave empty",
        "two tables in one",
        "two figures in the cell of a total",
        "a head of two lines",
        "a row that only one column fills",
        "shares of the total of their own column",
    ],
)
def test_sums_that_are_no_fault(rows: tuple[str, ...]) -> None:
    assert arithmetic(sheet(*rows)) == []


def test_a_row_that_fits_no_sum_is_told() -> None:
    (found,) = arithmetic(sheet(*OVER, WRONG))
    assert found.refs == ("Pilots", "Harbour money: Pilots") and found.severity == "error"


def test_a_sentence_is_no_title() -> None:
    long = "The table below shows the money of the harbour for this year and the next."
    (found,) = arithmetic(sheet(*OVER, WRONG, title=long))
    assert found.refs == ("Pilots",) and found.detail.startswith("Table: ")


def test_the_place_is_the_row_not_the_table() -> None:
    entry = sheet(*OVER, WRONG)
    cells = tuple(
        PlacedCell(row, column, 1, 1, 7 + row // 4, Box(column, row, column + 1, row + 1))
        for row in range(7)
        for column in range(4)
    )
    (found,) = arithmetic(replace(entry, layout=Layout(cells=cells)))
    assert [(p.page, p.box) for p in found.places] == [(8, Box(0, 6, 4, 7))]


def scanned(table_id: str) -> Table:
    """A table with one word read by OCR."""
    box = Box(0, 0, 9, 9)
    cell = Cell(0, 0, "Tugs", 7, box, words=(Word("Tugs", box, certainty=0.97),))
    return Table(table_id, 7, 7, box, 1, (Row((cell,), 7, box),), ())


@pytest.mark.parametrize(
    ("rows", "severities"),
    [
        ((*OVER, WRONG), ["info"]),
        (("Service|A|B", "Tugs|40.000|2", "Locks|30,000|3", "Quays|50,000|4", "Total|120,000|9"), []),
        (("Service|£m", "Quays|16,880", "Tugs|4.402", "Total|21.282"), []),
    ],
    ids=["a digit may be misread", "a comma read as a point", "a point read as a comma"],
)
def test_figures_read_from_a_scan_weigh_less(rows: tuple[str, ...], severities: list[str]) -> None:
    entry = sheet(*rows)
    found = arithmetic(entry, scanned(entry.source.table_id))
    assert [f.severity for f in found] == severities
    assert arithmetic(sheet(*rows))  # the same figures in print are a fault


def test_a_figure_and_the_variance_made_of_it_are_one_slip() -> None:
    rows = ("Dock|Plan|Now|Over", "Quay|310|325|15", "Tug|120|118|-2", "Net cost|430|493|63")
    (finding,) = arithmetic(sheet(*rows))
    assert "(Now)" in finding.detail
