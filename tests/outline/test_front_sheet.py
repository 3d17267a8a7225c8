"""Where a front sheet begins and ends, on both sides of what bounds it."""

from __future__ import annotations

import pytest
from outline.typeset import page, put

from agendapack.extract.model import Page, Word
from agendapack.extract.outline import lines, outline
from agendapack.extract.outline.front_sheet import announces

CALL = put(60, 84, "Tuesday, 4 June 2024 at 6.30 pm, Town Hall")
TITLES = (
    "Harbour dues",
    "Winter plan",
    "Parking review",
    "Fish market rents",
    "Slipway repairs",
    "Lamp posts",
)


def listed(numbers: range, top: float = 200.0, x: float = 60.0) -> list[list[Word]]:
    return [
        put(x, top + 24 * i, f"{n}. |{x + 35:.0f} {TITLES[n % len(TITLES)]} {n}")
        for i, n in enumerate(numbers)
    ]


def found(*pages: Page) -> int:
    return len(outline(pages).agenda)


AGENDA = put(60, 140, "AGENDA", "b", 14)


@pytest.mark.parametrize(("pages", "items"), [(7, 14), (8, 16), (10, 16)])
def test_items_run_over_eight_pages_at_most(pages: int, items: int) -> None:
    sheets = [page(1, CALL, AGENDA, *listed(range(1, 3)))]
    sheets += [page(n, *listed(range(2 * n - 1, 2 * n + 1), 180 + 37 * n)) for n in range(2, pages + 1)]
    assert found(*sheets) == items


@pytest.mark.parametrize(("between", "items"), [(0, 3), (1, 3), (2, 0)])
def test_day_and_place_stand_two_pages_before_at_most(between: int, items: int) -> None:
    notices = [page(2 + n, put(60, 60, "How to find the building")) for n in range(between)]
    agenda = page(2 + between, AGENDA, *listed(range(1, 4)))
    assert found(page(1, CALL), *notices, agenda) == items


@pytest.mark.parametrize(("usual", "items"), [(1, 0), (2, 4), (3, 4)])
def test_two_usual_items_make_an_agenda_without_the_word(usual: int, items: int) -> None:
    titles = [*("Apologies for absence", "Declarations of interest", "Matters arising")[:usual], *TITLES][:4]
    assert (
        found(page(1, CALL, *(put(60, 200 + 24 * n, f"{n}. |95 {t}") for n, t in enumerate(titles, 1))))
        == items
    )


@pytest.mark.parametrize(("points", "goes_on"), [(6, True), (11, False)])
def test_a_page_may_go_on_with_points_of_the_item_before(points: int, goes_on: bool) -> None:
    first = page(1, CALL, AGENDA, *listed(range(1, 4)))
    second = page(2, *listed(range(20, 20 + points), 60, 120), *listed(range(4, 16), 60 + 24 * points))
    numbers = [item.item_no for item in outline((first, second)).agenda]
    assert ("4" in numbers) is goes_on


@pytest.mark.parametrize(("before", "items"), [(2, 0), (9, 0), (14, 3)])
def test_the_first_lines_say_what_a_page_is(before: int, items: int) -> None:
    top = [put(60, 20 + 12 * n, "Some harbour notes") for n in range(before)]
    minutes = put(60, 20 + 12 * before, "Minutes of the harbour board")
    agenda = [put(60, 240, "AGENDA", "b", 14), *listed(range(1, 4), 280)]
    assert found(page(1, CALL), page(2, *top, minutes, *agenda)) == items


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Agenda for the harbour board", True),
        ("Agenda for the meeting of the harbour board", True),
        ("Agenda for the meeting of the joint harbour board in our town hall", False),
    ],
)
def test_a_short_line_announces_an_agenda(text: str, said: bool) -> None:
    (line,) = lines(page(1, put(60, 60, text)))
    assert announces(line) is said
