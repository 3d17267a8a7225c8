"""Many packs are parted: what is read from the parts is the same, and only what changed is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest
from batch import papers
from conftest import SAMPLES

from agendapack import cli
from agendapack.extract.batch import partitioned, stamp
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.store import Store
from agendapack.extract.settings import Settings
from agendapack.extract.write import moving
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.package import read_sources

TIDEWELL = [SAMPLES / "tidewell" / quarter / "pack.pdf" for quarter in ("q1", "q2", "q3")]
WRENBRIDGE = SAMPLES / "wrenbridge" / "pack.pdf"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an inbox and results in partitions, of two councils."""
    home = tmp_path_factory.mktemp("parted")
    for number, pack in enumerate((*TIDEWELL[:2], WRENBRIDGE)):
        (home / "inbox").mkdir(exist_ok=True)
        shutil.copy(pack, home / "inbox" / f"{number}.pdf")
    run(home)
    return home


@pytest.fixture
def home(read: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(read, tmp_path / "home"))


def run(home: Path, **options: object) -> None:
    given = Options(**{"workers": 1, "layout": "partitions", **options})  # type: ignore[arg-type]
    run_batch([home / "inbox"], home / "out", Settings(), given)


def inodes(home: Path) -> Mapping[str, int]:
    """The files of partitions; one that is written anew has another number."""
    files = sorted((home / "out" / "partitions").rglob("*.parquet"))
    return {
        path.relative_to(home).as_posix(): path.stat().st_ino for path in files if "empty" not in path.parts
    }


def rows(out: Path) -> dict[str, list[str]]:
    return {name: sorted(map(repr, some)) for name, some in read_folder(out).items()}


