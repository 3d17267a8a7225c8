"""Fetch: the head of an answer comes in time, or its connection is cut: a server may send one for ever."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import httpx

_CONNECTED = ("connection.connect_tcp.complete", "connection.start_tls.complete")
"""After these steps there is a socket, or another one."""


class Endless(httpx.TransportError):
    """A head that had not ended in time; another attempt would end no better."""


class Deadline:
    """Cuts the connection in use when a time is over; silence alone is noticed by the connection itself."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._socket: socket.socket | None = None

    def trace(self, step: str, about: Mapping[str, Any]) -> None:
        """Note the socket in use; for the extension `trace` of a request."""
        if step in _CONNECTED:
            self._socket = about["return_value"].get_extra_info("socket")

    @contextmanager
    def holds(self) -> Iterator[None]:
        """Raise an Endless where the block takes longer."""
        over = threading.Event()
        timer = threading.Timer(self._seconds, self._cut, (over,))
        timer.daemon = True
        timer.start()
        try:
            yield
        except httpx.TransportError as error:
            if over.is_set():
                raise Endless(f"the head of the answer took longer than {self._seconds:.0f} s") from error
            raise
        finally:
            timer.cancel()

    def _cut(self, over: threading.Event) -> None:
        over.set()
        if self._socket:
            with suppress(OSError):  # closed just now; that of TLS would wait for the other side
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
