"""What a table is taken for, and which column plays which role, from its titles and cells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.model import Table
from agendapack.extract.recognise import Recognised, recognise


def read(*printed: str) -> Recognised:
    return recognise([table(*printed)])[0]


def roles(found: Recognised) -> dict[int, str]:
    """Columns by number with their role or measure."""
    assert found.reading
    named = {r.column: r.name for r in found.reading.roles}
    return named | {v.column: v.measure for v in found.reading.values}


RECOGNISED = [
    (
        "indicators",
        [
            "*QSM | *Measure | *2030/31 | *Target",
            "QS01 | Berths let by the season | 81% | 85%",
            "QS02 | Boats mended on the slip | 71% | 75%",
            "QR01 | Ferries that left on time | 91% | 95%",
        ],
        {0: "ref", 1: "definition", 2: "actual", 3: "target"},
    ),
    (
        "actions",
        [
            "*Ref | *Action | *Due date | *Responsible officer | *Associated PIs",
            "QA 1 | Dredge the inner basin before the season | Mar 2032 | Jo Kerr | KPI 4, 5",
            "QA 2 | Paint the loading crane on the north quay | Ongoing | Pat Voss | KPI 6",
        ],
        {0: "ref", 1: "action", 2: "due", 3: "officers", 4: "indicator_refs"},
    ),
    (
        "actions",
        [
            "*What we will do | *Who | *By when | *Progress",
            "Open the fish market on Sundays in summer | Markets Manager | June 2031 | Complete",
            "Lend tools to the allotment societies | Parks Manager | August 2031 | On track",
            "Move the ferry timetable on to the website | Head of Quays | May 2031 | Delayed",
        ],
        {0: "action", 1: "officers", 2: "due", 3: "status"},
    ),
    (
        "actions",
        [
            "*Minute | *Action | *Who | *Target",
            "14/31 | Open the fish market on Sundays in summer | Markets Manager | June 2031",
            "15/31 | Lend tools to the allotment societies | Parks Manager | Q3 31/32",
        ],
        {0: "ref", 1: "action", 2: "officers", 3: "due"},
    ),
    (
        "indicators",
        [
            "*Ref | *Indicator | *Outturn | *Target | < | *Owner",
            "^ | ^ | *2030/31 | *2031/32 | *2032/33 | ^",
            "KPI 4 | Berths let by the season | 81.5% | 85% | 90% | Jo Kerr",
            "KPI 5 | Days from application to licence | 12 | 10 | 8 | Pat Voss",
        ],
        {0: "ref", 1: "definition", 2: "outturn", 3: "target", 4: "target", 5: "officers"},
    ),
    (
        "indicators",
        [
            "*Measure | *Target | *Actual Q1 | *Actual Q2 | *Direction of travel | *RAG",
            "Ferries that left on time | 95% | 93% | 96% | ↑ | Green",
            "Complaints answered in ten days | 90% | 88% | 71% | ↓ | Red",
        ],
        {0: "definition", 1: "target", 2: "actual", 3: "actual", 4: "direction", 5: "rag"},
    ),
    (
        "risks",
        [
            "*Risk ref | *Risk | *Likelihood | *Impact | *Score | *Controls in place | *Risk owner",
            "QR1 | The lock gates fail in a storm | 3 | 5 | 15 | Yearly survey of the gates | Jo Kerr",
            "QR2 | The ferry operator gives up the route | 2 | 4 | 8 | Talks with the operator | Pat Voss",
        ],
        {
            0: "ref",
            1: "description",
            2: "likelihood",
            3: "impact",
            4: "score",
            5: "mitigations",
            6: "officers",
        },
    ),
    (
        "risks",
        [
            "*Ref | *Risk | *Impact | *Likelihood | *Total risk score | *Controls | *Revised | <",
            "^ | ^ | ^ | ^ | ^ | ^ | *Likelihood | *Total risk score",
            "1 | The lock gates fail in a storm | 5 | 4 | 20 | Yearly survey | 2 | 10",
            "2 | The ferry operator gives up the route | 4 | 3 | 12 | Talks held | 2 | 8",
        ],
        {
            0: "ref",
            1: "description",
            2: "impact",
            3: "inherent_likelihood",
            4: "inherent_score",
            5: "mitigations",
            6: "likelihood",
            7: "score",
        },
    ),
    (
        "risks",
        [
            "*No | *Description of risk | *Inherent score | *Residual score | *Mitigating actions",
            "1 | The harbour wall needs more than the budget allows | 20 | 12 | Bids to two funds made",
            "2 | Skilled pilots retire without being replaced | 16 | 9 | Two apprentices start in spring",
        ],
        {0: "ref", 1: "description", 2: "inherent_score", 3: "score", 4: "mitigations"},
    ),
    (
        "risks",
        [
            "*No | *Risk | *Gross | < | < | *Controls | *Net (after controls) | < | < | *Owner",
            "^ | ^ | *L | *I | *L x I | ^ | *L | *I | *L x I | ^",
            "1 | The lock gates fail in a storm | 4 | 5 | 20 | Yearly survey | 2 | 5 | 10 | Jo Kerr",
            "2 | The ferry operator gives up the route | 3 | 4 | 12 | Talks held | 2 | 4 | 8 | Pat Voss",
        ],
        {
            0: "ref",
            1: "description",
            2: "inherent_likelihood",
            3: "inherent_impact",
            4: "inherent_score",
            5: "mitigations",
            6: "likelihood",
            7: "impact",
            8: "score",
            9: "officers",
        },
    ),
    (
        "actions",
        [
            "*No | *Finding | *Agreed action | *Priority | *Owner | *Original due date | *Revised due date",
            "1 | Moorings let without a form | Print it again | High | Jo Kerr | 30/06/31 | 31/12/31",
            "2 | Keys are not signed for | Buy a book for the keys | Low | Pat Voss | 31/08/31 | ",
        ],
        {0: "ref", 1: "finding", 2: "action", 3: "priority", 4: "officers", 5: "first_due", 6: "due"},
    ),
    (
        "actions",
        [
            "*Ref | *Area for improvement | *Action | *Owner | *Deadline",
            "H1 | The harbour should know who moors there | Keep a book of visitors | Jo Kerr | March 2032",
            "H2 | Buoys are not always lit | Replace the lamps of all buoys | Pat Voss | June 2032",
        ],
        {0: "ref", 1: "finding", 2: "action", 3: "officers", 4: "due"},
    ),
    (
        "actions",
        [
            "*Deliverable | *Lead | *Q1 milestone | *Q2 milestone",
            "Open the new fish market | Jo Kerr | Contract let by May 2031 | Roof on by June 2031",
            "Dredge the inner basin | Pat Voss | | Licence granted by June 2031",
        ],
        {0: "action", 1: "officers", 2: "milestones"},
    ),
]


@pytest.mark.parametrize(("kind", "printed", "columns"), RECOGNISED)
def test_recognised(kind: str, printed: list[str], columns: dict[int, str]) -> None:
    found = read(*printed)
    assert found.kind == kind
    assert roles(found) == columns


@pytest.mark.parametrize(("kind", "printed", "_columns"), RECOGNISED)
def test_every_role_has_its_reason(kind: str, printed: list[str], _columns: dict[int, str]) -> None:
    found = read(*printed)
    assert found.reading and len(found.reasons) == len(roles(found))
    assert {name for name, _ in found.rejected} == {"actions", "indicators", "risks"} - {kind}


SILENT = [
    (
        "money",
        [
            "*Source | *2031/32 | *2032/33 | *Total",
            "Harbour dues | 420 | 385 | 805",
            "Ferry subsidy | 265 | 140 | 405",
            "Total | 685 | 525 | 1,210",
        ],
    ),
    (
        "attendance",
        ["*Member | *Present | *Apologies", "Councillor Teal | Yes | ", "Councillor Wren | | Yes"],
    ),
    (
        "contents",
        ["*Item | *Page", "Minutes of the last meeting | 3", "The quays in winter | 9", "Budget | 21"],
    ),
    (
        "a forward plan",
        [
            "*Decision | *Decision maker | *Meeting",
            "Adopt the quays plan | Cabinet | 4 May 2031",
            "Let the fish market | Cabinet | 8 June 2031",
        ],
    ),
    (
        "a register of cases",
        [
            "*Case | *Breach | *Officer | *Outcome | *Received",
            "E31/1 | Hut on the quay | Jo Kerr | Notice served on the owner | June 2031",
            "E31/2 | Boat on the slipway | Pat Voss | Under investigation | July 2031",
        ],
    ),
    (
        "a key to scores",
        [
            "*Score | *Likelihood | *Description",
            "3 | Likely | More than an even chance in the year",
            "2 | Possible | May happen in the next five years",
            "1 | Rare | Not expected in ten years",
        ],
    ),
    ("a form", ["Name of applicant | ", "Address | ", "Date of birth | "]),
    (
        "opening hours",
        ["*Day | *Morning | *Afternoon", "Monday | 9 to 12 | 2 to 5", "Tuesday | Closed | 2 to 5"],
    ),
]


@pytest.mark.parametrize("printed", [c[1] for c in SILENT], ids=[c[0] for c in SILENT])
def test_tables_that_must_stay_silent(printed: list[str]) -> None:
    found = read(*printed)
    assert (found.kind, found.reading) == ("", None)
    assert found.reasons


def test_the_column_of_text_without_a_telling_title_is_found_by_elimination() -> None:
    found = read(
        "*Topic | *Target | *Actual | *Trend | *RAG",
        "Ferries that left on time | 95% | 93% | ↑ | Amber",
        "Berths let by the season | 90% | 91% | ↑ | Green",
        "Complaints answered in ten days | 90% | 71% | ↓ | Red",
    )
    assert found.kind == "indicators"
    assert roles(found)[0] == "definition"


def test_colours_under_any_title_are_the_rating() -> None:
    found = read(
        "*Indicator | *Q2 actual | *Q2 target | *Performance",
        "Berths let by the season | 61% | 60% | {green} On or above target",
        "Boats mended on the slip | 88% | 100% | {red} Below target",
    )
    assert roles(found) == {0: "definition", 1: "actual", 2: "target", 3: "rag"}


def test_savings_with_a_rating_are_no_indicators() -> None:
    found = read(
        "*Ref | *Savings proposal | *Target £000 | *Forecast £000 | *RAG",
        "S1 | Share the harbour office with the pilots | 400 | 250 | Amber",
        "S2 | Let the empty sheds on the north quay | 150 | 150 | Green",
    )
    assert found.kind == ""


def test_amounts_are_no_references_whatever_their_title() -> None:
    found = read(
        "*Indicator | *Target | *Actual | *No fixed date",
        "Lent to the harbour bank beyond the year | £40m | £38m | £12.5m",
        "Lent to the ferry company beyond the year | £25m | £31m | £9m",
    )
    assert roles(found) == {0: "definition", 1: "target", 2: "actual"}


def test_a_column_of_colours_is_the_rating() -> None:
    found = read(
        "*Measure | *Target | *Actual | *Status",
        "Ferries that left on time | 95% | 96% | {green}",
        "Berths let by the season | 90% | 86% | {amber}",
        "Complaints answered in ten days | 90% | 71% | {red}",
    )
    assert roles(found)[3] == "rag"


TICKED = [
    (
        "due",
        [
            "*Ref | *Action | *Lead officer | *Short | *Medium | *Long",
            "QA 1 | Dredge the inner basin before the season | Jo Kerr | X | | ",
            "QA 2 | Paint the loading crane on the north quay | Pat Voss | | | X",
        ],
        ((3, "Short"), (4, "Medium"), (5, "Long")),
    ),
    (
        "rag",
        [
            "*Ref | *Indicator | *Target | *Red | *Amber | *Green",
            "KPI 4 | Berths let by the season | 85% | | ✓ | ",
            "KPI 5 | Ferries that left on time | 95% | | | ✓",
        ],
        ((3, "Red"), (4, "Amber"), (5, "Green")),
    ),
]


@pytest.mark.parametrize(("role", "printed", "titles"), TICKED)
def test_ticked_columns_say_one_thing(
    role: str, printed: list[str], titles: tuple[tuple[int, str], ...]
) -> None:
    found = read(*printed)
    assert found.reading
    assert [(m.role, m.titles) for m in found.reading.marked] == [(role, titles)]


def test_a_head_without_looks_of_its_own() -> None:
    found = read(
        "Ref | Action | By when | Lead officer",
        "QA 1 | Dredge the inner basin before the season | Mar 2032 | Jo Kerr",
        "QA 2 | Paint the loading crane on the north quay | May 2032 | Pat Voss",
    )
    assert found.kind == "actions"
    assert [row.kind for row in found.table.rows] == ["header", "body", "body"]
    assert found.table.header_rows == 1


def follows(first: Table, second: Table) -> str:
    """What the second table is taken for after the first."""
    return recognise([first, second])[1].kind


ACTIONS = (
    "*Ref | *Action | *Due date | *Lead officer",
    "QA 1 | Dredge the inner basin before the season | Mar 2032 | Jo Kerr",
    "QA 2 | Paint the loading crane on the north quay | May 2032 | Pat Voss",
)
LIST = ("QA 7 | Seals on the outer bank", "QA 8 | Tide tables in four languages")


def test_a_list_of_the_same_refs_after_a_table_is_of_its_kind() -> None:
    assert follows(table(*ACTIONS), table(*LIST, number=2)) == "actions"


@pytest.mark.parametrize(
    ("change", "second"),
    [
        ("other refs", table(*(row.replace("QA", "ZZ") for row in LIST), number=2)),
        ("far away", table(*LIST, page=4, number=2)),
        (
            "no refs",
            table("Seals | Count the seals on the outer bank", "Tides | Publish tide tables", number=2),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_lists_are_not(change: str, second: Table) -> None:
    assert follows(table(*ACTIONS), second) == ""


def test_recognising_changes_nothing_printed() -> None:
    plain = table(
        "Ref | Action | By when", "QA 1 | Dredge the inner basin | Mar 2032", "QA 2 | Paint | May 2032"
    )
    found = recognise([plain])[0].table
    assert [row.cells for row in found.rows] == [row.cells for row in plain.rows]
    assert replace(found, rows=plain.rows, header_rows=0) == plain


def test_a_plain_head_that_is_printed_again_is_no_record() -> None:
    found = read(
        "Ref | Action | Due date",
        "QA 1 | Dredge the inner basin before the season | Mar 2032",
        "Ref | Action | Due date",
        "QA 2 | Paint the loading crane on the north quay | May 2032",
    )
    assert found.kind == "actions"
    assert [row.kind for row in found.table.rows] == ["header", "body", "body"]


def test_a_target_that_is_no_day_is_no_due_date() -> None:
    found = read(
        "*Ref | *Action | *Owner | *Target | *Timescale",
        "QA 1 | Dredge the inner basin before the season | Jo Kerr | 40% | Mar 2032",
        "QA 2 | Paint the loading crane on the north quay | Pat Voss | 2 cranes | Apr 2032",
    )
    assert {n for n, role in roles(found).items() if role == "due"} == {4}


RATED = "QR1 | The lock gates fail in a storm | 4 | 5 | 20 | Yearly survey of the gates | 3 | 5 | 15"
RATED_TOO = "QR2 | The ferry operator gives up | 3 | 3 | 9 | Talks with the operator | 2 | 3 | 6"


def test_ratings_that_come_twice_are_those_without_controls_and_with_them() -> None:
    titles = "*Likelihood | *Impact | *Score"
    found = read(f"*Ref | *Risk | {titles} | *Controls | {titles}", RATED, RATED_TOO)
    assert roles(found) == {
        0: "ref", 1: "description", 2: "inherent_likelihood", 3: "inherent_impact", 4: "inherent_score",
        5: "mitigations", 6: "likelihood", 7: "impact", 8: "score",
    }  # fmt: skip


def test_ratings_under_two_dates_are_once_past_and_once_present() -> None:
    found = read(
        "*Ref | *Risk | *Q1 2031/32 | < | < | *Controls | *Q2 2031/32 | < | <",
        "^ | ^ | *Likelihood | *Impact | *Score | ^ | *Likelihood | *Impact | *Score",
        RATED,
        RATED_TOO,
    )
    assert {n: name for n, name in roles(found).items() if n > 5} == {
        6: "likelihood",
        7: "impact",
        8: "score",
    }


def test_a_product_of_likelihood_and_impact_is_the_score_whatever_its_title() -> None:
    found = read(
        "*Ref | *Risk | *Before controls | < | < | *Controls | *After controls | < | <",
        "^ | ^ | *L | *I | *R | ^ | *L | *I | *R",
        RATED,
        RATED_TOO,
    )
    named = roles(found)
    assert (named[4], named[8]) == ("inherent_score", "score")


def test_projects_by_year_with_their_costs_are_no_actions() -> None:
    printed = "*{} | *Project | *Estimate | *Method"
    rows = (
        "2031 | Second pump | £35,000 | Loan",
        "2032 | New roof at the hall | £64,000 | Loan",
        "2033 | Town square paving | £18,000 | Grant",
        "2034 | Boiler | £12,000 | Loan",
        "2035 | Play area | £27,000 | Grant",
        "2036 | Bus station | £94,000 | Loan",
    )
    assert read(printed.format("Year"), *rows).kind == ""


MERGED = (
    "*Risk | *Current score | *Actions | < | <",
    "^ | ^ | *Action | *Owner | *Due",
    "QR1 The lock gates fail in a storm | 12 | Order new hinges | Jo Kerr | Mar 2032",
    "^ | ^ | Train two divers | Pat Voss | May 2032",
    "QR2 The ferry operator gives up | 9 | Talk to the operator | Jo Kerr | Apr 2032",
)


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (("On track", "Complete"), "status"),
        (("The dredger came in May and left again", "It is painted on one side only"), "progress"),
    ],
)
def test_an_update_is_a_status_where_it_says_one(cells: tuple[str, str], role: str) -> None:
    found = read(
        "*Ref | *Action | *Due date | *Owner | *Update",
        f"QA 1 | Dredge the inner basin | Mar 2032 | Jo Kerr | {cells[0]}",
        f"QA 2 | Paint the loading crane | Mar 2032 | Jo Kerr | {cells[1]}",
    )
    assert roles(found)[4] == role


@pytest.mark.parametrize(
    ("heads", "periods"),
    [
        (
            "*Q1 2030/31 | *Q2 | *Q3 | *Q1 2031/32 | *Q2",
            ["Q1 2030/31", "Q2 2030/31", "Q3", "Q1 2031/32", "Q2 2031/32"],
        ),
        ("*Q1 2030/31 | *Q2 | *Q3 | *Q4 | *2031/32", ["Q1 2030/31", "Q2", "Q3", "Q4", "2031/32"]),
    ],
)
def test_a_quarter_is_of_the_year_of_the_one_before(heads: str, periods: list[str]) -> None:
    found = read(f"*Ref | *Indicator | {heads}", "KPI 4 | Berths let by the season | 1% | 2% | 3% | 4% | 5%")
    assert found.reading
    assert [v.period.text for v in found.reading.values if v.period] == periods
    assert all(v.period and v.period.start for v in found.reading.values)


def test_quarters_in_another_order_have_no_year() -> None:
    found = read("*Ref | *Indicator | *Q4 2030/31 | *Q1", "KPI 4 | Berths let by the season | 1% | 2%")
    assert found.reading
    assert [v.period.start is None for v in found.reading.values if v.period] == [False, True]


MEASURES = ("Berths let by the season | 412 | 398", "Boats mended on the slip | 1,204 | 1,310")


@pytest.mark.parametrize(
    ("title", "rows", "kind"),
    [
        ("Measure", MEASURES, "indicators"),
        ("Service", MEASURES, ""),
        ("Measure (£000)", MEASURES, ""),
    ],
)
def test_measures_over_several_years_are_indicators_unless_they_are_money(
    title: str, rows: tuple[str, ...], kind: str
) -> None:
    assert read(f"*{title} | *2030/31 | *2031/32", *rows).kind == kind


def test_titles_of_one_letter_are_titles_only_as_a_whole() -> None:
    found = read(
        "*Ref | *Risk | *Controls | *Q1 score (L x I) | *Q2 score (L x I) | *Owner",
        "R1 | The lock gates fail | Inspect them | 4 x 4 = 16 | 4 x 5 = 20 | Jo Kerr",
        "R2 | The ferry sinks | A second boat | 5 x 3 = 15 | 4 x 3 = 12 | Jo Kerr",
    )
    assert roles(found)[4] == "score"
    assert not {"likelihood", "impact"} & set(roles(found).values())


def test_three_stages_of_likelihood_and_impact() -> None:
    found = read(
        "*Ref | *Risk | *Inherent | < | < | *Current | < | < | *Target | < | <",
        "^ | ^ | *L | *I | *Score | *L | *I | *Score | *L | *I | *Score",
        "R1 | The lock gates fail in a storm | 4 | 4 | 16 | 3 | 4 | 12 | 2 | 4 | 8",
        "R2 | The ferry company goes out of business | 3 | 5 | 15 | 2 | 5 | 10 | 2 | 5 | 10",
    )
    names = {
        5: "likelihood",
        6: "impact",
        7: "score",
        8: "target_likelihood",
        9: "target_impact",
        10: "target_score",
    }
    assert names.items() <= roles(found).items()


def test_risks_merged_over_the_rows_of_their_actions_are_both() -> None:
    found = read(*MERGED)
    assert found.kind == "actions" and found.also and found.also.kind == "risks"
    assert roles(found.also) == {0: "description", 1: "score"}
    plain = read(*(row.replace("^ | ^ | Train", "QR3 The quay sinks | 8 | Train") for row in MERGED))
    assert plain.also is None


def test_objectives_merged_over_the_rows_of_their_actions_are_no_risks() -> None:
    found = read(
        "*From plan | *Objectives | *Actions | *Milestone | *Responsible officers",
        "QA 01 | Increase the efficiency of the office | Review its structure | Ongoing | Ann Ward",
        "^ | ^ | Set up a buying team within the office | Sept 2031 | Jo Kerr",
        "QA 02 | Reduce the number of boats that wait | Open a booking desk | March 2032 | Jo Kerr",
        "^ | ^ | Publish the tides and the free berths each day | June 2032 | Ann Ward",
    )
    assert found.kind == "actions" and found.also is None


def test_the_description_of_a_risk_comes_before_its_title() -> None:
    found = read(
        "*Risk Code | *Risk Title | *Risk Description | *Managed By | *Score",
        "QR1 | Storms | The lock gates fail in a storm | Jo Kerr | 12",
        "QR2 | Ferry | The ferry operator gives up the route | Pat Voss | 9",
    )
    assert roles(found) == {0: "ref", 1: "name", 2: "description", 3: "officers", 4: "score"}


def test_a_baseline_and_a_forecast_date_are_when_it_was_and_is_due() -> None:
    found = read(
        "*Ref | *Milestone | *Baseline date | *Forecast date | *Owner",
        "M1 | Outline business case approved | 30 Jun 31 | 31 Aug 31 | Jo Kerr",
        "M2 | Work on the quay starts | 1 Oct 31 | 1 Dec 31 | Pat Voss",
    )
    assert roles(found) == {0: "ref", 1: "action", 2: "first_due", 3: "due", 4: "officers"}


SCORED = (
    "QR1 | The lock gates fail in a storm | 16 | 20 | 12 | Jo Kerr",
    "QR2 | The quay sinks in the mud | 9 | 12 | 6 | Pat Voss",
)


@pytest.mark.parametrize(
    ("first", "second", "score"),
    [
        ("Q4 30/31", "Q1 31/32", 3),
        ("Q2 31/32", "Q1 31/32", 2),
        ("Q1", "Q2", 3),
        ("Quarter 2", "Quarter 1", 2),
    ],
)
def test_of_scores_at_several_dates_the_newest_is_the_present_one(
    first: str, second: str, score: int
) -> None:
    found = read(
        "*Ref | *Strategic risk | *Risk score | < | *Target score | *Risk owner",
        f"^ | ^ | *{first} | *{second} | ^ | ^",
        *SCORED,
    )
    assert roles(found) == {0: "ref", 1: "description", score: "score", 4: "target_score", 5: "officers"}


def test_numbers_under_no_title_are_references() -> None:
    found = read(
        " | *Action | *Who | *When",
        "1 | Open the fish market on Sundays in summer | Markets Manager | June 2031",
        "2 | Lend tools to the allotment societies | Parks Manager | August 2031",
    )
    assert roles(found)[0] == "ref"


@pytest.mark.parametrize(
    ("first", "second", "third", "status"),
    [("Q1 RAG", "Q2 RAG", "Q3 RAG", 4), ("Q4 RAG", "Q1 RAG", "Q2 RAG", 4), ("Q2 RAG", "Q1 RAG", "Q4 RAG", 3)],
)
def test_of_several_statuses_the_newest_that_says_something(
    first: str, second: str, third: str, status: int
) -> None:
    found = read(
        f"*Ref | *Commitment | *Lead | *{first} | *{second} | *{third}",
        "QA 1 | Dredge the inner basin before the season | Jo Kerr | Green | Amber | ",
        "QA 2 | Paint the loading crane on the north quay | Pat Voss | Red | Amber | ",
    )
    assert {n: r for n, r in roles(found).items() if r == "status"} == {status: "status"}


def test_shares_beside_references_make_measures_indicators() -> None:
    head = "*Code | *Measure | *2030/31 quays | *2030/31 ferries"
    shares = (
        "QM01 | Satisfied with the service | 71.2% | 58%",
        "QM02 | Complaints answered in time | 91% | 88.5%",
    )
    assert read(head, *shares).kind == "indicators"


def test_totals_printed_over_a_head_are_no_head() -> None:
    found = read(
        " | | Total | 334.7",
        "Risk | Cause | Consequence | Likelihood",
        "Ferries stop in high winds | Old moorings | People are left on the island | 4",
        "Market takings fall | Fewer visitors in winter | The pier cannot be mended | 3",
    )
    assert found.kind == "risks"
    assert roles(found)[3] == "likelihood"


def test_a_column_of_references_is_no_status_whatever_its_title() -> None:
    found = recognise(
        [
            table(
                "*Action | *Lead | *Timescale | *Shared outcome",
                "Dredge the inner basin before the season | Jo Kerr | May 2032 | PO2, PO3",
                "Paint the loading crane on the north quay | Pat Voss | June 2032 | PO6, P / O7",
                "Publish the tide tables for next season | Jo Kerr | July 2032 | PO1, PO2",
            )
        ]
    )[0]
    assert found.reading is not None
    assert {r.column: r.name for r in found.reading.roles}.get(3) != "status"


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
CITING = "AP/10{n} | Repair pontoon {n} on the north quay | KPI 1{n} | Harbour Master | Started"
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


@pytest.mark.parametrize(
    ("title", "cells", "column"),
    [
        ("Outcome", ("Safer passage", "Fair prices", "No accidents"), None),
        ("Outcome", ("Complete", "On track", "Complete"), 3),
        ("Status", ("Complete", "On track", "Complete"), 3),
    ],
)
def test_an_outcome_is_a_status_only_if_its_cells_are(
    title: str, cells: tuple[str, ...], column: int | None
) -> None:
    texts = ("Dredge the inner basin", "Review the ferry contract", "Train all pilots")
    rows = (f"{a} | Jo Kerr | May 2032 | {b}" for a, b in zip(texts, cells, strict=True))
    (found,) = recognise([table(f"*Activity | *Lead | *Timeline | *{title}", *rows)])
    assert found.kind == "actions" and found.reading
    assert found.reading.column("status") == column


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("Actions | Sell all shares in coal firms | Set up a fund for loans | Put panels on all roofs", None),
        ("Ref | Harbour KPI 1 | Harbour KPI 2 | Harbour KPI 3", 0),
    ],
)
def test_sentences_are_no_references(cells: str, column: int | None) -> None:
    title, *texts = cells.split(" | ")
    measures = ("% of shares in coal firms", "Sum of money lent", "kWh made on roofs")
    rows = (f"{a} | By 2035 | {b} | annual" for a, b in zip(texts, measures, strict=True))
    (found,) = recognise([table(f"*{title} | *Target | *KPI | *Frequency", *rows)])
    assert found.reading and found.reading.column("ref") == column
