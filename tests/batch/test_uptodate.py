"""A run that finds everything as the last one left it does nothing; whatever changed since makes it look."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from batch.papers import pack, rows

from agendapack import cli
from agendapack.extract.batch import run as runs
from agendapack.extract.batch.known import RACY
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import BatchResult
from agendapack.extract.model import Given
from agendapack.extract.settings import Settings
from agendapack.extract.write.folder import read_folder


@pytest.fixture
def looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was searched for packs, so long after all was written that any change would leave another time."""
    monkeypatch.chdir(tmp_path)
    now, expand, searched = time.time_ns, runs.expand, []
    monkeypatch.setattr("agendapack.extract.batch.known.time.time_ns", lambda: now() + 2 * RACY)
    monkeypatch.setattr(runs, "expand", lambda *asked: (searched.append("looked"), expand(*asked))[1])
    pack(tmp_path / "inbox" / "july.pdf", [rows(1, 2)])
    pack(tmp_path / "inbox" / "older" / "may.pdf", [rows(3)])
    (tmp_path / "inbox" / "broken.pdf").write_bytes(b"no PDF at all")
    return searched


def run(*paths: str, given: tuple[Given, ...] = (), **options: Any) -> BatchResult:
    chosen = Options(**{"workers": 1, **options})
    return runs.run_batch(map(Path, paths or ["inbox"]), Path("out"), Settings(given=given), chosen)


def record() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(max(Path("out/runs").iterdir()).read_text())
    return {name: fact for name, fact in told.items() if name not in ("began", "seconds")}


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert cli.run(["extract", "inbox", "-o", "out", "-j", "1"]) == 2
    return [line.partition("seconds")[0] for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize("layout", ["files", "partitions"])
def test_a_run_without_news_tells_what_one_that_looks_would(
    looked: list[str], capsys: pytest.CaptureFixture[str], layout: str
) -> None:
    run(layout=layout)
    Path("out/.agendapack/left.json").unlink()
    run(layout=layout)
    assert len(looked) == 2
    before = record()
    idle = run(layout=layout)
    assert len(looked) == 2
    assert record() == before
    assert (idle.number_read, idle.total.packs, [p.path.name for p in idle.packs]) == (2, 3, ["broken.pdf"])


def test_it_says_the_same_on_the_terminal(looked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys)
    Path("out/.agendapack/left.json").unlink()
    assert said(capsys) == said(capsys)
    assert len(looked) == 2


def write(path: str, text: str = "x") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


def same_time(path: str) -> None:
    """Another content of the same size and time of change, as a copying program leaves it."""
    file = Path(path)
    state = file.stat()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


CHANGES: dict[str, Callable[[], object]] = {
    "a new pack": lambda: pack(Path("inbox/june.pdf"), [rows(4)]),
    "a new pack in a folder below": lambda: pack(Path("inbox/older/june.pdf"), [rows(4)]),
    "a new file that is none": lambda: write("inbox/june.PDF"),
    "a pack is gone": lambda: Path("inbox/july.pdf").unlink(),
    "a folder is gone": lambda: shutil.rmtree("inbox/older"),
    "a pack has another name": lambda: Path("inbox/july.pdf").rename("inbox/j.pdf"),
    "a pack is moved": lambda: Path("inbox/july.pdf").rename("inbox/older/july.pdf"),
    "other content, same size and time": lambda: same_time("inbox/july.pdf"),
    "facts": lambda: write("inbox/packs.csv", "file,council\njuly.pdf,Harrowmere District Council\n"),
    "a link to a folder": lambda: Path("inbox/elsewhere").symlink_to("/"),
    "a dataset is gone": lambda: Path("out/actions.csv").unlink(),
    "a dataset is changed": lambda: write("out/actions.csv"),
    "the list of failures is gone": lambda: Path("out/quarantine.csv").unlink(),
    "grids are gone": lambda: shutil.rmtree(next(Path("out/tables").iterdir())),
    "a stored result is gone": lambda: next(Path("out/.agendapack/packs").iterdir()).unlink(),
    "a stored result is damaged": lambda: write(str(next(Path("out/.agendapack/packs").iterdir()))),
    "the stamp is gone": lambda: Path("out/.agendapack/combined.json").unlink(),
    "what was remembered is damaged": lambda: write("out/.agendapack/left.json", '{"inputs": 1}'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_looked_at(looked: list[str], change: Callable[[], object]) -> None:
    run()
    run()
    assert len(looked) == 1
    change()
    run(force=True)
    assert len(looked) == 2


@pytest.mark.parametrize(
    "options",
    [{"layout": "partitions"}, {"formats": ("csv",)}, {"retry": True}, {"prune": True}],
    ids=lambda options: next(iter(options)),
)
def test_other_options_are_looked_at(looked: list[str], options: dict[str, Any]) -> None:
    run()
    run(**options)
    assert len(looked) == 2


def test_a_partition_that_is_gone_is_made_again(looked: list[str]) -> None:
    run(layout="partitions")
    gone = next(Path("out/partitions").glob("council=*/year=*/pack=july*"))
    shutil.rmtree(gone)
    run(layout="partitions")
    assert gone.is_dir() and len(looked) == 2


def test_a_known_pack_that_is_not_named_now_may_go(looked: list[str]) -> None:
    run()
    assert run("inbox/july.pdf", prune=True).kept == 2
    assert run("inbox/july.pdf", prune=True).kept == 2
    assert len(looked) == 2
    Path("inbox/older/may.pdf").unlink()
    assert len(run("inbox/july.pdf", prune=True).removed) == 1


@pytest.mark.parametrize("paths", [["inbox", "nowhere.pdf"], ["nowhere.pdf", "inbox"]])
def test_what_cannot_be_found_is_looked_for_again(looked: list[str], paths: list[str]) -> None:
    assert {len(run(*paths).failed) for _ in range(3)} == {2}
    assert len(looked) == 3


def test_facts_that_name_packs_are_looked_at(looked: list[str]) -> None:
    for _ in range(2):
        run(given=(Given("july.pdf", council="Harrowmere District Council"),))
    assert len(looked) == 2


def test_a_file_just_written_is_looked_at_again(looked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendapack.extract.batch.look.RACY", 10 * RACY)
    run()
    run()
    assert len(looked) == 2


@pytest.mark.parametrize("hours", [-1, -24 * 365, 24 * 365], ids=["an hour back", "a year back", "a year on"])
def test_a_clock_that_was_set_hides_no_change(
    looked: list[str], monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    before = run()
    now = time.time_ns
    monkeypatch.setattr(
        "agendapack.extract.batch.known.time.time_ns", lambda: now() + hours * 3600 * 1_000_000_000
    )
    same = run()
    assert (same.number_read, same.total.rows) == (before.number_read, before.total.rows)
    pack(Path("inbox/july.pdf"), [rows(5, 6)])
    changed = run()
    assert [p.path.name for p in changed.packs if p.state == "changed" and p.about.status == "ok"] == [
        "july.pdf"
    ]
    cells = {row["action_ref"] for row in read_folder(Path("out"))["actions"]}
    assert cells == {"TB 03", "TB 05", "TB 06"}