def test_parts_and_files_say_the_same(home: Path) -> None:
    parted, sources = rows(home / "out"), read_sources(home / "out")
    assert not list((home / "out").glob("*.parquet"))
    run(home, layout="files")
    assert (rows(home / "out"), read_sources(home / "out")) == (parted, sources)
    assert (home / "out" / "actions.csv").is_file() and not (home / "out" / "partitions").exists()
    run(home)
    assert rows(home / "out") == parted
    assert not list((home / "out").glob("*.csv-metadata.json"))


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packs whose rows are loaded."""
    named: list[str] = []
    load = Store.load

    def noted(store: Store, pack_id: str, grids: bool = True) -> object:
        named.append(pack_id)
        return load(store, pack_id, grids)

    monkeypatch.setattr(Store, "load", noted)
    return named


def test_a_council_without_news_is_neither_read_nor_written(home: Path, loaded: list[str]) -> None:
    before = inodes(home)
    run(home)
    assert loaded == [] and inodes(home) == before
    shutil.copy(TIDEWELL[2], home / "inbox" / "new.pdf")
    run(home)
    assert {pack_id.partition("-")[0] for pack_id in loaded} == {"0", "1", "new"}
    other = {name: inode for name, inode in before.items() if "council=Wrenbridge" in name}
    assert other and other.items() <= inodes(home).items()
    assert any("pack=new" in name for name in inodes(home))


def test_the_way_there_does_not_matter(home: Path) -> None:
    shutil.copy(TIDEWELL[2], home / "inbox" / "new.pdf")
    run(home)
    shutil.rmtree(home / "out" / "runs")
    step_by_step = rows(home / "out")
    run_batch([home / "inbox"], home / "at once", Settings(), Options(workers=1, layout="partitions"))
    assert rows(home / "at once") == step_by_step


def test_a_pack_that_leaves_takes_its_parts_along(home: Path) -> None:
    gone = next((home / "inbox").glob("2.pdf"))
    gone.unlink()
    run(home, prune=True)
    assert not any("Wrenbridge" in name for name in inodes(home))
    assert not any(path.name.startswith("2-") for path in (home / "out" / "tables").iterdir())


def test_what_a_killed_run_left_goes_too(home: Path) -> None:
    Store(home / "out").drop(next(p.pack_id for p in Store(home / "out") if p.name == "2.pdf"))
    (home / "inbox" / "2.pdf").unlink()
    shutil.rmtree(home / "out" / ".agendapack" / "stamps")
    run(home)
    assert not any("Wrenbridge" in name for name in inodes(home))
    assert not any(path.name.startswith("2-") for path in (home / "out" / "tables").iterdir())


KILLS = {
    "before anything is moved in": (moving, "_exchange"),
    "before what is moved in is ours alone": (Manifest, "settle"),
    "before it is said that all is there": (partitioned, "write_council"),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of this process is killed")
@pytest.mark.parametrize(("place", "name"), KILLS.values(), ids=KILLS)
def test_a_killed_run_costs_the_next_one_what_it_had_touched(
    home: Path, monkeypatch: pytest.MonkeyPatch, loaded: list[str], place: object, name: str
) -> None:
    before = inodes(home)
    shutil.copy(TIDEWELL[2], home / "inbox" / "new.pdf")
    if (child := os.fork()) == 0:
        setattr(place, name, lambda *_: os._exit(9))
        run(home)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    run(home)
    assert {pack_id.partition("-")[0] for pack_id in loaded} == {"0", "1", "new"}
    other = {name: inode for name, inode in before.items() if "council=Wrenbridge" in name}
    assert other and other.items() <= inodes(home).items()
    run_batch([home / "inbox"], home / "at once", Settings(), Options(workers=1, layout="partitions"))
    assert published(home / "out") == published(home / "at once")


def test_a_stamp_that_was_not_moved_in_is_none(tmp_path: Path) -> None:
    for council in ("Harrowmere", "Ashenshire"):
        stamp.write_council(tmp_path, council, {"key": council})
    written = sorted((tmp_path / "stamps").iterdir())
    written[0].rename(written[0].with_suffix(".half"))
    written[1].with_name("damaged.json").write_text("{")
    (left,) = stamp.read_stamps(tmp_path)
    assert left["key"] == left["council"]
    stamp.drop_council(tmp_path, left["council"])
    assert list(stamp.read_stamps(tmp_path)) == []


def published(out: Path) -> dict[str, bytes]:
    """All that is there for users, but the records of the runs."""
    files = {path.relative_to(out): path for path in out.rglob("*") if path.is_file()}
    return {
        n.as_posix(): f.read_bytes() for n, f in files.items() if n.parts[0] not in ("runs", ".agendapack")
    }


LONG = "Combined Authority of the Boroughs of Alderton, Birchford, Cedarham, Dunwick, Elmstead and "


@pytest.mark.parametrize(("one", "other"), [(f"{LONG}North", f"{LONG}South"), ("ÿ" * 20, "ÿ" * 19 + "þ")])
def test_councils_whose_names_begin_alike_have_folders_of_their_own(
    one: str, other: str, tmp_path: Path
) -> None:
    facts = ["file,council"]
    for number, council in enumerate((one, other)):
        papers.pack(tmp_path / "inbox" / f"{number}.pdf", [papers.rows(number)], "Action plan")
        facts.append(f'{number}.pdf,"{council}"')
    (tmp_path / "inbox" / "packs.csv").write_text("\n".join(facts), encoding="utf-8")
    run(tmp_path)
    folders = [path.name for path in (tmp_path / "out" / "partitions").glob("council=*")]
    assert len(folders) == 2 and all(unquote(name, errors="strict") for name in folders)
    parted = rows(tmp_path / "out")
    assert len(parted["packs"]) == len(parted["entities"]) == 2
    run(tmp_path, layout="files")
    assert rows(tmp_path / "out") == parted


def test_parts_that_somebody_deleted_are_made_again(home: Path) -> None:
    before = rows(home / "out")
    shutil.rmtree(next((home / "out" / "partitions").glob("council=Tidewell*")))
    run(home)
    assert rows(home / "out") == before


def test_many_packs_are_parted_unless_the_user_says_otherwise(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agendapack.extract.batch.combine.MOST_IN_FILES", 2)
    for options, parted in (({}, True), ({"formats": ("csv",)}, False), ({"layout": "files"}, False)):
        run(home, **{"layout": "auto", **options})
        assert (home / "out" / "partitions").is_dir() is parted


def test_the_questions_over_many_packs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("changes", "series", "overdue", "check"):
        assert cli.run([command, str(home / "out")]) in (0, 4)
    assert "Traceback" not in capsys.readouterr().err


def test_duckdb_opens_the_parts_by_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(home / "out")
    with duckdb.connect() as database:
        database.execute(Path("views.sql").read_text(encoding="utf-8"))
        counted = {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchall()[0][0]
            for name in rows(home / "out")
        }
    assert counted == {name: len(some) for name, some in rows(home / "out").items()}
