"""The command line and the batch behind it: exit codes, one line an error, data and log apart."""

from __future__ import annotations

import csv
import dataclasses
import json
import logging
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from example import result

from agendapack import cli
from agendapack.extract import errors
from agendapack.extract.batch.observers import Nobody
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.search import expand
from agendapack.extract.commands import agendapack
from agendapack.extract.commands.streams import put_lines
from agendapack.extract.errors import AgendapackError, EncryptedPdf, PackError
from agendapack.extract.identity import pack_id_of
from agendapack.extract.isolation import UNWATCHED, Watch
from agendapack.extract.model import Box, Cell, Finding, Grid, PackResult, Page, Place, Source
from agendapack.extract.settings import Settings

Answer = PackResult | BaseException
ROOT = Path(__file__).parent.parent
ERRORS_PAGE = ROOT / "docs" / "errors.md"


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Makes files whose reading gives what is asked for: a result or an error."""
    monkeypatch.chdir(tmp_path)
    answers: dict[str, Answer] = {}

    def read_pack(
        path: Path, settings: Settings, progress: Callable[[int, int], None], _watch: Watch = UNWATCHED
    ) -> PackResult:
        """Runs in a worker process, which is a copy of this one."""
        progress(1, 2)
        answer = answers[path.name]
        if isinstance(answer, KeyboardInterrupt):
            os.kill(os.getppid(), signal.SIGINT)
            time.sleep(60)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def make(**wanted: Answer) -> list[str]:
        for stem, answer in wanted.items():
            Path(f"{stem}.pdf").write_bytes(stem.encode())
            answers[f"{stem}.pdf"] = answer
        return [f"{stem}.pdf" for stem in wanted]

    monkeypatch.setattr("agendapack.extract.pipeline.read_pack", read_pack)
    monkeypatch.setattr("agendapack.extract.read.page_count", lambda _path: 2)
    monkeypatch.setattr("agendapack.extract.pages.read_well", lambda *_: iter(()))
    return make


@pytest.fixture(autouse=True)
def quiet_log() -> Iterator[None]:
    yield
    logging.getLogger("agendapack").handlers = []
    logging.getLogger("agendapack").setLevel(logging.NOTSET)


def locked(name: str) -> EncryptedPdf:
    return EncryptedPdf(name, "the file is locked with a password.")


def rows(file: str) -> list[dict[str, str]]:
    with Path(file).open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


# --- extract -----------------------------------------------------------------------


def test_all_read(packs, capsys) -> None:
    assert cli.run(["extract", *packs(july=result()), "-o", "out"]) == 0
    seen = capsys.readouterr()
    assert seen.out == "out\n"
    assert "packs read: 1 of 1, pages: 12, tables: 1, recognised: 1" in seen.err
    assert re.search(r"indicator_values +2", seen.err)
    assert re.search(r"kind +error +warning +info", seen.err)
    assert re.search(r"duplicate_ref +1 *$", seen.err, re.MULTILINE)
    assert len(rows("out/actions.csv")) == 1
    assert Path("out/actions.parquet").exists()


def test_some_failed_and_the_others_are_written(packs, capsys) -> None:
    names = packs(july=result(), secret=locked("secret.pdf"))
    assert cli.run(["extract", *names, "nowhere.pdf", "-o", "out", "-q"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "agendapack: nowhere.pdf: there is no such file. Check the path.",
        "agendapack: secret.pdf: the file is locked with a password. "
        "Give the password with --password or --password-file.",
    ]
    assert [(r["source_name"], r["status"], r["pages"]) for r in rows("out/packs.csv")] == [
        ("july.pdf", "ok", "12"),
        ("nowhere.pdf", "failed", ""),
        ("secret.pdf", "failed", ""),
    ]
    assert len(rows("out/packs.csv")[2]["sha256"]) == 64
    assert [(r["source"], r["error"]) for r in rows("out/quarantine.csv")] == [
        ("", "MissingFile"),
        ("../secret.pdf", "EncryptedPdf"),
    ]
    assert len(rows("out/actions.csv")) == 1


def test_nothing_read_leaves_the_results_alone(packs, capsys) -> None:
    assert cli.run(["extract", *packs(secret=locked("secret.pdf")), "-o", "out"]) == 3
    assert not Path("out").exists()
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_an_empty_folder(packs, capsys) -> None:
    Path("inbox").mkdir()
    assert cli.run(["extract", "inbox"]) == 3
    assert "inbox: there is no PDF in this folder. Check the path" in capsys.readouterr().err


def test_an_unforeseen_failure_costs_one_pack(packs, capsys) -> None:
    names = packs(odd=RecursionError("too deep"), july=result())
    assert cli.run(["extract", *names, "-o", "out", "-q"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("agendapack: odd.pdf: failed with RecursionError: too deep. Please report")
    assert cli.run(["extract", *names, "-o", "out", "-v", "--retry"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_interrupted_nothing_half_written(packs, capsys) -> None:
    cli.run(["extract", *packs(july=result()), "-o", "out", "-q"])
    before = {p: p.read_bytes() for p in Path("out").iterdir() if p.is_file()}
    names = packs(august=result("august"), stop=KeyboardInterrupt())
    assert cli.run(["extract", *names, "-o", "out"]) == 130
    assert {p: p.read_bytes() for p in Path("out").iterdir() if p.is_file()} == before
    names = packs(august=result("august"), stop=result("stop"))
    assert cli.run(["extract", *names, "-o", "out"]) == 0
    assert [r["pack_id"] for r in rows("out/actions.csv")] == ["august", "july", "stop"]


@pytest.mark.parametrize(
    ("severity", "options", "code"), [("error", ["--strict"], 4), ("error", [], 0), ("info", ["--strict"], 0)]
)
def test_strict(packs, severity: str, options: list[str], code: int) -> None:
    finding = Finding(Source("july", "f"), "suspect_value", severity, (), "805%")
    names = packs(july=dataclasses.replace(result(), findings=(finding,)))
    assert cli.run(["extract", *names, "-o", "out", *options]) == code


def test_quiet_says_nothing_but_the_path(packs, capsys) -> None:
    cli.run(["extract", *packs(july=result()), "-o", "out", "-q"])
    assert capsys.readouterr() == ("out\n", "")


def test_formats(packs) -> None:
    cli.run(["extract", *packs(july=result()), "-o", "out", "--format", "csv"])
    assert not list(Path("out").glob("*.parquet"))


def test_output_that_cannot_be_written(packs, capsys) -> None:
    Path("out").write_text("a file")
    assert cli.run(["extract", *packs(july=result()), "-o", "out", "-q"]) == 1
    assert capsys.readouterr().err.startswith("agendapack: out: cannot write here")


def test_escape_sequences_in_names_and_messages_do_nothing(packs, capsys) -> None:
    hostile = dataclasses.replace(
        result().pack, message="page \x1b[2J3 lost", source_name="\x1b]0;x\x07july.pdf"
    )
    names = packs(july=dataclasses.replace(result(), pack=hostile))
    cli.run(["extract", *names, "\x1b[31mred.pdf", "-o", "out", "-v"])
    assert "\x1b" not in "".join(capsys.readouterr())


BAD_ARGUMENTS = [
    (["extract"], "Missing argument"),
    (["extract", "a.pdf", "--pages", "9-3"], "'9-3' is no page or range of pages such as 10-40."),
    (["extract", "a.pdf", "--pages", "0"], "'0' is no page"),
    (["extract", "a.pdf", "--format", "csv,docx"], "'docx': choose from csv, parquet"),
    (["extract", "a.pdf", "--format", ","], "'': choose from csv, parquet"),
    (["extract", "a.pdf", "--vocabulary", "nowhere.yaml"], "nowhere.yaml' does not exist"),
    (["extract", "a.pdf", "--password-file", "nowhere"], "nowhere' does not exist"),
    (["extract", "a.pdf", "--reader", "magic"], "pdfium"),
    (["extract", "a.pdf", "--bogus"], "No such option"),
    (["bogus"], "No such command"),
    (["tables", "a.pdf", "--format", "csv"], "add -o DIR"),
    (["inspect", "a.pdf", "--picture", "0"], "--picture"),
]


@pytest.mark.parametrize(("arguments", "words"), BAD_ARGUMENTS)
def test_wrong_arguments(arguments: list[str], words: str, capsys) -> None:
    assert cli.run(arguments) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert len(err.splitlines()) == 1


def test_no_command_at_all(capsys) -> None:
    assert cli.run([]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "extract" in err


@pytest.mark.parametrize("command", [["tables"], ["inspect"], ["inspect", "--picture", "1"]])
def test_a_folder_instead_of_a_pack(command: list[str], tmp_path: Path, capsys) -> None:
    assert cli.run([*command, str(tmp_path)]) == 3
    assert "this is a folder; name one of its files." in capsys.readouterr().err


def test_packs_of_one_name_are_told_apart(packs, capsys) -> None:
    packs(july=locked("july.pdf"))
    for folder in ("north", "south"):
        Path(folder).mkdir()
        Path(folder, "july.pdf").write_text(folder)
    assert cli.run(["extract", "north", "south", "-o", "out"]) == 3
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[1] for line in lines[:2]] == ["north/july.pdf", "south/july.pdf"]


def test_interrupted_before_anything_is_kept(packs, capsys, monkeypatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("agendapack.extract.batch.single_job.alone", interrupted)
    assert cli.run(["tables", *packs(july=result())]) == 130
    assert capsys.readouterr().err.strip() == "agendapack: interrupted."


# --- batch -------------------------------------------------------------------------


def test_folders_are_searched_and_each_file_taken_once(tmp_path: Path) -> None:
    for name in ("in/b.pdf", "in/sub/a.PDF", "in/notes.txt", "c.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = list(expand([tmp_path / "c.pdf", tmp_path / "in", tmp_path / "in" / "b.pdf"]))
    assert [p.name for p in found] == ["c.pdf", "b.pdf", "a.PDF"]


def test_a_pack_with_unread_pages_is_partial(packs) -> None:
    finding = Finding(Source("july", "f", page=7), "unread_page", "warning", (), "no text", "", (Place(7),))
    names = packs(july=dataclasses.replace(result(), findings=(finding,)))
    (read,) = run_batch(map(Path, names), Path("out"), Settings(), Options()).packs
    assert (read.about.status, read.about.message) == ("partial", "july.pdf: page 7 not read (no text).")


def test_a_pack_of_unread_pages_has_failed(packs) -> None:
    unread = [Source("july", "f", page=page) for page in range(1, 13)]
    findings = tuple(
        Finding(at, "unread_page", "warning", (), "no text", "", (Place(at.page),)) for at in unread
    )
    names = packs(july=dataclasses.replace(result(), findings=findings))
    batch = run_batch(map(Path, names), Path("out"), Settings(), Options())
    assert [run.about.status for run in batch.failed] == ["failed"]


def test_progress_is_told_by_pack(packs) -> None:
    told: list[tuple[str, int, int]] = []

    class Listener(Nobody):
        def pages(self, path: Path, done: int, pages: int) -> None:
            told.append((path.name, done, pages))

    names = packs(july=result(), secret=locked("secret.pdf"))
    run_batch(map(Path, names), Path("out"), Settings(), Options(), Listener())
    assert sorted(told) == [("july.pdf", 1, 2), ("secret.pdf", 1, 2)]


PACK_IDS = [
    (
        "Public reports pack 13th-Mar-2031 15.00.pdf",
        "ab12" * 16,
        "public-reports-pack-13th-mar-2031-15-00-ab12ab12",
    ),
    ("–.pdf", "ab12" * 16, "ab12ab12"),
    ("../../x.pdf", "ab12" * 16, "x-ab12ab12"),
]


@pytest.mark.parametrize(("name", "sha256", "pack_id"), PACK_IDS)
def test_pack_ids(name: str, sha256: str, pack_id: str) -> None:
    assert pack_id_of(Path(name), sha256) == pack_id


# --- tables, inspect, schema -------------------------------------------------------


@pytest.fixture
def grids(monkeypatch: pytest.MonkeyPatch) -> None:
    box = Box(10, 20, 300, 60)
    cells = (Cell(0, 0, "Ref\nno", 2, box), Cell(0, 1, "Text", 2, box, 1, 2), Cell(1, 2, "£5", 2, box))
    grid = Grid(2, box, 2, 3, cells, "ruled")
    sheet = (Page(2, 595, 842), [grid, grid])
    monkeypatch.setattr("agendapack.extract.pipeline.find_tables", lambda *_: iter([sheet]))
    monkeypatch.setattr("agendapack.extract.batch.views.with_damage", lambda _path, pages: pages)


def test_tables_as_json(grids, capsys) -> None:
    assert cli.run(["tables", "a.pdf"]) == 0
    first, second = json.loads(capsys.readouterr().out)["tables"]
    assert (first["table_id"], second["table_id"]) == ("p002-t1", "p002-t2")
    assert first["page"] == 2
    assert first["bbox"] == [10, 20, 300, 60]
    assert first["cells"][1] == {"row": 0, "column": 1, "row_span": 1, "column_span": 2, "text": "Text"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a place that is always full")
def test_standard_output_that_is_full(grids, capsys, monkeypatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        assert cli.run(["tables", "a.pdf"]) == 1
        with suppress(OSError):
            full.close()
    assert capsys.readouterr().err == (
        "agendapack: standard output: cannot write there (No space left on device).\n"
    )


def test_long_lines_are_folded_on_a_terminal(capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    put_lines(["short", "  some words that are too many for one line"])
    assert capsys.readouterr().out.splitlines() == [
        "short",
        "  some words that are too many",
        "      for one line",
    ]


def test_tables_as_csv(grids, capsys, tmp_path: Path) -> None:
    assert cli.run(["tables", "a.pdf", "--format", "csv", "-o", str(tmp_path / "t")]) == 0
    with (tmp_path / "t" / "p002-t1.csv").open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file)) == [["Ref no", "Text", ""], ["", "", "£5"]]
    assert len(list((tmp_path / "t").iterdir())) == 2


@pytest.mark.parametrize("command", [["tables"], ["inspect"], ["inspect", "--picture", "1"], ["extract"]])
@pytest.mark.parametrize(
    ("content", "words"), [(None, "no such file"), (b"PK\x03\x04 a spreadsheet", "not a PDF")]
)
def test_one_line_about_a_file_that_cannot_be_read(
    command, content, words, tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    if content:
        Path("a.pdf").write_bytes(content)
    assert cli.run([*command, "a.pdf"]) == 3
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("agendapack: a.pdf: ")
    assert words in lines[0]
    assert not Path("output").exists()


@pytest.mark.parametrize("command", ["tables", "inspect"])
def test_an_unforeseen_failure_is_one_line_too(command: str, packs, monkeypatch, capsys) -> None:
    names = packs(odd=RecursionError("too deep"))
    monkeypatch.setattr("agendapack.extract.pipeline.find_tables", lambda *_: [][1])
    assert cli.run([command, *names]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("agendapack: odd.pdf: failed with ")


def test_inspect_shows_outline_and_tables(packs, capsys) -> None:
    assert cli.run(["inspect", *packs(july=result())]) == 0
    seen = capsys.readouterr().out
    assert "july.pdf: Melbury Borough Council, Cabinet, 2031-07-04, 12 pages" in seen
    assert re.search(r"p003-t1 +3-4 +2 × 2 +actions", seen)
    assert 'Plan, "final" version' in seen


def test_picture_of_a_page(tmp_path: Path, capsys) -> None:
    from PIL import Image
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(str(tmp_path / "a.pdf"), pagesize=(300, 200))
    page.grid([20, 120, 220], [40, 80, 120])
    for x, y, word in ((30, 100, "Ref"), (130, 100, "Text"), (30, 60, "A1"), (130, 60, "Paint")):
        page.drawString(x, y, word)
    page.save()
    target = tmp_path / "page.png"
    assert cli.run(["inspect", str(tmp_path / "a.pdf"), "--picture", "1", "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    with Image.open(target) as picture:
        assert picture.size == (600, 400)
        colours = {colour for _, colour in picture.getcolors(1_000_000)}
    from agendapack.extract.write.annotated_page import CELL, TABLE, WORD

    assert {CELL, TABLE, WORD} <= colours
    assert cli.run(["inspect", str(tmp_path / "a.pdf"), "--picture", "5"]) == 1
    assert "has 1 pages; there is no page 5" in capsys.readouterr().err


def test_schema(capsys) -> None:
    assert cli.run(["schema"]) == 0
    assert "## indicator_values" in capsys.readouterr().out
    assert cli.run(["schema", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["datasets"][0]["name"] == "packs"


# --- help and documents ------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(agendapack.commands))
def test_every_help_has_an_example_that_parses(name: str) -> None:
    command = agendapack.commands[name]
    example = re.search(r"Example: agendapack (.+)", command.help or "")
    assert example, "no example"
    words = shlex.split(example[1].split(">")[0])
    assert words[0] == name
    command.make_context(name, words[1:])


def test_help_and_version(capsys) -> None:
    assert cli.run(["--help"]) == 0
    assert "extract" in capsys.readouterr().out


def test_every_error_is_documented_with_its_code() -> None:
    def tree(error: type[AgendapackError]) -> Iterator[type[AgendapackError]]:
        yield error
        for below in error.__subclasses__():
            yield from tree(below)

    documented = dict(
        re.findall(r"^\| `(\w+)` \| (\d+) \|", ERRORS_PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    )
    defined = {error.__name__: str(error.exit_code) for error in tree(AgendapackError)}
    assert documented == defined
    codes = set(re.findall(r"^\| (\d+) \|", ERRORS_PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert codes >= {"0", str(errors.STRICT), *defined.values()}


def test_every_error_about_a_pack_says_what_to_do() -> None:
    kinds = [
        e
        for e in vars(errors).values()
        if isinstance(e, type) and issubclass(e, PackError) and e is not PackError
    ]
    assert len(kinds) >= 5
    assert all(kind.advice for kind in kinds)


def test_a_failure_is_told_once(tmp_path: Path) -> None:
    gone, out = str(tmp_path / "gone.pdf"), str(tmp_path / "out")
    command = [sys.executable, "-m", "cli", "extract", gone, "-o", out]
    root = Path(__file__).parent.parent
    run = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert run.returncode == 3
    assert run.stderr.count("there is no such file") == 1


# --- a reader that leaves ----------------------------------------------------------------


def left_alone(arguments: list[str], out: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    """A command whose standard output or error nobody reads."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "cli.py", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, out: write, **more}
    try:
        return subprocess.run(command, cwd=ROOT, check=False, timeout=60, **pipes)  # type: ignore[call-overload,no-any-return]
    finally:
        os.close(write)


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["--version"], ["schema"]])
def test_a_reader_that_leaves_is_no_failure(arguments: list[str]) -> None:
    run = left_alone(arguments, "stdout")
    assert (run.returncode, run.stderr) == (0, b"")


