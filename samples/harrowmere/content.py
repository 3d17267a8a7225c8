"""What the Harrowmere pack says; council, people and figures are invented.

Six inconsistencies are planted: see FINDINGS at the end.
"""

# fmt: off
# Set by hand, so that a row of the paper stays a row or two here.

from __future__ import annotations

from samples.content import (
    Action,
    ActionPlan,
    Finding,
    Indicator,
    IndicatorTable,
    Item,
    Register,
    Risk,
    Section,
    Value,
)
from samples.table import Cell, Row, Table

COUNCIL = "Harrowmere District Council"
FACTS = {
    "council": COUNCIL,
    "committee": "Cabinet",
    "meeting_date": "2024-07-09",
    "venue": "Council Chamber, Tollgate House, Harrowmere",
    "title": "Cabinet Agenda",
    "status": "ok",
}
PLAN = "Corporate Plan 2024/25 – 2026/27"
SERVICE_PLAN = "Environment Service Plan 2024/25"

PART_A, PART_B = "Part A – Key decisions", "Part B – Other decisions"
PART_C = "Part C – Items for information"
ITEMS = [
    Item("1", "Apologies for absence"),
    Item("2", "Declarations of interest by Members"),
    Item("3", "Minutes of the meeting of 11 June 2024"),
    Item("4", "Corporate Plan 2024/25 – 2026/27: action plan, measures and risks", PART_A,
         "Head of Strategy and Communities"),
    Item("5", "Environment Service Plan 2024/25", PART_B, "Head of Environment"),
    Item("6", "Leisure centres: the Leader's oral report on opening hours", PART_B, "Head of Wellbeing"),
    Item("7", "Developer contributions received in 2023/24", PART_C, "Head of Planning"),
]

REPORT = [
    ("1.", "PURPOSE OF THE REPORT", [
        ("1.1", "To ask Cabinet to adopt the action plan, performance measures and risks that put the "
                "Corporate Plan into practice over the next three years. The plan was endorsed by full "
                "Council in May."),
    ]),
    ("2.", "BACKGROUND", [
        ("2.1", "Residents told us in the autumn survey that they worry most about rents, bus links and "
                "the state of the river. The four themes of the plan answer those worries; a fifth group "
                "of actions cuts across all of them."),
        ("2.2", "Section 1 of Appendix A lists the actions theme by theme. Section 2 lists the programmes "
                "that support them. The measures by which Members will judge progress, and the risks, "
                "follow."),
        ("2.3", "Every action has one accountable officer, or two where services share the work. Progress "
                "will come to Cabinet in November and May."),
    ]),
    ("3.", "FINANCIAL IMPLICATIONS", [
        ("3.1", "The cost of the plan beyond existing budgets, and how it is to be met, is set out in "
                "Table 1. All figures are in thousands of pounds."),
    ]),
]
REPORT_END = [
    ("3.2", "Running costs of the plan are small. Table 2 shows the posts it needs, all of which are "
            "within the establishment that Council approved in February."),
    ("4.1", "RECOMMENDED that Cabinet adopts the action plan, measures and risks at Appendix A."),
]
SERVICE_REPORT = [
    ("1.1", "Each head of service turns the Corporate Plan into a plan for the year. That of the "
            "Environment Service is at Appendix B and was considered by the Overview Panel on 25 June "
            "2024; the Panel asked for the timetable of the food waste collection to be watched closely."),
    ("1.2", "RECOMMENDED that the Environment Service Plan be approved."),
]
CONTRIBUTIONS_REPORT = [
    ("1.1", "The law asks the Council to publish each year what developers have paid towards local "
            "facilities. The year's receipts and spending by purpose are given below."),
]


def money(title: str, header: list[str], rows: list[list[str]], widths: list[float]) -> Table:
    """A table of figures whose last row is the total."""
    body = [
        Row(
            tuple(Cell(text, align="right" if n else "left") for n, text in enumerate(row)),
            "total" if number == len(rows) - 1 else "body",
        )
        for number, row in enumerate(rows)
    ]
    heads = tuple(Cell(text, align="right" if n else "left") for n, text in enumerate(header))
    return Table(title, widths, [Row(heads, "header")], body)


