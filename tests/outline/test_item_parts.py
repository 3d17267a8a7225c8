"""Numbers and letters of items, and the parts of an agenda that they stand under."""

from __future__ import annotations

import pytest
from outline.front_sheets import front, items, with_officers
from outline.typeset import put


def test_items_with_the_numbers_of_the_minutes() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "HC24/17 |150 Apologies"),
        put(60, 210, "HC24/18 |150 Quay repairs"),
        put(60, 230, "HC24/19 |150 Allotment rents"),
    )
    assert [number for number, *_ in items(sheet)] == ["HC24/17", "HC24/18", "HC24/19"]


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


def test_an_item_with_one_lettered_part_is_one_too() -> None:
    sheet = front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1 |95 Apologies"),
        put(60, 215, "2 |95 Rents"),
        put(60, 240, "2a |95 Rents of moorings"),
        put(60, 265, "3 |95 Quay repairs"),
    )
    assert [number for number, *_ in items(sheet)] == ["1", "2", "2a", "3"]


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


@pytest.mark.parametrize(
    ("heading", "section"),
    [("Items to be decided", "Items to be decided"), ("To approve the minutes", ""), ("Note:", "")],
)
def test_a_bold_line_over_plain_titles_heads_them(heading: str, section: str) -> None:
    assert [item[1] for item in items(with_officers(heading))] == ["", "", section, section]
