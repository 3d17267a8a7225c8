"""Front sheets as councils set them, and papers that are none."""

from __future__ import annotations

import pytest
from outline.front_sheets import agenda, front, items
from outline.typeset import across, page, put


def test_bold_titles_with_descriptions_and_page_numbers_at_the_right() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Apologies for absence", "b"),
        put(60, 215, "2. |95 Minutes of the previous meeting |500 5 - 16", "b"),
        put(95, 229, "To approve as a correct record the minutes of the meeting held on 7 May 2024."),
        put(60, 255, "3. |95 Housing delivery test action plan and annual monitoring |500 17 - 40", "b"),
        put(95, 269, "report", "b"),
        put(95, 283, "Report of the Director of Place"),
        put(95, 297, "Ward: All"),
    )
    assert items(sheet) == [
        ("1", "", "Apologies for absence", ""),
        ("2", "", "Minutes of the previous meeting", ""),
        ("3", "", "Housing delivery test action plan and annual monitoring report", "Director of Place"),
    ]


def test_business_announces_items_and_an_underline_is_no_row() -> None:
    sheet = page(
        1,
        put(60, 60, "Marlowe Council"),
        put(
            60,
            84,
            "A meeting of the Harbour Committee will be held online on Tuesday 4 June 2024 at 10.00 am.",
        ),
        put(280, 110, "BUSINESS", "b"),
        put(60, 130, "FOR DECISION", "b"),
        put(60, 150, "1. |95 Quay repairs"),
        put(95, 164, "Report by Head of Harbours"),
        put(60, 190, "FOR NOTING", "b"),
        put(60, 210, "2. |95 Ferry counts"),
        rules=(across(141, 60, 126), across(201, 60, 120)),
    )
    assert items(sheet) == [
        ("1", "FOR DECISION", "Quay repairs", "Head of Harbours"),
        ("2", "FOR NOTING", "Ferry counts", ""),
    ]


def test_business_over_one_numbered_line_announces_nothing() -> None:
    assert items(front(put(60, 160, "Business", "b"), put(60, 190, "3. |95 Rents have risen"))) == []


def test_an_agenda_by_the_clock() -> None:
    sheet = front(
        put(60, 160, "Agenda", "b", 14),
        put(60, 190, "Time |130 No. |180 Item |400 Lead", "b"),
        put(60, 210, "18:30 |130 1 |180 Welcome |400 Chair"),
        put(60, 230, "18:35 |130 2 |180 Quay repairs |400 Head of Harbours"),
    )
    assert items(sheet) == [("1", "", "Welcome", "Chair"), ("2", "", "Quay repairs", "Head of Harbours")]


def test_an_agenda_set_as_a_ruled_table() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 188, "Item |110 Subject |330 Lead officer |480 Page", "b"),
        put(60, 220, "1 |480 3"),
        put(110, 212, "Performance report for the"),
        put(330, 212, "Director of"),
        put(110, 226, "second quarter"),
        put(330, 226, "Resources"),
        put(60, 250, "2 |110 Budget outlook |330 Head of Finance |480 19"),
        put(60, 290, "3 |110 Any other business"),
    )
    ruled = page(1, list(sheet.words), rules=[across(y) for y in (180, 205, 245, 285, 310)])
    assert items(ruled) == [
        ("1", "", "Performance report for the second quarter", "Director of Resources"),
        ("2", "", "Budget outlook", "Head of Finance"),
        ("3", "", "Any other business", ""),
    ]


@pytest.mark.parametrize(("shift", "apart"), [(0, True), (30, False)])
def test_what_stands_in_a_column_beside_the_titles_is_no_part_of_them(shift: float, apart: bool) -> None:
    rows = [("Apologies", "Chair"), ("Ferry fares", "Harbour Master"), ("Other business", "All")]
    lines = [
        put(60, 190 + 20 * i, f"{i + 1} |95 {title} |{300 + shift * i:.0f} {who} |480 Verbal")
        for i, (title, who) in enumerate(rows)
    ]
    found = items(front(put(60, 160, "AGENDA", "b", 14), *lines))
    assert ([i[2:] for i in found] == rows) is apart


def test_notes_behind_the_last_item_are_no_items() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 One item"),
        put(60, 210, "2. |95 Another item"),
        put(60, 400, "NOTES", "b"),
        put(60, 420, "1. |95 Please switch telephones off."),
        put(60, 440, "2. |95 Filming is allowed."),
    )
    assert [i[2] for i in items(sheet)] == ["One item", "Another item"]


def test_items_go_on_over_the_page_until_the_papers_begin() -> None:
    first = front(
        put(60, 160, "AGENDA", "b", 14), put(60, 190, "1. |95 One item"), put(60, 700, "2. |95 Another item")
    )
    second = page(2, put(60, 70, "3. |95 Third item"))
    paper = page(
        3,
        put(60, 70, "Third item", "b", 14),
        put(60, 100, "1. |95 Purpose", "b"),
        put(60, 120, "1.1 |95 To tell."),
    )
    assert [(a.item_no, a.source.page, a.start_page) for a in agenda(first, second, paper)] == [
        ("1", 1, None),
        ("2", 1, None),
        ("3", 2, 3),
    ]


