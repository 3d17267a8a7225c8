"""Which heading stands right above a table: on its page, or at the foot of the page before."""

from __future__ import annotations

import pytest
from outline.typeset import column, page, put

from agendapack.extract.model import Box, Grid, Table, Word
from agendapack.extract.outline import outline
from agendapack.extract.outline.surroundings import Surroundings

TEXT = column(60, 60, *["The text of the report that runs on over the page and says much"] * 4)
HEAD = put(60, 200, "Adults Directorate", "b", 14)


def table(name: str, on: int, top: float, bottom: float) -> Table:
    box = Box(60, top, 500, bottom)
    return Table(name, on, on, box, 3, (), (Grid(on, box, 1, 3, (), "ruled"),))


def heading_over(first: list[list[Word]], second: list[list[Word]], top: float) -> str:
    """The text of the heading over a table on the second page, with another at the head of the first."""
    pages = [page(1, *first), page(2, *second)]
    tables = [table("t1", 1, 20, 50), table("t2", 2, top, top + 100)]
    around = Surroundings(pages, (), outline(pages)).of(tables)("t2")
    return around.heading.text if around.heading else ""


@pytest.mark.parametrize(
    ("first", "second", "top", "wanted"),
    [
        ([TEXT], [TEXT, HEAD], 220, "Adults Directorate"),
        ([TEXT], [TEXT, HEAD], 300, ""),  # too far below
        ([TEXT], [HEAD, put(60, 230, "Progress is told below.")], 250, ""),  # a line between
        ([TEXT, HEAD], [], 60, "Adults Directorate"),
        ([HEAD, column(60, 240, "A closing line of the page.")], [], 60, ""),
        ([TEXT], [], 60, ""),
    ],
)
def test_the_heading_right_above(
    first: list[list[Word]], second: list[list[Word]], top: float, wanted: str
) -> None:
    assert heading_over(first, second, top) == wanted
