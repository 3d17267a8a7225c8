"""Striped tables are read as a whole: unshaded heads, headings of groups and white rows are theirs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.choose.drawn import coloured_missed
from agendapack.extract.find.lattice.striped import striped_grids
from agendapack.extract.find.lattice.striped_runs import runs
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box, Fill, Grid, Page, Word

XS = [50.0, 150.0, 330.0, 430.0, 540.0]
HEAD = ["Berth", "Work", "Due", "Led by"]
SHADE = (238, 243, 248)
PITCH, PAD = 12.0, 4.0
Row = list[str]


def berth(n: int, lines: int = 1) -> Row:
    """A row whose work takes so many lines."""
    return [
        f"Berth {n}",
        "\n".join(f"Scrape and paint the piles {n}" for _ in range(lines)),
        "May 2031",
        "A. Tern",
    ]


def drawn(
    rows: list[Row],
    coloured: set[int],
    xs: list[float] = XS,
    *,
    whole: bool = False,
    above: dict[int, float] | None = None,
) -> Page:
    """Rows from 100 pt on, some coloured cell by cell or as a whole; a row of one text is a bold heading.

    `above` is white before a row, outside the table.
    """
    text: list[Word] = []
    fills: list[Fill] = []
    y = 100.0
    for i, row in enumerate(rows):
        y += (above or {}).get(i, 0.0)
        high = max(cell.count("\n") + 1 for cell in row) * PITCH - 2 + 2 * PAD
        if i in coloured:
            ends = [xs[0], xs[-1]] if whole or len(row) == 1 else xs
            fills += [Fill(Box(a, y, b, y + high), SHADE) for a, b in pairwise(ends)]
        for x, cell in zip(xs, row, strict=False):
            for n, line in enumerate(cell.split("\n")):
                text += words(line, x + 4, y + PAD + 7.4 + n * PITCH, bold=i == 0 or len(row) == 1)
        y += high
    return page(text, fills=fills)


def found(seen: Page) -> list[list[Row]]:
    return [texts(grid) for grid in find_grids(seen)]


def flat(rows: list[Row], columns: int = 4) -> list[Row]:
    """What is read of the rows: a heading over all columns is their only text."""
    return [[*(cell.replace("\n", " ") for cell in row), *[""] * (columns - len(row))] for row in rows]


@pytest.mark.parametrize("first", [1, 2], ids=["odd rows", "even rows"])
@pytest.mark.parametrize("whole", [False, True], ids=["cell by cell", "row by row"])
def test_headings_of_groups_do_not_tear_a_striped_table(first: int, whole: bool) -> None:
    rows = [
        HEAD,
        *([berth(9)] if first == 2 else []),
        ["Outer basin and the long mole"],
        *(berth(n, n % 3 + 1) for n in range(4)),
        ["Inner basin and its slip"],
    ]
    rows += [berth(n, 2) for n in range(4, 9)]
    assert found(drawn(rows, set(range(first, len(rows), 2)), whole=whole)) == [flat(rows)]


@pytest.mark.parametrize("first", [1, 2], ids=["odd rows", "even rows"])
def test_two_columns_of_long_texts_are_a_table_when_striped(first: int) -> None:
    long = "\n".join("every plank of the deck is looked at before the season" for _ in range(5))
    rows = [["Place", "What is done there"], *([f"Pier {n}", long] for n in range(5))]
    seen = drawn(rows, set(range(first, len(rows), 2)), [50.0, 150.0, 540.0])
    assert found(seen) == [flat(rows, 2)]


def test_the_last_white_row_may_leave_its_first_column_open() -> None:
    rows = [HEAD, *(berth(n, 2) for n in range(4)), ["", "Grease the winch", "June 2031", "B. Gull"]]
    assert found(drawn(rows, {2, 4})) == [flat(rows)]


@pytest.mark.parametrize(("shift", "more"), [(0.9, 1), (1.6, 0)])
def test_texts_under_the_last_band_are_its_table_s_where_they_begin_as_its_cells_do(
    shift: float, more: int
) -> None:
    seen = drawn([HEAD, *(berth(n, 2) for n in range(4))], {2, 4})
    last = max(fill.box.bottom for fill in seen.fills)
    below = [w for x in XS[1:3] for w in words("Grease", x + 4 + shift, last + PAD + 7.4)]
    (grid,) = striped_grids(evidence(page([*seen.words, *below], fills=seen.fills)))
    assert grid.rows == 5 + more


@pytest.mark.parametrize(("more", "tables"), [(5.4, 1), (5.6, 2)])
def test_a_text_further_from_a_band_than_rows_are_is_the_title_of_the_next_table(
    more: float, tables: int
) -> None:
    rows = [
        HEAD,
        *(berth(n) for n in range(3)),
        ["Works of the coming year"],
        *(berth(n) for n in range(5, 9)),
    ]
    striped = runs(evidence(drawn(rows, {1, 3, 5, 7}, above={4: more})))
    assert len(striped) == tables


def test_bands_of_other_columns_are_another_table() -> None:
    rows = [HEAD, *(berth(n) for n in range(6))]
    one = drawn(rows, {1, 3, 5})
    merged = [
        Fill(Box(f.box.x0, f.box.top, XS[2] if f.box.x0 == XS[0] else f.box.x1, f.box.bottom), SHADE)
        for f in one.fills
        if f.box.x0 != XS[1] or f.box.top < 180
    ]
    moved = [
        Fill(Box(a + 20 if a == XS[1] else a, f.box.top, f.box.x1, f.box.bottom), SHADE)
        for f in one.fills
        for a in [f.box.x0]
    ]
    late = [f if f.box.top < 180 else g for f, g in zip(one.fills, moved, strict=True)]
    assert [len(run.bands) for run in runs(evidence(page(one.words, fills=one.fills)))] == [3]
    assert [len(run.bands) for run in runs(evidence(page(one.words, fills=merged)))] == [3]
    assert [len(run.bands) for run in runs(evidence(page(one.words, fills=late)))] == [2, 1]


def test_coloured_headings_of_groups_are_no_stripes() -> None:
    rows = [
        HEAD,
        ["Outer basin"],
        *(berth(n) for n in range(3)),
        ["Inner basin"],
        *(berth(n) for n in range(3, 6)),
    ]
    assert runs(evidence(drawn(rows, {0, 1, 5}))) == []
    assert found(drawn(rows, {0, 1, 5})) == [flat(rows)]


@pytest.mark.parametrize(("apart", "missed"), [(2.9, 1.0), (3.1, 0.0)])
def test_a_band_on_top_of_a_table_and_as_wide_is_missed_by_it(apart: float, missed: float) -> None:
    band = Fill(Box(50, 100, 540, 118), SHADE)
    seen = evidence(page(words("Outer basin", 54, 112), fills=[band]))
    for box in (
        Box(50 + apart, 118, 540, 200),
        Box(50, 118 + apart, 540, 200),
        Box(50, 50, 540, 100 - apart),
    ):
        assert coloured_missed(Grid(1, box, 1, 1, (), "aligned"), seen) == missed


def test_a_heading_over_a_border_is_one_text_though_a_word_space_stands_on_it() -> None:
    rows = [HEAD, berth(1), ["Outer harbour basin then inner basin"], *(berth(n) for n in range(2, 7))]
    seen = drawn(rows, {1, 3, 5, 7}, [50.0, 142.0, 330.0, 430.0, 540.0])
    assert any(
        w.box.x1 < 142 < v.box.x0 for w in seen.words for v in seen.words if w.box.top == v.box.top and w.bold
    )
    (grid,) = striped_grids(evidence(seen))
    assert texts(grid) == flat(rows)


@pytest.mark.parametrize(
    ("white", "coloured", "count"), [(False, False, 1), (True, True, 1), (False, True, 0), (True, False, 1)]
)
def test_bold_bands_between_rows_that_are_not_are_no_stripes(white: bool, coloured: bool, count: int) -> None:
    seen = drawn([berth(n) for n in range(7)], {1, 3, 5})
    on = [any(f.box.holds(w.box.mid_x, w.box.mid_y) for f in seen.fills) for w in seen.words]
    text = [replace(w, bold=coloured if inside else white) for w, inside in zip(seen.words, on, strict=True)]
    assert len(runs(evidence(page(text, fills=seen.fills)))) == count


@pytest.mark.parametrize(("bold", "count"), [(True, 2), (False, 1)])
def test_a_head_between_two_bands_begins_another_table(bold: bool, count: int) -> None:
    both = [f"{a}\n{b}" for a, b in zip(HEAD, berth(5), strict=True)]
    seen = drawn([*(berth(n) for n in range(4)), both, *(berth(n) for n in range(6, 9))], {1, 3, 5, 7})
    text = [
        replace(w, bold=bold and w.text in " ".join(HEAD).split() and w.box.top < 185) for w in seen.words
    ]
    assert len(runs(evidence(page(text, fills=seen.fills)))) == count


@pytest.mark.parametrize("whole", [False, True], ids=["of coloured cells", "between texts"])
@pytest.mark.parametrize("columns", [2, 4])
def test_stripes_have_the_borders_of_two_columns_at_least(columns: int, whole: bool) -> None:
    """MIN_BORDERS: a band coloured as a whole has the two at its ends, and those that its texts show."""
    rows = [[f"Berth {n}", f"Scraped {n}", "May 2031", "A. Tern"][:columns] for n in range(8)]
    one = drawn(rows, {1, 3, 5, 7}, XS[: columns + 1], whole=whole)
    plain = page([replace(word, bold=False) for word in one.words], fills=one.fills)
    assert [len(run.xs) for run in runs(evidence(plain))] == [columns + 1]
