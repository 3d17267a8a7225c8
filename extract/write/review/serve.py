"""Write: shows the review page on this machine alone and takes its corrections, with a one-time token."""

from __future__ import annotations

import hmac
import json
import logging
import re
import secrets
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from agendapack.extract.correct.file import FILE, correction_cells, parse_corrections
from agendapack.extract.correct.kept import Kept
from agendapack.extract.errors import AgendapackError, UsageError
from agendapack.extract.write.review.painter import Painter
from agendapack.extract.write.review.pictures import write_pictures

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
MAX_BYTES = 8_000_000
"""Of one POST: some 20,000 corrections."""
TOKEN_HEADER = "X-Agendapack-Token"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".webp": "image/webp",
}
_PAGE = re.compile(r"/([^/]+)/(\d{4,6})\.json")
"""A page of a pack, by the name of its folder."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class ReviewServer(ThreadingHTTPServer):
    """Serves the review page of one folder; `address` is for the one who started it."""

    daemon_threads = True

    def __init__(self, kept: Kept, folder: Path, port: int = 0, painter: Painter | None = None) -> None:
        self.painter = painter or Painter({}, write_pictures)
        self.kept = kept
        self.folder = folder.resolve()
        self.token = secrets.token_urlsafe(32)
        self.saving = threading.Lock()
        super().__init__((HOST, port), _Handler)
        self.origin = f"http://{HOST}:{self.server_port}"

    def server_close(self) -> None:
        """End, and take away what was drawn on the way."""
        super().server_close()
        self.painter.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that left, or a request nobody foresaw, ends its own connection and nothing else."""
        log.debug("a request ended early", exc_info=True)

    @property
    def address(self) -> str:
        """Where to open the page; the token behind # never reaches a log."""
        return f"{self.origin}/#token={self.token}"


def serve_review(kept: Kept, folder: Path, port: int = 0, painter: Painter | None = None) -> ReviewServer:
    """A server for the page in the folder, bound and ready; call `serve_forever` on it."""
    try:
        return ReviewServer(kept, folder, port, painter)
    except OSError as error:
        raise UsageError(f"port {port} cannot be used ({error.strerror}). Choose another one.") from error


def _read(folder: Path, name: str) -> tuple[bytes | None, str]:
    """A file of the page and its type; no bytes for what is none."""
    try:
        file = (folder / name).resolve()
        kind = TYPES[file.suffix]
        return (file.read_bytes() if file.is_relative_to(folder) else None), kind
    except (OSError, ValueError, KeyError):  # not there, no name of a file, none of the page's kinds
        return None, ""


class _Handler(BaseHTTPRequestHandler):
    """Files of the page for everybody on this machine; corrections only with the token."""

    server: ReviewServer
    timeout = 30
    server_version, sys_version = "agendapack", ""

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0])
        if not self._is_own_address():
            self._answer(HTTPStatus.FORBIDDEN, "Open the address that the command printed.")
        elif path == "/favicon.ico":  # asked for by browsers unbidden
            self._answer(HTTPStatus.NO_CONTENT, "")
        elif path == "/corrections.json":
            self._corrections()
        elif asked := _PAGE.fullmatch(path):
            self._page(asked[1], int(asked[2]))
        else:
            self._file(path)

    def _page(self, folder: str, number: int) -> None:
        """Number, width, height and file of a page, or why none; drawn if nobody has looked at it before."""
        drawn = self.server.painter.page(folder, number)
        if drawn is None:
            self._answer(HTTPStatus.NOT_FOUND, "There is no such page.")
        else:
            told = [drawn.number, round(drawn.width, 1), round(drawn.height, 1), drawn.file, drawn.why]
            self._send(HTTPStatus.OK, json.dumps(told).encode(), "application/json")

    def do_POST(self) -> None:
        try:
            length = int(self.headers.get("Content-Length", ""))
        except ValueError:
            length = -1
        if self.path != f"/{FILE}":
            self._answer(HTTPStatus.NOT_FOUND, "There is nothing here to write.")
        elif not self._may_write():
            self._answer(HTTPStatus.FORBIDDEN, "Open the address that the command printed last.")
        elif not 0 <= length <= MAX_BYTES:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"At most {MAX_BYTES} bytes are taken.")
        else:
            self._save(self.rfile.read(length))

    def _save(self, body: bytes) -> None:
        try:
            new = parse_corrections(body.decode("utf-8-sig"))
            with self.server.saving:
                self.server.kept.add(new)
        except (UnicodeDecodeError, AgendapackError) as error:
            self._answer(HTTPStatus.BAD_REQUEST, str(error))
        else:
            self._answer(HTTPStatus.OK, "saved")

    def _corrections(self) -> None:
        if not self._knows_token():
            self._answer(HTTPStatus.FORBIDDEN, "Open the address that the command printed last.")
            return
        try:
            with self.server.saving:
                cells = [correction_cells(c) for c in self.server.kept.read()]
        except AgendapackError as error:
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        else:
            self._send(HTTPStatus.OK, json.dumps(cells).encode(), "application/json")

    def _file(self, path: str) -> None:
        name = path.lstrip("/") or "index.html"
        body, kind = _read(self.server.folder, name)
        if body is None:
            body, kind = _read(self.server.painter.folder, name)
        if body is None:
            self._answer(HTTPStatus.NOT_FOUND, "There is no such file.")
        else:
            self._send(HTTPStatus.OK, body, kind)

    def _is_own_address(self) -> bool:
        """Not a name of somebody else's that was made to lead here."""
        return f"http://{self.headers.get('Host', '')}" == self.server.origin

    def _may_write(self) -> bool:
        own_page = self.headers.get("Origin", self.server.origin) == self.server.origin
        return self._is_own_address() and own_page and self._knows_token()

    def _knows_token(self) -> bool:
        given = self.headers.get(TOKEN_HEADER, "")
        return hmac.compare_digest(given.encode(), self.server.token.encode())

    def _answer(self, status: HTTPStatus, words: str) -> None:
        self._send(status, words.encode(), "text/plain; charset=utf-8")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, text in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses by itself is answered with the same strict headers."""
        self.close_connection = True
        self._answer(HTTPStatus(code), "This is no request of the review page.")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: standard error is for the user."""
