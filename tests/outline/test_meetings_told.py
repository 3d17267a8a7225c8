"""How far apart what tells of a meeting may stand, each limit on both sides."""

from __future__ import annotations

from datetime import date

import pytest
from outline.typeset import page, put

from agendapack.extract.outline import outline
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.outline.meeting_line import meeting_in_parts
from agendapack.extract.outline.minutes import are_minutes, meeting_held
from agendapack.extract.outline.sittings import called
from agendapack.extract.outline.summons import summons

DAY = date(2024, 6, 4)


def line(text: str, top: float = 60.0) -> TextLine:
    return make_line(1, put(60, top, text))


def filler(letters: int) -> str:
    """So many letters of text that says nothing, a blank at its end."""
    return ("quay " * letters)[: letters - 1].rstrip().ljust(letters - 1, "y") + " "


@pytest.mark.parametrize(("above", "minutes"), [(11, True), (12, False)])
def test_minutes_say_at_their_top_what_they_are(above: int, minutes: bool) -> None:
    front = [*(line("Harbour House") for _ in range(above)), line("Minutes of the meeting")]
    assert are_minutes(front) == minutes


@pytest.mark.parametrize(("words", "minutes"), [(14, True), (15, False)])
def test_a_long_line_is_no_title_of_minutes(words: int, minutes: bool) -> None:
    assert are_minutes([line("Minutes of the meeting" + " quay" * (words - 4))]) == minutes


@pytest.mark.parametrize(("letters", "day"), [(180, DAY), (205, None)])
def test_the_day_stands_close_behind_the_word_held(letters: int, day: date | None) -> None:
    text = f"Minutes of the Cabinet meeting held in {filler(letters)}on 4 June 2024"
    assert meeting_held([line(text)]).meeting_date == day


@pytest.mark.parametrize(("words", "found"), [(14, True), (15, False)])
def test_a_line_that_names_the_day_is_short(words: int, found: bool) -> None:
    day = "on 4 June 2024" + " quay" * (words - 4)
    assert bool(called(1, [line("Harbour Committee"), line(day)])) == found


@pytest.mark.parametrize(("letters", "day"), [(300, DAY), (325, None)])
def test_a_summons_tells_the_day_in_its_sentence(letters: int, day: date | None) -> None:
    assert summons([line(f"A meeting is to be held {filler(letters)}on 4 June 2024")]).meeting_date == day


@pytest.mark.parametrize(("above", "day"), [(29, DAY), (30, None)])
def test_a_paper_without_an_agenda_says_on_its_first_lines_what_it_is_for(
    above: int, day: date | None
) -> None:
    text = [put(60, 100 + 14 * i, f"{'abcdef'[i % 6]} tells something of its own") for i in range(above)]
    found = outline([page(1, *text, put(60, 100 + 14 * above, "CABINET - TUESDAY, 4 JUNE 2024"))])
    assert found.metadata.meeting_date == day


ITEMS = put(60, 260, "AGENDA", "b", 14) + put(60, 290, "1. |95 Apologies") + put(60, 310, "2. |95 Budget")


@pytest.mark.parametrize(("words", "day"), [(12, DAY), (13, None)])
def test_the_day_over_an_agenda_stands_in_a_short_line(words: int, day: date | None) -> None:
    text = "quay " * (words - 4) + "on 4 June 2024"
    where = put(60, 120, "at 6.30 pm in the Town Hall, Marlowe")
    found = outline([page(1, put(60, 60, "CABINET", "b", 14), put(60, 90, text), where, ITEMS)])
    assert found.agenda and found.metadata.meeting_date == day


@pytest.mark.parametrize(("pages", "council"), [(4, "Marlowe Vale District Council"), (2, "")])
def test_a_running_head_of_many_pages_names_the_council(pages: int, council: str) -> None:
    head = put(60, 30, "Marlowe Vale District Council", size=9)
    body = [
        put(60, 120 + 40 * i, f"{letter} tells something of its own") for i, letter in enumerate("abcdef")
    ]
    read = [page(n, head if 4 < n <= 4 + pages else [], *body) for n in range(1, 11)]
    assert outline(read).metadata.council == council


@pytest.mark.parametrize(("above", "day"), [(5, DAY), (6, None)])
def test_a_line_with_committee_and_day_is_among_the_first_six(above: int, day: date | None) -> None:
    front = [*(line("Harbour House") for _ in range(above)), line("Harbour Committee – 4 June 2024")]
    assert meeting_in_parts(front, []).meeting_date == day


@pytest.mark.parametrize(
    ("place", "day"), [("in the old Guildhall", DAY), ("in the old Customs House", None)]
)
def test_a_day_is_nearly_all_of_its_part_of_a_line(place: str, day: date | None) -> None:
    """Four words may stand beside it."""
    front = [line(f"Harbour Committee – 4 June 2024 {place}")]
    assert meeting_in_parts(front, []).meeting_date == day
