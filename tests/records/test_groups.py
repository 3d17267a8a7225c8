"""Rows that stand like records and are headings of those below."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.groups import group_rows

PLAN = (
    "*Action | *Due date | *Lead officer",
    "Paint the crane | May 2032 | Jo Kerr",
    "Mend the lock | June 2032 | Pat Voss",
)
MEASURES = (
    "*Measure | *Target 2031/32 | *Actual 2031/32 | *Lead",
    "Ferries on time | 90% | 92% | Jo Kerr",
    "Berths let | 80% | 70% | Pat Voss",
)


def headings(clear: tuple[str, ...], *body: str) -> list[str]:
    """The headings among these rows, read as a table of the kind that `clear` shows beyond doubt."""
    (known,) = recognise([table(*clear)])
    return _texts(replace(known, table=table(clear[0], *body)))


def _texts(found: Recognised) -> list[str]:
    return [cell.text for row in group_rows(found) for cell in row.cells if cell.text]


RECORD, BOLD = "Paint the crane | May 2032 | Jo Kerr", "*Paint the crane | May 2032 | Jo Kerr"


@pytest.mark.parametrize(
    ("records", "found"),
    [([RECORD], []), ([RECORD] * 2, ["Quays"]), ([RECORD, BOLD], []), ([RECORD] * 4 + [BOLD], ["Quays"])],
    ids=["one record", "two records", "records are bold too", "a record is bold"],
)
def test_a_bold_text_alone_stands_apart_among_plain_records(records: list[str], found: list[str]) -> None:
    assert headings(PLAN, "*Quays | | ", *records) == found


VALUED, SILENT = "Ferries on time | 90% | 92% | Jo Kerr", "Ferries on time | | | Jo Kerr"


@pytest.mark.parametrize(
    ("records", "found"),
    [([VALUED] * 2, ["Quays"]), ([VALUED, SILENT], []), ([VALUED] * 4 + [SILENT], ["Quays"])],
    ids=["all print values", "half of them do", "nearly all do"],
)
def test_a_text_alone_over_rows_with_values_is_a_heading(records: list[str], found: list[str]) -> None:
    assert headings(MEASURES, "Quays | | | ", *records) == found


def test_of_one_column_of_values_a_record_may_leave_it_empty() -> None:
    clear = ("*Ref | *Measure | *Actual 2031/32", "QK 1 | Ferries on time | 92%", "QK 2 | Berths let | 70%")
    assert headings(clear, " | Quays | ", "QK 1 | Ferries on time | 92%") == []


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (["1a", "1b"], ["1", "Ferries"]),
        (["1.1", "1.2"], ["1", "Ferries"]),
        (["2", "3"], []),
        (["12", "13"], []),
    ],
)
def test_a_number_with_which_those_below_go_on_is_a_heading(below: list[str], found: list[str]) -> None:
    head = "*Ref | *Measure | *Target 2031/32 | *Actual 2031/32"
    rows = [f"{ref} | Ferries {ref} on time | 90% | 92%" for ref in below]
    (known,) = recognise([table(head, *rows)])
    assert _texts(replace(known, table=table(head, "1 | Ferries | | ", *rows))) == found


def test_a_table_of_measures_without_a_record_has_no_heading() -> None:
    assert headings(MEASURES, MEASURES[0]) == []
