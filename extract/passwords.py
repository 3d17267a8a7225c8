"""The passwords a user gave, known to whatever opens a PDF and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

_given: ContextVar[tuple[str, ...]] = ContextVar("passwords", default=())


def passwords() -> tuple[str, ...]:
    """The passwords to try, in turn, on a file that does not open without one."""
    return _given.get()


@contextmanager
def unlocking(given: Sequence[str]) -> Iterator[None]:
    """Try these within the block."""
    token = _given.set(tuple(given))
    try:
        yield
    finally:
        _given.reset(token)
