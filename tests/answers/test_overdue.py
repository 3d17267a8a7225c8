"""`overdue`: each action once, as printed last, unless it is done, given up or dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import Cells, pack, results

import agendapack
from agendapack import cli
from agendapack.extract.answers import overdue, overdue_lines


def action(ref: str, in_pack: str, days: int, **more: str) -> Cells:
    row = {"action_ref": ref, "action": f"Do {ref}", "pack_id": in_pack, "row_id": f"{in_pack}:{ref}"}
    late = {"overdue": "yes" if days else "no", "days_late": str(days or ""), "due_date": "2031-01-01"}
    return {**row, **late, "entity_id": f"e-{ref}", "plan": "Plan", "page": "3", "confidence": "1", **more}


def entity(ref: str, state: str = "open") -> Cells:
    return {"entity_id": f"e-{ref}", "kind": "action", "state": state, "confidence": "1"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    actions = [
        action("1", "b", 99, officers="Ann Ward", times_redated="2", first_due_date="2030-01-01"),
        action("1", "a", 9),
        *(action("2", "a", 9), action("2", "b", 0)),
        *(action("3", "a", 9), action("4", "a", 9), action("5", "b", 120)),
        action("5", "a", 9, repeat_of="b:5"),
    ]
    entities = [entity("1"), entity("2"), entity("3", "dropped"), entity("4", "completed"), entity("5")]
    packs = [pack("b", "2031-04-10"), pack("a", "2031-01-10")]
    return results(tmp_path / "out", packs=packs, actions=actions, entities=entities)


def test_each_once_the_latest_first(out: Path) -> None:
    assert [(r["action_ref"], r["days_late"], r["pack_id"]) for r in overdue(out).rows] == [
        ("5", 120, "b"),
        ("1", 99, "b"),
    ]


def test_text_says_how_late_whose_and_how_often_it_was_moved(out: Path) -> None:
    assert list(overdue_lines(overdue(out, "plan"), "plan")) == [
        "Plan (2)",
        "  120 days: 5 Do 5",
        "    due 2031-01-01; Melbury Council, Cabinet on 2031-04-10, page 3",
        "  99 days: 1 Do 1",
        "    due 2031-01-01, first due 2030-01-01, redated 2× (Ann Ward);"
        " Melbury Council, Cabinet on 2031-04-10, page 3",
        "overdue: 2",
    ]


def test_frame_has_meeting_and_types(out: Path) -> None:
    frame = agendapack.overdue(out, by="officers")
    assert frame["officers"].tolist() == [(), ("Ann Ward",)]
    assert frame["meeting_date"].dt.month.tolist() == [4, 4]


def test_only_columns_that_there_are(out: Path) -> None:
    assert cli.run(["overdue", str(out), "--by", "colour"]) == 1
