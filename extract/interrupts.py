"""Ctrl-C, and the signal by which a scheduler ends a run: both interrupt in one way, and neither is lost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from types import FrameType

from agendapack.extract.light_dataclass import dataclass

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a command when nobody says otherwise."""
_INTERRUPTS = (signal.SIGINT, signal.SIGTERM)


@dataclass(slots=True)
class _State:
    came: list[int] = field(default_factory=list)
    """The signals so far: an exception that one raises in a callback of a library is swallowed there."""
    held: int = 0
    """How many blocks hold them back."""


_now = _State()


def _interrupt(number: int, _frame: FrameType | None) -> None:
    _now.came.append(number)
    if not _now.held:
        raise KeyboardInterrupt


@contextmanager
def stoppable() -> Iterator[None]:
    """Within the block, Ctrl-C and SIGTERM raise KeyboardInterrupt; one that is ignored stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield  # handlers are for the main thread
        return
    handled = [number for number in _INTERRUPTS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _interrupt) for number in handled}
    try:
        yield
    except Exception as error:
        if _now.came:  # a library that was interrupted while it loads may make another error of it
            raise KeyboardInterrupt from error
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        _now.came.clear()


def stop_if_told() -> None:
    """Raise KeyboardInterrupt when a signal came that did not get through."""
    if _now.came:
        raise KeyboardInterrupt


@contextmanager
def held_back() -> Iterator[None]:
    """Keep signals waiting until the end of the block."""
    before = len(_now.came)
    _now.held += 1
    mask = _blocked()
    try:
        yield
    finally:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        _now.held -= 1
    if len(_now.came) > before:
        raise KeyboardInterrupt


def _blocked() -> set[int] | None:
    """Block them where the platform can: so that a process started in the block begins with them blocked.

    Other threads get them nevertheless: this alone does not hold them back.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return None
    return set(signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS))


def leave_to_parent() -> None:
    """Ignore them all: a process that is started to do a part of the work ends when its parent says so."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
