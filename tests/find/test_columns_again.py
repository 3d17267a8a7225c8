"""Rows of one table with notes and headings between them, where no rule shows that they are one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import level, line, page, put, texts

from agendapack.extract.find import find_grids
from agendapack.extract.find.choose.around import rows_going_on
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.page.lines import Line, printed_lines
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.columns_again import (
    MAX_BETWEEN,
    MIN_AGAIN,
    MIN_COLUMNS,
    MOSTLY,
    NEAREST,
    SAME_PT,
    columns_again,
)
from agendapack.extract.model import Box, Grid, Word

XS = (50.0, 85.0, 260.0, 360.0, 420.0, 480.0)
HEAD = ("*Ref", "*What we count", "*Who reports it", "*2030/31", "*2031/32", "*Aim")
ROWS = (
    ("QA1", "Berths let", "Jo Kerr", "58%", "61%", "60%"),
    ("QA2", "Cranes out of use at noon", "Pat Voss", "4", "5", "2"),
    ("QB1", "Tugs at sea by the morning tide", "Ed Quill", "12", "14", "15"),
    ("QB2", "Buoys painted in the year", "Ann Ward", "31", "28", "40"),
    ("QB3", "Ropes renewed on the north quay", "Jo Kerr", "71", "66", "75"),
)
NOTES = (
    "A second harbour master has been at work since July, so that lettings are quicker than they were.",
    "Two cranes wait for parts from abroad; they were built before the war, and nobody makes such parts now.",
)


def sheet(*, notes: bool = True) -> list[Word]:
    """The head, two sections of rows, and a note below the first rows of each."""
    base = 80.0
    made = put(*((x, base, text) for x, text in zip(XS, HEAD, strict=True)))
    for at, cells in enumerate(ROWS):
        if at in (0, 2):
            base += 34
            made += put((50.0, base, ("*Quays", "*Open water")[at // 2]), size=14)
        base += 20
        made += put(*((x, base, text) for x, text in zip(XS, cells, strict=True)))
        if notes and at < 2:
            for half in (NOTES[at][:60], NOTES[at][60:]):
                base += 13
                made += put((85.0, base, half.strip()))
    return made


@pytest.mark.parametrize("notes", [False, True])
def test_notes_and_headings_do_not_part_a_table(notes: bool) -> None:
    (found,) = find_grids(page(sheet(notes=notes)))
    rows = texts(found)
    assert rows[0] == [text.removeprefix("*") for text in HEAD]
    assert [row for row in rows if row[0].startswith("Q") and row[2]] == [list(row) for row in ROWS]
    assert [row[0] for row in rows if not any(row[1:])] == ["Quays", "Open water"]


def three(base: float, *starts: float, said: str = "abc") -> Line:
    return line(base, *((x, f"{text}{base:.0f}") for x, text in zip(starts, said, strict=False)))


def chains(*lines: Line) -> list[int]:
    """How many rows each table has whose pieces are in several blocks, each of these lines a block."""
    return [len(found.rows) for found in columns_again([Block([one]) for one in lines], lines)]


@pytest.mark.parametrize(("apart", "tables"), [(SAME_PT, [2]), (SAME_PT + 1, [])])
def test_texts_of_a_column_begin_or_end_together(apart: float, tables: list[int]) -> None:
    assert chains(three(100, 50, 150, 250), three(120, 50, 150, 250 + apart)) == tables


@pytest.mark.parametrize("columns", [MIN_COLUMNS - 1, MIN_COLUMNS])
def test_so_many_columns_are_told(columns: int) -> None:
    xs = [50.0 + 100 * n for n in range(columns)]
    assert bool(chains(three(100, *xs), three(120, *xs))) is (columns >= MIN_COLUMNS)


@pytest.mark.parametrize("off", [1, 2])
def test_most_texts_of_a_row_stand_under_those_of_another(off: int) -> None:
    xs = [50.0 + 80 * n for n in range(5)]
    moved = [x + 20 * (n < off) for n, x in enumerate(xs)]
    assert bool(chains(three(100, *xs, said="abcde"), three(120, *moved, said="abcde"))) is (
        5 - off >= 5 * MOSTLY
    )


@pytest.mark.parametrize("between", [MAX_BETWEEN, MAX_BETWEEN + 1])
def test_so_many_lines_may_stand_between(between: int) -> None:
    notes = [line(110.0 + 10 * n, (50, f"note {n}")) for n in range(between)]
    rows = chains(three(100, 50, 150, 250), *notes, three(180, 50, 150, 250))
    assert bool(rows) is (between <= MAX_BETWEEN)


@pytest.mark.parametrize("shared", [MIN_AGAIN - 1, MIN_AGAIN])
def test_titles_again_begin_another_table(shared: int) -> None:
    head, other = ["Ref", "Who", "When"], [*["Ref", "Who"][:shared], *["Sum", "Owner", "By"][shared:]][:3]
    rows = [
        line(100.0 + 20 * n, *zip((50, 150, 250), row, strict=True))
        for n, row in enumerate((head, ["a1", "b1", "c1"], other, ["a2", "b2", "c2"]))
    ]
    assert chains(*rows) == ([4] if shared < MIN_AGAIN else [2, 2])


@pytest.mark.parametrize("above", [NEAREST - 1, NEAREST])
def test_a_row_is_held_against_the_nearest(above: int) -> None:
    wide = [50.0 + 60 * n for n in range(6)]
    first, own = wide[:3], wide[3:]
    rows = [three(100, *wide, said="abcdef"), *(three(110.0 + 10 * n, *first) for n in range(above))]
    last = three(200, *own, said="xyz")
    assert chains(*rows, last) == [above + 2 if above < NEAREST else above + 1]


def test_a_head_in_bold_begins_another_table() -> None:
    rows = [(("Ref", "Who", "When"), True), (("a1", "b1", "c1"), False), (("No", "Lead", "By"), True)]
    lines = [
        printed_lines(
            put(*((x, 100.0 + 20 * n, "*" * bold + t) for x, t in zip((50, 150, 250), row, strict=True)))
        )[0]
        for n, (row, bold) in enumerate(rows)
    ]
    assert chains(*lines) == [2]


@pytest.mark.parametrize(
    ("method", "between", "told"),
    [("aligned", MAX_BETWEEN, 1.0), ("aligned", MAX_BETWEEN + 1, 0.0), ("ruled", MAX_BETWEEN, 0.0)],
)
def test_a_table_that_leaves_out_a_row_of_its_columns(method: str, between: int, told: float) -> None:
    xs = (50.0, 150.0, 300.0)
    rows = [*((x, 100.0 + 14 * n, f"{t}{n}") for n in range(3) for x, t in zip(xs, "abc", strict=True))]
    notes = [(150.0, 140.0 + 14 * n, "noted") for n in range(between)]
    last = [(x, 160.0 + 14 * between, t) for x, t in zip(xs, "xyz", strict=True)]
    seen = evidence(page(put(*rows, *notes, *last)))
    grid = Grid(1, Box(45, 90, 400, 132), 3, 3, (), method, "")
    assert rows_going_on(grid, seen) == told


@pytest.mark.parametrize("italic", [False, True])
def test_a_note_across_the_columns_does_not_join_the_cells_above_it(italic: bool) -> None:
    """Rules stand between the rows, each with its note; a short one in italics has all the room too."""
    made, rules, base = (
        put(*((x, 80.0, text) for x, text in zip(XS, HEAD, strict=True))),
        [level(86, 46, 505)],
        86.0,
    )
    notes = [*NOTES, "Counted in May", "Not counted", "By hand"] if italic else [*NOTES, *NOTES, NOTES[0]]
    for cells, note in zip(ROWS, notes, strict=True):
        made += put(*((x, base + 16, text) for x, text in zip(XS, cells, strict=True)))
        said = put((85.0, base + 30, note), size=8)
        made += [replace(word, italic=italic) for word in said]
        base += 38
        rules.append(level(base, 46, 505))
    (found,) = find_grids(page(made, rules))
    assert [row for row in texts(found) if row[0].startswith("Q")] == [list(row) for row in ROWS]
    told = [cell for cell in found.cells if cell.text in notes]
    assert len(told) == len(ROWS) and all(cell.column_span > 1 for cell in told)