FUNDING = money(
    "Table 1 – Funding of the Corporate Plan (£000)",
    ["Source", "2024/25", "2025/26", "2026/27", "Three years"],
    [
        ["Homes reserve", "420", "385", "310", "1,115"],
        ["Shared prosperity grant", "265", "140", "0", "405"],
        ["Developer contributions", "190", "230", "275", "695"],
        ["Borrowing for the depot", "0", "1,150", "640", "1,790"],
        ["Total", "875", "1,950", "1,225", "4,005"],
    ],
    [165, 66, 66, 66, 80],
)
POSTS = money(
    "Table 2 – Posts that carry out the plan (full-time equivalent)",
    ["Service", "In post", "Vacant", "Needed"],
    [
        ["Housing", "18.5", "2.0", "20.5"],
        ["Planning", "14.0", "3.5", "17.5"],
        ["Environment", "41.0", "4.0", "45.0"],
        ["Total", "73.5", "9.5", "83.0"],
    ],
    [165, 66, 66, 66],
)
CONTRIBUTIONS = money(
    "Developer contributions by purpose (£)",
    ["Purpose", "Brought forward", "Received", "Spent", "Carried forward"],
    [
        ["Affordable homes", "611,300", "402,750", "188,000", "826,050"],
        ["Play and open space", "148,920", "61,400", "97,615", "112,705"],
        ["Health centres", "90,000", "35,500", "0", "125,500"],
        ["Buses and cycling", "205,480", "118,250", "240,100", "83,630"],
        ["Total", "1,055,700", "617,900", "525,715", "1,147,885"],
    ],
    [125, 84, 70, 70, 94],
)

DUPLICATE = Action(
    "CP 2.4", "Replace the play areas at Quarry Lane and Southgate with designs chosen by local children",
    "Aug 2025", "2025-08-31", "date", "Tamsin Rook", "HD 10", "HD 10", "SR5", "SR5")
CONFLICT = Action(
    "CP 3.2", "Begin a weekly food waste collection from every household, flats included",
    "Sep 2025", "2025-09-30", "date", "Idris Calloway", "NI 191-193", "NI 191; NI 192; NI 193",
    "SR6, SR7", "SR6; SR7")
CONFLICT_AGAIN = Action(
    "CP 3.2", "Begin a weekly food waste collection from every household, flats included",
    "Dec 2025", "2025-12-31", "date", "Idris Calloway", "NI 191-193", "NI 191; NI 192; NI 193",
    "SR6, SR7", "SR6; SR7")
DANGLING = Action("CP 3.5", "Agree with the water company a timetable for ending storm overflows into the "
    "Harrow above the weir, publish it, and report each breach to Members within ten working days",
    "Mar 2026", "2026-03-31", "date", "Idris Calloway\nMoira Fenwright", "HD 16, 29", "HD 16; HD 29", "SR7",
    "SR7")
AFTER_GAP = Action(
    "CP 4.4", "Open the accounts for public inspection two weeks before the statutory date",
    "31 May 2025", "2025-05-31", "date", "Bernard Oakshott", "HD 22", "HD 22", "SR8", "SR8")
SUSPECT = Action("CP 4.5", "Move the remaining paper forms on to the website and keep a telephone line "
    "for those who need it", "31 June 2025", "", "unparsed", "Anjali Sood", "HD 20-21", "HD 20; HD 21")

