"""Records that were taken for rows of the head."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.record_in_head import without_record_in_head

HEAD = "*Reference | *Key action | *Lead officer | *Target date"
FIRST = "*QA 01 | *Dredge the north berth | *Jan Voss | *May 2031"
REST = (
    "QA 02 | Survey the slipway | Ed Quill | June 2031",
    "QA 03 | Let the cold store | Jan Voss | July 2031",
)


def test_a_first_record_that_looks_like_a_head_is_a_record() -> None:
    found = without_record_in_head(table(HEAD, FIRST, *REST))
    assert [row.kind for row in found.rows] == ["header", "body", "body", "body"]
    assert found.header_rows == 1


def test_it_is_read_with_the_others() -> None:
    (found,) = recognise([table(HEAD, FIRST, *REST)])
    assert found.kind == "actions"
    assert [row.at(0).flat for row in found.table.rows if row.kind == "body"] == ["QA 01", "QA 02", "QA 03"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "second",
    [
        "*No. | *Text | *Name | *Month",
        "*QA 01 | *Text | *Name | *Month",
        "* | *what we will do | *who | *May 2031",
    ],
    ids=["titles", "a reference alone", "a date alone"],
)
def test_a_second_row_of_titles_stays(second: str) -> None:
    made = table(HEAD, second, *REST)
    assert without_record_in_head(made) is made


def test_figures_that_number_columns_of_figures_stay() -> None:
    made = table("*Likelihood | *Impact | *Impact", "*Score | *1 | *2", "1 | 1 | 2", "2 | 2 | 4")
    assert without_record_in_head(made) is made


def test_a_head_of_one_row_stays() -> None:
    made = table(FIRST, *REST)
    assert without_record_in_head(made) is made
