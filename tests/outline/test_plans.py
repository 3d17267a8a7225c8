from __future__ import annotations

import pytest
from outline.typeset import column, page, put

from agendapack.extract.model import Page, Word
from agendapack.extract.outline import outline
from agendapack.extract.outline.councils import names_a_council


def text(top: float = 200) -> list[Word]:
    return column(60, top, *["Text of the paper that runs on over the page and tells what is done"] * 12)


def cover(number: int, *lines: str) -> Page:
    return page(
        number,
        put(90, 90, "MARLOWE VALE DISTRICT COUNCIL", "b", 20),
        *(put(90, 300 + 30 * i, t, "b", 26) for i, t in enumerate(lines)),
    )


def test_a_cover_names_the_plan_until_the_next_cover() -> None:
    pages = [
        cover(1, "Housing and Homes", "Divisional Plan 2024/25"),
        page(2, put(60, 60, "Contents", "b", 16), text()),
        page(3, put(60, 60, "Action Plan 2024/25", "b", 16), text()),
        cover(4, "Parks", "Divisional Plan 2024/25"),
        page(5, put(60, 60, "Performance Indicators", "b", 16), text()),
    ]
    found = outline(pages)
    assert [found.plan_at(n, 300) for n in (1, 2, 3, 5)] == [
        *["Housing and Homes Divisional Plan 2024/25"] * 3,
        "Parks Divisional Plan 2024/25",
    ]


def test_a_plan_that_begins_without_a_cover_is_told_by_its_name() -> None:
    pages = [
        cover(1, "Housing", "Departmental Plan"),
        page(2, put(60, 60, "Lettings Operational Plan 2024", "b", 16), text()),
    ]
    assert outline(pages).plan_at(2, 300) == "Lettings Operational Plan 2024"


def test_a_title_as_large_as_the_covers_names_another_paper() -> None:
    pages = [
        cover(1, "Housing strategy"),
        page(2, put(60, 60, "What we will do", "b", 16), text()),
        page(3, put(60, 60, "Housing strategy: half year report", "b", 26), text()),
    ]
    found = outline(pages)
    assert [found.plan_at(n, 300) for n in (2, 3)] == [
        "Housing strategy",
        "Housing strategy: half year report",
    ]


def test_a_list_of_contents_is_no_cover() -> None:
    listed = [put(60, 120 + 20 * i, f"Chapter {i} ........................ {i}", "", 18) for i in range(4)]
    pages = [
        cover(1, "Housing", "Divisional Plan"),
        page(2, put(60, 60, "Contents", "b", 24), *listed),
        page(3, text()),
    ]
    assert outline(pages).plan_at(3, 300) == "Housing Divisional Plan"


REPORT_HEADS = [
    (
        put(60, 60, "Report to: |170 Cabinet", "b")
        + put(60, 80, "Subject: |170 Parking strategy for the", "b")
        + put(170, 94, "town centre", "b")
    ),
    (
        put(60, 60, "REPORT TO: |170 CABINET", "b")
        + put(60, 80, "REPORT |170 Parking strategy for the", "b")
        + put(60, 94, "TITLE: |170 town centre", "b")
    ),
]


@pytest.mark.parametrize("head", REPORT_HEADS)
def test_the_subject_in_a_reports_head_names_it(head: list[Word]) -> None:
    assert outline([page(1, head, text())]).plan_at(1, 300) == "Parking strategy for the town centre"


def test_appendices_differ_from_their_report_and_from_each_other() -> None:
    pages = [
        page(
            1, put(60, 60, "Report to: |170 Cabinet", "b"), put(60, 80, "Subject: |170 Parking", "b"), text()
        ),
        page(2, put(60, 60, "Appendix 1 – Actions", "b", 13), text()),
        page(3, text(60)),
        page(4, put(60, 60, "Appendix 2", "b", 13), put(60, 78, "Measures", "b", 13), text()),
        page(5, put(60, 60, "Appendix 3", "b", 13), text()),
    ]
    found = outline(pages)
    assert [found.plan_at(n, 300) for n in (1, 2, 3, 4, 5)] == [
        "Parking",
        "Appendix 1 – Actions",
        "Appendix 1 – Actions",
        "Appendix 2 Measures",
        "Parking, Appendix 3",
    ]


def test_without_any_title_the_nearest_heading_above_names_the_table() -> None:
    pages = [
        page(
            1, text(60), put(60, 400, "Areas for action", "b"), text(440), put(60, 640, "Areas to watch", "b")
        )
    ]
    found = outline(pages)
    assert [found.plan_at(1, top) for top in (420, 700)] == ["Areas for action", "Areas to watch"]


def test_headings_have_levels_by_size_and_numbers() -> None:
    pages = [
        page(
            1,
            put(60, 60, "Annual report", "b", 18),
            put(60, 100, "1 Purpose", "b", 13),
            text(),
            put(60, 420, "1.1 Scope", "b", 13),
        )
    ]
    found = [(h.text, h.level) for h in outline(pages).headings]
    assert found == [("Annual report", 1), ("1 Purpose", 2), ("1.1 Scope", 3)]


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        ("MARLOWE VALE DISTRICT COUNCIL", True),
        ("Marlowe Vale District Council", True),
        ("Cyngor Sir Dyffryn Elan Elan Vale County Council", True),
        ("London Borough of Marlowe", True),
        ("Marlowe Vale District Council Corporate Plan", False),
        ("Corporate Plan of Marlowe Vale District Council", False),
        ("Marlowe Vale District Council 2030", False),
        ("Strategic Risk Register", False),
        ("What the council will do", False),
    ],
)
def test_a_heading_that_only_says_whose_paper_it_is(heading: str, whose: bool) -> None:
    assert names_a_council(heading) == whose


def test_a_paper_is_called_by_the_title_below_the_councils_name() -> None:
    first = page(
        1,
        put(60, 60, "Marlowe Vale District Council", "b", 18),
        put(60, 96, "Strategic Risk Register", "b", 16),
        text(),
    )
    assert outline([first]).plan_at(1, 300) == "Strategic Risk Register"


def test_a_councils_name_alone_names_no_plan() -> None:
    first = page(1, put(60, 60, "Marlowe Vale District Council", "b", 18), text())
    assert outline([first]).plan_at(1, 300) == ""
