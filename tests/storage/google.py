"""Google's storage, as far as gcsfs asks for it: a server of this process that keeps objects in memory."""

from __future__ import annotations

import json
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


class Google(ThreadingHTTPServer):
    """Buckets whose objects have generations: one that is to be new must not be there."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.objects: dict[str, tuple[bytes, int, str]] = {}
        self.one_at_a_time = threading.Lock()
        self.generation = 0

    def put(self, name: str, content: bytes, only_new: bool) -> bool:
        """Keep an object; of several who want to make it, one does."""
        with self.one_at_a_time:
            if only_new and name in self.objects:
                return False
            self.generation += 1
            self.objects[name] = (content, self.generation, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}Z")
            return True

    def about(self, name: str) -> dict[str, Any]:
        """What the service says of an object."""
        content, generation, changed = self.objects[name]
        bucket, _, path = name.partition("/")
        return {
            "kind": "storage#object", "bucket": bucket, "name": path, "size": str(len(content)),
            "generation": str(generation), "updated": changed, "timeCreated": changed,
            "md5Hash": b64encode(md5(content).digest()).decode(), "etag": str(generation),
        }  # fmt: skip


class _Answers(BaseHTTPRequestHandler):
    server: Google
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        way, asked = self._asked()
        match way:
            case ["storage", "v1", "b", bucket, "o"]:
                self._list(bucket, asked.get("prefix", ""))
            case [*before, "storage", "v1", "b", bucket, "o", name]:
                self._object(f"{bucket}/{name}", asked.get("alt") == "media" or before == ["download"])
            case ["storage", "v1", "b", bucket]:
                self._say(200, {"kind": "storage#bucket", "name": bucket})
            case _:
                self._say(404, {})

    def do_POST(self) -> None:
        way, asked = self._asked()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        bucket = way[way.index("b") + 1] if "b" in way else ""
        if way[:1] != ["upload"] or asked.get("uploadType") != "multipart":
            self._say(200, {"name": json.loads(body)["name"]} if body else {})
            return
        mark = self.headers["Content-Type"].partition("boundary=")[2].strip('"').encode()
        parts = body.split(b"--" + mark)[1:3]
        told, content = (part.split(b"\n\n", 1)[1] for part in parts)
        name = f"{bucket}/{json.loads(told)['name']}"
        made = self.server.put(name, content.removesuffix(b"\n"), asked.get("ifGenerationMatch") == "0")
        self._say(200 if made else 412, self.server.about(name) if made else {"error": {"message": "taken"}})

    def do_DELETE(self) -> None:
        way, _ = self._asked()
        gone = self.server.objects.pop(f"{way[3]}/{way[5]}", None)
        self._say(204 if gone else 404, {})

    def _asked(self) -> tuple[list[str], dict[str, str]]:
        parts = urlsplit(self.path)
        way = [unquote(part) for part in parts.path.strip("/").split("/")]
        return way, {name: values[-1] for name, values in parse_qs(parts.query).items()}

    def _list(self, bucket: str, prefix: str) -> None:
        names = sorted(name for name in self.server.objects if name.startswith(f"{bucket}/{prefix}"))
        self._say(200, {"kind": "storage#objects", "items": [self.server.about(name) for name in names]})

    def _object(self, name: str, media: bool) -> None:
        if name not in self.server.objects:
            self._say(404, {"error": {"message": f"No such object: {name}"}})
        elif media:
            self._send(200, self.server.objects[name][0], "application/octet-stream")
        else:
            self._say(200, self.server.about(name))

    def _say(self, status: int, what: dict[str, Any]) -> None:
        self._send(status, b"" if status == 204 else json.dumps(what).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def google() -> Iterator[str]:
    """The address of a service while it is needed."""
    with Google() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
