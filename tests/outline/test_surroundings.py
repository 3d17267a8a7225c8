"""Which heading stands right above a table: on its page, or at the foot of the page before."""

from __future__ import annotations

import pytest
from outline.typeset import column, page, put

from agendapack.extract.model import Box, Grid, Table, Word
from agendapack.extract.outline import outline
from agendapack.extract.outline.lines import lines
from agendapack.extract.outline.surroundings import Surroundings, paragraphs

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


# --- each limit on both sides ---------------------------------------------------------


@pytest.mark.parametrize(("white", "count"), [(7.0, 1), (10.0, 2)])
def test_lines_close_to_each_other_are_a_paragraph(white: float, count: int) -> None:
    words = put(60, 60, "Progress since May") + put(60, 71 + white, "is told below.")
    assert len(paragraphs(lines(page(1, words)))) == count


def test_the_nearest_paragraphs_are_kept() -> None:
    found = paragraphs(lines(page(1, *(put(60, 60 + 40 * i, f"Paragraph {i}") for i in range(15)))))
    assert found == [f"Paragraph {i}" for i in range(3, 15)]


def title_over(text: str, white: float) -> str:
    """What names a table with a text right above it; otherwise it is the heading further up."""
    pages = [page(1, put(60, 60, "Adults Directorate", "b", 14), TEXT, put(60, 300, text))]
    around = Surroundings(pages, (), outline(pages))
    return around.titles([table("t1", 1, 311 + white, 600)])["t1"]


@pytest.mark.parametrize(("letters", "white", "named"), [(160, 38, True), (161, 38, False), (160, 42, False)])
def test_a_short_text_close_above_names_a_table(letters: int, white: float, named: bool) -> None:
    text = "Berths let ".ljust(letters, "x")
    assert (title_over(text, white) == text) == named


@pytest.mark.parametrize(("white", "found"), [(53.0, True), (56.0, False)])
def test_a_key_stands_close_below(white: float, found: bool) -> None:
    pages = [page(1, put(60, 300 + white, "JK = Jo Kerr"))]
    around = Surroundings(pages, (), outline(pages)).of([table("t1", 1, 200, 300)])("t1")
    assert bool(around.below) == found
