"""What goes wrong while tables are understood costs one table, and is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sheets import table

from agendapack.extract import pipeline
from agendapack.extract.find.forms import Form
from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.pipeline import read_pack
from agendapack.extract.recognise import one_by_one, recognise
from agendapack.extract.recognise.one_by_one import Failure, recognise_with_care
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.doubts import failures_told
from agendapack.extract.settings import Settings

ROOT = Path(__file__).resolve().parents[2]

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


def test_what_goes_wrong_without_a_table_is_told_of_the_pack() -> None:
    (told,) = failures_told([Failure("cards were not looked for", ZeroDivisionError("by nought"))])
    assert (told.kind, told.severity, told.source.page, told.source.table_id) == (
        "unread_page",
        "error",
        1,
        "",
    )
    assert told.detail.startswith("cards were not looked for: failed with ZeroDivisionError: by nought")


def test_a_second_reading_that_fails_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def unforeseen(*_: object) -> list[Form]:
        raise ZeroDivisionError("by nought")

    pack = ROOT / "samples" / "ashenshire" / "pack.pdf"
    whole = read_pack(pack, Settings(), lambda _done, _pages: None)
    monkeypatch.setattr(pipeline, "forms_of", unforeseen)
    read = read_pack(pack, Settings(), lambda _done, _pages: None)
    assert read.actions == whole.actions
    assert read.risks == whole.risks
    (told,) = {one.detail for one in read.findings} - {one.detail for one in whole.findings}
    assert told.startswith("cards that no table shows were not looked for")
