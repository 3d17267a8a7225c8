"""The history of the sample council with three quarters, the same in any order of reading."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from agendapack import cli
from agendapack.extract.answers import changes, overdue, series

TIDEWELL = Path(__file__).parents[2] / "samples" / "tidewell"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tidewell") / "out"
    assert cli.run(["extract", str(TIDEWELL), "-o", str(out)]) == 0
    return out


def test_changes(out: Path) -> None:
    told = [(c["to_date"].month, c["ref"], c["change"], c["field"], c["new"]) for c in changes(out).rows]
    assert sorted(told, key=str) == sorted(
        [
            (10, "HP 5", "added", None, "Open a repair slip for boats under ten metres"),
            (10, "HP 1", "changed", "status", "Delayed"),
            (10, "HP 2", "changed", "status", "Complete"),
            (10, "HP 3", "changed", "due_text", "31 December 2024"),
            (10, "HP 3", "changed", "due_date", "2024-12-31"),
            (10, "HP 3", "changed", "status", "On track"),
            (10, "TR3", "added", None, "The quay crane fails its inspection"),
            (1, "HP 2", "completed", None, None),
            (1, "HP 1", "changed", "status", "Complete"),
            (1, "HP 3", "changed", "status", "Delayed"),
            (1, "HP 2.4", "re_lettered", "action_ref", "HP 2.4"),
            (1, "HP 2.4", "changed", "officers", "Jonah Reeve"),
            (1, "TR1", "changed", "likelihood", "4"),
            (1, "TR1", "changed", "score", "16"),
        ],
        key=str,
    )


def test_series(out: Path) -> None:
    told = [(v["period"], v["latest_text"], v["restated"]) for v in series(out, "TM 2").rows]
    assert told[:3] == [
        ("Q1 2024/25", "69.4%", True),
        ("Q2 2024/25", "74.5%", False),
        ("Q3 2024/25", "73.8%", False),
    ]


def test_overdue(out: Path) -> None:
    (late,) = overdue(out, "section").rows
    assert (late["action_ref"], late["days_late"], late["section"]) == ("HP 3", 23, "A working waterfront")
    assert (str(late["first_due_date"]), late["times_redated"]) == ("2024-11-30", 1)


def test_neither_file_names_nor_the_order_of_runs_decide(out: Path, tmp_path: Path) -> None:
    again = tmp_path / "out"
    for name, quarter in (("a", "q3"), ("b", "q1"), ("c", "q2")):
        shutil.copy(TIDEWELL / quarter / "pack.pdf", tmp_path / f"{name}.pdf")
        assert cli.run(["extract", str(tmp_path / f"{name}.pdf"), "-o", str(again)]) == 0
    told = [[(c["ref"], c["field"], c["new"]) for c in changes(some).rows] for some in (out, again)]
    assert told[0] == told[1]
