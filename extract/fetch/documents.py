"""Fetch: the documents to get, each with what is known of it before it is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from agendapack.extract.errors import UsageError
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.safe import for_file_name

SCHEMES = ("http", "https")
ENDING = ".pdf"
MAX_STEM = 80
"""Characters of a file name before its ending."""
_ALSO = {"url": "source_url"}


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF on the web."""

    source_url: str
    council: str = ""
    committee: str = ""
    date: str = ""
    title: str = ""
    published: str = ""
    """When it was published, as the web says it."""

    @property
    def file_name(self) -> str:
        """What the file is called: its meeting and title, or the last part of its address."""
        told = "-".join(part for part in (self.date, self.committee, self.title) if part)
        last = unquote(urlsplit(self.source_url).path.rsplit("/", 1)[-1])
        stem = for_file_name("-".join((told or last).split()))
        return stem.removesuffix(ENDING)[:MAX_STEM] + ENDING


def checked(url: str) -> str:
    """The address; raises a UsageError unless it is one of the web."""
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise UsageError(f"{url[:100]!r} is no address such as https://council.example/pack.pdf.")
    return url


def listed(file: Path) -> Iterator[Document]:
    """The documents of a list: an address a line, or a CSV with a column url and those of packs.csv."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}).") from error
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    head = [_column(name) for name in next(csv.reader(lines[:1]), [])]
    if "source_url" not in head:
        yield from (Document(checked(line.strip())) for line in lines)
        return
    fields = set(Document.__slots__)
    for row in csv.reader(lines[1:]):
        cells = {name: cell.strip() for name, cell in zip(head, row, strict=False) if name in fields}
        yield Document(**{**cells, "source_url": checked(cells.get("source_url", ""))})


def _column(name: str) -> str:
    plain = "_".join(name.split()).casefold()
    return _ALSO.get(plain, plain)
