"""A text between two tables of one page is the title of the second where its cells stand elsewhere."""

from __future__ import annotations

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.lines import Line, chunk_of, printed_lines
from agendapack.extract.find.stream.next_table import is_title_of_next
from agendapack.extract.model import Word

UPPER = (50.0, 220.0, 330.0, 420.0)
LOWER = (50.0, 150.0, 290.0, 380.0)
TITLE = "Key to the ratings"
PITCH = 18.0
FIRST = 100.0


def rows(xs: tuple[float, ...], base: float, count: int = 4, cell: str = "Grey") -> list[Word]:
    return [
        w
        for n in range(count)
        for i, x in enumerate(xs)
        for w in words(f"{cell} {n}{i}", x, base + PITCH * n)
    ]


def lines(
    lower: tuple[float, ...] = LOWER,
    *,
    title: str = TITLE,
    size: float = 10.0,
    white: float = 2.0,
    above: int = 4,
    cells: tuple[str, str] = ("Grey", "Grey"),
) -> tuple[list[Line], int]:
    """Rows, a title so many pitches below them, and rows at the places given; the number of the title."""
    base = FIRST + PITCH * (above - 1 + white)
    drawn = [
        *rows(UPPER, FIRST, above, cells[0]),
        *words(title, 50, base, size),
        *rows(lower, base + PITCH, 4, cells[1]),
    ]
    return printed_lines(drawn), above


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        (lines(), True),
        (lines(UPPER), False),
        (lines((50.0, 220.0, 290.0, 380.0)), True),
        (lines((50.0, 220.0, 330.0, 380.0)), False),
        (lines((50.0, 222.0, 332.0, 422.0)), False),
        (lines((50.0, 227.0, 337.0, 427.0)), True),
        (lines(white=1.3), False),
        (lines(white=1.6), True),
        (lines(above=2), True),
        (lines(above=1), False),
        (lines(title="2025"), False),
        (lines(above=5, cells=("Actual", "12")), False),
        (lines(above=6, cells=("Actual", "12")), True),
        (lines(above=5, cells=("12", "12")), True),
    ],
    ids=[
        "elsewhere",
        "in the same columns",
        "one of three in a column above",
        "two of three",
        "a little beside",
        "further beside",
        "hardly further below than rows are",
        "further",
        "a head and a row above",
        "a row above",
        "a figure",
        "under a head of five lines",
        "under texts of six rows",
        "under five rows of figures",
    ],
)
def test_a_title_is_told_by_the_cells_below_it(drawn: tuple[list[Line], int], found: bool) -> None:
    printed, at = drawn
    assert is_title_of_next(printed[:at], [], printed, at) is found


@pytest.mark.parametrize("headed", [True, False])
def test_figures_under_a_head_of_their_own_are_of_the_next_table(headed: bool) -> None:
    """Without it the texts above, of few rows, are their head."""
    head = rows(LOWER, 208, 1, "Colour") if headed else []
    drawn = [*rows(UPPER, FIRST), *words(TITLE, 50, 190), *head, *rows(LOWER, 226, 3, "12")]
    printed = printed_lines(drawn)
    assert is_title_of_next(printed[:4], [], printed, 4) is headed


TWO_OF_THREE = (50.0, 220.0, 330.0, 380.0)


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        (lines(size=12.4, white=1.3), False),
        (lines(size=12.5, white=1.3), True),
        (lines(TWO_OF_THREE, size=12.4), False),
        (lines(TWO_OF_THREE, size=12.5), True),
        (lines(UPPER, size=14), False),
        (lines((*UPPER, 500.0), size=14), False),
        (lines(size=14, above=2), True),
        (lines(size=14, above=1), False),
    ],
    ids=[
        "HEADLINE",
        "larger",
        "two of three",
        "NEARLY",
        "the same columns",
        "three of four",
        "MIN_ROWS",
        "a row above",
    ],
)
def test_a_heading_in_larger_letters_needs_less_beside_it(drawn: tuple[list[Line], int], found: bool) -> None:
    """It may stand as near to the rows as they to each other, over cells that are partly in their columns."""
    printed, at = drawn
    assert is_title_of_next(printed[:at], [], printed, at) is found


@pytest.mark.parametrize("size", [10.0, 14.0])
def test_a_heading_behind_a_note_to_the_table_is_larger(size: float) -> None:
    printed, at = lines(size=size, white=4.0)
    note = printed_lines(words("All in grey.", 50, FIRST + PITCH * 4))
    assert is_title_of_next(printed[:at], note, printed, at) is (size > 10)


@pytest.mark.parametrize("bold", [False, True])
def test_a_bold_head_under_a_larger_heading_begins_a_table_in_the_same_columns(bold: bool) -> None:
    head = [w for x in UPPER for w in words("Colour", x, 208, bold=bold)]
    drawn = [*rows(UPPER, FIRST), *words(TITLE, 50, 190, 14.0), *head, *rows(UPPER, 226)]
    printed = printed_lines(drawn)
    assert is_title_of_next(printed[:4], [], printed, 4) is bold


