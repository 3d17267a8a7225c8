"""Batch, the parent's side: jobs go to worker processes, answers come back, whatever becomes of a worker."""

from __future__ import annotations

import gc
import json
import logging
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import field
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Self

from agendapack import schemas
from agendapack.extract.batch.jobs import Job, JobResult, unpacked
from agendapack.extract.batch.limits import Limits, Moment, moment
from agendapack.extract.batch.warm import warm_up
from agendapack.extract.batch.worker import ANSWER, AT_PAGE, ERROR, LOG, PROGRESS, WorkerSetting, serve
from agendapack.extract.errors import Crashed, OutOfTime
from agendapack.extract.interrupts import held_back
from agendapack.extract.isolation import FINDING_ENDS
from agendapack.extract.light_dataclass import dataclass

log = logging.getLogger(__name__)

FORK = sys.platform == "linux"
"""There a worker is a copy of this process with what it has loaded, made in 5 ms; elsewhere it loads all
it needs in a second and is kept for the next pack."""
POLL_SECONDS = 0.25
"""How often time limits are looked at."""
WHOLE_PACK_SECONDS_A_PAGE = 0.1
"""Work on all pages at once (joining tables, comparing) may be silent so much longer than work on one."""

Progress = Callable[[Job, int, int], None]


@dataclass(frozen=True, slots=True)
class JobFailure:
    """Why a job came to nothing."""

    error: str
    """Name of the error."""
    message: str
    page: int = 0
    """Where it happened, if known."""
    died: str = ""
    """How the worker ended, if it did."""

    @property
    def of_a_page(self) -> bool:
        """Whether another worker may do better without the page."""
        return bool(self.died and self.page)


Answer = tuple[Job, JobResult | JobFailure, float]


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    lifeline: Connection
    job: Job | None = None
    page: int = 0
    pages: int = 0
    began: Moment = Moment(0.0, 0.0)
    looked: Moment = Moment(0.0, 0.0)
    """When its time was last measured."""
    heard: Moment = Moment(0.0, 0.0)

    def look(self) -> Moment:
        """Measure its time."""
        self.looked = moment(self.process.pid)
        return self.looked

    def hear(self) -> None:
        """Note that it said something just now; what it queued since the last look is not worth measuring."""
        self.heard = Moment(time.monotonic(), self.looked.queued)

    def give(self, job: Job) -> None:
        self.job, self.page, self.pages = job, 0, job.pages
        self.began = self.heard = self.look()
        self.pipe.send(job)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()
        self.lifeline.close()


@dataclass(slots=True)
class Executor:
    """Does jobs in worker processes, several at a time; use it in a `with`."""

    jobs: int
    limits: Limits
    progress: Progress = lambda _job, _done, _pages: None
    warm: bool = False
    """Whether so much is to be read that loading everything beforehand pays."""
    _waiting: deque[Job] = field(default_factory=deque)
    _workers: list[_Worker] = field(default_factory=list)
    _answers: deque[Answer] = field(default_factory=deque)
    _looked: float = 0.0
    """When the clock was last looked at."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        with held_back():  # impatience must leave no worker behind
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def submit(self, job: Job, first: bool = False) -> None:
        """Queue a job, or put it at the head of the queue."""
        (self._waiting.appendleft if first else self._waiting.append)(job)

    def answers(self) -> Iterator[Answer]:
        """Each job with its answer and the seconds it took, as they come; more may be submitted meanwhile."""
        while True:
            self._start()
            while self._answers:
                yield self._answers.popleft()
                self._start()
            busy = [worker for worker in self._workers if worker.job]
            if not busy:
                return
            for pipe in wait([worker.pipe for worker in busy], POLL_SECONDS):
                self._hear(next(worker for worker in busy if worker.pipe is pipe))
            if time.monotonic() - self._looked >= POLL_SECONDS:
                self._look_at_the_clock()

    def _start(self) -> None:
        while self._waiting:
            worker = next((w for w in self._workers if not w.job), None)
            if worker is None and len(self._workers) < self.jobs:
                if self.warm and FORK:
                    warm_up()
                    self.warm = False
                worker = self._born()
            if worker is None:
                return
            worker.give(self._waiting.popleft())

    def _born(self) -> _Worker:
        """A new worker process."""
        with held_back():  # until it is known, so that nobody forgets to end it
            worker = _started(self.limits)
            self._workers.append(worker)
        return worker

    def _hear(self, worker: _Worker) -> None:
        try:
            message = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._lost(worker)
            return
        worker.hear()
        tag, content = message[:1], message[1:]
        job = worker.job
        if job is None:
            return
        if tag == AT_PAGE:
            worker.page = int(content)
        elif tag == PROGRESS:
            done, worker.pages = json.loads(content)
            self.progress(job, done, worker.pages)
        elif tag == LOG:
            told = json.loads(content)
            # several packs are read at a time: say which
            logging.getLogger(told["name"]).log(told["level"], "%s: %s", job.path.name, told["message"])
        elif tag == ANSWER:
            self._done(worker, unpacked(content))
        elif tag == ERROR:
            self._done(worker, JobFailure(**json.loads(content)))

    def _done(self, worker: _Worker, answer: JobResult | JobFailure) -> None:
        assert worker.job is not None
        self._answers.append((worker.job, answer, time.monotonic() - worker.began.clock))
        worker.job = None
        if FORK or isinstance(answer, JobFailure) and answer.died:
            worker.end()
            self._workers.remove(worker)

    def _lost(self, worker: _Worker) -> None:
        """The worker died by itself."""
        worker.process.join()
        self._fail(worker, Crashed, f"the process that read it died ({_ending(worker.process.exitcode)})")

    def _look_at_the_clock(self) -> None:
        limits, self._looked = self.limits, time.monotonic()
        for worker in [w for w in self._workers if w.job]:
            now = worker.look()
            silent = limits.page_seconds + (0 if worker.page else WHOLE_PACK_SECONDS_A_PAGE * worker.pages)
            if now.since(worker.began) > limits.pack_seconds:
                if now.since(worker.heard) < limits.pack_seconds * (1 - FINDING_ENDS):
                    worker.page = 0  # work on it has only begun: it is not to blame
                self._fail(worker, OutOfTime, f"took longer than {limits.pack_seconds:g} s")
            elif now.since(worker.heard) > silent:
                self._fail(worker, OutOfTime, f"no progress for {silent:g} s")

    def _fail(self, worker: _Worker, kind: type[Crashed | OutOfTime], what: str) -> None:
        assert worker.job is not None
        error = kind(worker.job.path, f"{what}.", worker.page or None)
        log.debug("%s", error)
        self._done(worker, JobFailure(kind.__name__, str(error), worker.page, what))


def _started(limits: Limits) -> _Worker:
    context: Any = multiprocessing.get_context("fork" if FORK else "spawn")
    ours, theirs = context.Pipe()
    line, held = context.Pipe(duplex=False)
    level = logging.getLogger("agendapack").getEffectiveLevel()
    setting = WorkerSetting(limits, os.getpid(), level, schemas.additions())
    process = context.Process(target=serve, args=(setting, theirs, line), daemon=True)
    gc.freeze()  # keeps the copy's garbage collector off the pages it shares
    process.start()
    gc.unfreeze()
    theirs.close()
    line.close()
    return _Worker(process, ours, held)


def _ending(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    faults = {"SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV", "SIGBUS"}
    return f"{name}: a fault in the file, or no memory left" if name in faults else name
