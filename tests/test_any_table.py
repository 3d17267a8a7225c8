"""Whatever stands in the tables of a pack, understanding it ends in rows and findings, never in an error."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from batch.papers import pack
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import grid

from agendapack.extract import pipeline
from agendapack.extract.isolation import Watch
from agendapack.extract.model import Grid, Page
from agendapack.extract.settings import Settings

CELLS = st.sampled_from(
    [
        "",
        "",
        "<",
        "^",
        "-",
        "1",
        "12%",
        "£1.2m",
        "AB 01",
        "AB 01, AB 02",
        "Ref",
        "*Ref",
        "*Action",
        "*Due date",
    ]
    + [
        "*Lead officer",
        "*Risk",
        "Likelihood",
        "Impact",
        "*Score",
        "*Indicator",
        "Target",
        "*Q1 2031/32",
        "2030/31",
    ]
    + [
        "{red}",
        "{green} Green",
        "{grey} *Aim 1: streets",
        "{blue} *RAG",
        "31 March 2032",
        "ongoing",
        "Jo Kerr",
    ]
    + [
        "Sweep every street / twice a week",
        "Floods close the road",
        "% of bins emptied",
        "Total",
        "4 x 5 = 20",
    ]
    + [
        "Cause: rain / Effect: floods",
        "•",
        "↑",
        "Page",
        "(",
        "AB",
        "Head of Legal; Jo Kerr",
        "3.1 Mend the bridge",
    ]
)


@st.composite
def grids(draw: st.DrawFn, page: int) -> list[Grid]:
    """The tables of a page, one below the other."""
    found, top = [], 60.0
    for _ in range(draw(st.integers(0, 2))):
        width = draw(st.integers(1, 7))
        row = st.lists(CELLS, min_size=width, max_size=width)
        rows = draw(st.lists(row, min_size=1, max_size=7))
        made = grid(*(" | ".join(_begun(row, n == 0)) for n, row in enumerate(rows)), page=page, top=top)
        wider = replace(made, columns=width + draw(st.integers(0, 1)))
        found.append(_thinned(wider, draw(st.sets(st.integers(0, 6))), draw(st.sets(st.integers(0, 48)))))
        top = made.box.bottom + draw(st.sampled_from([4.0, 60.0]))
    return found


def _thinned(whole: Grid, rows: Collection[int], places: Collection[int]) -> Grid:
    """The grid without any cells in some rows and at some places: finders leave out what holds no text."""
    kept = [
        c
        for c in whole.cells
        if c.row not in rows and whole.columns * c.row + c.column not in places or c.text == "Ref"
    ]
    return replace(whole, cells=tuple(kept))


def _begun(row: Sequence[str], first: bool) -> list[str]:
    """The row without cells that go on at the left of the table or above it."""
    signs = "^" if first else ""
    return ["-" if cell in signs or (cell == "<" and not at) else cell for at, cell in enumerate(row)]


def paper(number: int, found: Sequence[Grid]) -> Page:
    """The page on which the tables stand."""
    return Page(number, 595, 842, tuple(w for g in found for c in g.cells for w in c.words))


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(tmp_path_factory.mktemp("any") / "any.pdf", [[], [], []])


@settings(max_examples=150)
@given(found=st.tuples(grids(1), grids(2), grids(3)))
def test_understanding_ends_without_an_error(pdf: Path, found: tuple[list[Grid], ...]) -> None:
    on = dict(enumerate(found, 1))
    watch = Watch(pages=[paper(number, some) for number, some in on.items()])
    with patch.object(pipeline, "grids_on", lambda page, before: on[page.number]):
        result = pipeline.read_pack(pdf, Settings(), lambda _done, _pages: None, watch)
    assert not [finding for finding in result.findings if finding.kind == "unread_page"]
    assert result.pack.tables_found <= sum(map(len, found))
