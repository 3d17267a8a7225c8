"""Cases of the checks that hold what is claimed against how things stand: of all, of movements, of lists."""

from __future__ import annotations

from reconcile.cases import Case
from reconcile.invented import action, sheet

from agendapack.extract.reconcile import Passage

MONTHS = (
    "No | Measure | Apr | May | Jun | Q1 | Jul | Aug | Sep | Q2",
    "H1 | Berths let | 80 | 90 | 85 | 255 | 70 | 60 | 75 | 205",
    "H2 | Ships piloted | 12 | 14 | 11 | 37 | 13 | 15 | 12 | 40",
    "H3 | Tugs at sea in time | 97% | 98% | 96% | 96% | 95% | 97% | 98% | 98%",
    "H4 | Days to dredge a berth | 7 | 6 | 8 | 8 | 9 | 9 | 7 | 7",
)
QUAYS = (
    "Ref | What was agreed | Priority | Position",
    "Q1 | Dredge the inner basin | High | Overdue",
    "Q2 | Paint the lighthouse | Medium | Overdue",
    "Q3 | Sell the old tug | High | Implemented",
    "Q4 | Light the mole | Low | In progress",
)
YEARS = (
    "Code | Measure | 2029/30 | 2030/31 | 2031/32 | Target",
    "B1 | Berths let by the season | 88% | 86% | 84% | 90%",
    "B2 | Ships piloted in winter | 310 | 340 | 360 | 350",
    "B3 | Buoys painted by hand | 51 | 40 | 45 | 60",
)
SCHEMES = (
    "Code | Scheme | Planned finish | Expected finish | Time",
    "S1 | New mole | 30/06/2031 | 30/06/2031 | Green",
    "S2 | Deeper basin | 31/03/2031 | 30/05/2031 | Amber",
    "S3 | Second lighthouse | 31/08/2031 | 31/08/2031 | Green",
    "S4 | Fish market | 30/09/2031 | 31/08/2031 | Green",
    "S5 | Chain ferry | 31/01/2031 | 30/11/2031 | Red",
)
LOG = (
    "Rec. | Recommendation | Officer | Timescale",
    "1 | That the inner basin be dredged | Ada Boat | March 2032",
    "2 | That the lighthouse be painted | Ben Sail | June 2032",
    "3 | That the old tug be sold | Ada Boat | July 2032",
    "4 | That lamps be put on the mole | Cy Dock | May 2032",
    "5 | That buoys be counted | Ben Sail | May 2033",
)
NEXT = (
    "Rec. | Subject | Who | To be done by",
    "1 | Dredging of the inner basin | Ada Boat | March 2032",
    "2 | Lighthouse to be painted | Ben Sail | June 2032",
    "4 | Lamps for the mole | {who} | {when}",
)
HEADINGS = ("Apologies", "Minutes", "Dredging", "Lighthouse", "Fish market", "Chain ferry", "Close")


def next_dates(who: str = "Cy Dock", when: str = "May 2032"):
    return sheet(*LOG), sheet(*(row.format(who=who, when=when) for row in NEXT), title="Next dates")


def headings(*numbers: int) -> tuple[Passage, ...]:
    return tuple(Passage(1, f"{n}. {title}") for n, title in zip(numbers, HEADINGS, strict=True))


def arising(last: int):
    rows = (f"A{n} | Task {n} of the harbour | {n + 20}" for n in (11, 12, 13, 14))
    return sheet("Action | What is to be done | Minute", *rows, f"A9 | Look at the shop | {last}")


