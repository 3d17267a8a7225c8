"""Storage: results at an address: what changed is put there under new names, then the list of what counts.

The list is written last and at once: whoever reads by it sees the results before a publication or
after it, whole. Each file's name carries a hash of its content, so nothing that a list names is overwritten.
What no list names any more is removed at the end, and what a killed publication left, by the next one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from agendapack.extract.errors import StorageError
from agendapack.extract.storage.lease import Lease, busy, leased
from agendapack.extract.storage.lists import LIST, Files, Stored, hash_of, listed, published
from agendapack.extract.storage.remote_folder import ATTEMPTS, RemoteFolder, asked, name_of
from agendapack.extract.write.manifest import Fingerprint, print_of
from agendapack.extract.write.names import HOME, INPUTS

BEGUN = f"{HOME}/publishing.json"
"""What a publication puts there or takes away; after it was killed, the next one tidies up by it."""
GIVEN = ("corrections.csv",)
"""What people put beside the results; it is brought, and never published."""
LOCAL = tuple(f"{HOME}/{name}" for name in ("lock", "review.lock", "files.json", "index.json", "left.json"))
"""What is true of this machine only."""


@contextmanager
def working_folder(address: str, cache: Path | None = None) -> Iterator[Path]:
    """The results at an address as a folder of this machine, published when the block has ended well.

    Nobody else publishes there meanwhile. After a block that failed the folder is kept: the next run on this
    machine goes on from there.
    """
    remote = RemoteFolder.at(address)
    out = (cache or _cache()) / name_of(address) / "results"
    with leased(remote) as lease:
        with asked(remote):
            mark = _up_to_date(remote, out)
        yield out
        with asked(remote):
            _publish(remote, out, mark, lease)


def bring(address: str, folder: Path, wanted: Callable[[str], bool] = lambda _name: True) -> None:
    """Copy the published results, or those files of them that are wanted, and what people put beside them."""
    remote = RemoteFolder.at(address)
    with asked(remote):
        for attempt in range(ATTEMPTS):
            try:
                there = published(remote)
                if not there.files:
                    raise StorageError(f"{address}: there are no results here.")
                _get(remote, {name: stored for name, stored in there.files.items() if wanted(name)}, folder)
                break
            except FileNotFoundError:
                if attempt == ATTEMPTS - 1:
                    raise
        _bring_given(remote, folder)


# --- before a run -----------------------------------------------------------------------


def _up_to_date(remote: RemoteFolder, out: Path) -> str:
    """Make the folder what is published; what an interrupted run read stays, unless others have published.

    Gives the mark of the list that the folder is like now.
    """
    there, (prints, before) = published(remote), _seen(out)
    files, mark = there.files, there.mark
    ahead = f"{HOME}/packs/" if mark == before else None
    for name in _names(out) - files.keys() - {*LOCAL}:
        if not (ahead and name.startswith(ahead)):
            (out / name).unlink()
    now = {name: _print(out, name, prints) for name in _names(out) & files.keys()}
    same = {name for name, seen in now.items() if seen.sha256 == files[name].sha256}
    missing = {name: files[name] for name in files.keys() - same}
    _get(remote, missing, out)
    _see(out, {**now, **{name: _print(out, name, {}) for name in missing}}, mark)
    _bring_given(remote, out)
    return mark


def _bring_given(remote: RemoteFolder, folder: Path) -> None:
    for name in GIVEN:
        with suppress(FileNotFoundError):
            (folder / name).write_bytes(remote.read(name))


def _get(remote: RemoteFolder, files: Files, folder: Path) -> None:
    """Copy files, each compared with its hash."""
    folder.mkdir(parents=True, exist_ok=True)
    remote.get({stored.name: folder / name for name, stored in files.items()})
    for name, stored in files.items():
        if print_of(folder / name).sha256 != stored.sha256:
            raise StorageError(f"{remote.address}: {stored.name} is not what was published. Publish anew.")


# --- after it ---------------------------------------------------------------------------


def _publish(remote: RemoteFolder, out: Path, mark: str, lease: Lease) -> None:
    """Put what is new there, then the list; only then what is old goes.

    Raises an OutputBusy when there is another list now than that of the mark: this run was silent for long.
    """
    lease.check()
    before = published(remote)
    if before.mark != mark:
        raise busy(remote)
    prints, _ = _seen(out)
    now = {name: _print(out, name, prints) for name in sorted(_names(out) - {*GIVEN, *LOCAL})}
    files = {name: Stored(_name(name, seen.sha256), seen.size, seen.sha256) for name, seen in now.items()}
    content, pieces = listed(files)
    there = {stored.name for stored in before.files.values()}
    new = {stored.name: out / name for name, stored in files.items() if stored.name not in there}
    named = {*pieces, *(stored.name for stored in files.values())}
    old = {*_begun(remote), *there, *before.pieces} - named
    if hash_of(content) != mark:
        added = pieces.keys() - before.pieces.keys()
        remote.write(BEGUN, json.dumps(sorted({*old, *new, *added})).encode())
        remote.put(new)
        for name in sorted(added):
            remote.write(name, pieces[name])
        lease.check()
        remote.write(LIST, content)
        _see(out, now, hash_of(content))
    for name in sorted(old):
        remote.remove(name)
    remote.remove(BEGUN)


def _name(name: str, sha256: str) -> str:
    """The name of a file of this content at the address."""
    way = PurePosixPath(name)
    return str(way.with_name(f"{way.stem}.{sha256[:16]}{way.suffix}"))


def _names(out: Path) -> set[str]:
    """The files of the folder, but for inputs, which lie elsewhere anyway."""
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    return {name for name in names if not name.startswith(f"{HOME}/{INPUTS}/")}


# --- what is known ----------------------------------------------------------------------


def _begun(remote: RemoteFolder) -> Collection[str]:
    try:
        return [str(name) for name in json.loads(remote.read(BEGUN))]
    except (FileNotFoundError, ValueError, TypeError):
        return ()


def _print(out: Path, name: str, known: Mapping[str, Fingerprint]) -> Fingerprint:
    """The print of a file; its content is read only if it does not lie as it lay."""
    stat, before = (out / name).stat(), known.get(name)
    if before and (before.size, before.time) == (stat.st_size, stat.st_mtime_ns):
        return before
    return print_of(out / name)


def _seen(out: Path) -> tuple[Mapping[str, Fingerprint], str]:
    """The prints of the files as they last lay there, and the mark of the list that they were made from."""
    try:
        told = json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))
        return {name: Fingerprint(*seen) for name, seen in told["prints"].items()}, str(told["mark"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}, ""


def _see(out: Path, prints: Mapping[str, Fingerprint], mark: str) -> None:
    half = out.with_suffix(".half")
    told = {"mark": mark, "prints": {name: (p.size, p.time, p.sha256) for name, p in prints.items()}}
    half.write_text(json.dumps(told), encoding="utf-8")
    half.replace(out.with_suffix(".json"))


def _cache() -> Path:
    """Where this machine keeps working folders."""
    home = os.environ.get("AGENDAPACK_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return Path(home) if home else Path.home() / ".cache" / "agendapack"
