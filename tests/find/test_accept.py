"""What speaks for and against a grid being a table, asked one by one."""

from dataclasses import replace

import pytest
from sheets import grid

from agendapack.extract.find.accept.is_table import _each_row_ruled_off, is_aligned_table, is_legible
from agendapack.extract.model import Page

PLAIN = grid("Ref | Text", "AB 1 | Sweep", "AB 2 | Mend")
WORDLESS = replace(PLAIN, cells=tuple(replace(cell, text="", words=()) for cell in PLAIN.cells))
"""A grid of boxes in which nothing is printed."""


def read_with(certainty: float):
    """The grid, its words recognised with this certainty."""
    return replace(
        PLAIN,
        cells=tuple(
            replace(cell, words=tuple(replace(word, certainty=certainty) for word in cell.words))
            for cell in PLAIN.cells
        ),
    )


PRINTED = Page(1, 595, 842, tuple(word for cell in PLAIN.cells for word in cell.words))
PICTURE = replace(PRINTED, words=tuple(replace(word, certainty=0.4) for word in PRINTED.words))


@pytest.mark.parametrize(
    ("found", "page", "legible"),
    [
        (PLAIN, PRINTED, True),
        (WORDLESS, PRINTED, False),
        (WORDLESS, Page(1, 595, 842), False),
        (replace(PLAIN, cells=()), PRINTED, False),
        (read_with(0.4), PRINTED, False),
        (read_with(0.4), PICTURE, True),
        (read_with(0.99), PRINTED, True),
    ],
)
def test_a_table_on_a_printed_page_is_read_surely(found, page, legible):
    assert is_legible(found, page) is legible


TOPS = sorted({cell.box.top for cell in PLAIN.cells})
ENDS = [*TOPS, PLAIN.box.bottom]


@pytest.mark.parametrize(
    ("found", "levels", "ruled_off"),
    [
        (PLAIN, ENDS, True),
        (PLAIN, ENDS[:-1], False),
        (PLAIN, ENDS[1:], False),
        (PLAIN, [ENDS[0], ENDS[2], ENDS[3]], False),
        (PLAIN, [], False),
        (WORDLESS, ENDS, False),
        (WORDLESS, [], False),
        (replace(PLAIN, cells=(), rows=0), ENDS, False),
        (grid("AB 1 | Sweep"), ENDS, False),
    ],
)
def test_each_row_has_a_rule_above_and_below(found, levels, ruled_off):
    assert _each_row_ruled_off(found, levels) is ruled_off


MINUTED = "The officers will bring two quotations for the crane to the meeting of the board in May"


@pytest.mark.parametrize(
    ("margin", "found"), [(("JK", "JK/PV"), True), (("JK", ""), False), (("see below", "next week"), False)]
)
def test_numbered_paragraphs_beside_initials_are_minutes_and_else_a_list(margin, found):
    rows = [f"{n}. | {MINUTED} | {text}" for n, text in enumerate(("", *margin, ""), 1)]
    assert is_aligned_table(grid(*rows), ()) is found


OWNERS = ("Harbour master", "Market office", "Finance team", "Legal team")


@pytest.mark.parametrize(
    ("owners", "found"), [(3, True), (2, False)], ids=["in most rows", "in half of them"]
)
def test_numbered_texts_beside_others_are_rows(owners, found):
    rows = [f"{n}. | {MINUTED} | {OWNERS[n - 1] if n <= owners else ''} | {n * 10}%" for n in range(1, 5)]
    assert is_aligned_table(grid(*rows), ()) is found


@pytest.mark.parametrize("columns", [2, 3])
def test_numbered_texts_that_rules_part_are_rows_where_more_stands_beside_them(columns):
    """Of a number and a text alone a rule makes no table."""
    listed = grid(*(" | ".join((f"{n}.", MINUTED, "" if n % 2 else "May")[:columns]) for n in range(1, 5)))
    tops = sorted({cell.box.top for cell in listed.cells})
    assert is_aligned_table(listed, ()) is False
    assert is_aligned_table(listed, [*tops, listed.box.bottom]) is (columns == 3)


@pytest.mark.parametrize(("scaled", "found"), [(3, True), (2, False)], ids=["most rows", "the foot"])
def test_several_figures_to_a_cell_are_an_axis_at_the_foot_of_a_chart(scaled, found):
    rows = [
        f"{'10 20 30' if n >= 4 - scaled else 10 - n} | {'40 50 60' if n >= 4 - scaled else 'let'}"
        for n in range(4)
    ]
    assert is_aligned_table(grid("Boats | Berths", *rows), ()) is found
