"""Rows of wrapped texts that no rule parts, and texts beside each other that share no rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.lines import Line, printed_lines, side
from agendapack.extract.find.page.shared_rows import share_rows
from agendapack.extract.find.page.text_columns import flows
from agendapack.extract.model import Word

PITCH = 11.0
LINE = "boats that leave the quay at dusk and"
HEAD = ["Measure", "Why we ask", "Target", "Owner"]
XS = (50.0, 250.0, 440.0, 520.0)
Heights = list[tuple[int, ...]]
UNEVEN: Heights = [(3, 1), (1, 4), (2, 3), (4, 1), (1, 2), (3, 2)]


def rows_of(heights: Heights, white: float, *, middle: bool = False) -> tuple[list[Word], list[list[str]]]:
    """Rows of texts of so many lines, their tops or their middles on one level; and what they say."""
    text: list[Word] = [w for x, title in zip(XS, HEAD, strict=True) for w in words(title, x, 100)]
    said = []
    tops = accumulate((max(row) * PITCH + white for row in heights), initial=100 + PITCH + white)
    for n, (row, top) in enumerate(zip(heights, tops, strict=False)):
        cells = [[f"Row {n} {LINE}", *[LINE] * (lines - 1)] for lines in row] + [["90%"], ["Pilot"]]
        for x, lines in zip(XS, cells, strict=True):
            down = (max(row) - len(lines)) / 2 if middle else 0
            for i, line in enumerate(lines):
                text += words(line, x, top + (i + down) * PITCH, 9.0)
        said.append([" ".join(lines) for lines in cells])
    return text, said


@pytest.mark.parametrize("white", [4.0, 12.0])
@pytest.mark.parametrize("middle", [False, True], ids=["from the top", "in the middle"])
def test_wrapped_texts_beside_each_other_are_cells_of_rows(white: float, middle: bool) -> None:
    text, said = rows_of(UNEVEN, white, middle=middle)
    (grid,) = find_grids(page(text, width=620))
    assert texts(grid) == [HEAD, *said]


def columns_of_text(left: list[int], right: list[int]) -> list[Word]:
    """Paragraphs of so many lines on each side of a page, parted by white."""
    text: list[Word] = []
    for x, paragraphs in ((50.0, left), (300.0, right)):
        base = 100.0
        for lines in paragraphs:
            for _ in range(lines):
                text += words(f"and {LINE} {LINE[:9]}", x, base, 9.0)
                base += PITCH
            base += 6.0
    return text


@pytest.mark.parametrize(
    ("left", "right"),
    [([5, 2, 6, 3], [3, 7, 2, 4]), ([4, 4, 4, 4], [4, 4, 4, 4]), ([16], [16]), ([3, 2, 9], [2, 3, 9])],
    ids=["each where the one above ends", "of one height", "without white", "level again by chance"],
)
def test_paragraphs_of_columns_share_no_rows(left: list[int], right: list[int]) -> None:
    lines = printed_lines(columns_of_text(left, right))
    halves = [[cut for line in lines if (cut := side(line, 290.0, at))] for at in (True, False)]
    assert not share_rows(*halves)
    assert len(flows(lines, [])) == 2


def halves_of(text: list[Word]) -> list[list[Line]]:
    """The lines on either side of the white between the first two columns."""
    lines = printed_lines(text)
    return [[cut for line in lines if (cut := side(line, 245.0, at))] for at in (True, False)]


@pytest.mark.parametrize(("em", "share"), [(0.1, False), (0.2, True)])
def test_more_white_parts_rows_than_lines(em: float, share: bool) -> None:
    assert share_rows(*halves_of(rows_of(UNEVEN, em * 9)[0])) is share


def _lowered(word: Word, by: float) -> Word:
    box = word.box
    return replace(word, box=replace(box, top=box.top + by, bottom=box.bottom + by))


@pytest.mark.parametrize(("em", "share"), [(0.2, True), (0.4, False)])
def test_texts_this_near_are_on_one_level(em: float, share: bool) -> None:
    heights: Heights = [(4, 1), (1, 4), (4, 1), (1, 4)]
    text = rows_of(heights, 14.0)[0]
    lower = [_lowered(w, em * 9) if w.box.x0 > 245 else w for w in text]
    assert share_rows(*halves_of(lower)) is share


@pytest.mark.parametrize(("rows", "found"), [(2, False), (3, True)])
def test_three_rows_of_uneven_texts_are_no_chance(rows: int, found: bool) -> None:
    halves = halves_of(rows_of(UNEVEN[:rows], 8.0)[0])
    assert share_rows(*halves) is found


@pytest.mark.parametrize(("extra", "found"), [(1, True), (3, False)], ids=["one on its own", "too many"])
def test_most_texts_stand_beside_another(extra: int, found: bool) -> None:
    text, _ = rows_of(UNEVEN[:5], 8.0)
    low = max(w.box.bottom for w in text)
    for n in range(extra):
        text += words(LINE, XS[0], low + 22 + 20 * n, 9.0)
    lines = printed_lines(text)
    halves = [[cut for line in lines if (cut := side(line, 245.0, at))] for at in (True, False)]
    assert share_rows(*halves) is found


def wordy(white: float, shift: float) -> list[Word]:
    """Three columns of paragraphs; each column begins so much lower than the one before."""
    text: list[Word] = []
    for n, heights in enumerate(UNEVEN[:5]):
        high = max(heights)
        for j, lines in enumerate((*heights, 2)):
            top = 100 + shift * j + sum(max(row) * PITCH + white for row in UNEVEN[:n])
            for i in range(min(lines, high)):
                text += words(
                    "One two six ten cat dog" if not i else "one two six ten cat dog",
                    (50.0, 230.0, 410.0)[j],
                    top + i * PITCH,
                    9.0,
                )
    return text


def test_wordy_cells_are_a_table_where_white_parts_the_rows() -> None:
    (grid,) = find_grids(page(wordy(8.0, 0.0)))
    assert (grid.rows, grid.columns) == (5, 3)


def test_wordy_columns_are_none_where_their_texts_begin_by_themselves() -> None:
    assert not find_grids(page(wordy(8.0, 14.0)))


def test_a_head_that_wraps_around_its_middle_ends_where_its_row_does() -> None:
    """Its second line holds a year over figures, and none of the others is a figure."""
    head = [["Ref"], ["What the harbour counts"], ["Year", "before"], ["2030/31"], ["Target", "2030/31"]]
    rows = [
        [[f"H{n}"], [f"Boats {n} and"] + [LINE] * (n % 3), [f"{n}5"], [f"{n}7"], [f"{n}9"]]
        for n in range(1, 7)
    ]
    text: list[Word] = []
    top = 100.0
    for row in [head, *rows]:
        high = max(map(len, row))
        for x, lines in zip((50.0, 90.0, 330.0, 400.0, 470.0), row, strict=True):
            for i, line in enumerate(lines):
                text += words(line, x, top + (i + (high - len(lines)) / 2) * PITCH, 9.0)
        top += high * PITCH + 7
    (grid,) = find_grids(page(text))
    assert texts(grid) == [[" ".join(cell) for cell in row] for row in [head, *rows]]


@pytest.mark.parametrize(("below", "last"), [(PITCH, "and back"), (PITCH + 8, "Row 5")], ids=["cell", "note"])
def test_the_last_label_goes_on_as_far_below_as_labels_wrap(below: float, last: str) -> None:
    text: list[Word] = []
    for n in range(6):
        for x, cell in zip((50.0, 330.0, 400.0), (f"Row {n} {LINE}", f"{n}1", f"{n}4"), strict=True):
            text += words(cell, x, 100 + 30 * n, 9.0)
        if n % 2 == 0:
            text += words("and back", 50.0, 100 + 30 * n + PITCH, 9.0)
    text += words("and back", 50.0, 100 + 30 * 5 + below, 9.0)
    (grid,) = find_grids(page(text))
    assert texts(grid)[-1][0].endswith(last) is (last == "and back")
    assert grid.rows == 6
