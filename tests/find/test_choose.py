"""Of several tables proposed for one place the set is taken that has most to speak for it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from find.drawn import lattice, level, page, texts, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.choose import propose
from agendapack.extract.find.choose.best import choices, chosen, places
from agendapack.extract.find.choose.clues import CLUES
from agendapack.extract.find.choose.propose import proposals
from agendapack.extract.find.choose.weigh import score, signs, together, weights
from agendapack.extract.find.page.evidence import Evidence, evidence
from agendapack.extract.find.stream.finder import aligned_grids
from agendapack.extract.model import Box, Cell, Fill, Grid, Page, Word

XS = [60.0, 130.0, 330.0, 460.0]
ROWS = [
    ["Ref", "Task", "Due"],
    ["QW 1", "Dredge the quay", "31/05/2031"],
    ["QW 2", "Paint the crane", "30/06/2031"],
    ["QW 3", "Light the pier", "31/07/2031"],
    ["QW 4", "Mend the slip", "31/08/2031"],
]
SHADE = (217, 226, 243)


def printed(rows: list[list[str]] = ROWS, pitch: float = 20.0) -> list[Word]:
    """The rows, the first of them bold."""
    return [
        w
        for i, row in enumerate(rows)
        for x, text in zip(XS, row, strict=False)
        for w in words(text, x + 4, 114 + pitch * i, bold=i == 0)
    ]


def striped(first: int, pitch: float = 20.0, left: float = XS[0]) -> Page:
    """The table with every other row coloured from `first` on, from `left` to the right border."""
    fills = [
        Fill(Box(left, 100 + pitch * i, XS[-1], 100 + pitch * (i + 1)), SHADE)
        for i in range(first, len(ROWS), 2)
    ]
    return page(printed(pitch=pitch), fills=fills)


@pytest.mark.parametrize("pitch", [20.0, 34.0])
def test_a_head_without_colour_belongs_to_its_stripes(pitch: float) -> None:
    (grid,) = find_grids(striped(1, pitch))
    assert texts(grid) == ROWS


@pytest.mark.parametrize("pitch", [20.0, 34.0])
@pytest.mark.parametrize("first", [0, 1, 2])
def test_stripes_part_no_head_from_its_rows(first: int, pitch: float) -> None:
    """Whether the head, the first row or the second is the first one coloured; the head cell by cell."""
    shaded = [Fill(Box(a, 100, b, 100 + pitch), SHADE) for a, b in pairwise(XS)]
    fills = [*striped(first or 2, pitch).fills, *(() if first else shaded)]
    (grid,) = find_grids(page(printed(pitch=pitch), fills=fills))
    assert texts(grid) == ROWS


def test_a_head_in_a_box_of_its_own_belongs_to_the_body() -> None:
    box = [*lattice([XS[0], XS[-1]], [100, 116]), *lattice(XS, [122 + 20.0 * i for i in range(5)])]
    text = [w if w.bold else _lowered(w, 4) for w in printed()]
    (grid,) = find_grids(page(text, box))
    assert texts(grid) == ROWS


def labelled() -> Page:
    """A frame that leaves the labels of its rows outside."""
    return page(printed(), lattice(XS[1:], [100 + 20.0 * i for i in range(6)]))


def test_labels_beside_a_frame_are_its_first_column() -> None:
    (grid,) = find_grids(labelled())
    assert texts(grid) == ROWS


def test_a_table_says_what_spoke_for_it_beside_its_strongest_rival() -> None:
    (grid,) = find_grids(labelled())
    told = grid.reason.partition("; rather than ")[2]
    assert told.startswith("ruled 5 by 2, by ") and "texts_beside +" in told
    (alone,) = find_grids(page(printed(), lattice(XS, [100 + 20.0 * i for i in range(6)])))
    assert "rather than" not in alone.reason


def test_a_ruled_table_stays_whole_when_a_heading_stands_in_it() -> None:
    rows = [*ROWS[:2], ["Works on the northern piers", "", ""], *ROWS[2:]]
    rules = lattice(XS, [100 + 20.0 * i for i in range(7)])
    (grid,) = find_grids(page(printed(rows), rules))
    assert (grid.rows, grid.columns) == (6, 3)


@pytest.mark.parametrize(
    ("around", "looks"),
    [
        ([], 1),
        (words("The council met in May", 60, 60), 1),
        ([*words("Ref", 64, 90), *words("Task", 134, 90)], 2),
        ([*words("East", 30, 134), *words("West", 30, 154)], 2),
    ],
    ids=["nothing", "a text", "a head", "labels"],
)
def test_rivals_are_looked_for_where_something_stands_around_a_table(
    around: list[Word], looks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Evidence] = []
    monkeypatch.setattr(propose, "aligned_grids", lambda seen: looked.append(seen) or aligned_grids(seen))
    text = [*around, *(w for w in printed() if not w.bold)]
    proposals(evidence(page(text, lattice(XS, [120 + 20.0 * i for i in range(5)]))))
    assert len(looked) == looks


def test_tables_apart_are_no_choice() -> None:
    low = [
        Word(w.text, Box(w.box.x0, w.box.top + 300, w.box.x1, w.box.bottom + 300), w.size) for w in printed()
    ]
    ys = [100 + 20.0 * i for i in range(6)]
    seen = evidence(page([*printed(), *low], [*lattice(XS, ys), *lattice(XS, [y + 300 for y in ys])]))
    assert [len(place) for place in places(proposals(seen))] == [1, 1]
    assert len(chosen(proposals(seen), seen)) == 2


def test_of_two_in_one_place_one_is_taken() -> None:
    seen = evidence(labelled())
    (place,) = places(proposals(seen))
    offered = choices(place, seen)
    assert len(offered) > 1
    best = max(offered, key=lambda c: c.score)
    assert [g.cells for g in chosen(place, seen)] == [g.cells for g in best.tables]


def grid(rows: list[list[str]], width: float = 100.0, height: float = 20.0) -> Grid:
    """Cells of one size, each with its words set from its left border on."""
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            at = Box(50 + c * width, 100 + r * height, 50 + (c + 1) * width, 100 + (r + 1) * height)
            printed = tuple(words(text, at.x0 + 2, at.top + 14)) if text else ()
            cells.append(Cell(r, c, text, 1, at, words=printed))
    box = Box(50, 100, 50 + len(rows[0]) * width, 100 + len(rows) * height)
    return Grid(1, box, len(rows), len(rows[0]), tuple(cells), "ruled", page_size=(595, 842))


PLAIN = [["Measure", "Target"], ["Visits", "120"], ["Calls", "95"]]


@pytest.mark.parametrize(
    ("name", "rows", "value"),
    [
        ("head_set_off", PLAIN, 1.0),
        ("head_set_off", PLAIN[1:], 0.0),
        ("rows_begun", PLAIN, 1.0),
        ("rows_begun", [*PLAIN, ["and so on", ""]], 0.75),
        ("rows_begun", [["", "Target"], ["", "120"]], 1.0),
        ("rows_of_one", [*PLAIN, ["Fees", ""]], 0.25),
        ("places_filled", [*PLAIN, ["Fees", ""]], 7 / 8),
        ("places_filled", [["Measure", ""], ["Visits", ""]], 1.0),
        ("columns_of_a_kind", PLAIN, 1.0),
        ("columns_of_a_kind", [*PLAIN, ["7", "8"]], 5 / 6),
        ("words_cut", PLAIN, 0.0),
        ("words_cut", [["Measure", "Misapprehensions of the public"], ["Visits", "12"]], 0.0),
    ],
)
def test_a_clue(name: str, rows: list[list[str]], value: float) -> None:
    assert CLUES[name](grid(rows, width=200.0), evidence(page([]))) == pytest.approx(value)


def test_words_that_stand_out_of_their_cells_are_cut() -> None:
    assert CLUES["words_cut"](grid([["Misapprehensions", "12"]], width=40.0), evidence(page([]))) == 0.5


def test_a_rule_through_a_cell_is_crossed() -> None:
    one = grid([["Visits 120", "Calls"]])
    through = lattice([50.0, 86.0, 250.0], [100.0, 120.0])
    assert CLUES["rules_crossed"](one, evidence(page([], through))) == 0.5
    assert (
        CLUES["rules_crossed"](one, evidence(page([], lattice([50.0, 150.0, 250.0], [100.0, 120.0])))) == 0.0
    )


@pytest.mark.parametrize(
    ("beside", "value"),
    [
        ([("North", 10, 114), ("South", 10, 134), ("West", 10, 154)], 1.0),
        ([("North", 10, 114), ("South", 10, 134)], 2 / 3),
        ([("North", 10, 114)], 0.0),
        ([("North", 10, 114), ("South", 22, 134), ("West", 2, 154)], 0.0),
        ([("North", 10, 108), ("South", 10, 124), ("West", 10, 146)], 0.0),
    ],
    ids=["labels of all rows", "of two", "a text", "not under one another", "on lines of their own"],
)
def test_labels_beside_rows_are_missed(beside: list[tuple[str, float, float]], value: float) -> None:
    one = grid(PLAIN)
    text = [w for label in beside for w in words(*label)]
    printed = [*text, *(w for c in one.cells for w in c.words)]
    assert CLUES["texts_beside"](one, evidence(page(printed))) == pytest.approx(value)


@pytest.mark.parametrize(
    ("above", "value"),
    [
        ([("Measure", 52, 90), ("Target", 152, 90)], 1.0),
        ([("Measure", 52, 74), ("Target", 152, 74)], 1.0),
        ([("Measure", 52, 40), ("Target", 152, 40)], 0.0),
        ([("Measures of the whole service", 52, 90)], 0.0),
    ],
    ids=["a head", "a head apart", "far off", "a title"],
)
def test_a_head_above_is_missed(above: list[tuple[str, float, float]], value: float) -> None:
    one = grid(PLAIN[1:])
    printed = [w for text in above for w in words(*text)]
    assert CLUES["texts_above"](one, evidence(page(printed))) == value


@pytest.mark.parametrize(
    ("below", "value"),
    [
        ([("Boats", 52, 152), ("44", 152, 152)], 1.0),
        ([("Boats", 52, 190), ("44", 152, 190)], 0.0),
        ([("Calls by telephone and by letter", 52, 152)], 0.0),
    ],
    ids=["a row", "far off", "a note"],
)
def test_a_row_below_is_missed(below: list[tuple[str, float, float]], value: float) -> None:
    one = grid(PLAIN[1:])
    assert CLUES["texts_below"](one, evidence(page([w for text in below for w in words(*text)]))) == value


def stacked(*lines: str, pitch: float) -> Cell:
    """A cell of some lines."""
    printed = [w for i, line in enumerate(lines) for w in words(line, 52, 114 + pitch * i)]
    return Cell(0, 0, "\n".join(lines), 1, Box(50, 100, 150, 200), words=tuple(printed))


def of_cells(*cells: Cell) -> Grid:
    return Grid(1, Box(50, 100, 350, 200), 1, len(cells), cells, "ruled", page_size=(595, 842))


@pytest.mark.parametrize(("pitch", "value"), [(11.5, 0.0), (22.0, 1.0)])
def test_lines_with_white_between_them_are_no_one_text(pitch: float, value: float) -> None:
    one = of_cells(stacked("Visits", "Calls", pitch=pitch))
    assert CLUES["lines_apart"](one, evidence(page([]))) == value


@pytest.mark.parametrize(("second", "value"), [(("12", "9"), 1.0), (("12",), 0.0)])
def test_cells_with_as_many_lines_each_hide_rows(second: tuple[str, ...], value: float) -> None:
    beside = replace(stacked(*second, pitch=11.5), column=1)
    one = of_cells(stacked("Visits", "Calls", pitch=11.5), beside)
    assert CLUES["lines_in_step"](one, evidence(page([]))) == value


@pytest.mark.parametrize(("height", "value"), [(34.0, 0.0), (23.0, 1.0)])
def test_rows_as_close_as_lines_are_lines(height: float, value: float) -> None:
    rows = [replace(stacked("Visits to", "the pier", pitch=11.5), row=r) for r in range(3)]
    low = [replace(c, words=tuple(_lowered(w, height * c.row) for w in c.words)) for c in rows]
    one = Grid(1, Box(50, 100, 350, 300), 3, 1, tuple(low), "aligned", page_size=(595, 842))
    assert CLUES["rows_close"](one, evidence(page([]))) == value


def _lowered(word: Word, by: float) -> Word:
    b = word.box
    return Word(word.text, Box(b.x0, b.top + by, b.x1, b.bottom + by), word.size, word.bold)


def test_a_rule_through_cells_is_ignored_and_a_gap_in_all_rules_bridged() -> None:
    one = grid([["Visits", "12"], ["Calls", "9"]])
    between = lattice([50.0, 150.0, 250.0], [100.0, 120.0, 140.0])
    assert CLUES["rules_ignored"](one, evidence(page([], between))) == 0.0
    two = [level(120.0, 50.0, 120.0), level(120.0, 150.0, 250.0)]
    assert CLUES["gaps_bridged"](one, evidence(page([], between))) == 0.0
    assert CLUES["gaps_bridged"](one, evidence(page([], two))) == 1.0
    tall = of_cells(stacked("Visits", "Calls", pitch=22.0))
    assert CLUES["rules_ignored"](tall, evidence(page([], [level(122.0, 50.0, 350.0)]))) == 1.0


@pytest.mark.parametrize(("bottom", "value"), [(160.0, 0.0), (120.0, 2 / 3)])
def test_rows_that_no_upright_reaches_are_unframed(bottom: float, value: float) -> None:
    seen = evidence(page([], [upright(150.0, 100.0, bottom)]))
    assert CLUES["rows_unframed"](grid(PLAIN), seen) == pytest.approx(value)


def test_what_every_clue_says_is_a_share_and_has_its_weight() -> None:
    found = signs(grid(PLAIN), evidence(page([])))
    assert all(0 <= value <= 1 for value in found.values())
    total = together([grid(PLAIN)], [found], 12)
    assert total.keys() == weights().keys()
    assert total["words_held"] == 0.5
    assert score(total, weights()) == pytest.approx(sum(weights()[k] * v for k, v in total.items()))


@pytest.mark.parametrize(("together", "joins"), [((0, 1), True), ((0, 2), False)])
def test_a_rival_that_joins_what_stands_side_by_side_is_none(together: tuple[int, int], joins: bool) -> None:
    """Two titles of a head in one cell are lost; two lines of a cell may have been taken for rows."""
    first = grid([["Ref", "Task"], ["QW 1", "Dredge"]])
    a, b = (first.cells[i] for i in together)
    rest = [c for i, c in enumerate(first.cells) if i not in together]
    rival = replace(first, cells=(replace(a, words=(*a.words, *b.words)), *rest))
    assert propose._joins_cells(rival, propose._placed([first])) is joins
