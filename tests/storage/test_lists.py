"""A long list is kept in pieces, of which a run writes few."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.errors import StorageError
from agendapack.extract.storage import lists
from agendapack.extract.storage.lists import LIST, Files, Stored, listed, published
from agendapack.extract.storage.remote_folder import RemoteFolder

pytest.importorskip("fsspec")


def files_of(councils: range, packs: int = 50, files: int = 20) -> Files:
    """The files of councils with as many packs each, named as in results."""
    return {
        name: Stored(f"{name}.{1:016x}", 1, f"{1:064x}")
        for council in councils
        for pack in range(packs)
        for file in range(files)
        for name in (f"partitions/council={council:03d}/year=2031/pack={pack}/{file}.parquet",)
    }


def put(remote: RemoteFolder, files: Files) -> dict[str, bytes]:
    content, pieces = listed(files)
    for name, piece in {**pieces, LIST: content}.items():
        remote.write(name, piece)
    return {**pieces, LIST: content}


@given(st.sets(st.text("abc/", min_size=1).map(lambda name: f"x{name}"), max_size=40), st.integers(1, 9))
def test_what_is_listed_is_read_again(names: set[str], a_piece: int) -> None:
    files = {name: Stored(f"{name}.1", 1, "0") for name in names}
    remote = RemoteFolder.at("memory://lists")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lists, "MOST_LISTED", 5)
        patched.setattr(lists, "A_PIECE", a_piece)
        put(remote, files)
        read = published(remote)
    assert read.files == files
    assert bool(read.pieces) == (len(files) > 5)


def test_a_short_list_is_one_file() -> None:
    assert not listed(files_of(range(2)))[1]
    assert listed(files_of(range(3)))[1]


def test_a_new_pack_and_rows_marked_again_change_few_pieces() -> None:
    before = files_of(range(40))
    marked = {name: Stored(f"{name}.2", 2, f"{2:064x}") for name in files_of(range(17, 18), packs=51)}
    (_, old), (top, new) = listed(before), listed({**before, **marked})
    written = sum(len(piece) for name, piece in new.items() if name not in old) + len(top)
    assert written < sum(map(len, new.values())) / 10
    assert len(top) < sum(map(len, new.values())) / 200


@pytest.mark.parametrize(("content", "words"), [(b"{}", "not what was published"), (None, "")])
def test_a_piece_that_is_not_as_it_was_is_not_read(
    tmp_path: Path, content: bytes | None, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remote = RemoteFolder.at(f"memory://{tmp_path.name}")
    (name, *_) = (name for name in put(remote, files_of(range(3))) if name != LIST)
    if content is None:
        remote.remove(name)
        with pytest.raises(FileNotFoundError):
            published(remote)
        return
    remote.write(name, content)
    with pytest.raises(StorageError, match=words):
        published(remote)


def test_a_piece_names_nothing_outside(tmp_path: Path) -> None:
    remote = RemoteFolder.at(f"memory://{tmp_path.name}")
    put(remote, {**files_of(range(3)), "../x": Stored("../x", 1, "0")})
    with pytest.raises(StorageError, match="no list"):
        published(remote)
