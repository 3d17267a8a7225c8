"""Fetch: documents into a folder, only what is new or changed, each whole, with a list of facts beside."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import httpx

from agendapack.extract.errors import FetchError, UsageError
from agendapack.extract.fetch.documents import Document
from agendapack.extract.fetch.polite import Client
from agendapack.extract.identity import sha256_of
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.safe import for_file

FACTS = "packs.csv"
"""The list that the reading uses: what is printed nowhere in a pack is taken from it."""
MEMORY = ".agendapack-fetch.json"
"""What was fetched from which address, by which tags its next version is told from it."""
NAMES = ("file", "source_name")
"""What the column of the PDF's name may be called."""
COLUMNS = ("council", "committee", "date", "title", "source_url", "published")
MAX_PDF = 1_000_000_000
"""Bytes of a document."""
PDF_MARK = b"%PDF-"
MARK_WITHIN = 1024
"""Bytes at the start of a file within which the mark stands."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of a document."""

    document: Document
    state: str
    """new, changed, unchanged or failed."""
    file: str = ""
    message: str = ""


def fetch_into(
    inbox: Path, documents: Iterable[Document], client: Client, most: int = MAX_PDF
) -> Iterator[Fetched]:
    """Bring the folder up to date, document by document; one that fails costs no other."""
    inbox.mkdir(parents=True, exist_ok=True)
    folder = _Inbox(inbox)
    for document in {d.source_url: d for d in documents}.values():
        try:
            fetched = folder.fetch(document, client, most)
        except FetchError as error:
            yield Fetched(document, "failed", message=str(error))
            continue
        folder.note(fetched)
        yield fetched


class _Inbox:
    def __init__(self, inbox: Path) -> None:
        self.inbox = inbox
        self.known: dict[str, dict[str, str]] = _read(inbox / MEMORY)
        self.listed = _rows(inbox / FACTS)

    def fetch(self, document: Document, client: Client, most: int) -> Fetched:
        known = self.known.get(document.source_url, {})
        kept = known if known.get("file") and (self.inbox / known["file"]).is_file() else {}
        part = self.inbox / f".{hashlib.sha256(document.source_url.encode()).hexdigest()[:24]}.part"
        tags = _downloaded(client, document.source_url, part, kept, most)
        if tags is None:
            return Fetched(document, "unchanged", kept["file"])
        _is_pdf(part, document.source_url)
        sha256 = sha256_of(part)
        if kept and sha256 == kept["sha256"]:
            _drop(part)
            self.known[document.source_url] = {**kept, **tags}
            return Fetched(document, "unchanged", kept["file"])
        name = self._name(document, kept)
        part.replace(self.inbox / name)
        _tags_of(part).unlink(missing_ok=True)
        self.known[document.source_url] = {"file": name, "sha256": sha256, **tags}
        return Fetched(document, "changed" if kept else "new", name)

    def _name(self, document: Document, kept: dict[str, str]) -> str:
        """The file's own name, if what lies there was fetched and not touched since, or a free one."""
        if kept and sha256_of(self.inbox / kept["file"]) == kept["sha256"]:
            return kept["file"]
        wished = Path(document.file_name)
        name, number = wished.name, 1
        while (self.inbox / name).exists():
            number += 1
            name = f"{wished.stem}-{number}{wished.suffix}"
        return name

    def note(self, fetched: Fetched) -> None:
        """Keep what is known of a document: in the list of facts, and for the next time."""
        if fetched.state != "unchanged":
            self.listed = _with(self.listed, fetched)
            _write(self.inbox / FACTS, _text(self.listed))
        _write(self.inbox / MEMORY, json.dumps(self.known, indent=1, sort_keys=True) + "\n")


def _downloaded(
    client: Client, url: str, part: Path, kept: dict[str, str], most: int
) -> dict[str, str] | None:
    """Get a document, going on where an earlier attempt broke off; None when it is as it was."""
    for attempt in range(client.manners.retries + 1):
        try:
            with client.asked(url, _conditions(part, kept)) as answer:
                if answer.status_code == httpx.codes.NOT_MODIFIED and kept:
                    return None
                return _stored(client, answer, part, most)
        except httpx.TransportError as error:
            client.wait_or_raise(url, attempt, error)
    raise AssertionError("the last attempt raises")


