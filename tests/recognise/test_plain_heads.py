"""Heads without looks of their own, heads printed again, and what is no head."""

from __future__ import annotations

from dataclasses import replace

import pytest
from recognise.recognised import read, roles
from sheets import table

from agendapack.extract.recognise import recognise


def test_a_head_without_looks_of_its_own() -> None:
    found = read(
        "Ref | Action | By when | Lead officer",
        "QA 1 | Dredge the inner basin before the season | Mar 2032 | Jo Kerr",
        "QA 2 | Paint the loading crane on the north quay | May 2032 | Pat Voss",
    )
    assert found.kind == "actions"
    assert [row.kind for row in found.table.rows] == ["header", "body", "body"]
    assert found.table.header_rows == 1


def test_a_plain_head_that_is_printed_again_is_no_record() -> None:
    found = read(
        "Ref | Action | Due date",
        "QA 1 | Dredge the inner basin before the season | Mar 2032",
        "Ref | Action | Due date",
        "QA 2 | Paint the loading crane on the north quay | May 2032",
    )
    assert found.kind == "actions"
    assert [row.kind for row in found.table.rows] == ["header", "body", "body"]


def test_titles_of_one_letter_are_titles_only_as_a_whole() -> None:
    found = read(
        "*Ref | *Risk | *Controls | *Q1 score (L x I) | *Q2 score (L x I) | *Owner",
        "R1 | The lock gates fail | Inspect them | 4 x 4 = 16 | 4 x 5 = 20 | Jo Kerr",
        "R2 | The ferry sinks | A second boat | 5 x 3 = 15 | 4 x 3 = 12 | Jo Kerr",
    )
    assert roles(found)[4] == "score"
    assert not {"likelihood", "impact"} & set(roles(found).values())


def test_totals_printed_over_a_head_are_no_head() -> None:
    found = read(
        " | | Total | 334.7",
        "Risk | Cause | Consequence | Likelihood",
        "Ferries stop in high winds | Old moorings | People are left on the island | 4",
        "Market takings fall | Fewer visitors in winter | The pier cannot be mended | 3",
    )
    assert found.kind == "risks"
    assert roles(found)[3] == "likelihood"


@pytest.mark.parametrize("text", ["Failure to dredge the basin in order to keep it open", "Paint the crane"])
def test_a_text_alone_in_a_frame_is_no_record(text: str) -> None:
    assert read(f" | {text}").kind == ""


@pytest.mark.parametrize("groups", [("Ships", "Cargo"), ("Ships", "Value for money"), ("Ships", "Cost")])
def test_a_column_whose_title_changes_from_head_to_head_holds_the_records(groups: tuple[str, str]) -> None:
    head = "{{grey}} | {{grey}}{} | {{grey}}definition and target | {{grey}}source | {{grey}}frequency"
    (found,) = recognise(
        [
            table(
                head.format(groups[0]),
                "1 | use of the quays by ships | could be the number that call or stay | log | quarterly",
                "2 | number of pilots | based on the totals of the year before | rota | annually",
                head.format(groups[1]),
                "3 | tonnes of cargo handled | old standard was 128 for each shift | scales | quarterly",
                "4 | % of damaged crates | new target | scales | annually",
            )
        ]
    )
    assert found.kind == "indicators" and found.reading
    assert found.reading.subject == 1


BERTHS = "AP/10{n} | Number of berths let in week {n} | 3,00{n} | 4,12{n} | ▲"
WORKS = "AP/10{n} | Repair pontoon {n} on the north quay | March 203{n} | Harbour Master | Started"
PLAIN_HEADS = [
    # titles over figures, dates and references are a head though nothing makes them look like one
    ("indicators", "No | Measure description | Result to date | Full-year target | Trend", BERTHS, 1),
    ("indicators", "Ref | Definition | Outturn | Our target | Direction", BERTHS, 1),
    ("indicators", "Ref | Definition | Q1 2031/32 | Q2 2031/32 | Direction", BERTHS, 1),
    ("actions", "Action ref | What has to be done | Needed by | Staff | State", WORKS, 1),
    # a first row like the others is a record
    ("indicators", "AP/100 | Number of ferries in the year | 3,010 | 4,014 | ▲", BERTHS, 0),
    (
        "actions",
        "AP/100 | Repair the crane on the north quay | May 2031 | Harbour Master | Started",
        WORKS,
        0,
    ),
]


@pytest.mark.parametrize(("kind", "first", "row", "heads"), PLAIN_HEADS)
def test_titles_unlike_what_is_below_them_are_a_head(kind: str, first: str, row: str, heads: int) -> None:
    made = table(first, *(row.format(n=n) for n in range(1, 9)))
    plain = tuple(replace(row, kind="body") for row in made.rows)
    found = recognise([replace(made, rows=plain, header_rows=0)])[0]
    assert (found.kind, found.table.header_rows) == (kind, heads)
