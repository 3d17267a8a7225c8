"""Which rows of a grid are heads, which are bands that stand across it, and which are records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import grid, rows

from agendapack.extract.stitch.rows import grid_rows, kinds, paragraph_breaks, same_text

HEAD = "*Ref | *Action | *Due"
BODY = ["A 1 | Dredge the basin | Mar 2032", "A 2 | Paint the crane | May 2032"]

KINDS = [
    ("a bold first row is the head", [HEAD, *BODY], "h b b"),
    ("the end of a title alone in bold is of the head", [HEAD, " | | *date", *BODY], "h h b b"),
    ("a heading of the rows below is not", [HEAD, "*Quays | | ", *BODY], "h b b b"),
    ("nor is a plain text", [HEAD, " | | date", *BODY], "h b b b"),
    ("so is a shaded one", ["{grey} Ref | {grey} Action | {grey} Due", *BODY], "h b b"),
    ("a first row that looks like the others is a record", ["Ref | Action | Due", *BODY], "b b b"),
    (
        "bold everywhere sets nothing apart",
        [HEAD, *[" | ".join(f"*{c}" for c in r.split(" | ")) for r in BODY]],
        "b b b",
    ),
    (
        "unless the first row alone is shaded",
        [
            "{grey} *Ref | {grey} *Action | {grey} *Due",
            *[" | ".join(f"*{c}" for c in r.split(" | ")) for r in BODY],
        ],
        "h b b",
    ),
    (
        "rows shaded in turn are no heads",
        [
            "{grey} A 0 | {grey} Count boats | {grey} Jan",
            BODY[0],
            "{grey} A 3 | {grey} Mend nets | {grey} Jun",
            BODY[1],
        ],
        "b b b b",
    ),
    ("a cell across the table is a band", [HEAD, "Theme: Safe harbours | < | <", *BODY], "h n b b"),
    ("bands may come before the head", ["Theme: Safe harbours | < | <", HEAD, *BODY], "n h b b"),
    (
        "a head of two levels",
        ["*Ref | *Wave height | <", "^ | *2031/32 | *2032/33", "A 1 | 3 | 4", "A 2 | 5 | 6"],
        "h h b b",
    ),
    (
        "a group cell beside records is no band",
        [HEAD, "Docks | Dredge the basin | May", "^ | Paint the crane | June"],
        "h b b",
    ),
    (
        "prose in a shaded row is no head",
        [
            "{grey} "
            + "The council thanks all who keep the harbour in order. " * 4
            + "| {grey} Note | {grey} Note",
            *BODY,
        ],
        "b b b",
    ),
    (
        "years, places in an order and thousands are titles",
        ["*Berths | *2031/32 | *3rd | *£000", "Basin | 14 | 2 | 31", "Quay | 9 | 4 | 12"],
        "h b b",
    ),
    (
        "bold figures are none",
        ["*Berths | *£1.2bn | *4.5* | *31%", "Basin | 14 | 2 | 31", "Quay | 9 | 4 | 12"],
        "b b b",
    ),
    (
        "a title may be long",
        ["*Ref | *What the harbour board and its tenants will do " + "by then " * 9 + "| *Due", *BODY],
        "h b b",
    ),
    (
        "a head has four rows at most",
        [HEAD, *["*No | *Text | *When"] * 4, *BODY * 5],
        "h h h h b" + " b" * 10,
    ),
    ("the end of a title of three words", [HEAD, " | | *date of review", *BODY], "h h b b"),
    ("a longer text in bold is a record's", [HEAD, " | | *date of the latest review", *BODY], "h b b b"),
    ("a title of three may be a figure", ["*Ref | *Action | *12", *BODY], "h b b"),
    ("one of two may not", ["*Berths | *12", "Basin | 14", "Quay | 9"], "b b b"),
    ("one record under a head", [HEAD, BODY[0]], "h b"),
]


@pytest.mark.parametrize(
    ("printed", "expected"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS]
)
def test_kinds(printed: list[str], expected: str) -> None:
    letter = {"header": "h", "band": "n", "body": "b"}
    assert " ".join(letter[row.kind] for row in rows(*printed)) == expected


@pytest.mark.parametrize(("grey", "expected"), [(209, "body"), (204, "header")])
def test_two_greys_are_one_where_the_eye_sees_no_difference(grey: int, expected: str) -> None:
    head, *others = grid_rows(grid(*["{grey} Ref | {grey} Action | {grey} Due"] * 4))
    body = [replace(r, cells=tuple(replace(c, fill=(grey,) * 3) for c in r.cells)) for r in others]
    assert kinds([head, *body], 3)[0].kind == expected


def test_a_merged_cell_is_above_the_rows_it_reaches_into() -> None:
    first, second, third = grid_rows(grid("Docks | A 1", "^ | A 2", "Piers | A 3"))
    assert (first.at(0), second.at(0), third.covering(0).text) == (first.cells[0], None, "Piers")
    assert second.covering(0) is first.cells[0]


def test_a_row_is_as_high_as_its_own_cells_not_as_one_that_reaches_down() -> None:
    made = grid("Docks | A 1", "^ | A 2")
    first, second = grid_rows(made)
    assert (first.box.bottom, second.box.top) == (made.cells[1].box.bottom, made.cells[2].box.top)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ref | Timescale", "Ref | Timescal e", True),
        ("Ref | Action", "REF | action", True),
        ("Ref | Action", "Action | Ref", False),
        ("Ref | Action", "Ref | ", False),
        (" | ", " | ", False),
    ],
)
def test_same_text(one: str, other: str, alike: bool) -> None:
    assert same_text(grid_rows(grid(one))[0], grid_rows(grid(other))[0]) is alike


def test_white_between_lines_begins_a_paragraph() -> None:
    cell = grid("Boats counted / each week / Nets mended").cells[0]
    *upper, nets, mended = cell.words
    lowered = [
        replace(w, box=replace(w.box, top=w.box.top + 9, bottom=w.box.bottom + 9)) for w in (nets, mended)
    ]
    assert paragraph_breaks(cell) == ()
    assert paragraph_breaks(replace(cell, words=(*upper, *lowered))) == (2,)


@pytest.mark.parametrize(("lower", "breaks"), [(4.0, ()), (8.0, (1,))])
def test_two_lines_far_apart_are_two_paragraphs(lower: float, breaks: tuple[int, ...]) -> None:
    cell = grid("Boats counted / Nets mended").cells[0]
    *upper, nets, mended = cell.words
    lowered = [
        replace(w, box=replace(w.box, top=w.box.top + lower, bottom=w.box.bottom + lower))
        for w in (nets, mended)
    ]
    assert paragraph_breaks(replace(cell, words=(*upper, *lowered))) == breaks


@pytest.mark.parametrize(
    ("drawn", "first", "last"),
    [
        (["A 1 | Dredge the basin | ", "^ | ^ | 80%"], 0, 1),
        (["Docks | Dredge the basin | May", "^ | Paint the crane | June"], 0, 0),
        (["Docks | Dredge the basin | ", "^ | ^ | 80%", "^ | Paint the crane | June"], 0, 1),
    ],
    ids=["a cell cut by what is drawn in it", "a heading beside rows", "both"],
)
def test_a_row_is_where_its_own_texts_are(drawn: list[str], first: int, last: int) -> None:
    made = grid(*drawn)
    levels = (
        {cell.row: cell.box.top for cell in made.cells},
        {cell.row + cell.row_span - 1: cell.box.bottom for cell in made.cells},
    )
    box = grid_rows(made)[0].box
    assert (box.top, box.bottom) == (levels[0][first], levels[1][last])
