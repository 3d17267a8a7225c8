"""What the commands say where there is nothing: why, when that could not be otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import Cells, pack, results

from agendapack.extract.answers import (
    change_lines,
    changes,
    overdue,
    overdue_lines,
    series,
    series_lines,
)

ACTION: Cells = {"row_id": "a:1", "pack_id": "a", "action": "Open the baths", "confidence": "1"}
INDICATOR: Cells = {"entity_id": "i1", "kind": "indicator", "current_text": "Visits", "confidence": "1"}
PRINTED: Cells = {"entity_id": "i1", "row_id": "a:v1", "pack_id": "a", "text": "7", "confidence": "1"}


def meeting(day: str, committee: str = "Cabinet") -> Cells:
    said = {"council": "Melbury Council", "committee": committee, "meeting_date": day, "row_id": day}
    return {**said, "meeting_id": day, "current_pack_id": "a", "pack_id": "a", "confidence": "1"}


@pytest.mark.parametrize(
    ("meetings", "said"),
    [
        ([], "changes: 0; no committee has two meetings here to compare"),
        (
            [meeting("2031-01-10"), meeting("2031-04-10", "Audit")],
            "changes: 0; no committee has two meetings here to compare",
        ),
        ([meeting("2031-01-10"), meeting("2031-04-10")], "changes: 0"),
    ],
)
def test_changes(tmp_path: Path, meetings: list[Cells], said: str) -> None:
    out = results(tmp_path / "out", packs=[pack("a", "2031-01-10")], meetings=meetings)
    assert list(change_lines(changes(out))) == [said]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([PRINTED], "values: 0; 1 are printed without a period and stand in indicator_values only"),
        ([], "values: 0"),
    ],
)
def test_series(tmp_path: Path, values: list[Cells], said: str) -> None:
    out = results(tmp_path / "out", packs=[pack("a", "")], entities=[INDICATOR], indicator_values=values)
    assert list(series_lines(series(out))) == [said]


@pytest.mark.parametrize(
    ("actions", "day", "said"),
    [
        ([], "2031-01-10", "overdue: 0; there are no actions here"),
        ([ACTION], "", "overdue: 0; no pack says the day of its meeting (agendapack extract --date)"),
        ([ACTION], "2031-01-10", "overdue: 0"),
    ],
)
def test_overdue(tmp_path: Path, actions: list[Cells], day: str, said: str) -> None:
    out = results(tmp_path / "out", packs=[pack("a", day)], actions=actions)
    assert list(overdue_lines(overdue(out))) == [said]
