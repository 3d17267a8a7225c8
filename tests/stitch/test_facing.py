"""Wide tables that go on with more columns on the facing page."""

from __future__ import annotations

import pytest
from sheets import grid, texts

from agendapack.extract.model import Page, Table
from agendapack.extract.stitch import stitch

LEFT = ["*Ref | *Measure | *2031", "QA 1 | Ships | 4", "QA 2 | Cranes | 5", "QA 3 | Ferries | 6"]
RIGHT = ["*Ref | *2032 | *Target", "QA 1 | 14 | 9", "QA 2 | 15 | 8", "QA 3 | 16 | 7"]
BAND = "Deep water | < | <"


def tables(left: list[str], right: list[str]) -> list[Table]:
    pages = [Page(n, 595.0, 842.0) for n in (1, 2)]
    return stitch(
        pages,
        [grid(*left, page=1), grid(*right, page=2, widths=(60, 120, 90)[: right[0].count("|") + 1])],
        {1: [], 2: []},
    )


def test_columns_of_the_same_rows_on_the_facing_page_are_joined() -> None:
    (wide,) = tables(LEFT, RIGHT)
    assert texts(wide.rows, 5)[1] == "QA 1 | Ships | 4 | 14 | 9"
    assert (wide.page, wide.last_page, wide.header_rows) == (1, 2, 1)
    assert [c.page for c in wide.rows[1].cells] == [1, 1, 1, 2, 2]


def test_a_heading_between_rows_spans_the_columns_of_both_pages() -> None:
    (wide,) = tables([*LEFT[:2], BAND, *LEFT[2:]], [*RIGHT[:2], BAND, *RIGHT[2:]])
    assert [(row.kind, row.cells[0].column_span) for row in wide.rows][2] == ("band", 5)


@pytest.mark.parametrize(
    "right",
    [
        [RIGHT[0], RIGHT[2], RIGHT[1], RIGHT[3]],
        RIGHT[:3],
        ["*Code | *2032 | *Target", *RIGHT[1:]],
        [row.replace("QA", "1") for row in RIGHT],
        ["*Ref | *2031 | *Measure", *RIGHT[1:]],
    ],
    ids=["another order", "a row less", "another title", "figures for refs", "no new columns"],
)
def test_other_tables_stay_two(right: list[str]) -> None:
    assert len(tables(LEFT, right)) == 2


LEVEL = [line.partition(" | ")[2] for line in RIGHT]


def test_rows_on_one_level_are_joined_without_refs_on_the_facing_page() -> None:
    (wide,) = tables(LEFT, LEVEL)
    assert texts(wide.rows, 5)[1] == "QA 1 | Ships | 4 | 14 | 9"
    assert (wide.page, wide.last_page, wide.columns) == (1, 2, 5)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (LEFT, LEVEL[:3]),
        (LEFT, [*LEVEL[:3], "15 / tons | 7"]),
        (LEFT, ["*Ferry | *Target", "Aldis | 9", "Bream | 8", "Coble | 7"]),
        ([row.replace("QA", "1") for row in LEFT], LEVEL),
        (LEFT, ["*2031 | *Target", *LEVEL[1:]]),
        (LEFT[:3], LEVEL[:3]),
    ],
    ids=["a row less", "a taller row", "names of its own", "figures for refs", "a title again", "two rows"],
)
def test_rows_that_only_look_level_stay_two_tables(left: list[str], right: list[str]) -> None:
    assert len(tables(left, right)) == 2


def test_a_pack_without_tables_has_none() -> None:
    assert stitch([Page(1, 595.0, 842.0)], [], {1: []}) == []


@pytest.mark.parametrize(("lower", "count"), [(0.75, 1), (1.25, 2)])
def test_rows_stand_on_one_level_to_a_point(lower: float, count: int) -> None:
    right = grid(*LEVEL, page=2, top=100.0 + lower, widths=(120, 90))
    assert len(stitch([Page(1, 595, 842), Page(2, 595, 842)], [grid(*LEFT), right], {1: [], 2: []})) == count
