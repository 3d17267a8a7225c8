"""Tables that follow one another in one frame are told apart where all columns change under a head."""

from __future__ import annotations

import pytest
from find.drawn import lattice, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.lattice.parted_tables import parted_tables
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box, Fill, Page, Rule, Word

Section = tuple[list[float], list[list[str]]]
RISK: Section = (
    [60, 220, 330, 440, 540],
    [["Owner", "Chance", "Harm", "Score"], ["Harbour master", "4", "3", "12"]],
)
DEEDS: Section = (
    [60, 280, 410, 540],
    [
        ["Deed", "Lead", "Due"],
        ["Dredge the basin", "Pilot", "30/04/2031"],
        ["Mend the slip", "Smith", "31/05/2031"],
    ],
)
PEOPLE: Section = (
    [60, 150, 540],
    [["Name", "Post"], ["A. Tern", "Clerk to the harbour"], ["B. Skua", "Pilot"]],
)
CARD: Section = ([60, 220, 540], [["SR1 Silt", ""], ["Owner", "Harbour master"], ["Cause", "Tides"]])
"""Fields of a card under its title."""
PITCH = 18.0


def drawn(sections: list[Section], look: str) -> Page:
    """The sections under one another without white, their heads bold, filled or plain."""
    text: list[Word] = []
    rules: list[Rule] = []
    fills: list[Fill] = []
    y = 100.0
    for xs, rows in sections:
        rules += lattice(xs, [y + PITCH * i for i in range(len(rows) + 1)])
        if look == "filled":
            fills += [Fill(Box(xs[0], y, xs[-1], y + PITCH), (200, 210, 220))]
        for i, row in enumerate(rows):
            for x, t in zip(xs, row, strict=False):
                text += words(t, x + 3, y + PITCH * i + 13, bold=look == "bold" and i == 0)
        y += PITCH * len(rows)
    return page(text, rules, fills)


@pytest.mark.parametrize("look", ["bold", "filled"])
@pytest.mark.parametrize("sections", [[RISK, DEEDS], [DEEDS, PEOPLE], [RISK, DEEDS, PEOPLE]])
def test_tables_without_white_between_them_are_two(sections: list[Section], look: str) -> None:
    assert [texts(grid) for grid in find_grids(drawn(sections, look))] == [rows for _, rows in sections]


@pytest.mark.parametrize(
    ("sections", "look"), [([DEEDS, RISK], "bold"), ([RISK, DEEDS], "plain"), ([CARD, DEEDS], "bold")]
)
def test_labels_over_one_row_of_values_cards_and_rows_without_a_head_go_on(
    sections: list[Section], look: str
) -> None:
    assert len(find_grids(drawn(sections, look))) == 1


@pytest.mark.parametrize(
    ("columns", "parts"),
    [
        ([(100, 0, 40), (150, 40, 100)], 2),
        ([(100, 0, 100)], 1),
        ([(100, 0, 40), (200, 0, 100), (150, 40, 100)], 1),
        ([(100, 0, 40), (101, 40, 100)], 1),
        ([(100, 0, 20), (150, 20, 100)], 1),
        ([], 1),
    ],
    ids=["two", "one", "a column goes on", "the same column", "a heading of one row", "no columns"],
)
def test_a_lattice_is_cut_where_all_columns_change(
    columns: list[tuple[float, float, float]], parts: int
) -> None:
    levels = tuple(Edge(20.0 * i, 0.0, 300.0) for i in range(6))
    whole = Lattice(levels, (Edge(0.0, 0.0, 100.0), Edge(300.0, 0.0, 100.0), *(Edge(*c) for c in columns)))
    heads = [w for y in (14, 54) for x in (10, 200) for w in words("Deeds", x, y, bold=True)]
    found = parted_tables(whole, evidence(page(heads + words("Done", 10, 34) + words("Done", 10, 74))))
    assert len(found) == parts
    length = sum(e.length for e in whole.uprights)
    assert sum(e.length for part in found for e in part.uprights) == length
