"""What the Ashenshire pack says; council, people and figures are invented and nothing contradicts itself."""

# fmt: off
# Set by hand, so that a row of the paper stays a row or two here.

from __future__ import annotations

from samples.content import (
    Action,
    ActionPlan,
    Indicator,
    IndicatorTable,
    Item,
    Register,
    Risk,
    Section,
    Value,
)
from samples.table import Cell, Row, Table

COUNCIL = "Ashenshire County Council"
FACTS = {
    "council": COUNCIL,
    "committee": "Performance and Resources Committee",
    "meeting_date": "2024-09-11",
    "venue": "Rowan Suite, Shire Hall, Ledbourne",
    "title": "Agenda",
    "status": "ok",
}
PUBLIC, NOTING = "Business to be taken in public", "Items for noting"
ITEMS = [
    Item("1", "Apologies and substitutes", PUBLIC),
    Item("2", "Declarations of interest", PUBLIC, first=2, last=2),
    Item("3", "Matters raised by residents", PUBLIC),
    Item("4", "How we are doing: Quarter 1 2024/25", PUBLIC, first=3, last=5),
    Item("5", "County Plan: progress with the key actions agreed by the Council in February 2024", PUBLIC,
         first=6, last=7),
    Item("6", "Strategic risk register", PUBLIC, first=8, last=9),
    Item("7", "Revenue forecast, reserves and the community grants awarded since April", NOTING, first=10,
         last=11),
    Item("8", "Capital programme 2024/25", NOTING, first=12, last=12),
]

CONTENTS = [
    ("How to read this report", 3),
    ("The quarter at a glance", 4),
    ("Measures, quarter by quarter", 5),
    ("County Plan: key actions", 6),
    ("Strategic risks", 8),
    ("Revenue forecast", 10),
    ("Reserves and community grants", 11),
    ("Capital programme", 12),
]


def percent(*figures: str) -> list[list[Value]]:
    """Columns of percentages."""
    return [[Value(f"{x}%", x, "percent")] for x in figures]


def plain(unit: str, form: str, *figures: str) -> list[list[Value]]:
    """Columns of figures printed by a form ("£{}") in one unit."""
    return [[Value(form.format(x), x.replace(",", ""), unit)] for x in figures]


BOXES = IndicatorTable("The quarter at a glance", [("latest", ""), ("target", ""), ("previous", "")], [
    Indicator("", "Potholes mended within 28 days of a report", percent("91.4", "95", "93.0"),
              rag="Amber", previous_rag="Amber", direction="worsening"),
    Indicator("", "Children's assessments finished within 45 days", percent("88", "85", "84"),
              rag="Green", previous_rag="Amber", direction="improving"),
    Indicator("", "Older people still at home 91 days after leaving hospital", percent("79.6", "82", "79.6"),
              rag="Amber", previous_rag="Amber", direction="stable"),
    Indicator("", "Time taken to issue a concessionary bus pass", plain("days", "{} days", "9", "5", "7"),
              rag="Red", previous_rag="Red", direction="worsening"),
    Indicator("", "Visits to libraries in the quarter", plain("count", "{}", "214,300", "210,000", "198,750"),
              rag="Green", previous_rag="Amber", direction="improving"),
    Indicator("", "Cost of home-to-school transport for each pupil", plain("gbp", "£{}", "5,420", "4,900",
              "5,180"), rag="Red", previous_rag="Amber", direction="worsening"),
])

Q4, Q1 = "Quarter 4 2023/24", "Quarter 1 2024/25"
QUARTERS = IndicatorTable(
    "Measures, quarter by quarter",
    [("target", Q4), ("actual", Q4), ("target", Q1), ("actual", Q1)],
    [
        Indicator("AM 1", "Care homes in the county rated good or outstanding",
                  percent("82", "83.5", "84", "84.2"), "", "Green", "Green", "improving"),
        Indicator("AM 2", "Adults with a learning disability in paid work",
                  percent("7.5", "6.1", "7.5", "6.0"), "", "Red", "Red", "stable"),
        Indicator("AM 3", "Average wait for an occupational therapist", plain("days", "{} days", "40", "47",
                  "38", "41"), "", "Amber", "Amber", "improving"),
        Indicator("AM 4", "Permanent admissions to residential care, aged 65 and over",
                  plain("rate_per_100000", "{} per 100,000", "128", "131", "126", "140"), "", "Red",
                  "Amber", "worsening"),
        Indicator("CM 1", "Education, health and care plans issued within 20 weeks",
                  percent("60", "48.3", "60", "57.9"), "", "Amber", "Red", "improving"),
        Indicator("CM 2", "Children in the council's care", plain("count", "{}", "905", "918", "900", "897"),
                  "", "Green", "Amber", "improving"),
        Indicator("CM 3", "Social workers' average number of cases", plain("", "{}", "16.0", "15.4", "16.0",
                  "15.4"), "", "Green", "Green", "stable"),
        Indicator("RM 1", "A-roads where resurfacing should be considered", percent("4", "5.5", "4", "5.8"),
                  "", "Red", "Amber", "worsening"),
        Indicator("RM 2", "Streetlight faults put right within five days", percent("90", "92.7", "92",
                  "94.1"), "", "Green", "Green", "improving"),
        Indicator("RM 3", "Income from lane rental", plain("gbp", "£{}", "310,000", "287,450", "325,000",
                  "341,900"), "", "Green", "Amber", "improving"),
        Indicator("RM 4", "Household waste recycled at the county's tips",
                  [*percent("64"), [Value("n/a")], *percent("65", "62.2")], "", "Amber", "", ""),
    ],
)

