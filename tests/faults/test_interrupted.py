"""Runs that are killed, stopped or doubled: what is done is kept, and a later run makes up for the rest."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack.extract.batch import executor
from agendapack.extract.batch.limits import Limits
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.interrupts import held_back, stop_if_told, stoppable
from agendapack.extract.settings import Settings

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("AGENDAPACK_KILLS", "3"))
SLOW = """
import os, sys, time
from agendapack import cli; import agendapack.extract.pipeline
real, parent = agendapack.extract.pipeline.stitch, os.getpid()
def slow(*arguments):
    if os.getpid() != parent:
        time.sleep({seconds})
    return real(*arguments)
agendapack.extract.pipeline.stitch = slow
cli.main(sys.argv[1:])
"""
"""The command line with a stage that takes its time in the workers."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes the POSIX way")


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for number in range(6):
        pack(tmp_path / "inbox" / f"{number}.pdf", [rows(number, number + 30)])
    return tmp_path / "inbox"


def start(out: str, seconds: float = 0.0) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-c",
        SLOW.format(seconds=seconds),
        "extract",
        "inbox",
        "-o",
        out,
        "-q",
        "-j",
        "2",
    ]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def finish(out: str) -> None:
    process = start(out)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said


def stored(out: str) -> int:
    return len(list(Path(out, ".agendapack", "packs").glob("*.gz")))


def until(what: str, condition: object) -> None:
    assert callable(condition)
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)


TIMED = ("runs", *(f".agendapack/{name}" for name in ("written", "index.json", "files.json", "left.json")))
"""Below a results folder: what says when something was done."""


def contents(out: str) -> dict[str, bytes]:
    names = {path: path.relative_to(out).as_posix() for path in Path(out).rglob("*") if path.is_file()}
    return {name: path.read_bytes() for path, name in names.items() if not name.startswith(TIMED)}


def children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
        except OSError:
            continue
    return found


def test_a_killed_run_leaves_nothing_but_what_it_finished(inbox: Path) -> None:
    finish("undisturbed")
    dice = random.Random(7)
    for _ in range(KILLS):
        process = start("out", seconds=0.2)
        until("the first result", lambda process=process: stored("out") > 0 or process.poll() is not None)
        time.sleep(dice.uniform(0, 1.5))
        process.kill()
        process.communicate()
    finish("out")
    assert contents("out") == contents("undisturbed")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_workers_die_with_a_killed_run(inbox: Path) -> None:
    process = start("out", seconds=60)
    until("workers", lambda: len(children(process.pid)) == 2)
    workers = children(process.pid)
    process.kill()
    process.communicate()
    until("the workers to end", lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))


@pytest.mark.parametrize("all_processes", [False, True], ids=["the parent", "all processes"])
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_can_be_resumed(inbox: Path, stop: signal.Signals, all_processes: bool) -> None:
    process = start("out", seconds=5.0)  # enough for a busy machine to deliver the signal before the end
    until("the first result", lambda: stored("out") > 0)
    if all_processes:  # as terminals and systemd do
        os.killpg(process.pid, stop)
    else:
        process.send_signal(stop)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    # a signal that arrives in a callback of Python's own is told by Python too
    assert said.decode().strip().splitlines()[-1] == (
        "agendapack: interrupted; what is read so far is kept, and the next run goes on from there."
    )
    assert 0 < stored("out") < 6
    assert not Path("out/actions.csv").exists()
    finish("out")
    finish("undisturbed")
    assert contents("out") == contents("undisturbed")


def test_a_signal_that_was_swallowed_is_not_lost() -> None:
    with stoppable():
        with suppress(KeyboardInterrupt):  # as in a callback, out of which no exception can come
            os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(KeyboardInterrupt):
            stop_if_told()
    stop_if_told()


def test_a_signal_that_a_library_made_another_error_of() -> None:
    with pytest.raises(KeyboardInterrupt), stoppable():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        except KeyboardInterrupt:
            raise AttributeError("partially initialized module") from None
    with pytest.raises(AttributeError), stoppable():
        raise AttributeError("of our own making")


def test_a_signal_waits_until_a_worker_is_born() -> None:
    born = False
    with stoppable(), pytest.raises(KeyboardInterrupt), held_back():
        os.kill(os.getpid(), signal.SIGTERM)
        born = True
    assert born


def test_a_signal_waits_also_when_another_thread_gets_it() -> None:
    born, awake = False, threading.Event()
    other = threading.Thread(target=awake.wait)
    other.start()
    try:
        with stoppable(), pytest.raises(KeyboardInterrupt), held_back():
            signal.pthread_kill(other.ident or 0, signal.SIGTERM)
            time.sleep(0.2)
            born = True
    finally:
        awake.set()
        other.join()
    assert born


def test_no_worker_is_forgotten(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = executor._started

    def interrupted(limits: Limits) -> object:
        worker = started(limits)
        os.kill(os.getpid(), signal.SIGTERM)
        return worker

    monkeypatch.setattr(executor, "_started", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_batch([inbox], Path("out"), Settings(), Options())
    assert not multiprocessing.active_children()


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with stoppable():
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


def test_two_runs_keep_apart_and_a_dead_ones_lock_is_none(inbox: Path) -> None:
    first = start("out", seconds=60)
    until("the lock", lambda: Path("out/.agendapack/lock").exists() and children(first.pid))
    second = start("out")
    _, said = second.communicate(timeout=60)
    assert second.returncode == 1
    assert f"another run is at work here (process {first.pid} on " in said.decode()
    first.kill()
    first.communicate()
    finish("out")
    assert stored("out") == 6