def test_what_python_still_holds_at_the_end_is_no_failure_either() -> None:
    """Without a locale the help is so short that nothing of it is written before the command ends."""
    run = left_alone(["--help"], "stdout", env={"PATH": os.environ["PATH"]})
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize("out", ["stdout", "stderr"])
def test_the_exit_code_stays_true_when_nobody_reads(tmp_path: Path, out: str) -> None:
    pack, bad = ROOT / "samples" / "ashenshire" / "pack.pdf", tmp_path / "bad.pdf"
    bad.write_bytes(b"no PDF")
    run = left_alone(["extract", str(pack), str(bad), "-o", str(tmp_path / "out")], out)
    assert run.returncode == errors.SOME_FAILED
    assert b"Traceback" not in (run.stderr or b"")


def test_what_a_command_is_for_is_never_cut() -> None:
    said = {command.get_short_help_str() for command in agendapack.commands.values()}
    assert len(said) == len(agendapack.commands)
    assert not [words for words in said if words.endswith("...") or not words.endswith(".") or "\n" in words]


# --- what the summary says --------------------------------------------------------


def test_the_summary_lists_what_there_is_in_lines_that_are_whole(packs, capsys) -> None:
    assert cli.run(["extract", *packs(july=result()), "-o", "out"]) == 0
    said = capsys.readouterr().err
    assert re.search(r"seconds: \d", said)
    assert "meetings" not in said and "in doubt" not in said and "No action" not in said


def test_where_nothing_is_listed_the_summary_says_what_there_is_instead(packs, capsys) -> None:
    empty = dataclasses.replace(result(), actions=(), indicators=(), risks=(), milestones=(), agenda_items=())
    assert cli.run(["extract", *packs(july=empty), "-o", "out"]) == 0
    said = capsys.readouterr().err
    assert "No action, indicator, risk, milestone or agenda item was found.\nTables as printed: 1, in" in said


FORMATS = [
    (["--format", "csv", "--format", "xlsx"], {"actions.csv", "agendapack.xlsx"}, {"actions.parquet"}),
    (["--format", "csv,parquet", "--format", "csv"], {"actions.csv", "actions.parquet"}, {"agendapack.xlsx"}),
    ([], {"actions.csv", "actions.parquet"}, {"agendapack.xlsx"}),
]


@pytest.mark.parametrize(("given", "there", "absent"), FORMATS)
def test_formats_given_several_times_are_all_written(packs, given, there, absent) -> None:
    assert cli.run(["extract", *packs(july=result()), "-o", "out", "-q", *given]) == 0
    names = {path.name for path in Path("out").iterdir()}
    assert there <= names and not absent & names
