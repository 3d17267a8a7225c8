"""Storage: the lock of an address, so that one run at a time works there, whatever machines they are on.

Files `lock-1`, `lock-2`, … are created only where there is none of that name; the highest number has it.
It is renewed while its run is alive, and says that it is free when that has ended. When it is free, or was
not renewed for long, whoever creates the next number has the lock. No number is ever used twice, so that a
run that slept cannot take another's lock for its own.
"""

from __future__ import annotations

import os
import re
import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

from agendapack.extract.errors import OutputBusy
from agendapack.extract.storage.remote_folder import RemoteFolder, asked
from agendapack.extract.write.names import HOME

RENEWED_EVERY = 60.0
"""Seconds."""
ABANDONED_AFTER = timedelta(minutes=15)
"""Many renewals: a machine may sleep for a while, and clocks may differ."""
FREE = b"free"
_LOCK = re.compile(rf"{re.escape(HOME)}/lock-(\d+)")


class Lease:
    """The lock of a remote folder, held."""

    def __init__(self, remote: RemoteFolder, number: int) -> None:
        self.remote, self.number = remote, number

    def check(self) -> None:
        """Raise an OutputBusy when another run has taken over, since this one was silent for long."""
        if max(_numbers(self.remote), default=0) != self.number:
            raise busy(self.remote)


@contextmanager
def leased(remote: RemoteFolder) -> Iterator[Lease]:
    """Hold the lock of the folder; raises an OutputBusy when another run has it."""
    with asked(remote):
        number = _taken(remote)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(remote, number, ended), daemon=True)
    renewing.start()
    try:
        yield Lease(remote, number)
    finally:
        ended.set()
        renewing.join()
        with suppress(Exception):  # then it is void after a while
            remote.write(_name(number), FREE)


def _taken(remote: RemoteFolder) -> int:
    """The number of the lock that this run has now; those before it go."""
    before = _numbers(remote)
    last = max(before, default=0)
    if last and not _is_free(remote, last) or not remote.create(_name(last + 1), _signature()):
        raise busy(remote)
    for number in before:
        remote.remove(_name(number))
    return last + 1


def _renew(remote: RemoteFolder, number: int, ended: threading.Event) -> None:
    while not ended.wait(RENEWED_EVERY):
        with suppress(Exception):  # an outage: the lock counts for a while without
            remote.write(_name(number), _signature())


def _numbers(remote: RemoteFolder) -> list[int]:
    return [int(match[1]) for name in remote.listed(HOME) if (match := _LOCK.fullmatch(name))]


def _is_free(remote: RemoteFolder, number: int) -> bool:
    try:
        if remote.read(_name(number)) == FREE:
            return True
        changed: datetime = remote.files.modified(remote.of(_name(number)))
    except FileNotFoundError:  # another has just taken the next
        return True
    return datetime.now(UTC) - changed.astimezone(UTC) > ABANDONED_AFTER


def busy(remote: RemoteFolder) -> OutputBusy:
    """The error of a run that cannot have the folder, or has it no more."""
    return OutputBusy(
        f"{remote.address}: another run is at work here. Wait until it has ended, or choose another place "
        f"with -o; the lock of a run that was killed is void after {ABANDONED_AFTER.seconds // 60} minutes."
    )


def _name(number: int) -> str:
    return f"{HOME}/lock-{number}"


def _signature() -> bytes:
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    return f"process {os.getpid()} on {socket.gethostname()}, {now}, {uuid.uuid4().hex}".encode()
