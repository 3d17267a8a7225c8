"""Who a pack is: its hash and its id, the same from run to run on the same file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from agendapack.extract.errors import MissingFile

_STEM_CHARS = 48
"""Characters of the file name that a pack id keeps."""
_HASH_CHARS = 8
"""Enough to tell the packs of one office apart, short enough to read."""


def sha256_of(path: Path) -> str:
    """SHA-256 of the file, in hex; raises MissingFile when it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise MissingFile(path, "there is no such file.") from error
    except IsADirectoryError as error:
        raise MissingFile(path, "this is a folder; name one of its files.") from error
    except OSError as error:
        raise MissingFile(path, f"the file cannot be opened ({error.strerror}).") from error


def sha256_of_text(text: str) -> str:
    """SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def pack_id_of(path: Path, sha256: str) -> str:
    """An id to read and to name a folder with: the file's name and the start of its hash."""
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower())[:_STEM_CHARS].strip("-")
    return "-".join(part for part in (stem, sha256[:_HASH_CHARS]) if part) or "pack"
