"""Tables of people, meetings and cases that list no records of ours."""

from __future__ import annotations

from learning import cells as cells_of
from learning import dates_in_cells, figures_in_cells
from learning.cells import picked
from learning.dates_in_cells import date_text
from learning.scraps import FEW, NAMES
from learning.texts_in_cells import Cells, any_of, officer_text, words

TABLES: dict[str, tuple[list[str], list[tuple[list[str], Cells, float]]]] = {
    "attendance": (
        ["Attendance", "Members present", ""],
        [
            (["Member", "Councillor", "Name", "Trustee"], NAMES, 1),
            (["4 May", "May 2031", "Present", "Meeting 1"], FEW, 1),
            (["8 June", "June", "Apologies", "Meeting 2"], FEW, 1),
            (["13 July", "July", "Attended", "Possible"], FEW, 0.6),
            (["Total", "%", "Attendance"], picked("3", "5", "83%", "100%", "66%"), 0.4),
        ],
    ),
    "cases": (
        ["Enforcement cases", "Casework", "Complaints"],
        [
            (["Case", "Ref", "Case no"], cells_of.refs, 1),
            (
                ["Breach", "Complaint", "Site", "Alleged breach"],
                lambda r, n: [
                    f"{r.choice(['Hut', 'Fence', 'Sign', 'Untidy land', 'Caravan', 'Extension'])} at {r.choice(words()['places'])}"
                    for _ in range(n)
                ],
                1,
            ),
            (["Officer", "Case officer"], NAMES, 0.8),
            (
                ["Action taken", "Position", "Progress", "Outcome"],
                picked(
                    "Notice served on the owner",
                    "Under investigation",
                    "Closed, no breach",
                    "Appeal lodged",
                    "Letter sent",
                ),
                0.9,
            ),
            (["Target date", "Received", "Next review"], dates_in_cells.dates, 0.7),
        ],
    ),
    "agenda": (
        ["Agenda", "Order of business", ""],
        [
            (["Item", "No", "", "Agenda item"], cells_of.refs, 0.9),
            (
                ["Title", "Subject", "Report", "Business", ""],
                picked(
                    "Apologies for absence",
                    "Minutes of the last meeting",
                    "Declarations of interest",
                    "Budget monitoring report",
                    "Questions from the public",
                    "Exclusion of the public",
                    "Quarterly performance report",
                    "Any other business",
                    "Local plan update",
                ),
                1,
            ),
            (["Officer", "Report of", "Lead", "Presenter"], NAMES, 0.5),
            (["Page", "Pages", "Time"], picked("3 - 8", "9", "21 - 40", "10.05", "10.30", "5"), 0.7),
        ],
    ),
    "form": (
        ["Application form", "Equality impact assessment", "Details", ""],
        [
            (
                ["", "Name", "Question"],
                picked(
                    "Name of applicant",
                    "Date of birth",
                    "Contact officer",
                    "Report to",
                    "Date",
                    "Wards affected",
                    "Title of proposal",
                    "Telephone",
                    "Is this a key decision?",
                    "Signed",
                    "Lead officer",
                    "Service area",
                    "Address",
                ),
                1,
            ),
            (
                ["", "Answer", "Details", "Response"],
                lambda r, n: [
                    r.choice(
                        [
                            *words()["fields"],
                            *words()["places"],
                            "Yes",
                            "No",
                            date_text(r, "day"),
                            officer_text(r, "name"),
                            "",
                        ]
                    )
                    for _ in range(n)
                ],
                1,
            ),
        ],
    ),
    "notices": (
        ["Procurement pipeline", "Contracts register", "Notices"],
        [
            (["Ref", "Contract no", "Notice"], cells_of.refs, 0.7),
            (
                ["Title", "Contract", "Description", "Opportunity"],
                lambda r, n: [r.choice(words()["things"]).capitalize() for _ in range(n)],
                1,
            ),
            (["Value", "Estimated value", "Contract value"], figures_in_cells.money, 0.8),
            (["Start date", "Publication date", "Award date"], dates_in_cells.dates, 0.8),
            (["End date", "Expiry", "Closing date"], dates_in_cells.dates, 0.7),
            (["Supplier", "Contractor"], any_of("companies"), 0.6),
            (["Contact", "Contract manager", "Buyer"], NAMES, 0.4),
            (
                ["Procurement route", "Status", "Type"],
                picked("Open", "Framework", "Direct award", "Below threshold", "Published", "Closed"),
                0.6,
            ),
        ],
    ),
    "applications": (
        ["Planning applications", "Applications determined", "Site history", "Planning history"],
        [
            (
                ["Ref", "Application no", "Number", "App. ref"],
                lambda r, n: [f"{r.randint(29, 32)}/{r.randint(100, 3000):05d}/FUL" for _ in range(n)],
                1,
            ),
            (["Address", "Site", "Location"], any_of("places"), 0.8),
            (["Proposal", "Description", "Development"], any_of("proposals"), 1),
            (
                ["Decision", "Recommendation", "Status", "Outcome"],
                picked("Granted", "Refused", "Withdrawn", "Approve", "Approved with conditions", "Pending"),
                0.9,
            ),
            (["Date", "Decision date"], dates_in_cells.dates, 0.6),
            (["Officer", "Case officer", "Applicant"], NAMES, 0.3),
        ],
    ),
    "membership": (
        ["Membership", "Appointments to outside bodies", "Contacts", "Steering group"],
        [
            (["Committee", "Body", "Organisation", "Name", "Role"], any_of("bodies"), 1),
            (["Members", "Representative", "Name", "Appointee", "Post"], NAMES, 1),
            (
                ["Term ends", "Telephone", "Email", "Party"],
                picked("2033", "01234 567890", "Independent", "Labour", "May 2034"),
                0.5,
            ),
        ],
    ),
    "consultation": (
        ["Consultation responses", "Representations", "You said, we did", "Statement of reasons"],
        [
            (["Ref", "No", "Respondent", "Name"], cells_of.refs, 0.7),
            (["Comment", "Representation", "Summary of comment", "Issue"], any_of("comments"), 1),
            (["Response", "Officer response", "Council response"], any_of("meanings"), 0.9),
            (
                ["Change", "Change to plan?", "Recommendation"],
                picked("No change", "None", "Amend text", "Noted"),
                0.4,
            ),
        ],
    ),
    "survey": (
        ["Survey results", "Resident survey"],
        [
            (["", "Question", "Statement"], any_of("questions"), 1),
            (["Agree", "Yes", "Strongly agree", "2029"], figures_in_cells.values, 1),
            (["Disagree", "No", "Tend to agree", "2031"], figures_in_cells.values, 0.9),
            (["Don't know", "Total", "Base"], figures_in_cells.values, 0.6),
        ],
    ),
    "people": (
        ["Staff", "Vacancies", "Training record", "Declarations of interest"],
        [
            (["Name", "Officer", "Post", "Staff member"], NAMES, 1),
            (["Job title", "Grade", "Course", "Interest"], any_of("fields"), 0.9),
            (["Date", "Start date", "Completed", "Expiry"], dates_in_cells.dates, 0.7),
            (["FTE", "Hours", "Scale"], picked("1.0", "0.5", "37", "21", "SO1"), 0.5),
        ],
    ),
    "register": (
        ["Schedule of notices of leases", "Title register", ""],
        [
            (["", "No", "Entry"], cells_of.refs, 0.9),
            (
                ["", "Registration date", "Registered"],
                lambda r, n: [
                    date_text(r, "numeric") + r.choice(["", "\nEdged in blue", "\n4 (part of)"])
                    for _ in range(n)
                ],
                0.9,
            ),
            (
                ["", "Property description", "Description"],
                lambda r, n: [
                    f"Apartment {r.randint(1, 300)}, {r.choice(words()['places'])} ({r.choice(['Ground floor', 'First floor', 'Basement'])})"
                    for _ in range(n)
                ],
                1,
            ),
            (
                ["", "Date of lease and term", "Term"],
                lambda r, n: [
                    f"{date_text(r, 'numeric')}\n{r.choice([99, 125, 250])} years from {date_text(r, 'numeric')}"
                    for _ in range(n)
                ],
                0.9,
            ),
            (["", "Title"], lambda r, n: [f"TGL{r.randint(100000, 499999)}" for _ in range(n)], 0.7),
        ],
    ),
    "report head": (
        ["", "Cabinet"],
        [
            (
                ["", "Item No.", "Report title"],
                picked("Item No.", "Report title:", "Ward(s) or groups affected:", "From:", "7", "12"),
                1,
            ),
            (
                ["", "Classification:", "Open"],
                lambda r, n: [
                    r.choice(["Open", *words()["decisions"], "All wards", officer_text(r, "post")])
                    for _ in range(n)
                ],
                1,
            ),
            (["", "Date:", "Date"], dates_in_cells.dates, 0.8),
            (
                ["", "Meeting name:", "Decision maker"],
                picked("Cabinet", "Planning Committee", "Council"),
                0.6,
            ),
        ],
    ),
}
