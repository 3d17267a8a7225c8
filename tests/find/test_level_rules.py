"""Tables with level rules between their rows and none between their columns."""

from __future__ import annotations

import pytest
from find.drawn import level, page, texts, words

from extract.find import find_grids
from extract.model import Page, Word

LEFT, RIGHT, EDGE = 60.0, 180.0, 420.0
BODY = [
    (
        ["Harbour Trust and the", "northern landing board"],
        ["The quays must be dredged before the winter", "tides reach the inner basin again."],
    ),
    (
        ["Harbour Trust and the", "northern landing board"],
        ["Ferries are to be mended on the eastern slip", "which stays open for them all year."],
    ),
    (
        ["Market office and the", "southern landing board"],
        ["Stalls on the long pier are let by the month", "so that smaller traders can take one."],
    ),
]


def ruled(rows: list[tuple[list[str], list[str]]], top: float = 100.0, extra: int = 0) -> Page:
    """Rows of two wrapped texts with a rule above and below each; `extra` lines of white at their feet."""
    text: list[Word] = []
    rules = [level(top, LEFT - 4, EDGE)]
    at = top
    for left, right in rows:
        for i in range(max(len(left), len(right))):
            for x, lines in ((LEFT, left), (RIGHT, right)):
                if i < len(lines):
                    text += words(lines[i], x, at + 12 + 12 * i)
        at += 12 * (max(len(left), len(right)) + extra) + 8
        rules.append(level(at, LEFT - 4, EDGE))
    return page(text, rules)


def joined(rows: list[tuple[list[str], list[str]]]) -> list[list[str]]:
    return [[" ".join(left), " ".join(right)] for left, right in rows]


def test_two_columns_of_wrapped_text_with_rules_between_the_rows_are_a_table() -> None:
    (grid,) = find_grids(ruled(BODY))
    assert texts(grid) == joined(BODY)


def test_long_cells_between_rules_are_no_running_text() -> None:
    long = [*BODY[0][1], *BODY[1][1], *BODY[2][1]] * 3
    rows = [(left, long) for left, _ in BODY]
    (grid,) = find_grids(ruled(rows))
    assert texts(grid) == joined(rows)


def test_one_rule_parts_two_rows_whose_texts_wrap() -> None:
    head = (["Responsible body"], ["What must be done"])
    (grid,) = find_grids(ruled([head, *BODY[:2]]))
    assert texts(grid) == joined([head, *BODY[:2]])


def test_the_rest_of_a_row_over_the_first_rule_belongs_to_the_table() -> None:
    rows = [(["board"], [""]), *BODY]
    (grid,) = find_grids(ruled(rows, top=40))
    assert texts(grid) == joined(rows)


def test_rules_that_strike_out_or_underline_part_no_rows() -> None:
    lines = [
        "a) Let the berths by the year and not by the",
        "b) Mend the cranes on the quays before the spring",
    ]
    text = [w for i, line in enumerate(lines * 3) for w in words(line, 60, 100 + 14 * i)]
    rules = [level(97 + 14 * i, 56, 420) for i in range(6)]
    assert find_grids(page(text, rules)) == []


@pytest.mark.parametrize("gutter", [1.5, 30.0])
def test_a_column_begins_where_its_texts_do_even_behind_a_line_that_leaves_no_gutter(gutter: float) -> None:
    second = 240.0
    rows = [
        ("Berths are let by the season", "Income falls when ships stay out at sea"),
        ("The crane was last mended in 2019", "Cargo waits on the quay for a second crane"),
        ("Ferry fares rose", "Fewer people cross the bay in winter"),
        ("Stalls stand empty", "The market closes on three days a week"),
        ("The slip is too short for the boats", "Boats go to other towns to be mended"),
    ]
    text = words("Cause", 60, 95, bold=True) + words("Event", second, 95, bold=True)
    rules = [level(84, 56, 500), level(100, 56, 500)]
    for i, (cause, event) in enumerate(rows):
        base = 114 + 24 * i
        end = second - gutter if i in (1, 4) else second - 40
        placed = words(cause, 0, base)
        text += words(cause, end - placed[-1].box.x1, base) if i in (1, 4) else words(cause, 60, base)
        text += words(event, second, base)
        rules.append(level(base + 8, 56, 500))
    (grid,) = find_grids(page(text, rules))
    assert texts(grid) == [["Cause", "Event"], *([cause, event] for cause, event in rows)]


def test_a_headline_over_a_table_is_no_row_of_it() -> None:
    drawn = ruled([(["Body"], ["Task"]), *BODY], top=100)
    title = words("Harbour risks", 200, 92, size=18)
    (grid,) = find_grids(page([*title, *drawn.words], drawn.rules))
    assert texts(grid)[0] == ["Body", "Task"]