HOMES = (
    "A home within reach – homes that people on local wages can rent or buy, and that are safe and warm to "
    "live in"
)
PLACES = "Places with life in them – high streets, villages and open spaces where people want to spend time"
CLIMATE = "A gentler footprint – less waste, cleaner water and a district ready for hotter summers"
COUNCIL_THEME = "A council that answers – decisions in the open, money well spent, help at the first call"
MORE_HOMES, SAFE_HOMES = "More homes are let at social rent", "Rented homes meet the decent homes standard"
SECTION_1 = [
    Section([
        Action("CP 1.1", "Finish the 84 council homes at Tanners Yard and let them to households on the "
               "register", "Mar 2026", "2026-03-31", "date", "Ffion Maddocks", "NI 154, 155\nHD 1",
               "NI 154; NI 155; HD 1", "SR1, SR2", "SR1; SR2"),
        Action("CP 1.2", "Buy 30 homes on the open market near schools and bus routes for families who "
               "have been in temporary accommodation for longer than a year, and move each family "
               "within six weeks of completion", "Oct 2024\nOct 2025", "2025-10-31", "multiple",
               "Ffion Maddocks\nBernard Oakshott", "NI 156\nHD 2-4", "NI 156; HD 2; HD 3; HD 4", "SR2",
               "SR2"),
        Action("CP 1.3", "Bring long-empty homes back into use with loans and, where an owner will not "
               "act, by compulsory purchase", "Ongoing", "", "ongoing", "Gareth Pellew", "HD 5", "HD 5"),
    ], HOMES, MORE_HOMES),
    Section([
        Action("CP 1.4", "Inspect every home let by a landlord with more than five properties",
               "Apr-Jun 2025", "2025-06-30", "range", "Gareth Pellew", "HD 6, 7", "HD 6; HD 7", "SR3",
               "SR3"),
        Action("CP 1.5", "Replace the boilers in sheltered housing with heat pumps, starting at Weir "
               "Court, where the present plant is beyond repair; consult tenants at each scheme before "
               "work is ordered; offer a temporary move to anyone whose health would suffer; and "
               "publish the running costs of each scheme for the two winters before and the two winters "
               "after the change", "Sep 2026", "2026-09-30", "date", "Ffion Maddocks", "HD 7-8",
               "HD 7; HD 8", "SR1, SR3", "SR1; SR3"),
        Action("CP 1.6", "Publish a charter for private tenants and hold a hearing each year",
               "Dec 2024", "2024-12-31", "date", "Gareth Pellew"),
    ], HOMES, SAFE_HOMES),
    Section([
        Action("CP 2.1", "Let six empty shops in Harrowmere and Coldbrook to start-ups at a rent that "
               "rises with their takings", "Q3 2024/25", "2024-12-31", "date", "Tamsin Rook", "HD 9",
               "HD 9", "SR4", "SR4"),
        Action("CP 2.2", "Rebuild the bus station as an interchange with cycle parking, toilets and a "
               "staffed desk; keep every route running from the market square while the work goes on; "
               "and give traders in the arcade a rent holiday for each month in which the pavement "
               "before their doors is closed", "Feb 2027", "2027-02-28", "date",
               "Moira Fenwright\nTamsin Rook", "HD 11-13", "HD 11; HD 12; HD 13", "SR4, SR5", "SR4; SR5"),
        Action("CP 2.3", "Give each parish a named officer and answer its clerk within five working days",
               "Ongoing", "", "ongoing", "Anjali Sood", "HD 20", "HD 20"),
        Action("CP 2.4", "Run a summer of free events in the market square, the Corn Hall gardens and four "
               "villages, with traders and schools", "Jun-Sep 2025", "2025-09-30", "range",
               "Tamsin Rook", "HD 9, 10", "HD 9; HD 10"),
        DUPLICATE,
        Action("CP 2.5", "Settle with the county council who sweeps which street, and publish the map",
               "To be agreed", "", "unparsed", "Idris Calloway", "NI 195", "NI 195"),
    ], PLACES, "Town centres and villages are busy and well kept"),
    Section([
        Action("CP 3.1", "Plant a hedge or a line of trees along ten miles of field edge with farmers and "
               "schools", "Mar 2027", "2027-03-31", "date", "Moira Fenwright", "NI 188\nHD 14",
               "NI 188; HD 14"),
        CONFLICT,
        Action("CP 3.3", "Change the collection fleet to electric lorries as leases end",
               "Ongoing", "", "ongoing", "Idris Calloway", "HD 15", "HD 15", "SR6", "SR6"),
        Action("CP 3.4", "Rebuild the Quarry Lane depot with charging for 24 lorries, a repair shop that "
               "residents may use on Saturdays, and a roof that generates more than the site draws over "
               "the year", "Nov 2026", "2026-11-30", "date", "Idris Calloway\nBernard Oakshott", "HD 15",
               "HD 15", "SR1, SR6", "SR1; SR6"),
        DANGLING,
    ], CLIMATE, "Less is thrown away and the river recovers"),
    Section([
        Action("CP 4.1", "Web-cast every committee that decides anything and keep the recordings for six "
               "years", "Sep 2024", "2024-09-30", "date", "Anjali Sood", "HD 17", "HD 17"),
        Action("CP 4.2", "Balance the budget over three years without drawing on the general reserve",
               "Feb 2025\nFeb 2026\nFeb 2027", "2027-02-28", "multiple", "Bernard Oakshott", "HD 18, 19",
               "HD 18; HD 19", "SR8", "SR8"),
        AFTER_GAP,
        SUSPECT,
    ], COUNCIL_THEME, "Residents can see and shape what is decided"),
]
SECTION_2 = [
    Section([
        Action("CP 5.1", "Train 40 local builders and gas fitters to install heat pumps at the college in "
               "Coldbrook", "Jul 2026", "2026-07-31", "date", "Moira Fenwright", "HD 8, 23", "HD 8; HD 23",
               "SR3", "SR3"),
        Action("CP 5.2", "Write one specification for heating in all council buildings",
               "Jan 2025", "2025-01-31", "date", "Ffion Maddocks"),
    ], HOMES, "The trades are there to do the work (ref: CP 1.5)", "", "CP 1.5"),
    Section([
        Action("CP 5.3", "Offer each tenant of a start-up shop a mentor from a business in the district",
               "Q4 2024/25", "2025-03-31", "date", "Tamsin Rook", "HD 9, 23-24", "HD 9; HD 23; HD 24",
               "SR4", "SR4"),
    ], PLACES, "New traders stay in business (ref: CP 2.1)", "", "CP 2.1"),
    Section([
        Action("CP 5.4", "Run evening buses from the interchange to the villages for a trial of eighteen "
               "months", "May 2027", "2027-05-31", "date", "Moira Fenwright", "HD 11-12", "HD 11; HD 12"),
        Action("CP 5.5", "Sell one ticket for buses, cycle hire and the leisure centres",
               "Ongoing", "", "ongoing", "Moira Fenwright\nTamsin Rook", "HD 13", "HD 13", "SR5", "SR5"),
    ], PLACES, "Getting about without a car (ref: CP 2.2; CP 2.3)", "", "CP 2.2; CP 2.3"),
    Section([
        Action("CP 5.6", "Publish what each service spends with firms based in the district",
               "Jun 2025", "2025-06-30", "date", "Bernard Oakshott", "HD 19", "HD 19", "SR8", "SR8"),
    ], COUNCIL_THEME, "Public money is spent near home (ref: CP 4.2)", "", "CP 4.2"),
]
CORPORATE = ActionPlan(PLAN, SECTION_1 + SECTION_2)
SERVICE = ActionPlan(SERVICE_PLAN, [
    Section([
        CONFLICT_AGAIN,
    ], CLIMATE, "", "Lead on the theme for the whole Council"),
    Section([
        Action("ES 1", "Order and deliver 48,000 kitchen caddies, with a leaflet in five languages",
               "Aug 2025", "2025-08-31", "date", "Idris Calloway", "NI 191", "NI 191", "SR6", "SR6"),
        Action("ES 2", "Agree new rounds with crews and the trade unions",
               "Apr 2025", "2025-04-30", "date", "Idris Calloway", "HD 15", "HD 15", "SR7", "SR7"),
    ], CLIMATE, "", "Collect food waste from every home (ref: CP 3.2)", "CP 3.2"),
    Section([
        Action("ES 3", "Sample the Harrow at five points every month and post the results the same week",
               "Ongoing", "", "ongoing", "Moira Fenwright", "HD 16", "HD 16", "SR7", "SR7"),
        Action("ES 4", "Walk the brooks above Coldbrook with the angling club to find wrong connections",
               "Sep-Nov 2024", "2024-11-30", "range", "Moira Fenwright", "HD 16", "HD 16"),
    ], CLIMATE, "", "Watch over the river (ref: CP 3.5)", "CP 3.5"),
    Section([
        Action("ES 5", "Wash the pavements of both town centres each spring and after the autumn fair",
               "Nov 2024\nApr 2025", "2025-04-30", "multiple", "Idris Calloway", "NI 195", "NI 195"),
    ], PLACES, "", "Clean streets (ref: CP 2.5)", "CP 2.5"),
])

