"""Batch: one run at a time in a results folder."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from agendapack.extract.errors import OutputBusy
from agendapack.extract.write.names import HOME

FILE = "lock"
"""Of a run that writes results."""
REVIEW_FILE = "review.lock"
"""Of the making of a review page, which takes long and changes nothing until it is done."""


@contextmanager
def locked(out: Path, name: str = FILE) -> Iterator[None]:
    """Hold the folder's lock; raises OutputBusy when another run has it.

    The operating system holds the lock for this process and lets go when it ends, however it ends:
    so a lock file that a killed run left is no lock.
    """
    path = out / HOME / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("r+" if path.exists() else "w+", encoding="utf-8") as file:
        try:
            _take(file)
        except OSError:
            holder = " ".join(path.read_text(encoding="utf-8", errors="replace").split())
            raise OutputBusy(
                f"{out}: another run is at work here ({holder or 'unknown'}). "
                "Wait until it has ended, or choose another place with -o."
            ) from None
        _sign(file)
        try:
            yield
        finally:
            file.seek(0)
            file.truncate()


def held(out: Path, name: str) -> bool:
    """Whether another process holds the lock."""
    if not (out / HOME / name).exists():
        return False
    try:
        with locked(out, name):
            return False
    except OutputBusy:
        return True


def _sign(file: IO[str]) -> None:
    """Say who holds the lock."""
    file.seek(0)
    file.truncate()
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    file.write(f"process {os.getpid()} on {socket.gethostname()} since {now}")
    file.flush()


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        file.seek(1 << 30)  # locked bytes cannot be read: lock one far behind the text
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[str]) -> None:
        # a record lock: unlike flock's, workers do not inherit it
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
