"""Papers that are no agenda say by themselves whose meeting they are of, and when."""

from __future__ import annotations

from datetime import date

import pytest
from outline.metadata_read import PAST, TAKEN, read
from outline.typeset import column, page, put

from agendapack.extract.outline import outline

HELD = [  # lines, committee, day, venue
    (
        ("Minutes of the Marlowe Parish Council meeting held on Tuesday 2 April 2019 at 7.30pm",),
        "Marlowe Parish Council",
        "",
    ),
    (("MINUTES of the PLANNING COMMITTEE held on Tuesday 2 April 2019",), "Planning Committee", ""),
    (
        ("Minutes of a meeting of the Audit Committee held at the Village Hall, Marlowe", "on 2 April 2019."),
        "Audit Committee",
        "Village Hall, Marlowe",
    ),
    (("MARLOWE TOWN COUNCIL", "Draft minutes of the meeting held on 2nd April 2019"), "", ""),
    (("At a meeting of the Cabinet held on 2 April 2019 there were present:",), "Cabinet", ""),
    (("Notes of the Parks Working Group held on", "2 April 2019"), "Parks Working Group", ""),
]


@pytest.mark.parametrize(("lines", "committee", "venue"), HELD)
def test_minutes_say_when_the_meeting_was(lines: tuple[str, ...], committee: str, venue: str) -> None:
    found = read(column(60, 60, *lines), put(60, 200, "Present: Cllr A. Ward, Cllr B. Reed"))
    assert (found.meeting_date, found.committee, found.venue) == (PAST, committee, venue)


@pytest.mark.parametrize("sort", ["A regular", "An ordinary", "The annual", "An extraordinary"])
def test_minutes_that_say_it_in_a_whole_sentence(sort: str) -> None:
    told = f"{sort} meeting of the Roads Committee was held on 2 April 2019, starting at 6:30 p.m."
    found = read(put(60, 60, "MINUTES", "b", 14), put(60, 90, told))
    assert (found.committee, found.meeting_date, found.time) == ("Roads Committee", PAST, "18:30")


def test_minutes_with_the_day_on_a_line_of_its_own() -> None:
    found = read(
        put(60, 60, "MARLOWE TOWN COUNCIL", "b", 14),
        put(60, 84, "PLANNING COMMITTEE", "b", 14),
        put(60, 110, "MINUTES", "b"),
        put(60, 130, "2 April 2019"),
        put(60, 170, "Present: Cllr A. Ward, Cllr B. Reed"),
    )
    assert (found.committee, found.meeting_date) == ("Planning Committee", PAST)


NOT_HELD = [
    "Members approved the minutes of the meeting held on 2 April 2019.",
    "The consultation event was held on 2 April 2019 in the Village Hall.",
    "This report was first given at the workshop held on 2 April 2019.",
]


@pytest.mark.parametrize("sentence", NOT_HELD)
def test_a_meeting_that_is_only_spoken_of_is_not_this_one(sentence: str) -> None:
    assert read(put(60, 60, "A report", "b"), put(60, 90, sentence)).meeting_date is None


BOXED = [
    (
        (
            "Item No. |150 Classification: |260 Date: |350 Meeting Name:",
            "9 |150 Open |260 2 April 2019 |350 Cabinet",
        )
    ),
    (("Meeting name |200 Date of meeting", "Cabinet |200 Tuesday 2 April 2019")),
    (("Date: |200 Report to:", "2 April |200 Cabinet", "2019")),
    (
        "Decision to be taken by: |300 Date of decision:",
        "Cabinet |300 2 April 2019",
        "For publication but for what the law says is private, and is kept apart",
    ),
]


@pytest.mark.parametrize("lines", BOXED)
def test_a_cover_set_in_boxes(lines: tuple[str, ...]) -> None:
    found = read(column(60, 60, *lines), put(60, 160, "Report title: |200 Roads"))
    assert (found.committee, found.meeting_date) == ("Cabinet", PAST)


@pytest.mark.parametrize("label", ["Date of meeting", "Meeting date", "Date of Committee"])
def test_a_label_and_its_day_without_a_sign_between(label: str) -> None:
    assert read(put(60, 60, f"{label} 2 April 2019")).meeting_date == PAST


@pytest.mark.parametrize(
    "line", ["Meeting date changed from 2 April 2019", "Decision date 2 April 2019 Decision: enquiry closed"]
)
def test_a_day_among_other_words_is_another(line: str) -> None:
    assert read(put(60, 60, line)).meeting_date is None