KEY_ACTIONS = ActionPlan("County Plan: key actions", [Section([
    Action("", "Open a winter maintenance depot at Thorle Cross so that gritters reach the moorland routes "
           "sooner", "30 November 2024", "2024-11-30", "date", "Kofi Brathwaite", status="On track",
           measure="All priority routes treated within three hours"),
    Action("", "Agree a single front door for families who need early help", "October 2024", "2024-10-31",
           "date", "Ruth Ellery", status="On track", measure="Fewer than one family in ten referred twice"),
    Action("", "Move the care academy into the former technical college", "Once the lease is signed", "",
           "unparsed", "Delia Marsden\nRuth Ellery", status="Delayed",
           measure="220 carers trained in the first year"),
    Action("", "Let the new home care contracts, with travel time paid between visits", "March 2025",
           "2025-03-31", "date", "Delia Marsden", status="On track",
           measure="Hand-backs of care packages halved"),
    Action("", "Finish the Ledbourne eastern relief road", "December 2026", "2026-12-31", "date",
           "Kofi Brathwaite", status="On track", measure="Journey time across town below 14 minutes at "
           "8.30 am"),
    Action("", "Put a mobile library on the road for villages more than five miles from a branch",
           "June 2024", "2024-06-30", "date", "Stellan Hughes", status="Complete",
           measure="31 stops every fortnight"),
    Action("", "Cut the number of office buildings from nine to five and let the space that is freed",
           "April – June 2025", "2025-06-30", "range", "Priya Venn\nTom Aldous", status="Delayed",
           measure="£1.9m a year saved from 2026/27"),
    Action("", "Keep the flood wardens' scheme going in the lower valley", "Ongoing", "", "ongoing",
           "Stellan Hughes", status="On track", measure="Two wardens in each of 26 parishes"),
    Action("", "Offer every looked-after young person a laptop and a data plan", "31 December 2024",
           "2024-12-31", "date", "Ruth Ellery", status="On track",
           measure="Survey of care leavers, spring"),
    Action("", "Replace the finance system and close the books in ten working days", "July 2025",
           "2025-07-31", "date", "Priya Venn", status="Not started",
           measure="First month-end on the new system"),
    Action("", "Write a nature recovery strategy with farmers, water companies and the two national park "
           "authorities", "November 2024\nMay 2025", "2025-05-31", "multiple",
           "Stellan Hughes\nKofi Brathwaite", status="On track", measure="Adopted by full Council"),
    Action("", "Give residents one account for permits, passes and payments", "Q4 2024/25", "2025-03-31",
           "date", "Tom Aldous", status="Delayed", measure="60,000 accounts opened"),
    Action("", "Pilot bookable minibuses in the northern dales", "Ongoing", "", "ongoing", "Kofi Brathwaite",
           status="On track", measure="Eight passengers an hour"),
])])

RISKS = Register("Strategic risk register", [
    Risk("R1", "Spending on placements for children with complex needs exceeds the budget", [
        "Weekly panel chaired by the director", "Two council-run homes open in January",
        "Framework prices agreed with three neighbouring counties"],
        "Ruth Ellery", inherent=(5, 4, 20), residual=(4, 4, 16), target=9),
    Risk("R2", "A cyber attack stops services for longer than two days", [
        "Back-ups kept off line and tested each month", "Staff training with quarterly phishing tests",
        "Mutual aid agreement with the fire authority"],
        "Tom Aldous", inherent=(4, 5, 20), residual=(3, 4, 12), target=8),
    Risk("R3", "A main provider of home care fails", [
        "Early warning score kept for each provider", "In-house rapid response team of 40"],
        "Delia Marsden", inherent=(4, 4, 16), residual=(3, 3, 9), target=6),
    Risk("R4", "Embankments and bridges deteriorate faster than they can be repaired", [
        "Inspection every two years, or after a flood", "Weight limits on eleven bridges",
        "Bid to the national structures fund made in July"],
        "Kofi Brathwaite", inherent=(4, 4, 16), residual=(3, 4, 12), target=6),
    Risk("R5", "The council cannot recruit educational psychologists", [
        "Bursaries for six trainees", "Shared service with the neighbouring city"],
        "Ruth Ellery", inherent=(5, 3, 15), residual=(4, 3, 12), target=6),
    Risk("R6", "Severe weather cuts off communities for several days",
         [ "Community emergency plans in 140 parishes", "4x4 volunteers on call",
         "Stocks of salt at 110 per cent"], "Stellan Hughes", inherent=(4, 3, 12), residual=(4, 2, 8),
         target=8),
    Risk("R7", "Savings in the medium-term plan are not delivered", [
        "Tracker reviewed monthly by the leadership team", "Contingency of £6.5m in the base budget"],
        "Priya Venn", inherent=(4, 5, 20), residual=(3, 5, 15), target=10),
])


