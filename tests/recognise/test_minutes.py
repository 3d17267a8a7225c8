"""Minutes whose column of actions names who is to act."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.minutes import lone_head
from agendapack.extract.records import records

NUMBERED = (
    "*No | *Item | *Notes | *Action",
    "24/31 | Apologies | No apologies had been received. | None",
    "25/31 | Report of the harbour master | The report was noted. The gates will be surveyed. | Jo Kerr",
    "26/31 | Budget | Figures for the crane will come to the next meeting. | Clerk",
)
INITIALS = (
    "*Minute | *Action by",
    "The chair welcomed the members of the board. | ",
    "The survey of the gates will be brought to the next meeting. | JK",
    "The contract for the crane will be let in May. | JK/PV",
)
MARGIN = (
    " | | *Action",
    "1. | Apologies were received from the ferry operator. | ",
    "2. | The clerk will publish the survey of the gates. | JK",
    "3. | Two quotations for the crane will be obtained. | JK/PV",
)
POSTS = (
    "*Ref | *Discussion and decision | *Actions",
    "4.1 | Members discussed the survey of the gates. | Harbour Master",
    "4.2 | Officers will write to the ferry operator. | Head of Estates / Finance Team",
    "4.3 | The minutes were agreed. | N/A",
)


@pytest.mark.parametrize(
    ("printed", "rows"),
    [
        (
            NUMBERED,
            [
                ("25/31", "The report was noted. The gates will be surveyed.", ("Jo Kerr",)),
                ("26/31", "Figures for the crane will come to the next meeting.", ("Clerk",)),
            ],
        ),
        (
            INITIALS,
            [
                ("", "The survey of the gates will be brought to the next meeting.", ("JK",)),
                ("", "The contract for the crane will be let in May.", ("JK", "PV")),
            ],
        ),
        (
            MARGIN,
            [
                ("2.", "The clerk will publish the survey of the gates.", ("JK",)),
                ("3.", "Two quotations for the crane will be obtained.", ("JK", "PV")),
            ],
        ),
        (
            POSTS,
            [
                ("4.1", "Members discussed the survey of the gates.", ("Harbour Master",)),
                ("4.2", "Officers will write to the ferry operator.", ("Head of Estates", "Finance Team")),
            ],
        ),
    ],
)
def test_what_was_minuted_is_the_action_of_those_named_beside_it(
    printed: tuple[str, ...], rows: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    made = records(recognise([table(*printed)]), lambda _: Around())
    assert [(a.action_ref, a.action, a.officers) for a in made.actions] == rows


@pytest.mark.parametrize(
    "printed",
    [
        (
            "*Name | *Ward | *Present",
            "Jo Kerr | North Quay and the Basin | Yes",
            "Pat Voss | South Quay | No",
        ),
        (
            "*Service | *What it is for | *Lead officer",
            "Moorings | Berths for small boats in the basin | Jo Kerr",
            "Pilots | Boats that bring large ships in | Pat Voss",
        ),
        ("*Item | *Notes | *Action", "Apologies | None had been received. | None", "Gates | Noted. | None"),
    ],
)
def test_other_tables_that_name_people_are_no_minutes(printed: tuple[str, ...]) -> None:
    made = records(recognise([table(*printed)]), lambda _: Around())
    assert made.actions == []


def test_a_table_of_one_row_or_none_has_no_head_over_its_margin() -> None:
    found = table(*MARGIN)
    assert [bool(lone_head(replace(found, rows=found.rows[:n]))) for n in (0, 1, 2)] == [False, False, True]
