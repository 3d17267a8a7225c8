"""A later report that prints another value for a period than the report before."""

from __future__ import annotations

from datetime import date

import pytest

from agendapack.extract.history.restated import restated
from agendapack.extract.history.values import Series
from agendapack.extract.write.record import Record


def printed(pack: str, figure: float, status: str = "") -> Record:
    return {
        "pack_id": pack,
        "row_id": f"{pack}:1",
        "indicator_ref": "HB 1",
        "period": "Q2",
        "period_end": date(2031, 9, 30),
        "text": f"{figure:.1f}%",
        "value": figure,
        "unit": "percent",
        "value_status": status or None,
        "page": 3,
    }


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((printed("a", 82.0), printed("b", 86.0), printed("c", 86.0)), ["b"]),
        ((printed("a", 82.0), printed("b", 82.0)), []),
        ((printed("a", 82.0, "provisional"), printed("b", 86.0)), []),
        ((printed("a", 82.0), printed("b", 86.0, "revised")), []),
    ],
)
def test_what_a_report_prints_otherwise_is_told_unless_it_says_so(
    rows: tuple[Record, ...], told: list[str]
) -> None:
    found = list(restated([Series([*rows])]))
    assert [f["pack_id"] for f in found] == told
    assert all("82.0%" in str(f["detail"]) and "86.0%" in str(f["detail"]) for f in found)
