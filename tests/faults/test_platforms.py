"""What Linux alone has: elsewhere a worker does without it, and is not lost by it."""

from __future__ import annotations

import os
import sys
from multiprocessing import Pipe
from types import SimpleNamespace

import pytest

from agendapack.extract import interrupts
from agendapack.extract.batch import limits, options


class _Resource(SimpleNamespace):
    """As on macOS, where a bound below what a process has reserved is refused."""

    RLIMIT_CORE, RLIMIT_AS, RLIM_INFINITY = "core", "space", -1

    def __init__(self) -> None:
        super().__init__(set={})

    def getrlimit(self, _what: str) -> tuple[int, int]:
        return -1, -1

    def setrlimit(self, what: str, bounds: tuple[int, int]) -> None:
        if what == self.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")
        self.set[what] = bounds


@pytest.mark.parametrize("platform", ["darwin", "freebsd14"])
def test_where_memory_cannot_be_bound_a_worker_works_unbound(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = _Resource()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setitem(sys.modules, "resource", resource)
    limits.confine(limits.Limits())
    assert resource.set == {"core": (0, 0)}, "nor does it leave a core file"
    with limits.bounded(1):
        assert resource.set == {"core": (0, 0)}


def test_windows_has_no_module_for_such_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)  # an import of it fails
    limits.confine(limits.Limits())
    with limits.bounded(1):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each worker shows it")
def test_on_linux_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", _Resource())
    with pytest.raises(ValueError, match="exceeds"):
        limits.confine(limits.Limits())


def test_without_proc_a_moment_is_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr("pathlib.Path.read_bytes", missing)
    assert limits.moment(os.getpid()).queued == 0


def test_cores_are_counted_without_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert options.cores() == 3


def test_signals_are_held_back_without_a_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("signal.pthread_sigmask", raising=False)
    with pytest.raises(KeyboardInterrupt), interrupts.stoppable(), interrupts.held_back():
        interrupts._interrupt(2, None)  # noqa: SLF001 - a signal that comes meanwhile


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_a_worker_ends_with_its_parent_where_the_system_does_not_say_so(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []
    ours, theirs = Pipe(duplex=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr("threading.Thread.start", lambda thread: thread.run())  # and wait for it
    theirs.close()  # as when the parent is gone
    limits.die_with(0, ours)
    assert ended == [1]
