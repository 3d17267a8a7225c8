"""Who leads an item: on a line of its own, behind the title, in a column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outline.front_sheets import agenda, front, items, with_officers
from outline.typeset import put

from agendapack.extract.model import Box


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
