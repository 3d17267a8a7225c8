"""What a table is taken for, and which column plays which role, from its titles and cells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from recognise.recognised import read, roles
from sheets import table

from agendapack.extract.model import Table
from agendapack.extract.recognise import recognise

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


def test_savings_with_a_rating_are_no_indicators() -> None:
    found = read(
        "*Ref | *Savings proposal | *Target £000 | *Forecast £000 | *RAG",
        "S1 | Share the harbour office with the pilots | 400 | 250 | Amber",
        "S2 | Let the empty sheds on the north quay | 150 | 150 | Green",
    )
    assert found.kind == ""


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


def test_shares_beside_references_make_measures_indicators() -> None:
    head = "*Code | *Measure | *2030/31 quays | *2030/31 ferries"
    shares = (
        "QM01 | Satisfied with the service | 71.2% | 58%",
        "QM02 | Complaints answered in time | 91% | 88.5%",
    )
    assert read(head, *shares).kind == "indicators"