def _conditions(part: Path, kept: dict[str, str]) -> dict[str, str]:
    """What to ask for: the rest of a document, or one that has another tag."""
    begun = _read(_tags_of(part)) if part.is_file() else {}
    # a weak tag says that two are nearly the same, which is no ground to join two halves
    strong = "" if begun.get("etag", "").startswith("W/") else begun.get("etag")
    if validator := strong or begun.get("modified"):
        return {"Range": f"bytes={part.stat().st_size}-", "If-Range": validator}
    told = {"If-None-Match": kept.get("etag"), "If-Modified-Since": kept.get("modified")}
    return {name: value for name, value in told.items() if value}


def _stored(client: Client, answer: httpx.Response, part: Path, most: int) -> dict[str, str]:
    """Write the body to the part; gives the tags by which the document is known again."""
    begun = part.stat().st_size if part.is_file() else 0
    goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT and _starts_at(answer, begun)
    if not goes_on and answer.status_code != httpx.codes.OK:
        _drop(part)
        raise FetchError(f"{answer.url}: the server answers {answer.status_code} {answer.reason_phrase}.")
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise FetchError(f"{answer.url}: the answer is packed, though that was not asked for.")
    tags = _tags(answer)
    _write(_tags_of(part), json.dumps(tags))
    try:
        with part.open("ab" if goes_on else "wb") as file:
            for piece in client.pieces(answer, most - (begun if goes_on else 0)):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    except FetchError:  # too long or endless: another attempt would end no better
        _drop(part)
        raise
    return tags


def _starts_at(answer: httpx.Response, begun: int) -> bool:
    said: str = answer.headers.get("Content-Range", "")
    return said.startswith(f"bytes {begun}-")


def _tags(answer: httpx.Response) -> dict[str, str]:
    told = {"etag": answer.headers.get("ETag", ""), "modified": answer.headers.get("Last-Modified", "")}
    return {name: value for name, value in told.items() if value}


def _tags_of(part: Path) -> Path:
    return part.with_suffix(".tags")


def _is_pdf(part: Path, url: str) -> None:
    with part.open("rb") as file:
        if PDF_MARK in file.read(MARK_WITHIN):
            return
    _drop(part)
    raise FetchError(f"{url}: what came is no PDF.")


def _drop(part: Path) -> None:
    for left in (part, _tags_of(part)):
        left.unlink(missing_ok=True)


# --- the list of facts -------------------------------------------------------------


Rows = list[dict[str, str]]


def _rows(file: Path) -> Rows:
    """The list as it is; raises a UsageError rather than lose what somebody wrote there."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            return list(csv.DictReader(opened))
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file}: cannot be read ({error}). Save it as CSV UTF-8.") from error


def _with(rows: Rows, fetched: Fetched) -> Rows:
    """The list with the document; what people wrote over empty cells of ours stays."""
    told = {name: for_file(cell) for name, cell in asdict(fetched.document).items()}
    line = {_name_column(rows): fetched.file, **told}
    place = next((n for n, row in enumerate(rows) if fetched.file in map(row.get, NAMES)), len(rows))
    before = rows[place] if place < len(rows) else {}
    filled = {**before, **{name: cell or before.get(name, "") for name, cell in line.items()}}
    return [*rows[:place], filled, *rows[place + 1 :]]


def _name_column(rows: Rows) -> str:
    return next((name for row in rows[:1] for name in NAMES if name in row), NAMES[0])


def _text(rows: Rows) -> str:
    columns = dict.fromkeys((_name_column(rows), *COLUMNS, *(name for row in rows for name in row if name)))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(columns), restval="", extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _read(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _write(file: Path, text: str) -> None:
    half = file.with_name(f"{file.name}.half")
    half.write_text(text, encoding="utf-8", newline="")
    half.replace(file)
