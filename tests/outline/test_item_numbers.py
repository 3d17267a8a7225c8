"""Numbers of agenda items in the series that bodies keep, and the points below items."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outline.typeset import page, put

from agendapack.extract.model import Page, Word
from agendapack.extract.outline import outline
from agendapack.extract.outline.item_numbers import (
    _AROUND_A_SLASH,
    _MAY_BE_NUMBERED,
    NUMBER,
    number_of,
    with_numbers_apart,
)
from agendapack.extract.outline.lines import lines, make_line

TITLES = ("Apologies for absence", "Declarations of interest", "Harbour dues", "Date of next meeting")
CALL = put(60, 90, "You are summoned to a meeting on Tuesday 4 June 2024 at 7.00 pm")


def sheet(numbers: list[str], *extra: list[Word], word: str = "AGENDA", step: float = 40) -> Page:
    lines = [
        put(60, 160 + step * i, f"{n} |130 {t}")
        for i, (n, t) in enumerate(zip(numbers, TITLES, strict=False))
    ]
    announced = [put(60, 130, word, "b")] if word else []
    return page(1, put(60, 60, "Marlowe Parish Council", "b"), CALL, *announced, *lines, *extra)


def numbers_of(*pages: Page) -> list[str]:
    return [item.item_no for item in outline(pages).agenda]


SERIES = {
    "counted on over the years": ["2579.", "2580.", "2581.", "2582."],
    "in a column of their own": ["2579", "2580", "2581", "2582"],
    "with the year behind": ["35/2122", "36/2122", "38/2122", "41/2122"],
    "with the body before": ["GB 35/24", "GB 36/24", "GB 37/24", "GB 38/24"],
    "with the body and full stops": ["PC 12.", "PC 13.", "PC 14.", "PC 15."],
    "in a financial year": ["24-25/101", "24-25/102", "24-25/103", "24-25/104"],
    "with room around the slash": ["24 / 101", "24 / 102", "24 / 103", "24 / 104"],
    "with the year before": ["24.101", "24.102", "24.103", "24.104"],
    "with the body glued on": ["FPC101", "FPC102", "FPC103", "FPC104"],
    "with the body and a stop": ["PC.101", "PC.102", "PC.103", "PC.104"],
    "in one word": ["FC/24/031", "FC/24/032", "FC/24/033", "FC/24/034"],
}


@pytest.mark.parametrize("word", ["AGENDA", ""])
@pytest.mark.parametrize("name", SERIES)
def test_numbers_in_series(name: str, word: str) -> None:
    wanted = [n.rstrip(".").replace(" / ", "/") for n in SERIES[name]]
    assert numbers_of(sheet(SERIES[name], word=word)) == wanted


@pytest.mark.parametrize(
    "text", ["04/06/2024 the day", "4 June 2024 was fine", "10.30 am start", "2024 was a good year"]
)
def test_dates_and_times_are_no_numbers(text: str) -> None:
    assert number_of(make_line(1, put(60, 100, text))) is None


@given(st.from_regex(NUMBER, fullmatch=True) | st.from_regex(_AROUND_A_SLASH), st.sampled_from(["", "Rents"]))
def test_a_line_that_is_told_by_one_look_has_no_number(number: str, behind: str) -> None:
    assert _MAY_BE_NUMBERED.search(number + behind)


def test_numbered_lines_without_the_word_and_without_usual_items_are_no_agenda() -> None:
    lines = [put(60, 160 + 20 * i, f"{i + 1}. |95 {t}") for i, t in enumerate(("Rents", "Repairs", "Roads"))]
    assert numbers_of(page(1, put(60, 60, "Marlowe Parish Council", "b"), CALL, *lines)) == []


def test_usual_items_below_those_present_are_minutes() -> None:
    there = put(60, 130, "Present: Cllr Ames, Cllr Boon")
    assert numbers_of(sheet(["1.", "2.", "3.", "4."], there, word="")) == []


@given(st.lists(st.integers(0, 6), min_size=4, max_size=4).filter(any))
def test_points_below_items_are_no_items(points: list[int]) -> None:
    below = [
        put(150, 160 + 120 * i + 16 * (k + 1), f"({k + 1}) |175 Letter from a neighbour")
        for i, many in enumerate(points)
        for k in range(many)
    ]
    assert numbers_of(sheet(["1.", "2.", "3.", "4."], *below, step=120)) == ["1", "2", "3", "4"]


@pytest.mark.parametrize("numbers", [["1.", "2.", "3."], ["BM 35/2122", "BM 36/2122", "BM 38/2122"]])
def test_an_item_alone_on_the_next_page(numbers: list[str]) -> None:
    *first, last = numbers
    alone = page(2, put(72, 60, f"{last} |150 Date of next meeting"))
    assert numbers_of(sheet(first), alone) == [n.rstrip(".") for n in numbers]


@pytest.mark.parametrize("over_the_page", [0, 2])
def test_points_at_the_page_break_do_not_end_the_list(over_the_page: int) -> None:
    points = [put(150, 225 + 16 * k, f"({k + 1}) |175 Letter from a neighbour") for k in range(3)]
    more = [put(150, 60 + 16 * k, f"({k + 4}) |175 Letter from a tenant") for k in range(over_the_page)]
    last = page(2, *more, put(60, 120, "3. |130 Harbour dues"), put(60, 150, "4. |130 Date of next meeting"))
    assert numbers_of(sheet(["1.", "2."], *points), last) == ["1", "2", "3", "4"]


def test_a_log_of_actions_below_the_items_has_none() -> None:
    log = [
        put(60, 360, "ACTIONS TO BE TAKEN", "b"),
        put(60, 390, "ITEM |300 BY WHOM |420 BY WHEN", "b"),
        put(60, 410, "3. |130 Write to the bank |300 Clerk |420 1 July 2024"),
    ]
    assert numbers_of(sheet(["1.", "2.", "3.", "4."], *log)) == ["1", "2", "3", "4"]


@given(st.integers(1000, 9999), st.integers(1, 3))
def test_a_series_is_taken_as_printed_whatever_it_leaves_out(first: int, step: int) -> None:
    numbers = [f"{first % 900 + step * i}/2425" for i in range(4)]
    assert numbers_of(sheet(numbers)) == numbers
    assert all(int(a.split("/")[0]) < int(b.split("/")[0]) for a, b in pairwise(numbers))


def test_a_notice_between_items_does_not_end_the_list() -> None:
    notice = put(60, 216, "PUBLIC PARTICIPATION", "b")
    told = put(130, 230, "Members of the public may speak for three minutes.")
    assert numbers_of(sheet(["1.", "2.", "3.", "4."], notice, told)) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("first", "words"),
    [("11.Closed", ["11.", "Closed"]), ("10:Items", ["10:", "Items"]), ("3.5a", ["3.5a"]), ("2.A", ["2.A"])],
)
def test_a_number_close_to_its_text_is_a_word_of_its_own(first: str, words: list[str]) -> None:
    (line,) = lines(page(1, put(60, 60, first)))
    apart = with_numbers_apart(line)
    assert [word.text for word in apart.words] == words
    assert apart.box == line.box
