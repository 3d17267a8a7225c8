"""Nothing that people have is replaced or removed: only what a run wrote and nobody changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack import cli
from agendapack.extract.write.manifest import Manifest, print_of
from agendapack.extract.write.moving import move_in

THEIRS = ("tables/minutes.csv", "review/notes.txt", "excel/budget.csv", "runs/plan.json", "notes.txt")
"""Files of somebody else's in folders that results have too."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "inbox" / "july.pdf", [rows(3)])
    return tmp_path


def put(*names: str, text: str = "mine") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def extract(*options: str) -> int:
    return cli.run(["extract", "inbox", "-q", *options])


def below(folder: str) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in Path(folder).rglob("*") if p.is_file()}


def test_files_in_folders_of_ours_stay_through_all_that_is_written_and_removed() -> None:
    put(*THEIRS)
    for options in (["--excel"], ["--format", "csv"], ["--format", "parquet", "--excel"]):
        assert extract("-o", ".", *options) == 0
        assert cli.run(["review", "."]) == 0
        assert cli.run(["overview", "."]) == 0
        assert [Path(name).read_text() for name in THEIRS] == ["mine"] * len(THEIRS)
    pack(Path("inbox/july.pdf"), [rows(5)])
    assert extract("-o", ".", "--format", "csv") == 0
    assert [Path(name).read_text() for name in THEIRS] == ["mine"] * len(THEIRS)
    assert not Path("overview.html").exists() and not Path("excel/actions.csv").exists()
    assert below("review") == {"notes.txt"}, "the page showed what is no longer so"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("risks.csv", []),
        ("actions.parquet", []),
        ("datapackage.json", []),
        ("quarantine.csv", []),
        ("excel/actions.csv", ["--excel"]),
        ("agendapack.xlsx", ["--format", "csv,xlsx"]),
    ],
)
def test_a_file_in_the_way_is_refused_before_anything_is_read(
    name: str, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agendapack.extract.batch.run.expand", lambda _paths: pytest.fail("it was read"))
    put(f"out/{name}")
    assert extract("-o", "out", *options) == 1
    said = capsys.readouterr().err
    assert name in said and "--force" in said and said.count("\n") == 1
    assert below("out") == {name} and Path("out", name).read_text() == "mine"
    assert not Path("out/.agendapack").exists()


@pytest.mark.parametrize("name", ["risks.parquet", "agendapack.duckdb", "excel/actions.csv"])
def test_a_file_that_this_run_does_not_write_is_in_nobodys_way(name: str) -> None:
    put(f"out/{name}")
    assert extract("-o", "out", "--format", "csv") == 0
    assert Path("out", name).read_text() == "mine"


def test_force_keeps_a_copy(capsys: pytest.CaptureFixture[str]) -> None:
    put("out/risks.csv", "out/risks.csv.before")
    assert cli.run(["extract", "inbox", "-o", "out", "--force", "--format", "csv"]) == 0
    assert Path("out/risks.csv.before").read_text() == Path("out/risks.csv.before-2").read_text() == "mine"
    assert Path("out/risks.csv").read_text().startswith("plan,")
    assert "risks.csv was in the way and is kept as risks.csv.before-2" in capsys.readouterr().err
    assert extract("-o", "out", "--format", "csv") == 0


def test_a_result_edited_since_is_somebodys_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert extract("-o", "out") == 0
    written = Path("out/actions.csv").read_bytes()
    Path("out/actions.csv").write_bytes(written.replace(b"Officer", b"Eve"))
    assert extract("-o", "out") == 1
    assert "actions.csv" in capsys.readouterr().err and "Eve" in Path("out/actions.csv").read_text()
    Path("out/actions.csv").write_bytes(written)
    os.utime("out/actions.csv", (1, 1))
    assert extract("-o", "out") == 0, "the same content is no edit, whenever it was written"


@pytest.mark.parametrize("before", [[], ["out/mine.txt"], ["out/runs/mine.json"]])
def test_a_run_that_reads_nothing_leaves_what_was_put_there_meanwhile(
    before: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from agendapack.extract.batch import run

    put(*before)
    real = run.expand

    def expand(paths: object, *_: object) -> object:
        put("out/meanwhile.txt", "out/.hidden")
        return real(paths)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "expand", expand)
    assert cli.run(["extract", "nowhere.pdf", "-o", "out", "-q"]) == 3
    assert below("out") == {name.removeprefix("out/") for name in before} | {"meanwhile.txt", ".hidden"}


def test_a_run_that_reads_nothing_leaves_no_folder() -> None:
    assert cli.run(["extract", "nowhere.pdf", "-o", "out", "-q"]) == 3
    assert not Path("out").exists()


# --- the list ----------------------------------------------------------------------------


def test_a_run_killed_between_two_files_owns_both_the_old_and_the_new(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After such a run some files are old and some new; none of them is in the way of the next."""
    put("first/a.csv", "first/b.csv", text="old")
    move_in(Path("first"), Path("out"))
    put("second/a.csv", "second/b.csv", text="newer")
    ours = Manifest(Path("out"))
    ours.expect({name: print_of(Path("second", name)) for name in ("a.csv", "b.csv")})
    Path("second/a.csv").replace("out/a.csv")
    assert ours.foreign(["a.csv", "b.csv"]) == []
    put("third/a.csv", "third/b.csv", text="newest")
    move_in(Path("third"), Path("out"))
    assert below("out") == {"a.csv", "b.csv", ".agendapack/written/results.json"}
    assert ours.names() == ["a.csv", "b.csv"] and Path("out/a.csv").read_text() == "newest"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a.csv": 3}', '{"a.csv": [{"size": 3}]}'])
def test_of_a_list_that_cannot_be_understood_nothing_is_ours(text: str) -> None:
    put("out/a.csv", text="123")
    put("out/.agendapack/written/results.json", text=text)
    assert Manifest(Path("out")).foreign(["a.csv", "gone.csv"]) == ["a.csv"]


# --- tables as files ---------------------------------------------------------------------


def test_tables_never_take_the_place_of_another_file(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["tables", "inbox/july.pdf", "--format", "csv", "-o", "grids"]
    assert cli.run(command) == 0 and cli.run(command) == 0, "the same content is in nobody's way"
    (name,) = below("grids")
    put(f"grids/{name}")
    capsys.readouterr()
    assert cli.run(command) == 1
    said = capsys.readouterr().err
    assert name in said and "-o" in said and said.count("\n") == 1
    assert Path("grids", name).read_text() == "mine"


def test_a_list_is_read_once_for_the_files_of_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A review page of hundreds of packs has thousands of files in one list."""
    names = [f"review/{number}.js" for number in range(9)]
    put(*names, "a.csv")
    ours, read = Manifest(Path()), []
    ours.add(*names[:8], "a.csv")
    put("review/3.js", text="edited")
    once = Manifest._read  # noqa: SLF001
    monkeypatch.setattr(Manifest, "_read", lambda self, of: (read.append(of), once(self, of))[1])
    assert ours.foreign([*names, "a.csv", "b.csv"]) == ["review/3.js", "review/8.js"]
    assert read == ["review", "results"]
