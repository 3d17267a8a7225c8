"""What speaks for and against a grid being a table, asked one by one."""

from dataclasses import replace

import pytest
from sheets import grid

from agendapack.extract.find.accept.is_table import is_legible
from agendapack.extract.find.accept.proposed import Proposed
from agendapack.extract.find.accept.weighed import is_aligned_table, is_weighed, score
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


def ruled(found):
    """The grid with a wide rule in the white above and below each row."""
    ends = [*sorted({cell.box.top for cell in found.cells}), found.box.bottom]
    return Proposed(found, tuple(ends))


MINUTED = "The officers will bring two quotations for the crane to the meeting of the board in May"
LINES = (
    "The harbour was quiet all year and the",
    "boats that came paid less than those of",
    "last year, which the board had expected",
    "when it set the fees and dues for berths",
)
OWNERS = ("Harbour master", "Market office", "Finance team", "Legal team")
FIGURES = [f"Berth {n} | {n * 17} | {n * 31} | {n * 9}" for n in range(1, 6)]

TABLES = {
    "figures under bold heads": grid("*Berths | *Let | *Due | *Paid", *FIGURES),
    "figures alone": grid(*FIGURES),
    "three columns under bold heads": grid(
        "*Place | *Who minds it | *Since", *(f"Quay {n} | {OWNERS[n]} | {OWNERS[3 - n]}" for n in range(4))
    ),
    "numbered texts beside others": grid(
        *(f"{n}. | {MINUTED} | {OWNERS[n - 1]} | {n * 10}%" for n in range(1, 5))
    ),
    "wordy cells under bold heads": grid("*What | *Why | *Who", *[f"{MINUTED} | {MINUTED} | Jo Kerr"] * 4),
}
OTHERS = {
    "two columns of text": grid(*(" | ".join([line] * 2) for line in LINES)),
    "three columns of text": grid(*(" | ".join([line] * 3) for line in LINES)),
    "numbered paragraphs": grid(*(f"{n}. | {MINUTED}" for n in range(1, 5))),
    "bullets": grid(*[f"• | {MINUTED}"] * 4),
    "contents": grid(*(f"{owner} | {3 * n + 2}" for n, owner in enumerate(OWNERS))),
    "contents led by dots": grid(*(f"{n} | {owner} ......... | see" for n, owner in enumerate(OWNERS))),
    "a letter's head": grid("To: | The harbour board", "From: | Jo Kerr", "Date: | 4 May 2031"),
    "a running foot": grid("Harbour board | Page", "4 May 2031 | 7", top=780),
    "signatures": grid("Jo Kerr | Pat Lund", "Harbour master | Clerk to the board"),
    "one row": grid("Jo Kerr | Pat Lund | Sam Orr"),
    "one column": grid("Jo Kerr", "Pat Lund", "Sam Orr"),
}


@pytest.mark.parametrize("found", TABLES.values(), ids=TABLES)
def test_what_lines_up_is_a_table(found):
    assert is_aligned_table(Proposed(found))


@pytest.mark.parametrize("found", OTHERS.values(), ids=OTHERS)
def test_what_lines_up_by_chance_or_habit_is_none(found):
    assert not is_aligned_table(Proposed(found))


@pytest.mark.parametrize("name", ["two columns of text", "signatures"])
def test_rules_between_all_rows_speak_for_a_table(name):
    assert score(ruled(OTHERS[name])) > score(Proposed(OTHERS[name])) + 1


def test_two_columns_with_figures_are_a_table():
    assert is_aligned_table(Proposed(grid(*(f"{OWNERS[n % 4]} | {5 - n}" for n in range(5)))))


@pytest.mark.parametrize(
    ("head", "table"), [("*Place | *Who minds it", True), ("Place | Who minds it", False)]
)
def test_two_columns_are_a_table_under_headings_in_other_letters_or_with_rules(head, table):
    found = grid(head, *(f"Quay {n} | {OWNERS[n]}" for n in range(4)))
    assert is_aligned_table(Proposed(found)) is table
    assert is_aligned_table(ruled(found))


@pytest.mark.parametrize(("ticks", "table"), [(3, False), (2, True)], ids=["TICKS half", "TICKS fewer"])
def test_figures_alone_in_the_first_column_are_a_scale(ticks, table):
    rows = [f"{n}0 | | | " if n < ticks else f"{n}0 | 17 | 31 | 9" for n in range(6)]
    assert is_weighed(Proposed(grid(*rows))) is table
    assert is_weighed(Proposed(grid(*(row.replace("0 |", "0 m |") for row in rows))))
