"""Columns that say where a rating begins are neither ratings nor values."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise import recognise

ROWS = (("QS1", "Berths let by the season", "81%", "85%"), ("QS2", "Ferries that left on time", "91%", "95%"))
BOUNDS = ("<80%", "90-94%")


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Red", BOUNDS),
        ("Red", ("80%", "90%")),
        ("Amber threshold", BOUNDS),
        ("Green (on or above)", BOUNDS),
        ("RAG: Red if less than", ("80", "90")),
        ("R", BOUNDS),
        ("Threshold", BOUNDS),
        ("Tolerance", ("5%", "2%")),
        ("RAG tolerance", ("+/- 5%", "+/- 2%")),
        ("Trigger", ("75%", "85%")),
    ],
)
def test_a_column_of_thresholds_is_left_unread(title: str, cells: tuple[str, str]) -> None:
    (found,) = recognise([_with(title, cells)])
    assert found.kind == "indicators" and found.reading
    assert 4 not in found.reading.used


@pytest.mark.parametrize(
    ("title", "cells", "role"),
    [
        ("RAG", ("Red", "Green"), "rag"),
        ("RAG status", ("R", "G"), "rag"),
        ("Threshold", ("75%", "85%"), "floor"),
        ("Floor", BOUNDS, "floor"),
        ("Q1 2031", ("75%", "85%"), "actual"),
    ],
)
def test_other_columns_are_read(title: str, cells: tuple[str, str], role: str) -> None:
    (found,) = recognise([_with(title, cells)])
    assert found.reading
    named = {r.column: r.name for r in found.reading.roles}
    assert (named | {v.column: v.measure for v in found.reading.values})[4] == role


def _with(title: str, cells: tuple[str, str]):
    body = (" | ".join((*row, cell)) for row, cell in zip(ROWS, cells, strict=True))
    return table(f"*Ref | *Performance indicator | *Latest | *Target | *{title}", *body)
