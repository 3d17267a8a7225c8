"""Batch, the worker's side: one process that reads what it is sent, within its limits."""

from __future__ import annotations

import faulthandler
import gc
import json
import logging
import os
import time
from multiprocessing.connection import Connection
from typing import Any

from agendapack import schemas
from agendapack.extract.batch.jobs import Job, packed
from agendapack.extract.batch.limits import GARBAGE_AFTER, Limits, confine, die_with, moment
from agendapack.extract.batch.work import perform
from agendapack.extract.errors import AgendapackError, OutOfMemory, PackError
from agendapack.extract.interrupts import leave_to_parent
from agendapack.extract.isolation import reason
from agendapack.extract.light_dataclass import dataclass

PROGRESS, AT_PAGE, LOG, ANSWER, ERROR = b"P", b"A", b"L", b"R", b"E"
"""What begins each message to the parent."""

PROGRESS_SECONDS = 0.1
"""Time between two messages on how far the work is: each wakes the parent. On which page it is, it always
knows, since that page is to blame if this process dies."""


@dataclass(frozen=True, slots=True)
class WorkerSetting:
    """What a worker is born with."""

    limits: Limits
    parent: int
    log_level: int
    words: dict[str, Any]
    """What was added to the vocabulary."""


class _Forward(logging.Handler):
    """Sends log records to the parent: a worker has no terminal."""

    def __init__(self, parent: Connection) -> None:
        super().__init__()
        self.parent = parent

    def emit(self, record: logging.LogRecord) -> None:
        told = {"name": record.name, "level": record.levelno, "message": self.format(record)}
        self.parent.send_bytes(LOG + json.dumps(told).encode())


def serve(setting: WorkerSetting, parent: Connection, lifeline: Connection) -> None:
    """Do jobs until there is no more; the whole life of a worker process."""
    # systemd and terminals signal all processes of a job: a worker that died of it would look like a crash
    leave_to_parent()
    die_with(setting.parent, lifeline)
    silence()
    logger = logging.getLogger("agendapack")
    logger.handlers, logger.propagate = [_Forward(parent)], False
    logger.setLevel(setting.log_level)
    schemas.adopt(setting.words)
    confine(setting.limits)
    gc.set_threshold(GARBAGE_AFTER)
    while True:
        try:
            job = parent.recv()
        except EOFError:
            return
        parent.send_bytes(_answer(job, parent, setting.limits.pack_seconds))


def silence() -> None:
    """Nothing that a library prints about a hostile file reaches the terminal."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _answer(job: Job, parent: Connection, seconds: float) -> bytes:
    began, told = moment(os.getpid()), -PROGRESS_SECONDS
    page = -1

    def progress(done: int, pages: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= PROGRESS_SECONDS or done == pages:
            told = now
            parent.send_bytes(PROGRESS + json.dumps([done, pages]).encode())

    def at_page(number: int) -> None:
        nonlocal page
        if number != page:
            page = number
            parent.send_bytes(AT_PAGE + str(number).encode())

    def spent() -> float:
        return moment(os.getpid()).since(began) / seconds

    try:
        return ANSWER + packed(perform(job, progress, at_page, spent))
    except AgendapackError as error:
        if isinstance(error.__cause__, MemoryError):
            return _error(OutOfMemory(job.path, "needs more memory than allowed."))
        return _error(error)
    except BaseException as error:
        return _error(PackError(job.path, f"{reason(error)}."))


def _error(error: AgendapackError) -> bytes:
    page = error.page if isinstance(error, PackError) else None
    told = {"error": type(error).__name__, "message": str(error), "page": page or 0}
    return ERROR + json.dumps(told).encode()
