"""What users come for, from their question to the answer, by the commands they would type."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import SAMPLES
from tasks.conftest import Ask

import agendapack
from agendapack import cli

DREDGE = "Dredge the inner basin to a depth of two metres"


# --- which actions are overdue, by directorate? --------------------------------------


def test_overdue_actions_by_directorate(ask: Ask) -> None:
    assert ask("overdue", "--by", "section") == [
        "A working waterfront (1)",
        f"  23 days: HP 3 {DREDGE}",
        "    due 2024-12-31, first due 2024-11-30, redated 1× (Ines Marlow); Tidewell District Council, "
        "Overview and Scrutiny Committee on 2025-01-23, page 2",
        "overdue: 1",
    ]


def test_overdue_actions_as_data(ask: Ask) -> None:
    (late,) = json.loads("\n".join(ask("overdue", "--format", "json")))
    assert (late["action_ref"], late["section"], late["days_late"]) == ("HP 3", "A working waterfront", 23)


def test_overdue_actions_in_sql(results: Path) -> None:
    query = (
        "SELECT section, action_ref, days_late FROM actions JOIN packs USING (pack_id) "
        "WHERE actions.overdue AND repeat_of IS NULL ORDER BY days_late DESC"
    )
    with closing(sqlite3.connect(results / "agendapack.db")) as database:
        assert ("A working waterfront", "HP 3", 23) in database.execute(query).fetchall()


# --- how did an indicator move? ------------------------------------------------------


def test_how_an_indicator_moved(ask: Ask) -> None:
    assert ask("series", "TM 1") == [
        "TM 1 Berths let on the first of the month (Tidewell District Council)",
        "  actual, quarter, percent  ▁▅█",
        "    Q1 2024/25: 86.2%",
        "    Q2 2024/25: 88.9%",
        "    Q3 2024/25: 91.4%",
        "  target, year, percent",
        "    2024/25: 90%",
        "values: 4",
    ]


def test_a_figure_that_was_restated_says_so(ask: Ask) -> None:
    assert "    Q1 2024/25: 69.4%, first printed as " in "\n".join(ask("series", "TM 2"))


def test_how_an_indicator_moved_in_pandas(results: Path) -> None:
    moved = agendapack.series(results, "TM 1")
    quarters = moved[moved["measure"] == "actual"].sort_values("period_end")
    assert quarters["value"].tolist() == [86.2, 88.9, 91.4]
    assert quarters["period_end"].dt.month.tolist() == [6, 9, 12]


# --- what changed since July? --------------------------------------------------------


def test_what_changed_since_july(ask: Ask) -> None:
    said = ask("changes", "--since", "2024-07-26")
    head, *first = said[: said.index("")]
    assert head.startswith(
        "Tidewell District Council, Overview and Scrutiny Committee: 2024-07-25 → 2024-10-24"
    )
    assert "  changed: action HP 3, due date: “2024-11-30” → “2024-12-31” (page 2)" in first
    assert said[-1] == "changes: 14 (added: 2, changed: 10, completed: 1, re-lettered: 1)"


def test_what_changed_since_the_last_meeting(ask: Ask) -> None:
    said = ask("changes", "--since", "2025-01-01")
    assert "  completed: action HP 2: “Renew the signs of the coast path”" in said
    assert not [line for line in said if "2024-07-25" in line]


# --- why does the tool say so? -------------------------------------------------------


def test_why_a_date_is_what_it_is(ask: Ask) -> None:
    said = ask("explain", "CP 1.1", "due date")
    assert said[0].startswith("CP 1.1 Finish the 84 council homes")
    assert said[1].startswith(
        "  Actions; Harrowmere District Council, Cabinet, 9 July 2024, pack.pdf, page 3;"
    )
    assert said[2:] == [
        "The due date is 31 March 2026, because the column is headed “Due date” and most of its cells "
        "are dates.",
        "  Printed is “Mar 2026”. The day itself, or the last day of the (last) month, quarter or year "
        "named.",
    ]


def test_why_an_action_is_overdue(ask: Ask) -> None:
    said = ask("explain", "HP 3", "overdue")
    assert (
        "Worked out by the tool: it is overdue. Whether its due date is before the day of the meeting"
        in said[2]
    )
    assert "Printed before:" in said, "the earlier meetings that print it are named"


def test_why_there_is_a_finding(ask: Ask) -> None:
    said = "\n".join(ask("check", "--kind", "dangling_ref"))
    row = re.search(r"\((pack-\w+:action\d+)\)", said)
    assert row is not None
    told = "\n".join(ask("explain", row[1]))
    assert "In doubt: " in told and "dangling_ref" in told


def test_the_part_of_the_page(ask: Ask, tmp_path: Path) -> None:
    ask("explain", "CP 1.1", "due_date", "--picture", str(tmp_path / "cell.png"))
    assert (tmp_path / "cell.png").read_bytes().startswith(b"\x89PNG")


# --- correct a date and run again ----------------------------------------------------


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack and its results."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "tidewell" / "q3" / "pack.pdf", tmp_path / "january.pdf")
    assert cli.run(["extract", "january.pdf", "-q"]) == 0
    return tmp_path


def actions() -> dict[str, dict[str, str]]:
    with Path("output/actions.csv").open(newline="", encoding="utf-8") as file:
        return {row["action_ref"]: row for row in csv.DictReader(file)}


def corrected(line: dict[str, str]) -> None:
    """Write a line into corrections.csv, as the review page or a person does."""
    from agendapack.extract.correct.file import COLUMNS

    with Path("output/corrections.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, COLUMNS)
        rows.writeheader()
        rows.writerow(line)


def test_correct_a_date_and_run_again(own: Path, ask: Ask) -> None:
    before = actions()
    assert before["HP 3"]["overdue"] == "yes"
    corrected(
        {
            "verdict": "corrected",
            "source_name": "january.pdf",
            "dataset": "actions",
            "row": f"page 2 | HP 3 | {DREDGE}",
            "column": "due_date",
            "printed": "2024-12-31",
            "corrected": "2025-12-31",
            "who": "A. Ward",
            "when": "2025-01-24",
            "sha256": packs()["sha256"],
        }
    )
    assert cli.run(["extract", "january.pdf", "-q"]) == 0
    after = actions()
    assert (after["HP 3"]["due_date"], after["HP 3"]["overdue"]) == ("2025-12-31", "no")
    assert {ref: row for ref, row in after.items() if ref != "HP 3"} == {
        ref: row for ref, row in before.items() if ref != "HP 3"
    }
    said = ask("explain", "HP 3", "due_date", out=Path("output"))
    assert "The due date is 31 December 2025: corrected by A. Ward 2025-01-24, read as '2024-12-31'." in said


def packs() -> dict[str, str]:
    with Path("output/packs.csv").open(newline="", encoding="utf-8") as file:
        (pack,) = csv.DictReader(file)
    return pack
