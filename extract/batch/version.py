"""Batch: which tool made a result, so that a changed tool reads its packs again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from agendapack import extract, schemas

LIBRARIES = ("pypdfium2", "pdfplumber", "rapidocr")
"""Other versions of these may read other text from the same file."""
_CODE = (".py", ".yaml", ".csv", ".json")


@cache
def fingerprint() -> str:
    """A hash of the code, the schema and the vocabulary as they are, and of the libraries that read."""
    digest = hashlib.sha256()
    for package in (extract, schemas):
        root = Path(package.__file__ or "").parent
        for path in sorted(_files_below(str(root))):
            digest.update(path.removeprefix(str(root)).encode())
            digest.update(Path(path).read_bytes())
    digest.update(repr([version_of(name) for name in LIBRARIES]).encode())
    return digest.hexdigest()[:16]


def _files_below(folder: str) -> Iterator[str]:
    """The files of a package that matter; every run asks, and objects for all paths would take 10 ms."""
    for entry in os.scandir(folder):
        if entry.name.endswith(_CODE):
            yield entry.path
        elif entry.name != "__pycache__" and entry.is_dir():
            yield from _files_below(entry.path)


@cache
def version_of(name: str) -> str:
    """The installed version of a distribution, empty when it is not there."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
