"""A nightly run over packs that are known costs in proportion to their number."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.batch.about import About, IndexEntry, printed_of
from agendapack.extract.batch.inputs import items
from agendapack.extract.correct.carry import Said
from agendapack.extract.model import Correction, Review
from agendapack.extract.settings import Settings

PAGES = 4


def steps(work: Callable[[], object]) -> int:
    """How many lines of code it takes: the same on every machine."""
    count = 0

    def tracer(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return tracer

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def said(sha256: str, page: int, corrected: str = "June", name: str = "other.pdf") -> Correction:
    return Correction(
        sha256, name, "actions", f"page {page} | TB 01", Review("corrected", "due_text", "May"), corrected
    )


def known(number: int) -> dict[str, IndexEntry]:
    """Packs that have one page in common and three of their own."""
    packs = {}
    for n in range(number):
        prints = ((1, "common"), *((page, f"{n} {page}") for page in range(2, PAGES + 1)))
        sources, printed = (f"../{n}.pdf",), printed_of(prints)
        about = About(f"p{n}", f"{n}.pdf", f"{n:064}", "ok", printed=printed, sources=sources)
        packs[f"p{n}"] = IndexEntry.of(about)
    return packs


@pytest.mark.parametrize("corrected", [0, 20])
def test_twice_as_many_packs_take_twice_the_work(tmp_path: Path, corrected: int) -> None:
    settings = Settings(corrections=tuple(said(f"{n:064}", 2) for n in range(corrected)))

    def work(number: int) -> int:
        files = [(tmp_path / f"{n}.pdf", f"{n:064}") for n in range(number)]
        packs = known(number)
        return steps(lambda: items(files, packs, settings, tmp_path / "out"))

    work(80)  # what is computed once, such as where each file lies
    assert work(80) < 2.2 * work(40)


@given(
    st.dictionaries(
        st.sampled_from("abcd"),
        st.lists(st.sampled_from(["", "m", "n", "o"]), max_size=3).map(lambda m: tuple(enumerate(m, 1))),
    ),
    st.lists(st.tuples(st.sampled_from("abcde"), st.integers(1, 3), st.sampled_from(["June", "July"]))),
)
def test_every_correction_reaches_the_pages_that_print_the_same(
    prints: dict[str, tuple[tuple[int, str], ...]], made: list[tuple[str, int, str]]
) -> None:
    spoken = Said([said(*one) for one in made], prints)
    for pack, pages in prints.items():
        last = {(sha256, page): corrected for sha256, page, corrected in made}
        there = {c.row: c.corrected for c in spoken.of(pack, "here.pdf")}
        for page, mark in pages:
            own = last.get((pack, page))
            others = {
                text
                for (sha256, at), text in last.items()
                if mark and (at, mark) in prints.get(sha256, ()) and sha256 != pack
            }
            found = there.get(f"page {page} | TB 01")
            assert found == own if own else found in others or not (found or others)
