"""`series`: which indicators a name means, in which order their values stand, how they are drawn."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from folders import Cells, pack, results
from hypothesis import given
from hypothesis import strategies as st

import agendapack
from agendapack import cli
from agendapack.extract.answers import plot, series, series_lines
from agendapack.extract.answers.moved import BARS, sparkline
from agendapack.extract.errors import UsageError


def value(entity: str, end: str, number: str, **more: str) -> Cells:
    row = {"entity_id": entity, "measure": "actual", "span": "quarter", "period_end": end, "unit": "percent"}
    texts = {"period": end[:7], "latest_text": f"{number}%", "first_text": f"{number}%", "value": number}
    names = {"indicator_ref": "KPI 12", "definition": "Calls <answered>", "confidence": "1"}
    packs = {"pack_id": "a", "first_pack_id": "a", "latest_pack_id": "a", "row_id": f"{entity}{end}"}
    return {**row, **texts, **names, **packs, "restated": "no", **more}


def entity(entity_id: str, refs: str, said: str, kind: str = "indicator") -> Cells:
    named = {"entity_id": entity_id, "kind": kind, "current_ref": refs.split("; ")[-1], "refs": refs}
    return {**named, "current_text": said, "state": "open", "confidence": "1"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    values = [
        value("i1", "2031-06-30", "92.8", restated="yes", first_text="89.8%"),
        value("i1", "2031-03-31", "91"),
        value("i1", "2031-06-30", "92", measure="target"),
        value("i2", "2031-03-31", "7"),
    ]
    entities = [
        entity("i1", "KPI 12", "Calls answered"),
        entity("i2", "KPI 4a; KPI 13", "Homes built in the year"),
        entity("a1", "KPI 12", "Answer calls", "action"),
    ]
    return results(tmp_path / "out", packs=[pack("a", "2031-07-01")], value_history=values, entities=entities)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("KPI 12", {"i1"}),
        ("kpi12", {"i1"}),
        ("KPI 4a", {"i2"}),  # a reference that it had before
        ("i2", {"i2"}),
        ("homes built", {"i2"}),
        ("", {"i1", "i2"}),
    ],
)
def test_a_name_is_a_reference_an_entity_or_words(out: Path, name: str, found: set[str]) -> None:
    assert {row["entity_id"] for row in series(out, name).rows} == found


def test_no_such_indicator_tells_the_nearest(out: Path) -> None:
    with pytest.raises(UsageError, match="KPI 99.*no such indicator.*KPI 1"):
        series(out, "KPI 99")


def test_text_is_in_the_order_of_time_and_tells_what_was_restated(out: Path) -> None:
    assert list(series_lines(series(out, "KPI 12"))) == [
        "KPI 12 Calls <answered> (Melbury Council)",
        "  actual, quarter, percent  ▁█",
        "    2031-03: 91%",
        "    2031-06: 92.8%, first printed as 89.8%",
        "  target, quarter, percent",
        "    2031-06: 92%",
        "values: 3",
    ]


@given(st.lists(st.none() | st.floats(-1e300, 1e300)))
def test_a_sparkline_has_a_bar_for_each_number_and_a_gap_for_none(numbers: list[float | None]) -> None:
    bars = sparkline(numbers)
    known = [n for n in numbers if n is not None]
    if len(known) > 1:
        assert [bar == " " for bar in bars] == [n is None for n in numbers]
        assert bars[numbers.index(max(known))] == BARS[-1] or min(known) == max(known)
    else:
        assert bars == ""


def test_a_drawing_is_whole_and_never_takes_the_place_of_another_file(out: Path, tmp_path: Path) -> None:
    file = tmp_path / "kpi.svg"
    plot(series(out), file)
    plot(series(out, "KPI 12"), file)
    titles = [e.text for e in ET.fromstring(file.read_text(encoding="utf-8")).iter() if "title" in e.tag]
    assert titles == ["2031-03: 91%", "2031-06: 92.8%", "2031-06: 92%"]
    mine = tmp_path / "mine.svg"
    mine.write_text("<svg/>")
    with pytest.raises(UsageError, match=re.escape("is not a drawing of agendapack")):
        plot(series(out), mine)
    assert mine.read_text() == "<svg/>"


def test_the_library_and_the_command_give_the_same_rows(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["series", str(out), "KPI 12", "--format", "csv"]) == 0
    assert capfd.readouterr().out.count("\n") == 1 + len(agendapack.series(out, "KPI 12"))
