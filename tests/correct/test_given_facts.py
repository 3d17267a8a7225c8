"""Facts given with the PDFs: they fill what is not printed, never replace what is; differences are told."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from batch.papers import pack as typeset
from batch.papers import rows
from hypothesis import given
from hypothesis import strategies as st

from agendapack import cli
from agendapack.extract.correct.given_facts import concerning, day_given, read_facts, unused, with_given
from agendapack.extract.errors import UsageError
from agendapack.extract.model import Given, Pack, Review, Source

DAY = date(2024, 7, 9)


def paper(council: str = "", committee: str = "", day: date | None = None) -> Pack:
    return Pack(
        Source("july"), "july.pdf", "0" * 64, 3, council=council, committee=committee, meeting_date=day
    )


def filled(pack: Pack, *said: Given) -> tuple[str, str, date | None]:
    known, _ = with_given(pack, said)
    return known.council, known.committee, known.meeting_date


# --- a pack and what is said of it ---------------------------------------------------


def test_what_is_not_printed_is_filled_and_known_as_given() -> None:
    known, findings = with_given(paper(), [Given("", "Tarnbridge Town Council", "Cabinet", DAY, "facts.csv")])
    assert (known.council, known.committee, known.meeting_date) == ("Tarnbridge Town Council", "Cabinet", DAY)
    assert known.source.review == tuple(
        Review("given", column, who="facts.csv") for column in ("council", "committee", "meeting_date")
    )
    assert findings == ()


PRINTED = [  # printed, given, columns of findings
    (paper("Tarnbridge Town Council"), Given("", council="Wrenbridge Borough Council"), ["council"]),
    (paper("Tarnbridge Town Council"), Given("", council="Tarnbridge"), []),
    (paper("Tarnbridge Town Council"), Given("", council="TARNBRIDGE TOWN COUNCIL"), []),
    (
        paper(committee="Policy & Resources Committee"),
        Given("", committee="Policy and Resources Committee"),
        [],
    ),
    (paper(committee="Cabinet"), Given("", committee="Audit Committee"), ["committee"]),
    (paper(day=DAY), Given("", meeting_date=DAY), []),
    (paper(day=DAY), Given("", meeting_date=date(2024, 9, 7)), ["meeting_date"]),
]


@pytest.mark.parametrize(("printed", "said", "columns"), PRINTED)
def test_what_is_printed_stays_and_differences_are_told(
    printed: Pack, said: Given, columns: list[str]
) -> None:
    known, findings = with_given(printed, [said])
    assert known == printed
    assert [f.detail.split()[0] for f in findings] == columns
    assert {(f.kind, f.severity, f.dataset, f.pages) for f in findings} <= {
        ("given_otherwise", "warning", "packs", (1,))
    }


def test_what_is_said_of_a_file_counts_before_what_is_said_of_all() -> None:
    everything = Given("", "Tarnbridge Town Council", "Cabinet")
    own = Given("july.pdf", committee="Audit Committee")
    said = concerning(Path("in/july.pdf"), [everything, own, Given("august.pdf", committee="Planning")])
    assert filled(paper(), *said)[:2] == ("Tarnbridge Town Council", "Audit Committee")
    assert with_given(paper(), said)[1] == ()


NAMES = [
    ("july.pdf", True),
    ("in/july.pdf", True),
    ("./july.pdf", True),
    ("uly.pdf", False),
    ("out/july.pdf", False),
]


@pytest.mark.parametrize(("name", "meant"), NAMES)
def test_a_file_is_named_by_the_end_of_its_path(name: str, meant: bool) -> None:
    said = Given(name, "Tarnbridge Town Council")
    assert (concerning(Path("in/july.pdf"), [said]) == (said,)) is meant
    assert (unused([said], [Path("in/july.pdf")]) == ()) is meant


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_days_are_read_as_people_write_them(day: date) -> None:
    for form in ("%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%A %d %B %Y", "%d %b %Y"):
        assert day_given(day.strftime(form)) == day


@pytest.mark.parametrize("words", ["soon", "31 June 2024", "2024", "July 2024"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="is no day such as 9 July 2024"):
        day_given(words)


# --- the file ------------------------------------------------------------------------


def facts(tmp_path: Path, content: str, encoding: str = "utf-8") -> tuple[Given, ...]:
    (tmp_path / "f.csv").write_text(content, encoding=encoding)
    return read_facts(tmp_path / "f.csv")


SAID = Given("july.pdf", "Tarnbridge Town Council", "", DAY, "f.csv")
FILES = [
    "file,council,date\njuly.pdf,Tarnbridge Town Council,9 July 2024\n",
    "File , Council,Date\r\njuly.pdf,Tarnbridge  Town Council,09/07/2024\r\n,,\r\n",
    "sha256,source_name,council,committee,meeting_date\nab,july.pdf,Tarnbridge Town Council,,2024-07-09\n",
]


@pytest.mark.parametrize("content", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_as_people_and_spreadsheets_write_it(tmp_path: Path, content: str, encoding: str) -> None:
    assert facts(tmp_path, content, encoding) == (SAID,)


FAULTS = [
    ("", "its first line must name the columns file and council, committee or date"),
    ("file,page\na.pdf,1\n", "its first line must name the columns"),
    ("file,date\na.pdf,31 June 2024\n", "f.csv, line 2: '31 June 2024' is no day"),
    ("file,council\n,Tarnbridge Town Council\n", "f.csv, line 2: the line names no file"),
]


@pytest.mark.parametrize(("content", "words"), FAULTS)
def test_a_file_with_a_fault_names_the_line(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        facts(tmp_path, content)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_bytes(b"file,council\n\xff\xfe,x\n")
    with pytest.raises(UsageError, match="Save it as CSV UTF-8"):
        read_facts(tmp_path / "f.csv")


# --- a run ---------------------------------------------------------------------------


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    typeset(tmp_path / "inbox" / "july.pdf", [rows(1, 2)])
    typeset(tmp_path / "inbox" / "august.pdf", [rows(3)], title="A report")
    return tmp_path / "inbox"


def packs() -> dict[str, tuple[str, str, str]]:
    with Path("output/packs.csv").open(newline="", encoding="utf-8") as file:
        return {
            row["source_name"]: (row["council"], row["committee"], row["meeting_date"])
            for row in csv.DictReader(file)
        }


def test_options_say_it_of_all_packs(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ["--council", "Wrenbridge Borough Council", "--committee", "Cabinet", "--date", "9 July 2024"]
    assert cli.run(["extract", str(inbox), "-q", *said]) == 0
    assert packs() == {
        "july.pdf": ("Tarnbridge Town Council", "Cabinet", "2024-07-09"),
        "august.pdf": ("Wrenbridge Borough Council", "Cabinet", "2024-07-09"),
    }
    assert cli.run(["check", "output", "--kind", "given_otherwise"]) == 0
    assert "council is given as Wrenbridge Borough Council (the command line)" in capsys.readouterr().out


def test_a_file_beside_the_pdfs_needs_no_option_and_its_changes_count(inbox: Path) -> None:
    (inbox / "packs.csv").write_text(
        "file,council,date\naugust.pdf,Wrenbridge Borough Council,6 August 2024\n"
    )
    assert cli.run(["extract", str(inbox), "-q"]) == 0
    assert packs()["august.pdf"] == ("Wrenbridge Borough Council", "", "2024-08-06")
    assert packs()["july.pdf"] == ("Tarnbridge Town Council", "", "")
    (inbox / "packs.csv").write_text("file,committee\naugust.pdf,Audit Committee\n")
    assert cli.run(["extract", str(inbox), "-q"]) == 0
    assert packs()["august.pdf"] == ("", "Audit Committee", "")


def test_results_beside_their_pdfs_are_no_facts(inbox: Path) -> None:
    run = ["extract", str(inbox), "-o", str(inbox), "-q"]
    assert cli.run([*run, "--committee", "Cabinet"]) == 0
    assert cli.run(run) == 0
    with (inbox / "packs.csv").open(newline="", encoding="utf-8") as file:
        assert {row["committee"] for row in csv.DictReader(file)} == {""}


def test_a_file_that_names_no_pdf_of_the_results_is_told(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("facts.csv").write_text("file,committee\nagust.pdf,Audit Committee\njuly.pdf,Cabinet\n")
    assert cli.run(["extract", str(inbox), "-q", "--facts", "facts.csv"]) == 0
    assert "facts.csv: no PDF of the results is agust.pdf." in capsys.readouterr().err
    assert packs()["july.pdf"][1] == "Cabinet"


def test_a_wrong_day_is_said_before_anything_is_read(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", str(inbox), "--date", "someday"]) == 1
    assert "'someday' is no day such as 9 July 2024" in capsys.readouterr().err
    assert not Path("output").exists()
