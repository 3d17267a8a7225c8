"""Lists marked otherwise than with figures, in one level or two, and packs with several agendas."""

from __future__ import annotations

import pytest
from outline.typeset import page, put

from agendapack.extract.model import Page, Word
from agendapack.extract.outline import outline
from agendapack.extract.outline.item_counters import letter, roman
from agendapack.extract.outline.lines import make_line

TITLES = (
    "Apologies for absence",
    "Declarations of interest",
    "Lease of the corn exchange",
    "Any other business",
)


def called(*more: list[Word], number: int = 1, body: str = "PLANNING COMMITTEE") -> Page:
    return page(
        number,
        put(60, 60, "Marlowe Vale District Council", "b", 14),
        put(60, 84, body, "b", 14),
        put(60, 110, "Tuesday, 4 June 2024 at 6.30 pm"),
        put(60, 140, "AGENDA", "b", 14),
        *more,
    )


def listed(
    *marks: str, titles: tuple[str, ...] = TITLES, top: float = 170, style: str = ""
) -> list[list[Word]]:
    return [
        put(60, top + 24 * i, f"{mark} |110 {title}" if mark else title, style)
        for i, (mark, title) in enumerate(zip(marks, titles, strict=True))
    ]


def read(*pages: Page) -> list[tuple[str, str, str]]:
    return [(item.item_no, item.section, item.title) for item in outline(pages).agenda]


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("I.", "II.", "III.", "IV."), ("I", "II", "III", "IV")),
        (("i)", "ii)", "iii)", "iv)"), ("i", "ii", "iii", "iv")),
        (("A.", "B.", "C.", "D."), ("A", "B", "C", "D")),
        (("(a)", "(b)", "(c)", "(d)"), ("a", "b", "c", "d")),
        (("•", "•", "•", "•"), ("", "", "", "")),
        (("10.00", "10.05", "10.15", "10.45"), ("", "", "", "")),
    ],
)
def test_each_way_to_mark_a_list(marks: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    assert read(called(*listed(*marks))) == [(n, "", t) for n, t in zip(numbers, TITLES, strict=True)]


def test_titles_that_only_their_look_tells() -> None:
    sheet = called(
        *listed("", "", "", "", style="b"),
        put(60, 255, "To consider the report."),
    )
    assert read(sheet) == [("", "", title) for title in TITLES]


def test_headings_over_lettered_items_are_sections() -> None:
    sheet = called(
        put(60, 170, "I. |90 STANDING MATTERS", "b"),
        put(90, 194, "A. |120 Apologies for absence"),
        put(90, 218, "B. |120 Declarations of interest"),
        put(60, 242, "II. |90 DECISIONS", "b"),
        put(90, 266, "A. |120 Lease of the corn exchange"),
        put(90, 290, "B. |120 Grants to parishes"),
    )
    assert read(sheet) == [
        ("A", "STANDING MATTERS", "Apologies for absence"),
        ("B", "STANDING MATTERS", "Declarations of interest"),
        ("A", "DECISIONS", "Lease of the corn exchange"),
        ("B", "DECISIONS", "Grants to parishes"),
    ]


def test_lettered_points_of_an_item_are_no_items() -> None:
    sheet = called(
        put(60, 170, "1. |90 Apologies for absence", "b"),
        put(60, 194, "2. |90 Lease of the corn exchange", "b"),
        put(90, 208, "To consider the report and to agree"),
        put(90, 222, "(a) |120 the rent for the first year; and"),
        put(90, 236, "(b) |120 the length of the lease."),
        put(60, 260, "3. |90 Any other business", "b"),
    )
    assert [number for number, _, _ in read(sheet)] == ["1", "2", "3"]


def test_a_list_that_begins_anew_under_a_plain_heading() -> None:
    sheet = called(
        *listed("1.", "2.", titles=TITLES[:2]),
        put(60, 230, "Private business"),
        *listed("1.", "2.", titles=TITLES[2:], top=254),
    )
    assert [(number, section) for number, section, _ in read(sheet)] == [
        ("1", ""),
        ("2", ""),
        ("1", "Private business"),
        ("2", "Private business"),
    ]


def test_every_agenda_of_a_pack() -> None:
    second = called(*listed("1.", "2.", "3.", "4."), number=3, body="LICENSING COMMITTEE")
    between = page(2, put(60, 60, "The lease runs for ten years from the day that it is signed."))
    items = outline((called(*listed("1.", "2.", "3.", "4.")), between, second)).agenda
    assert [item.source.page for item in items] == [1] * 4 + [3] * 4


@pytest.mark.parametrize(
    ("text", "value"), [("IV.", 4), ("xiv)", 14), ("IIV.", None), ("Iv.", None), ("iv", None)]
)
def test_roman_numbers_are_those_that_are_written_so(text: str, value: int | None) -> None:
    mark = roman(make_line(1, put(60, 60, f"{text} Grants")))
    assert (mark.at if mark else None) == value


def test_a_letter_alone_is_a_word_unless_it_stands_in_a_column() -> None:
    assert letter(make_line(1, put(60, 60, "A report on grants"))) is None
    assert letter(make_line(1, put(60, 60, "A |110 report on grants"))) is not None


@pytest.mark.parametrize(("shift", "items"), [(3.0, 4), (5.0, 3)])
def test_titles_that_only_their_look_tells_begin_at_one_edge(shift: float, items: int) -> None:
    x = [60, 60, 60 + shift, 60]
    sheet = called(*(put(x[i], 170 + 30 * i, title, "b") for i, title in enumerate(TITLES)))
    assert len(read(sheet)) == items


HEADED = (
    put(60, 170, "1. |90 FINANCE", "b"),
    put(90, 194, "a) |120 Outturn of the budget"),
    put(90, 218, "b) |120 Borrowing and lending"),
    put(60, 242, "2. |90 HOUSING", "b"),
    put(90, 266, "a) |120 Rents of council homes"),
    put(90, 290, "b) |120 Repairs of council homes"),
)


def test_headings_are_told_by_how_they_are_set_where_no_usual_item_is_named() -> None:
    assert [(number, section) for number, section, _ in read(called(*HEADED))] == [
        ("a", "FINANCE"),
        ("b", "FINANCE"),
        ("a", "HOUSING"),
        ("b", "HOUSING"),
    ]


def test_one_lettered_point_under_each_makes_no_heading_of_an_item() -> None:
    sheet = called(*HEADED[:2], *HEADED[3:5])
    assert [number for number, _, _ in read(sheet)] == ["1", "2"]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Matters for the private part", 4),
        ("These matters are taken when the public have left", 2),
    ],
)
def test_a_plain_heading_is_short(heading: str, items: int) -> None:
    sheet = called(
        *listed("1.", "2.", titles=TITLES[:2]),
        put(60, 230, heading),
        *listed("1.", "2.", titles=TITLES[2:], top=254),
    )
    assert len(read(sheet)) == items