def figures(*texts: str, total: bool = False) -> Row:
    """A row of a money table: a name and figures."""
    return Row(
        tuple(Cell(text, align="right" if n else "left") for n, text in enumerate(texts)),
        "total" if total else "body",
    )


def heads(*texts: str) -> Row:
    """A header row above figures."""
    return Row(tuple(Cell(text, align="right" if n else "left") for n, text in enumerate(texts)), "header")


REVENUE = Table(
    "Revenue forecast at 30 June 2024 (£000)",
    [230, 105, 105, 105, 105],
    [
        Row((Cell("Directorate", down=2), Cell("Budget for 2024/25", span=2, align="centre"),
             Cell("Forecast", down=2, align="right"), Cell("Variance", down=2, align="right")), "header"),
        Row((Cell("Original", align="right"), Cell("Revised", align="right")), "header"),
    ],
    [
        figures("Adult care and health", "241,380", "243,115", "247,902", "4,787"),
        figures("Children and learning", "156,240", "156,240", "164,018", "7,778"),
        figures("Highways and transport", "61,755", "60,410", "59,873", "(537)"),
        figures("Communities and culture", "22,918", "22,528", "22,301", "(227)"),
        figures("Resources", "38,467", "38,467", "37,690", "(777)"),
        figures("Capital financing", "29,640", "29,640", "28,115", "(1,525)"),
        figures("Net spending", "550,400", "550,400", "559,899", "9,499", total=True),
    ],
    repeat=False,
)
RESERVES = Table(
    "Reserves (£m)",
    [150, 60, 60, 70],
    [heads("Reserve", "April", "Used", "Forecast")],
    [
        figures("General reserve", "27.5", "(3.0)", "24.5"),
        figures("Insurance", "8.2", "(0.6)", "7.6"),
        figures("Highways winter fund", "3.1", "0.0", "3.1"),
        figures("Invest to save", "11.4", "(4.9)", "6.5"),
        figures("Total", "50.2", "(8.5)", "41.7", total=True),
    ],
)
GRANTS = Table(
    "Community grants awarded (£)",
    [175, 95, 75],
    [Row((Cell("Group"), Cell("District"), Cell("Award", align="right")), "header")],
    [
        Row((Cell(group), Cell(district), Cell(award, align="right")))
        for group, district, award in (
            ("Brackenfold village hall", "Upper Dales", "4,000"),
            ("Ledbourne Harriers", "Ledbourne", "1,750"),
            ("Men's shed, Thorle Cross", "Moorland", "2,200"),
            ("Repair café network", "All districts", "6,480"),
            ("River Ashen anglers", "Ledbourne", "900"),
            ("Young carers' choir", "Vale", "3,150"),
        )
    ],
)
CAPITAL = Table(
    "Capital programme 2024/25 (£000)",
    [260, 110, 90, 90, 90],
    [Row((Cell("Scheme"), Cell("Sponsor"), *(Cell(text, align="right") for text in
          ("Budget", "Spent to June", "Forecast"))), "header")],
    [
        Row((Cell(scheme), Cell(sponsor), *(Cell(figure, align="right") for figure in money)),
            "total" if scheme == "Total" else "body")
        for scheme, sponsor, *money in (
            ("Ledbourne eastern relief road", "Kofi Brathwaite", "18,400", "3,912", "17,650"),
            ("Thorle Cross winter depot", "Kofi Brathwaite", "2,750", "1,204", "2,910"),
            ("Special school at Vale Park: 96 places", "Ruth Ellery", "9,600", "2,477", "9,600"),
            ("Two homes for children", "Ruth Ellery", "3,150", "866", "3,320"),
            ("Care academy fitting-out", "Delia Marsden", "1,480", "35", "940"),
            ("Libraries: self-service and mobile fleet", "Stellan Hughes", "720", "655", "720"),
            ("Finance system", "Priya Venn", "4,200", "0", "4,200"),
            ("Total", "", "40,300", "9,149", "39,340"),
        )
    ],
)
