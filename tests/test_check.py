"""`check`: the findings of a results folder, grouped, filtered, safe to print, and told by the exit code."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from example import BOX, result, source
from written import write_results

from agendapack import cli
from agendapack.extract.errors import UsageError
from agendapack.extract.model import Finding, Place
from agendapack.extract.report import BEYOND_CHECKS, MAX_QUOTE, findings_of, report
from agendapack.schemas.datasets import dataset


def finding(kind: str, severity: str, detail: str, *places: Place) -> Finding:
    return Finding(source(f"f-{detail}"), kind, severity, ("MB 01", "MB 02"), detail, "actions", places)


FOUND = (
    finding("suspect_date", "info", "late", Place(7, BOX, "a7", "Mar 2031")),
    finding("name_variant", "warning", "two spellings", Place(4, None, "", "Ann Ward"), Place(9)),
    finding("suspect_date", "error", "31 Nov", Place(3, BOX, "a1", "31\nNov")),
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return write_results(tmp_path / "out", replace(result(), findings=FOUND), formats=("csv",))


def test_what_is_to_be_done_comes_first_and_kinds_stand_together(out: Path) -> None:
    pack = "Melbury Borough Council, Cabinet, 4 July 2031"
    assert list(report(findings_of(out))) == [
        "Put right: the document contradicts itself (1)",
        "",
        "  suspect_date (error: 1)",
        "    error: 31 Nov",
        f"      {pack}, page 3 (a1): “31 Nov”",
        "",
        "Ask the author: likely wrong, or in need of a reason (1)",
        "",
        "  name_variant (warning: 1)",
        "    warning: two spellings",
        f"      {pack}, page 4: “Ann Ward”",
        f"      {pack}, page 9",
        "",
        "Worth a look (1)",
        "",
        "  suspect_date (info: 1)",
        "    info: late",
        f"      {pack}, page 7 (a7): “Mar 2031”",
        "",
        "findings: 3 (error: 1, warning: 1, info: 1)",
    ]


def test_a_quotation_in_the_finding_is_not_printed_again(tmp_path: Path) -> None:
    told_once = finding("name_variant", "info", "“Ann Ward” and “Ann Wood”", Place(4, None, "", "Ann Ward"))
    out = write_results(tmp_path / "out", replace(result(), findings=(told_once,)), formats=("csv",))
    assert sum("Ann Ward" in line for line in report(findings_of(out))) == 1


def test_packs_of_one_meeting_are_told_apart_by_their_files(tmp_path: Path) -> None:
    packs = [
        replace(result(name, f"{name}.pdf"), findings=(replace(FOUND[0], source=source("f", name)),))
        for name in ("pack", "annex")
    ]
    out = write_results(tmp_path / "out", *packs, formats=("csv",))
    assert {f["pack_name"].rpartition(" ")[2] for f in findings_of(out)} == {"(pack.pdf)", "(annex.pdf)"}


def test_other_forms(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    nasty = finding("name_variant", "info", '=HYPERLINK("<b>")', Place(1, None, "", "<i>"))
    out = write_results(tmp_path / "out", replace(result(), findings=(nasty,)), formats=("csv",))
    cli.run(["check", str(out), "--format", "csv"])
    (row,) = csv.DictReader(io.StringIO(capfd.readouterr().out))
    assert row["detail"] == '\'=HYPERLINK("<b>")' and row["quotes"] == "<i>" and row["pages"] == "1"
    cli.run(["check", str(out), "--format", "html"])
    page = capfd.readouterr().out
    assert "&lt;b&gt;" in page and "<i>" not in page and "<caption>Worth a look (1)</caption>" in page


@pytest.mark.parametrize(
    ("severities", "kinds", "details"),
    [
        ((), (), ["two spellings", "31 Nov", "late"]),
        (("error", "warning"), (), ["two spellings", "31 Nov"]),
        ((), ("suspect_date",), ["31 Nov", "late"]),
        (("info",), ("name_variant",), []),
    ],
)
def test_filters(out: Path, severities: tuple[str, ...], kinds: tuple[str, ...], details: list[str]) -> None:
    assert [f["detail"] for f in findings_of(out, severities, kinds)] == details


def test_an_unknown_kind_is_told_not_passed_over(out: Path) -> None:
    with pytest.raises(UsageError, match="suspect_dat: no such kind.*suspect_date"):
        findings_of(out, kinds=("suspect_dat",))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--strict"], 4),
        (["--strict", "--kind", "suspect_date"], 4),
        (["--strict", "--severity", "warning,info"], 0),
        (["--severity", "grave"], 1),
        (["--kind", "no_such"], 1),
    ],
)
def test_exit_codes(out: Path, arguments: list[str], code: int) -> None:
    assert cli.run(["check", str(out), *arguments]) == code


def test_a_folder_without_results_is_a_usage_error(tmp_path: Path) -> None:
    assert cli.run(["check", str(tmp_path)]) == 1


def test_json_has_lists_and_places(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    cli.run(["check", str(out), "--json", "--kind", "name_variant"])
    (found,) = json.loads(capfd.readouterr().out)
    assert (found["refs"], found["pages"], found["severity"]) == (["MB 01", "MB 02"], [4, 9], "warning")
    assert found["places"][0] == {"page": 4, "bbox": "", "row_id": "", "quote": "Ann Ward"}
    assert found["pack"] == "july.pdf"


def test_nothing_from_a_file_steers_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    quote = "a\x1b]0;title\x07b" + "c" * 999
    nasty = finding("name_variant", "info", "\x1b[2Jcleared", Place(1, None, "", quote))
    out = write_results(tmp_path / "out", replace(result(), findings=(nasty,)), formats=("csv",))
    cli.run(["check", str(out)])
    printed = capfd.readouterr().out
    assert all(c.isprintable() or c == "\n" for c in printed)
    assert "cleared" in printed and max(map(len, printed.splitlines())) < MAX_QUOTE + 100


def test_the_report_is_the_same_from_parquet_alone(tmp_path: Path, out: Path) -> None:
    packed = write_results(tmp_path / "packed", replace(result(), findings=FOUND), formats=("parquet",))
    assert list(report(findings_of(packed))) == list(report(findings_of(out)))


@pytest.mark.parametrize("kind", BEYOND_CHECKS)
def test_a_kind_that_is_not_found_this_time_is_no_mistake(out: Path, kind: str, capsys) -> None:
    assert kind in dataset("findings").column("kind").description
    assert cli.run(["check", str(out), "--kind", kind]) == 0
    assert capsys.readouterr().out == "findings: 0\n"
