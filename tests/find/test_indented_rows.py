"""Rows whose rules begin farther in than the headings over them."""

from __future__ import annotations

import pytest
from find.drawn import level, page, texts, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Page, Rule

LEFT, INDENT, RIGHT = 60.0, 76.0, 400.0
INNER = [220.0, 320.0]
GROUPS = [
    ("Keep the harbour open", ["Dredge the quay", "Paint the crane"]),
    ("Sell more fish", ["Open the hall"]),
]


def drawn(stop: float = INDENT, over: str = "") -> Page:
    """Headings from the left side of the table, rows between rules from `stop` on; `over` crosses one."""
    text, rules, y = (
        [*words("Task", 84, 114, bold=True), *words("Due", 224, 114, bold=True)],
        list[Rule](),
        100.0,
    )
    text += words("Lead", 324, 114, bold=True)
    rules += [level(y, LEFT, RIGHT), level(y + 20, LEFT, RIGHT)]
    rules += [upright(x, y, y + 20) for x in (LEFT, *INNER, RIGHT)]
    y += 20
    for heading, rows in GROUPS:
        text += [*words(heading, 64, y + 14), *words("2031", 224, y + 14)]
        rules += [upright(x, y, y + 20) for x in (LEFT, *INNER, RIGHT)]
        y += 20
        for task in rows:
            rules.append(level(y, stop, RIGHT))
            text += [*words(task, 84, y + 14), *words("May", 224, y + 14), *words("Clerk", 324, y + 14)]
            rules += [upright(x, y, y + 20) for x in (LEFT, INDENT, *INNER, RIGHT)]
            y += 20
        rules.append(level(y, stop, RIGHT))
    rules.append(level(y, LEFT, RIGHT))
    if over:
        text += words(over, 64, 144)  # its letters stand on both sides of the first indented rule
    return page(text, rules)


def test_each_heading_and_each_row_is_a_row_of_the_table() -> None:
    (grid,) = find_grids(drawn())
    rows = [[t for t in row if t] for row in texts(grid)]
    assert rows == [
        ["Task", "Due", "Lead"],
        ["Keep the harbour open", "2031"],
        ["Dredge the quay", "May", "Clerk"],
        ["Paint the crane", "May", "Clerk"],
        ["Sell more fish", "2031"],
        ["Open the hall", "May", "Clerk"],
    ]


@pytest.mark.parametrize(("over", "rows"), [("", 6), ("Quay", 5)])
def test_a_text_across_the_place_of_a_rule_is_not_cut(over: str, rows: int) -> None:
    (grid,) = find_grids(drawn(over=over))
    assert len({cell.row for cell in grid.cells if cell.text and cell.column < 2}) == rows
