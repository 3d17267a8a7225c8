"""Four times the rows take four times the memory."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sheets import table

from agendapack.extract import pipeline
from agendapack.extract.batch.about import About, printed_of
from agendapack.extract.batch.inputs import key_of
from agendapack.extract.batch.known import RACY
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.parcel import parcel_of_files
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.store import Store
from agendapack.extract.identity import pack_id_of, sha256_of
from agendapack.extract.model import Cell, PackResult, Page, Word
from agendapack.extract.recognise import recognise
from agendapack.extract.settings import Settings
from agendapack.extract.write.csv import dataset_text
from agendapack.extract.write.moving import move_in
from agendapack.extract.write.packed import PackFiles
from agendapack.schemas.datasets import dataset, datasets

SAMPLE = Path(__file__).parent.parent / "samples" / "wrenbridge" / "pack.pdf"
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


def held(kind: type) -> int:
    """How many values of a kind there are."""
    return sum(type(thing) is kind for thing in gc.get_objects())


def test_checks_are_made_when_pages_and_their_words_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    before, then = {kind: held(kind) for kind in (Page, Word, Cell)}, {}

    def reconcile(*given: Any, **more: Any) -> PackResult:
        then.update({kind: held(kind) - others for kind, others in before.items()})
        return checked(*given, **more)

    checked = pipeline.reconcile
    monkeypatch.setattr(pipeline, "reconcile", reconcile)
    pipeline.read_pack(SAMPLE, Settings(ocr="never"), lambda _done, _pages: None)
    assert then[Page] == 0
    assert then[Word] == 0


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


FEW, MANY = 25, 225
PRINTS = printed_of((page, f"{page:032x}") for page in range(1, 5))
A_KNOWN_PACK = {"nothing new": 400, "looked closer": 1_500}
"""Bytes for a pack that lies as it lay: name and sign of its PDF, and for who looks closer of its stored
result too, and what passes through in pieces; nothing of what is known of it."""


@pytest.mark.parametrize("what", A_KNOWN_PACK)
def test_what_is_known_of_stored_packs_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    now = time.time_ns
    monkeypatch.setattr("agendapack.extract.batch.known.time.time_ns", lambda: now() + 2 * RACY)

    def run(home: Path) -> None:
        done = run_batch([home / "inbox"], home / "out", Settings(), Options(workers=1, layout="partitions"))
        assert dict(done.states) == {"unchanged": int(home.name)}

    def again(packs: int) -> Callable[[], None]:
        """A run over packs that are there, in councils of 25."""
        home = tmp_path / str(packs)
        stored(home, packs)
        for _ in range(2):
            run(home)
        if what == "looked closer":
            (home / "out" / ".agendapack" / "left.json").unlink()
        return lambda: run(home)

    few, many = again(FEW), again(MANY)
    assert (peak(many) - peak(few)) / (MANY - FEW) < A_KNOWN_PACK[what]


def stored(home: Path, packs: int) -> None:
    """A folder of PDFs, and a store with their results as if they had been read."""
    store, columns = Store(home / "out"), dict.fromkeys((c.name for c in dataset("packs").columns), "")
    store.prepare()
    (home / "inbox").mkdir()
    for number in range(packs):
        path, council = home / "inbox" / f"{number:03d}.pdf", f"Council {number // 25}"
        path.write_text(f"pack {number}")
        sha256 = sha256_of(path)
        pack_id, key = pack_id_of(path, sha256), key_of(path, sha256, Settings())
        row = columns | {"pack_id": pack_id, "row_id": "pack", "source_name": path.name, "sha256": sha256}
        row |= {"council": council, "status": "ok", "confidence": 1}
        files = PackFiles(pack_id, {"packs": dataset_text(dataset("packs"), [row])})
        about = About(
            pack_id, path.name, sha256, "ok", rows={of.name: 1 for of in datasets()}, printed=PRINTS
        )
        known = {"key": key, "sources": (f"../inbox/{path.name}",), "council": council}
        store.put(parcel_of_files(files, replace(about, **known)))
