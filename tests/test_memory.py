"""Four times the rows take four times the memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.write.moving import move_in

SMALL, TIMES = 100, 4
STRAIGHT = 1.25
"""How much more than its share the larger case may take; a square would take `TIMES`."""
RISKS = "*Risk ref | *Risk description | *Likelihood | *Impact"
LETTERS = "ABCDEFGHJKLMNPQR"
PLAN = "*No. | *Action | *Lead officer | *Due date | *Feeds"


def peak(work: Callable[[], object]) -> int:
    """Bytes that a piece of work holds at once, at the most."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def rows_that_cite(count: int) -> Callable[[], object]:
    refs = [f"Q{LETTERS[count // 50]}{n:03d}" for n in range(count)]
    risks = (f"{ref} | The lock gates fail as {ref} says | 3 | {n % 5}" for n, ref in enumerate(refs))
    plan = (f"{n} | Mend the lock of {ref} | Jo Kerr | May 203{n % 9} | {ref}" for n, ref in enumerate(refs))
    tables = [table(RISKS, *risks, number=1), table(PLAN, *plan, number=2, page=2)]
    return lambda: recognise(tables)


@pytest.mark.parametrize("work", [rows_that_cite], ids=lambda work: work.__name__)
def test_memory_grows_as_a_straight_line(work: Callable[[int], Callable[[], object]]) -> None:
    work(SMALL // 2)()  # what is remembered of words is no part of it
    assert peak(work(TIMES * SMALL)) <= STRAIGHT * TIMES * peak(work(SMALL))


A_PACK = 3_000
"""Bytes for a pack whose files are moved in: its folders and the names in them, nothing for a file."""


def test_what_is_moved_in_is_not_held_file_by_file(tmp_path: Path) -> None:
    def moved(packs: int) -> Callable[[], object]:
        staged, out = tmp_path / f"staged {packs}", tmp_path / f"out {packs}"
        for pack in range(packs):
            folder = staged / "partitions" / "council=Tidewell%20Borough%20Council" / f"pack={pack}-0123abcd"
            folder.mkdir(parents=True)
            for number in range(20):
                (folder / f"{number}.parquet").write_bytes(b"rows")
        return lambda: move_in(staged, out)

    moved(70)()  # what Python keeps of names grows now and not later
    few, many = (peak(moved(packs)) for packs in (10, 60))
    assert (many - few) / 50 < A_PACK
    assert len(list((tmp_path / "out 60").rglob("*.parquet"))) == 60 * 20
