"""What a front sheet and the file itself say of a pack: council, committee, day, time, place."""

from __future__ import annotations

from datetime import date

import pytest
from outline.metadata_read import ITEMS, PAST, TAKEN, read
from outline.typeset import column, put

from agendapack.extract.outline import PackMetadata
from agendapack.extract.outline.bodies import time_named


def test_a_front_sheet_line_by_line() -> None:
    found = read(
        put(60, 60, "MARLOWE VALE DISTRICT COUNCIL", "b", 14),
        put(60, 84, "OVERVIEW AND SCRUTINY COMMITTEE", "b", 14),
        put(60, 110, "Tuesday, 4 June 2024"),
        put(60, 126, "at 6.30 pm"),
        put(60, 142, "in Committee Room 2, Town Hall, Marlowe"),
        ITEMS,
    )
    assert found == PackMetadata(
        council="Marlowe Vale District Council",
        committee="Overview and Scrutiny Committee",
        meeting_date=date(2024, 6, 4),
        time="18:30",
        venue="Committee Room 2, Town Hall, Marlowe",
        title="OVERVIEW AND SCRUTINY COMMITTEE AGENDA",
    )


CALLS = [
    (
        "You are hereby summoned to attend the Annual Meeting of Upper Marlowe Parish Council to be held on "
        "Monday 13th May 2024 at 7.30pm in the Village Hall, Church Lane, Marlowe for these items.",
        (date(2024, 5, 13), "19:30", "Village Hall, Church Lane, Marlowe"),
    ),
    (
        "You are invited to a meeting of the Schools Committee of Marlowe Council to be held in the Council "
        "Chamber, Marlowe House on Monday 13 May 2024 at 10:30am.",
        (date(2024, 5, 13), "10:30", "Council Chamber, Marlowe House"),
    ),
    (
        "You are summoned to attend a meeting of the Parish Council on Monday 13th May 2024 at 7.30pm in the "
        "Reading Room, Church Street.",
        (date(2024, 5, 13), "19:30", "Reading Room, Church Street"),
    ),
    (
        "NOTICE IS GIVEN that a MEETING of the TOWN COUNCIL will be held in the Council Chamber, Town Hall, "
        "Marlowe on MONDAY 13 MAY 2024 at 7.00 pm.",
        (date(2024, 5, 13), "19:00", "Council Chamber, Town Hall, Marlowe"),
    ),
    (
        "Notice of a meeting to be held at The Old School Rooms, High Street, Marlowe on Monday 13 May 2024 "
        "commencing at 7pm",
        (date(2024, 5, 13), "19:00", "The Old School Rooms, High Street, Marlowe"),
    ),
]


@pytest.mark.parametrize(("sentence", "told"), CALLS)
def test_the_sentence_that_calls_a_meeting_comes_before_the_day_it_was_signed(
    sentence: str, told: tuple
) -> None:
    words = sentence.split()
    lines = [put(60, 84 + 14 * i, " ".join(words[n : n + 9])) for i, n in enumerate(range(0, len(words), 9))]
    found = read(put(400, 60, "6 May 2024"), *lines, ITEMS)
    assert (found.meeting_date, found.time, found.venue) == told


def test_a_meeting_that_was_held_is_not_called() -> None:
    found = read(
        put(60, 60, "SCHOOLS COMMITTEE", "b", 14),
        put(60, 84, "Tuesday 4 June 2024 at 2 pm"),
        put(60, 98, "The minutes of the meeting held on 13 May 2024 are attached."),
        ITEMS,
    )
    assert found.meeting_date == date(2024, 6, 4)


def test_labels_in_two_languages() -> None:
    found = read(
        put(60, 60, "CABINET", "b", 14),
        put(60, 84, "Dyddiad / Date: |180 Dydd Mawrth, 4 Mehefin 2024 / Tuesday, 4 June 2024"),
        put(60, 98, "Meeting: |180 Cabinet"),
        ITEMS,
    )
    assert (found.committee, found.meeting_date) == ("Cabinet", date(2024, 6, 4))


def test_a_front_sheet_with_labels() -> None:
    found = read(
        put(60, 60, "EXECUTIVE BOARD", "b", 14),
        put(60, 110, "Date: |150 Thursday 12 September 2024"),
        put(60, 126, "Time: |150 2.00 pm"),
        put(60, 142, "Venue: |150 Civic Centre, Sea Road,"),
        put(150, 156, "Holmsea"),
        ITEMS,
    )
    assert (found.meeting_date, found.time, found.venue) == (
        date(2024, 9, 12),
        "14:00",
        "Civic Centre, Sea Road, Holmsea",
    )


