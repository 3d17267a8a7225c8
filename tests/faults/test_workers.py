"""Crashes, hangs, bombs and full disks: each costs one page or one pack, and is told."""

from __future__ import annotations

import csv
import multiprocessing
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.papers import pack, rows
from faults.stand_ins import (
    at,
    crash,
    die_of_memory,
    eat_memory,
    fill_the_disk,
    hang,
    on_page,
    stumble,
)
from hypothesis import given
from hypothesis import strategies as st

from agendapack import cli
from agendapack.extract import pipeline
from agendapack.extract.batch.jobs import MAX_BAD_PAGES, Job, causes, honest
from agendapack.extract.batch.limits import Limits
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import BatchResult
from agendapack.extract.batch.run import run_batch
from agendapack.extract.errors import OutputError
from agendapack.extract.pipeline import read_pack
from agendapack.extract.settings import Settings

Fault = Callable[[], None]
ROOMY = Limits(pack_seconds=120, page_seconds=60, memory_mb=400)
TIGHT = Limits(pack_seconds=120, page_seconds=4, memory_mb=400)
"""For faults that only the clock ends: longer than a slow machine needs for a page."""


@pytest.fixture(autouse=True)
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "inbox" / "bad.pdf", [rows(n) for n in range(1, 6)])
    pack(tmp_path / "inbox" / "good.pdf", [rows(9)])
    return tmp_path / "inbox"


def run(**options: object) -> BatchResult:
    chosen = {"workers": 2, "limits": ROOMY, **options}
    return run_batch([Path("inbox")], Path("out"), Settings(), Options(**chosen))  # type: ignore[arg-type]


def cells(dataset: str, column: str) -> list[str]:
    with Path("out", f"{dataset}.csv").open(newline="", encoding="utf-8") as file:
        return [row[column] for row in csv.DictReader(file)]


def outcome(batch: BatchResult) -> tuple[str, str]:
    """Status and message of the bad pack; the good one is always read."""
    bad, good = batch.packs
    assert good.about.status == "ok"
    assert not multiprocessing.active_children()
    assert not [
        path
        for path in Path("out").rglob("*")
        if path.suffix == ".half" or path.name.startswith(".agendapack-")
    ]
    return bad.about.status, bad.about.message


ON_A_PAGE = [
    (crash, "died (SIGSEGV"),
    (die_of_memory, "died (SIGABRT"),
    (hang, "no progress for 4 s"),
    (eat_memory, "needs more memory than allowed"),
    (stumble, "failed with RecursionError: too deep"),
    (fill_the_disk, "No space left on device"),
]


