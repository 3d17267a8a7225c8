"""Batch: the result of a pack as a worker sends it and the store keeps it, with what is to know about it."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from agendapack.extract.batch.about import About, printed_of
from agendapack.extract.errors import TooManyRows
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import PackResult
from agendapack.extract.write.flatten import by_dataset
from agendapack.extract.write.packed import PackFiles, packed
from agendapack.extract.write.record import Record
from agendapack.extract.write.safe import for_file
from agendapack.schemas.datasets import datasets

MOST_CHARS = 100_000_000
"""Characters of the rows and grids of a pack; those of 2,000 pages have some five million."""
LEVEL = 1
"""Compression: the lowest level is fast and takes off nine tenths."""
GZIP = 31
"""What zlib calls the form of gzip files."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A result on its way from a worker to the store, already packed."""

    about: About
    body: bytes
    """The datasets and grids, each compressed."""


def parcel_of_files(files: PackFiles, about: About) -> Parcel:
    """Pack files that are there already."""
    body = compressed(files.datasets) + compressed(files.grids)
    return Parcel(replace(about, digest=hashlib.sha256(body).hexdigest()[:32]), body)


def parcel_of(result: PackResult, **more: Any) -> Parcel:
    """Pack what a worker has read.

    Raises TooManyRows when that is more than the process that puts all packs together should take in.
    """
    from agendapack.extract.correct.lessons import heads_of  # who only looks things up here does without

    lengths = {of.name: 0 for of in datasets()}
    sorts: Counter[tuple[str, str]] = Counter()
    files = packed(result, _counted(by_dataset(result), lengths, sorts))
    size = sum(map(len, (*files.datasets.values(), *files.grids.values())))
    if size > MOST_CHARS:
        raise TooManyRows(Path(result.pack.source_name), f"its rows take {size / 1e6:,.0f} MB as text.")
    pack = result.pack
    body = compressed(files.datasets) + compressed(files.grids)
    about = About(
        pack.source.pack_id,
        pack.source_name,
        pack.sha256,
        pack.status,
        pack.message,
        pack.pages_read,
        lengths,
        tuple((kind, severity, n) for (kind, severity), n in sorts.items()),
        len(result.tables),
        sum(1 for table in result.tables if table.kind),
        pack.tables_unknown,
        printed_of(result.prints),
        digest=hashlib.sha256(body).hexdigest()[:32],
        council=pack.council,
        heads=heads_of(result.tables),
    )
    return Parcel(replace(about, **more), body)


def _counted(
    rows: Iterable[tuple[str, Iterable[Record]]], lengths: dict[str, int], sorts: Counter[tuple[str, str]]
) -> Iterator[tuple[str, Iterable[Record]]]:
    """The rows as they come, noting how many each dataset has, and how many findings of each sort."""

    def noted(name: str, some: Iterable[Record]) -> Iterator[Record]:
        for row in some:
            lengths[name] += 1
            if name == "findings":
                sorts[str(row["kind"]), str(row["severity"])] += 1
            yield row

    for name, some in rows:
        yield name, noted(name, some)


def compressed(value: object) -> bytes:
    """A line of JSON, compressed by itself: such pieces can be put one behind the other."""
    packer = zlib.compressobj(LEVEL, wbits=GZIP)
    texts = chain(json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).iterencode(value), ("\n",))
    return b"".join([*(packer.compress(for_file(text).encode()) for text in texts), packer.flush()])
