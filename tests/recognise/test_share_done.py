"""Columns that say how much of an action is done."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records


def statuses(title: str, *cells: str, more: str = "") -> list[str]:
    head = f"*Ref | *Action | *Due date | *Lead officer | *{title}{more}"
    rows = (f"QA {n} | Dredge basin {n} | May 2032 | Jo Kerr | {cell}" for n, cell in enumerate(cells, 1))
    return [a.status for a in records(recognise([table(head, *rows)]), lambda _: Around("Quays")).actions]


@pytest.mark.parametrize("title", ["Progress", "% complete", "Percent complete"])
def test_a_column_of_percentages_tells_how_actions_stand(title: str) -> None:
    assert statuses(title, "10%", "100 %", "52.5%") == ["10%", "100 %", "52.5%"]


def test_words_of_progress_are_no_status() -> None:
    assert statuses("Progress", "The survey was begun", "10%", "Ann has the plans") == ["", "10%", ""]


@pytest.mark.parametrize("title", ["Share of costs", "Progress wanted", "Savings progress"])
def test_percentages_under_another_title_are_no_progress(title: str) -> None:
    titles, shares = f"Resources | *{title}", ("10%", "100%", "50%", "70%")
    assert statuses(titles, *(f"Two crews | {share}" for share in shares)) == ["", "", "", ""]


def test_a_column_of_status_goes_before() -> None:
    assert statuses("Progress", "10% | On track", "90% | Delayed", more=" | *Status") == [
        "On track",
        "Delayed",
    ]
