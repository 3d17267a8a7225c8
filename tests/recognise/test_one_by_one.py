"""What goes wrong while tables are understood costs one table, and is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from sheets import table

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import one_by_one, recognise
from agendapack.extract.recognise.one_by_one import recognise_with_care
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.doubts import failures_told

PLANS = [
    replace(
        table("*Action | *Due date | *Lead officer", f"Paint crane {n} | May 2032 | Jo Kerr"), table_id=str(n)
    )
    for n in range(3)
]


def _around(_: str) -> Around:
    return Around()


def test_what_goes_well_is_what_it_is_without_care() -> None:
    found, failures = recognise_with_care(PLANS, _around)
    assert [one.kind for one in found] == [one.kind for one in recognise(PLANS)] == ["actions"] * 3
    assert not failures


def test_one_that_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def unforeseen(tables: Iterable[Table], *others: Any) -> Sequence[Recognised]:
        known = list(tables)
        if any(one.table_id == "1" for one in known):
            raise ZeroDivisionError("by nought")
        return recognise(known, *others)

    monkeypatch.setattr(one_by_one, "recognise", unforeseen)
    found, failures = recognise_with_care(PLANS, _around)
    assert [one.kind for one in found] == ["actions", "", "actions"]
    together, alone = failures_told(failures)
    assert "each by itself" in together.detail
    assert "ZeroDivisionError: by nought" in alone.detail
    assert {together.kind, alone.kind} == {"unread_page"}
    assert {together.severity, alone.severity} == {"error"}
    assert [together.source.table_id, alone.source.table_id] == ["0", "1"]
