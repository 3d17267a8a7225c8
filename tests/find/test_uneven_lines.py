"""Labels and figures, or heads of more and fewer lines, stand beside each other on baselines of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import level, page, texts, words
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.lines import Line, printed_lines
from agendapack.extract.find.stream.uneven_lines import apart, together
from agendapack.extract.model import Word

XS = [60.0, 230.0, 290.0, 350.0]
ROWS = [
    ["Measure", "May", "June", "July"],
    ["Ferries on time", "91", "88", "90"],
    ["Moorings let", "112", "97", "131"],
    ["Lamps mended", "41", "55", "62"],
    ["Beaches swept", "12", "9", "15"],
]


def uneven(drop: float, pitch: float = 16.0) -> list[Word]:
    """The rows with their labels so much lower than their figures."""
    return [
        w
        for i, row in enumerate(ROWS)
        for j, text in enumerate(row)
        for w in words(text, XS[j] + 30 * (j > 0), 114 + pitch * i + drop * (j == 0), right=j > 0)
    ]


@pytest.mark.parametrize("drop", [-4.0, -3.2, 0.0, 3.2, 4.0])
def test_a_label_stands_beside_its_figures(drop: float) -> None:
    (grid,) = find_grids(page(uneven(drop)))
    assert texts(grid) == ROWS


@pytest.mark.parametrize("ruled", [False, True])
def test_heads_of_more_and_fewer_lines_are_centred_against_each_other(ruled: bool) -> None:
    heads = [["Ref"], ["Outturn of", "the past", "year"], ["Quarter", "one"], ["Status"]]
    text = [
        w
        for x, lines in zip(XS, heads, strict=True)
        for i, line in enumerate(lines)
        for w in words(line, x, 100 + 11 * (i - (len(lines) - 1) / 2))
    ]
    rows = [[f"KP {i}", f"{i}1", f"{i}7", "Green"] for i in range(1, 6)]
    text += [
        w
        for i, row in enumerate(rows)
        for x, t in zip(XS, row, strict=True)
        for w in words(t, x, 132 + 15 * i)
    ]
    rules = [level(y, 55, 400) for y in (84.0, 120.0)] if ruled else []
    (grid,) = find_grids(page(text, rules))
    assert texts(grid) == [["Ref", "Outturn of the past year", "Quarter one", "Status"], *rows]


def lines_of(places: Sequence[tuple[int, int]]) -> list[Line]:
    return printed_lines([w for x, y in places for w in words("pier", float(x), float(y))])


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(20, 200)), min_size=1, max_size=30))
def test_lines_put_together_come_apart_without_loss(places: list[tuple[int, int]]) -> None:
    lines = lines_of(places)
    joined = together(lines)
    wanted = sorted(id(w) for line in lines for c in line.chunks for w in c.words)
    for some in (joined, apart(joined)):
        assert sorted(id(w) for line in some for c in line.chunks for w in c.words) == wanted
        assert all(a.base <= b.base for a, b in zip(some, some[1:], strict=False))


def test_the_lines_of_a_text_stay_apart() -> None:
    lines = lines_of([(50, 100), (50, 111), (90, 122)])
    assert together(lines) == lines


@pytest.mark.parametrize("again", [True, False])
def test_a_heading_is_over_all_of_the_headings_that_come_again(again: bool) -> None:
    """Even where it stands right over the one in the middle."""
    kinds = ["Old", "New", "All"]
    heads = ["Boat", *kinds, *(kinds if again else ["Lent", "Sold", "Sunk"])]
    xs = [60.0, *(160.0 + 50 * i for i in range(6))]
    rows = [[f"Boat {i}", *(str(i * 3 + j) for j in range(6))] for i in range(1, 6)]
    text = [*words("Motor", 210, 100), *words("Sails", 360, 100)]
    for i, row in enumerate([heads, *rows]):
        text += [w for x, t in zip(xs, row, strict=True) for w in words(t, x, 111 + 13 * i)]
    (grid,) = find_grids(page(text))
    spans = [c.column_span for c in grid.cells if c.text in ("Motor", "Sails")]
    assert (spans == [3, 3]) is again


@pytest.mark.parametrize("value", ["7,250", "-"])
def test_a_currency_sign_at_the_left_of_its_cell_is_no_column(value: str) -> None:
    rows = [
        ["Scheme", "2031", "2032"],
        ["Quay", "250", value],
        ["Slip", "80", "90"],
        ["Pier", "45", "60"],
        ["Lamps", "12", "31"],
    ]
    text = [
        w
        for i, row in enumerate(rows)
        for j, t in enumerate(row)
        for w in words(t, 60 if j == 0 else 200 + 110 * j, 100 + 14 * i, right=j > 0)
    ]
    text += words("£", 350, 114)
    (grid,) = find_grids(page(text, [level(104, 60, 420)]))
    assert texts(grid) == [rows[0], ["Quay", "250", f"£ {value}"], *rows[2:]]
