"""Batch, on the machine of a Dask worker: a process without threads that starts a worker for each task.

A Dask worker has threads and may be forbidden to have children of its own kind; so each of its threads keeps
such a process and speaks to it through pipes. A pack is read as on the machine of the user, in a child of its
own and within its limits.
"""

from __future__ import annotations

import json
import os
import pickle
import platform
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, field, replace
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any

from agendapack import schemas
from agendapack.extract.batch.executor import FORK, Executor, JobFailure
from agendapack.extract.batch.jobs import Job, packed
from agendapack.extract.batch.limits import Limits
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.batch.warm import warm_up
from agendapack.extract.batch.worker import silence
from agendapack.extract.errors import PackError
from agendapack.extract.identity import sha256_of
from agendapack.extract.interrupts import leave_to_parent
from agendapack.extract.light_dataclass import dataclass

DONE, FAILED, NOT_HERE, OTHER_TOOL = b"D", b"F", b"N", b"V"
"""What begins each reply."""
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class RunSetting:
    """What all tasks of a run have in common."""

    limits: Limits
    words: dict[str, Any]
    """What was added to the vocabulary."""


@dataclass(frozen=True, slots=True)
class Task:
    """A job on its way to another machine."""

    job: Job
    setting: RunSetting
    tool: str
    """The fingerprint of the tool that asks."""
    sha256: str
    """Of the PDF."""
    content: bytes = field(default=b"", repr=False)
    """The PDF, where the workers do not see it; empty to look for it by its path."""


def do(sent: bytes) -> bytes:
    """Do a task, in a thread of a Dask worker; raises an EOFError when the process that does it is lost."""
    task: Task = pickle.loads(sent)
    if task.tool != fingerprint():
        return OTHER_TOOL + platform.node().encode()
    with _there(task) as job:
        return NOT_HERE if job is None else _host(task.setting).ask(job)


@contextmanager
def _there(task: Task) -> Iterator[Job | None]:
    """The job with its file on this machine; None when that would have to be sent."""
    if task.content:
        with tempfile.TemporaryDirectory(prefix="agendapack-") as folder:
            path = Path(folder, task.job.path.name)
            path.write_bytes(task.content)
            yield replace(task.job, path=path)
        return
    try:
        yield task.job if sha256_of(task.job.path) == task.sha256 else None
    except PackError:
        yield None


# --- the thread's side -----------------------------------------------------------------

_of_thread = threading.local()


class _Host:
    """The process that belongs to a thread."""

    def __init__(self, setting: RunSetting) -> None:
        self.setting = setting
        command = [sys.executable, "-m", "agendapack.extract.batch.host"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.tell(setting)

    def tell(self, what: object) -> None:
        assert self.process.stdin
        _send(self.process.stdin, pickle.dumps(what))

    def ask(self, job: Job) -> bytes:
        assert self.process.stdout
        try:
            self.tell(job)
            return _received(self.process.stdout)
        except (OSError, EOFError) as error:
            self.end()
            raise EOFError("the process that reads packs is lost") from error

    def end(self) -> None:
        """End it, and forget it."""
        _of_thread.host = None
        self.process.kill()
        self.process.communicate()


def _host(setting: RunSetting) -> _Host:
    host: _Host | None = getattr(_of_thread, "host", None)
    if host and host.setting != setting:
        host.end()
        host = None
    if host is None:
        host = _of_thread.host = _Host(setting)
    return host


# --- the process's side ----------------------------------------------------------------


def main() -> None:
    """Do the jobs that come in, one after the other, until the Dask worker is gone."""
    leave_to_parent()
    asked, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    silence()
    setting: RunSetting = pickle.loads(_received(asked))
    schemas.adopt(setting.words)
    if FORK:
        warm_up()
    waiting: SimpleQueue[Job] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked, waiting), daemon=True).start()
    while True:
        _send(replies, _done(waiting.get(), setting.limits))


def _listen(asked: IO[bytes], waiting: SimpleQueue[Job]) -> None:
    """Queue what comes in; with the Dask worker this process ends, and with it the one that reads."""
    try:
        while True:
            waiting.put(pickle.loads(_received(asked)))
    except (OSError, EOFError):
        os._exit(0)


def _done(job: Job, limits: Limits) -> bytes:
    with Executor(1, limits) as executor:
        executor.submit(job)
        _, answer, seconds = next(executor.answers())
    took = f"{seconds}\n".encode()
    if isinstance(answer, JobFailure):
        return FAILED + took + json.dumps(asdict(answer)).encode()
    return DONE + took + packed(answer)


# --- between the two -------------------------------------------------------------------


def _send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(len(content).to_bytes(_LENGTH, "big") + content)
    pipe.flush()


def _received(pipe: IO[bytes]) -> bytes:
    """What was sent; raises an EOFError when nobody sends any more."""
    length = pipe.read(_LENGTH)
    content = pipe.read(int.from_bytes(length, "big"))
    if len(length) < _LENGTH or len(content) < int.from_bytes(length, "big"):
        raise EOFError
    return content


if __name__ == "__main__":
    main()