def test_start_page_is_where_the_printed_page_number_stands() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Roads (Pages 1 - 2)"),
        put(60, 210, "2. |95 Trees (Pages 3 - 4)"),
        put(60, 230, "3. |95 Ponds (Pages 90 - 91)"),
    )
    papers = [
        page(n, put(60, 100, f"text {n}"), put(60, 140, f"more {n}"), put(280, 810, f"Page {n - 2}"))
        for n in range(3, 7)
    ]
    blank = page(2)
    assert [a.start_page for a in agenda(sheet, blank, *papers)] == [3, 5, None]


def test_start_page_is_where_the_head_names_the_item() -> None:
    sheet = front(put(60, 160, "AGENDA", "b", 14), put(60, 190, "4. |95 Roads"), put(60, 210, "5. |95 Trees"))
    papers = [
        page(2, put(430, 30, "Agenda Item 4"), put(60, 90, "x")),
        page(3, put(430, 30, "Agenda Item 5"), put(60, 90, "y")),
    ]
    assert [a.start_page for a in agenda(sheet, *papers)] == [2, 3]


NO_AGENDA = {
    "contents": front(
        put(60, 160, "CONTENTS", "b", 14),
        put(60, 190, "1. |95 Introduction |500 3"),
        put(60, 210, "2. |95 Aims |500 5"),
    ),
    "minutes": page(
        1,
        put(60, 60, "MINUTES OF THE MEETING OF THE CABINET", "b", 14),
        put(60, 90, "Held on Tuesday 4 June 2024 at 6.30 pm in the Town Hall"),
        put(60, 120, "Present: Councillors Ash and Birch"),
        put(60, 160, "AGENDA", "b"),
        put(60, 190, "1. |95 Apologies"),
        put(60, 210, "2. |95 Budget"),
    ),
    "report with an item stamp": page(
        1,
        put(430, 30, "Agenda Item 5"),
        put(60, 60, "Report to: |150 Cabinet"),
        put(60, 80, "Date: |150 4 June 2024"),
        put(60, 160, "1. |95 Purpose", "b"),
        put(60, 210, "2. |95 Background", "b"),
    ),
    "report with an item label": page(
        1,
        put(60, 30, "Agenda Item No:"),
        put(60, 60, "Report to Cabinet"),
        put(60, 80, "4 June 2024 at 10 am"),
        put(60, 160, "1. |95 Where we stand", "b"),
        put(60, 210, "2. |95 What we propose", "b"),
    ),
    "slides": page(
        1,
        put(60, 60, "Agenda", "b", 30),
        put(60, 120, "1. |95 Where we are", size=20),
        put(60, 150, "2. |95 Next", size=20),
    ),
    "numbered report under a heading": front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Purpose of report"),
        put(60, 210, "2. |95 Background"),
    ),
}


@pytest.mark.parametrize("name", NO_AGENDA)
def test_silence_where_there_is_no_agenda(name: str) -> None:
    assert items(NO_AGENDA[name]) == []


def test_bold_words_before_what_to_do_are_the_title() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Apologies for absence", "b"),
        [*put(60, 215, "2. |95 Minutes", "b"), *put(140, 215, "– to approve the minutes of 7 May.")],
        [*put(60, 240, "3. |95 Minutes of the", "b"), *put(212, 240, "joint committee")],
    )
    titles = [title for _, _, title, _ in items(sheet)]
    assert titles == ["Apologies for absence", "Minutes", "Minutes of the joint committee"]


def test_the_name_of_a_column_is_no_part_of_the_agenda() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 185, "PART I – PUBLIC BUSINESS", "b"),
        put(505, 205, "Page", "b"),
        put(60, 225, "1 |95 Apologies for absence"),
        put(60, 245, "2 |95 Minutes of the previous meeting |510 3"),
    )
    assert {section for _, section, _, _ in items(sheet)} == {"PART I – PUBLIC BUSINESS"}


def test_one_item_named_like_a_chapter_makes_no_report() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1 |95 Apologies"),
        put(60, 215, "2 |95 Consultation"),
        put(60, 240, "3 |95 Quay repairs"),
    )
    assert [title for _, _, title, _ in items(sheet)] == ["Apologies", "Consultation", "Quay repairs"]


@pytest.mark.parametrize(("lines", "whole"), [(4, True), (7, False)])
def test_paragraphs_are_no_titles(lines: int, whole: bool) -> None:
    words = "Berths and moorings by the northern harbour wall"
    text = [
        put(95 if row else 60, 190 + 110 * n + 13 * row, words if row else f"{n + 1} |95 {words}")
        for n in range(3)
        for row in range(lines)
    ]
    titles = [title for _, _, title, _ in items(front(put(60, 160, "AGENDA", "b", 14), *text))]
    assert (titles == [" ".join([words] * lines)] * 3) is whole


@pytest.mark.parametrize(("share", "title"), [(0.6, "Quay repairs and moorings"), (0.35, "and moorings")])
def test_rulings_that_are_long_divide_rows(share: float, title: str) -> None:
    right = 60 + share * 440
    sheet = front(
        put(60, 160, "AGENDA |489 1", "b"),
        put(95, 186, "Quay repairs"),
        put(60, 200, "1 |95 and moorings"),
        put(60, 240, "2 |95 Apologies"),
        put(60, 270, "3 |95 Rents"),
        rules=(across(180, 60, right), across(222, 60, right)),
    )
    assert items(sheet)[0][2] == title
