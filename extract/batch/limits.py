"""Batch: what a worker process may use, and how it is kept to it."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from agendapack.extract.light_dataclass import dataclass

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MEBIBYTE = 1 << 20
GARBAGE_AFTER = 1_000_000
"""New objects between two looks for garbage, more than most packs make: words and cells are frozen
values, which form no circles."""
PARENT = 4
"""What the process that puts all packs together may take, in shares of a worker."""
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What one pack may cost."""

    pack_seconds: float = 600.0
    """For the whole pack: 1,000 pages of text take half a minute, 100 scanned pages some five. The last third
    is for what is made of the pages read by then."""
    page_seconds: float = 40.0
    """For one page: a page of text takes 20 ms, a scanned one some seconds."""
    memory_mb: int = 1800
    """Beside what a worker has when it starts; a large pack takes 300."""

    @property
    def parent_mb(self) -> int:
        """What putting the packs together may take, beside what that process has when it begins."""
        return PARENT * self.memory_mb

    def __str__(self) -> str:
        return f"{self.pack_seconds:g} s, {self.page_seconds:g} s, {self.memory_mb} MB"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in the life of a process, by which its time is measured."""

    clock: float
    queued: float
    """Seconds it was ready to work up to now, but no core was free; 0 where the platform does not tell."""

    def since(self, earlier: Moment) -> float:
        """Seconds it had in between; on a busy machine it is not to blame for those it had to queue."""
        return self.clock - earlier.clock - max(0.0, self.queued - earlier.queued)


def moment(pid: int) -> Moment:
    """Now, for a process."""
    try:
        queued = int(Path(f"/proc/{pid}/schedstat").read_bytes().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        queued = 0.0
    return Moment(time.monotonic(), queued)


def confine(limits: Limits) -> None:
    """Leave no core file where the platform has any, and bound the memory of this process on Linux.

    macOS refuses such a bound or takes no notice of it; Windows has none.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _allow(limits.memory_mb)


@contextmanager
def bounded(megabytes: int) -> Iterator[None]:
    """Bound what this process takes beyond what it has, within the block: more is a MemoryError."""
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    _allow(megabytes)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _allow(megabytes: int) -> None:
    """Let this process take so much beyond what it has, or what it was allowed before if that is less."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    bounds = (_address_space() + megabytes * MEBIBYTE, *before)
    least = min(bound for bound in bounds if bound != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (least, before[1]))


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage seldom within the block: what is made there are values that form no circles."""
    before = gc.get_threshold()
    gc.set_threshold(GARBAGE_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _address_space() -> int:
    """Bytes of address space this process has already; libraries reserve more than they use."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def die_with(parent: int, lifeline: Connection) -> None:
    """End this process as soon as the parent has ended, however it did."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        return
    threading.Thread(target=_watch, args=(lifeline,), daemon=True).start()


def _watch(lifeline: Connection) -> None:
    """Nobody writes to the lifeline: reading ends when the parent's end is closed."""
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
