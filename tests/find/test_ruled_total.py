"""A rule above a total: it closes the rows above it and says nothing of the head."""

from __future__ import annotations

import pytest
from find.drawn import level, page, table, texts

from agendapack.extract.find import find_grids

XS = [50, 200, 280, 360]
HEAD = ["", "Budget", "Actual", "Forecast"]


@pytest.mark.parametrize(("rows", "found"), [(3, 5), (4, 6)])
def test_the_rows_above_a_ruled_total_are_no_header(rows: int, found: int) -> None:
    body = [[f"Grant {n}", f"5,6{n}0", f"2,8{n}5", f"5,6{n}0"] for n in range(rows)]
    text = table([HEAD, *body, ["Total", "7,858", "3,800", "7,730"]], XS)
    (grid,) = find_grids(page(text, [level(103.0 + 14 * rows, 50, 360)]))
    assert grid.rows == found


def test_two_lines_of_years_under_a_title_are_header_above_their_rule() -> None:
    head = [["Measure", "Years", "and", "rates"], ["", "2023", "2024", "2025"], ["", "1", "2", "3"]]
    body = [["Grants", "5,610", "2,805", "5,610"], ["Fees", "188", "81", "165"], ["Parks", "7", "8", "9"]]
    (grid,) = find_grids(page(table([*head, *body], XS), [level(132, 50, 360)]))
    assert grid.rows == 4
    assert texts(grid)[0] == ["Measure", "Years 2023 1", "and 2024 2", "rates 2025 3"]
