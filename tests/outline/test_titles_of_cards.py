"""The title of a card is around the tables that stand on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outline.typeset import page, put
from sheets import table

from agendapack.extract.model import Table
from agendapack.extract.outline import outline
from agendapack.extract.outline.surroundings import Surroundings

FORM = frozenset([("owner",), ("due",)])


def card(form: frozenset[tuple[str, ...]] = FORM) -> Table:
    """A card from 100 down to 260 points, on whose lower half nothing is printed."""
    made = table("*Dredge the inner basin | ", "Owner | Jo Kerr", "Due | May 2032", top=100)
    box = replace(made.box, bottom=260)
    return replace(made, box=box, parts=(replace(made.parts[0], box=box, form=form),))


def above(first: Table, top: float, on: int = 1) -> tuple[str, ...]:
    """What stands above a table 32 points high, after a line over it."""
    second = table("*Step | *By whom", "Let it out | Ada Wray", number=2, top=top, page=on)
    pages = [page(1), page(2)]
    pages[on - 1] = page(on, put(60, top - 16, "What is to be done"))
    return Surroundings(pages, (), outline(pages)).of([first, second])("t002").above


@pytest.mark.parametrize(
    ("top", "on", "titled"),
    [(200, 1, True), (243.9, 1, True), (244.1, 1, False), (400, 1, False), (200, 2, False)],
    ids=["on it", "half on it", "less than half on it", "below it", "on another page"],
)
def test_a_table_on_a_card_stands_under_its_title(top: float, on: int, titled: bool) -> None:
    assert ("Dredge the inner basin" in above(card(), top, on)) == titled


def test_the_title_of_a_card_comes_before_what_stands_on_it() -> None:
    assert above(card(), 200)[0] == "Dredge the inner basin"


def test_a_table_on_one_of_two_cards_abreast_stands_under_the_title_of_that_one() -> None:
    left = card()
    box = replace(left.box, x0=300, x1=500)
    cells = table("*Paint the crane | ", "Owner | Jo Kerr", "Due | May 2032", number=2, top=100)
    right = replace(cells, box=box, parts=(replace(cells.parts[0], box=box, form=FORM),))
    steps = table("*Step | *By whom", "Let it out | Ada Wray", number=3, top=200)
    around = Surroundings([page(1)], (), outline([page(1)])).of([left, right, steps])
    assert around("t003").above == ("Dredge the inner basin",)


def test_a_table_on_another_table_has_no_title_of_it() -> None:
    assert "Dredge the inner basin" not in above(card(frozenset()), 200)


def test_a_card_is_under_no_title_of_its_own() -> None:
    pages = [page(1)]
    assert Surroundings(pages, (), outline(pages)).of([card()])("t001").above == ()
