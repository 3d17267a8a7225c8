"""Which column of a table each column of its next part is: they drift, or are missing, from page to page."""

from __future__ import annotations

import pytest
from sheets import grid, rows, texts

from agendapack.extract.stitch.columns import intervals, match, one_to_one, remap

BASE = [(50, 150), (150, 350), (350, 450)]

CASES = [
    ("the same columns", [(50, 150), (150, 350), (350, 450)], [(0, 0), (1, 1), (2, 2)]),
    ("edges that drift", [(52, 146), (146, 356), (356, 449)], [(0, 0), (1, 1), (2, 2)]),
    ("an empty last column is missing", [(50, 150), (150, 350)], [(0, 0), (1, 1)]),
    ("an empty first column is missing", [(150, 350), (350, 450)], [(1, 1), (2, 2)]),
    ("a column over two of the table", [(50, 350), (350, 450)], [(0, 1), (2, 2)]),
    ("more columns than the table", [(50, 100), (100, 150), (150, 350), (350, 450)], None),
    ("a first column that goes on a little further left", [(15, 150), (150, 350)], [(0, 0), (1, 1)]),
    ("one that goes on much further", [(-5, 150), (150, 350)], None),
    ("another table further left", [(0, 100), (100, 300), (300, 400)], None),
    ("a narrow column inside a wide one", [(50, 90), (150, 350), (350, 450)], None),
    ("two columns inside one", [(50, 150), (150, 250), (250, 350)], None),
]


@pytest.mark.parametrize(("part", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_match(part: list[tuple[float, float]], expected: list[tuple[int, int]] | None) -> None:
    assert match(part, BASE) == expected


def test_one_to_one() -> None:
    assert one_to_one([(0, 0), (2, 2)])
    assert not one_to_one([(0, 1), (2, 2)])


@pytest.mark.parametrize(
    "printed",
    [
        ("Ref | Action | Due", "A 1 | Dredge | May"),
        ("Theme: Safe harbours | < | <", "A 1 | Dredge | May"),
        ("Theme: Safe harbours | < | <", "Docks | < | May"),
    ],
)
def test_intervals_start_with_each_column_and_end_with_the_table(printed: tuple[str, ...]) -> None:
    made = grid(*printed, widths=(60, 200, 80))
    found = intervals(made)
    assert len(found) == 3
    assert (found[0][0], found[-1][1]) == (made.box.x0, made.box.x1)
    assert found == sorted(found)


def test_remap_moves_cells_and_keeps_a_merged_cell_one_value() -> None:
    first, second = remap(rows("Docks | A 1", "^ | A 2"), [(1, 1), (2, 3)])
    assert texts([first], 4) == [" | Docks | A 1 | "]
    assert (first.cells[1].column_span, second.above[0]) == (2, first.cells[0])
    assert second.above[0] is first.cells[0]
