"""Boxes of one size that hold labelled figures are tiles; their titles may stand above them."""

from __future__ import annotations

import pytest
from find.drawn import lattice, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Fill, Rule, Word

BLUE = (220, 230, 245)
TITLES = ["Berths let by the season", "Ferries on time"]
FIGURES = ["Latest: 97%", "Target: 95%"]


def tile(
    x: float, top: float, *, inside: list[str], above: str = "", width: float = 160
) -> tuple[list[Word], list[Rule]]:
    """A framed box with lines of text, and a line above it."""
    text = words(above, x, top - 6, bold=True) if above else []
    for number, line in enumerate(inside):
        text += words(line, x + 6, top + 14 + 14 * number)
    return text, lattice([x, x + width], [top, top + 20 + 14 * len(inside)])


def drawn(*tiles: tuple[list[Word], list[Rule]], fills: tuple[Fill, ...] = ()):
    return find_grids(page([w for t, _ in tiles for w in t], [r for _, some in tiles for r in some], fills))


def test_titles_above_their_tiles() -> None:
    (grid,) = drawn(*(tile(60 + 200 * i, 120, inside=FIGURES, above=TITLES[i]) for i in range(2)))
    assert texts(grid) == [[" ".join([TITLES[0], *FIGURES]), " ".join([TITLES[1], *FIGURES])]]
    assert grid.confidence > 0.5


def test_titles_in_their_tiles_one_below_the_other() -> None:
    (grid,) = drawn(*(tile(60, 120 + 100 * i, inside=[TITLES[i], "97%", "Target: 95%"]) for i in range(2)))
    assert texts(grid) == [[f"{title} 97% Target: 95%"] for title in TITLES]


def test_coloured_tiles_need_no_rules() -> None:
    made = [tile(60 + 200 * i, 120, inside=FIGURES, above=TITLES[i])[0] for i in range(2)]
    fills = tuple(Fill(Box(60 + 200 * i, 120, 220 + 200 * i, 168), BLUE) for i in range(2))
    (grid,) = drawn(*((text, []) for text in made), fills=fills)
    assert len(grid.cells) == 2 and texts(grid)[0][0].startswith(TITLES[0])


@pytest.mark.parametrize(
    "tiles",
    [
        [tile(60, 120, inside=FIGURES, above=TITLES[0])],  # one box is a note
        [tile(60 + 200 * i, 120, inside=FIGURES) for i in range(2)],  # nothing says what is counted
        [
            tile(60 + 200 * i, 120, inside=["Call us: today", "Write: soon"], above=TITLES[i])
            for i in range(2)
        ],
        [tile(60 + 200 * i, 120, inside=FIGURES, above=TITLES[i], width=160 + 20 * i) for i in range(2)],
    ],
)
def test_other_boxes_are_no_tiles(tiles: list[tuple[list[Word], list[Rule]]]) -> None:
    assert all(grid.method != "tiles" for grid in drawn(*tiles))


def test_tiles_over_a_coloured_table_stay_whole_whatever_their_figures_are() -> None:
    """Its rows are as wide as some of the tiles; one figure is a time."""
    figures = ["91.2%", "3m 12s", "19", "4.1"]
    made = [
        tile(60 + 120 * i, 120, inside=["Calls", figures[i], f"Target: {i + 3}"], width=110)[0]
        for i in range(4)
    ]
    for i in range(4):
        made[i] += words("up on May", 126 + 120 * i, 162)
    fills = [Fill(Box(60 + 120 * i, 120, 170 + 120 * i, 182), BLUE) for i in range(4)]
    for n, row in enumerate([("Measure", "April", "May"), ("Boats", "7", "8"), ("Ferries", "9", "6")]):
        made.append([w for i, text in enumerate(row) for w in words(text, 64 + 120 * i, 210 + 20 * n)])
        fills += [Fill(Box(60 + 120 * i, 196 + 20 * n, 180 + 120 * i, 216 + 20 * n), BLUE) for i in range(3)]
    tiles, below = drawn(*((text, []) for text in made), fills=tuple(fills))
    assert (tiles.method, below.method) == ("tiles", "bands")
    assert [cell.text for cell in tiles.cells] == [
        f"Calls\n{figure}\nTarget: {i + 3}\nup on May" for i, figure in enumerate(figures)
    ]
    assert texts(below)[1:] == [["Boats", "7", "8"], ["Ferries", "9", "6"]]