def test_labels_without_colons_in_a_column_of_their_own() -> None:
    found = read(
        put(60, 60, "EXECUTIVE BOARD", "b", 14),
        put(60, 110, "Date |150 Thursday 12 September 2024"),
        put(60, 126, "Location |150 Committee Room 2, Civic Centre, Holmsea"),
        ITEMS,
    )
    assert (found.meeting_date, found.venue) == (date(2024, 9, 12), "Committee Room 2, Civic Centre, Holmsea")


def test_a_front_sheet_with_a_column_of_contacts_beside_the_place() -> None:
    found = read(
        put(60, 84, "CABINET", "b", 14),
        put(60, 110, "Thursday, 6th March, 2025, at 10.00 am |330 Ask for: |420 Sam Pike"),
        put(60, 124, "Council Chamber, Old House, |330 Telephone: |420 01234 567890"),
        put(60, 138, "Mill Lane, Holmsea |330 Email: |420 s.pike@holmsea.example"),
        ITEMS,
    )
    assert (found.committee, found.time, found.venue) == (
        "Cabinet",
        "10:00",
        "Council Chamber, Old House, Mill Lane, Holmsea",
    )


FILES = [
    ("Public reports pack 13th-Mar-2025 15.00 Cabinet.pdf", "Cabinet", date(2025, 3, 13), "15:00"),
    (
        "Agenda frontsheet 02nd-Jun-2024 09.30 Planning Committee.pdf",
        "Planning Committee",
        date(2024, 6, 2),
        "09:30",
    ),
    ("Budget 2025 Cabinet.pdf", "", None, ""),
]


@pytest.mark.parametrize(("name", "committee", "day", "time"), FILES)
def test_file_names(name: str, committee: str, day: date | None, time: str) -> None:
    found = read(put(60, 60, "text"), source_name=name)
    assert (found.committee, found.meeting_date, found.time) == (committee, day, time)


def test_pdf_properties_of_a_publishing_system() -> None:
    found = read(
        put(60, 60, "text"),
        Title="(Public Pack)Agenda Document for Health and Wellbeing Board, 05/02/2025 14:00",
    )
    assert (found.committee, found.meeting_date, found.time) == (
        "Health and Wellbeing Board",
        date(2025, 2, 5),
        "14:00",
    )
    assert found.title == "Agenda Document for Health and Wellbeing Board, 05/02/2025 14:00"


def test_the_title_a_word_processor_left_in_the_pdf_is_no_title() -> None:
    assert read(put(60, 60, "text"), Title="Agenda Template").title == ""


def test_minutes_tell_it_in_a_sentence() -> None:
    found = read(
        column(
            60,
            100,
            "MINUTES of a meeting of the Policy Committee held in the Council Chamber,",
            "Town Hall, Marlowe on Thursday, 13 March 2025.",
        )
    )
    assert (found.committee, found.meeting_date) == ("Policy Committee", date(2025, 3, 13))
    assert found.venue == "Council Chamber, Town Hall, Marlowe"


def test_the_date_of_a_letter_is_not_the_day_of_the_meeting() -> None:
    found = read(put(300, 60, "Date: 29 January 2025"), put(60, 120, "Dear Member"))
    assert found.meeting_date is None


@pytest.mark.parametrize(("lines", "dated"), TAKEN)
def test_a_title_that_says_who_takes_the_decisions(lines: tuple[str, ...], dated: bool) -> None:
    title = [put(60, 90 + 20 * n, line, "r", 16) for n, line in enumerate(lines)]
    found = read(put(60, 40, "Forward plan", "b", 30), *title, column(60, 260, "Published: 2 May 2031"))
    assert found.committee.casefold() == "transport & roads policy committee"
    assert found.meeting_date == (PAST if dated else None)


@pytest.mark.parametrize(
    "lines",
    [
        ("The decisions taken by the Roads Committee on 2 April 2019. They", "were kept."),
        ("Every decision was reviewed, and those taken by the officers", "on 2 April 2019 were too"),
    ],
)
def test_decisions_that_a_text_speaks_of_are_others(lines: tuple[str, ...]) -> None:
    found = read(put(60, 60, "Review", "b", 14), column(60, 100, *lines))
    assert (found.committee, found.meeting_date) == ("", None)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 6.30 pm", "18:30"),
        ("10am", "10:00"),
        ("12 noon", "12:00"),
        ("12.15 am", "00:15"),
        ("in 2024", ""),
    ],
)
def test_times(text: str, time: str) -> None:
    assert time_named(text) == time
