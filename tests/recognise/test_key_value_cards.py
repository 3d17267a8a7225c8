"""Cards, labels beside or above their values, are read as the list they stand for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table, texts

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.key_value_cards import cards_as_rows
from agendapack.extract.records import records

RISKS = (
    "*Risk ref | QR1 | *Risk owner | Jo Kerr",
    "*Risk description | The lock gates fail in a storm | < | <",
    "*Existing controls | Yearly survey of the gates | < | <",
    "*Likelihood | 3 | *Impact | 5",
    "*Risk ref | QR2 | *Risk owner | Pat Voss",
    "*Risk description | The ferry operator gives up the route | < | <",
    "*Existing controls | Talks with the operator | < | <",
    "*Likelihood | 2 | *Impact | 4",
)
MINI = (
    "*Risk ID: QR1 | < | *Risk title | The lock gates fail in a storm",
    "*Cause | *Consequence | *Likelihood | *Impact",
    "Old hinges | Flooded quays | 3 | 5",
    "*Controls | < | *Control owner | <",
    "Yearly survey | < | Jo Kerr | <",
    "Spare hinges | < | Pat Voss | <",
)
ACTIONS = (
    "*Ref | QA 1 | *Status | On track",
    "*Action | Dredge the inner basin before the season | < | <",
    "*Lead officer | Jo Kerr | *Target date | March 2032",
)
SECOND = (
    "*Ref | QA 2 | *Status | Complete",
    "*Action | Paint the loading crane on the north quay | < | <",
    "*Lead officer | Pat Voss | *Target date | May 2032",
)


def listed(*printed: str) -> list[str]:
    made = cards_as_rows(table(*printed))
    assert made
    return texts(made.rows, made.columns)


def test_labels_beside_their_values() -> None:
    assert listed(*RISKS) == [
        "Risk ref | Risk owner | Risk description | Existing controls | Likelihood | Impact",
        "QR1 | Jo Kerr | The lock gates fail in a storm | Yearly survey of the gates | 3 | 5",
        "QR2 | Pat Voss | The ferry operator gives up the route | Talks with the operator | 2 | 4",
    ]


def test_labels_above_their_values_and_in_one_cell_with_them() -> None:
    head, row = listed(*MINI)
    assert (
        head == "Risk ID | Risk title | Cause | Consequence | Likelihood | Impact | Controls | Control owner"
    )
    assert row.startswith("QR1 | The lock gates fail in a storm | Old hinges | Flooded quays | 3 | 5 | ")
    assert "• Yearly survey / • Spare hinges" in row


def test_cards_of_risks_keep_their_printed_grid() -> None:
    made = table(*RISKS)
    (found,) = recognise([made])
    assert (found.kind, found.printed) == ("risks", made)
    assert found.reading and found.reading.column("likelihood") == 4


def test_two_cards_of_actions_on_a_page_are_actions_and_one_may_be_the_head_of_a_report() -> None:
    alone = recognise([table(*ACTIONS)])
    both = recognise([table(*ACTIONS), table(*SECOND, number=2)])
    apart = recognise([table(*ACTIONS), table(*SECOND, number=2, page=2)])
    assert [[f.kind for f in found] for found in (alone, both, apart)] == [[""], ["actions"] * 2, [""] * 2]


def test_a_value_that_a_column_of_other_rows_cuts_is_whole() -> None:
    (found,) = recognise(
        [
            table(
                "*Risk ref | R1 | *Risk owner | Jo Kerr",
                "*Risk description | The lock gates fail | in a storm | ",
                "*Likelihood | 3 | *Impact | 4",
                "*Controls | Inspect the gates | each spring | and autumn",
            )
        ]
    )
    assert found.kind == "risks" and found.reading
    texts = {c.title: c.cells[0].flat for c in found.columns}
    assert texts["Risk description"] == "The lock gates fail in a storm"
    assert texts["Controls"] == "Inspect the gates each spring and autumn"


def test_labels_in_the_place_of_texts_make_no_list() -> None:
    printed = table(
        "*Ref Risk title | *Jo | *Risk owner | *Kerr",
        "Risk description | The gates | fail: see below | note",
        "Likelihood | 3 | Impact | 4",
        "Controls | Inspect | Review | each spring",
    )
    assert cards_as_rows(printed) is None


def test_a_list_is_no_card() -> None:
    rows = (
        "*Ref | *Action | *Lead officer | *Due date",
        "QA 1 | Dredge the inner basin | Jo Kerr | May 2032",
    )
    assert cards_as_rows(table(*rows)) is None


@pytest.mark.parametrize("total", ["*Total", "*TOTAL", "*Totals"])
def test_a_list_with_bold_totals_is_no_card(total: str) -> None:
    rows = (
        "*Scheme | *Sponsor | *Budget | *Spent to June | *Forecast",
        "Harbour wall | Jo Kerr | 18,400 | 3,912 | 17,650",
        "Ferry landing | Pat Voss | 2,750 | 1,204 | 2,910",
        f"{total} | | *21,150 | *5,116 | *20,560",
    )
    assert cards_as_rows(table(*rows)) is None


def test_a_total_may_be_the_score_of_a_card() -> None:
    card = ("*Risk | The gates fail | *Owner | Jo Kerr", "*Likelihood | 3 | *Impact | 4", "*Total | 12 | |")
    listed = cards_as_rows(table(*card))
    assert listed and "Total" in [cell.text for cell in listed.rows[0].cells]


def test_words_without_a_label_make_no_card() -> None:
    assert (
        cards_as_rows(table(*RISKS[:4], "The harbour board met in May | It noted the register | < | <"))
        is None
    )


def test_a_line_that_heads_a_card_is_the_risk() -> None:
    cards = [
        row
        for ref, name in (("QR-1", "The lock gates fail"), ("QR-2", "The ferry stops"))
        for row in (
            f"*{ref}: {name} | < | < | <",
            "*Risk owner | Jo Kerr | *Controls | Yearly survey of the gates",
            "*Likelihood | 3 | *Impact | 5",
        )
    ]
    (found,) = recognise([table(*cards)])
    assert found.kind == "risks" and found.reading
    body = [r for r in found.table.rows if r.kind == "body"]
    read = [[r.at(found.reading.column(role)).text for role in ("ref", "description")] for r in body]
    assert read == [["QR-1", "The lock gates fail"], ["QR-2", "The ferry stops"]]


def test_a_line_over_two_forms_with_an_owner_and_a_date_is_no_action() -> None:
    form = (
        "*The new slipway | < | < | <",
        "*Owner | Jo Kerr | *Due date | May 2032",
        "*Cost | £2m | *Status | Open",
    )
    found = recognise([table(*form), table(*form, number=2)])
    assert [f.kind for f in found] == ["", ""]


STAGED = (
    "*QR1 The lock gates fail in a storm | < | < | <",
    "*Risk owner | Jo Kerr | < | <",
    "*Cause | Old hinges on all of the gates | < | <",
    " | *Likelihood | *Impact | *Score",
    "*Inherent (no controls) | 5 | 4 | *20",
    "*Residual | 3 | 4 | *12",
    "*Target | 2 | 4 | *8",
    "*Existing controls | Yearly survey of the gates | < | <",
)
PLAIN = (
    "*QR1 | *The lock gates fail in a storm | | ",
    "Risk owner | Jo Kerr | | ",
    "Score | Likelihood | Impact | Total",
    "Inherent score | 5 | 4 | 20",
    "Current score | 3 | 4 | 12",
    "Target score | 2 | 4 | 8",
    "Existing controls | Yearly survey of the gates | | ",
)
TURNED = (
    *STAGED[:3],
    " | *Gross | *Net | *Target",
    "*Likelihood | 5 | 3 | 2",
    "*Impact | 4 | 4 | 4",
    "*Score | 20 | 12 | 8",
    STAGED[-1],
)


@pytest.mark.parametrize("printed", [STAGED, PLAIN, TURNED], ids=["at the side", "plain", "above"])
def test_an_inner_grid_of_ratings_at_several_stages(printed: tuple[str, ...]) -> None:
    place = Around("Quays plan")
    (risk,) = records(recognise([table(*printed)], lambda _: place), lambda _: place).risks
    assert (risk.risk_ref, len(risk.description) > 3) == ("QR1", True)
    assert (risk.likelihood, risk.impact, risk.score) == ("3", "4", "12")
    assert (risk.inherent_likelihood, risk.inherent_impact, risk.inherent_score) == ("5", "4", "20")
    assert (risk.target_likelihood, risk.target_impact, risk.target_score) == ("2", "4", "8")


INDICATORS = (
    "*Target | 85%",
    "*Outcome 2030/31 | 81%",
    "*Source | Harbour office",
    "*Commentary | More berths were let after the slip was mended.",
    "*Indicator H2: Ferries that left on time | <",
    "*Target | 95%",
    "*Outcome 2030/31 | 91%",
    "*Source | Harbour office",
    "*Commentary | Two ferries were out of use in the spring.",
)


def test_indicators_on_cards_under_their_names_the_first_above_the_table() -> None:
    made = table(*INDICATORS)
    name = replace(made.rows[4].cells[0], text="Indicator H1: Berths let by the season")
    found = recognise([replace(made, caption=name)])
    read = records(found, lambda _: Around())
    assert [(i.indicator_ref, i.definition) for i in read.indicators] == [
        ("Indicator H1", "Berths let by the season"),
        ("Indicator H2", "Ferries that left on time"),
    ]
    assert [(v.measure, v.period, v.value) for v in read.indicator_values] == [
        ("target", "", 85.0),
        ("actual", "2030/31", 81.0),
        ("target", "", 95.0),
        ("actual", "2030/31", 91.0),
    ]


def test_cards_without_a_value_or_a_name_hold_no_indicators() -> None:
    nameless = table(*INDICATORS[:4])
    assert recognise([nameless])[0].kind != "indicators"
    bare = [row for row in INDICATORS if not row.startswith(("*Target", "*Outcome"))]
    owned = [*bare, "*Owner | Jo Kerr"]
    assert recognise([table(*owned[2:])])[0].kind != "indicators"


def form(label: str) -> list[str]:
    """What two forms of a policy list, the line of its measures under this label."""
    lines = ["*Policy | QP1 Berths", "*Objective | To keep the quays in use", "*Target | No net loss"]
    last = f"*{label} | Number of berths let", "*Data source | Harbour survey"
    made = [table(*lines, *last, number=n) for n in (1, 2)]
    return [found.kind for found in recognise(made, lambda _: Around("Quays plan: monitoring framework"))]


def test_a_form_with_a_line_of_indicators_lists_them() -> None:
    assert form("Indicators") == ["indicators", "indicators"]
    assert form("Remarks") == ["", ""]


MARKS = ("*Marker", "*Thing we promise", "*Hand on deck")
STEPS = ("Dredge the inner basin", "Paint the loading crane", "Train two more pilots", "Mend the north quay")


def in_own_words(count: int, labels: tuple[str, ...] = MARKS, third: str = "Jo Kerr") -> list[str]:
    """Cards under labels that no vocabulary has."""
    values = [(f"QA {n + 1}", STEPS[n], third) for n in range(count)]
    return [f"{label} | {value}" for row in values for label, value in zip(labels, row, strict=False)]


@pytest.mark.parametrize(
    ("printed", "cards"),
    [
        (in_own_words(3), True),
        (in_own_words(2), False),
        (in_own_words(3, ("*Marker", "*Thing we promise")), False),
        (in_own_words(3, ("Marker", "Thing we promise", "Hand on deck")), False),
        ([*in_own_words(2), *in_own_words(1, ("*Marker", "*Thing we promise", "*Cost"))], False),
    ],
    ids=["three", "two", "of two labels", "labels set as values are", "other labels on one"],
)
def test_labels_that_come_again_and_again_are_those_of_cards(printed: list[str], cards: bool) -> None:
    assert (cards_as_rows(table(*printed)) is not None) is cards


@pytest.mark.parametrize(
    ("count", "third", "value", "kind"),
    [
        (3, "*Lead officer", "Jo Kerr", "actions"),
        (2, "*Lead officer", "Jo Kerr", ""),
        (3, "*Moon", "New", ""),
    ],
    ids=["three", "two", "that say little"],
)
def test_many_cards_need_no_date_to_be_of_actions(count: int, third: str, value: str, kind: str) -> None:
    (found,) = recognise([table(*in_own_words(count, ("*Ref", "*Action to be taken", third), value))])
    assert found.kind == kind
