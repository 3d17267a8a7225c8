"""`changes`: what is told of two meetings, from which day on, and in which form."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from folders import pack, results

import agendapack
from agendapack import cli
from agendapack.extract.answers import change_lines, changes

OLD = {
    **{"kind": "action", "ref": "MB 2", "change": "changed", "field": "due_date", "page": "4"},
    **{"old": "2031-03-31", "new": "2031-06-30", "from_pack_id": "a", "to_pack_id": "b", "pack_id": "b"},
    **{"from_date": "2031-01-10", "to_date": "2031-04-10", "row_id": "b:c1", "confidence": "0.9"},
}
GONE = {
    **OLD,
    **{"change": "dropped", "field": "", "old": "Reopen the baths", "new": "", "page": "", "row_id": "c:c1"},
    **{"from_pack_id": "b", "to_pack_id": "c", "pack_id": "c", "to_date": "2031-07-10"},
    **{"from_date": "2031-04-10"},
}
UNDATED = {**GONE, "to_date": "", "row_id": "c:c2"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    packs = [pack("a", "2031-01-10"), pack("b", "2031-04-10"), pack("c", "2031-07-10")]
    return results(tmp_path / "out", packs=packs, changes=[GONE, OLD])


def test_meetings_in_their_order_each_change_with_both_sides(out: Path) -> None:
    assert list(change_lines(changes(out))) == [
        "Melbury Council, Cabinet: 2031-01-10 → 2031-04-10 (a → b)",
        "  changed: action MB 2, due date: “2031-03-31” → “2031-06-30” (page 4)",
        "",
        "Melbury Council, Cabinet: 2031-04-10 → 2031-07-10 (b → c)",
        "  dropped: action MB 2: “Reopen the baths”",
        "",
        "changes: 2 (changed: 1, dropped: 1)",
    ]


@pytest.mark.parametrize(("day", "count"), [("2031-04-10", 2), ("2031-04-11", 1), ("2031-07-11", 0)])
def test_since_a_day_means_that_day_too(out: Path, day: str, count: int) -> None:
    assert len(changes(out, date.fromisoformat(day)).rows) == count


def test_what_has_no_day_is_never_left_out(tmp_path: Path) -> None:
    out = results(tmp_path / "out", packs=[pack("c", "")], changes=[UNDATED])
    assert len(changes(out, date(2040, 1, 1)).rows) == 1


def test_the_three_forms_say_the_same(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["changes", str(out), "--format", "csv"]) == 0
    lines = list(csv.DictReader(io.StringIO(capfd.readouterr().out, newline="")))
    assert cli.run(["changes", str(out), "--format", "json"]) == 0
    objects = json.loads(capfd.readouterr().out)
    frame = agendapack.changes(out)
    assert [line["old"] for line in lines] == [o["old"] for o in objects] == list(frame["old"])
    assert (objects[0]["page"], objects[0]["to_date"], objects[1]["new"]) == (4, "2031-04-10", None)
    assert frame["to_date"].dt.year.tolist() == [2031, 2031]


def test_a_day_that_is_none_is_a_usage_error(out: Path) -> None:
    assert cli.run(["changes", str(out), "--since", "last May"]) == 1
