"""Cases of days, periods and progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reconcile.cases import JUNE, LATER, MARCH, Case
from reconcile.invented import LOWER, action, indicator, risk

from agendapack.extract.model import Action
from agendapack.extract.reconcile import Passage


def dated(ref: str, text: str, day: date, table: str = "t1") -> Action:
    return replace(action(ref, due=day, table=table), due_text=text)


CASES = [
    Case(
        "different_due",
        {"HD A001"},
        (action("HD A001", due=MARCH), action("HD A001", plan=LOWER, due=JUNE)),
        (
            action("HD A001", due=MARCH, officers=("Head of Quays",)),
            action("HD A001", plan=LOWER, due=MARCH, officers=("Ada Skipper",)),
        ),
    ),
    Case(
        "impossible_date",
        {"HD A001"},
        (action("HD A001", due_text="Mar 2-08", due_kind="unparsed"),),
        (
            action("HD A001", due_text="To be agreed", due_kind="unparsed"),
            action("HD A002", due_text="1-2 years", due_kind="unparsed"),
        ),
    ),
    Case(
        "outside_plan",
        {"HD A003"},
        (action("HD A001", due=MARCH), action("HD A002", due=JUNE), action("HD A003", due=date(2031, 3, 31))),
        (action("HD A001", due=MARCH), action("HD A002", due=JUNE)),
    ),
    Case(
        "child_after_parent",
        {"HD A001", "HQ A1"},
        (action("HD A001", due=MARCH), action("HQ A1", plan=LOWER, parent_refs=("HD A001",), due=LATER)),
        (
            action("HD A001", due=MARCH),
            action("HD A002", due=LATER),
            action("HQ A1", plan=LOWER, parent_refs=("HD A001", "HD A002"), due=LATER),
        ),
    ),
    Case(
        "due_before_meeting",
        {"HD A001"},
        (action("HD A001", due=date(2031, 4, 30)), action("HD A002", due=MARCH)),
        (action("HD A001", due=date(2031, 4, 30), status="Green"), action("HD A002", due=MARCH)),
    ),
    Case(
        "review_overdue",
        {"HR-1"},
        (risk("HR-1", review_method="Quarterly meetings", last_review="Last – Dec 30"),),
        (
            risk("HR-1", review_method="Quarterly meetings", last_review="Apr 2031"),
            risk("HR-2", last_review="Dec 2020"),
        ),
    ),
    Case(
        "year_in_text",
        {"HD A001"},
        (action("HD A001", "Dredge the inner basin by March 2032", due=date(2033, 3, 31)),),
        (
            action("HD A001", "Dredge the inner basin by March 2032", due=MARCH),
            action("HD A002", "Dredge it in stages, by 2032-34", due=date(2033, 3, 31)),
            action("HD A003", "Find the debts left by 2030", due_text="Ongoing", due_kind="ongoing"),
        ),
    ),
    Case(
        "timescale_in_text",
        {"By 2031-33, half of the berths are let"},
        (indicator(text="By 2031-33, half of the berths are let", extra=(("Timescale", "2031"),)),),
        (
            indicator(text="By 2031-33, half of the berths are let", extra=(("Timescale", "2033"),)),
            indicator(text="By 2032, all berths are let", extra=(("Timescale", "2031 or later"),)),
        ),
    ),
    Case(
        "plan_spans_differ",
        {"Outer Mole Repair Plan"},
        (
            Passage(2, "as in the Outer Mole Repair Plan 2031/32 to 2033/34, which"),
            Passage(8, "see the Outer Mole Repair Plan 2031/32–2032/33."),
        ),
        (
            Passage(2, "as in the Outer Mole Repair Plan 2031/32 to 2033/34, which"),
            Passage(8, "see the Outer Mole Repair Plan 2028/29–2030/31."),
            Passage(8, "see the Outer Mole Repair Plan 2031/32"),
        ),
    ),
    Case(
        "plan_period_in_text",
        {LOWER},
        (
            action("HQ A1", plan=LOWER, page=4),
            Passage(3, "This is the Quays divisional plan for 2030/31 and"),
        ),
        (
            action("HQ A1", plan=LOWER, page=4),
            Passage(3, "This is the Quays divisional plan for 2031/32 and"),
            Passage(3, "It follows the corporate plan for 2030/31"),
        ),
    ),
    Case(
        "misprinted_year",
        {"20031/32"},
        (Passage(2, "for the years 2030/31-20031/32"),),
        (Passage(2, "a grant of £20031/32 and 2030/31"),),
    ),
    Case(
        "no_such_day",
        {"HD A1", "HB 1"},
        (
            action("HD A1", extra=(("Note", "Pumps arrive on 31 June 2031."),)),
            indicator("HB 1", extra=(("Note", "Counted on 30/02/2031"),)),
            Passage(4, "The quay opens on September 31st, 2031."),
        ),
        (
            action("HD A1", "Have 32 March tides and 31 May 2031 in mind, and 29 February"),
            Passage(4, "On 30 June 2031, 10.12.31 and 12/31/2031 the quay is closed; see 40 junction boxes"),
        ),
    ),
    Case(
        "reversed_range",
        {"HD A1", "HD A2", "HD A3", "HD A4"},
        (
            action("HD A4", due_text="2032/33 – 2030/31"),
            action("HD A1", due_text="Oct 2031 – Mar 2031"),
            action("HD A2", due_text="1 May 2032 to May 2031"),
            action("HD A3", extra=(("Works", "2035 – 2033"),)),
        ),
        (
            action("HD A1", due_text="Oct – Mar 2031"),
            action("HD A2", due_text="2031-32 to 2030"),
            action("HD A3", due_text="Oct 2031 – Mar 2032"),
            action("HD A4", due_text="2031 – 2033", extra=(("Budget year", "2031/32 – 2030/31"),)),
        ),
    ),
    Case(
        "revised_date",
        {"HD A1"},
        (
            action("HD A1", due=MARCH),
            indicator("HB 1", extra=(("Note", "See action HD A1 (now due 30-Jun-2031)."),)),
        ),
        (
            action("HD A1", due=MARCH),
            indicator("HB 1", extra=(("Note", "See action HD A1 (now due 31 March 2032)"),)),
        ),
    ),
    Case(
        "revised_earlier",
        {"HD A1", "HD A2", "HD A3"},
        (
            action("HD A1", due=MARCH, extra=(("Revised due date", "June 2031"),)),
            action("HD A2", due=JUNE, extra=(("Original date", "31/03/2032"),)),
            action("HD A3", due_text="31 March 2032, revised to 30 June 2031"),
        ),
        (
            action("HD A1", due=JUNE, extra=(("Revised due date", "March 2032"), ("Seen", "May 2030"))),
            action("HD A2", due=MARCH, extra=(("Original date", "30/06/2031"),)),
            action("HD A3", due_text="30 June 2031, revised to 31 March 2032"),
            action("HD A4", due_text="Revised to 31 March 2032 (original date 30 June 2031)"),
        ),
    ),
    Case(
        "status_against_progress",
        {"HD A1", "HD A2"},
        (
            action("HD A1", status="Completed", extra=(("Progress", "60%"),)),
            action("HD A2", status="Not started", extra=(("% complete", "15"),)),
        ),
        (
            action("HD A1", status="Completed", extra=(("Progress", "100%"), ("Share of cost", "60%"))),
            action("HD A2", status="In progress", extra=(("Progress", "0%"),)),
        ),
    ),
    Case(
        "due_before_start",
        {"HD A1"},
        (action("HD A1", due=JUNE, extra=(("Start date", "September 2031"),)),),
        (
            action("HD A1", due=MARCH, extra=(("Start date", "September 2031"), ("Last seen", "May 2032"))),
            action("HD A2", due=JUNE, extra=(("Dredging start", "September 2031"),)),
        ),
    ),
    Case(
        "completed_later",
        {"HD A1", "HD A2", "HD A3", "HD A4", "HD A5"},
        (
            action("HD A1", status="Completed 30 June 2031"),
            action("HD A4", extra=(("Implemented on", "22/06/2031"),)),
            action("HD A5", extra=(("Date closed", "22/06/2031"),)),
            action("HD A2", extra=(("Actual completion date", "30/06/2031"),)),
            action("HD A3", status="Green", extra=(("Progress", "Completed in June 2031"),)),
        ),
        (
            action("HD A1", status="Completed 1 May 2031"),
            action("HD A2", status="Expected 30 June 2031"),
            action("HD A3", status="Green", extra=(("Progress", "Completed in May 2031"),)),
            action("HD A4", extra=(("Works end", "30/06/2031"),)),
            action("HD A5", extra=(("To be implemented on", "30/06/2031"),)),
        ),
    ),
    Case(
        "overdue_on_track",
        {"HD A1", "HD A3"},
        (
            action("HD A1", due=date(2031, 3, 31), status="On track"),
            action("HD A3", due=date(2031, 3, 9), status="Green", extra=(("Progress", "Not yet started"),)),
        ),
        (
            action("HD A3", due=date(2031, 3, 9), status="Green", extra=(("Progress", "Completed in May"),)),
            action("HD A1", due=JUNE, status="On track"),
            action("HD A2", due=date(2031, 3, 9), status="Late"),
        ),
    ),
    Case(
        "owner_vacant",
        {"HD A1"},
        (action("HD A1", officers=("Vacant",)),),
        (action("HD A1", officers=("Vacant",), status="Completed"), action("HD A2", officers=("Ada Boat",))),
    ),
    Case(
        "owner_gone",
        {"HD A1", "HD A2", "HD A3"},
        (
            action("HD A1", officers=("B. Hull",)),
            action("HD A2", officers=("Ada Boat",)),
            action("HD A3", officers=("Cllr Mast",)),
            Passage(4, "Ada Boat has left the authority, and the post is advertised."),
            Passage(4, "Mr Hull left the harbour on 22 May, Cllr Mast resigned on 20 April."),
        ),
        (
            action("HD A2", officers=("Cy Dock",)),
            action("HD A3", officers=("B. Hull",)),
            action("HD A4", officers=("C. Hull",)),
            action("HD A5", officers=("D. Mast",)),
            Passage(4, "Ada Boat has left the authority, and the post is advertised."),
            Passage(4, "Mr Hull left the harbour on 22 May, Eve Mast resigned on 20 April."),
        ),
    ),
    Case(
        "post_vacant",
        {"HD A1"},
        (
            action("HD A1", officers=("Head of Berths",)),
            action("HD A2", officers=("Head of Tugs",)),
            Passage(4, "The post of Head of Berths has been vacant since March."),
        ),
        (
            action("HD A1", officers=("Head of Berths",)),
            action("HD A2", officers=("Head of Tugs",)),
            Passage(
                4, "The post of Head of Berths was vacant until March. The post of Head of Moles is vacant."
            ),
            Passage(4, "The Head of Berths reports to the Head of Tugs, whose second post is vacant."),
        ),
    ),
    Case(
        "year_turned",
        {"HD A004"},
        (
            *(dated(f"HD A00{n}", f"{n} May 2031", date(2031, 5, n)) for n in (1, 2, 3)),
            dated("HD A004", "31 March 2013", date(2013, 3, 31)),
        ),
        (
            *(dated(f"HD A00{n}", f"{n} May 2031", date(2031, 5, n)) for n in (1, 2, 3)),
            dated("HD A004", "31 March 2018", date(2018, 3, 31)),
            *(dated(f"HD B00{n}", f"{n} May 2032", date(2032, 5, n), table="t9") for n in (1, 2, 3)),
            dated("HD B004", "2023", date(2023, 3, 31), table="t9"),
        ),
    ),
    Case(
        "reviewed_later",
        {"HR-5"},
        (
            *(risk(f"HR-{n}", last_review=f"0{n}/05/2031") for n in (1, 2, 3, 4)),
            risk("HR-5", last_review="30/06/2031"),
        ),
        (
            *(risk(f"HR-{n}", last_review=f"0{n}/05/2031") for n in (1, 2, 3)),
            *(risk(f"HR-{n}", last_review=f"0{n}/06/2031") for n in (4, 5)),
        ),
    ),
]
