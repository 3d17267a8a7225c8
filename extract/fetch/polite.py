"""Fetch: a client that asks one thing at a time, waits between, obeys robots.txt and gives up in time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from agendapack.extract.errors import FetchError
from agendapack.extract.fetch.deadline import Endless
from agendapack.extract.fetch.guard import AddressRefused, GuardedTransport
from agendapack.extract.interrupts import stop_if_told
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.sources import TOOL, tool_version

AGENT = f"{TOOL}/{tool_version()}"
MAX_REDIRECTS = 5
"""Redirects that are followed from one address."""
MAX_TEXT = 20_000_000
"""Bytes of an answer that is read as text."""
LATER = (429, 500, 502, 503, 504)
"""Answers after which to ask again."""
FINAL = (Endless, AddressRefused, httpx.UnsupportedProtocol)
"""After which another attempt would end no better."""
MAX_WAIT = 120.0
"""Seconds to wait at most, whatever a server asks for."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a client behaves."""

    delay: float = 1.0
    """Seconds between two requests to a host."""
    retries: int = 4
    seconds: float = 600.0
    """For the head of an answer, and for its body."""
    silence: float = 30.0
    """Seconds in which a server may say nothing."""
    allow_private: bool = False


@dataclass(slots=True)
class Client:
    """Asks for what the user wants."""

    manners: Manners = field(default_factory=Manners)
    _asked: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _http: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self._http = httpx.Client(
            transport=GuardedTransport(self.manners.seconds, allow_private=self.manners.allow_private),
            follow_redirects=False,  # which would read all that a server sends with a redirection
            timeout=self.manners.silence,
            headers={"User-Agent": AGENT, "Accept-Encoding": "identity"},
            trust_env=False,
        )

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def text(self, url: str) -> bytes:
        """A short answer, whole; raises a FetchError."""
        for attempt in range(self.manners.retries + 1):
            try:
                with self.asked(url) as answer:
                    return b"".join(self.pieces(answer, MAX_TEXT))
            except httpx.TransportError as error:
                self.wait_or_raise(url, attempt, error)
        raise AssertionError("the last attempt raises")

    @contextmanager
    def asked(self, url: str, headers: Mapping[str, str] | None = None) -> Iterator[httpx.Response]:
        """An answer whose body is still to come; raises a FetchError, or a TransportError."""
        with self._followed(url, headers) as answer:
            yield answer

    def pieces(self, answer: httpx.Response, most: int) -> Iterator[bytes]:
        """The body piece by piece; raises a FetchError when it is too long or never ends."""
        size, began = 0, time.monotonic()
        for piece in answer.iter_raw():
            stop_if_told()
            size += len(piece)
            if size > most:
                raise FetchError(f"{answer.url}: the answer is longer than {most:,} bytes.")
            if time.monotonic() - began > self.manners.seconds:
                raise FetchError(f"{answer.url}: the answer took longer than {self.manners.seconds:.0f} s.")
            yield piece

    def wait_or_raise(self, url: str, attempt: int, error: httpx.TransportError) -> None:
        """Wait before the next attempt, longer each time; raises a FetchError after the last."""
        if attempt >= self.manners.retries or isinstance(error, FINAL):
            raise FetchError(f"{url}: {error or type(error).__name__}.") from error
        said = error.seconds if isinstance(error, _Later) else 0.0
        time.sleep(min(MAX_WAIT, max(said, self.manners.delay * 2**attempt)))

    @contextmanager
    def _followed(
        self, url: str, headers: Mapping[str, str] | None, *, obeying: bool = True
    ) -> Iterator[httpx.Response]:
        """The answer that an address leads to; each host on the way has its say, what it sends is left."""
        place = url
        for _ in range(MAX_REDIRECTS + 1):
            if obeying and not self._robots_of(place).can_fetch(AGENT, place):
                raise FetchError(f"{place}: the site's robots.txt asks programs not to fetch it.")
            with self._sent(place, headers) as answer:
                if answer.next_request is None:
                    yield answer
                    return
                place = str(answer.next_request.url)
        raise FetchError(f"{url}: leads through more than {MAX_REDIRECTS} redirects.")

    @contextmanager
    def _sent(self, url: str, headers: Mapping[str, str] | None) -> Iterator[httpx.Response]:
        self._pause(urlsplit(url).netloc)
        try:
            with self._http.stream("GET", url, headers=dict(headers or {})) as answer:
                if answer.status_code in LATER:
                    raise _Later(answer)
                yield answer
        except httpx.InvalidURL as error:
            raise FetchError(f"{url}: {error}") from error

    def _pause(self, host: str) -> None:
        robots = self._robots.get(host)
        wished = float(robots.crawl_delay(AGENT) or 0) if robots else 0.0
        pause = min(MAX_WAIT, max(self.manners.delay, wished))
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + pause - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _robots_of(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        if parts.netloc not in self._robots:
            rules = RobotFileParser()
            rules.parse(self._robots_text(f"{parts.scheme}://{parts.netloc}/robots.txt").splitlines())
            self._robots[parts.netloc] = rules
        return self._robots[parts.netloc]

    def _robots_text(self, url: str) -> str:
        for attempt in range(self.manners.retries + 1):
            try:
                with self._followed(url, None, obeying=False) as answer:
                    if answer.status_code != httpx.codes.OK:
                        return ""
                    return b"".join(self.pieces(answer, MAX_TEXT)).decode("utf-8", "replace")
            except httpx.TransportError as error:
                self.wait_or_raise(url, attempt, error)
        raise AssertionError("the last attempt raises")


class _Later(httpx.TransportError):
    """The server says that it cannot answer now."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__(f"the server answers {answer.status_code} {answer.reason_phrase}".rstrip())
        said = answer.headers.get("Retry-After", "")
        self.seconds = float(said) if said.isdecimal() else 0.0
