"""Rows of recognised tables become actions, and what every row says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from records.reading import ACTIONS, HEAD, PLAN, actions, indicators, read
from sheets import COLOURS, table

from agendapack.extract.model import Box, Word
from agendapack.extract.records import DraftRows


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


def test_a_key_to_initials_may_stand_above_the_table() -> None:
    made = read(
        table("*Ref | *Action | *Lead", "QA 1 | Dredge the inner basin before the season | HoQ / PD"),
        above="Key: HoQ = Head of Quays; PD = Port Director",
    )
    assert made.initials == {"HoQ": "Head of Quays", "PD": "Port Director"}


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


@pytest.mark.parametrize("cell", ["£5,000", "None", "N/A", "12"])
def test_sums_and_nothing_are_no_actions(cell: str) -> None:
    found = actions(*ACTIONS, f"QA 3 | {cell} | | Jo Kerr | | ")
    assert [a.action_ref for a in found] == ["QA 1", "QA 2"]


def test_one_pair_above_a_table_is_no_key_to_initials() -> None:
    made = read(table(HEAD, "QA 1 | Dredge the basin | Mar 2032 | JK | | Complete"), above="JK = Jo Kerr")
    assert made.initials == {}


@pytest.mark.parametrize(("plan", "day"), [(PLAN, True), ("Quays plan October 2031 to December 2032", False)])
def test_a_month_without_a_year_is_that_of_a_plan_for_one_year(plan: str, day: bool) -> None:
    (made,) = actions(
        HEAD, "QA 1 | Dredge the inner basin before the season | March | Jo Kerr | | Complete", plan=plan
    )
    assert (made.due_date is not None) is day


@pytest.mark.parametrize(("now", "due"), [("–", "May 2032"), ("", "May 2032"), ("July 2033", "July 2033")])
def test_a_date_that_was_not_put_off_is_the_first_one(now: str, due: str) -> None:
    head = "*Ref | *Action | *Lead officer | *Original target date | *Revised target date"
    row = f"QA 1 | Paint the loading crane | Pat Voss | May 2032 | {now}"
    (one,) = actions(head, row)
    assert one.due_text == due
