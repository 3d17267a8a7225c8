"""Rows and columns that alignment alone shows: cells in the middle of rows, columns that almost touch."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from find.drawn import words

from agendapack.extract.find.page.lines import Chunk, Line, chunk_of, printed_lines
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.page.text_columns import flows
from agendapack.extract.find.stream.centred_rows import centred_groups
from agendapack.extract.find.stream.columns import narrow_cuts
from agendapack.extract.model import Word

PITCH = 12.0
FIGURES = ["7", "12", "1,204", "98", "310"]


def figure_and_text(figures: list[str], others: list[str], gap: float, right: bool = True) -> list[Line]:
    """Figures set up to x = 200, or from 170 on, and a text that far behind 200."""
    text: list[Word] = []
    for n, (figure, other) in enumerate(zip(figures, others, strict=True)):
        base = 100 + 14 * n
        text += words(figure, 200 if right else 170, base, right=right) + words(other, 200 + gap, base)
    return printed_lines(text)


STATES = ["Red", "Amber", "Green", "Red", "Blue"]
PEOPLE = ["A. Tern", "Clerk", "Pilot", "Skua", "Smith"]


@pytest.mark.parametrize("gap", [2.6, 3.3, 4.4])
@pytest.mark.parametrize("others", [STATES, PEOPLE])
def test_figures_set_right_and_texts_set_left_are_two_columns(others: list[str], gap: float) -> None:
    (cut,) = narrow_cuts(figure_and_text(FIGURES, others, gap))
    assert 200 < cut < 200 + gap


@pytest.mark.parametrize(
    ("figures", "others", "right"),
    [
        (FIGURES, ["days"] * 5, True),
        (["31"] * 5, ["March", "May", "June", "July", "April"], True),
        (FIGURES[:3], ["Red", "Amber", "Green"], True),
    ],
    ids=["a unit", "one width", "few"],
)
def test_a_figure_and_its_unit_are_one_column(figures: list[str], others: list[str], right: bool) -> None:
    assert not narrow_cuts(figure_and_text(figures, others, 2.6, right))


@pytest.mark.parametrize(("gap", "cuts"), [(1.5, 1), (2.5, 0)], ids=["less than a space", "a space"])
def test_less_white_than_a_word_space_parts_figures_of_one_width_from_texts(gap: float, cuts: int) -> None:
    lines = figure_and_text(["648"] * 5, STATES, gap)
    names = printed_lines([w for i in range(5) for w in words("Quay and Slipway of Skua", 300, 100 + 14 * i)])
    assert len(narrow_cuts([*lines, *names])) == cuts


def centred(rows: list[list[int]], white: float) -> list[RowLine]:
    """Rows of cells with so many lines each, in the middle of their row, with so much white between rows."""
    lines: dict[float, dict[tuple[int, int], list[Chunk]]] = {}
    top = 100.0
    letters = count()
    for row in rows:
        middle = top + max(row) * PITCH / 2
        for column, high in enumerate(row):
            for n in range(high):
                base = round(middle + (n - (high - 1) / 2) * PITCH, 2)
                chunk = chunk_of(words(f"text{next(letters)}", 60 + 100 * column, base))
                lines.setdefault(base, {})[column, column] = [chunk]
        top += max(row) * PITCH + white
    return [RowLine(y - 7.4, y + 2.1, y, 10.0, cells) for y, cells in sorted(lines.items())]


MIXED = [[1, 2, 1], [1, 1, 1], [1, 4, 3], [1, 2, 2]]
HIGH = [[1, 3, 2], [1, 5, 2], [1, 1, 1]]


@pytest.mark.parametrize("white", [3.0, 5.0, 12.0])
@pytest.mark.parametrize("rows", [MIXED, HIGH])
def test_rows_whose_cells_are_in_the_middle_are_told_by_white(rows: list[list[int]], white: float) -> None:
    strips = centred(rows, white)
    found = centred_groups(strips, [False] * (len(strips) - 1))
    assert found is not None
    lines = [{strip.base for strip in row} for row in found]
    assert len(found) == len(rows)
    assert all(max(a) < min(b) for a, b in zip(lines, lines[1:], strict=False))


@pytest.mark.parametrize(("second", "found"), [([0, 2, 1, 1], 4), ([0, 2, 1, 0], None)])
def test_a_row_needs_no_label_where_most_columns_are_filled(second: list[int], found: int | None) -> None:
    lines = centred([[1, 3, 1, 1], second, [0, 4, 1, 1], [2, 2, 1, 1]], 9.0)
    groups = centred_groups(lines, [False] * (len(lines) - 1))
    bases = groups and [{line.base for line in row} for row in groups]
    apart = bases and len(bases) == 4 and all(max(a) < min(b) for a, b in pairwise(bases))
    assert bool(apart) is (found is not None)


def wide_row(base: float, ref: str, figures: list[str]) -> list[Word]:
    text = words(ref, 50, base) + words("Dredge the whole outer basin", 80, base)
    return text + [w for n, f in enumerate(figures) for w in words(f, 380 + 60 * n, base, right=True)]


@pytest.mark.parametrize(("rows", "found"), [([[1, 1], [1, 3], [1, 1]], 3), ([[1, 1], [1, 1]], None)])
def test_one_row_set_around_its_middle_shows_the_others(rows: list[list[int]], found: int | None) -> None:
    lines = centred(rows, 9.0)
    groups = centred_groups(lines, [False] * (len(lines) - 1))
    assert (groups and len(groups)) == found


def test_a_wide_gap_between_a_text_and_its_figures_is_no_gutter() -> None:
    text: list[Word] = []
    for n in range(8):
        text += wide_row(100 + 40 * n, f"R{n}", ["2", "14", "28", "Pilot"])
        for k in (1, 2):
            text += words("before the winter gales set in", 80, 100 + 40 * n + 12 * k)
    assert len(flows(printed_lines(text), [])) == 1


def test_two_columns_of_text_are_parted() -> None:
    text: list[Word] = []
    for n in range(12):
        text += words("the board heard of all that is", 50, 100 + 12 * n)
        text += words("done so that any vessel can berth", 300, 100 + 12 * n)
    assert len(flows(printed_lines(text), [])) == 2
