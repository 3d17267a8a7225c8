"""Columns whose cells say by their colour alone what they say, and arrows that stand for themselves."""

from __future__ import annotations

import pytest
from find.drawn import line, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.cells import MAX_MARK_PT
from agendapack.extract.find.stream.painted_columns import with_painted
from agendapack.extract.model import Box, Fill

COLUMNS = [(50.0, 150.0), (250.0, 400.0)]
LINES = [
    line(100.0 + 14 * n, (50, f"Boats of kind {n}"), (250, "Let for all of the year to come"))
    for n in range(5)
]
RED = (220, 60, 50)
LONG = ("Boats let to those", "who fish here and", "who ask for one", "in the spring")
HEAD = ["Measure", "Met?", "Value", "Before"]


def areas(x0: float = 170.0, x1: float = 230.0, count: int = 5) -> list[Box]:
    return [Box(x0, 90.0 + 14 * n, x1, 104.0 + 14 * n) for n in range(count)]


@pytest.mark.parametrize(
    ("painted", "found"),
    [
        (areas(), True),
        (areas(count=3), True),
        (areas(count=2), False),
        (areas(x0=140), False),
        (areas(x1=260), False),
        (areas(x0=155, x1=235), True),
        (areas(x0=155, x1=248), False),
        (areas(x0=300, x1=340), False),
        (areas(x0=425, x1=485), False),
        ([*areas(count=2), Box(169.1, 118, 230.9, 132)], True),
        ([*areas(count=2), Box(168.9, 118, 230.9, 132)], False),
    ],
    ids=[
        "five",
        "three",
        "two",
        "over a text",
        "over another",
        "a fifth",
        "more than a fourth",
        "behind texts",
        "beside the table",
        "a third with edges near",
        "a third with others",
    ],
)
def test_coloured_places_between_columns_are_one(painted: list[Box], found: bool) -> None:
    assert (len(with_painted(Block(LINES, areas=painted), COLUMNS)) == len(COLUMNS) + 1) is found


@pytest.mark.parametrize("headed", [False, True], ids=["a text", "a heading"])
def test_a_heading_over_two_columns_leaves_the_coloured_one_a_place(headed: bool) -> None:
    """A text of the rows that goes on where the colours begin leaves none."""
    long = line(86.0 if headed else 156.0, (50, "Let to whom and for how long in all"))
    block = Block(sorted([long, *LINES], key=lambda k: k.base), areas=areas())
    columns = [(50.0, long.x1), COLUMNS[1]]
    assert (len(with_painted(block, columns)) == 3) is headed


@pytest.mark.parametrize("end", [500.0, 440.0], ids=["over the colours", "before them"])
def test_coloured_places_behind_the_last_text_are_a_column_where_rules_go(end: float) -> None:
    block = Block(LINES, rules=[Edge(94, 46, end)], areas=areas(x0=430, x1=490))
    assert (len(with_painted(block, COLUMNS)) == len(COLUMNS) + 1) is (end == 500)


def test_a_heading_over_coloured_places_is_theirs() -> None:
    """Without the column of colours the heading would be a part of its neighbour's."""
    head = [w for x, title in zip((50, 196, 226, 350), HEAD, strict=True) for w in words(title, x, 100)]
    rows = [w for n in range(5) for w in words(f"Boats of kind {n}", 50, 114 + 14 * n)]
    rows += [w for n in range(5) for x in (230, 350) for w in words(f"{n}4%", x, 114 + 14 * n)]
    fills = [Fill(Box(190, 104 + 14 * n, 222, 118 + 14 * n), RED) for n in range(5)]
    (grid,) = find_grids(page([*head, *rows], fills=fills))
    assert texts(grid)[0] == HEAD
    assert [c.fill for c in grid.cells if c.row > 0 and c.column == 1] == [RED] * 5


@pytest.mark.parametrize(
    ("sign", "chunks"), [("▲", 3), ("►", 3), ("•", 2), ("–", 2)], ids=["up", "right", "list mark", "dash"]
)
def test_an_arrow_behind_other_texts_is_no_list_mark(sign: str, chunks: int) -> None:
    text = [*words("Boats let", 50, 100), *words(sign, 150, 100), *words("Harbour master", 172, 100)]
    (made,) = printed_lines(text)
    assert len(made.chunks) == chunks


def test_a_sign_before_all_other_texts_is_a_list_mark() -> None:
    (made,) = printed_lines([*words("►", 50, 100), *words("Boats let", 72, 100)])
    assert len(made.chunks) == 1


@pytest.mark.parametrize("side", [MAX_MARK_PT, MAX_MARK_PT + 1])
def test_a_mark_lower_than_its_row_speaks_for_it(side: float) -> None:
    """Rows of five lines, a small square in the first of them; a larger area is none of the row's."""
    rows, fills = [], []
    for n in range(4):
        top = 100.0 + 58 * n
        rows += [*words(f"Q{n}", 50, top), *words(f"{n}4%", 300, top)]
        rows += [w for i, text in enumerate(LONG) for w in words(text, 90, top + 12 * i)]
        fills.append(Fill(Box(345, top - 8, 345 + side, top - 8 + side), RED))
    titles = zip((50, 90, 300, 430), ("Ref", "Measure", "Value", "Owner"), strict=True)
    head = [w for x, title in titles for w in words(title, x, 80, bold=True)]
    rows += [w for n in range(4) for w in words("Jo Kerr", 430, 100 + 58 * n)]
    (found,) = find_grids(page([*head, *rows], fills=fills))
    told = [cell.row for cell in found.cells if cell.fill == RED and not cell.text]
    assert len(told) == (4 if side <= MAX_MARK_PT else 0)
