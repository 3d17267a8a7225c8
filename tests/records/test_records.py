"""Rows of recognised tables become actions, indicators, values and risks under the headings in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from sheets import COLOURS, table

from agendapack.extract.model import Action, Box, Colour, Indicator, Table, Word
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import DraftRows, records

PLAN = "Quays plan 2031/32"
HEAD = "*Ref | *Action | *Due date | *Lead officer | *Associated PIs | *Status"
ACTIONS = (
    HEAD,
    "QA 1 | Dredge the inner basin before the season | Mar 2032 | Jo Kerr / Pat Voss | KPI 4-6 | Complete",
    "QA 2 | Paint the loading crane on the north quay | Ongoing | Pat Voss | | On track",
)


def read(
    *tables: Table,
    above: str = "",
    below: str = "",
    plan: str = PLAN,
    colours: Mapping[Colour, str] | None = None,
) -> DraftRows:
    place = Around(plan, (above,) if above else (), below, colours or {})
    return records(recognise(tables), lambda _: place)


def actions(*printed: str, **around) -> list[Action]:
    return read(table(*printed), **around).actions


def indicators(*printed: str, **around) -> list[Indicator]:
    return read(table(*printed), **around).indicators


def test_an_action() -> None:
    first, second = actions(*ACTIONS)
    assert (first.plan, first.action_ref) == (PLAN, "QA 1")
    assert first.action == "Dredge the inner basin before the season"
    assert (first.due_text, first.due_date, first.due_kind) == ("Mar 2032", date(2032, 3, 31), "date")
    assert first.officers == ("Jo Kerr", "Pat Voss")
    assert first.indicator_refs == ("KPI 4", "KPI 5", "KPI 6")
    assert first.status == "Complete"
    assert (second.due_text, second.due_date, second.due_kind) == ("Ongoing", None, "ongoing")
    assert second.indicator_refs == ()


@pytest.mark.parametrize("title", ["Original due date", "Target date", "By when", "Due"])
def test_an_action_without_a_revised_date_is_due_on_the_first_one(title: str) -> None:
    first, second = actions(
        f"*Ref | *Action | *{title} | *Revised due date | *Owner",
        "QA 1 | Dredge the inner basin before the season | 31/03/2031 | 30/09/2031 | Jo Kerr",
        "QA 2 | Paint the loading crane on the north quay | 30/06/2031 | | Pat Voss",
    )
    assert (first.due_text, first.due_date) == ("30/09/2031", date(2031, 9, 30))
    assert (second.due_text, second.due_date) == ("30/06/2031", date(2031, 6, 30))


def test_references_are_spelt_as_the_rows_that_they_name() -> None:
    register = table(
        "*Ref | *Risk | *Likelihood | *Impact | *Controls | *Linked actions",
        "SR-01 | The lock gates fail in a storm | 3 | 4 | Inspect them each spring | QA1, Full nets",
        "SR-02 | The ferry company goes out of business | 2 | 4 | A bond | QA – 2",
    )
    plan = table(
        "*Ref | *Action | *Due date | *Associated risks",
        "QA 1 | Dredge the inner basin | Mar 2032 | SR01",
        "QA 2 | Paint the loading crane | Mar 2032 | SR – 01, SR – 02",
        "QA 3 | Let the berths | Mar 2032 | SR01–SR02, SR 09",
    )
    made = read(register, plan)
    assert [a.risk_refs for a in made.actions] == [
        ("SR-01",),
        ("SR-01", "SR-02"),
        ("SR-01", "SR-02", "SR 09"),
    ]
    assert [r.action_refs for r in made.risks] == [("QA 1",), ("QA 2",)]
    assert [r.outcomes for r in made.risks] == [("Full nets",), ()]


@pytest.mark.parametrize(
    "title", ["Responsible officer and target date", "Owner / Deadline", "By when and by whom"]
)
def test_a_column_of_officers_and_dates_is_both(title: str) -> None:
    (made,) = actions(
        f"*Ref | *Agreed action | *{title}",
        "QA 1 | Dredge the inner basin each spring | Jo Kerr / 31 March 2032",
    )
    assert (made.officers, made.due_text, made.due_date) == (("Jo Kerr",), "31 March 2032", date(2032, 3, 31))


def test_what_is_struck_out_does_not_hold() -> None:
    made = table(
        "*Ref | *Action | *Due date | *Lead officer | *Status",
        "QA 1 | Dredge the inner basin | Mar 2032 Dec 2031 | Jo Kerr Pat Voss | Amber Green",
    )
    row, struck = made.rows[1], {2: 2, 3: 2, 4: 1}
    cells = tuple(replace(c, words=tuple(_struck(c.flat, c.box, struck.get(c.column, 0)))) for c in row.cells)
    (found,) = read(replace(made, rows=(made.rows[0], replace(row, cells=cells)))).actions
    assert (found.due_text, found.due_date) == ("Mar 2032 Dec 2031", date(2031, 12, 31))
    assert (found.officers, found.status) == (("Pat Voss",), "Green")


def _struck(text: str, box: Box, count: int) -> list[Word]:
    """The words of a text side by side, the first `count` struck out."""
    return [
        Word(word, Box(box.x0 + 20 * i, box.top, box.x0 + 20 * i + 18, box.bottom), 10.0, struck=i < count)
        for i, word in enumerate(text.split())
    ]


def test_a_month_without_a_year_is_that_of_a_plan_for_one_year_only() -> None:
    rows = ("*Ref | *Action | *Due date | *Lead officer", "QA 1 | Dredge the inner basin | 4 May | Jo Kerr")
    (short,) = actions(*rows, plan="Quays plan 2031/32")
    (long,) = actions(*rows, plan="Quays plan 2031-2036")
    assert (short.due_date, long.due_date) == (date(2031, 5, 4), None)


def test_every_row_says_how_it_was_read_and_how_surely() -> None:
    made = table(*ACTIONS, confidence=0.8)
    head, scanned, typed = made.rows[:3]
    read_as = {0: 0.9, 1: 0.7, 2: 1.0}
    cells = tuple(
        replace(c, words=(Word(c.flat, c.box, certainty=read_as.get(c.column, 1.0)),)) for c in scanned.cells
    )
    sure = tuple(replace(c, words=(Word(c.flat, c.box),)) for c in typed.cells)
    rows = (head, replace(scanned, cells=cells), replace(typed, cells=sure))
    first, second = read(replace(made, rows=rows)).actions
    assert (first.source.read_by, second.source.read_by) == ("ocr", "text")
    assert first.source.confidence == pytest.approx(0.8 * (0.9 + 0.7) / 2)
    assert second.source.confidence == 0.8


def test_every_row_says_where_it_is_printed() -> None:
    made = table(*ACTIONS, page=7, confidence=0.8)
    (first, second) = read(made).actions
    assert (first.source.table_id, first.source.page) == ("t001", 7)
    assert (first.source.box, first.source.confidence) == (made.rows[1].box, 0.8)
    assert first.source.box != second.source.box


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


STATES = [
    ("Complete", "Complete"),
    ("G", "Green"),
    ("{red}", "Red"),
    ("{amber} Some slippage", "Some slippage"),
    ("{blue}", "Finished early"),
    ("{grey}", ""),
    ("", ""),
]


@pytest.mark.parametrize(("cell", "status"), STATES)
def test_status(cell: str, status: str) -> None:
    rows = (
        f"QA {n} | Dredge basin number {n} of the harbour | Mar 2032 | Jo Kerr | | {cell}" for n in (1, 2, 3)
    )
    made = actions(HEAD, *rows, colours={COLOURS["blue"]: "Finished early"})
    assert {a.status for a in made} == {status}


def test_initials_are_spelled_out_by_the_key_under_the_table() -> None:
    made = read(
        table(
            "*Action | *By when | *Lead officer",
            "Dredge the inner basin | Mar 2032 | JK",
            "Paint the loading crane | May 2032 | PV",
        ),
        below="Key: JK – Jo Kerr; PV – Pat Voss",
    )
    assert made.initials.get("JK") == "Jo Kerr"


def test_a_row_without_its_text_is_no_action() -> None:
    made = actions(*ACTIONS, "QA 3 | | Jun 2032 | Jo Kerr | | ")
    assert [a.action_ref for a in made] == ["QA 1", "QA 2"]


def test_columns_without_a_role_are_kept() -> None:
    (made, _) = actions(
        "*Action | *By when | *Lead officer | *Tide",
        "Dredge the inner basin | Mar 2032 | Jo Kerr | Low water springs",
        "Paint the loading crane | May 2032 | Pat Voss | Any",
    )
    assert made.extra == (("Tide", "Low water springs"),)


def test_what_stands_in_a_column_without_a_title_stays_with_its_record() -> None:
    (made,) = actions(
        "*Ref | *Action | *Due date | ", "QA 1 | Dredge the inner basin | Mar 2032 | Low water springs"
    )
    assert made.extra == (("(column 4)", "Low water springs"),)


MEASURES = (
    "*Ref | *Indicator | *Outturn 2030/31 | *Target 2031/32 | *Owner",
    "KPI 4 | Berths let by the season | 81.5% | 85% | Jo Kerr",
    "KPI 5 | Pupils of 11 who can swim | Girls 64% Boys 61.5% | 70% (milestone figure) | Pat Voss",
    "KPI 6 | Days from application to licence | NA | | Pat Voss",
)


def test_indicators_and_their_values() -> None:
    made = read(table(*MEASURES))
    assert [(i.indicator_ref, i.definition, i.officers) for i in made.indicators] == [
        ("KPI 4", "Berths let by the season", ("Jo Kerr",)),
        ("KPI 5", "Pupils of 11 who can swim", ("Pat Voss",)),
        ("KPI 6", "Days from application to licence", ("Pat Voss",)),
    ]
    found = [
        (v.indicator_ref, v.measure, v.period, v.component, v.text, v.value, v.unit)
        for v in made.indicator_values
    ]
    assert found == [
        ("KPI 4", "outturn", "2030/31", "", "81.5%", 81.5, "percent"),
        ("KPI 4", "target", "2031/32", "", "85%", 85.0, "percent"),
        ("KPI 5", "outturn", "2030/31", "Girls", "64%", 64.0, "percent"),
        ("KPI 5", "outturn", "2030/31", "Boys", "61.5%", 61.5, "percent"),
        ("KPI 5", "target", "2031/32", "", "70% (milestone figure)", 70.0, "percent"),
        ("KPI 6", "outturn", "2030/31", "", "NA", None, ""),
    ]
    assert {v.period_end for v in made.indicator_values if v.measure == "target"} == {date(2032, 3, 31)}


def test_a_value_is_placed_in_its_own_cell() -> None:
    made = table(*MEASURES)
    values = read(made).indicator_values
    assert values[0].source.box == made.rows[1].at(2).box
    assert values[1].source.box == made.rows[1].at(3).box


RATINGS = [
    ("the column's words", "*Measure | *Target | *Actual | *RAG", "95% | 88% | Amber", "Amber", ""),
    ("its letters", "*Measure | *Target | *Actual | *RAG", "95% | 88% | A", "Amber", ""),
    ("its colours", "*Measure | *Target | *Actual | *RAG", "95% | 88% | {amber}", "Amber", ""),
    (
        "its word before its colour",
        "*Measure | *Target | *Actual | *RAG",
        "95% | 88% | {green} Red",
        "Red",
        "",
    ),
    (
        "colour of the newest value",
        "*Measure | *Target | *Actual Q1 | *Actual Q2",
        "95% | {red} 88% | {green} 96%",
        "Green",
        "Red",
    ),
    (
        "a target's colour rates nothing",
        "*Measure | *Target | *Actual Q1 | *Actual Q2",
        "{red} 95% | 88% | 96%",
        "",
        "",
    ),
]


@pytest.mark.parametrize(
    ("head", "cells", "rag", "before"), [c[1:] for c in RATINGS], ids=[c[0] for c in RATINGS]
)
def test_ratings(head: str, cells: str, rag: str, before: str) -> None:
    made = indicators(head, f"Ferries that left on time | {cells}", f"Berths let by the season | {cells}")
    assert {(i.rag, i.previous_rag) for i in made} == {(rag, before)}


def test_a_box_makes_an_indicator_with_its_values() -> None:
    made = read(table("*KPI 4 Berths let by the season | Green", "Latest: 97% | Target: 95%"))
    (indicator,) = made.indicators
    assert (indicator.indicator_ref, indicator.definition, indicator.rag) == (
        "KPI 4",
        "Berths let by the season",
        "Green",
    )
    assert [(v.measure, v.value) for v in made.indicator_values] == [("latest", 97.0), ("target", 95.0)]


def test_a_risk() -> None:
    (risk, _) = read(
        table(
            "*Risk ref | *Risk | *Likelihood | *Impact | *Score | *Controls | *Risk owner | *Linked actions",
            "QR 1.2 | The lock gates fail | 3 | 5 | 15 | • Yearly survey / • Spare gates | Jo Kerr | QA 1-2",
            "QR 1.3 | The ferry operator leaves | 2 | 4 | 8 | • Talks each quarter | Pat Voss | QA 7",
        )
    ).risks
    assert risk.description == "The lock gates fail"
    assert (risk.likelihood, risk.impact, risk.score) == ("3", "5", "15")
    assert risk.mitigations == ("Yearly survey", "Spare gates")
    assert (risk.officers, risk.action_refs) == (("Jo Kerr",), ("QA 1", "QA 2"))


@pytest.mark.parametrize("word", ["Total", "Grand total", "Sub-total:", "TOTAL £000"])
def test_totals_are_no_records(word: str) -> None:
    made = indicators(
        "*Measure | *Target | *Actual",
        "Berths let by the season | 85 | 81",
        "Boats counted | 9 | 12",
        f"{word} | 94 | 93",
    )
    assert [i.definition for i in made] == ["Berths let by the season", "Boats counted"]


def test_a_table_nobody_recognises_yields_nothing() -> None:
    made = read(table("*Member | *Present", "Councillor Teal | Yes", "Councillor Wren | No"))
    assert made == DraftRows()


def values(*printed: str) -> list[tuple[str, str, str, str]]:
    return [(v.measure, v.period, v.text, v.unit) for v in read(table(*printed)).indicator_values]


def test_ratings_by_quarter_give_the_newest_and_the_one_before() -> None:
    head = (
        "*Measure | *Q1 2031/32 | < | *Q2 2031/32 | < | *Q3 2031/32 | <",
        "^ | *Value | *Status | *Value | *Status | *Value | *Status",
    )
    rated, waiting = indicators(
        *head,
        "Berths let by the season | 81% | Green | 82% | Amber | 70% | Red",
        "Boats mended on the slip | 8% | Green | 9% | Amber | | ",
    )  # fmt: skip
    assert (rated.rag, rated.previous_rag) == ("Red", "Amber")
    assert (waiting.rag, waiting.previous_rag) == ("", "Amber")


def test_a_status_in_other_words_rates_by_the_colour_of_its_cell_alone() -> None:
    head = "*Indicator | *Latest | *Target | *Status"
    first, second, third = indicators(
        head,
        "Berths let by the season | 81% | 80% | {green} On target",
        "Boats mended on the slip | 8% | 9% | Below target",
        "{green} Quays swept | {green} 8% | {green} 9% | {green} Below target",
    )
    assert (first.rag, first.extra) == ("Green", ())
    assert (second.rag, second.extra) == ("", (("Status", "Below target"),))
    assert third.rag == ""


def test_a_rating_beyond_the_three_stays_as_printed() -> None:
    (first,) = indicators(
        "*Indicator | *Latest | *Target | *BRAG", "Berths let by the season | 81% | 80% | Blue"
    )
    assert (first.rag, first.extra) == ("", (("BRAG", "Blue"),))


def test_the_period_of_a_row_belongs_to_its_newest_value() -> None:
    head = "*Measure | *Baseline | *Baseline year | *Latest | *Period | *Target"
    assert values(
        head, "Berths let by the season | 71% | 2029 | 74% | 12 months to Dec 2031 | 78% by 2035"
    ) == [
        ("baseline", "2029", "71%", "percent"),
        ("latest", "12 months to Dec 2031", "74%", "percent"),
        ("target", "", "78% by 2035", "percent"),
    ]


COUNTS = {
    "Boats on the slip": ("1,204", "980", "count"),
    "Sails mended": ("104", "98", "count"),
    "Ropes mended in time": ("104", "98", ""),  # so many of a hundred, perhaps
    "Average wait at the lock": ("104", "98", ""),
    "Berths let": ("97", "98", ""),
    "Depth at low water": ("104.5", "98", ""),
}


@pytest.mark.parametrize(("definition", "printed"), COUNTS.items())
def test_whole_numbers_without_a_unit_are_counts(definition: str, printed: tuple[str, str, str]) -> None:
    made = values(
        "*Ref | *Indicator | *Actual | *Target", f"KPI 4 | {definition} | {printed[0]} | {printed[1]}"
    )
    assert [unit for *_, unit in made] == [printed[2], printed[2]]


@pytest.mark.parametrize(("other", "unit"), [("81%", "count"), ("81", "")])
def test_small_whole_numbers_are_counts_where_percentages_print_their_sign(other: str, unit: str) -> None:
    made = read(
        table(
            "*Ref | *Indicator | *Actual | *Target",
            f"KPI 4 | Ferries that left on time | {other} | {other}",
            "KPI 5 | Boats in the harbour overnight | 38 | 40",
        )
    )
    assert {v.unit for v in made.indicator_values if v.indicator_ref == "KPI 5"} == {unit}


def test_a_numerator_is_counted_in_a_unit_of_its_own() -> None:
    head = "*Indicator | *Numerator | *Actual | *Target"
    made = values(head, "Percentage of berths let | 98 | 81 | 85")
    assert [unit for *_, unit in made] == ["", "percent", "percent"]


@pytest.mark.parametrize("below", ["^ | ^", " | "], ids=["merged cells", "empty cells"])
def test_rows_labelled_by_their_measure_belong_to_one_indicator(below: str) -> None:
    made = read(
        table(
            "*Ref | *Measure | | *Apr 2031 | *May 2031 | *Jun 2031",
            "KPI 4 | Percentage of berths let | Actual | 81% | 82% | 83%",
            f"{below} | Target | 80% | 80% | 85%",
            "KPI 5 | Number of boats mended | Actual | 8 | 9 | 4",
            f"{below} | Target | 5 | 5 | 5",
        )
    )
    assert [i.indicator_ref for i in made.indicators] == ["KPI 4", "KPI 5"]
    assert [(v.indicator_ref, v.measure, v.period, v.text) for v in made.indicator_values[2:5]] == [
        ("KPI 4", "actual", "Jun 2031", "83%"),
        ("KPI 4", "target", "Apr 2031", "80%"),
        ("KPI 4", "target", "May 2031", "80%"),
    ]


def test_benchmarks_of_one_period_say_whose_they_are() -> None:
    columns = read(
        table(
            "*Ref | *Indicator | *Target 2031/32 | *England average 2030/31 | *Regional average 2030/31",
            "KPI 4 | Berths let by the season | 85% | 81% | 79%",
        )
    )
    rows = read(
        table(
            "*Ref | *Indicator | *Measure | *Q1 2031/32",
            "KPI 4 | Berths let by the season | Actual | 84%",
            "^ | ^ | England | 81%",
            "^ | ^ | North East | 79%",
        )
    )
    boxes = read(
        table("*KPI 4 Berths let by the season | <", "Latest: 84% | ", "England: 81% | North East: 79%")
    )
    said = [[(v.measure, v.label, v.text) for v in made.indicator_values] for made in (columns, rows, boxes)]
    assert said == [
        [
            ("target", "", "85%"),
            ("benchmark", "England average", "81%"),
            ("benchmark", "Regional average", "79%"),
        ],
        [("actual", "", "84%"), ("benchmark", "England", "81%"), ("benchmark", "North East", "79%")],
        [("latest", "", "84%"), ("benchmark", "England", "81%"), ("benchmark", "North East", "79%")],
    ]


@pytest.mark.parametrize(
    ("heads", "labels"),
    [
        (("Target", "Stretch target"), ["", "Stretch target"]),
        (("Target 2031/32", "Target 2032/33"), ["", ""]),
        (("2031/32 Boys", "2031/32 Girls"), ["Boys", "Girls"]),
        (("Benchmark", "Actual"), ["", ""]),
    ],
)
def test_values_of_one_measure_and_period_are_told_apart(heads: tuple[str, str], labels: list[str]) -> None:
    head = " | *".join(("*Ref", "Performance indicator", *heads))
    made = read(table(head, "KPI 4 | Berths let by the season | 85% | 81%"))
    assert [v.label for v in made.indicator_values] == labels


def test_a_key_to_initials_may_stand_above_the_table() -> None:
    made = read(
        table("*Ref | *Action | *Lead", "QA 1 | Dredge the inner basin before the season | HoQ / PD"),
        above="Key: HoQ = Head of Quays; PD = Port Director",
    )
    assert made.initials == {"HoQ": "Head of Quays", "PD": "Port Director"}


def test_risks_beside_their_actions_make_rows_of_both() -> None:
    made = read(
        table(
            "*Risk | *Current score | *Action | *Owner | *Due",
            "QR1 The lock gates fail in a storm | L3 x I4 = 12 | Order new hinges | Jo Kerr | Mar 2032",
            "^ | ^ | Train two divers | Pat Voss | May 2032",
            "QR2 The ferry operator gives up | L3 x I3 = 9 | Talk to the operator | Jo Kerr | Apr 2032",
        )
    )
    assert [(r.risk_ref, r.description, r.likelihood, r.impact, r.score) for r in made.risks] == [
        ("QR1", "The lock gates fail in a storm", "3", "4", "12"),
        ("QR2", "The ferry operator gives up", "3", "3", "9"),
    ]
    assert [(a.action, a.risk_refs) for a in made.actions] == [
        ("Order new hinges", ("QR1",)),
        ("Train two divers", ("QR1",)),
        ("Talk to the operator", ("QR2",)),
    ]


def test_texts_that_begin_with_references_where_no_column_prints_them() -> None:
    made = read(
        table(
            "*Indicator | *2030/31 | *Target",
            "KPI 4: Berths let by the season | 81% | 85%",
            "KPI 5: Boats mended on the slip | 71% | 75%",
        )
    )
    assert [(i.indicator_ref, i.definition) for i in made.indicators] == [
        ("KPI 4", "Berths let by the season"),
        ("KPI 5", "Boats mended on the slip"),
    ]
    (first, _) = actions("*Action | *Owner", "M6 to be dredged | Jo Kerr", "Paint the crane | Pat Voss")
    assert (first.action_ref, first.action) == ("", "M6 to be dredged")


STAGES = [
    (
        ("*Ref | *Risk | *Inherent score | *Residual score | *Target score | *Controls",),
        "L5 x I4 = 20 | L3 x I4 = 12 | L2 x I4 = 8 | Walls are watched",
    ),
    (
        (
            "*Ref | *Risk | *Gross | < | < | *Net | < | < | *Target | < | < | *Controls",
            "^ | ^" + 3 * " | *Likelihood | *Impact | *Score" + " | ^",
        ),
        "5 | 4 | 20 | 3 | 4 | 12 | 2 | 4 | 8 | Walls are watched",
    ),
]


@pytest.mark.parametrize(("head", "cells"), STAGES, ids=["products", "columns"])
def test_ratings_of_a_risk_at_every_stage(head: tuple[str, ...], cells: str) -> None:
    (first, _) = read(
        table(
            *head,
            f"R1 | The quay wall falls into the basin | {cells}",
            f"R2 | The ferry runs aground | {cells}",
        )
    ).risks
    assert (first.inherent_likelihood, first.inherent_impact, first.inherent_score) == ("5", "4", "20")
    assert (first.likelihood, first.impact, first.score) == ("3", "4", "12")
    assert (first.target_likelihood, first.target_impact, first.target_score) == ("2", "4", "8")


@pytest.mark.parametrize(
    ("title", "product", "factors"),
    [
        ("L x I", "3 x 4", ("3", "4")),
        ("I x L", "4 x 3", ("3", "4")),
        ("Likelihood x Impact", "3 x 4", ("3", "4")),
        ("Assessment", "L3 x I4", ("3", "4")),
        ("L x I", "3 x 5", ("", "")),
        ("Berths", "3 x 4", ("", "")),
    ],
)
def test_factors_of_a_score_in_a_column_beside_it(title: str, product: str, factors: tuple[str, str]) -> None:
    rows = (
        f"R1 | The quay wall falls into the basin | {product} | 12 | Walls are watched",
        f"R2 | The ferry runs aground | {product} | 12 | Crews are trained",
    )
    (first, _) = read(table(f"*Ref | *Risk | *{title} | *Score | *Controls", *rows)).risks
    assert (first.likelihood, first.impact, first.score) == (*factors, "12")


@pytest.mark.parametrize(
    ("title", "product", "rating"),
    [
        ("Likelihood x Impact", "3 x 4", ("3", "4", "")),
        ("Likelihood x Impact", "3x4=12", ("3", "4", "12")),
        ("Impact x Likelihood", "4 x 3 (12)", ("3", "4", "12")),
        ("Likelihood", "3", ("3", "", "")),
        ("Likelihood", "3 x 4 = 12", ("3 x 4 = 12", "", "")),
    ],
)
def test_a_rating_in_a_column_of_its_factors(title: str, product: str, rating: tuple[str, str, str]) -> None:
    rows = (
        f"R1 | The quay wall falls into the basin | {product} | Walls are watched",
        f"R2 | The ferry runs aground | {product} | Crews are trained",
    )
    (first, _) = read(table(f"*Ref | *Risk | *{title} | *Controls", *rows)).risks
    assert (first.likelihood, first.impact, first.score) == rating


def test_indicators_that_are_numbered_in_one_cell_and_heads_that_come_again() -> None:
    rows = indicators(
        "*Policies | *Targets | *Indicators (by district) | *Sources",
        "HP 1 | a) Build 40 homes on both quays by the end of 2033 |"
        " 1) Homes built / on quays / 2) Berths let | Land Registry",
        "Policies | Targets | Indicators | Source",
        "HP 2 | b) Keep the water of both basins clean all the year round |"
        " 3) Oil spills / 4) Booms in use | Port log",
    )
    assert [(r.indicator_ref, r.definition) for r in rows] == [
        ("1", "Homes built on quays"), ("2", "Berths let"), ("3", "Oil spills"), ("4", "Booms in use")
    ]  # fmt: skip


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


def test_an_indicator_without_values_is_one_where_others_have_none_either() -> None:
    rows = indicators(
        "*Indicator | *Target 2031/32 | *Actual 2031/32",
        "Ferries that left on time | |",
        "Berths let by the season | 80% | 71%",
        "Cranes in use | | ",
        "Ships at anchor in the bay | |",
    )
    assert "Ships at anchor in the bay" in [r.definition for r in rows]


def test_a_column_of_arrows_tells_the_direction_whatever_its_title() -> None:
    rows = indicators(
        "*Ref | *Measure | *Target | *Actual | *Quarter 1",
        "KPI 1 | Ferries that left on time | 95% | 96% | ↑",
        "KPI 2 | Berths let by the season | 80% | 71% | ↓",
        below="Arrows: up is better than the quarter before, down is worse.",
    )
    assert [r.direction for r in rows] == ["improving", "worsening"]


def test_a_heading_inside_a_table_of_indicators_ends_with_it() -> None:
    made = read(table(*GROUPED), table(*ACTIONS))
    assert {a.corporate_outcome for a in made.actions} == {""}


@pytest.mark.parametrize("cell", ["None", "N/A", "n/a"])
def test_a_risk_with_no_linked_action_has_no_outcome_of_that_name(cell: str) -> None:
    (risk,) = read(
        table(
            "*Risk ref | *Risk description | *Likelihood | *Impact | *Linked actions",
            f"QR 1 | Failure of the lock gates in a storm | 4 | 5 | {cell}",
        )
    ).risks
    assert (risk.action_refs, risk.outcomes) == ((), ())


def test_places_in_a_ranking_are_no_references() -> None:
    found = indicators(
        "*Measure | *Target | *Oct 2031 | *Nov 2031 | *Position",
        "Ships cleared within four hours | 78% | 71.4% | 72.9% | 17th",
        "Containers stacked on the day | 95% | 91% | 92% | 1st",
        "Average time at the berth in days | 5 | 6 | 7 | 3rd of 16",
    )
    assert [i.indicator_ref for i in found] == ["", "", ""]


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


@pytest.mark.parametrize("cell", ["£5,000", "None", "N/A", "12"])
def test_sums_and_nothing_are_no_actions(cell: str) -> None:
    found = actions(*ACTIONS, f"QA 3 | {cell} | | Jo Kerr | | ")
    assert [a.action_ref for a in found] == ["QA 1", "QA 2"]


def test_areas_over_columns_of_figures_tell_the_values_apart() -> None:
    made = read(
        table(
            "*Indicator | *North quay | *South quay | *England",
            "Adults who row (%) | 14.2 | 11.1 | 13.0",
            "Adults who swim (%) | 79.1 | 81.4 | 81.1",
            "Adults who walk (%) | 61.2 | 59.9 | 63.1",
        )
    )
    assert [i.indicator_ref for i in made.indicators] == ["", "", ""]
    assert [(v.measure, v.label, v.value) for v in made.indicator_values[:3]] == [
        ("actual", "North quay", 14.2),
        ("actual", "South quay", 11.1),
        ("benchmark", "England", 13.0),
    ]


def test_a_row_without_values_is_an_indicator_where_there_is_one_column_of_them() -> None:
    rows = indicators(
        *(
            row.rpartition(" | ")[0]
            for row in (
                "*Measure | *Oct-31 | *",
                "Ferries and piers | | ",
                "Ferries that left on time | 91% | ",
                "Berths let by the season | 71% | ",
                "Cranes in use | 61% | ",
            )
        )
    )
    assert "Ferries and piers" in [row.definition for row in rows]


def test_one_pair_above_a_table_is_no_key_to_initials() -> None:
    made = read(table(HEAD, "QA 1 | Dredge the basin | Mar 2032 | JK | | Complete"), above="JK = Jo Kerr")
    assert made.initials == {}


@pytest.mark.parametrize(("plan", "day"), [(PLAN, True), ("Quays plan October 2031 to December 2032", False)])
def test_a_month_without_a_year_is_that_of_a_plan_for_one_year(plan: str, day: bool) -> None:
    (made,) = actions(
        HEAD, "QA 1 | Dredge the inner basin before the season | March | Jo Kerr | | Complete", plan=plan
    )
    assert (made.due_date is not None) is day


LISTING = "*Policy | *Indicators | *Trigger for review | *Result 2031/32"


@pytest.mark.parametrize(
    ("said", "count"),
    [("Fewer berths were let than in any year before", 2), ("Not measured in this year", 1)],
    ids=["a sentence", "a value in words"],
)
def test_sentences_speak_of_all_indicators_of_a_row(said: str, count: int) -> None:
    first = f"Let more berths | 1. Number of berths let / 2. Ferries that left on time | Fewer | {said}"
    second = f"Keep the cranes | 3. Number of cranes mended / 4. Days without a crane | Fewer | {said}"
    assert len(read(table(LISTING, first, second)).indicators) == 2 * count


@pytest.mark.parametrize(("now", "due"), [("–", "May 2032"), ("", "May 2032"), ("July 2033", "July 2033")])
def test_a_date_that_was_not_put_off_is_the_first_one(now: str, due: str) -> None:
    head = "*Ref | *Action | *Lead officer | *Original target date | *Revised target date"
    row = f"QA 1 | Paint the loading crane | Pat Voss | May 2032 | {now}"
    (one,) = actions(head, row)
    assert one.due_text == due


@pytest.mark.parametrize(
    ("definition", "values", "others", "unit"),
    [
        ("Boats waiting over 12 months for a berth", "1,912 | 1,460", ("Fees paid", "Berths let"), "count"),
        ("Boats waiting more than a year", "412 | 388", ("Fees paid", "Berths let"), "count"),
        ("Boats let by months", "412 | 388", ("Fees paid", "Berths let"), ""),
        ("Requests in the month", "19 | 14", ("Fees paid (%)", "Berths let (%)"), "count"),
        ("Requests in the month", "19 | 14", ("Fees paid (%)", "Berths let"), ""),
        ("Share of boats let", "19 | 14", ("Fees paid (%)", "Berths let (%)"), ""),
    ],
)
def test_whole_numbers_beside_percentages_are_counts(
    definition: str, values: str, others: tuple[str, str], unit: str
) -> None:
    rows = (f"{definition} | {values}", *(f"{other} | 85 | 81" for other in others))
    made = records(recognise([table("*Measure | *Target | *Actual", *rows)]), lambda _: Around())
    own = [v for v in made.indicator_values if v.definition == definition]
    assert [v.unit for v in own] == [unit, unit]


@pytest.mark.parametrize(
    ("heads", "measures"),
    [
        (
            ("*Measure | *Latest months | < | < | *Target", "^ | *Oct 2031 | *Nov 2031 | *Dec 2031 | ^"),
            ["actual", "actual", "actual"],
        ),
        (
            ("*Measure | *Previous | *Latest | *Target", "^ | *Nov 2031 | *Dec 2031 | ^"),
            ["previous", "latest"],
        ),
    ],
)
def test_several_periods_under_latest_are_a_series(heads: tuple[str, ...], measures: list[str]) -> None:
    cells = " | ".join(["12", "14", "15"][: len(measures)])
    rows = (f"{name} | {cells} | 20" for name in ("Berths let by the season", "Boats counted"))
    made = records(recognise([table(*heads, *rows)]), lambda _: Around())
    assert [v.measure for v in made.indicator_values] == [*measures, "target"] * 2
