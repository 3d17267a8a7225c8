"""Lists on the cards of risks whose items say who does them and when."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.alike_cards import packs_of_cards
from agendapack.extract.recognise.items_on_cards import take_items
from agendapack.extract.records import records

RISKS = ("Silt closes the inner basin", "The crane fails in a storm", "Lock keepers cannot be found")


def card(number: int, *items: str, ref: bool = True) -> Table:
    made = table(
        *([f"*Ref | QR-{number}"] if ref else []),
        f"*Risk | If {RISKS[number].lower()} then ships go elsewhere and fees are lost",
        "*Who holds it | Harbour Master",
        "*Likelihood | 3",
        "*Impact | 4",
        f"*Still to be done | {' / '.join(items)}",
        top=60.0 + 200 * number,
    )
    return replace(made, table_id=f"t{number}")


def items(number: int) -> tuple[str, ...]:
    return (
        f"• Order the dredger for basin {number} (Jo Kerr, {number + 3} May 2032)",
        f"• Train a second crew for lock {number} (Head of Quays, June 2032)",
    )


def lists(cards: list[Table]) -> list[list[list[str]]]:
    (pack,) = packs_of_cards(cards)
    heads = take_items(pack)
    return [[[cell.text for cell in row] for row in one.inside[head].rows] for one in pack for head in heads]


def test_items_are_parted_from_who_and_when() -> None:
    assert lists([card(n, *items(n)) for n in range(3)]) == [
        [
            [f"Order the dredger for basin {n}", "Jo Kerr", f"{n + 3} May 2032"],
            [f"Train a second crew for lock {n}", "Head of Quays", "June 2032"],
        ]
        for n in range(3)
    ]


def test_dashes_part_as_brackets_do() -> None:
    made = [card(n, f"Order the dredger for basin {n} – Jo Kerr – {n + 3} May 2032") for n in range(3)]
    assert lists(made) == [
        [[f"Order the dredger for basin {n}", "Jo Kerr", f"{n + 3} May 2032"]] for n in range(3)
    ]


def test_wrapped_lines_belong_to_their_item() -> None:
    made = [
        card(n, f"• Order the dredger for basin {n} (Jo Kerr,", f"{n + 3} May 2032)", "• Consider a new lock")
        for n in range(3)
    ]
    assert lists(made) == [
        [[f"Order the dredger for basin {n}", "Jo Kerr", f"{n + 3} May 2032"]] for n in range(3)
    ]


@pytest.mark.parametrize(("dated", "found"), [(2, 0), (3, 3)])
def test_so_many_items_with_dates_are_a_list(dated: int, found: int) -> None:
    """The other cards say what is in place, and when nothing of it is done."""
    said = [f"Order the dredger {n} (Jo Kerr, {n + 3} May 2032)" for n in range(dated)]
    made = [card(n, said[n] if n < dated else "A dredger is on call") for n in range(3)]
    assert len([rows for rows in lists(made) if rows]) == found


def test_days_without_anybody_are_when_something_was_said() -> None:
    made = [card(n, f"• Basin {n} was looked at (3 May 2032)", "• All is well") for n in range(3)]
    assert lists(made) == []


def test_long_remarks_in_brackets_are_no_names() -> None:
    remark = "after the board had asked for it once more and the banks and the union had both agreed"
    made = [card(n, f"• Order the dredger ({remark}, {n + 3} May 2032)") for n in range(3)]
    assert lists(made) == []


def test_who_does_an_item_may_be_named_in_twelve_words() -> None:
    who = "Jo Kerr and Pat Voss of the Quays with the old crew"
    made = [card(n, f"• Order the dredger ({who}, {n + 3} May 2032)") for n in range(3)]
    assert lists(made) == [[["Order the dredger", who, f"{n + 3} May 2032"]] for n in range(3)]


def test_the_items_are_actions_that_treat_their_risk() -> None:
    made = records(recognise([card(n, *items(n)) for n in range(3)]), lambda _: Around())
    assert [one.risk_ref for one in made.risks] == ["QR-0", "QR-1", "QR-2"]
    assert [(one.action, one.due_text) for one in made.actions][:2] == [
        ("Order the dredger for basin 0", "3 May 2032"),
        ("Train a second crew for lock 0", "June 2032"),
    ]
    assert [one.risk_refs for one in made.actions] == [(f"QR-{n}",) for n in (0, 0, 1, 1, 2, 2)]


def test_items_of_risks_without_a_reference_are_actions_too() -> None:
    """Their words stand on one line, as those of a heading do that the edges of columns cut."""
    made = records(recognise([card(n, *items(n), ref=False) for n in range(3)]), lambda _: Around())
    assert len(made.risks) == 3
    assert len(made.actions) == 6