def test_a_later_list_without_items_that_every_meeting_has_is_no_agenda() -> None:
    plain = listed("1.", "2.", titles=("Outturn of the budget", "Repairs of council homes"))
    items = outline((called(*listed("1.", "2.", "3.", "4.")), called(*plain, number=2))).agenda
    assert {item.source.page for item in items} == {1}


def test_one_usual_title_does_not_tell_how_items_are_set() -> None:
    assert read(called(put(60, 170, TITLES[0], "b"), put(60, 200, TITLES[2], "b"))) == []


@pytest.mark.parametrize(("pages", "sections"), [("(Pages 13 - 30)", True), ("", False)])
def test_lettered_parts_with_papers_of_their_own_are_items(pages: str, sections: bool) -> None:
    marks, titles = ("1.", "2.", "3.", "4."), (*TITLES[:2], "Planning applications", TITLES[3])
    lines = listed(*marks[:3], titles=titles[:3], style="b")
    lines += [put(85, 246 + 24 * i, f"({'ab'[i]}) |120 Plot {i} {pages}", "b") for i in range(2)]
    lines += listed("4.", titles=titles[3:], top=300, style="b")
    found = read(called(*lines))
    assert (("a", "Planning applications", "Plot 0") in found) is sections
    assert (("3", "", "Planning applications") in found) is not sections


def test_roman_headings_named_like_usual_items_head_their_lettered_items() -> None:
    lines = [
        put(60, 170, "I. |100 CALL TO ORDER", "b"),
        put(60, 194, "II. |100 APPROVAL OF MINUTES", "b"),
        put(100, 218, "A. |130 Regular meeting of May"),
        put(60, 242, "III. |100 NEW BUSINESS", "b"),
        put(100, 266, "A. |130 Paving of Pier Road"),
        put(100, 290, "B. |130 Library board"),
        put(60, 314, "IV. |100 ADJOURNMENT", "b"),
    ]
    assert read(called(*lines)) == [
        ("I", "", "CALL TO ORDER"),
        ("A", "APPROVAL OF MINUTES", "Regular meeting of May"),
        ("A", "NEW BUSINESS", "Paving of Pier Road"),
        ("B", "NEW BUSINESS", "Library board"),
        ("IV", "", "ADJOURNMENT"),
    ]