COLUMNS = [("outturn", "2023/24"), ("target", "2024/25"), ("target", "2026/27")]


def percent(*figures: str) -> list[list[Value]]:
    """Columns of percentages; an empty figure is not printed."""
    return [[Value(f"{x}%", x, "percent")] if x else [] for x in figures]


def plain(unit: str, form: str, *figures: str) -> list[list[Value]]:
    """Columns of figures printed by a form ("£{}") in one unit."""
    return [[Value(form.format(x), x.replace(",", ""), unit)] if x else [] for x in figures]


NA = [Value("NA")]
MEASURES = IndicatorTable(PLAN, COLUMNS, [
    Indicator("NI 154", "Homes added to the district, less those lost", plain("count", "{}", "412", "430",
              "450"), "Gareth Pellew"),
    Indicator("NI 155", "Affordable homes completed", plain("count", "{}", "96", "110", "150"),
              "Ffion Maddocks"),
    Indicator("NI 156", "Households living in temporary accommodation on the last day of the year",
              plain("count", "{}", "138", "120", "75"), "Ffion Maddocks"),
    Indicator("NI 188", "Progress in preparing for a changing climate, on the five-level scale",
              plain("", "{}", "1", "2", "4"), "Moira Fenwright"),
    Indicator("NI 191", "Kilograms of residual waste collected from each household",
              plain("kg", "{}", "468.5", "450", "395"), "Idris Calloway"),
    Indicator("NI 192", "Household waste sent for reuse, recycling or composting", percent("44.7", "46",
              "55.5"), "Idris Calloway"),
    Indicator("NI 193", "Municipal waste sent to landfill", percent("3.15", "2.5", "1"), "Idris Calloway"),
    Indicator("NI 195", "Streets with unacceptable litter, detritus or graffiti", percent("7", "6", "5"),
              "Idris Calloway"),
    Indicator("HD 1", "Applicants housed from the register within two years", percent("38.2", "41", "50"),
              "Ffion Maddocks"),
    Indicator("HD 2", "Average stay in bed and breakfast for families", plain("days", "{} days", "34", "28",
              "14"), "Ffion Maddocks\nGareth Pellew"),
    Indicator("HD 3", "Net cost of temporary accommodation", [
        [Value("£1.84m", "1.84", "gbp_million")], [Value("£1.6m", "1.6", "gbp_million")],
        [Value("£0.95m", "0.95", "gbp_million")]], "Bernard Oakshott"),
    Indicator("HD 4", "Homes bought on the open market since April 2024",
              [NA, [Value("12", "12", "count")], [Value("30 (milestone figure)", "30", "count")]],
              "Ffion Maddocks"),
    Indicator("HD 5", "Homes empty for more than two years", plain("", "{}", "207", "180", "120"),
              "Gareth Pellew"),
    Indicator("HD 6", "Private rented homes inspected in the year", plain("count", "{}", "1,046", "1,300",
              "2,500"), "Gareth Pellew"),
    Indicator("HD 7", "Serious hazards put right within the time allowed", percent("81.4", "90", "98"),
              "Gareth Pellew"),
    Indicator("HD 8", "Average yearly heating bill in sheltered housing", plain("gbp", "£{}", "1,312",
              "1,250", "890"), "Ffion Maddocks"),
    Indicator("HD 9", "Ground-floor shops that are empty: Harrowmere and Coldbrook", [ [Value("11.5%",
              "11.5", "percent", "Harrowmere"), Value("16.0%", "16", "percent", "Coldbrook")], [Value("10%",
              "10", "percent", "Harrowmere"), Value("14%", "14", "percent", "Coldbrook")], [Value("7%", "7",
              "percent", "Harrowmere"), Value("9%", "9", "percent", "Coldbrook")]], "Tamsin Rook"),
    Indicator("HD 10", "Residents who rate their nearest park or play area as good", percent("63", "66",
              "75"), "Tamsin Rook"),
    Indicator("HD 11", "Passengers on bus services that the Council supports",
              plain("count", "{}", "88,415", "92,000", "120,000"), "Moira Fenwright"),
    Indicator("HD 12", "Subsidy for each passenger journey", plain("gbp", "£{}", "2.71", "2.60", "2.10"),
              "Moira Fenwright"),
    Indicator("HD 13", "Cycles hired in the year", [NA, [Value("NA")], [Value("9,500", "9500", "count")]],
              "Moira Fenwright"),
    Indicator("HD 14", "Hedge or trees planted, in miles", [ [Value("0.8", "0.8", "miles")],
              [Value("2.5", "2.5", "miles")], [Value("10 (milestone figure)", "10", "miles")]],
              "Moira Fenwright"),
    Indicator("HD 15", "Lorries in the fleet that run on electricity", percent("8", "20", "65"),
              "Idris Calloway"),
    Indicator("HD 16", "River samples in which phosphate is within the limit", percent("52.6", "60", ""),
              "Moira Fenwright"),
    Indicator("HD 17", "Committee meetings web-cast", percent("25", "100", "100"), "Anjali Sood"),
    Indicator("HD 18", "Council tax collected in the year it is due", percent("97.38", "97.5", "98"),
              "Bernard Oakshott"),
    Indicator("HD 19", "Spending with suppliers in the district", percent("31.9", "34", "42"),
              "Bernard Oakshott"),
    Indicator("HD 20", "Letters and messages answered within five working days", percent("72", "80", "95"),
              "Anjali Sood"),
    Indicator("HD 21", "Average wait for a call to be answered",
              plain("seconds", "{} seconds", "196", "120", "60"), "Anjali Sood"),
    Indicator("HD 22", "Weeks from year end to the publication of draft accounts",
              plain("weeks", "{} weeks", "13.5", "9", "7"), "Bernard Oakshott"),
    Indicator("HD 23", "Adult learners in Harrowmere passing a first course at the college", [ [Value("71%",
              "71", "percent", "English"), Value("68%", "68", "percent", "Maths")], [Value("73%", "73",
              "percent", "English"), Value("70%", "70", "percent", "Maths")], [Value("78%", "78", "percent",
              "English"), Value("76%", "76", "percent", "Maths")]], "Moira Fenwright"),
    Indicator("HD 24", "New businesses still trading after three years", percent("", "55", "62.5"),
              "Tamsin Rook"),
])

