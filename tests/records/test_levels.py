"""Headings of an action plan that stand in columns of their own."""

from __future__ import annotations

from sheets import table

from agendapack.extract.model import Action, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records

HEAD = "*Priority | *Objective | *Action | *Due date | *Lead officer"


def outcomes(*rows: str) -> list[tuple[str, str]]:
    return [(a.corporate_outcome, a.divisional_objective) for a in _actions(table(HEAD, *rows))]


def _actions(printed: Table) -> list[Action]:
    return records(recognise([printed]), lambda _: Around("Quays plan")).actions


def test_columns_of_headings_keep_their_levels() -> None:
    rows = (
        "A thriving port | Let more berths | Market the north quay to new lines | May 2032 | Jo Kerr",
        "^ | ^ | Review the berth fees for next season | June 2032 | Pat Voss",
        "A cleaner port | Less oil in the basin | Install booms at both fuel berths | July 2032 | Jo Kerr",
    )
    port = ("A thriving port", "Let more berths")
    assert outcomes(*rows) == [port, port, ("A cleaner port", "Less oil in the basin")]


def test_an_empty_cell_is_as_above_and_no_lower_heading_outlives_a_higher_one() -> None:
    rows = (
        "A thriving port | Let more berths | Market the north quay to new lines | May 2032 | Jo Kerr",
        " | | Review the berth fees for next season | June 2032 | Pat Voss",
        "A cleaner port | | Install booms at both fuel berths | July 2032 | Jo Kerr",
    )
    port = ("A thriving port", "Let more berths")
    assert outcomes(*rows) == [port, port, ("A cleaner port", "")]


def test_a_column_of_texts_and_ratings_is_no_heading() -> None:
    rows = (
        "A thriving port | Let more berths | Market the north quay to new lines | May 2032 | Jo Kerr",
        "Low | Less oil in the basin | Install booms at both fuel berths | July 2032 | Pat Voss",
    )
    assert [corporate for corporate, _ in outcomes(*rows)] == ["", ""]


def test_a_column_of_ratings_is_no_heading() -> None:
    rows = (
        "High | Let more berths | Market the north quay to new lines | May 2032 | Jo Kerr",
        "Low | Less oil in the basin | Install booms at both fuel berths | July 2032 | Pat Voss",
    )
    assert outcomes(*rows) == [("", "Let more berths"), ("", "Less oil in the basin")]
