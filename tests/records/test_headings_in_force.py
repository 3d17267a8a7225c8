"""Headings govern the rows below them: in a table, above it, in a box; and what is none."""

from __future__ import annotations

import pytest
from records.reading import ACTIONS, HEAD, PLAN, actions, indicators, read
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records


def test_bands_govern_the_rows_below() -> None:
    made = actions(
        "Corporate outcome: Clean quays | < | < | < | < | <",
        *ACTIONS[:2],
        "Corporate outcome: Full nets (ref: AB 12) | < | < | < | < | <",
        ACTIONS[2],
    )
    assert [a.corporate_outcome for a in made] == ["Clean quays", "Full nets (ref: AB 12)"]
    assert [a.parent_refs for a in made] == [(), ("AB 12",)]


def test_a_row_with_one_short_text_beside_its_column_is_a_heading() -> None:
    made = actions(HEAD, "Quays | | | | | ", *ACTIONS[1:])
    assert [a.corporate_outcome for a in made] == ["Quays", "Quays"]


def test_the_end_of_a_date_alone_in_its_row_is_no_heading() -> None:
    made = actions(*ACTIONS[:2], " | | 2032 | | | ", ACTIONS[2])
    assert [a.corporate_outcome for a in made] == ["", ""]


@pytest.mark.parametrize(
    ("cells", "count"), [("Quays and berths | < | < | | £9,000", 2), ("Quays and berths | < | | | £9,000", 3)]
)
def test_a_heading_reaches_over_the_columns_of_a_record(cells: str, count: int) -> None:
    head = "*Action | *Due date | *Lead officer | *Status | *Cost"
    rows = (
        "Paint the crane | May 2032 | Jo Kerr | Open | £10",
        "Mend the lock | May 2032 | Jo Kerr | Open | £9",
    )
    assert len(read(table(head, cells, *rows)).actions) == count


def test_headings_printed_above_a_table() -> None:
    made = actions(*ACTIONS, above="Actions of the team\nTeam objective: Be kind")
    assert {a.divisional_objective for a in made} == {"Be kind"}


def test_a_box_of_headings_governs_the_next_table() -> None:
    box = table("Corporate outcome: Clean quays | Service outcome: Let berths")
    made = read(box, table(*ACTIONS, number=2)).actions
    assert {(a.corporate_outcome, a.departmental_outcome) for a in made} == {("Clean quays", "Let berths")}


def test_a_new_plan_ends_all_headings() -> None:
    first, second = (
        table("Corporate outcome: Clean quays | < | < | < | < | <", *ACTIONS),
        table(*ACTIONS, number=2),
    )
    places = {"t001": Around(PLAN), "t002": Around("Ferries plan 2031/32")}
    made = records(recognise([first, second]), places.__getitem__).actions
    assert [a.corporate_outcome for a in made] == ["Clean quays", "Clean quays", "", ""]


def test_refs_of_a_heading_are_inherited_where_the_row_has_none() -> None:
    first, second = actions("Associated PIs: KPI 9 | < | < | < | < | <", *ACTIONS)
    assert (first.indicator_refs, first.inherited_refs) == (("KPI 4", "KPI 5", "KPI 6"), ())
    assert (second.indicator_refs, second.inherited_refs) == (("KPI 9",), ("KPI 9",))


def test_a_group_cell_holds_for_all_its_rows() -> None:
    made = actions(
        "*Objective | *Action | *By when | *Lead officer",
        "Deep water at every tide | Dredge the inner basin | Mar 2032 | Jo Kerr",
        "^ | Mark the channel with lights | May 2032 | ^",
        "Dry feet | Mend the sea wall at the market | Jun 2032 | Pat Voss",
    )
    assert [a.divisional_objective for a in made] == ["Deep water at every tide"] * 2 + ["Dry feet"]
    assert [a.officers for a in made] == [("Jo Kerr",), ("Jo Kerr",), ("Pat Voss",)]


GROUPED = (
    "*Measure | *Standard | *Oct-31 | *Nov-31 | *Position",
    "Ferries and piers | | | |",
    "Ferries that left on time | 95% | 91% | 92% | 17th",
    "Berths let by the season | 80% | 71% | 74% | 3rd",
    "Cranes in use | 70% | 61% | 64% | 21st",
    "Workforce | | | |",
    "Days lost by sickness of pilots | 5 | 6 | 7 | 1st",
)


def test_a_text_alone_over_rows_with_values_is_a_heading_and_a_place_no_reference() -> None:
    rows = indicators(*GROUPED)
    assert [r.definition[:7] for r in rows] == ["Ferries", "Berths ", "Cranes ", "Days lo"]
    assert [r.section for r in rows] == [*["Ferries and piers"] * 3, "Workforce"]
    assert {r.indicator_ref for r in rows} == {""}


def test_a_heading_inside_a_table_of_indicators_ends_with_it() -> None:
    made = read(table(*GROUPED), table(*ACTIONS))
    assert {a.corporate_outcome for a in made.actions} == {""}


HEADED = {
    "actions": (
        "*Ref | *Action | *Owner | *Due date",
        "1 | *The inner basin | | ",
        "1.1 | Dredge the inner basin | Jo Kerr | May 2032",
        "1.2 | Paint the loading crane | Pat Voss | June 2032",
        "2 | *The outer quays | | ",
        "2.1 | Replace the fenders | Jo Kerr | July 2032",
    ),
    "indicators": (
        " | *Description | *Source | *Frequency | *Target",
        "1. | *Ships | | | ",
        "1.1 | Number of ships cleared | log | quarterly | 90",
        "1.2 | % of ships cleared on the day | log | quarterly | ",
        "2. | *Cargo | | | ",
        "2.1 | Tonnes of cargo handled | scales | annual | 4,100",
    ),
    "risks": (
        "*Ref | *Risk description | *Likelihood | *Impact",
        " | *The inner basin | | ",
        "QR1 | Failure of the lock gates | 4 | 5",
        "QR2 | Loss of the ferry licence | 3 | 4",
        " | *The outer quays | | ",
        "QR3 | Damage to the sea wall | 3 | 3",
    ),
}


@pytest.mark.parametrize("kind", HEADED)
def test_bold_texts_alone_among_records_are_their_headings(kind: str) -> None:
    made = getattr(read(table(*HEADED[kind])), kind)
    assert len(made) == 3
    assert len({record.section for record in made[:2]}) == 1
    assert made[0].section != made[2].section


def test_records_that_are_all_bold_are_no_headings() -> None:
    found = actions(
        "*Ref | *Action | *Owner | *Due date",
        "1.1 | *Dredge the inner basin | | ",
        "1.2 | *Paint the loading crane | Pat Voss | June 2032",
        "1.3 | *Replace the fenders | Jo Kerr | July 2032",
    )
    assert [a.action_ref for a in found] == ["1.1", "1.2", "1.3"]


def test_a_head_printed_again_with_the_name_of_a_group_is_no_record() -> None:
    found = indicators(
        " | Ships | definition and target | source of the data | frequency",
        "1 | ships cleared on the day | 90% | log | quarterly",
        "2 | number of pilots on duty | 14 | rota | annually",
        " | Cargo | definition and target | source of the data | frequency",
        "3 | tonnes of cargo handled | 4,100 | scales | quarterly",
    )
    assert [i.indicator_ref for i in found] == ["1", "2", "3"]