MONEY = (
    "Source | Grant £000 | Fees £000",
    "Harbour | 640 | 210",
    "Lighthouse | 665 | 420",
    "Total | 1,305 | 630",
)
TONNES = (
    "Year | Fuel | All",
    "2029/30 | 9,240 | 19,500",
    "2030/31 | 7,810 | 15,820",
    "2031/32 | 6,990 | 14,050",
)
COVERS = (Passage(1, "This report covers the months from April to September 2031."),)
WORKS = (
    "Code | Work | Budget £000 | Forecast £000",
    "W1 | Dredging of the basin | 410 | 455",
    "W2 | Painting of the lighthouse | 640 | 620",
)
RATES = (
    "Place | Rate | Lower CI | Upper CI",
    "Quays | 8.1 | 7.2 | 9.0",
    "Tugs | 5.4 | 5.0 | 5.9",
    "Buoys | 6.6 | 6.1 | 7.3",
)
PRESENT = Passage(1, "Present: Councillors Ada Boat, Ben Sail and Cy Dock Apologies: Councillor Eli Mast")


CASES = [
    Case(
        "absent_takes_part",
        {"Councillor Mast"},
        (PRESENT, Passage(1, "It was proposed by Councillor Mast that the basin be dredged.")),
        (PRESENT, Passage(1, "It was proposed by Councillor Sail that the basin be dredged.")),
    ),
    Case(
        "too_many_votes",
        {"3 votes to 1"},
        (PRESENT, Passage(1, "The motion was carried by 3 votes to 1.")),
        (PRESENT, Passage(1, "The motion was carried by 2 votes to 1.")),
    ),
    Case(
        "months_of_quarter",
        {"H1"},
        (sheet(*MONTHS[:1], MONTHS[1].replace("205", "215"), *MONTHS[2:]),),
        (sheet(*MONTHS),),
    ),
    Case(
        "remark_against_status",
        {"HD A1"},
        (
            action(
                "HD A1",
                status="Green",
                extra=(("Remarks", "No bank was found; the work is five months behind."),),
            ),
        ),
        (
            action(
                "HD A1", status="Green", extra=(("Remarks", "It was five months behind and has caught up."),)
            ),
            action("HD A2", status="Amber", extra=(("Remarks", "The work is now five months behind."),)),
            action(
                "HD A3", status="Green", extra=(("Remarks", "The work is not behind schedule in any part."),)
            ),
        ),
    ),
    Case(
        "claims_of_all",
        {"Q1"},
        (sheet(*QUAYS), Passage(1, "Members will see that no high priority recommendation is overdue.")),
        (
            sheet(*QUAYS),
            Passage(1, "No low priority recommendation is overdue. No urgent recommendation is overdue."),
            Passage(
                1, "No recommendation would be overdue. No high priority recommendation is overdue by a year."
            ),
        ),
    ),
    Case(
        "movement_of_row",
        {"B1"},
        (sheet(*YEARS), Passage(1, "Berths let by the season rose again and are the talk of the harbour.")),
        (
            sheet(*YEARS),
            Passage(
                1, "Berths let by the season fell again. Ships piloted in winter rose, as is well known."
            ),
            Passage(
                1, "Buoys painted by hand increased, which is good. Berths let by the season are to rise."
            ),
            Passage(1, "Berths let by the season have not risen. In 2028/29 berths let by the season rose."),
        ),
    ),
    Case(
        "late_but_green",
        {"S6"},
        (sheet(*SCHEMES, "S6 | Waste dock | 30/06/2031 | 30/11/2031 | Green"),),
        (sheet(*SCHEMES, "S6 | Waste dock | 30/06/2031 | 31/07/2031 | Green"),),
    ),
    Case("date_elsewhere", {"4"}, next_dates(when="August 2032"), next_dates()),
    Case("person_elsewhere", {"4"}, next_dates(who="Dee Keel"), next_dates(who="C. Dock")),
    Case(
        "number_twice",
        {"34"},
        headings(31, 32, 33, 34, 34, 35, 36),
        (*headings(31, 32, 33, 34, 35, 36, 37), *headings(1, 2, 3, 4, 5, 6, 7)),
    ),
    Case(
        "heading_beyond",
        {"41"},
        (*headings(30, 31, 32, 33, 34, 35, 36), arising(41)),
        (*headings(30, 31, 32, 33, 34, 35, 36), arising(29), arising(36)),
    ),
    Case(
        "number_beyond",
        {"7"},
        (sheet(*LOG), Passage(1, "The fee (recommendation 7) was looked at again.")),
        (
            sheet(*LOG),
            Passage(
                1, "The fee (recommendation 4) was looked at. See recommendation 7 of the national report."
            ),
            Passage(1, "Recommendation 99 is of another list."),
        ),
    ),
    Case(
        "claim_against",
        {"B1"},
        (sheet(*YEARS), Passage(1, "Berths let by the season are above the target.")),
        (
            sheet(*YEARS),
            Passage(
                1, "Berths let by the season stand below the target. Ships piloted in winter met the target."
            ),
            Passage(
                1, "Berths let by the season will be above the target. B1 is above the average of England."
            ),
        ),
    ),
    Case(
        "total_in_text",
        {"Total"},
        (sheet(*MONEY), Passage(1, "Grants come to a total of £1.350m in this year.")),
        (
            sheet(*MONEY),
            Passage(1, "Grants come to a total of £1.305m in this year. Fees come to a total of £1.350m."),
            Passage(1, "Grants fell by a total of £1.350m. A grant of £1.350m was made."),
        ),
    ),
    Case(
        "change_of_row",
        {"2031/32"},
        (sheet(*TONNES), Passage(1, "Emissions were 14,050 tonnes, a cut of 38% from 2029/30.")),
        (
            sheet(*TONNES),
            Passage(1, "Emissions were 14,050 tonnes, a cut of 28% from 2029/30."),
            Passage(1, "Emissions were 14,050 tonnes, a cut of 38% from 2009/10, and 15,820 before."),
        ),
    ),
    Case(
        "titled_year",
        {"2030/31"},
        (sheet(*MONTHS, title="Monthly figures, 2030/31"), *COVERS),
        (
            sheet(*MONTHS, title="Monthly figures, 2031/32"),
            sheet(*YEARS, title="Figures of 2030/31"),
            *COVERS,
        ),
    ),
    Case(
        "owner_in_text",
        {"2"},
        (sheet(*LOG), Passage(1, "Recommendation 2 is led by Ada Boat and is well in hand.")),
        (
            sheet(*LOG),
            Passage(
                1,
                "Recommendation 2 is led by Ben Sail. Recommendation 1 was taken over by the lead, Cy Dock.",
            ),
            Passage(1, "Recommendation 2 is praised by Ada Boat."),
        ),
    ),
    Case(
        "over_or_under",
        {"W1"},
        (sheet(*WORKS), Passage(1, "The dredging of the basin (W1) is forecast to underspend.")),
        (
            sheet(*WORKS),
            Passage(1, "The dredging of the basin (W1) is forecast to overspend. W2 is within budget."),
            Passage(1, "The dredging of the basin (W1) was underspent last year."),
        ),
    ),
    Case(
        "outside_interval",
        {"Moles"},
        (sheet(*RATES, "Moles | 9.1 | 9.3 | 10.2"),),
        (sheet(*RATES, "Moles | 9.1 | 8.3 | 10.2"), sheet(*RATES[:3], "Moles | 9.1 | 9.3 | 10.2")),
    ),
    Case(
        "remark_of_row",
        {"B1", "B2"},
        (
            sheet(
                f"{YEARS[0]} | Remarks",
                f"{YEARS[1]} | Performance has increased since the spring.",
                f"{YEARS[2]} | This is below the target again.",
            ),
        ),
        (
            sheet(
                f"{YEARS[0]} | Remarks",
                f"{YEARS[1]} | Performance has fallen since the spring.",
                f"{YEARS[2]} | This is above the target for the third time.",
                f"{YEARS[3]} | Increased use of brushes; more will be painted below the target line.",
            ),
        ),
    ),
]
