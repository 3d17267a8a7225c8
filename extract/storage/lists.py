"""Storage: the list of the files that count, in pieces where it is long: a run writes those that changed.

The names are in order and are cut behind those whose hash says so: a new name changes the piece that it falls
into and no other, and the names of a pack or council stand together in few. Pieces are files with a hash of
their content in their names; the list names them as it names other files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from agendapack.extract.errors import StorageError
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.storage.remote_folder import RemoteFolder, stays_within
from agendapack.extract.write.names import HOME

LIST = "agendapack.json"
"""What counts: the files by the names they have in a folder of results."""
PIECES = f"{HOME}/lists"
"""Where the pieces lie."""
MOST_LISTED = 2_000
"""Files that the list names by itself."""
A_PIECE = 500
"""Files that a piece names, on average."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of the results, as it lies at the address."""

    name: str
    size: int
    sha256: str


Files = Mapping[str, Stored]
"""By the names they have in a folder of results."""


@dataclass(frozen=True, slots=True)
class Published:
    """What is published at an address."""

    files: Files
    mark: str
    """By which the list is known again; empty where nothing is published."""
    pieces: Files
    """The files that the list is made of, beside itself."""


def listed(files: Files) -> tuple[bytes, dict[str, bytes]]:
    """The list, and its pieces by their names."""
    if len(files) <= MOST_LISTED:
        return _content(files), {}
    pieces = {_name(content): content for content in map(_content, _cut(files))}
    return _content({name: Stored(name, len(c), hash_of(c)) for name, c in pieces.items()}), pieces


def published(remote: RemoteFolder) -> Published:
    """What counts at the address; raises a FileNotFoundError when it is replaced meanwhile."""
    try:
        content = remote.read(LIST)
    except FileNotFoundError:
        return Published({}, "", {})
    told = _files(remote, content)
    pieces = {name: stored for name, stored in told.items() if name.startswith(f"{PIECES}/")}
    files = {name: stored for name, stored in told.items() if name not in pieces}
    for stored in pieces.values():
        piece = remote.read(stored.name)
        if hash_of(piece) != stored.sha256:
            raise StorageError(f"{remote.address}: {stored.name} is not what was published. Publish anew.")
        files |= _files(remote, piece)
    return Published(files, hash_of(content), pieces)


def hash_of(content: bytes) -> str:
    """By which a list, or a piece of one, is known again."""
    return hashlib.sha256(content).hexdigest()


def _files(remote: RemoteFolder, content: bytes) -> dict[str, Stored]:
    try:
        files = {name: Stored(**told) for name, told in json.loads(content).items()}
        if not all(map(stays_within, (*files, *(stored.name for stored in files.values())))):
            raise ValueError
    except (ValueError, TypeError, AttributeError):
        raise StorageError(f"{remote.address}: {LIST} is no list of results.") from None
    return files


def _cut(files: Files) -> Iterator[Files]:
    piece: dict[str, Stored] = {}
    for name in sorted(files):
        piece[name] = files[name]
        if int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % A_PIECE == 0:
            yield piece
            piece = {}
    if piece:
        yield piece


def _content(files: Files) -> bytes:
    return json.dumps({name: asdict(stored) for name, stored in files.items()}).encode()


def _name(content: bytes) -> str:
    return f"{PIECES}/{hash_of(content)[:32]}.json"
