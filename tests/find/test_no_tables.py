"""What looks like a table and is none: prose, charts, boxes, white areas."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.budgets import BUDGET, only
from find.drawn import lattice, level, page, table, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Fill, Word

PROSE = (
    "The committee considered the report of the head of service and agreed that the work should go on",
    "until the end of the year when a further report will be brought to members with the results of the",
    "survey and the views of the ward councillors who have been asked to comment on the proposals made",
    "by residents at the meeting in the village hall and in the letters that the council has received",
)


def test_justified_lines_are_no_columns() -> None:
    text = []
    for n, line in enumerate(
        ("the scheme takes account of", "inflation and of demand in", "towns that the plan reflects")
    ):
        at = 60.0
        for word in line.split():
            text += words(word, at, 100 + 12 * n)
            at += 5 * len(word) + 10.5
    assert find_grids(page(text)) == []


@pytest.mark.parametrize("top", [93, 100], ids=["between the rows", "some ticks level with rows"])
def test_the_axis_of_a_chart_beside_a_table_is_no_part_of_it(top: float) -> None:
    text = table(BUDGET, [40, 160, 210])
    for i, tick in enumerate(("100", "80", "60", "40", "20", "0")):
        text += words(tick, 320, top + (13 if top == 93 else 21) * i, right=True)
    for i in range(4):
        text += words(str(2010 + i), 330 + 40 * i, top + (78 if top == 93 else 119))
    assert only(find_grids(page(text))) == BUDGET


def test_a_column_of_even_steps_is_no_axis() -> None:
    """Also above a row of figures: values stand beside each of them."""
    rows = [[f"Berth {n}", str(100 - 20 * n), str(7 + 3 * n)] for n in range(6)]
    assert only(find_grids(page(table(rows, [40, 160, 210])))) == rows


def justified(line: str, x0: float, x1: float, base: float) -> list[Word]:
    """A line of running text set to both margins, its words equally far apart."""
    parts = [words(part, 0, base)[0] for part in line.split()]
    gap = (x1 - x0 - sum(p.box.width for p in parts)) / (len(parts) - 1)
    at, made = x0, []
    for part in parts:
        made.append(replace(part, box=Box(at, part.box.top, at + part.box.width, part.box.bottom)))
        at += part.box.width + gap
    return made


NARROW = [
    "Harbour dues rose again last",
    "October, when larger ferries that",
    "skipped docking since spring came",
    "because quieter seasons allow more",
    "repairs, and another crane arrived",
    "towards winter, built north east",
]
NOT_TABLES = {
    "a narrow column set to both margins": [
        w for i, line in enumerate(NARROW) for w in justified(line, 60, 240, 100 + 13 * i)
    ],
    "running text": [w for i, line in enumerate(PROSE * 3) for w in words(line, 60, 100 + 13 * i, 9)],
    "two columns of text": [
        w
        for i, line in enumerate(PROSE * 3)
        for x in (60, 320)
        for w in words(" ".join(line.split()[:9]), x, 100 + 13 * i, 9)
    ],
    "numbered paragraphs": [
        w
        for i, line in enumerate(PROSE)
        for w in (*words(f"{i + 1}.1", 60, 100 + 26 * i), *words(line, 90, 100 + 26 * i, 9))
    ],
    "bullets": [
        w
        for i, line in enumerate(PROSE)
        for w in (*words("•", 60, 100 + 14 * i), *words(line, 80, 100 + 14 * i, 9))
    ],
    "contents": [
        w
        for i in range(8)
        for w in (
            *words(f"Chapter {i} . . . . . . . . .", 60, 100 + 16 * i),
            *words(str(3 * i + 1), 500, 100 + 16 * i),
        )
    ],
    "contents without dots": [
        w
        for i in range(8)
        for w in (*words(f"Chapter about {i}", 60, 100 + 16 * i), *words(str(3 * i + 1), 500, 100 + 16 * i))
    ],
    "contents whose numbers stand in no column": [
        w
        for i, (title, end) in enumerate(
            (
                ("Staffing", 100),
                ("Consultation", 170),
                ("Method", 102),
                ("Financial position", 240),
                ("Background", 168),
                ("Results", 99),
                ("Next steps", 172),
            )
        )
        for w in (*words(title, 60, 100 + 18 * i), *words(str(2 + 3 * i), 60 + end, 100 + 18 * i))
    ],  # fmt: skip
    "axes of a chart": [
        w
        for i in range(6)
        for w in (*words(str(100 - 20 * i), 80, 100 + 30 * i), *words(f"0.{6 - i}", 400, 100 + 30 * i))
    ],
    "a label line": [*words("Wards affected:", 60, 100), *words("All", 200, 100)],
    "nothing": [],
}


@pytest.mark.parametrize("name", NOT_TABLES)
def test_no_table_is_found_in(name: str) -> None:
    assert find_grids(page(NOT_TABLES[name])) == []


def test_white_areas_behind_words_of_a_white_page_are_no_rules() -> None:
    text = [w for i, line in enumerate(PROSE) for w in words(line, 60, 100 + 26 * i, 9)]
    marked = text[2:6]
    behind = [Fill(Box(w.box.x1, 91, w.box.x1 + 3, 104), (255, 255, 255)) for w in marked]
    link = level(102, marked[0].box.x0, marked[-1].box.x1)
    assert find_grids(page(text, [link], behind)) == []


def test_a_box_around_a_paragraph_is_no_table() -> None:
    text = [w for i, line in enumerate(PROSE) for w in words(line, 64, 112 + 13 * i, 9)]
    assert find_grids(page(text, lattice([60, 560], [98, 170]))) == []


def test_a_lattice_with_hardly_a_word_in_it_is_a_chart() -> None:
    rules = lattice([60 + 40 * i for i in range(9)], [100 + 20 * i for i in range(9)])
    ticks = [w for i in range(4) for w in words(str(i), 70, 114 + 40 * i)]
    assert find_grids(page(ticks, rules)) == []