@pytest.mark.parametrize(
    ("lines", "committee"),
    [
        (("Report to: Harbour Committee Date: 2 April 2019",), "Harbour Committee"),
        (("Harbour Committee / Pwyllgor yr Harbwr – 2 April 2019",), "Harbour Committee"),
        (("Harbour Committee", "Tuesday 2 April 2019"), "Harbour Committee"),
        (("ORRIN BOROUGH COUNCIL – QUAYS PDG – 2 APRIL 2019",), ""),
        (("Joint meeting, 2 April 2019. Paper 5. For information.",), ""),
        (("Committee: Harbour and Quays Date: 2 April 2019",), ""),
    ],
    ids=[
        "labels",
        "two languages",
        "two lines",
        "council",
        "meeting",
        "a name without a word for one",
    ],
)
def test_the_meeting_in_parts_of_a_line(lines: tuple[str, ...], committee: str) -> None:
    found = read(put(60, 60, "Orrin Borough Council"), column(60, 90, *lines))
    assert (found.committee, found.meeting_date) == (committee, PAST)


@pytest.mark.parametrize(
    "lines",
    [
        ("Harbour Committee", "Published: 2 April 2019"),
        ("Harbour news – 2 April 2019",),
        ("Joint meeting notes changed on 2 April 2019",),
        ("Harbour Committee – the boats that sank before the storm of 2 April 2019",),
    ],
)
def test_a_day_beside_other_words_is_none_of_a_meeting(lines: tuple[str, ...]) -> None:
    assert read(column(60, 90, *lines)).meeting_date is None


def test_a_meeting_held_in_person_and_on_line_has_one_place() -> None:
    said = (
        "Minutes of the Cabinet held in person at the Marlowe Community Centre, and livestreamed to all, on"
    )
    found = read(column(60, 60, said, "2 April 2019"))
    assert (found.committee, found.venue) == ("Cabinet", "Marlowe Community Centre")


@pytest.mark.parametrize(
    "line",
    [
        "Report to Cabinet, 14 April 2031",
        "Adroddiad i’r Cabinet / Report to Cabinet, 14 April 2031. Author: M. Tudur, Strategy Manager.",
        "Cabinet, 14 April 2031. Report of the Monitoring Officer.",
        "To: Cabinet – 14 April 2031",
    ],
)
def test_a_line_that_says_for_whom_and_when(line: str) -> None:
    found = read(put(60, 60, "Delivery Plan", "b", 16), put(60, 90, line))
    assert (found.committee, found.meeting_date) == ("Cabinet", date(2031, 4, 14))


def test_a_head_in_two_columns_needs_no_colons() -> None:
    rows = [
        ("Report to", "Overview and Performance Committee"),
        ("Date of meeting", "11 February 2031"),
        ("Subject", "Performance Report Quarter 3 2030/31"),
    ]
    lines = [
        word
        for n, (label, value) in enumerate(rows)
        for word in (*put(60, 60 + 16 * n, label, "b"), *put(200, 60 + 16 * n, value))
    ]
    found = outline([page(1, lines, column(60, 200, *["The text of the report runs on over the page"] * 9))])
    assert found.metadata.committee == "Overview and Performance Committee"
    assert found.metadata.meeting_date == date(2031, 2, 11)
    assert found.plan_at(1, 400) == "Performance Report Quarter 3 2030/31"


@pytest.mark.parametrize(("words", "body"), [(30, True), (31, False)])
def test_a_title_has_not_many_words(words: int, body: bool) -> None:
    said = "Decisions taken by the Roads Committee on 2 April 2019"
    lead = " ".join(["Notice"] * (words - len(said.split())))
    lines = [
        put(60, 60 + 12 * n, " ".join(part), "r", 9) for n, part in enumerate([lead.split(), said.split()])
    ]
    assert bool(read(*lines).committee) is body


@pytest.mark.parametrize(("pitch", "dated"), [(22, True), (34, False)], ids=["close", "apart"])
def test_the_lines_of_one_title_stand_close(pitch: int, dated: bool) -> None:
    lines = [put(60, 90 + pitch * n, line, "r", 16) for n, line in enumerate(TAKEN[1][0])]
    assert (read(*lines).meeting_date == PAST) is dated
