"""Headings over the gutters between rows of a table without rules, and heads of empty columns."""

from __future__ import annotations

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.find.stream.band import is_band
from agendapack.extract.model import Word

XS = (50.0, 240.0, 330.0, 420.0)
HEADING = "A harbour that is safe for all who sail from it"
HEAD = ["Measure", "Last year", "This year", "Owner"]


def row(n: int, base: float, xs: tuple[float, ...] = XS) -> list[Word]:
    cells = (f"Boats of kind {n}", f"{n}1", f"{n}4%", "Pilot")
    return [w for x, cell in zip(xs, cells, strict=True) for w in words(cell, x, base)]


def headed(heading: str, lower: tuple[float, ...] = XS, lines: int = 1) -> list[Word]:
    """A head, a heading, three rows, the heading again and three rows at the places given."""
    text = [w for x, title in zip(XS, HEAD, strict=True) for w in words(title, x, 100)]
    text += words(heading, 50, 118) + [w for n in range(3) for w in row(n, 136 + 18 * n)]
    for i in range(lines):
        text += words(heading, 50, 190 + 12 * i)
    return text + [w for n in range(3) for w in row(n + 3, 178 + 18 * n + 12 * lines + 18, lower)]


def test_a_heading_over_the_gutters_is_a_row_where_the_columns_go_on() -> None:
    (grid,) = find_grids(page(headed(HEADING)))
    found = texts(grid)
    assert found[0] == HEAD
    assert [n for n, row in enumerate(found) if row[0] == HEADING] == [1, 5]
    assert grid.rows == 9


@pytest.mark.parametrize(
    ("heading", "x", "lower", "lines", "found"),
    [
        (HEADING, 50, XS, 1, True),
        (HEADING, 50, XS, 2, True),
        ("2. " + HEADING, 50, XS, 1, True),
        (HEADING, 142, XS, 1, True),
        (HEADING, 50, XS, 3, False),
        (HEADING + ".", 50, XS, 1, False),
        (HEADING, 90, XS, 1, False),
        (HEADING, 50, (50.0, 150.0), 1, False),
        (HEADING, 50, (50.0, 65.0, 80.0, 95.0), 1, False),
        (HEADING, 50, (50.0, 240.0, 330.0), 1, True),
        (HEADING, 50, (50.0, 80.0, *XS[1:]), 1, True),
        (HEADING, 50, (50.0, 75.0, 100.0, 240.0, 330.0), 1, False),
    ],
    ids=[
        "one line",
        "two",
        "numbered",
        "in the middle",
        "a paragraph",
        "a sentence",
        "set in",
        "one gutter",
        "other columns",
        "two gutters",
        "three of four gutters",
        "two of four gutters",
    ],
)
def test_a_heading_of_rows_begins_where_they_do_and_their_columns_go_on(
    heading: str, x: float, lower: tuple[float, ...], lines: int, found: bool
) -> None:
    run = printed_lines([w for n in range(3) for w in row(n, 100 + 18 * n)])
    text = [w for i in range(lines) for w in words(heading, x, 160 + 12 * i)]
    below = [w for n, at in enumerate(lower) for w in words(f"{n}4", at, 220)]
    assert is_band(run, [*run, *printed_lines([*text, *below])], len(run)) is found


def test_a_heading_over_the_head_again_is_the_title_of_another_table() -> None:
    head = [w for x, title in zip(XS, HEAD, strict=True) for w in words(title, x, 100)]
    again = [w for x, title in zip(XS, HEAD, strict=True) for w in words(title, x, 220)]
    run = printed_lines([*head, *(w for n in range(3) for w in row(n, 118 + 18 * n))])
    below = printed_lines([*words(HEADING, 50, 200), *again])
    assert not is_band(run, [*run, *below], len(run))
    assert is_band(run[1:], [*run[1:], *below], len(run) - 1)


def test_a_heading_ends_a_head_set_in_the_middle_of_its_columns() -> None:
    """The rows under it begin further left than any title."""
    text = [w for x, title in zip((80, 240, 330, 420), HEAD, strict=True) for w in words(title, x, 100)]
    text += words(HEADING, 50, 118) + [w for n in range(5) for w in row(n, 136 + 18 * n)]
    (grid,) = find_grids(page(text))
    assert [cell for cell, *_ in texts(grid)[:3]] == ["Measure", HEADING, "Boats of kind 0"]


@pytest.mark.parametrize(
    ("rows", "empty", "columns"), [(5, True, 4), (5, False, 4), (3, True, 4), (2, True, 3)]
)
def test_a_column_without_values_is_told_by_its_heading(rows: int, empty: bool, columns: int) -> None:
    text = [w for x, title in zip(XS, HEAD, strict=True) for w in words(title, x, 100)]
    for n in range(rows):
        text += [w for w in row(n, 120 + 18 * n) if not (empty and XS[1] <= w.box.x0 < XS[2])]
    (grid,) = find_grids(page(text))
    assert " ".join(texts(grid)[0]) == " ".join(HEAD)
    assert grid.columns == columns


def test_a_text_under_two_headings_says_that_they_are_one_column() -> None:
    text = [w for x, title in zip(XS, HEAD, strict=True) for w in words(title, x, 100)]
    for n in range(5):
        text += words(f"Boats of kind {n}", 50, 120 + 18 * n) + words(
            "counted at noon and dusk", 240, 120 + 18 * n
        )
        text += words("Pilot", 420, 120 + 18 * n)
    (grid,) = find_grids(page(text))
    assert grid.columns == 3