@pytest.mark.parametrize(("fault", "words"), ON_A_PAGE)
def test_a_fault_on_a_page_costs_the_page(fault: Fault, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    on_page(monkeypatch, fault, 3)
    status, message = outcome(run(limits=TIGHT if fault is hang else ROOMY))
    assert status == "partial"
    assert message.startswith("bad.pdf: page 3 not read (")
    assert words in message
    assert sorted(cells("actions", "action_ref")) == ["TB 01", "TB 02", "TB 04", "TB 05", "TB 09"]
    assert "unread_page" in cells("findings", "kind")


@pytest.mark.parametrize("pages", [(1,), (5,), (1, 2), (2, 4)])
def test_several_bad_pages(pages: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    on_page(monkeypatch, crash, *pages)
    assert outcome(run())[0] == "partial"
    left = [f"TB {n:02d}" for n in range(1, 6) if n not in pages]
    assert sorted(cells("actions", "action_ref")) == [*left, "TB 09"]


def test_bad_pages_of_a_pack_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    on_page(monkeypatch, crash, 2, 5)
    monkeypatch.setattr("agendapack.extract.batch.schedule.SHARED_FROM_PAGES", 2)
    assert outcome(run(workers=4))[0] == "partial"
    assert sorted(cells("actions", "action_ref")) == ["TB 01", "TB 03", "TB 04", "TB 09"]


def test_a_pack_of_nothing_but_bad_pages_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    on_page(monkeypatch, crash, *range(1, 6))
    assert outcome(run())[0] == "failed"


@pytest.mark.parametrize("shared_from", [200, 2])
def test_of_a_pack_with_too_many_bad_pages_stays_what_was_read(
    shared_from: int, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(inbox / "bad.pdf", [rows(n) for n in range(1, 16)])
    on_page(monkeypatch, crash, *range(3, 16))
    monkeypatch.setattr("agendapack.extract.batch.schedule.SHARED_FROM_PAGES", shared_from)
    status, message = outcome(run(workers=3))
    assert status == "partial"
    assert "pages 3-11 not read (the process that read it died" in message or shared_from == 2
    assert ("pages 12-15 not read (8 pages before it cost" in message) is (shared_from == 200)
    assert sorted(cells("actions", "action_ref")) == ["TB 01", "TB 02", "TB 09"]


def test_a_job_ends_whatever_its_pages_do() -> None:
    job: Job | None = Job(Path("a.pdf"), Settings(), part=range(1, 40))
    deaths = 0
    for page in reversed(range(1, 40)):
        if job is None:
            break
        job, deaths = job.without(page, "died"), deaths + 1
    assert job is None and deaths == 2 * MAX_BAD_PAGES + 1


@given(st.sets(st.integers(1, 30)))
def test_pages_that_follow_each_other_are_told_as_a_range(pages: set[int]) -> None:
    told = causes([("no text", pages)]) if pages else "pages "
    listed = told.removeprefix("pages ").removeprefix("page ").split(" not read")[0]
    bounds = [[int(n) for n in part.split("-")] for part in listed.split(", ") if part]
    assert [n for first, *last in bounds for n in range(first, (last or [first])[0] + 1)] == sorted(pages)


def test_a_step_that_failed_costs_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack of one page is read though what looks for cards stumbles: its page is not the step's."""

    def unforeseen(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(pipeline, "forms_of", unforeseen)
    file = pack(tmp_path / "one.pdf", [rows(1)])
    told = honest(read_pack(file, Settings(), lambda _done, _pages: None)).pack
    assert (told.status, told.pages_read) == ("partial", 1)
    assert "cards" in told.message and "page 1" not in told.message


BEYOND_A_PAGE = [
    (crash, "stitch", "Crashed", "died (SIGSEGV"),
    (hang, "stitch", "OutOfTime", "no progress for"),
    (eat_memory, "stitch", "OutOfMemory", "needs more memory than allowed"),
    (stumble, "recognise_with_care", "UnexpectedFailure", "failed with RecursionError"),
    (fill_the_disk, "reconcile", "UnexpectedFailure", "No space left on device"),
]


@pytest.mark.parametrize(("fault", "stage", "error", "words"), BEYOND_A_PAGE)
def test_a_fault_that_no_page_is_to_blame_for_costs_the_pack(
    fault: Fault, stage: str, error: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, stage, fault)
    status, message = outcome(run(limits=TIGHT if fault is hang else ROOMY))
    assert status == "failed"
    assert words in message
    assert cells("quarantine", "error") == [error]
    assert sorted(cells("packs", "status")) == ["failed", "ok"]


def test_a_fault_in_finding_tables_costs_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from agendapack.extract.pipeline import grids_on

    monkeypatch.setattr(
        "agendapack.extract.pipeline.grids_on",
        lambda p, before: stumble() if p.number == 4 else grids_on(p, before),
    )
    _, message = [(r.about.status, r.about.message) for r in run().packs][0]
    assert "page 4 not read (its tables cannot be found: failed with RecursionError" in message


def slow(seconds: float) -> Fault:
    return lambda: time.sleep(seconds)


@pytest.mark.parametrize(("shared_from", "a_page", "a_pack"), [(200, 2, 9), (2, 3, 4)])
def test_when_the_time_of_a_pack_ends_the_pages_read_are_kept(
    shared_from: int, a_page: float, a_pack: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_page(monkeypatch, slow(a_page), 1, 2, 3, 4, 5)
    monkeypatch.setattr("agendapack.extract.batch.schedule.SHARED_FROM_PAGES", shared_from)
    options = {"limits": Limits(a_pack, 60, 400), "workers": 3}
    status, message = outcome(run(**options))
    assert status == "partial"
    assert "5 not read (no time was left for it; allow more with --timeout)" in message
    (unread,) = [finding for finding in cells("findings", "pages") if finding]
    left = 5 - len(unread.split("; "))
    assert 0 < left < 5
    assert sorted(cells("packs", "pages_read")) == ["1", str(left)]
    assert len(cells("actions", "action_ref")) == left + 1
    assert [r.state for r in run(**options).packs] == ["unchanged", "unchanged"]


def test_more_time_reads_the_pages_that_were_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("agendapack.extract.isolation.READING_ENDS", 0.0)
        assert [r.about.status for r in run().packs] == ["failed", "failed"]
    assert outcome(run(limits=Limits(121, 60, 400)))[0] == "ok"


def test_a_page_that_takes_the_rest_of_the_time_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    on_page(monkeypatch, hang, 3)
    status, message = outcome(run(limits=Limits(6, 60, 400)))
    assert status == "partial"
    assert message.startswith("bad.pdf: page 3 not read (took longer than 6 s)")


@pytest.mark.parametrize("shared_from", [200, 2])
def test_work_on_all_pages_may_be_silent_for_longer(
    shared_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "stitch", slow(3))
    monkeypatch.setattr("agendapack.extract.batch.executor.WHOLE_PACK_SECONDS_A_PAGE", 5)
    monkeypatch.setattr("agendapack.extract.batch.schedule.SHARED_FROM_PAGES", shared_from)
    assert outcome(run(limits=Limits(pack_seconds=120, page_seconds=1, memory_mb=400)))[0] == "ok"


def test_time_queued_for_a_core_is_not_held_against_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from agendapack.extract.batch.limits import Moment

    def queued(_: int) -> Moment:
        return Moment(time.monotonic(), time.monotonic())

    on_page(monkeypatch, lambda: time.sleep(3), 2)
    hasty = Limits(pack_seconds=120, page_seconds=1, memory_mb=400)
    assert run(limits=hasty).packs[0].about.status == "partial"
    monkeypatch.setattr("agendapack.extract.batch.executor.moment", queued)
    assert run(limits=hasty, retry=True).packs[0].about.status == "ok"


def test_quarantine_is_left_alone_until_something_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        at(patched, "stitch", crash)
        run()
    assert [r.state for r in run().packs] == ["unchanged", "unchanged"]
    assert cells("quarantine", "error") == ["Crashed"]
    again = run(limits=Limits(120, 60, 900))
    assert [(r.state, r.about.status) for r in again.packs] == [("changed", "ok"), ("unchanged", "ok")]
    assert cells("quarantine", "error") == []


def test_retry_reads_what_failed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        at(patched, "recognise_with_care", stumble)
        run()
    assert [r.about.status for r in run().packs] == ["failed", "ok"]
    assert [r.about.status for r in run(retry=True).packs] == ["ok", "ok"]


# --- a full disk under the results ---------------------------------------------------------


@pytest.mark.parametrize("where", ["os.fsync", "agendapack.extract.write.package.write_package"])
def test_a_full_disk_ends_the_run_and_leaves_the_results_as_they_were(
    where: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    before = {p: p.read_bytes() for p in Path("out").glob("*.*") if p.is_file()}
    pack(Path("inbox/more.pdf"), [rows(20)])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(where, full)
        with pytest.raises(OutputError, match="No space left on device"):
            run()
        assert cli.run(["extract", "inbox", "-o", "out", "-q"]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in Path("out").glob("*.*") if p.is_file()} == before
    assert [r.about.status for r in run().packs] == ["ok", "ok", "ok"]
    assert "TB 20" in cells("actions", "action_ref")


def test_pages_that_no_pack_has() -> None:
    batch = run_batch([Path("inbox")], Path("out"), Settings(pages=range(3, 7)), Options())
    assert [run.about.status for run in batch.packs] == ["partial", "failed"]
    assert batch.failed[0].about.message == (
        "good.pdf: the pack has 1 pages, and none of those asked for. Choose others with --pages."
    )


def test_rows_beyond_measure_end_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendapack.extract.batch.parcel.MOST_CHARS", 4_000)
    status, message = outcome(run())
    assert status == "failed"
    assert re.match("bad.pdf: its rows take 0 MB as text. Read a part of it with --pages", message)
    assert cells("quarantine", "error") == ["TooManyRows"]


def test_a_page_count_bomb_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendapack.extract.isolation.MAX_PAGES", 4)
    status, message = outcome(run())
    assert status == "failed"
    assert "the file says that it has 5 pages. Read a part of it with --pages." in message


def test_packs_that_take_too_much_memory_together_end_the_run_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    before = {p: p.read_bytes() for p in Path("out").glob("*.*") if p.is_file()}
    pack(Path("inbox/more.pdf"), [rows(20)])
    with monkeypatch.context() as patched:
        patched.setattr("agendapack.extract.batch.shares.with_history", lambda *_: eat_memory())
        assert cli.run(["extract", "inbox", "-o", "out", "-q", "--memory", "400"]) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("agendapack: out: to put the packs together takes more than 1,600 MB.")
    assert {p: p.read_bytes() for p in Path("out").glob("*.*") if p.is_file()} == before
    assert [r.about.status for r in run().packs] == ["ok", "ok", "ok"]
    assert "TB 20" in cells("actions", "action_ref")
