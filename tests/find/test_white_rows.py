"""Tables striped cell by cell: the white rows are rows of the table, however high they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.lattice.stripes import across_white, columns_of, keeps, parted_rows, stripes
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.model import Box, Fill, Page, Word

XS = [50.0, 110.0, 320.0, 420.0, 545.0]
HEAD = ["Ref", "Step", "Due", "Led by"]
SHADE = (240, 240, 248)
PITCH, PAD = 12.0, 3.5


def row(ref: str, lines: int, due: str = "May 2031", lead: str = "A. Tern") -> list[str]:
    """A row whose text takes so many lines."""
    return [ref, "\n".join(f"dredge the outer basin {n}" for n in range(lines)), due, lead]


def striped(rows: list[list[str]], coloured: set[int], top: float = 120.0, bold_head: bool = True) -> Page:
    """The rows under one another, the cells of some coloured."""
    text: list[Word] = []
    fills: list[Fill] = []
    y = top
    for i, cells in enumerate(rows):
        high = max(cell.count("\n") + 1 for cell in cells) * PITCH - 2 + 2 * PAD
        if i in coloured:
            fills += [Fill(Box(a, y, b, y + high), SHADE) for a, b in zip(XS[:-1], XS[1:], strict=True)]
        for x, cell in zip(XS, cells, strict=False):
            for n, line in enumerate(cell.split("\n")):
                base = y + PAD + 7.4 + n * PITCH
                text += words(line, x + 4, base, bold=bold_head and i == 0)
        y += high
    return page(text, fills=fills)


def found(drawn: Page) -> list[list[list[str]]]:
    return [texts(grid) for grid in find_grids(drawn)]


def flat(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in cells] for cells in rows]


@pytest.mark.parametrize("first", [1, 2], ids=["odd rows", "even rows"])
@pytest.mark.parametrize("lines", [[2, 2, 3, 2], [1, 4, 1, 5, 2], [6, 1, 6, 1, 6, 1], [2, 3]])
def test_white_rows_are_rows_of_the_table(lines: list[int], first: int) -> None:
    rows = [HEAD, *(row(f"B{n}", high) for n, high in enumerate(lines))]
    assert found(striped(rows, set(range(first, len(rows), 2)))) == [flat(rows)]


@pytest.mark.parametrize("top", [105.0, 109.0], ids=["close", "closer"])
def test_a_title_and_a_text_in_larger_letters_are_no_rows(top: float) -> None:
    """Also where little of the white in a coloured row is above its text."""
    rows = [HEAD, *([f"B{n}", "Moor", "May 2031", "A. Tern"] for n in range(4))]
    drawn = striped(rows, {2, 4}, bold_head=False)
    low = tuple(replace(f, box=Box(f.box.x0, f.box.top - 2, f.box.x1, f.box.bottom - 2)) for f in drawn.fills)
    bottom = 120 + 5 * (PITCH - 2 + 2 * PAD)
    around = words("Steps", 54, top, 16) + words("Dredging", 54, bottom + 14, 14)
    assert found(replace(drawn, words=(*drawn.words, *around), fills=low)) == [rows]


def test_a_figure_close_before_a_text_keeps_to_its_column() -> None:
    """The gap is that of a word, but the line has several texts side by side, and a border is in it."""
    rows = [HEAD, *([f"B{n}", "Moor the boats", "7", "A. Tern"] for n in range(4))]
    drawn = striped(rows, {2, 4})
    near = [w for w in drawn.words if w.text != "7"]
    near += [w for n in range(4) for w in words("7", 419, 120 + 17 * (n + 1) + PAD + 7.4, right=True)]
    moved = [
        replace(w, box=replace(w.box, x0=w.box.x0 - 2, x1=w.box.x1 - 2)) if w.box.x0 > 420 else w
        for w in near
    ]
    assert found(replace(drawn, words=tuple(moved))) == [rows]


def test_the_white_row_below_may_begin_above_its_label() -> None:
    rows = [HEAD, *([f"B{n}", "Moor the boats", "May 2031", "A. Tern"] for n in range(3))]
    drawn = striped(rows, {2})
    first, second = words("Moor the boats", 114, 181.9), words("and all others", 114, 193.9)
    beside = [
        w for x, t in zip(XS, ("B2", "", "May 2031", "A. Tern"), strict=False) for w in words(t, x + 4, 187.9)
    ]
    text = (*(w for w in drawn.words if w.box.top < 170), *first, *second, *beside)
    assert found(replace(drawn, words=text))[0][-1] == ["B2", "Moor the boats and all others", *rows[3][2:]]


@pytest.mark.parametrize("lines", [[2, 2, 3], [1, 5, 1]])
def test_the_rest_of_a_table_on_the_next_page_has_no_head(lines: list[int]) -> None:
    rows = [row(f"B{n}", high) for n, high in enumerate(lines)]
    assert found(striped(rows, {1}, bold_head=False)) == [flat(rows)]


def test_rows_mostly_empty_are_rows() -> None:
    rows = [HEAD, *(row(f"B{n}", 2 + n % 3, "", "") for n in range(6))]
    assert found(striped(rows, {1, 3, 5})) == [flat(rows)]


def test_a_heading_over_two_columns_stands_on_top() -> None:
    rows = [HEAD, *(row(f"B{n}", 3) for n in range(4))]
    drawn = striped(rows, {2, 4})
    over = words("Planned work", 390, 118, bold=True) + words("Harbour", 60, 118) + words("Quay", 200, 118)
    first, *others = found(page([*over, *drawn.words], fills=drawn.fills))
    assert first[:2] == [["Harbour Ref", "Quay Step", "Planned work", ""], ["", "", "Due", "Led by"]]
    assert first[2:] == flat(rows)[1:]
    assert not others


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        (row("B2", 4), True),
        (["", "", "", ""], False),
        (["The second table lists what the harbour board still owes to others", "", "", ""], False),
        (["Table 2\nRef", "\nStep", "\nDue", "\nLed by"], False),
    ],
    ids=["a row", "white", "a sentence", "a title over a head"],
)
def test_only_a_row_between_coloured_ones_joins_them(between: list[str], joined: bool) -> None:
    drawn = striped([row("B1", 1), between, row("B3", 1)], {0, 2}, bold_head=False)
    assert bool(across_white(evidence(drawn))) == joined


def test_coloured_rows_of_other_columns_are_not_joined() -> None:
    text = striped([row("B1", 1), row("B2", 3), row("B3", 1)], set())
    fills = [Fill(Box(a, 120, b, 137), SHADE) for a, b in ((50, 110), (110, 320), (320, 545))]
    fills += [Fill(Box(a, 178, b, 195), SHADE) for a, b in ((50, 200), (200, 320), (320, 545))]
    assert not across_white(evidence(page(text.words, fills=fills)))


@pytest.mark.parametrize(
    ("cells", "borders"),
    [
        ([(50, 110), (110, 320), (320, 545)], [50, 110, 320, 545]),
        ([(50, 110), (111, 320), (322, 545)], [50, 110.5, 321, 545]),
        ([(50, 110), (120, 320), (330, 545)], None),
        ([(50, 300), (300, 545)], None),
    ],
    ids=["meeting", "hairlines between", "apart", "two cells"],
)
def test_coloured_cells_that_meet_are_a_stripe(
    cells: list[tuple[float, float]], borders: list[float] | None
) -> None:
    told = stripes([Box(a, 100, b, 120) for a, b in cells])
    assert [xs for _, xs in told] == ([borders] if borders else [])


@pytest.mark.parametrize(
    ("texts_at", "kept"),
    [
        ([("Ref", 54), ("Step", 114)], True),
        ([("A title that runs over all of the columns", 54)], False),
        ([("Ref", 54), ("Step", 114), ("Planned work of all", 390)], True),
        ([("Ref and then over the border", 54), ("Planned work of all", 390)], False),
        ([("Ref", 20), ("Step", 114)], False),
    ],
    ids=["inside", "a title", "a heading over two", "most across", "outside"],
)
def test_a_line_keeps_to_the_columns(texts_at: list[tuple[str, float]], kept: bool) -> None:
    (line,) = printed_lines([w for text, x in texts_at for w in words(text, x, 100)])
    assert keeps(line, XS) == kept


def test_lines_are_parted_where_white_is_high_and_columns_are_counted() -> None:
    text = [*words("Ref", 54, 100), *words("Step", 114, 112), *words("B1", 54, 131)]
    rows = parted_rows(printed_lines(text), 7.0)
    assert [[c.text for line in r for c in line.chunks] for r in rows] == [["Ref", "Step"], ["B1"]]
    assert columns_of(rows[0], XS) == {1, 2}
