"""What is printed in a ruled table reaches its cells as a reader sees it, from the PDF's own operators on."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.pdfs import page_of, text

from agendapack.extract.find import find_grids
from agendapack.extract.model import Grid
from agendapack.extract.read.mend import mend

XS, YS = (40, 140, 240, 340), (240, 220, 200, 180, 160)
LINES = "".join(f"{x} 160 m {x} 240 l S\n" for x in XS) + "".join(f"40 {y} m 340 {y} l S\n" for y in YS)
LABELS = ("Service", "Target", "Latest"), ("Parks", "38", "41"), ("Waste", "12", "15")
SOUND = LINES + "".join(
    text(label, 44 + 100 * column, 226 - 20 * row, 10)
    for row, labels in enumerate(LABELS)
    for column, label in enumerate(labels)
)
"""The last row is left free, from (44, 166) on."""


def tj(array: str) -> str:
    return f"BT /F1 10 Tf 44 166 Td [{array}] TJ ET\n"


def texts(grid: Grid) -> list[tuple[str, ...]]:
    """The grid's rows, each a tuple of three texts."""
    texts = {(c.row, c.column): c.text for c in grid.cells}
    return [tuple(texts.get((row, column), "") for column in range(3)) for row in range(grid.rows)]


CASES = {
    # what is printed in the free row, seen, hidden
    "letter-spaced by typed spaces": (text("P U R P O S E", 44, 166, 10), ["PURPOSE"], []),
    "letter-spaced by Tc": (text("PURPOSE", 44, 166, 10, how="4 Tc"), ["PURPOSE"], []),
    "letter-spaced by gaps": (tj(" -350 ".join(f"({c})" for c in "PURPOSE")), ["PURPOSE"], []),
    "glyph by glyph": (
        "".join(text(c, 44 + 5.56 * i, 166, 10) for i, c in enumerate("phone")), ["phone"], [],
    ),
    "ligature": (tj("(\\256gures)"), ["figures"], []),
    "drawn twice": (text("117", 44, 166, 10) + text("117", 44.3, 166, 10), ["117"], []),
    "drawn and filled twice": (text("117", 44, 166, 10, how="2 Tr") + text("117", 44, 166, 10), ["117"], []),
    "footnote mark": (text("38", 44, 166, 10) + text("1", 55.6, 170, 6), ["38"], []),
    "footnote mark by rise": ("BT /F1 10 Tf 44 166 Td (38) Tj /F1 6 Tf 4 Ts (1) Tj ET\n", ["38"], []),
    "render mode 3": (text("117", 44, 166, 10, how="3 Tr"), [], ["117"]),
    "white on white": ("1 g " + text("117", 44, 166, 10) + "0 g\n", [], ["117"]),
    "nearly white on white": ("0.99 g " + text("117", 44, 166, 10) + "0 g\n", [], ["117"]),
    "white on a dark cell": ("0.4 g 40 160 100 20 re f 1 g " + text("117", 44, 166, 10), ["117"], []),
    "clipped away": ("q 300 20 30 30 re W n\n" + text("117", 44, 166, 10) + "Q\n", [], ["117"]),
    "covered": (text("117", 44, 166, 10) + "1 g 41 161 98 18 re f 0 g\n", [], ["117"]),
    "covered in colour": (text("117", 44, 166, 10) + "0.8 0.9 1 rg 41 161 98 18 re f 0 g\n", [], ["117"]),
    "covered and set anew": (
        text("117", 44, 166, 10) + text("Waste and parks", 40, 100) + "1 g 41 161 98 18 re f 0 g\n"
        + text("118", 44, 166, 10), ["118"], ["117"],
    ),
    "no size": (text("117", 44, 166, 0), [], []),
    "tiny": (text("117", 44, 166, 0.1), [], ["117"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_cell_holds_what_is_seen(tmp_path: Path, name: str) -> None:
    content, seen, hidden = CASES[name]
    (page,) = mend([page_of(tmp_path, SOUND + content)])
    (grid,) = find_grids(page)
    assert texts(grid) == [*LABELS, *((t, "", "") for t in seen)]
    assert [w.text for w in page.hidden] == hidden


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 190 165", "0 -1 1 0 190 235", "0.7 0.7 -0.7 0.7 150 165", "0.7 -0.7 0.7 0.7 150 235"]
)
def test_a_stamp_across_the_table_is_left_over(tmp_path: Path, matrix: str) -> None:
    stamp = f"0.6 g BT /F1 20 Tf {matrix} Tm (DRAFT) Tj ET 0 g\n"
    (grid,) = find_grids(page_of(tmp_path, SOUND + stamp))
    assert texts(grid) == [*LABELS]
    assert [w.text for w in grid.left_over] == ["DRAFT"]
