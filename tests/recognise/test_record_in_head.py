"""Records that were taken for rows of the head."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.decide import proposals
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


LOG = (
    "Log no. | What the committee asked for | Officer | Needed by | State",
    "QA 23/31 | Bring back figures on the second berth for each | Area Manager Quays | 5 June 2031 | Closed",
    "QA 23/32 | Circulate the board's terms of reference | Head of People | 31 March 2031 | Closed",
    "QA 24/02 | Explain why electricity cost rose at Holt | Head of Estates | 5 June 2031 | Open",
    "QA 24/03 | Invite the liaison officer to a briefing | Clerk | Autumn 2031 | Open",
)


def test_a_record_is_no_row_of_a_head_that_only_its_texts_tell() -> None:
    """Where nothing shows the head by its looks, its first rows are tried: no record is one."""
    (found,) = recognise([table(*LOG)])
    assert found.kind == "actions"
    assert [c.title for c in found.columns] == LOG[0].split(" | ")


def test_a_head_of_two_rows_is_tried() -> None:
    made = table("What | Who | When", "we will do | does it | it ends", *(r.split(" | ", 1)[1] for r in REST))
    assert [len(p.header) for p in proposals(made, Around())] == [0, 1, 2, 3][: len(made.rows)]
