"""Every word of a table is in one cell or left over, exactly once; hostile pages take bounded time."""

from __future__ import annotations

import os
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from find.drawn import lattice, page, words
from hypothesis import given, settings
from hypothesis import strategies as st

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Fill, Page, Rule, Word
from agendapack.extract.read import read_pages

CORPUS = os.environ.get("AGENDAPACK_CORPUS", "")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
INVENTED = 24
"""Invented documents of three pages or so."""
SLOW_S = 10.0
"""Seconds a hostile page may take; an ordinary one takes milliseconds."""


def accounted(seen: Page) -> None:
    """Assert that the words inside each grid are its cells' and its left-over words, each once."""
    taken: Counter[int] = Counter()
    for grid in find_grids(seen):
        mine = [w for c in grid.cells for w in c.words]
        inside = {id(w) for w in seen.words if grid.box.holds(w.box.mid_x, w.box.mid_y)}
        counts = Counter(map(id, [*mine, *grid.left_over]))
        assert set(counts.values()) <= {1}
        assert inside <= set(counts) <= set(map(id, seen.words))
        taken.update(map(id, mine))
        for cell in grid.cells:
            assert cell.row >= 0 and cell.row + cell.row_span <= grid.rows
            assert cell.column >= 0 and cell.column + cell.column_span <= grid.columns
        places = [
            (r, k)
            for c in grid.cells
            for r in range(c.row, c.row + c.row_span)
            for k in range(c.column, c.column + c.column_span)
        ]
        assert len(places) == len(set(places))
    assert set(taken.values()) <= {1}


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Words on a loose raster, with some rules and fills."""
    spots = draw(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 14)), max_size=60, unique=True))
    text: list[Word] = []
    for column, row in spots:
        label = draw(
            st.sampled_from(["12", "1,250", "Parks", "Head of service", "£", "•", "(3)", "....", "n/a"])
        )
        shift = draw(st.floats(-8, 8, allow_subnormal=False))
        text += words(label, 60 + 70 * column + shift, 100 + 13 * row, draw(st.sampled_from([7.0, 10.0])))
    rules: list[Rule] = []
    if draw(st.booleans()):
        xs = sorted(draw(st.sets(st.integers(0, 7), min_size=2)))
        ys = sorted(draw(st.sets(st.integers(0, 15), min_size=2)))
        grid = lattice([50 + 70.0 * x for x in xs], [88 + 13.0 * y for y in ys])
        rules = [r for r in grid if draw(st.integers(0, 5))]
    fills = [
        Fill(Box(50 + 70 * x, 88 + 13 * y, 120 + 70 * x, 101 + 13 * y), (200, 220, 240))
        for x, y in draw(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 14)), max_size=20))
    ]
    return page(text, rules, fills)


@settings(max_examples=150, deadline=None)
@given(pages())
def test_every_word_is_accounted_for(seen: Page) -> None:
    accounted(seen)


def test_a_line_between_two_tables_goes_to_one_of_them() -> None:
    """It may carry on the last row of the first, and head the columns of the second."""
    text: list[Word] = []
    for x, ys in ((60, (100, 113, 126, 139, 152, 191, 204, 217, 230, 243)), (200, (178, 217))):
        text += [w for y in ys for w in words("12", x, y, 7.0)]
    text += [w for y in (100, 113, 152, 178) for w in words("12", 130, y, 7.0)]
    text += words("12", 130, 165, 10.0)
    accounted(page(text))


@pytest.mark.parametrize("pack", sorted(SAMPLES.glob("*/pack.pdf")), ids=lambda p: p.parent.name)
def test_every_word_of_the_samples_is_accounted_for(pack: Path) -> None:
    for seen in read_pages(pack):
        accounted(seen)


@pytest.mark.parametrize("seed", range(INVENTED))
def test_every_word_of_invented_pages_is_accounted_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Tables ruled in twelve ways, in columns, beside charts and text: those of benchmarks/layouts.py."""
    pytest.importorskip("reportlab")
    monkeypatch.syspath_prepend(SAMPLES.parent / "benchmarks")
    canvas, paper = import_module("layout.canvas"), import_module("layout.paper")
    if not all(folder.is_dir() for folder in canvas.FOLDERS):
        pytest.skip("the fonts of the invented pages are not installed")
    target = tmp_path / "invented.pdf"
    canvas.typeset(paper.paper(seed, "reportlab"), target)
    sheets = list(read_pages(target))
    assert any(map(find_grids, sheets))
    for seen in sheets:
        accounted(seen)


@pytest.mark.skipif(not CORPUS, reason="AGENDAPACK_CORPUS names no folder")
def test_every_word_of_the_corpus_is_accounted_for() -> None:
    for pack in sorted(Path(CORPUS).glob("*/document.pdf")):
        for seen in read_pages(pack):
            accounted(seen)


HOSTILE = {
    "60,000 short rules": page(
        words("Nothing to see", 60, 60),
        [
            Rule(Box(i % 300, i // 300 * 4.0, i % 300 + 3, i // 300 * 4.0), True)
            if i % 2
            else Rule(Box(i % 300, i // 300 * 4.0, i % 300, i // 300 * 4.0 + 3), False)
            for i in range(60_000)
        ],
        height=900,
    ),
    "a grid of 250 rows and 380 columns": page(
        words("A cell", 60, 60),
        lattice([20 + 10.0 * i for i in range(381)], [20 + 10.0 * i for i in range(251)]),
        width=4000,
        height=2600,
    ),
    "a grid whose areas all touch": page(
        words("A cell", 60, 60),
        [
            r
            for i, r in enumerate(
                lattice([20 + 4.5 * i for i in range(120)], [20 + 4.5 * i for i in range(120)])
            )
            if i % 3
        ],
    ),
    "20,000 coloured areas": page(
        words("A map", 60, 60),
        fills=[
            Fill(Box(i % 100 * 6, i // 100 * 4, i % 100 * 6 + 7, i // 100 * 4 + 9), (i % 200, 90, 40))
            for i in range(20_000)
        ],
    ),
    "12,000 figures": page(
        [w for r in range(200) for c in range(60) for w in words(str(r * c), 10 + 40 * c, 10 + 11 * r, 8)],
        width=2500,
        height=2300,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_bounded_time(name: str) -> None:
    start = time.process_time()
    find_grids(HOSTILE[name])
    assert time.process_time() - start < SLOW_S
