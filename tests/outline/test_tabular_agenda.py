"""Agendas that are set as tables: a cell says where a title ends."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from outline.typeset import page, put

from agendapack.extract.model import Box, Cell, Grid, Page
from agendapack.extract.outline import outline

Item = tuple[str, str, str, str]
WIDTH, HEIGHT, TOP = 90.0, 30.0, 150.0


def table(*rows: Sequence[str], number: int = 1, top: float = TOP) -> Grid:
    """Cells of one size with a line of text each; a row of one text spans all columns."""
    columns = max(map(len, rows))
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            span = columns if len(row) == 1 else 1
            box = Box(50 + c * WIDTH, top + r * HEIGHT, 50 + (c + span) * WIDTH, top + (r + 1) * HEIGHT)
            words = [
                word
                for k, line in enumerate(text.split("\n"))
                for word in put(box.x0 + 4, box.top + 3 + 12 * k, line, size=10)
            ]
            cells.append(Cell(r, c, text, number, box, 1, span, tuple(words)))
    box = Box(50, top, 50 + columns * WIDTH, top + len(rows) * HEIGHT)
    return Grid(number, box, len(rows), columns, tuple(cells), "ruled")


def sheet(*grids: Grid, called: str = "Tuesday, 4 June 2024 at 6.30 pm") -> tuple[list[Page], list[Grid]]:
    """A front sheet and further pages, each with the words of its grids."""
    heads = {1: [put(60, 60, "Board meeting"), put(60, 84, called), put(60, 110, "AGENDA", "b", 14)]}
    pages = [
        page(n, *heads.get(n, []), [w for g in grids if g.page == n for c in g.cells for w in c.words])
        for n in sorted({grid.page for grid in grids})
    ]
    return pages, list(grids)


def items(pages: Sequence[Page], grids: Sequence[Grid]) -> list[Item]:
    found = outline(pages, grids=grids).agenda
    return [(a.item_no, a.section, a.title, a.lead_officer) for a in found]


ROWS = [
    ("Apologies for absence", "Town Clerk"),
    ("Minutes of the last\nmeeting", "Director of Finance"),
    ("Winter plan", "Head of Policy"),
]
READ = [
    ("Apologies for absence", "Town Clerk"),
    ("Minutes of the last meeting", "Director of Finance"),
    ("Winter plan", "Head of Policy"),
]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["Item", "Title", "Lead"], "{n}|{title}|{lead}"),
        (["Time", "Item", "Title", "Purpose", "Lead"], "10.{n}0|{n}|{title}|Note|{lead}"),
        (["Ref", "Agenda item", "Led by", "Time allowed"], "{n}|{title}|{lead}|5 mins"),
        (["Nr", "What", "Bringing it"], "{n}.|{title}|{lead}"),
        (["Ref", "Agenda item", "Presenter", "Page"], "{n}|{title}|{lead}|1{n}"),
    ],
)
def test_columns_are_known_by_their_names_or_their_cells(head: list[str], row: str) -> None:
    body = [row.format(n=n, title=t, lead=w).split("|") for n, (t, w) in enumerate(ROWS, 1)]
    found = items(*sheet(table(head, *body)))
    assert [(title, lead) for _, _, title, lead in found] == READ
    assert [number for number, *_ in found] == ["1", "2", "3"]


def test_rows_without_numbers_are_items_and_a_text_alone_heads_them() -> None:
    rows = [["Start", "Topic", "Who leads"], ["Opening"], ["9.00", *ROWS[0]], ["Plans"], ["9.30", *ROWS[2]]]
    assert items(*sheet(table(*rows))) == [
        ("", "Opening", "Apologies for absence", "Town Clerk"),
        ("", "Plans", "Winter plan", "Head of Policy"),
    ]


def test_a_table_goes_on_over_the_page() -> None:
    first = table(["Item", "Title", "Lead"], ["1", *ROWS[0]], ["2", *ROWS[1]])
    second = table(["3", *ROWS[2]], number=2, top=60)
    other = table(["9", "Something else", "Head of Policy"], number=3, top=60)
    assert [number for number, *_ in items(*sheet(first, second, other))] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Ref", "Action", "Owner"],
            ["1", "Repair the roof", "Head of Policy"],
            ["2", "Paint it", "Head of Policy"],
        ],
        [["Budget", "£000"], ["Staff", "12"], ["Premises", "14"]],
    ],
)
def test_other_tables_are_no_agenda(rows: list[list[str]]) -> None:
    pages, grids = sheet(table(*rows))
    quiet = [page(1, put(60, 60, "Report of the Head of Policy"), list(pages[0].words[9:]))]
    assert items(quiet, grids) == []


@pytest.mark.parametrize("above", [0, 1, 2])
def test_columns_are_named_below_what_stands_over_the_table(above: int) -> None:
    body = [[str(n), title, "5", lead] for n, (title, lead) in enumerate(ROWS, 1)]
    rows = [*([["Part one"]] * above), ["Item", "Title", "Duration", "Lead"], *body]
    assert [(title, lead) for _, _, title, lead in items(*sheet(table(*rows)))] == READ


def test_a_column_is_what_most_of_its_cells_are() -> None:
    """Titles some of which are years stay titles; posts beside a name or two are officers."""
    body = [["1", "2031", "Town Clerk"], ["2", "Minutes", "Town Clerk"], ["3", "Winter plan", "A Reed"]]
    assert [(title, lead) for _, _, title, lead in items(*sheet(table(*body)))] == [
        (title, lead) for _, title, lead in body if title != "2031"
    ]


def test_an_agenda_without_the_word_is_found_by_its_usual_items() -> None:
    grid = table(
        ("Ref.", "Topic", "Presenter"),
        ("QP/25/01", "Welcome and apologies", "Ann Mensah"),
        ("QP/25/02", "Declarations of interest", "Ann Mensah"),
        ("QP/25/03", "Winter plan", "Ian Burrell"),
    )
    head = [put(60, 60, "Quality Committee"), put(60, 84, "Tuesday, 4 June 2024 at 6.30 pm")]
    pages = [page(1, *head, [w for c in grid.cells for w in c.words])]
    assert items(pages, [grid]) == [
        ("QP/25/01", "", "Welcome and apologies", "Ann Mensah"),
        ("QP/25/02", "", "Declarations of interest", "Ann Mensah"),
        ("QP/25/03", "", "Winter plan", "Ian Burrell"),
    ]
