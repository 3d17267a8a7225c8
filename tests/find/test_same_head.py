"""A head that comes again on a page begins a table, be it of one row."""

from __future__ import annotations

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.same_head import under_one_head
from agendapack.extract.model import Word

XS = (60.0, 130.0, 330.0, 400.0, 475.0)
HEAD = ["Reference", "Key action", "Risk ref", "Lead officer", "Target date"]
FULL = [
    HEAD,
    ["QA 01", "Dredge the north berth before / the trawlers return", "R 6-1", "Jan Voss", "May 2031"],
    ["QA 02", "Survey the slipway and its gates", "R 6-2", "Ed Quill", "June 2031"],
]
LONE = [
    HEAD,
    [
        "QA 03",
        "Let the cold store to those / who land their catch / here, by way of a lease / of ten years",
        "R 6-2",
        "Jan Voss",
        "July 2031",
    ],
]
OTHER = [HEAD, ["QA 04", *LONE[1][1:]]]


def block(rows: list[list[str]], top: float) -> tuple[list[Word], float]:
    """Rows of cells, lines of a cell parted by " / ", the head bold; and the first base below."""
    made: list[Word] = []
    for n, row in enumerate(rows):
        cells = [cell.split(" / ") for cell in row]
        for x, lines in zip(XS, cells, strict=True):
            for i, line in enumerate(lines):
                made += words(line, x, top + 12 * i, 9, bold=n == 0)
        top += 12 * max(map(len, cells)) + 6
    return made, top


def found(*tables: list[list[str]], gap: float = 60.0) -> list[list[list[str]]]:
    text: list[Word] = []
    base = 100.0
    for n, rows in enumerate(tables):
        text += words(f"Divisional objective {n + 1}: a harbour that serves all who live by it", 60, base, 9)
        made, base = block(rows, base + 40)
        text += made
        base += gap
    return [texts(grid) for grid in find_grids(page(text))]


def flat(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace(" / ", " ") for cell in row] for row in rows]


@pytest.mark.parametrize("tables", [(FULL, LONE), (LONE, FULL), (FULL, LONE, OTHER), (LONE, OTHER)])
def test_a_row_alone_under_a_head_that_comes_again_is_a_table(tables: tuple[list[list[str]], ...]) -> None:
    assert found(*tables) == [flat(rows) for rows in tables]


def test_under_bold_headings_of_its_own_it_is_one_too() -> None:
    unlike = [["Number", "What we do", "Threat", "Who leads", "By when"], LONE[1]]
    assert found(FULL, unlike) == [flat(FULL), flat(unlike)]


def test_headings_at_other_places_are_another_head() -> None:
    moved = [words(t, x + 9, 500, 9, bold=True) for t, x in zip(HEAD, XS, strict=True)]
    row, _ = block(LONE[1:], 512)
    full, _ = block(FULL, 100)
    text = [*full, *(w for part in moved for w in part), *row]
    assert len(find_grids(page(text))) == 1


def lines_of(*rows: str) -> Block:
    """Rows of cells parted by " | ", a line each."""
    text = [
        word
        for n, row in enumerate(rows)
        for x, cell in zip(XS, row.split(" | "), strict=False)
        for word in words(cell, x, 100 + 14 * n, 9)
    ]
    return Block(printed_lines(text))


@pytest.mark.parametrize(("head", "again"), [("Ref | Deed", 0), ("Ref | Deed | Threat", 2)])
def test_few_headings_may_come_again_by_chance(head: str, again: int) -> None:
    both = [lines_of(head, "QA 01 | Dredge"), lines_of(head, "QA 02 | Survey")]
    assert len(list(under_one_head(both))) == again


@pytest.mark.parametrize(("above", "again"), [(2, 2), (3, 0)])
def test_a_head_has_few_lines_above_it(above: int, again: int) -> None:
    head = "Ref | Deed | Threat"
    own = lines_of(*["A plan"] * above, head, "QA 01 | Dredge | None")
    found = list(under_one_head([own, lines_of(head, "QA 02 | Survey | Silt")]))
    assert len(found) == again
    assert [len(one.block.lines) for one in found] == [2] * again
