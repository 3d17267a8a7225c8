"""Tables of texts, dates and scraps of pages that list no records of ours."""

from __future__ import annotations

from learning import cells as cells_of
from learning import dates_in_cells
from learning.cells import gaps, picked
from learning.scraps import NAMES, fragment, prose
from learning.texts_in_cells import Cells, action_text, any_of, bullets, officer_text, words

TABLES: dict[str, tuple[list[str], list[tuple[list[str], Cells, float]]]] = {
    "policies": (
        ["Strategic policies", "Policies", "Policy framework", ""],
        [
            (["Policy", "Ref", "No.", "Policy no"], cells_of.refs, 0.8),
            (["Policy", "Policy text", "Title", "Strategic policy", "Policy name"], any_of("policies"), 1),
            (
                ["Reason", "Page", "Comment", "Justification", "Conformity", "Strategic?"],
                bullets("meanings", 1),
                0.7,
            ),
            (["Compliance", "Status", "Y/N"], picked("Yes", "No", "Partly"), 0.3),
        ],
    ),
    "definitions": (
        ["Glossary", "Definitions", "Abbreviations"],
        [
            (["Term", "", "Word", "Abbreviation"], any_of("terms"), 1),
            (["Meaning", "Definition", "Explanation", "Description"], any_of("meanings"), 1),
        ],
    ),
    "duties": (
        ["Duties", "Scheme of delegation", "Job description", "Roles and responsibilities"],
        [
            (["Ref", "No", ""], cells_of.refs, 0.5),
            (["Responsibility", "Duty", "Function", "Main duties", "Delegation"], any_of("duties"), 1),
            (["Officer", "Post", "Delegated to", "Who"], NAMES, 0.6),
            (["Conditions", "Limits", "Legislation"], any_of("meanings"), 0.3),
        ],
    ),
    "options": (
        ["Options appraisal", "Options considered", ""],
        [
            (
                ["Option", "", "Options"],
                lambda r, n: [f"{i + 1}. {action_text(r, 'noun')}" for i in range(n)],
                1,
            ),
            (["Advantages", "Pros", "Benefits", "Strengths"], bullets("outcomes", 2), 0.9),
            (["Disadvantages", "Cons", "Risks", "Weaknesses"], bullets("consequences", 2), 0.9),
            (["Score", "Rank", "Cost", "Rating"], picked("1", "2", "3", "4", "High", "Low"), 0.6),
        ],
    ),
    "revisions": (
        ["Document control", "Version history", "Revision record"],
        [
            (
                ["Version", "Rev", "Issue", "Revision"],
                picked("0.1", "0.2", "1.0", "1.1", "2", "A", "B", "P1"),
                1,
            ),
            (["Date", "Issued", "Date of change"], dates_in_cells.dates, 1),
            (["Author", "By", "Prepared by", "Checked"], NAMES, 0.9),
            (
                ["Change", "Description", "Comments", "Reason", "Status"],
                picked(
                    "First draft", "Comments taken in", "Final", "Issued for planning", "Updated after review"
                ),
                0.8,
            ),
        ],
    ),
    "contents": (
        ["Contents", "Index", "Appendices"],
        [
            (["", "Section", "No"], cells_of.refs, 0.6),
            (
                ["", "Title", "Section"],
                lambda r, n: [w.capitalize() for w in (r.choice(words()["nouns"]) for _ in range(n))],
                1,
            ),
            (["Page", "", "Page no"], lambda r, n: [str(3 + 4 * i) for i in range(n)], 1),
        ],
    ),
    "forward plan": (
        ["Forward plan", "Key decisions", "Work programme"],
        [
            (["Decision", "Subject", "Item", "Issue"], any_of("decisions"), 1),
            (
                ["Decision maker", "Committee", "To be decided by"],
                picked("Cabinet", "Council", "Planning Committee", "Leader"),
                0.9,
            ),
            (["Meeting", "Date of decision", "Date", "When"], dates_in_cells.dates, 1),
            (["Contact officer", "Report author", "Lead officer"], NAMES, 0.6),
            (["Key?", "Open or exempt", "Documents"], picked("Yes", "No", "Open", "Exempt"), 0.4),
        ],
    ),
    "calendar": (
        ["Calendar of meetings", "Meeting dates", "Consultation events"],
        [
            (
                ["Meeting", "Committee", "Event", "Body"],
                picked(
                    "Full Council",
                    "Cabinet",
                    "Audit Committee",
                    "Planning Committee",
                    "Licensing Panel",
                    "Coffee morning",
                    "Drop-in session",
                    "Public exhibition",
                ),
                1,
            ),
            (["Date", "Dates", "May"], dates_in_cells.dates, 1),
            (
                ["Time", "Venue", "Place"],
                picked("6.00 pm", "10am", "Council Chamber", "Town Hall", "2-4pm", "Online"),
                0.8,
            ),
            (["Attended", "Numbers"], picked("12", "40", "5", "23"), 0.3),
        ],
    ),
    "key": (
        ["Risk scoring matrix", "Key", "RAG definitions", "Likelihood descriptors"],
        [
            (
                ["Score", "Rating", "Level", "Likelihood", "Grade", "Impact"],
                picked("1", "2", "3", "4", "5", "Red", "Amber", "Green", "High", "Low", "Certain"),
                1,
            ),
            (
                ["Descriptor", "Definition", "Description", "Meaning", "Name"],
                picked(
                    "Almost certain to happen",
                    "Unlikely but possible",
                    "Minor loss of service",
                    "Major loss of life",
                    "On target",
                    "More than 5% off target",
                    "Action not started",
                    "Needs urgent action",
                    "Rare",
                ),
                1,
            ),
            (
                ["Probability", "Financial", "People", "Likelihood"],
                picked("> 80%", "< 10%", "£10k - £50k", "10-40%", "Over £1m", "Minor injury"),
                0.6,
            ),
        ],
    ),
    "fragments": (
        ["", "Site plan", "Fig. 3", "Organisation chart"],
        [
            ([""], lambda r, n: [fragment(r) for _ in range(n)], 1),
            (["", "Sta"], lambda r, n: [fragment(r) for _ in range(n)], 1),
            (["", "Works"], lambda r, n: [fragment(r) for _ in range(n)], 0.8),
            (["", "Home | About us"], lambda r, n: [fragment(r) for _ in range(n)], 0.6),
            (["", "2.0m"], lambda r, n: [fragment(r) for _ in range(n)], 0.5),
        ],
    ),
    "prose": (
        ["", "Introduction", "Background"],
        [
            (["", "Background"], lambda r, n: [prose(r) for _ in range(n)], 1),
            (["", "Comment"], lambda r, n: [prose(r) for _ in range(n)], 1),
            ([""], lambda r, n: [prose(r) for _ in range(n)], 0.3),
        ],
    ),
    "side by side": (
        ["Contacts", "", "Local authority and health board"],
        [
            (
                ["Local authority", "Council", "Name"],
                lambda r, n: [
                    r.choice(
                        [
                            officer_text(r, "name"),
                            officer_text(r, "post"),
                            "www.example.gov.uk",
                            r.choice(words()["bodies"]),
                            "Aldermoor Council",
                        ]
                    )
                    for _ in range(n)
                ],
                1,
            ),
            (
                ["Integrated care board", "Partner", "Health board"],
                lambda r, n: [
                    r.choice(
                        [
                            officer_text(r, "name") + ", Chief Executive",
                            officer_text(r, "post"),
                            "www.example.nhs.uk",
                            r.choice(words()["bodies"]),
                        ]
                    )
                    for _ in range(n)
                ],
                1,
            ),
        ],
    ),
    "design": (
        ["Design considerations", "Standards", "Comparison"],
        [
            (["", "Considerations", "Standard", "Topic"], any_of("categories"), 1),
            (["Design measures", "Proposal", "What the policy says", "Scheme"], any_of("policies"), 1),
            (["Energy", "Minimum", "Guidance"], gaps(picked("✓", "✓✓", "x", "-"), 0.4), 0.7),
            (["Daylight", "Provided", "Acoustic"], gaps(picked("✓", "✓✓", "x", "Yes"), 0.4), 0.7),
        ],
    ),
}
