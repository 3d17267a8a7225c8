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
from agendapack.extract.storage.place import Place, asked
from agendapack.extract.write.names import HOME

RENEWED_EVERY = 60.0
"""Seconds."""
ABANDONED_AFTER = timedelta(minutes=15)
"""Many renewals: a machine may sleep for a while, and clocks may differ."""
FREE = b"free"
_LOCK = re.compile(rf"{re.escape(HOME)}/lock-(\d+)")


class Lease:
    """The lock of a place, held."""

    def __init__(self, place: Place, number: int) -> None:
        self.place, self.number = place, number

    def check(self) -> None:
        """Raise an OutputBusy when another run has taken over, since this one was silent for long."""
        if max(_numbers(self.place), default=0) != self.number:
            raise busy(self.place)


@contextmanager
def leased(place: Place) -> Iterator[Lease]:
    """Hold the lock of the place; raises an OutputBusy when another run has it."""
    with asked(place):
        number = _taken(place)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(place, number, ended), daemon=True)
    renewing.start()
    try:
        yield Lease(place, number)
    finally:
        ended.set()
        renewing.join()
        with suppress(Exception):  # then it is void after a while
            place.write(_name(number), FREE)


def _taken(place: Place) -> int:
    """The number of the lock that this run has now; those before it go."""
    before = _numbers(place)
    last = max(before, default=0)
    if last and not _is_free(place, last) or not place.create(_name(last + 1), _signature()):
        raise busy(place)
    for number in before:
        place.remove(_name(number))
    return last + 1


def _renew(place: Place, number: int, ended: threading.Event) -> None:
    while not ended.wait(RENEWED_EVERY):
        with suppress(Exception):  # an outage: the lock counts for a while without
            place.write(_name(number), _signature())


def _numbers(place: Place) -> list[int]:
    return [int(match[1]) for name in place.listed(HOME) if (match := _LOCK.fullmatch(name))]


def _is_free(place: Place, number: int) -> bool:
    try:
        if place.read(_name(number)) == FREE:
            return True
        changed: datetime = place.files.modified(place.of(_name(number)))
    except FileNotFoundError:  # another has just taken the next
        return True
    return datetime.now(UTC) - changed.astimezone(UTC) > ABANDONED_AFTER


def busy(place: Place) -> OutputBusy:
    """The error of a run that cannot have the place, or has it no more."""
    return OutputBusy(
        f"{place.address}: another run is at work here. Wait until it has ended, or choose another place "
        f"with -o; the lock of a run that was killed is void after {ABANDONED_AFTER.seconds // 60} minutes."
    )


def _name(number: int) -> str:
    return f"{HOME}/lock-{number}"


def _signature() -> bytes:
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    return f"process {os.getpid()} on {socket.gethostname()}, {now}, {uuid.uuid4().hex}".encode()
