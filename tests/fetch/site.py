"""A site of an invented council on this machine: what it answers, and what goes wrong with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PDF = b"%PDF-1.7\n" + b"harbour " * 2000
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What the site answers by path, and what it was asked."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


def plain(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(asked: BaseHTTPRequestHandler) -> None:
        asked.send_response(status)
        for name, value in headers.items():
            asked.send_header(name.replace("_", "-"), value)
        asked.send_header("Content-Length", str(len(body)))
        asked.end_headers()
        asked.wfile.write(body)

    return answer


def tagged(body: bytes, tag: str = '"one"') -> Answer:
    """Answers with a tag, with nothing to those that have it, and with the rest to those that have a part."""

    def answer(asked: BaseHTTPRequestHandler) -> None:
        if asked.headers.get("If-None-Match") == tag:
            plain(b"", 304, ETag=tag)(asked)
        elif asked.headers.get("If-Range") == tag:
            start = int(asked.headers["Range"].removeprefix("bytes=").rstrip("-"))
            plain(body[start:], 206, ETag=tag, Content_Range=f"bytes {start}-{len(body) - 1}/{len(body)}")(
                asked
            )
        else:
            plain(body, ETag=tag)(asked)

    return answer


def broken_off(body: bytes, after: int, tag: str = '"one"') -> Answer:
    def answer(asked: BaseHTTPRequestHandler) -> None:
        asked.send_response(200)
        asked.send_header("ETag", tag)
        asked.send_header("Content-Length", str(len(body)))
        asked.end_headers()
        asked.wfile.write(body[:after])
        asked.wfile.flush()
        asked.connection.shutdown(1)

    return answer


def endless(asked: BaseHTTPRequestHandler, status: int = 200, **headers: str) -> None:
    asked.send_response(status)
    for name, value in headers.items():
        asked.send_header(name, value)
    asked.end_headers()
    try:
        while True:
            asked.wfile.write(PDF)
    except OSError:  # the client has had enough
        asked.close_connection = True


def a_head_without_end(more: bytes) -> Answer:
    """Never silent for long, and each part of it short."""

    def answer(asked: BaseHTTPRequestHandler) -> None:
        asked.wfile.write(b"HTTP/1.1 103 Early Hints\r\n")
        with suppress(OSError):  # the client has had enough
            while True:
                asked.wfile.write(more)
                time.sleep(0.02)
        asked.close_connection = True

    return answer


def endlessly_moved(to: str) -> Answer:
    return lambda asked: endless(asked, 302, Location=to)


def moved(to: str) -> Answer:
    return plain(b"", 302, Location=to)


@contextmanager
def serving() -> Iterator[Site]:
    """The site while it is open; the last answer of a path is given again and again."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            answers = site.answers.get(self.path, [plain(b"nothing here", 404)])
            (answers.pop(0) if len(answers) > 1 else answers[0])(self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
