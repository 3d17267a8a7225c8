"""Front sheets as councils set them, and papers that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outline.typeset import across, page, put

from agendapack.extract.model import AgendaItem, Box, Page, Rule, Word
from agendapack.extract.outline import outline

Item = tuple[str, str, str, str]
"""Number, section, title, officer."""


def front(*more: list[Word], rules: tuple[Rule, ...] = ()) -> Page:
    return page(
        1,
        put(60, 60, "Marlowe Vale District Council", "b", 14),
        put(60, 84, "PLANNING COMMITTEE", "b", 14),
        put(60, 110, "Tuesday, 4 June 2024 at 6.30 pm"),
        put(60, 126, "Council Chamber, Town Hall, Marlowe"),
        *more,
        rules=rules,
    )


def items(*pages: Page) -> list[Item]:
    return [(a.item_no, a.section, a.title, a.lead_officer) for a in outline(pages).agenda]


def agenda(*pages: Page) -> tuple[AgendaItem, ...]:
    return outline(pages).agenda


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


def test_items_with_the_numbers_of_the_minutes() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "HC24/17 |150 Apologies"),
        put(60, 210, "HC24/18 |150 Quay repairs"),
        put(60, 230, "HC24/19 |150 Allotment rents"),
    )
    assert [number for number, *_ in items(sheet)] == ["HC24/17", "HC24/18", "HC24/19"]


def test_officers_in_a_column_without_a_head_and_in_the_sentence_below() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 176, "1 |95 Apologies |500 -"),
        put(60, 190, "2 |95 Quay repairs |340 Head of Harbours |500 5 - 9"),
        put(60, 210, "3 |95 Ferry timetable for |340 Director of Travel |500 10 - 12"),
        put(95, 223, "the winter |340 and Streets, Jo"),
        put(340, 236, "Kerr"),
        put(60, 250, "4 |95 Rents (Tud. / Pages 13 - 20)"),
        put(95, 270, "To consider the report of the Head of Finance. Contact: Jo Kerr"),
        put(60, 290, "5 |95 Moorings"),
        put(95, 310, "Report of the Cabinet Member for Quays"),
        put(95, 330, "Lead officer: Harbour Master and Head of Quays"),
    )
    assert items(sheet) == [
        ("1", "", "Apologies", ""),
        ("2", "", "Quay repairs", "Head of Harbours"),
        ("3", "", "Ferry timetable for the winter", "Director of Travel and Streets, Jo Kerr"),
        ("4", "", "Rents", "Head of Finance"),
        ("5", "", "Moorings", "Harbour Master and Head of Quays"),
    ]


def test_sections_without_numbers_and_page_references_in_the_text() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(200, 180, "PART A - OPEN TO THE PUBLIC", "b"),
        put(60, 210, "1 |95 Apologies"),
        put(60, 235, "2 |95 Review of the corporate plan and the medium term financial strategy for the"),
        put(95, 248, "years ahead (Pages 3 - 10)"),
        put(95, 270, "Lead Officer: Jane Marsh, Head of Policy"),
        put(200, 300, "PART B - PRIVATE", "b"),
        put(60, 325, "3 |95 Sale of land (Pages"),
        put(95, 338, "11 - 12)"),
    )
    assert items(sheet) == [
        ("1", "PART A - OPEN TO THE PUBLIC", "Apologies", ""),
        (
            "2",
            "PART A - OPEN TO THE PUBLIC",
            "Review of the corporate plan and the medium term financial strategy for the years ahead",
            "Jane Marsh, Head of Policy",
        ),
        ("3", "PART B - PRIVATE", "Sale of land", ""),
    ]


def test_numbered_sections_are_no_items_but_head_them() -> None:
    sheet = front(
        put(60, 160, "NOTICE OF MEETING", "b", 14),
        put(60, 190, "1. |95 APOLOGIES FOR ABSENCE", "b"),
        put(60, 210, "2. |95 KEY DECISIONS", "b"),
        put(95, 230, "None"),
        put(60, 250, "3. |95 ITEMS FOR DECISION", "b"),
        put(95, 270, "3.1 |130 Leisure contract – Assistant Director (Communities)"),
        put(95, 290, "3.2 |130 Street lighting – Head of Highways and Section 151 Officer"),
    )
    assert items(sheet) == [
        ("1", "", "APOLOGIES FOR ABSENCE", ""),
        ("3.1", "ITEMS FOR DECISION", "Leisure contract", "Assistant Director (Communities)"),
        ("3.2", "ITEMS FOR DECISION", "Street lighting", "Head of Highways and Section 151 Officer"),
    ]


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


OFFICERS = [
    ("(Report of the Chief Executive)", "", "Chief Executive"),
    ("Report of the Head of Property", "i", "Head of Property"),
    ("Contact Officer: Priya Nair", "", "Priya Nair"),
    ("Lead officer: Director of Planning and Growth", "", "Director of Planning and Growth"),
    ("Director of Place", "i", "Director of Place"),
    ("Report of the Cabinet Member for Environment", "", ""),
    ("To receive the report.", "", ""),
]


@pytest.mark.parametrize(("line", "style", "officer"), OFFICERS)
def test_officer_on_a_line_of_its_own(line: str, style: str, officer: str) -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Trees"),
        put(95, 204, line, style),
        put(
            60,
            240,
            "2. |95 Library review of the opening hours in the villages and the town centre next year",
        ),
    )
    assert items(sheet)[0] == ("1", "", "Trees", officer)


TAILS = [
    ("Trees – Director of Place", "Trees", "Director of Place"),
    ("Trees – planting programme", "Trees – planting programme", ""),
    ("Trees (Report by Head of Parks)", "Trees", "Head of Parks"),
    ("Trees (report to follow)", "Trees", ""),
    ("Trees – Report of the Head of Parks (copy enclosed)", "Trees", "Head of Parks"),
    ("Budget 2024 - 2025", "Budget 2024 - 2025", ""),
    ("Appointment of Director of Place", "Appointment of Director of Place", ""),
    ("Trees ............ 12", "Trees", ""),
]


@pytest.mark.parametrize(("printed", "title", "officer"), TAILS)
def test_what_stands_behind_a_title(printed: str, title: str, officer: str) -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14), put(60, 190, f"1. |95 {printed}"), put(60, 215, "2. |95 Next item")
    )
    assert items(sheet)[0] == ("1", "", title, officer)


NUMBERS = [
    (("1.", "2.", "3."), ["1", "2", "3"]),
    (("Item 1:", "Item 2:", "Item 3:"), ["1", "2", "3"]),
    (("5a", "5b", "6"), ["5a", "5b", "6"]),
    (("(7)", "(9)", "(10)"), ["7", "9", "10"]),
    (("A8", "A9", "B1"), ["A8", "A9", "B1"]),
    (("A8", "A9", "C1"), ["A8", "A9"]),
]


@pytest.mark.parametrize(("printed", "numbers"), NUMBERS)
def test_forms_of_item_numbers(printed: tuple[str, ...], numbers: list[str]) -> None:
    rows = [put(60, 190 + 20 * i, f"{number} |120 Matter {'abc'[i]}") for i, number in enumerate(printed)]
    assert [i[0] for i in items(front(put(60, 160, "ORDER OF BUSINESS", "b", 14), *rows))] == numbers


@pytest.mark.parametrize(
    ("numbers", "listed"), [((4107, 4108, 4109), True), ((2029, 2030, 2032), False), ((4107, 4108), False)]
)
def test_numbers_of_four_figures_close_to_their_titles_count_on(
    numbers: tuple[int, ...], listed: bool
) -> None:
    rows = [put(60, 190 + 20 * i, f"{number} Matter {'abc'[i]}", "b") for i, number in enumerate(numbers)]
    found = [i[0] for i in items(front(put(60, 160, "AGENDA", "b", 14), *rows))]
    assert (found == [str(number) for number in numbers]) is listed


def test_a_bold_line_above_the_first_number_of_the_next_letter_heads_a_part() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "A1 |95 Apologies"),
        put(60, 206, "A2 |95 Minutes of the last meeting"),
        put(95, 222, "B. Matters of the quay", "b"),
        put(60, 238, "B1 |95 Ferries"),
    )
    assert [i[:3] for i in items(sheet)][1:] == [
        ("A2", "", "Minutes of the last meeting"),
        ("B1", "Matters of the quay", "Ferries"),
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


LETTERED = [
    ("5. |95 Budgets", [("5a", "Budgets", "Quays"), ("5b", "Budgets", "Ferries")]),
    ("5. |95 Budgets |500 11 - 14", [("5", "", "Budgets"), ("5a", "", "Quays"), ("5b", "", "Ferries")]),
]


@pytest.mark.parametrize(("printed", "wanted"), LETTERED)
def test_lettered_items_set_in_under_another(printed: str, wanted: list[tuple[str, str, str]]) -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "4. |95 Questions"),
        put(60, 210, printed),
        put(85, 230, "5a |120 Quays |500 15 - 20"),
        put(85, 250, "5b |120 Ferries |500 21 - 30"),
        put(60, 270, "6. |95 Urgent matters"),
    )
    found = [(number, section, title) for number, section, title, _ in items(sheet)]
    assert found == [("4", "", "Questions"), *wanted, ("6", "", "Urgent matters")]


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


@pytest.mark.parametrize(
    ("before", "gap", "last", "officer"),
    [("Head of Planning", 6.0, "15", "Head of Planning"), ("Head of", 3.3, "Planning", "Head of Planning")],
)
def test_a_word_flush_with_a_column_begins_its_cell_unless_a_mere_space_leads_to_it(
    before: str, gap: float, last: str, officer: str
) -> None:
    words = put(0, 215, before)
    shift = 500 - gap - words[-1].box.x1
    beside = [replace(w, box=Box(w.box.x0 + shift, 215, w.box.x1 + shift, 226)) for w in words]
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, f"Item |95 Title |{round(beside[0].box.x0)} Officer |500 Page", "b"),
        [*put(60, 215, "1 |95 Budget"), *beside, *put(500, 215, last)],
    )
    assert [item.lead_officer for item in agenda(sheet)] == [officer]


@pytest.mark.parametrize(("beside", "officer"), [(1.0, "Head of Planning"), (2.0, "Head of Planning 15")])
def test_a_word_is_flush_within_a_point_and_a_half(beside: float, officer: str) -> None:
    words = put(300, 215, "Head of Planning")
    at = round(words[-1].box.x1 + 7)
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, f"Item |95 Title |300 Officer |{at} Page", "b"),
        [*put(60, 215, "1 |95 Budget"), *words, *put(at + beside, 215, "15")],
    )
    assert [item.lead_officer for item in agenda(sheet)] == [officer]


def test_heads_of_columns_that_stand_close_are_told_apart() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "Item no. |111 Item |300 Officer", "b"),
        put(60, 215, "1 |111 Budget |300 Priya Nair"),
    )
    assert items(sheet) == [("1", "", "Budget", "Priya Nair")]


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


def test_an_item_with_one_lettered_part_is_one_too() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1 |95 Apologies"),
        put(60, 215, "2 |95 Rents"),
        put(60, 240, "2a |95 Rents of moorings"),
        put(60, 265, "3 |95 Quay repairs"),
    )
    assert [number for number, *_ in items(sheet)] == ["1", "2", "2a", "3"]


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


def test_letters_before_parts_of_an_agenda_counted_in_figures_head_them() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "A. PRELIMINARY BUSINESS", "b"),
        put(60, 214, "1. |95 Apologies for absence"),
        put(60, 232, "2. |95 Minutes of the previous meeting"),
        put(60, 260, "B. BUDGET", "b"),
        put(60, 284, "3. |95 Council tax"),
        put(60, 302, "4. |95 Capital strategy"),
    )
    assert items(sheet) == [
        ("1", "PRELIMINARY BUSINESS", "Apologies for absence", ""),
        ("2", "PRELIMINARY BUSINESS", "Minutes of the previous meeting", ""),
        ("3", "BUDGET", "Council tax", ""),
        ("4", "BUDGET", "Capital strategy", ""),
    ]


@pytest.mark.parametrize(
    ("x", "white", "officer"), [(60, 40, ""), (95, 40, "Town Clerk"), (60, 2, "Town Clerk")]
)
def test_a_post_left_of_the_titles_with_white_above_signs_the_agenda(
    x: float, white: float, officer: str
) -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Apologies for absence"),
        put(60, 210, "2. |95 Minutes of the previous meeting"),
        put(60, 230, "3. |95 Winter plan"),
        put(x, 242 + white, "Town Clerk"),
    )
    assert items(sheet)[-1][3] == officer


@pytest.mark.parametrize(
    ("leads", "officers"),
    [
        (("Daniel Oyelaran", "Priti Shah", "Lisa Crane"), ["Daniel Oyelaran", "Priti Shah", "Lisa Crane"]),
        (("For Decision", "For Information", "To Follow"), ["", "", ""]),
    ],
)
def test_names_in_a_column_without_a_head_lead_the_items(leads: tuple[str, ...], officers: list[str]) -> None:
    titles = ("Apologies for absence", "Minutes of the previous meeting", "Winter plan")
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        *(
            put(60, 190 + 20 * n, f"{n + 1}. |95 {title} |330 {lead} |450 Decision")
            for n, (title, lead) in enumerate(zip(titles, leads, strict=True))
        ),
    )
    assert [item[3] for item in items(sheet)] == officers


BETWEEN = [
    (("1. |95 the north slip", "2. |95 the south slip"), 7),
    (("3 quays and the slip",), 7),
    (("5 quays and the slip",), 7),
    (("4. |95 a list that begins anew", "5. |95 and counts as far"), 5),
    (tuple(f"{n % 3 + 1}. |95 point" for n in range(8)), 7),
    (tuple(f"{n % 3 + 1}. |95 point" for n in range(9)), 5),
]


@pytest.mark.parametrize(("between", "last"), BETWEEN)
def test_a_list_goes_on_behind_a_few_numbers_of_something_else(between: tuple[str, ...], last: int) -> None:
    titles = [
        "Apologies",
        "Minutes",
        "Ferry fares",
        "Harbour dues",
        "Repairs to",
        "Berths",
        "Urgent business",
    ]
    rows = [f"{n}. |95 {title}" for n, title in enumerate(titles, 1)]
    lines = [put(60, 160 + 20 * i, text) for i, text in enumerate((*rows[:5], *between, *rows[5:]))]
    found = items(front(put(60, 140, "AGENDA", "b", 14), *lines))
    assert [i[0] for i in found] == [str(n) for n in range(1, last + 1)]


@pytest.mark.parametrize(
    ("twice", "numbers"),
    [("2. |95 Ferry fares", "1 2 2 3"), ("1. |95 Ferry fares", "1 2 3"), ("2 ferries", "1 2 3")],
)
def test_one_number_given_to_two_items(twice: str, numbers: str) -> None:
    rows = ("1. |95 Apologies", "2. |95 Minutes", twice, "3. |95 Urgent business")
    lines = [put(60, 160 + 20 * i, text) for i, text in enumerate(rows)]
    assert [i[0] for i in items(front(put(60, 140, "AGENDA", "b", 14), *lines))] == numbers.split()


@pytest.mark.parametrize(
    ("printed", "section"),
    [
        ("PART 1 – OPEN TO THE PUBLIC", "PART 1 – OPEN TO THE PUBLIC"),
        ("SECTION B: KEY DECISIONS", "SECTION B: KEY DECISIONS"),
        ("II) KEY DECISIONS", "KEY DECISIONS"),
    ],
)
def test_a_part_is_called_as_printed_but_for_a_bare_number(printed: str, section: str) -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 185, printed, "b"),
        put(60, 225, "1 |95 Apologies for absence"),
        put(60, 245, "2 |95 Minutes of the previous meeting |510 3"),
    )
    assert {part for _, part, _, _ in items(sheet)} == {section}


def with_officers(heading: str = "", note: str = "", posts: int = 2) -> Page:
    """Plain titles, who leads them at the right, a heading between them and a note below the last."""
    led = ["Head of Harbours", "Clerk", ""] if posts > 1 else ["Head of Harbours", "", ""]
    return front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Apologies for absence and notification of"),
        put(95, 204, "substitutes"),
        put(60, 218, f"2. |95 Minutes of the last meeting |400 {led[0]}"),
        *([put(95, 232, heading, "b")] if heading else []),
        put(60, 246, "3. |95 Talk by the captain of the ferry |400 Sally Fenner"),
        put(60, 260, f"4. |95 Harbour dues |400 {led[1]}"),
        *([put(60, 288, note)] if note else []),
    )


@pytest.mark.parametrize(
    "note", ["", "For further information about this agenda please telephone the Clerk on 0123"]
)
def test_a_wrapped_title_goes_on_whatever_stands_at_the_right_or_below(note: str) -> None:
    assert [(title, who) for _, _, title, who in items(with_officers(note=note))] == [
        ("Apologies for absence and notification of substitutes", ""),
        ("Minutes of the last meeting", "Head of Harbours"),
        ("Talk by the captain of the ferry", "Sally Fenner"),
        ("Harbour dues", "Clerk"),
    ]


def test_a_name_is_an_officer_where_so_many_posts_show_the_column() -> None:
    assert items(with_officers(posts=1))[2][3] == ""


@pytest.mark.parametrize(
    ("heading", "section"),
    [("Items to be decided", "Items to be decided"), ("To approve the minutes", ""), ("Note:", "")],
)
def test_a_bold_line_over_plain_titles_heads_them(heading: str, section: str) -> None:
    assert [item[1] for item in items(with_officers(heading))] == ["", "", section, section]
