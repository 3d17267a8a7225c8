"""Storage: an address, and the few things that are asked of what lies there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from agendapack.extract.errors import AgendapackError, StorageError, UsageError
from agendapack.extract.light_dataclass import dataclass

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/")
"""One letter alone is a drive."""
ATTEMPTS = 3
"""At copying what is replaced or removed meanwhile."""


def is_address(text: object) -> bool:
    """Whether this is an address rather than a path on this machine."""
    return _ADDRESS.match(str(text)) is not None


def name_of(address: str) -> str:
    """A name for a folder of this machine: to read, and to tell from others."""
    last = re.sub(r"[^A-Za-z0-9._-]+", "-", address.rstrip("/").rpartition("/")[2]).strip(".-") or "packs"
    return f"{last}-{hashlib.sha256(address.rstrip('/').encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class RemoteFolder:
    """A folder at an address."""

    address: str
    files: Any
    """The file system of fsspec."""
    root: str

    @classmethod
    def at(cls, address: str) -> RemoteFolder:
        """The folder; raises a UsageError where nothing here speaks that protocol."""
        scheme = address.partition(":")[0].lower()
        if scheme in ("http", "https"):
            raise UsageError(
                f"{address}: agendapack fetch gets packs from the web; name the folder that it fills."
            )
        if scheme == "file":
            raise UsageError(f"{address}: name the folder itself.")
        try:
            import fsspec
        except ImportError:
            raise UsageError(
                f"{address}: needs another package: pip install 'agendapack[storage]'."
            ) from None
        try:
            files, root = fsspec.core.url_to_fs(address, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            raise UsageError(f"{address}: {error}.") from None
        return cls(address, files, str(root).rstrip("/"))

    def of(self, name: str) -> str:
        """Where a file of this name lies."""
        return f"{self.root}/{name}"

    def listed(self, below: str = "") -> Mapping[str, Mapping[str, Any]]:
        """What is known of the files by their names; `below` is a folder."""
        self.files.invalidate_cache()
        try:
            found = self.files.find(self.of(below) if below else self.root, detail=True)
        except FileNotFoundError:
            return {}
        return {str(path).removeprefix(f"{self.root}/"): about for path, about in found.items()}

    def read(self, name: str) -> bytes:
        """The content of a file; raises a FileNotFoundError."""
        return bytes(self.files.cat_file(self.of(name)))

    def write(self, name: str, content: bytes) -> None:
        """Write a file at once."""
        self.files.pipe_file(self.of(name), content)

    def create(self, name: str, content: bytes) -> bool:
        """Write a file if there is none of that name; of several who try, one does."""
        try:
            self.files.pipe_file(self.of(name), content, mode="create")
        except OSError as error:  # services say it in several ways, also of an attempt that had succeeded
            try:
                return self.read(name) == content
            except FileNotFoundError:
                raise error from None
        return True

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        try:
            self.files.rm_file(self.of(name))
        except FileNotFoundError:
            return

    def get(self, names: Mapping[str, Path]) -> None:
        """Copy files to paths of this machine, each whole; raises a FileNotFoundError."""
        halves = {name: path.with_name(f".{path.name}.half") for name, path in names.items()}
        for path in halves.values():
            path.parent.mkdir(parents=True, exist_ok=True)
        if names:
            self.files.get([self.of(name) for name in names], [str(half) for half in halves.values()])
        for name, half in halves.items():
            half.replace(names[name])

    def put(self, names: Mapping[str, Path]) -> None:
        """Copy files of this machine to names in the folder."""
        if names:
            self.files.put([str(path) for path in names.values()], [self.of(name) for name in names])


def stays_within(name: str) -> bool:
    """Whether a name leads to a file below the folder: what a list says may have been written by anybody."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not {"..", "/"} & {*parts} and not {"\\", ":", "\0"} & {*name}


@contextmanager
def asked(remote: RemoteFolder) -> Iterator[None]:
    """What the service has against it, as a StorageError."""
    try:
        yield
    except AgendapackError:
        raise
    except Exception as error:  # each service has errors of its own
        what = " ".join(str(error).split()) or type(error).__name__
        raise StorageError(
            f"{remote.address}: {what[:300]}. Check the address and the access to it."
        ) from error
