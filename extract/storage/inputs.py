"""Storage: the packs at an address, copied into a folder of this machine; only what is new or changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from agendapack.extract.storage.remote_folder import ATTEMPTS, RemoteFolder, asked, name_of

LISTING = ".listing.json"
"""What was copied, by which a change is told."""
PDF = ".pdf"
MAX_BYTES = 249
"""Of a name here: a file system takes 255, and while a file is copied its name has six more."""
FACTS = "packs.csv"
"""What people say of the PDFs beside it comes along."""


def brought(address: str, folder: Path) -> Path:
    """The packs at the address, or the one pack, copied below the folder; what is gone there leaves it too.

    Raises a StorageError, or a UsageError where nothing here speaks the protocol.
    """
    above, _, last = address.rpartition("/")
    single = last.lower().endswith(PDF)
    remote, here = RemoteFolder.at(above if single else address), folder / name_of(address)
    with asked(remote):
        for attempt in range(ATTEMPTS):
            try:
                _bring(remote, here, single and last)
                break
            except FileNotFoundError:  # one went after the look
                if attempt == ATTEMPTS - 1:
                    raise
    return here / last if single else here


def _bring(remote: RemoteFolder, here: Path, only: str | Literal[False]) -> None:
    """Make the folder what lies there; raises a FileNotFoundError where that changes meanwhile."""
    found = remote.listed().items()
    signs = {name: _sign(about) for name, about in found if _is_wanted(name, only)}
    here.mkdir(parents=True, exist_ok=True)
    known = _known(here / LISTING)
    for name in known.keys() - signs.keys():
        (here / _local(name)).unlink(missing_ok=True)
    changed = {name for name, sign in signs.items() if known.get(name) != sign}
    lost = {name for name in signs if not (here / _local(name)).is_file()}
    remote.get({name: here / _local(name) for name in sorted(changed | lost)})
    (here / LISTING).write_text(json.dumps(signs), encoding="utf-8")


def _is_wanted(name: str, only: str | Literal[False]) -> bool:
    if only:
        return name == only
    return name.lower().endswith(PDF) or PurePosixPath(name).name == FACTS


def _local(name: str) -> str:
    """The name as a way that leads nowhere else: stores have no folders, so a part may be two dots."""
    return "/".join(map(_safe, name.split("/")))


def _safe(part: str) -> str:
    if set(part) <= {"."}:
        return part.replace(".", "%2E") or "%"
    plain = part.replace("\\", "%5C").replace("\0", "%00").replace(":", "%3A")
    return plain if len(plain.encode()) <= MAX_BYTES else _shortened(plain)


def _shortened(part: str) -> str:
    """A name that is too long, cut at a letter; a hash tells it from others that begin alike."""
    ends = f"~{hashlib.sha256(part.encode()).hexdigest()[:16]}{PurePosixPath(part).suffix.lower()}"
    if not ends.endswith(PDF):  # a folder, of which a dot may stand anywhere
        ends = ends[:17]
    return part.encode()[: MAX_BYTES - len(ends)].decode(errors="ignore") + ends


def _sign(about: Mapping[str, Any]) -> str:
    """Of a content at a place; another one has another."""
    told = {name: str(fact) for name, fact in about.items() if name not in ("name", "Key")}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]


def _known(listing: Path) -> Mapping[str, str]:
    try:
        told = json.loads(listing.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