QUARTERLY = "Quarterly report to the leadership team"
RISKS = Register(PLAN, [
    Risk("SR1", "Building costs rise faster than the programme allows",
         [ "Fixed-price contracts for Tanners Yard and Weir Court",
         "Contingency of eight per cent held by the board",
         "Quantity surveyor's estimate renewed before each order"], "Bernard Oakshott", "H", QUARTERLY,
         "May 2024", "CP 1.1, 1.5\nCP 3.4", "CP 1.1; CP 1.5; CP 3.4"),
    Risk("SR2", "Demand for temporary accommodation outruns the supply of homes",
         [ "Monthly forecast of presentations by cause",
         "Framework with three registered providers for short lets", "Duty scheme with neighbouring "
         "districts, under which a family may be housed across the boundary for up to six months while "
         "keeping its place on the register and its children's places at school",
         "Prevention fund for rent arrears of up to £1,500 a household", "Weekly case conference with the "
         "county's children's services"], "Ffion Maddocks", "H", QUARTERLY, "Jun 2024", "CP 1.1 – CP 1.3",
         "CP 1.1; CP 1.2; CP 1.3"),
    Risk("SR3", "Landlords leave the market rather than meet the standard",
         [ "Grants of up to a third of the cost of insulation",
         "Advice line run with the landlords' association"], "Gareth Pellew", "M",
         "Housing board, every two months", "Apr 2024", "CP 1.4", "CP 1.4"),
    Risk("SR4", "High-street trade falls and rents cannot be recovered", [
        "Rents tied to takings for the first two years", "Break clauses at month 12",
        "Footfall counters read every Monday", "Pool of traders waiting for a unit"],
        "Tamsin Rook", "M", QUARTERLY, "May 2024", "CP 2.1, 2.2", "CP 2.1; CP 2.2"),
    Risk("SR5", "Contractors for public works fail or withdraw", [
        "Financial checks at tender and each half year", "Performance bonds on orders above £250,000",
        "Second bidder kept warm until start on site"],
        "Moira Fenwright\nTamsin Rook", "M", "Capital board, monthly", "Jun 2024", "CP 2.2", "CP 2.2"),
    Risk("SR6", "Electric lorries are delivered late", [
        "Orders placed eighteen months ahead", "Option to extend leases of the present fleet by a year",
        "Charging at a neighbouring depot agreed in principle"],
        "Idris Calloway", "L", QUARTERLY, "Mar 2024", "CP 3.2 – CP 3.4", "CP 3.2; CP 3.3; CP 3.4"),
    Risk("SR7", "Flood closes the depot or the road over the weir",
         [ "Tip at Coldbrook available under a mutual aid agreement",
         "Pumps and barriers tested each October", "Crews can start from the fire station car park",
         "River level alerts to the duty manager's telephone",
         "Insurance for loss of vehicles renewed in 2024"], "Idris Calloway", "H",
         "Emergency planning group, twice a year", "Feb 2024", "CP 3.2, 3.5", "CP 3.2; CP 3.5"),
    Risk("SR8", "Government funding is cut after the 2025 settlement",
         [ "Savings plan of £1.2m drawn up in three tiers",
         "General reserve kept above ten per cent of net spending",
         "Forecast refreshed after each fiscal statement"], "Bernard Oakshott", "H", QUARTERLY, "Jun 2024",
         "CP 4.2, 4.4", "CP 4.2; CP 4.4"),
])

FINDINGS = [
    Finding("duplicate_ref", "CP 2.4", "CP 2.4 stands for two actions of the Corporate Plan: the summer of "
            "free events and the play areas at Quarry Lane and Southgate", DUPLICATE),
    Finding("sequence_gap", "CP 4.3", "The Corporate Plan goes from CP 4.2 to CP 4.4", AFTER_GAP),
    Finding("suspect_date", "CP 4.5", "31 June 2025 does not exist", SUSPECT),
    Finding("dangling_ref", "CP 3.5; HD 29", "CP 3.5 cites HD 29; the measures end at HD 24", DANGLING),
    Finding("conflicting_value", "CP 3.2", "CP 3.2 is due Sep 2025 in the Corporate Plan and Dec 2025 in "
            "the Environment Service Plan", CONFLICT_AGAIN),
    Finding("sum_mismatch", "Total; 2025/26", "Table 1: the sources for 2025/26 add to 1,905, the total is "
            "printed as 1,950 (1,905 agrees with the total for the three years)", FUNDING),
]
