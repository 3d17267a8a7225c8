"""What is remembered of files holds for files that lie as they lay, and for no others."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from batch.papers import pack, rows
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.batch.as_left import AsLeft
from agendapack.extract.batch.inputs import hashed
from agendapack.extract.batch.known import RACY, Known, sign_of
from agendapack.extract.batch.look import Look
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.store import Store
from agendapack.extract.errors import PackError
from agendapack.extract.identity import sha256_of
from agendapack.extract.realpath import forget, real, way
from agendapack.extract.settings import Settings


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """So long after all files were written that another change would leave another time."""
    now = time.time_ns
    monkeypatch.setattr("agendapack.extract.batch.known.time.time_ns", lambda: now() + 2 * RACY)


def hashes(tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    def counted(path: Path) -> str:
        read.append(path.name)
        return sha256_of(path)

    monkeypatch.setattr("agendapack.extract.batch.inputs.sha256_of", counted)
    store = Store(tmp_path / "out")
    store.prepare()
    left = AsLeft(Look.at([tmp_path]), store, "chosen")
    left.find(among=True)
    found = hashed(sorted(tmp_path.glob("*.pdf")), left)
    return [told[1] for told in found if not isinstance(told, PackError)]


def test_only_changed_files_are_hashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: None) -> None:
    for name in "ab":
        (tmp_path / f"{name}.pdf").write_text(name)
    read: list[str] = []
    before = hashes(tmp_path, read, monkeypatch)
    (tmp_path / "b.pdf").write_text("c")
    os.utime(tmp_path / "b.pdf", ns=(1, 1))  # as a copy with the times of the old file would have
    after = hashes(tmp_path, read, monkeypatch)
    assert read == ["a.pdf", "b.pdf", "b.pdf"]
    assert after == [before[0], sha256_of(tmp_path / "b.pdf")] != before


def test_a_file_just_written_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_text("a")
    read: list[str] = []
    for _ in range(2):
        hashes(tmp_path, read, monkeypatch)
    assert read == ["a.pdf", "a.pdf"]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "garbage": lambda _: b"\xff\0",
    "of an earlier version": lambda _: b'"a.pdf"\t[[1,2,3],"fact"]\n',
    "cut off": lambda content: content[:-3],
    "a line is gone": lambda content: b"".join(content.splitlines(keepends=True)[:-1]),
    "a digit is another": lambda content: content.replace(b"fact", b"fict"),
    "of another tool": lambda content: content.replace(b"this tool", b"that tool"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_memory_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    file, odd = tmp_path / "files.json", 'a\t"\n\udc80.pdf'
    known = Known(file, "this tool")
    for place in (odd, "b.pdf"):
        known.set(place, "1 2 3 4\tfact")
    known.save()
    assert list(Known(file, "this tool").lines()) == [(odd, "1 2 3 4\tfact"), ("b.pdf", "1 2 3 4\tfact")]
    file.write_bytes(damage(file.read_bytes()))
    assert list(Known(file, "this tool").lines()) == []


STEPS = st.one_of(
    st.tuples(st.just("set"), st.sampled_from("abcde"), st.sampled_from("xyz"), st.booleans()),
    st.tuples(st.just("forget"), st.sampled_from("abcde")),
    st.just(("save",)),
)


@given(st.lists(STEPS))
def test_what_is_set_and_not_forgotten_is_known_in_order(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Any, ...]]
) -> None:
    known = Known(tmp_path_factory.mktemp("known") / "files.json")
    now: dict[str, str] = {}
    lasting: dict[str, str] = {}
    saved: dict[str, str] = {}
    for name, *given_with in steps:
        getattr(known, name)(*given_with)
        match name, given_with:
            case "set", (place, line, lasts):
                now[place] = line
                lasting.pop(place, None)
                lasting |= {place: line} if lasts else {}
            case "forget", (place,):
                now.pop(place, None)
                lasting.pop(place, None)
            case "save", _:
                saved = dict(lasting)
        assert list(known.lines()) == sorted(now.items())
        assert known.some("ab") == {place: line for place, line in now.items() if place in "ab"}
        assert dict(Known(known.file).lines()) == saved


def test_no_stored_result_is_opened_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: None
) -> None:
    inbox, out = pack(tmp_path / "july.pdf", [rows(1)]).parent, tmp_path / "out"
    run_batch([inbox], out, Settings(), Options(workers=1))
    known = list(Store(out))
    monkeypatch.setattr("agendapack.extract.batch.store.gzip.open", lambda *_: pytest.fail("opened"))
    assert list(Store(out)) == known


@given(st.lists(st.sampled_from(["a", "b", "..", ".", "link", "loop"]), min_size=1, max_size=5))
def test_real_paths_are_those_of_the_platform(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "linked"
    if not folder.exists():
        (folder / "a" / "b").mkdir(parents=True)
        (folder / "link").symlink_to(folder / "a" / "b")
        (folder / "a" / "loop").symlink_to(folder / "a" / "loop")
    forget()
    path = Path(str(folder), *parts)
    assert real(path) == os.path.realpath(path)
    assert os.path.normpath(folder / way(path, folder)) == os.path.realpath(path)


def test_a_sign_tells_a_change(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_text("a")
    before = sign_of(file.stat())
    file.write_text("ab")
    assert sign_of(file.stat()) != before


LOADED = """
import sys
from agendapack import cli
code = cli.run(["extract", "inbox", "-o", "out", "-q", "-j", "1"])
print(code, *{name.removeprefix("agendapack.extract.") for name in sys.modules})
"""
UNWANTED = {"numpy", "pyarrow", "PIL", "pypdfium2", "rapidfuzz", "read", "outline", "history", "pipeline"}


def test_a_run_that_finds_nothing_new_loads_nothing_that_reads(tmp_path: Path) -> None:
    pack(tmp_path / "inbox" / "july.pdf", [rows(1)])
    asked = [sys.executable, "-c", LOADED]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    said = [
        subprocess.run(asked, cwd=tmp_path, env=paths, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    code, *loaded = said[1].splitlines()[-1].split()
    assert code == "0" and UNWANTED.isdisjoint(loaded)
