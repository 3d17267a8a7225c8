from collections.abc import Sequence

import pytest
from outline.typeset import column, page, put

from agendapack.extract.model import Box, Page, Rule, Word
from agendapack.extract.outline.lines import lines
from agendapack.extract.outline.running_heads import fold, furniture, is_furniture


def texts(found: Sequence[object]) -> list[str]:
    return [getattr(line, "text", "") for line in found]


def report(number: int, *, head: str = "Marlowe Vale Council – Cabinet", foot: str = "Page {}") -> Page:
    body = [
        w
        for i in range(8)
        for w in put(60, 120 + 40 * i, f"Paragraph {number * 7 + i} tells something of its own")
    ]
    return page(number, put(60, 30, head, "i", 9), body, put(270, 805, foot.format(number), "", 9))


def test_heads_and_feet_that_recur_are_found_with_their_numbers_folded() -> None:
    found = furniture([report(n) for n in range(1, 6)])
    assert [texts(found[n]) for n in (1, 5)] == [
        ["Marlowe Vale Council – Cabinet", "Page 1"],
        ["Marlowe Vale Council – Cabinet", "Page 5"],
    ]


def test_left_and_right_pages_may_have_different_heads() -> None:
    pages = [report(n, head="Corporate plan" if n % 2 else "Marlowe Vale Council") for n in range(1, 7)]
    assert texts(furniture(pages)[4])[0] == "Marlowe Vale Council"


def test_a_line_that_stands_once_is_no_furniture() -> None:
    assert furniture([report(1, head="", foot=""), report(2, head="Only here", foot="")]) == {1: (), 2: ()}


def table(number: int, top: float) -> Page:
    header = [
        *put(60, top, "|60 Action |200 Due |300 Officer", "b"),
        *put(60, top + 12, "|60 and reference |200 by |300 responsible", "b"),
    ]
    rows = [
        w
        for i in range(6)
        for w in put(60, top + 30 + 20 * i, f"|60 Do thing {number}{i} |200 2024 |300 A Head")
    ]
    return page(number, header, rows)


def test_a_table_header_repeated_at_the_top_of_pages_stays_in_the_body() -> None:
    assert furniture([table(1, 400), *(table(n, 40) for n in range(2, 6))]) == {n: () for n in range(1, 6)}


def test_a_header_divided_by_upright_rulings_is_a_row_of_a_table() -> None:
    sides = [Rule(Box(x, 20, x + 0.5, 400), False) for x in (50, 190, 290, 400)]
    pages = [
        page(n, put(60, 30, "|60 Risk |200 Score"), column(60, 60, f"row {n} a", f"row {n} b"), rules=sides)
        for n in (1, 2, 3)
    ]
    assert furniture(pages)[2] == ()


def test_a_slide_title_repeated_on_slides_is_no_running_head() -> None:
    pages = [
        page(
            n,
            put(60, 30, "Priorities for housing", "b", 24),
            column(60, 120, f"Slide {n} tells what we do", "and who does it by when"),
        )
        for n in (1, 2, 3)
    ]
    assert furniture(pages)[1] == ()


def test_page_stamps_set_sideways_are_found_by_what_other_pages_print() -> None:
    upright = [report(n, head="Holmsea Borough Council") for n in (1, 2, 4)]
    sideways = page(3, put(575, 60, "Holmsea Borough Council", size=9, turn=90), column(120, 120, "a", "b"))
    found = furniture([*upright[:2], sideways, upright[2]])
    assert texts(found[3]) == ["Holmsea Borough Council"]


def test_is_furniture_knows_parts_of_a_running_line() -> None:
    pages = [report(n, head="Cabinet |400 4 June 2024") for n in (1, 2, 3)]
    found = furniture(pages)
    head, first, *_ = lines(pages[1])
    assert [is_furniture(part, found) for part in head.parts] == [True, True]
    assert not is_furniture(first, found)


def test_fold_drops_what_changes_from_page_to_page() -> None:
    assert fold("Page 12 of 40") == fold("Page 3 of 41")
    assert fold("Cabinet – 4 June") != fold("Council – 4 June")


# --- each limit on both sides ---------------------------------------------------------


def heads(*printed: tuple[int, str], top: float = 30.0, size: float = 9.0, body: float = 120.0) -> int:
    """How many of the pages (number, head) have their head found; the body begins at `body`."""
    pages = [
        page(number, put(60, top, head, size=size) if head else [], plain(number, body))
        for number, head in printed
    ]
    return sum(bool(found) for found in furniture(pages).values())


