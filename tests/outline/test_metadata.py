from __future__ import annotations

from datetime import date

import pytest
from outline.typeset import column, page, put

from agendapack.extract.model import Word
from agendapack.extract.outline import PackMetadata, outline
from agendapack.extract.outline.bodies import body_named, time_named
from agendapack.extract.outline.councils import council_named, council_of_domain, register


def read(*lines: list[Word], source_name: str = "", **properties: str) -> PackMetadata:
    return outline([page(1, *lines)], source_name=source_name, properties=properties).metadata


ITEMS = put(60, 260, "AGENDA", "b", 14) + put(60, 290, "1. |95 Apologies") + put(60, 310, "2. |95 Budget")


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


def test_the_council_that_a_committee_is_said_to_be_of() -> None:
    found = read(
        put(60, 84, "You are invited to a meeting of the Schools Committee of Marlowe Vale Council"),
        put(60, 98, "to be held in the Guildhall, Marlowe on Monday 13 May 2024 at 10:30am."),
        ITEMS,
    )
    assert (found.council, found.committee) == ("Marlowe Vale Council", "Schools Committee")


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


def test_other_councils_in_the_text_are_not_the_author() -> None:
    found = read(
        column(
            60,
            100,
            "Leeds City Council and Marlowe Vale District Council are working together on this,",
            "as is Kirklees Council.",
        )
    )
    assert found.council == ""


def test_a_table_of_councils_names_no_author() -> None:
    rows = [put(60, 100 + 14 * n, f"{name} |250 {n}12.14 |350 -0.2{n}%") for n, name in enumerate(MANY)]
    assert read(put(60, 60, "Tax compared", "b", 14), *rows).council == ""


MANY = ("City of Holmsea", "Orrin Borough Council", "Leeds City Council")


def test_whom_a_letter_is_sent_to_did_not_write_it() -> None:
    address = ("Ms A. Reed", "Legal Services", "Leeds City Council", "PO Box 12", "Leeds LS1 2AB")
    letter = [put(60, 100 + 14 * n, line) for n, line in enumerate(address)]
    assert read(*letter, put(60, 240, "Dear Madam"), column(60, 260, "I write to you.")).council == ""
    own = put(60, 60, "Kirklees Council", "b", 14)
    assert read(own, *letter, put(60, 240, "Dear Madam")).council == "Kirklees Council"


@pytest.mark.parametrize(
    "title",
    [
        "The London Borough of Southwark (Mill Lane) Compulsory Purchase Order 2031",
        "Reed v Leeds City Council",
        "Leeds City Council (Abolition) Act",
    ],
)
def test_a_council_in_the_name_of_an_order_or_case_is_a_party_to_it(title: str) -> None:
    assert read(put(60, 60, title, "b", 14)).council == ""


TAKEN = [
    (("Decision determined at Transport & Roads Policy", "Committee meeting on 2 April 2019"), True),
    (("Decisions taken by the Transport & Roads Policy Committee", "on Tuesday 2 April 2019"), True),
    (("NOTICE OF KEY DECISIONS TO BE TAKEN AT TRANSPORT", "& ROADS POLICY COMMITTEE"), False),
    (("Decisions made at a Transport & Roads Policy Committee meeting",), False),
]


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


def test_a_title_that_begins_with_its_council_names_it() -> None:
    found = read(put(60, 60, "Holmsea and Orrin Borough Council – Corporate KPI monitor, Quarter 2", "b", 14))
    assert found.council == "Holmsea and Orrin Borough Council"


def test_running_feet_name_the_council() -> None:
    pages = [
        page(n, column(60, 100, f"text {n}", f"more {n}"), put(60, 805, f"Plan |250 {n} |400 Torbay Council"))
        for n in (1, 2, 3)
    ]
    found = outline(pages).metadata
    assert (found.council, found.gss_code) == ("Torbay Council", "E06000027")


NAMED = [
    ("LEEDS CITY COUNCIL", "Leeds City Council", "E08000035"),
    ("Brighton & Hove City Council", "Brighton and Hove City Council", "E06000043"),
    ("London Borough of Southwark Budget Book", "London Borough of Southwark", "E09000028"),
    ("Southwark Council", "London Borough of Southwark", "E09000028"),
    ("Agenda of Torbay Council", "Torbay Council", "E06000027"),
    ("Holmsea Borough Council", "Holmsea Borough Council", ""),
    ("HOLMSEA BOROUGH COUNCIL", "Holmsea Borough Council", ""),
    ("HOLMSEA FIRE & RESCUE AUTHORITY", "Holmsea Fire & Rescue Authority", ""),
    ("The Corporation of the Township of Holmsea", "Township of Holmsea", ""),
    ("Township of Holmsea", "Township of Holmsea", ""),
    ("NHS Holmsea Integrated Care Board", "NHS Holmsea Integrated Care Board", ""),
    ("Greater Manchester Combined Authority", "Greater Manchester Combined Authority", "E47000001"),
]


@pytest.mark.parametrize(("text", "name", "code"), NAMED)
def test_names_of_councils(text: str, name: str, code: str) -> None:
    found = council_named(text)
    assert found and (found.name, found.gss_code) == (name, code)


@pytest.mark.parametrize(
    "text",
    [
        "the council",
        "COUNTY COUNCIL",
        "Full Council",
        "Your council",
        "Annual Council meeting",
        "Research Council",
        "Overseas Holmsea Banking Corporation",
        "City of Holmsea Climate Action Plan",
        "Band D Council",
        "Future of Council",
    ],
)
def test_no_names_of_councils(text: str) -> None:
    assert council_named(text) is None


def test_a_web_address_names_a_council_only_when_it_spells_out_one_place() -> None:
    found = council_of_domain(["write to jo.doe@torbay.gov.uk"])
    assert found and found.name == "Torbay Council"
    assert council_of_domain(["see www.nowhere.gov.uk"]) is None


def test_the_register_has_each_code_once() -> None:
    codes = [c.gss_code for c in register().values() if c.gss_code]
    assert len(codes) == len(set(codes)) > 400


BODIES = [
    ("Agenda for the Executive", "Executive"),
    ("CHILDREN'S SERVICES PORTFOLIO", "Children's Services Portfolio"),
    ("Cabinet – Monday 4 June 2024", "Cabinet"),
    ("Meeting of the Audit and Governance Committee", "Audit and Governance Committee"),
    ("Committee", ""),
    ("Council Chamber", ""),
    ("The committee is asked to note the report.", ""),
    ("Report to Portfolio Holder", ""),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_names_of_bodies(text: str, name: str) -> None:
    assert body_named(text) == name


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


# --- papers without an agenda --------------------------------------------------------

PAST = date(2019, 4, 2)
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
