"""Both sides of the bounds by which rules, coloured areas, tiles and charts are told apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from find.drawn import page, spaced, words

from agendapack.extract.find.boxes.tiles import tile_grids
from agendapack.extract.find.page.chart_axes import without_axes
from agendapack.extract.find.page.edges import Edge, joined, lattices, positions
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.find.page.row_rules import _is_heading, _is_rung, ladders
from agendapack.extract.find.page.shading import cell_areas, narrow_areas
from agendapack.extract.find.page.text_columns import flows
from agendapack.extract.model import Box, Fill, Word


@pytest.mark.parametrize(
    ("second", "lines"),
    [(Edge(2.9, 0, 50), 1), (Edge(3.1, 0, 50), 2), (Edge(0, 53.9, 90), 1), (Edge(0, 54.1, 90), 2)],
    ids=["near", "apart", "going on", "after a gap"],
)
def test_rules_that_are_one(second: Edge, lines: int) -> None:
    assert len(joined([Edge(0, 0, 50), second])) == lines


@pytest.mark.parametrize(("value", "clusters"), [(2.9, 1), (3.1, 2)])
def test_places_that_are_one(value: float, clusters: int) -> None:
    assert len(positions([0, value])) == clusters


@pytest.mark.parametrize(("x", "found"), [(53.9, 1), (54.1, 2)])
def test_rules_that_meet(x: float, found: int) -> None:
    assert len(lattices([Edge(10, 0, 50)], [Edge(x, 0, 50)])) == found


BLUE = (200, 220, 240)
SAID = ("Berths let", "Latest: 97", "Target: 95")


def tiles(
    *sizes: tuple[float, float], said: Sequence[str] = SAID, title: tuple[float, float] | None = None
) -> int:
    """How many tiles are found among boxes side by side; a title may stand above each, or in it."""
    text: list[Word] = []
    fills = []
    for n, (width, height) in enumerate(sizes):
        x = 5 + n * (max(w for w, _ in sizes) + 4)
        fills.append(Fill(Box(x, 100, x + width, 100 + height), BLUE))
        if title:
            text += words("Berths let", x + title[0], 100 - title[1] - 2.1)
        text += [w for i, line in enumerate(said) for w in words(line, x + 3, 114 + 14 * i)]
    return sum(len(found.cells) for found in tile_grids(evidence(page(text, fills=fills))))


TILE = (120, 190)


@pytest.mark.parametrize(
    ("made", "count"),
    [
        (lambda: tiles(TILE, TILE), 2),
        (lambda: tiles(TILE), 0),
        (lambda: tiles(TILE, TILE, said=("Berths let", "Latest: 97", "in summer")), 0),
        (lambda: tiles(TILE, TILE, said=(*SAID, *["let"] * 7)), 2),
        (lambda: tiles(TILE, TILE, said=(*SAID, *["let"] * 8)), 0),
        (lambda: tiles((280, 190), (280, 190), said=(*SAID, *["a b c d e f g h i j k"] * 4)), 2),
        (lambda: tiles((280, 190), (280, 190), said=(*SAID, *["a b c d e f g h i j k"] * 4, "l")), 0),
        (lambda: tiles((290, 430), (290, 430)), 2),
        (lambda: tiles((290, 435), (290, 435)), 0),
        (lambda: tiles(TILE, (122.9, 190)), 2),
        (lambda: tiles(TILE, (123.1, 190)), 0),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(3, 11.9)), 2),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(3, 12.1)), 0),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(-5.9, 3)), 2),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(-6.1, 3)), 0),
    ],
)
def test_boxes_of_one_size_with_labelled_figures(made: Callable[[], int], count: int) -> None:
    assert made() == count


def axis(count: int = 5, off: float = 0, uneven: float = 0, beside: int = 0) -> list[Word]:
    """Numbers up an axis, the last a little aside or lower, and texts beside some."""
    made: list[Word] = []
    for n in range(count):
        last = n == count - 1
        made += words(str(10 * (count - n)), 80 + off * last, 100 + 20 * n + uneven * last, right=True)
        if n < beside:
            made += words("Mend", 200, 100 + 20 * n)
    return made


def lower(word: Word, by: float) -> Word:
    box = word.box
    return replace(word, box=Box(box.x0, box.top + by, box.x1, box.bottom + by))


@pytest.mark.parametrize(
    ("drawn", "left"),
    [
        (axis(4), 0),
        (axis(3), 3),
        (axis(4, off=1.9), 0),
        (axis(4, off=2.1), 4),
        (axis(uneven=1.4), 0),
        (axis(uneven=1.6), 5),
        (axis(beside=2), 2),
        (axis(beside=3), 8),
        ([*axis(4), *(w for x in (100, 200, 300) for w in words("May", x, 189))], 0),
        ([*axis(4), *(w for x in (100, 200, 300) for w in words("May", x, 191))], 3),
        ([*axis(4), *(w for x in (100, 200) for w in words("May", x, 189))], 2),
        ([*axis(4), *(lower(w, 90) for w in axis(4))], 0),
        ([*axis(4), *(lower(w, 90) for w in axis(3))], 3),
    ],
    ids=[
        "four ticks",
        "three",
        "aligned",
        "aside",
        "even",
        "uneven",
        "three of five alone",
        "two",
        "names at the foot",
        "further down",
        "two names",
        "another axis below",
        "three numbers below",
    ],
)
def test_axes_of_charts(drawn: list[Word], left: int) -> None:
    assert sum(len(line.chunks) for line in without_axes(printed_lines(drawn))) == left


@pytest.mark.parametrize(
    ("rules", "count"),
    [
        ([Edge(y, 0, 151) for y in (0, 20, 40)], 1),
        ([Edge(y, 0, 149) for y in (0, 20, 40)], 0),
        ([Edge(0, 0, 200), Edge(20, 5.9, 200), Edge(40, 0, 200)], 1),
        ([Edge(0, 0, 200), Edge(20, 6.1, 200), Edge(40, 0, 200)], 0),
        ([Edge(y, 0, 200) for y in (0, 2.6, 40)], 1),
        ([Edge(y, 0, 200) for y in (0, 2.4, 40)], 0),
        ([Edge(y, 0, 200) for y in (0, 20)], 0),
    ],
    ids=["long", "short", "of one extent", "of another", "apart", "beside each other", "two"],
)
def test_rules_that_part_rows(rules: list[Edge], count: int) -> None:
    assert len(ladders(rules)) == count


@pytest.mark.parametrize(
    ("width", "start", "row"), [(259, 50, True), (261, 50, False), (270, 81, False), (270, 83, True)]
)
def test_running_text_between_rules_is_no_row(width: float, start: float, row: bool) -> None:
    text = spaced(*[2.5] * 7, width=(width - 17.5) / 8)
    moved = [replace(w, box=replace(w.box, x0=w.box.x0 + start - 50, x1=w.box.x1 + start - 50)) for w in text]
    assert _is_rung(printed_lines([*moved, *words("9", 430, 100)]), 50, 450) is row


@pytest.mark.parametrize(("count", "size", "heading"), [(2, 11.1, True), (3, 11.1, False), (2, 11.3, False)])
def test_headings_between_rows(count: int, size: float, heading: bool) -> None:
    over = [w for n in range(count) for w in words("Harbours", 50, 100 + 20 * n, size)]
    assert _is_heading(printed_lines(over), printed_lines(words("Quay", 50, 200))) is heading


@pytest.mark.parametrize(
    ("fills", "count"),
    [
        ([Fill(Box(50, 100, 90, 105.1), BLUE)], 1),
        ([Fill(Box(50, 100, 90, 104.9), BLUE)], 0),
        ([Fill(Box(50, 100, 90, 120), (244, 244, 244))], 1),
        ([Fill(Box(50, 100, 90, 120), (245, 245, 245))], 0),
        ([Fill(Box(0, 0, 595, 420), BLUE)], 1),
        ([Fill(Box(0, 0, 595, 422), BLUE)], 0),
        ([Fill(Box(50, 100, 90, 110), BLUE), Fill(Box(50, 111.4, 90, 121), BLUE)], 1),
        ([Fill(Box(50, 100, 90, 110), BLUE), Fill(Box(50, 111.6, 90, 121), BLUE)], 2),
    ],
    ids=["high", "a bar", "grey", "white", "half a page", "the ground", "touching", "apart"],
)
def test_coloured_areas(fills: list[Fill], count: int) -> None:
    assert len(cell_areas(page([], fills=fills))) == count


@pytest.mark.parametrize(
    ("width", "height", "lines"), [(100, 5.9, 1), (100, 6.1, 0), (15.1, 5, 1), (14.9, 5, 0)]
)
def test_narrow_areas_are_lines(width: float, height: float, lines: int) -> None:
    assert (
        len(narrow_areas(page([], fills=[Fill(Box(50, 100, 50 + width, 100 + height), BLUE)]), True)) == lines
    )


@pytest.mark.parametrize(
    ("rows", "text", "parts"), [(5, "mend " * 4, 2), (4, "mend " * 4, 1), (6, "mend " * 3, 1)]
)
def test_columns_of_text(rows: int, text: str, parts: int) -> None:
    lines = printed_lines([w for n in range(rows) for x in (50, 300) for w in words(text, x, 100 + 14 * n)])
    assert len(flows(lines, [])) == parts