def plain(number: int, top: float) -> list[Word]:
    texts = (f"{letter * number} tells something of its own" for letter in "abcdefgh")
    return [w for i, text in enumerate(texts) for w in put(60, top + 40 * i, text)]


HEAD = "Marlowe Vale"


@pytest.mark.parametrize(("top", "found"), [(85, 4), (100, 0)])
def test_heads_stand_in_the_margin(top: float, found: int) -> None:
    assert heads(*((n, HEAD) for n in range(1, 5)), top=top) == found


@pytest.mark.parametrize(("shift", "found"), [(3.0, 2), (5.0, 0)])
def test_a_head_keeps_its_height(shift: float, found: int) -> None:
    pages = [page(n, put(60, 30 + shift * (n - 1), HEAD, size=9), plain(n, 120)) for n in (1, 2)]
    assert sum(map(bool, furniture(pages).values())) == found


@pytest.mark.parametrize(("apart", "found"), [(4, 2), (5, 0)])
def test_a_head_comes_again_within_a_few_pages(apart: int, found: int) -> None:
    assert heads(*((n, HEAD if n in (1, 1 + apart) else "") for n in range(1, 8))) == found


@pytest.mark.parametrize(("parts", "found"), [(3, 4), (4, 0)])
def test_a_line_in_many_stretches_is_a_row(parts: int, found: int) -> None:
    head = " ".join(f"|{60 + 120 * i} Vale{'abcd'[i]}" for i in range(parts))
    assert heads(*((n, head) for n in range(1, 5))) == found


@pytest.mark.parametrize(("size", "found"), [(13.0, 4), (14.5, 0)])
def test_a_line_much_larger_than_the_text_is_a_title(size: float, found: int) -> None:
    assert heads(*((n, HEAD) for n in range(1, 5)), size=size) == found


@pytest.mark.parametrize(("pages", "white", "found"), [(2, 5.0, 2), (2, 4.0, 0), (3, 4.0, 0), (4, 4.0, 4)])
def test_a_line_that_touches_the_body_is_a_head_where_many_pages_have_it(
    pages: int, white: float, found: int
) -> None:
    assert heads(*((n, HEAD) for n in range(1, pages + 1)), body=39 + white) == found


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        ("Vale board - paper 3 - page {0}", 2),
        ("Vale board - paper 3 - page {1}", 0),
        ("Vale board - paper {0} - page {0}", 0),
        ("Vale board - paper 3 - page 7", 0),
        ("Vale board - paper 3", 0),
    ],
    ids=["counts the pages", "counts otherwise", "two numbers", "one number", "none"],
)
def test_a_foot_that_counts_the_pages_runs_however_close_the_body_is(foot: str, found: int) -> None:
    feet = {n: put(60, 802, foot.format(n, 3 * n), size=9) for n in (1, 2)}
    pages = [page(n, plain(n, 120), put(60, 790, f"{'ab'[n - 1] * 9} ends"), feet[n]) for n in feet]
    assert sum(map(bool, furniture(pages).values())) == found


def test_a_heading_that_counts_as_the_pages_do_is_none() -> None:
    assert heads((1, "Appendix 4"), (2, "Appendix 5"), body=41) == 0


@pytest.mark.parametrize(
    ("same", "other", "found"), [("Plan", 6, 2), ("Act", 6, 0), ("Plans", 10, 2), ("Plans", 15, 0)]
)
def test_a_head_keeps_a_telling_part_of_its_letters(same: str, other: int, found: int) -> None:
    assert heads(*((n, f"{same} |300 {'xyz'[n] * other}") for n in (1, 2))) == found


@pytest.mark.parametrize(("share", "found"), [(0.2, 4), (0.3, 0)])
def test_a_page_number_may_stand_further_in(share: float, found: int) -> None:
    stamps = {n: put(270, 842 * (1 - share) - 11, f"Page {n}") for n in range(1, 5)}
    pages = [page(n, plain(n, 120), stamp) for n, stamp in stamps.items()]
    assert sum(map(bool, furniture(pages).values())) == found


@pytest.mark.parametrize(("overlap", "count"), [(0.16, 2), (0.24, 0)], ids=["OVERLAP_EM", "OVERLAP_EM more"])
def test_lines_that_overlap_stand_side_by_side_in_cells(overlap: float, count: int) -> None:
    pages = []
    for n in range(1, 6):
        head = [
            *put(60, 30, "Marlowe Vale Council", "", 9),
            *put(60, 39 - 9 * overlap, "Cabinet papers", "", 9),
        ]
        body = [w for i in range(8) for w in put(60, 120 + 40 * i, f"Paragraph {7 * n + i} tells of its own")]
        pages.append(page(n, head, body))
    assert len(furniture(pages)[3]) == count
