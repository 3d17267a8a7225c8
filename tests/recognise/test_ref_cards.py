"""Cards that a reference beside a bold name begins, with tables on them that the grid does not show."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from agendapack.extract.model import Box, Cell, Grid, Row, Table, Word, union
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.inner_tables import inner_rows, titles_in
from agendapack.extract.recognise.printed_words import cell_of, labelled_in
from agendapack.extract.records import DraftRows, records

XS = (50.0, 130.0, 480.0)
Piece = tuple[float, int, str]
"""Where a text begins, its line, and the text; bold behind a star."""


def words(*pieces: Piece, top: float = 100.0) -> list[Word]:
    made = []
    for x, line, text in pieces:
        at, y = x, top + 12 * line
        for word in text.lstrip("*").split():
            made.append(Word(word, Box(at, y, at + 4 * len(word), y + 8), 8.0, text.startswith("*")))
            at += 4 * len(word) + 2
    return made


def row(number: int, *columns: Sequence[Piece]) -> Row:
    cells = []
    for column, pieces in enumerate(columns):
        if pieces:
            cells.append(placed(cell_of(1, words(*pieces, top=100 + 60 * number)), number, column))
    return Row(tuple(cells), 1, union(c.box for c in cells))


def placed(cell: Cell, row: int, column: int) -> Cell:
    return Cell(row, column, cell.text, 1, cell.box, words=cell.words)


def card(
    number: int, ref: str, name: str, who: str, inner: Sequence[Piece] = (), *, labels: Sequence[str] = ()
) -> list[Row]:
    """Title, a line of bold labels with how it stands beside it, what the table on it prints, a note."""
    due, lead = labels or ("Due Date", "Assigned To")
    rows = [
        row(number, [(50, 0, f"*{ref}")], [(130, 0, f"*{name}")]),
        row(
            number + 1,
            [],
            [
                (130, 0, "60%"),
                (180, 0, f"*{due}"),
                (230, 0, "31 Mar 2032"),
                (300, 0, f"*{lead}"),
                (360, 0, who),
            ],
            [(480, 0, "In progress")],
        ),
        row(number + 2, [(50, 0, "Description")], [(130, 0, "What is to be done before the season begins")]),
    ]
    if inner:
        rows += [row(number + 3, [(50, 0, "Steps")], inner[:5]), row(number + 4, [], inner[5:])]
    return [
        *rows,
        row(number + 5, [(50, 0, "Latest note")], [(130, 0, "The quay was surveyed in the spring.")]),
    ]


INNER: list[Piece] = [
    (130, 0, "*Code"), (190, 0, "*Milestone"), (330, 0, "*Progress"), (380, 0, "*Due"), (430, 0, "*Assigned"),
    (130, 0, "QA 1.1"), (190, 0, "Survey the"), (330, 0, "100%"), (380, 0, "30-Sep-"), (430, 0, "Jo Kerr"),
    (190, 1, "whole quay"), (380, 1, "2031"),
    (130, 2, "QA 1.2"), (190, 2, "Order the steel piles"), (330, 2, "40%"), (380, 2, "31 Dec 2031"),
    (430, 2, "Pat Voss"),
]  # fmt: skip


def printed(*cards: list[Row]) -> Table:
    rows = tuple(r for card in cards for r in card)
    box = Box(50, 100, 550, 800)
    part = Grid(1, box, len(rows), 3, tuple(c for r in rows for c in r.cells), "aligned")
    return Table("t001", 1, 1, box, 3, rows, (part,))


def read(table: Table) -> DraftRows:
    place = Around("Quays plan")
    return records(recognise([table], lambda _: place), lambda _: place)


FIRST = card(0, "QA 1", "Rebuild the western quay", "Ann Ward", INNER)
SECOND = card(7, "QA 2", "Open a second ferry terminal", "Jo Kerr")


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST)], ids=["listing first", "listing last"])
def test_cards_and_the_actions_that_stand_on_them(order: Sequence[list[Row]]) -> None:
    made = {a.action_ref: a for a in read(printed(*order)).actions}
    assert {ref: (a.action, a.due_text, a.officers, a.status) for ref, a in made.items()} == {
        "QA 1": ("Rebuild the western quay", "31 Mar 2032", ("Ann Ward",), "In progress"),
        "QA 1.1": ("Survey the whole quay", "30-Sep-2031", ("Jo Kerr",), "100%"),
        "QA 1.2": ("Order the steel piles", "31 Dec 2031", ("Pat Voss",), "40%"),
        "QA 2": ("Open a second ferry terminal", "31 Mar 2032", ("Jo Kerr",), "In progress"),
    }
    assert {ref: a.parent_refs for ref, a in made.items() if a.parent_refs} == {
        "QA 1.1": ("QA 1",),
        "QA 1.2": ("QA 1",),
    }


def test_cards_under_other_labels() -> None:
    labels = ("Target date", "Lead officer")
    cards = (
        card(7 * n, f"HB-{n + 1}", name, "Jo Kerr", labels=labels)
        for n, name in enumerate(("Dredge the basin", "Paint the cranes"))
    )
    assert [(a.action_ref, a.action, a.due_text, a.officers) for a in read(printed(*cards)).actions] == [
        ("HB-1", "Dredge the basin", "31 Mar 2032", ("Jo Kerr",)),
        ("HB-2", "Paint the cranes", "31 Mar 2032", ("Jo Kerr",)),
    ]


@pytest.mark.parametrize(
    "name", ["Quays", "the quays are in a good state, and what is said of them"], ids=["one word", "not bold"]
)
def test_without_a_bold_name_a_reference_begins_no_card(name: str) -> None:
    rows = card(0, "QA 1", name, "Ann Ward")
    plain = rows if name == "Quays" else [row(0, [(50, 0, "*QA 1")], [(130, 0, name)]), *rows[1:]]
    assert not any(a.action_ref == "QA 1" and a.officers for a in read(printed(plain)).actions)


def test_a_value_goes_on_below_its_own_label() -> None:
    pairs, rest = labelled_in(
        1,
        words(
            (130, 0, "*Due Date"),
            (180, 0, "31-May-"),
            (260, 0, "*Assigned To"),
            (330, 0, "Professional"),
            (90, 1, "100%"),
            (180, 1, "2031"),
            (330, 1, "Services"),
        ),
    )
    assert [(p.label.text, p.value.text) for p in pairs] == [
        ("Due Date", "31-May-2031"),
        ("Assigned To", "Professional\nServices"),
    ]
    assert [word.text for word in rest] == ["100%"]


@pytest.mark.parametrize(
    ("pieces", "titles"),
    [(INNER[:5], 5), (INNER[:3], 3), (INNER[:2], 0), ([*INNER[:4], (430, 0, "Assigned")], 0)],
    ids=["five", "MIN_TITLES", "fewer", "one not bold"],
)
def test_titles_of_a_table_on_a_card(pieces: Sequence[Piece], titles: int) -> None:
    assert len(titles_in(words(*pieces))) == titles


@pytest.mark.parametrize(("left", "column"), [(1.5, 1), (2.5, 0)], ids=["FLUSH_PT", "further left"])
def test_texts_stand_under_the_title_that_they_begin_with(left: float, column: int) -> None:
    titles = titles_in(words(*INNER[:5]))
    ((first, *others),) = inner_rows(1, titles, words((130, 1, "QA"), (190 - left, 1, "Survey")), 550)
    assert max(cell.column for cell in (first, *others)) == column