@pytest.mark.parametrize(("there", "found"), [(1, True), (2, False)])
def test_a_column_is_where_some_rows_have_a_text(there: int, found: bool) -> None:
    places = [(50.0, 150.0) if n < there else (50.0, 220.0) for n in range(4)]
    upper = [w for n, xs in enumerate(places) for w in rows(xs, FIRST + PITCH * n, 1)]
    printed = printed_lines([*upper, *words(TITLE, 50, 210), *rows((50.0, 150.0), 230)])
    assert is_title_of_next(printed[:4], [], printed, 4) is found


def test_cells_set_in_the_middle_or_to_the_right_stand_in_their_columns() -> None:
    """Figures of other lengths begin elsewhere; only their middles or ends are at one place."""
    upper = [
        w
        for n in range(4)
        for x in (200.0, 300.0)
        for w in words("1" * (n + 2), x - 2.5 * (n + 2), FIRST + PITCH * n)
    ]
    lower = [
        w
        for n in range(4)
        for x in (200.0, 300.0)
        for w in words("1" * (n + 5), x - 2.5 * (n + 5), 240 + PITCH * n)
    ]
    names = [w for y in (FIRST, 240.0) for n in range(4) for w in words(f"Kind {n}", 50, y + PITCH * n)]
    printed = printed_lines([*upper, *words(TITLE, 50, 210), *lower, *names])
    assert not is_title_of_next(printed[:4], [], printed, 4)


def test_two_tables_under_one_another_are_two() -> None:
    drawn = [*rows(UPPER, FIRST), *words(TITLE, 50, 200), *rows(LOWER[:3], 220, cell="Blue")]
    first, second = find_grids(page(drawn))
    assert (first.rows, first.columns) == (4, 4)
    assert (second.rows, second.columns) == (4, 3)
    assert TITLE not in [cell for grid in (first, second) for row in texts(grid) for cell in row]


@pytest.mark.parametrize(
    ("lower", "found"), [(UPPER, False), (LOWER, True)], ids=["in its columns", "elsewhere"]
)
@pytest.mark.parametrize("size", [10.0, 13.0])
def test_below_a_heading_in_larger_letters_rows_go_on_in_the_columns_of_the_fullest(
    lower: tuple[float, ...], found: bool, size: float
) -> None:
    """Few of the lines above fill the last columns where the texts beside them wrap."""
    drawn = [*rows(UPPER, FIRST, 1), *rows(UPPER[:2], FIRST + PITCH, 6)]
    base = FIRST + 8.5 * PITCH
    text = printed_lines([*drawn, *words(TITLE, 50, base, size), *rows(lower, base + PITCH, 4)])
    assert is_title_of_next(text[:7], [], text, 7) is (found or size == 10)


@pytest.mark.parametrize(("gap", "found"), [(4.0, True), (7.0, False)], ids=["SPACE_EM", "SPACE_EM more"])
def test_a_title_that_a_column_cuts_at_a_space_is_one_text(gap: float, found: bool) -> None:
    title = words("Stage", 50, 190, 14.0)
    rest = words("2: Quays", title[-1].box.x1 + gap * 1.4, 190, 14.0)
    drawn = printed_lines([*rows(UPPER, FIRST), *rows(LOWER, 208)])
    cut = Line((chunk_of(title), chunk_of(rest)), 190)
    printed = [*drawn[:4], cut, *drawn[4:]]
    assert is_title_of_next(printed[:4], [], printed, 4) is found


def table_of_two(
    second: tuple[str, ...], *, bold: bool = True, figures: bool = True
) -> list[list[list[str]]]:
    """The tables read where a row of texts follows rows in the same columns, rows of its own below it."""
    cells = ("12", "15", "18") if figures else ("Grey", "Red", "Blue")
    head = [
        w
        for x, t in zip(UPPER, ("Pier", "Now", "Then", "Aim"), strict=True)
        for w in words(t, x, 82, bold=True)
    ]
    body = [
        w
        for n in range(8)
        if n != 4
        for x, t in zip(UPPER, (f"Pier {'ABCDEFGH'[n]}", *cells), strict=True)
        for w in words(t, x, FIRST + PITCH * n)
    ]
    again = [w for x, t in zip(UPPER, second, strict=True) for w in words(t, x, FIRST + PITCH * 4, bold=bold)]
    return [texts(grid) for grid in find_grids(page([*head, *body, *again]))]


@pytest.mark.parametrize(
    ("second", "bold", "figures", "tables"),
    [
        (("Risk", "Chance", "Harm", "Score"), True, True, 2),
        (("Risk", "Chance", "Harm", "Score"), False, True, 1),
        (("Risk", "Chance", "Harm", "Score"), True, False, 1),
        (("All", "45", "50", "60"), True, True, 1),
    ],
    ids=["bold headings", "plain", "over texts", "bold figures"],
)
def test_bold_headings_over_columns_of_figures_begin_a_table(
    second: tuple[str, ...], bold: bool, figures: bool, tables: int
) -> None:
    found = table_of_two(second, bold=bold, figures=figures)
    assert len(found) == tables
    assert [row[0] for one in found for row in one][5] == second[0]
