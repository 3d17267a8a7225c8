"""Tables of money and things that list no records of ours."""

from __future__ import annotations

from learning import cells as cells_of
from learning import dates_in_cells, figures_in_cells
from learning.cells import OF, gaps, picked
from learning.figures_in_cells import value_text
from learning.texts_in_cells import Cells, action_text, any_of, bullets, one_of, words

TABLES: dict[str, tuple[list[str], list[tuple[list[str], Cells, float]]]] = {
    "budget": (
        ["Revenue budget", "Budget summary", "Medium term financial plan", ""],
        [
            (
                ["Service", "", "Description", "Budget head", "Directorate", "Expenditure", "Account"],
                any_of("products"),
                1,
            ),
            (
                ["2031/32", "Budget 2031/32", "Original budget", "£000", "Base", "Actual"],
                figures_in_cells.money,
                1,
            ),
            (["2032/33", "Revised budget", "Forecast", "Outturn", "Target"], figures_in_cells.money, 0.9),
            (["Variance", "Change", "2033/34", "Difference"], figures_in_cells.money, 0.7),
            (["% change", "%"], figures_in_cells.values, 0.2),
            (["Comments", "Notes", "Explanation", "Reason"], bullets("progress", 1), 0.2),
        ],
    ),
    "cost plan": (
        ["Elemental cost plan", "Capital costs", "Cost estimate", ""],
        [
            (["Ref", "", "Item", "No"], cells_of.refs, 0.4),
            (["Element", "Item", "Description", "Work", "Scheme"], any_of("products"), 1),
            (["Cost", "£", "Total £", "Estimate"], figures_in_cells.money, 1),
            (["£/m2", "Rate", "Quantity"], figures_in_cells.money, 0.6),
            (["Notes", "Basis"], any_of("resources"), 0.2),
        ],
    ),
    "capital": (
        ["Capital programme", "Capital project forecast", "Capital forecast"],
        [
            (["Year", "YEAR", "Start"], lambda r, n: [str(r.randint(2029, 2036)) for _ in range(n)], 0.8),
            (
                ["Project", "Project description", "Scheme", "Asset"],
                lambda r, n: [action_text(r, "short") for _ in range(n)],
                1,
            ),
            (["Estimate", "Cost", "Budget", "2031/32"], figures_in_cells.money, 1),
            (
                ["Method", "Funding", "Source", "Spend to date", "Forecast"],
                lambda r, n: OF["resources"](r, n) if r.random() < 0.6 else figures_in_cells.money(r, n),
                0.9,
            ),
            (["Variance", "2032/33"], figures_in_cells.money, 0.3),
        ],
    ),
    "savings": (
        ["Savings proposals", "Growth and savings"],
        [
            (["Ref", "No"], cells_of.refs, 0.6),
            (
                ["Proposal", "Saving", "Description", "Service", "Measure (£000)", "Savings measure"],
                lambda r, n: [action_text(r, "noun") for _ in range(n)],
                1,
            ),
            (["2031/32 £000", "Saving £", "2032/33 £000"], figures_in_cells.money, 1),
            (["2032/33", "Full year"], figures_in_cells.money, 0.8),
            (["RAG", "Risk", "Directorate"], figures_in_cells.levels, 0.25),
        ],
    ),
    "payments": (
        ["Payments", "Expenditure over £500", "Accounts for payment", "Expenses"],
        [
            (["Date", "Payment date", ""], dates_in_cells.dates, 0.9),
            (["Supplier", "Payee", "Paid to"], any_of("companies"), 1),
            (["Description", "Details", "Purpose"], any_of("products"), 0.8),
            (["Amount", "Net", "£", "Total"], figures_in_cells.money, 1),
            (["VAT", "Cheque no", "Ref"], cells_of.refs, 0.4),
        ],
    ),
    "schedule of changes": (
        ["Table of changes", "Proposed modifications", "Schedule of amendments"],
        [
            (["Ref", "Change no", "Mod"], cells_of.refs, 0.9),
            (["Page", "Page no"], picked("12", "40", "7", "110"), 0.7),
            (
                ["Paragraph", "Policy", "Section"],
                picked("3.2", "7.1.24", "Figure 4", "Policy H2", "A6.5"),
                0.7,
            ),
            (["Proposed change", "Modification", "Amendment", "New text"], any_of("policies"), 1),
            (["Reason", "Reason for change", "Justification"], any_of("meanings"), 0.8),
        ],
    ),
    "statistics": (
        ["Population", "Statistics", "Dwelling mix", "Units by type", "Accounts"],
        [
            (
                ["", "Area", "Ward", "Year", "Type", "Tenure", "Site"],
                lambda r, n: [r.choice([*words()["places"], *words()["categories"]]) for _ in range(n)],
                1,
            ),
            (["2029", "1 bed", "Units", "Male", "No.", "Total"], figures_in_cells.values, 1),
            (["2030", "2 bed", "Private", "Female", "%"], figures_in_cells.values, 0.9),
            (["2031", "3 bed", "Affordable", "All", "Area (sqm)"], figures_in_cells.values, 0.8),
            (["Total", "Change"], figures_in_cells.values, 0.5),
        ],
    ),
    "properties": (
        ["Assets", "Schedule of properties", "Site schedule", "Proposal sites"],
        [
            (["UPRN", "Ref", "No", ""], cells_of.refs, 0.6),
            (["Address", "Property", "Site", "Asset", "Name of building"], any_of("places"), 1),
            (
                ["Use", "Type", "Tenure", "Description"],
                picked("Office", "Leasehold", "Freehold", "Depot", "Dwelling", "C3 use", "Car park"),
                0.8,
            ),
            (["Value", "Rent", "Area", "Size", "Units"], figures_in_cells.money, 0.8),
            (["Lease ends", "Phase", "Sold"], dates_in_cells.dates, 0.3),
        ],
    ),
    "companies": (
        ["Portfolio", "Project listing", "Schemes completed"],
        [
            (["Project", "Development", "Scheme", "Company"], any_of("places"), 1),
            (["Sector", "Client", "Developer", "Location"], any_of("companies"), 0.9),
            (["Value", "Units", "Affordable", "Capital spend"], figures_in_cells.money, 0.9),
            (["Completion date", "Secured", "Year"], dates_in_cells.dates, 0.5),
            (["Status", "Tenure"], picked("Operational", "Sold", "Built", "Planning"), 0.4),
        ],
    ),
    "assumptions": (
        ["Assumptions", "Parameters", "Specification", "Planning obligations"],
        [
            (
                ["Item", "Input", "Assumption", "Heads of terms", "Clause"],
                lambda r, n: [r.choice([*words()["products"], *words()["terms"]]) for _ in range(n)],
                1,
            ),
            (
                ["Value", "Detail", "Requirement", "Source", "Amount"],
                lambda r, n: [
                    r.choice([value_text(r, "percent"), "£250 per sqm", one_of(r, "meanings")])
                    for _ in range(n)
                ],
                1,
            ),
            (["Comment", "Trigger", "Reason"], any_of("meanings"), 0.5),
        ],
    ),
    "savings register": (
        ["Grants awarded", "Bids"],
        [
            (["Organisation", "Applicant", "Group"], any_of("bodies"), 1),
            (
                ["Project", "Purpose"],
                lambda r, n: [r.choice(words()["nouns"]).capitalize() for _ in range(n)],
                0.9,
            ),
            (["Amount", "Grant", "Award"], figures_in_cells.money, 1),
            (["Recommendation", "Decision"], picked("Approve", "Decline", "Defer"), 0.5),
        ],
    ),
    "work done": (
        [
            "Surveys carried out",
            "Consultation history",
            "Events held",
            "Timeline of decisions",
            "Planning history",
        ],
        [
            (["Date", "When", "Year"], dates_in_cells.dates, 1),
            (
                ["Who surveyed", "Event", "Activity", "Meeting", "What happened"],
                lambda r, n: [
                    r.choice(
                        [
                            "Survey of residents in the first phase",
                            "Public meeting at the town hall",
                            "Letter sent to all households",
                            "Decision of Cabinet to demolish",
                            "An information request was answered",
                            "Exhibition of the plans",
                            "Application refused",
                        ]
                    )
                    for _ in range(n)
                ],
                1,
            ),
            (["Purpose", "Outcome", "Attendance", "Notes"], any_of("findings"), 0.8),
        ],
    ),
    "reserves": (
        ["Reserves plan", "Reserve movements"],
        [
            (["Year", "YEAR"], dates_in_cells.dates, 0.9),
            (
                ["Reserve description", "Reserve", "Fund"],
                lambda r, n: [f"{r.choice(words()['categories'])} reserve" for _ in range(n)],
                1,
            ),
            (["Amount", "Balance", "Transfer in"], figures_in_cells.money, 1),
            (["For use", "Closing balance", "Purpose"], gaps(any_of("products"), 0.4), 0.7),
        ],
    ),
    "impact": (
        ["Equality impacts", "Sustainability appraisal", "Impact assessment", "Assessment of effects"],
        [
            (
                ["Objective", "Characteristic", "Group", "Topic", "Criterion"],
                picked(
                    "Age",
                    "Disability",
                    "Sex",
                    "Race",
                    "Air",
                    "Water",
                    "Soil",
                    "Heritage",
                    "Religion or belief",
                    "Climate",
                ),
                1,
            ),
            (
                ["Impact", "Effect", "Positive", "Score", "Option A"],
                picked("Positive", "Neutral", "+", "++", "-", "0", "Negative", "?"),
                1,
            ),
            (["Reason", "Evidence", "Comment", "Explanation"], any_of("findings"), 0.9),
            (["Negative", "Option B"], picked("+", "-", "0", "No", "Yes"), 0.5),
        ],
    ),
}
