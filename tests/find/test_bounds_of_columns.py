"""Both sides of the bounds by which white between texts is a column's edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from find.drawn import cells, line, page, row, words

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk, Line, chunk_of
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.columns import (
    _flush_cuts,
    _wide_cuts,
    _word_space,
    covered,
    narrow_cuts,
    rivers,
    set_right,
)
from agendapack.extract.find.stream.finder import _goes_on, _halves, _proposed
from agendapack.extract.find.stream.header_only_columns import headed
from agendapack.extract.find.stream.line_cells import _parted
from agendapack.extract.model import Word

Parts = Sequence[tuple[float, str]]


def set_at(parts: Parts, base: float = 100) -> list[Word]:
    """Words that begin at these places."""
    return [word for x, text in parts for word in words(text, x, base)]


@pytest.mark.parametrize(("over", "agreed"), [(2, True), (3, False)], ids=["CROSSING", "CROSSING more"])
def test_most_lines_leave_a_river_white(over: int, agreed: bool) -> None:
    lines = [row(100, "Mole", "4", "5")] * 4 + [line(100, (50, "x" * 28), (350, "5"))] * over
    assert (rivers(lines)[0][0] == 70) is agreed


def gapped(gap: float, space: float = 2, count: int = 4, over: int = 0) -> list[Line]:
    """Lines of a figure, a gap and three words; others print over the gap."""
    placed = [(50, "12"), (60 + gap, "Mole"), (80 + gap + space, "let"), (95 + gap + 2 * space, "out")]
    lines = [Line((chunk_of(set_at(placed, 100 + 20 * n)),), 100 + 20 * n) for n in range(count)]
    return lines + [line(300 + 20 * n, (50, "x" * 9)) for n in range(over)]


@pytest.mark.parametrize(
    ("lines", "cuts"),
    [
        pytest.param(gapped(4.6), 1, id="NARROW_EM wider than a word space"),
        pytest.param(gapped(4.4), 0, id="NARROW_EM narrower"),
        pytest.param(gapped(6.1, space=4), 1, id="WIDER than the usual space"),
        pytest.param(gapped(5.9, space=4), 0, id="WIDER hardly"),
        pytest.param(gapped(6), 1, id="MIN_NARROW four lines"),
        pytest.param(gapped(6, count=3), 0, id="MIN_NARROW three"),
        pytest.param(gapped(6, count=7, over=1), 1, id="STRAY one of seven"),
        pytest.param(gapped(6, count=6, over=1), 0, id="STRAY one of six"),
        pytest.param(
            [*gapped(6, count=3), line(300, (50, "12"), (71.9, "Mole"))], 1, id="ALIKE_EM parts texts"
        ),
        pytest.param([*gapped(6, count=3), line(300, (50, "12"), (72.1, "Mole"))], 0, id="ALIKE_EM too wide"),
    ],
)
def test_narrow_gaps_after_figures(lines: Sequence[Line], cuts: int) -> None:
    assert len(narrow_cuts(lines)) == cuts


def gap_of(parts: Parts) -> tuple[Word, Word, float]:
    first, second = set_at(parts)
    return first, second, second.box.x0 - first.box.x1


@pytest.mark.parametrize(("texts", "usual"), [(4, 2), (3, 6)], ids=["MIN_SPACES", "MIN_SPACES fewer"])
def test_the_usual_space_is_that_between_words(texts: int, usual: float) -> None:
    between = [gap_of([(50, "Mole"), (72, "let")])] * texts
    assert _word_space([*between, *[gap_of([(50, "12"), (66, "let")])] * 5]) == usual


@pytest.mark.parametrize(("gap", "cuts"), [(3.9, 1), (4.1, 0)], ids=["TIGHTER", "TIGHTER no more"])
def test_text_close_behind_figures_of_one_width(gap: float, cuts: int) -> None:
    lines = [
        Line((chunk_of(set_at([(50, "12"), (60 + gap, "x" * n), (65 + gap + 5 * n, "let")])),), 100)
        for n in range(2, 6)
    ]
    inner = [
        (a, b, b.box.x0 - a.box.x1)
        for k in lines
        for a, b in zip(k.chunks[0].words, k.chunks[0].words[1:], strict=False)
    ]
    assert len(_flush_cuts(inner, lines)) == cuts
    assert not _wide_cuts(inner, [], lines)


def ending(*ends: float) -> list[Line]:
    """Figures that end at these places."""
    return [line(100 + 20 * n, (x - 5, "4")) for n, x in enumerate(ends)]


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        pytest.param(ending(250, 250, 250), {1}, id="MIN_RIGHT"),
        pytest.param(ending(250, 250), set(), id="MIN_RIGHT fewer"),
        pytest.param(ending(250, 250, 250, 250, 220), {1}, id="RIGHT four of five"),
        pytest.param(ending(250, 250, 250, 230, 220), set(), id="RIGHT three of five"),
        pytest.param(ending(250, 250, 248.6), {1}, id="SAME_END_PT"),
        pytest.param(ending(250, 250, 248.4), set(), id="SAME_END_PT aside"),
    ],
)
def test_figures_set_right(lines: Sequence[Line], right: set[int]) -> None:
    assert set_right(lines, [(50, 100), (200, 250)], 10) == right


def stretched(x0: float, x1: float) -> Chunk:
    return Chunk(tuple(words("Mole", x0, 100)), x0, 92.6, x1, 102.1, 10)


@pytest.mark.parametrize(("end", "over"), [(112.4, [0]), (112.6, [0, 1])], ids=["TOUCH_EM", "TOUCH_EM more"])
def test_a_text_may_touch_the_next_column(end: float, over: list[int]) -> None:
    assert covered(stretched(60, end), [(50, 100), (110, 200)], 10) == over


@pytest.mark.parametrize(("values", "halves"), [(5, True), (4, False)], ids=["STRAY", "STRAY more"])
def test_long_values_under_a_heading_beside_its_column(values: int, halves: bool) -> None:
    assert _halves(0, {0}, Counter({0: 1, 1: values})) is halves


SIDE = [(50.0, 100.0), (110.0, 200.0)]


@pytest.mark.parametrize(
    ("parts", "count"),
    [
        pytest.param([(50, "xxxx"), (74, "x" * 7), (114.3, "let")], 2, id="WIDER than the other gaps"),
        pytest.param([(50, "xxxx"), (74, "x" * 7), (114.1, "let")], 1, id="WIDER hardly"),
        pytest.param([(50, "x" * 12), (114.6, "let")], 2, id="SPLIT_EM"),
        pytest.param([(50, "x" * 12), (114.4, "let")], 1, id="SPLIT_EM narrower"),
        pytest.param([(50, "x" * 9), (115.9, "let")], 2, id="NEAR_EM at its edge"),
        pytest.param([(50, "x" * 9), (116.1, "let")], 1, id="NEAR_EM inside"),
        pytest.param([(51, "x" * 11), (108.1, "let")], 2, id="EXACT_EM at its edge"),
        pytest.param([(51, "x" * 11), (107.9, "let")], 1, id="EXACT_EM aside"),
    ],
)
def test_a_text_over_two_columns_is_cut(parts: Parts, count: int) -> None:
    assert len(_parted(chunk_of(set_at(parts)), SIDE, 10)) == count


@pytest.mark.parametrize(("pitch", "on"), [(14.9, True), (15.1, False)], ids=["LINE_EM", "LINE_EM more"])
def test_a_text_goes_on_below_itself(pitch: float, on: bool) -> None:
    assert _goes_on(cells(100, "Mole", "Berths"), cells(100 + pitch, "", "let"), 10) is on


@pytest.mark.parametrize(("share", "wide"), [(0.81, True), (0.79, False)], ids=["WIDE", "WIDE less"])
def test_a_rule_over_most_of_a_table_counts_for_it(share: float, wide: bool) -> None:
    lines = [row(100, "Mole", "4"), row(120, "Slip", "6")]
    block = Block(lines, [Edge(108, 50, 50 + share * 155)])
    proposed = _proposed(page([]), block, "aligned")
    assert proposed is not None
    assert bool(proposed.wide) is wide


@pytest.mark.parametrize(
    ("heads", "columns"),
    [(("Ref", "Let", "Due"), 3), (("Ref", "Let"), 1)],
    ids=["MIN_HEADS", "MIN_HEADS no"],
)
def test_columns_that_only_headings_show(heads: Sequence[str], columns: int) -> None:
    block = Block([row(100, *heads), *(row(120 + 20 * n, "Mole") for n in range(3))])
    assert len(headed(block, [(50, 70)], 10)) == columns
