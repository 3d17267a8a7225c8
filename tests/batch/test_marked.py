"""Single files: a new pack has its own council marked again, no other, and what is written is the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLES

from agendapack.extract import history
from agendapack.extract.batch import shares
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.settings import Settings

TIDEWELL = [SAMPLES / "tidewell" / quarter / "pack.pdf" for quarter in ("q1", "q2", "q3")]
WRENBRIDGE = SAMPLES / "wrenbridge" / "pack.pdf"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("marked")
    (home / "inbox").mkdir()
    for number, pack in enumerate((*TIDEWELL[:2], WRENBRIDGE)):
        shutil.copy(pack, home / "inbox" / f"{number}.pdf")
    run(home)
    return home


@pytest.fixture
def home(read: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(read, tmp_path / "home"))


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of packs, each time that those of a council are marked."""
    counted: list[int] = []

    def noted(packs: list, said: object) -> object:  # type: ignore[type-arg]
        counted.append(len(list(packs)))
        return history.with_history(packs, said)  # type: ignore[arg-type]

    monkeypatch.setattr(shares, "with_history", noted)
    return counted


def run(home: Path) -> dict[str, bytes]:
    """What is written, without what tells of the runs."""
    run_batch([home / "inbox"], home / "out", Settings(), Options(workers=1))
    files = [path for path in (home / "out").rglob("*") if path.is_file()]
    apart = ("runs", "written", "index.json", "files.json", "left.json")
    named = {path.relative_to(home).as_posix(): path.read_bytes() for path in files}
    return {name: content for name, content in named.items() if not set(apart) & set(name.split("/"))}


def test_a_council_without_news_is_not_marked_again(home: Path, marked: list[int]) -> None:
    shutil.copy(TIDEWELL[2], home / "inbox" / "3.pdf")
    after = run(home)
    assert marked == [3]
    notes = home / "out" / ".agendapack" / "councils" / "notes.txt"
    notes.write_text("mine")
    (notes.parent / "killed.json.half").write_text("half")
    (home / "out" / "actions.parquet").unlink()
    run(home)
    assert notes.read_text() == "mine"
    assert not (notes.parent / "killed.json.half").exists()
    shutil.rmtree(home / "out")
    assert run(home) == after
    assert marked == [3, 3, 1]
    assert len([name for name in after if "/councils/" in name]) == 2


def empty(kept: Path) -> None:
    kept.write_bytes(b"")


def cut(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-40])


def other(kept: Path) -> None:
    kept.write_bytes(b"no gzip")


@pytest.mark.parametrize("damage", [Path.unlink, empty, cut, other])
def test_what_is_kept_of_a_council_may_be_lost_or_damaged(
    home: Path, damage: Callable[[Path], None], marked: list[int]
) -> None:
    before = run(home)
    for kept in (home / "out" / ".agendapack" / "councils").iterdir():
        damage(kept)
    (home / "out" / "actions.parquet").unlink()
    assert run(home) == before
    assert sorted(marked) == [1, 2]


def test_results_that_were_lost_are_written_again_without_marking(home: Path, marked: list[int]) -> None:
    before = run(home)
    (home / "out" / "actions.parquet").unlink()
    shutil.rmtree(home / "out" / "tables")
    assert run(home) == before
    assert marked == []
