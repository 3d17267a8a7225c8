"""Cards that are set as several tables, whose labels count them, or that know few words of ours."""

from __future__ import annotations

import pytest
from sheets import table, texts

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.card_parts import MAX_GAP_PT, whole_cards
from agendapack.extract.recognise.key_value_cards import cards_as_rows
from agendapack.extract.records import records

CARD = (
    "*Risk ref | QR1 | *Risk owner | Harbour Master",
    "*Risk description | The lock gates fail in a storm and the quays flood | < | <",
    "*Current controls | Yearly survey of the gates | < | <",
)
GRID = (
    " | *Likelihood | *Impact | *Score",
    "*Inherent | 4 | 5 | 20",
    "*Current | 3 | 5 | 15",
    "*Target | 2 | 5 | 10",
)
ACTIONS = ("*Further action | *Action owner | *Due date", "Replace the hinges | Jo Kerr | May 2032")


def below(above: Table, *rows: str, number: int, gap: float = 12.0) -> Table:
    return table(*rows, number=number, top=above.parts[-1].box.bottom + gap)


@pytest.mark.parametrize(("gap", "joined"), [(MAX_GAP_PT - 2, True), (MAX_GAP_PT + 2, False)])
def test_a_grid_of_ratings_right_under_a_card_rates_it(gap: float, joined: bool) -> None:
    card = table(*CARD)
    assert bool(whole_cards([card, below(card, *GRID, number=2, gap=gap)])) is joined


def test_a_list_under_a_card_does_not_rate_it() -> None:
    card = table(*CARD)
    assert not whole_cards([card, below(card, *ACTIONS, number=2)])


def test_ratings_and_actions_under_a_card_are_those_of_its_risk() -> None:
    first = table(*CARD)
    grid = below(first, *GRID, number=2)
    acts = below(grid, *ACTIONS, number=3)
    found = recognise([first, grid, acts])
    assert [f.kind for f in found] == ["risks", "", "actions"]
    made = records(found, lambda _: Around())
    (risk,), (action,) = made.risks, made.actions
    assert (risk.likelihood, risk.impact, risk.score) == ("3", "5", "15")
    assert (risk.inherent_score, risk.target_score) == ("20", "10")
    assert action.risk_refs == ("QR1",)


@pytest.mark.parametrize("above", [("Appendix B", "Actions of the year"), ("A", "B", "C")])
def test_actions_under_texts_of_their_own_are_not_those_of_the_risk_before(above: tuple[str, ...]) -> None:
    first = table(*CARD)
    acts = below(first, *ACTIONS, number=2)
    places = {first.table_id: Around(), acts.table_id: Around(above=above)}
    (action,) = records(recognise([first, acts]), places.__getitem__).actions
    assert action.risk_refs == ()


def test_the_number_of_a_card_in_its_first_label_is_its_reference() -> None:
    cards = [
        table(
            f"*Action {number} | *Dredge the basin {number} before the season | < | <",
            "*Responsible | Jo Kerr | *By when | March 2032",
            "*Success criteria | Boats float | *Status | On track",
            number=number,
        )
        for number in (1, 2)
    ]
    made = records(recognise(cards), lambda _: Around()).actions
    assert [(a.action_ref, a.action) for a in made] == [
        ("1", "Dredge the basin 1 before the season"),
        ("2", "Dredge the basin 2 before the season"),
    ]


def test_numbers_in_other_labels_are_no_references() -> None:
    listed = cards_as_rows(table(*CARD, "*Control 1 | Survey the gates again | *Impact | 5"))
    assert listed and texts(listed.rows, listed.columns)[0].startswith("Risk ref | Risk owner")


def test_bold_labels_beside_plain_values_make_a_card_although_few_are_known() -> None:
    rows = (
        "*Risk ID | QR1 | *Berth board | Inner basin",
        "*Long-term aim | A harbour for all | *Watching panel | Quay panel",
        "*Risk description | The lock gates fail in a storm | < | <",
        "*Score | 15 | *Where it hurts | Quays",
        "*Controls | Yearly survey of the gates | < | <",
        "*What is missing / in the records | No log of repairs | < | <",
    )
    bold, plain = table(*rows), table(*(row.replace("*", "") for row in rows))
    assert [bool(cards_as_rows(each)) for each in (bold, plain)] == [True, False]
    assert recognise([bold])[0].kind == "risks"


def test_a_label_on_two_lines_is_one() -> None:
    listed = cards_as_rows(table(*CARD, "*Gaps in control or / assurance | No log of repairs | < | <"))
    assert listed
    assert texts(listed.rows, listed.columns)[0].endswith("| Gaps in control or / assurance")


@pytest.mark.parametrize(
    ("grid", "joined"),
    [(("*Current score | 15", "*Target score | 10"), True), (("*Current score | 15",), False)],
)
def test_a_grid_of_ratings_has_two_at_least(grid: tuple[str, ...], joined: bool) -> None:
    card = table(*CARD)
    assert bool(whole_cards([card, below(card, *grid, number=2)])) is joined
