"""The review server: on this machine alone, with the token alone, and one file alone is written."""

from __future__ import annotations

import http.client
import json
import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from written import write_results

from agendapack.extract.correct.file import (
    COLUMNS,
    FILE,
    correction_cells,
    corrections_csv,
    parse_corrections,
)
from agendapack.extract.correct.kept import Kept
from agendapack.extract.errors import DamagedPdf, EncryptedPdf, UsageError
from agendapack.extract.model import Correction, Review
from agendapack.extract.write.review import build_review, serve_review
from agendapack.extract.write.review.painter import Painter, Undrawn
from agendapack.extract.write.review.pictures import PagePicture
from agendapack.extract.write.review.serve import MAX_BYTES, TOKEN_HEADER, ReviewServer

SAID = Correction(
    "0" * 64, "july.pdf", "actions", "page 3 | MB 01", Review("corrected", "action", "x", "A. Ward"), "=y, é"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    out = write_results(tmp_path / "out")
    with serve_review(Kept(out / FILE), build_review(out).path.parent) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(
    server: ReviewServer,
    method: str,
    path: str,
    body: bytes | None = None,
    **headers: str,
) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers of an answer; `token` and `origin` are given as words."""
    named = {"token": TOKEN_HEADER, "origin": "Origin", "host": "Host", "length": "Content-Length"}
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request(method, path, body, {named[name]: text for name, text in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        connection.close()


def saved(server: ReviewServer) -> Path:
    return server.kept.file.parent / "corrections.csv"


def test_the_page_and_its_files_are_shown_with_strict_headers(server: ReviewServer) -> None:
    for path, kind in [
        ("/", "text/html"),
        ("/start.js", "text/javascript"),
        ("/data.js", "text/javascript"),
    ]:
        status, body, headers = ask(server, "GET", path)
        assert status == 200 and body
        assert headers["Content-Type"].startswith(kind)
        assert headers["X-Content-Type-Options"] == "nosniff"
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "file:" not in policy and "unsafe" not in policy


def test_it_listens_on_this_machine_alone(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/#token={server.token}"
    assert len(server.token) >= 32


def test_corrections_reach_the_file(server: ReviewServer) -> None:
    body = corrections_csv([SAID]).encode()
    assert ask(server, "POST", "/corrections.csv", body, token=server.token)[0] == 200
    assert parse_corrections(saved(server).read_text(encoding="utf-8")) == (SAID,)
    status, found, _ = ask(server, "GET", "/corrections.json", token=server.token)
    assert status == 200
    assert __import__("json").loads(found) == [correction_cells(SAID)]


def test_what_others_wrote_meanwhile_is_kept(server: ReviewServer) -> None:
    other = Correction(SAID.sha256, SAID.source_name, "actions", "another row", SAID.review, "z")
    saved(server).write_text(corrections_csv([other]), encoding="utf-8", newline="")
    ask(server, "POST", "/corrections.csv", corrections_csv([SAID]).encode(), token=server.token)
    assert parse_corrections(saved(server).read_text(encoding="utf-8")) == (other, SAID)


REFUSED = [
    ({}, 403),
    ({"token": "guess"}, 403),
    ({"token": "ü"}, 403),
    ({"token": "right", "origin": "http://example.org"}, 403),
    ({"token": "right", "origin": "null"}, 403),
    ({"token": "right", "host": "example.org"}, 403),
    ({"token": "right", "length": str(MAX_BYTES + 1)}, 413),
    ({"token": "right", "length": "-5"}, 413),
    ({"token": "right", "length": "many"}, 413),
]


@pytest.mark.parametrize(("headers", "status"), REFUSED)
def test_what_is_refused(server: ReviewServer, headers: dict[str, str], status: int) -> None:
    headers = {name: server.token if text == "right" else text for name, text in headers.items()}
    body = None if "length" in headers else corrections_csv([SAID]).encode()
    assert ask(server, "POST", "/corrections.csv", body, **headers)[0] == status
    assert not saved(server).exists()


BAD_BODIES = [b"verdict\r\nmaybe\r\n", b"\xff\xfe", b"<html>", corrections_csv([SAID]).encode()[:-9] + b'"']


@pytest.mark.parametrize("body", BAD_BODIES)
def test_what_is_no_file_of_corrections_is_not_saved(server: ReviewServer, body: bytes) -> None:
    saved(server).write_text(corrections_csv([SAID]), encoding="utf-8", newline="")
    status, words, _ = ask(server, "POST", "/corrections.csv", body, token=server.token)
    assert status in (200, 400)
    kept = parse_corrections(saved(server).read_text(encoding="utf-8"))
    assert SAID in kept or status == 200
    if status == 400:
        assert words


@pytest.mark.parametrize(
    "path",
    [
        "/../packs.csv",
        "/%2e%2e/packs.csv",
        "//etc/passwd",
        "/actions.csv",
        "/corrections.csv",
        "/review",
        "/\x7f",
    ],
)
def test_nothing_else_can_be_read(server: ReviewServer, path: str) -> None:
    if "\x7f" in path:
        with pytest.raises(http.client.InvalidURL):
            ask(server, "GET", path)
        return
    assert ask(server, "GET", path)[0] == 404


def raw(server: ReviewServer, request: bytes) -> bytes:
    """The answer to bytes that no well-behaved client sends."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        connection.sendall(request.replace(b"HOST", f"Host: 127.0.0.1:{server.server_port}\r\n".encode()))
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


MALFORMED = [
    (b"GET /\x00 HTTP/1.1\r\nHOST\r\n", b"404"),
    (b"GET /index.html\x00.css HTTP/1.1\r\nHOST\r\n", b"404"),
    (b"GET /%00 HTTP/1.1\r\nHOST\r\n", b"404"),
    (b"GET /" + b"a" * 60_000 + b".js HTTP/1.1\r\nHOST\r\n", b"404"),
    (b"GET / HTTP/1.1\r\n\r\n", b"403"),
    (b"PUT /corrections.csv HTTP/1.1\r\nHOST\r\n", b"501"),
    (b"DELETE / HTTP/1.1\r\nHOST\r\n", b"501"),
    (b"GET / HTTP/1.1\r\nHOST" + b"A: b\r\n" * 500 + b"\r\n", b"431"),
]


@pytest.mark.parametrize(("request_bytes", "status"), MALFORMED)
def test_malformed_requests_are_answered_and_say_nothing(
    server: ReviewServer, request_bytes: bytes, status: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    head = raw(server, request_bytes).partition(b"\r\n\r\n")[0]
    assert status in head.split(b"\r\n")[0]
    assert b"default-src 'none'" in head
    assert ask(server, "GET", "/")[0] == 200
    assert capfd.readouterr().err == ""


def test_a_browser_that_leaves_in_the_middle_is_no_news(server: ReviewServer, capfd) -> None:
    reset = struct.pack("ii", 1, 0)
    for _ in range(10):
        connection = socket.create_connection(("127.0.0.1", server.server_port))
        connection.sendall(f"GET /data.js HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n".encode())
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        connection.close()
    assert ask(server, "GET", "/")[0] == 200
    assert capfd.readouterr().err == ""


def test_corrections_are_told_to_the_token_alone(server: ReviewServer) -> None:
    assert ask(server, "GET", "/corrections.json")[0] == 403
    assert ask(server, "GET", "/", host="evil.example")[0] == 403


@pytest.mark.parametrize("path", ["/packs.csv", "/index.html", "/", "/../corrections.csv"])
def test_no_other_file_can_be_written(server: ReviewServer, path: str) -> None:
    before = {p: p.read_bytes() for p in server.kept.file.parent.rglob("*") if p.is_file()}
    assert ask(server, "POST", path, b"x", token=server.token)[0] == 404
    assert {p: p.read_bytes() for p in server.kept.file.parent.rglob("*") if p.is_file()} == before


def test_a_port_in_use_is_said(server: ReviewServer) -> None:
    with pytest.raises(UsageError, match="Choose another one"):
        serve_review(server.kept, server.folder, server.server_port)


def test_columns_of_the_file_are_those_of_the_page() -> None:
    assert corrections_csv([]).strip() == ",".join(COLUMNS)


# --- pages drawn when they are looked at ------------------------------------------------


@pytest.fixture
def painted(tmp_path: Path) -> Iterator[tuple[ReviewServer, list[list[int]]]]:
    """A page whose pack has five pages, none of them drawn, and which pages are drawn when."""
    asked: list[list[int]] = []

    def draw(_pdf: Path, folder: Path, _turned: object, numbers: Sequence[int]) -> Iterator[PagePicture]:
        asked.append(list(numbers))
        folder.mkdir(exist_ok=True)
        for number in numbers:
            (folder / f"{number:04d}.png").write_bytes(b"picture")
            if number == 3:
                raise DamagedPdf(_pdf, "no more")
            yield PagePicture(number, 600, 800, f"{number:04d}.png")

    out = write_results(tmp_path / "out")
    painter = Painter({"july pack": Undrawn(tmp_path / "july.pdf", 5, {})}, draw)
    with serve_review(Kept(out / FILE), build_review(out).path.parent, painter=painter) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running, asked
        running.shutdown()
        thread.join()


def test_pages_are_drawn_when_they_are_asked_for_and_once(
    painted: tuple[ReviewServer, list[list[int]]],
) -> None:
    server, asked = painted
    assert asked == []
    for _ in range(2):
        status, body, _ = ask(server, "GET", "/july%20pack/0001.json")
        assert (status, json.loads(body)) == (200, [1, 600, 800, "july pack/0001.png", ""])
    assert asked == [[1, 2, 3]]
    assert ask(server, "GET", "/july%20pack/0002.png")[:2] == (200, b"picture")
    *none, why = json.loads(ask(server, "GET", "/july%20pack/0003.json")[1])
    assert none == [3, 0, 0, ""] and why.startswith("no more")
    assert json.loads(ask(server, "GET", "/july%20pack/0005.json")[1])[0] == 5
    assert asked == [[1, 2, 3], [5]]


def test_a_locked_pack_says_that_its_password_is_missing(tmp_path: Path) -> None:
    def draw(pdf: Path, *_: object) -> Iterator[PagePicture]:
        raise EncryptedPdf(pdf, "the file is locked with a password.")

    page = Painter({"july": Undrawn(tmp_path / "july.pdf", 5, {})}, draw).page("july", 2)
    assert page is not None and page.file == ""
    assert page.why == (
        "the file is locked with a password. Give the password with --password or --password-file."
    )


@pytest.mark.parametrize(
    "path",
    ["/july%20pack/0006.json", "/july%20pack/0000.json", "/may/0001.json", "/july%20pack/1.json",
     "/..%2F..%2Fetc/0001.json", "/july%20pack/9999999999.json", "/july%20pack/0004.png"],
)  # fmt: skip
def test_no_other_page_is_drawn(painted: tuple[ReviewServer, list[list[int]]], path: str) -> None:
    server, asked = painted
    assert ask(server, "GET", path)[0] == 404
    assert asked == []


def test_what_was_drawn_goes_with_the_server(painted: tuple[ReviewServer, list[list[int]]]) -> None:
    server, _ = painted
    ask(server, "GET", "/july%20pack/0001.json")
    folder = server.painter.folder
    assert folder.is_dir()
    server.painter.close()
    assert not folder.exists()
