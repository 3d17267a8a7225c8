from collections.abc import Sequence

from outline.typeset import column, page, put

from agendapack.extract.model import Box, Page, Rule
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
