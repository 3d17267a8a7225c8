"""How surely a table is one."""

from __future__ import annotations

import pytest
from find.drawn import lattice, page, words

from agendapack.extract.find import find_grids


@pytest.mark.parametrize(("few", "many"), [(1, 4), (4, 30)])
def test_more_rows_of_cells_side_by_side_are_believed_more(few: int, many: int) -> None:
    def belief(rows: int) -> float:
        text = [w for i in range(rows) for x in (64, 184) for w in words("cell", x, 112 + 20 * i)]
        (grid,) = find_grids(page(text, lattice([60, 180, 300], [98 + 20 * i for i in range(rows + 1)])))
        return grid.confidence

    assert belief(few) < belief(many) <= 1


def test_no_table_is_certain() -> None:
    text = [w for i in range(60) for x in (64, 184) for w in words("cell", x, 112 + 10 * i)]
    (grid,) = find_grids(page(text, lattice([60, 180, 300], [102 + 10 * i for i in range(61)])))
    assert 0.9 < grid.confidence < 1


def test_a_boxed_heading_over_aligned_rows_is_believed_for_its_share_of_the_rows() -> None:
    frame = lattice([60, 160, 260, 360], [100, 114])
    head = [w for x, t in ((64, "Service"), (164, "2023"), (264, "2024")) for w in words(t, x, 111)]
    body = [
        w
        for i in range(9)
        for x, t in ((64, "Parks"), (164, f"{310 + i}"), (264, f"{250 + i}"))
        for w in words(t, x, 126 + 13 * i)
    ]
    grids = find_grids(page([*head, *body], frame))
    apart = [g for g in grids if g.rows == 1]
    assert all(g.confidence <= 0.1 for g in apart)
    (rest,) = [g for g in grids if g.rows > 1]
    assert rest.confidence > 0.8


def test_figures_that_stand_in_no_column_are_hardly_believed() -> None:
    entries = (("Staffing", 100, 8), ("Consultation", 170, 3), ("Method", 102, 9), ("Next steps", 172, 5),
               ("Financial position", 240, 4), ("Background", 168, 6), ("Results", 99, 2))  # fmt: skip
    text = [
        w
        for i, (title, end, number) in enumerate(entries)
        for w in [*words(title, 60, 100 + 18 * i), *words(str(number), 60 + end, 100 + 18 * i)]
    ]
    grids = find_grids(page(text))
    assert grids and all(g.confidence < 0.5 for g in grids)
    assert all(g.confidence < 0.5 for g in find_grids(page(text)))
