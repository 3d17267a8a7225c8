"""Invented tables of actions, indicators and risks, and of what resembles them; what each column holds is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import NamedTuple

import yaml

from agendapack.extract.model import Box, Cell, Colour, Row, Table, Word
from learning import cells as cells_of
from learning.cells import HERE, OF, Cells, any_of, bullets, gaps, picked, words
from learning.others import other_table

OTHER, UNTOLD = "other", ""
COLOURS: dict[str, Colour] = {"red": (255, 0, 0), "amber": (255, 192, 0), "green": (0, 176, 80)}
BOX = Box(50.0, 100.0, 150.0, 112.0)
_FILL = re.compile(r"\{(\w+)\}")


class Drawn(NamedTuple):
    """A column before it is typeset: its head's levels, what it holds, its cells."""

    levels: tuple[str, ...]
    meaning: str
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A table, what it is, what its columns hold, and what stands over it."""

    table: Table
    kind: str
    meanings: tuple[str, ...]
    """What each column holds; empty where nobody told."""
    head: int
    """Rows of the head, from the top; -1 where nobody told."""
    title: str = ""
    headings: tuple[str, ...] = ()
    publisher: str = "invented"
    weight: float = 1.0


@cache
def heads() -> dict[str, list[str]]:
    """The wordings of heads.yaml, by what the column holds."""
    loaded: dict[str, list[str]] = yaml.safe_load((HERE / "heads.yaml").read_text(encoding="utf-8"))
    return loaded


class Bank:
    """Wordings to learn from, those kept back to judge what was learned, or all of them."""

    COMMON_FIRST = 1.6
    """The wordings of a meaning stand in the order of how common they are; 1 would draw all as often."""

    def __init__(self, part: str) -> None:
        self.part = part

    def head(self, rnd: Random, meaning: str) -> str:
        """A wording for such a column, as some council might print it."""
        every = heads()[meaning]
        kept = [
            h for i, h in enumerate(every) if self.part == "all" or (i % 3 == 2) == (self.part == "held out")
        ]
        bank = kept or every
        head = bank[int(len(bank) * rnd.random() ** self.COMMON_FIRST)]
        return head.upper() if rnd.random() < 0.08 else head


CORE = {
    # what a table of the kind always has; with one of the extras at least; then what it may have
    "actions": (
        ["action"],
        ["due", "officers"],
        {
            "ref": 0.55,
            "due": 0.75,
            "officers": 0.8,
            "status": 0.35,
            "progress": 0.35,
            "resources": 0.25,
            "priority": 0.2,
            "objective": 0.2,
            "success": 0.3,
            "milestones": 0.07,
            "finding": 0.18,
            "response": 0.08,
            "category": 0.15,
            "indicator_refs": 0.1,
            "risk_refs": 0.08,
            "parent_refs": 0.06,
            "first_due": 0.08,
            "completed": 0.06,
            "raised": 0.08,
        },
    ),
    "indicators": (
        ["definition"],
        ["value", "value", "status", "objective", "due", "progress"],
        {
            "ref": 0.55,
            "officers": 0.4,
            "value": 0.95,
            "status": 0.45,
            "previous_rag": 0.08,
            "direction": 0.35,
            "change": 0.08,
            "unit": 0.15,
            "polarity": 0.12,
            "frequency": 0.15,
            "progress": 0.25,
            "objective": 0.25,
            "due": 0.05,
            "category": 0.12,
        },
    ),
    "risks": (
        ["risk"],
        ["score", "mitigations"],
        {
            "ref": 0.6,
            "officers": 0.65,
            "likelihood": 0.6,
            "impact": 0.6,
            "score": 0.6,
            "mitigations": 0.75,
            "further": 0.25,
            "cause": 0.2,
            "consequence": 0.25,
            "category": 0.25,
            "last_review": 0.15,
            "direction": 0.15,
            "priority": 0.1,
            "frequency": 0.1,
            "action_refs": 0.1,
            "due": 0.12,
            "appetite": 0.1,
            "progress": 0.1,
            "status": 0.05,
        },
    ),
}
ORDER = [
    "objective",
    "category",
    "finding",
    "ref",
    "indicator_refs",
    "risk",
    "action",
    "definition",
    "cause",
    "consequence",
    "unit",
    "polarity",
    "value",
    "change",
    "likelihood",
    "impact",
    "score",
    "mitigations",
    "further",
    "response",
    "milestones",
    "success",
    "priority",
    "raised",
    "officers",
    "resources",
    "first_due",
    "due",
    "completed",
    "frequency",
    "last_review",
    "status",
    "previous_rag",
    "direction",
    "progress",
    "risk_refs",
    "action_refs",
    "parent_refs",
    "appetite",
]
TITLES = {
    "actions": [
        "Action plan",
        "Improvement plan",
        "Delivery plan 2031/32",
        "Actions arising",
        "Action tracker",
        "Implementation plan",
        "Service plan",
        "Audit recommendations",
        "Our priorities",
        "Strategy 3: connect and prepare",
        "Programme",
        "",
        "",
        "",
        "Progress against actions",
        "Recommendations tracker",
        "Work plan",
        "Year 1 actions",
    ],
    "indicators": [
        "Performance indicators",
        "Performance report",
        "Key performance indicators Q2",
        "Monitoring framework",
        "Balanced scorecard",
        "Performance dashboard",
        "Local indicators",
        "Measures of success",
        "",
        "",
        "",
        "How we are doing",
        "Service performance 2031/32",
        "Monitoring indicators",
        "Scorecard",
        "Health of the organisation",
    ],
    "risks": [
        "Risk register",
        "Corporate risks",
        "Strategic risk register",
        "Project risks",
        "Risk assessment",
        "Key risks and mitigation",
        "",
        "",
        "",
        "Register of risks",
        "Departmental risks",
        "Risk matrix",
        "Risks to delivery",
        "Budget risks",
    ],
}


def drawn(seed: int, part: str = "learn") -> Example:
    """The invented table of a seed: of records in two of three, else something that resembles them."""
    rnd = Random(f"{seed}/{part}")
    bank = Bank(part)
    count = rnd.choice([1, 2, 3, 4, 5, 6, 8, 12, 20])
    if rnd.random() < 0.38:
        return _none(rnd, bank, max(2, count))
    kind = rnd.choice(["actions", "actions", "indicators", "risks"])
    if kind == "actions" and rnd.random() < 0.15:
        return _programme(rnd, bank, max(2, count))
    return _typeset(rnd, kind, _records(rnd, bank, kind, count), rnd.choice(TITLES[kind]))


def _records(rnd: Random, bank: Bank, kind: str, count: int) -> list[Drawn]:
    must, either, maybe = CORE[kind]
    some = [*must, rnd.choice(either), *(m for m, share in maybe.items() if rnd.random() < share)]
    chosen = dict.fromkeys(some)  # in order: a set has another in every run
    order = sorted(chosen, key=lambda m: ORDER.index(m) + rnd.gauss(0, 3))
    columns: list[Drawn] = []
    for meaning in order:
        if meaning == "value":
            columns += _values(rnd, bank, count)
        elif (
            meaning == "score"
            and kind == "risks"
            and {"likelihood", "impact"} & chosen.keys()
            and rnd.random() < 0.5
        ):
            columns += _stages(rnd, bank, count)
        elif meaning == "score" and kind == "risks" and rnd.random() < DATED:
            columns += _dated_scores(rnd, bank, count)
        elif not (meaning in ("likelihood", "impact") and any(len(c.levels) > 1 for c in columns)):
            columns.append(_column(rnd, bank, meaning, count))
    columns = [_told_once(rnd, c) if c.meaning in ("objective", "category") else c for c in columns]
    if rnd.random() < 0.15:
        columns.insert(rnd.randint(1, len(columns)), _beside(rnd, count))
    if kind == "actions" and rnd.random() < 0.05:
        columns += _periods(rnd, count)
    blank = rnd.random()
    if blank < 0.05:  # nothing stands over the record's own text
        columns = [c._replace(levels=("",)) if c.meaning in must else c for c in columns]
    elif blank < 0.09:
        columns = [c._replace(levels=("",)) for c in columns]
    return columns


def _told_once(rnd: Random, column: Drawn) -> Drawn:
    """Some plans print a theme with the first of its rows only, or in the order of its themes."""
    style = rnd.random()
    if style > 0.5:
        return column
    cells = sorted(column.cells)
    told = [c if n == 0 or c != cells[n - 1] else "" for n, c in enumerate(cells)]
    return column._replace(cells=told if style < 0.25 else cells)


def _beside(rnd: Random, count: int) -> Drawn:
    """A column that records of any kind may have and that says nothing we ask for."""
    names, key = rnd.choice(BESIDE)
    return Drawn((rnd.choice(names.split(" | ")),), OTHER, cells_of.gaps(any_of(key), 0.2)(rnd, count))


BESIDE = [
    (
        "Data source | Source of data | Means of verification | Method | Evidence base | How measured",
        "sources",
    ),
    ("Supporting partners | Partners | Working with | Stakeholders | Consulted | Other agencies", "bodies"),
    ("Location | Site | Ward | Area | Where | Map", "places"),
    ("Assumptions | Dependencies | Constraints | Notes | Rationale", "meanings"),
    ("Policy link | Relevant policy | Legislation | Strategy | Guidance", "policies"),
    ("Who benefits | Audience | Target group | Users", "stakeholders"),
    ("Training needed | CPD | Support needed", "courses"),
]
"""Titles of such columns, and the list of words that fills them."""


def _periods(rnd: Random, count: int) -> list[Drawn]:
    """Periods in which a task is worked on, marked under their names."""
    names = rnd.choice(
        [
            ("Q1", "Q2", "Q3", "Q4"),
            ("Year 1", "Year 2", "Year 3"),
            ("Autumn", "Spring", "Summer"),
            ("Short", "Medium", "Long"),
            ("2031", "2032", "2033", "2034"),
        ]
    )
    mark = rnd.choice(["✓", "X", "x", "•", "{green}"])
    return [Drawn((name,), UNTOLD, picked(mark, "", mark)(rnd, count)) for name in names]


VAGUE = [
    "",
    "",
    "Details",
    "Information",
    "Notes",
    "Item",
    "Description",
    "Comment",
    "Other",
    "Column 4",
    "2031/32",
    "Q2",
    "Summary",
]
"""Titles that say little, so that the cells must carry the decision."""
SUBJECTS = ("action", "risk", "definition")
DOUBLE = [
    "Owner / Deadline",
    "Who and when",
    "Responsible officer and target date",
    "Lead & timescale",
    "By whom / by when",
    "Officer and date",
]


def _column(rnd: Random, bank: Bank, meaning: str, count: int) -> Drawn:
    """A column of a meaning: now and then its title says little, or its cells are still to be filled in."""
    head = "" if meaning == "ref" and rnd.random() < 0.15 else bank.head(rnd, meaning)
    cells = OF[meaning](rnd, count)
    if meaning == "objective" and any(c[-1:].isdigit() for c in cells):
        head = rnd.choice(
            [
                "Policy",
                "Policies",
                "Plan policies",
                "Objectives",
                "Strategic objectives",
                "Policy no.",
                "Local plan policy",
                head,
            ]
        )
    if meaning == "officers" and rnd.random() < 0.05:
        return Drawn(
            (rnd.choice(DOUBLE),),
            meaning,
            [
                f"{who}{rnd.choice([chr(10), ' ', ', '])}{when}"
                for who, when in zip(cells, cells_of.dates(rnd, count), strict=True)
            ],
        )
    if meaning == "status" and rnd.random() < 0.15:
        return Drawn((bank.head(rnd, rnd.choice(["progress", "success"])),), meaning, cells)
    if rnd.random() < 0.06:
        head = rnd.choice(VAGUE)
    elif rnd.random() < 0.04:  # what stands there is not what the title says
        said = rnd.choice(["officers", "due", "status", "success", "indicator_refs", "resources"])
        odd = rnd.choice(["objective", "category", "finding", "resources", "progress"])
        if said not in (meaning, odd) and meaning not in SUBJECTS:
            return Drawn((bank.head(rnd, said),), odd if odd == "progress" else OTHER, OF[odd](rnd, count))
    if rnd.random() < 0.04:
        cells = [""] * count
    return Drawn((head,), meaning, cells)


def _values(rnd: Random, bank: Bank, count: int) -> list[Drawn]:
    """One to five columns of figures, some under a head of their own."""
    number = rnd.choice([1, 1, 2, 2, 2, 3, 3, 4, 5])
    over = rnd.choice(["", "", "", "Performance", "Target", "Actual", "2031/32", "Outturn", "Results"])
    names = list(dict.fromkeys(bank.head(rnd, "value") for _ in range(number)))
    money = rnd.random() < 0.07
    draw = cells_of.targets_in_words if rnd.random() < 0.12 else cells_of.values
    return [
        Drawn(
            (over, name) if over else (name,),
            "value",
            cells_of.money(rnd, count) if money and i % 2 else draw(rnd, count),
        )
        for i, name in enumerate(names)
    ]


DATED = 0.3
"""Share of the registers whose scores are those of several dates."""


def _stages(rnd: Random, bank: Bank, count: int) -> list[Drawn]:
    """Likelihood, impact and score at one time or several."""
    number = rnd.choice([1, 2, 2, 3])
    over = rnd.sample(
        ["Inherent", "Residual", "Target", "Gross", "Net", "Current", "Before controls", "After controls"],
        number,
    )
    parts = [m for m in ("likelihood", "impact", "score") if rnd.random() < 0.85] or ["score"]
    return [Drawn((name, bank.head(rnd, m)), m, OF[m](rnd, count)) for name in over for m in parts]


def _dated_scores(rnd: Random, bank: Bank, count: int) -> list[Drawn]:
    """Scores at two dates or three, the date in the title or under it; some as products."""
    year, first, title = rnd.randint(29, 34), rnd.randint(1, 2), bank.head(rnd, "score")
    name = rnd.choice(["Q{n}", "Quarter {n}", "Q{n} {y}/{z}", "{n} May {y}", "Period {n}", "20{y}/{z}"])
    number, within, product = rnd.choice([2, 2, 3]), rnd.random() < 0.4, rnd.random() < 0.3

    def cells() -> list[str]:
        pairs = [(rnd.randint(1, 5), rnd.randint(1, 5)) for _ in range(count)]
        return [f"{a} x {b} = {a * b}" if product else str(a * b) for a, b in pairs]

    dates = [name.format(n=first + i, y=year + i, z=year + i + 1) for i in range(number)]
    return [Drawn((f"{date} {title}",) if within else (title, date), "score", cells()) for date in dates]


def _programme(rnd: Random, bank: Bank, count: int) -> Example:
    """Stages or projects with their dates and costs, nobody named."""

    def work(r: Random, n: int) -> list[str]:
        return [cells_of._action(r, r.choice(["noun", "short", "short"])) for _ in range(n)]

    columns = [
        Drawn(
            (
                rnd.choice(
                    [
                        "Project",
                        "Project description",
                        "Milestone",
                        "Stage",
                        "Phase",
                        "Work",
                        "Asset",
                        "Scheme",
                        "",
                        "Event",
                        "Deliverable",
                        "Element of work",
                    ]
                ),
            ),
            "action",
            work(rnd, count),
        )
    ]
    columns.append(
        Drawn(
            (
                rnd.choice(
                    [
                        "Date",
                        "Year",
                        "Target date",
                        "Start",
                        "When",
                        "",
                        "Target",
                        "Programme",
                        "Completion",
                        "Year (est.)",
                    ]
                ),
            ),
            "due",
            cells_of.dates(rnd, count),
        )
    )
    if rnd.random() < 0.2:
        columns.append(
            Drawn(
                (rnd.choice(["Method", "Funding", "Source", "Notes"]),),
                "resources",
                OF["resources"](rnd, count),
            )
        )
    if rnd.random() < 0.25:
        columns.append(_column(rnd, bank, "priority", count))
    rnd.shuffle(columns)
    if rnd.random() < 0.35:
        columns = _moved(rnd, bank, count, work(rnd, count))
    return _typeset(
        rnd,
        "actions",
        columns,
        rnd.choice(
            ["Programme", "Capital project forecast", "Milestones", "Timetable", "", "Works programme"]
        ),
    )


def _moved(rnd: Random, bank: Bank, count: int, stages: list[str]) -> list[Drawn]:
    """Stages of projects with the date first set and the date now."""
    first, now = rnd.choice(MOVES)
    columns = [
        Drawn((rnd.choice(["Milestone", "Key milestone", "Stage", "Gateway", "Task"]),), "action", stages),
        Drawn((first,), "first_due", cells_of.dates(rnd, count)),
        Drawn((now,), "due", cells_of.dates(rnd, count)),
    ]
    if rnd.random() < 0.6:
        projects = cells_of.gaps(cells_of.any_of("things"), 0.4)(rnd, count)
        columns.insert(
            0, Drawn((rnd.choice(["Project", "Scheme", "Programme", "Workstream"]),), UNTOLD, projects)
        )
    return [*columns, *(_column(rnd, bank, m, count) for m in ("status", "officers") if rnd.random() < 0.5)]


MOVES = [
    ("Baseline date", "Forecast date"),
    ("Original date", "Revised date"),
    ("Planned date", "Current date"),
    ("Baseline", "Latest forecast"),
    ("Approved completion", "Expected completion"),
    ("Target date", "Revised target date"),
]
"""Titles of the date first set and the date now."""


# --- tables of other things ----------------------------------------------------------

NAMES: Cells = cells_of.officers
FEW: Cells = picked("Yes", "No", "✓", "", "P", "A", "Present", "Apologies")
SHARED = (NAMES, cells_of.dates, cells_of.refs, cells_of.values, cells_of.levels, cells_of.money)
"""Cells that stand in other tables as they do in ours: what they mean is not told."""
NONE: dict[str, tuple[list[str], list[tuple[list[str], Cells, float]]]] = {
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
    "budget": (
        ["Revenue budget", "Budget summary", "Medium term financial plan", ""],
        [
            (
                ["Service", "", "Description", "Budget head", "Directorate", "Expenditure", "Account"],
                any_of("products"),
                1,
            ),
            (["2031/32", "Budget 2031/32", "Original budget", "£000", "Base", "Actual"], cells_of.money, 1),
            (["2032/33", "Revised budget", "Forecast", "Outturn", "Target"], cells_of.money, 0.9),
            (["Variance", "Change", "2033/34", "Difference"], cells_of.money, 0.7),
            (["% change", "%"], cells_of.values, 0.2),
            (["Comments", "Notes", "Explanation", "Reason"], bullets("progress", 1), 0.2),
        ],
    ),
    "cost plan": (
        ["Elemental cost plan", "Capital costs", "Cost estimate", ""],
        [
            (["Ref", "", "Item", "No"], cells_of.refs, 0.4),
            (["Element", "Item", "Description", "Work", "Scheme"], any_of("products"), 1),
            (["Cost", "£", "Total £", "Estimate"], cells_of.money, 1),
            (["£/m2", "Rate", "Quantity"], cells_of.money, 0.6),
            (["Notes", "Basis"], any_of("resources"), 0.2),
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
            (["Target date", "Received", "Next review"], cells_of.dates, 0.7),
        ],
    ),
    "capital": (
        ["Capital programme", "Capital project forecast", "Capital forecast"],
        [
            (["Year", "YEAR", "Start"], lambda r, n: [str(r.randint(2029, 2036)) for _ in range(n)], 0.8),
            (
                ["Project", "Project description", "Scheme", "Asset"],
                lambda r, n: [cells_of._action(r, "short") for _ in range(n)],
                1,
            ),
            (["Estimate", "Cost", "Budget", "2031/32"], cells_of.money, 1),
            (
                ["Method", "Funding", "Source", "Spend to date", "Forecast"],
                lambda r, n: OF["resources"](r, n) if r.random() < 0.6 else cells_of.money(r, n),
                0.9,
            ),
            (["Variance", "2032/33"], cells_of.money, 0.3),
        ],
    ),
    "savings": (
        ["Savings proposals", "Growth and savings"],
        [
            (["Ref", "No"], cells_of.refs, 0.6),
            (
                ["Proposal", "Saving", "Description", "Service", "Measure (£000)", "Savings measure"],
                lambda r, n: [cells_of._action(r, "noun") for _ in range(n)],
                1,
            ),
            (["2031/32 £000", "Saving £", "2032/33 £000"], cells_of.money, 1),
            (["2032/33", "Full year"], cells_of.money, 0.8),
            (["RAG", "Risk", "Directorate"], cells_of.levels, 0.25),
        ],
    ),
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
                lambda r, n: [f"{i + 1}. {cells_of._action(r, 'noun')}" for i in range(n)],
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
            (["Date", "Issued", "Date of change"], cells_of.dates, 1),
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
                            cells_of._date(r, "day"),
                            cells_of._officer(r, "name"),
                            "",
                        ]
                    )
                    for _ in range(n)
                ],
                1,
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
    "notices": (
        ["Procurement pipeline", "Contracts register", "Notices"],
        [
            (["Ref", "Contract no", "Notice"], cells_of.refs, 0.7),
            (
                ["Title", "Contract", "Description", "Opportunity"],
                lambda r, n: [r.choice(words()["things"]).capitalize() for _ in range(n)],
                1,
            ),
            (["Value", "Estimated value", "Contract value"], cells_of.money, 0.8),
            (["Start date", "Publication date", "Award date"], cells_of.dates, 0.8),
            (["End date", "Expiry", "Closing date"], cells_of.dates, 0.7),
            (["Supplier", "Contractor"], any_of("companies"), 0.6),
            (["Contact", "Contract manager", "Buyer"], NAMES, 0.4),
            (
                ["Procurement route", "Status", "Type"],
                picked("Open", "Framework", "Direct award", "Below threshold", "Published", "Closed"),
                0.6,
            ),
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
            (["Meeting", "Date of decision", "Date", "When"], cells_of.dates, 1),
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
            (["Date", "Dates", "May"], cells_of.dates, 1),
            (
                ["Time", "Venue", "Place"],
                picked("6.00 pm", "10am", "Council Chamber", "Town Hall", "2-4pm", "Online"),
                0.8,
            ),
            (["Attended", "Numbers"], picked("12", "40", "5", "23"), 0.3),
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
            (["Date", "Decision date"], cells_of.dates, 0.6),
            (["Officer", "Case officer", "Applicant"], NAMES, 0.3),
        ],
    ),
    "payments": (
        ["Payments", "Expenditure over £500", "Accounts for payment", "Expenses"],
        [
            (["Date", "Payment date", ""], cells_of.dates, 0.9),
            (["Supplier", "Payee", "Paid to"], any_of("companies"), 1),
            (["Description", "Details", "Purpose"], any_of("products"), 0.8),
            (["Amount", "Net", "£", "Total"], cells_of.money, 1),
            (["VAT", "Cheque no", "Ref"], cells_of.refs, 0.4),
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
            (["Agree", "Yes", "Strongly agree", "2029"], cells_of.values, 1),
            (["Disagree", "No", "Tend to agree", "2031"], cells_of.values, 0.9),
            (["Don't know", "Total", "Base"], cells_of.values, 0.6),
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
            (["2029", "1 bed", "Units", "Male", "No.", "Total"], cells_of.values, 1),
            (["2030", "2 bed", "Private", "Female", "%"], cells_of.values, 0.9),
            (["2031", "3 bed", "Affordable", "All", "Area (sqm)"], cells_of.values, 0.8),
            (["Total", "Change"], cells_of.values, 0.5),
        ],
    ),
    "people": (
        ["Staff", "Vacancies", "Training record", "Declarations of interest"],
        [
            (["Name", "Officer", "Post", "Staff member"], NAMES, 1),
            (["Job title", "Grade", "Course", "Interest"], any_of("fields"), 0.9),
            (["Date", "Start date", "Completed", "Expiry"], cells_of.dates, 0.7),
            (["FTE", "Hours", "Scale"], picked("1.0", "0.5", "37", "21", "SO1"), 0.5),
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
            (["Value", "Rent", "Area", "Size", "Units"], cells_of.money, 0.8),
            (["Lease ends", "Phase", "Sold"], cells_of.dates, 0.3),
        ],
    ),
    "companies": (
        ["Portfolio", "Project listing", "Schemes completed"],
        [
            (["Project", "Development", "Scheme", "Company"], any_of("places"), 1),
            (["Sector", "Client", "Developer", "Location"], any_of("companies"), 0.9),
            (["Value", "Units", "Affordable", "Capital spend"], cells_of.money, 0.9),
            (["Completion date", "Secured", "Year"], cells_of.dates, 0.5),
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
                    r.choice([cells_of._value(r, "percent"), "£250 per sqm", cells_of._one(r, "meanings")])
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
            (["Amount", "Grant", "Award"], cells_of.money, 1),
            (["Recommendation", "Decision"], picked("Approve", "Decline", "Defer"), 0.5),
        ],
    ),
    "register": (
        ["Schedule of notices of leases", "Title register", ""],
        [
            (["", "No", "Entry"], cells_of.refs, 0.9),
            (
                ["", "Registration date", "Registered"],
                lambda r, n: [
                    cells_of._date(r, "numeric") + r.choice(["", "\nEdged in blue", "\n4 (part of)"])
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
                    f"{cells_of._date(r, 'numeric')}\n{r.choice([99, 125, 250])} years from {cells_of._date(r, 'numeric')}"
                    for _ in range(n)
                ],
                0.9,
            ),
            (["", "Title"], lambda r, n: [f"TGL{r.randint(100000, 499999)}" for _ in range(n)], 0.7),
        ],
    ),
    "fragments": (
        ["", "Site plan", "Fig. 3", "Organisation chart"],
        [
            ([""], lambda r, n: [_fragment(r) for _ in range(n)], 1),
            (["", "Sta"], lambda r, n: [_fragment(r) for _ in range(n)], 1),
            (["", "Works"], lambda r, n: [_fragment(r) for _ in range(n)], 0.8),
            (["", "Home | About us"], lambda r, n: [_fragment(r) for _ in range(n)], 0.6),
            (["", "2.0m"], lambda r, n: [_fragment(r) for _ in range(n)], 0.5),
        ],
    ),
    "prose": (
        ["", "Introduction", "Background"],
        [
            (["", "Background"], lambda r, n: [_prose(r) for _ in range(n)], 1),
            (["", "Comment"], lambda r, n: [_prose(r) for _ in range(n)], 1),
            ([""], lambda r, n: [_prose(r) for _ in range(n)], 0.3),
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
                            cells_of._officer(r, "name"),
                            cells_of._officer(r, "post"),
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
                            cells_of._officer(r, "name") + ", Chief Executive",
                            cells_of._officer(r, "post"),
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
    "work done": (
        [
            "Surveys carried out",
            "Consultation history",
            "Events held",
            "Timeline of decisions",
            "Planning history",
        ],
        [
            (["Date", "When", "Year"], cells_of.dates, 1),
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
                    r.choice(["Open", *words()["decisions"], "All wards", cells_of._officer(r, "post")])
                    for _ in range(n)
                ],
                1,
            ),
            (["", "Date:", "Date"], cells_of.dates, 0.8),
            (
                ["", "Meeting name:", "Decision maker"],
                picked("Cabinet", "Planning Committee", "Council"),
                0.6,
            ),
        ],
    ),
    "reserves": (
        ["Reserves plan", "Reserve movements"],
        [
            (["Year", "YEAR"], cells_of.dates, 0.9),
            (
                ["Reserve description", "Reserve", "Fund"],
                lambda r, n: [f"{r.choice(words()['categories'])} reserve" for _ in range(n)],
                1,
            ),
            (["Amount", "Balance", "Transfer in"], cells_of.money, 1),
            (["For use", "Closing balance", "Purpose"], gaps(any_of("products"), 0.4), 0.7),
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


def _fragment(rnd: Random) -> str:
    """Bits of text as a finder takes them from a map, a chart or a letter."""
    if rnd.random() < 0.35:
        return ""
    word = rnd.choice(
        [*words()["places"], *words()["fields"], *words()["bodies"], *words()["last"], *words()["products"]]
    )
    return rnd.choice(
        [
            word,
            word.split()[0],
            f"{rnd.uniform(1, 9):.1f}m",
            str(rnd.randint(1, 200)),
            word[: rnd.randint(2, 6)],
            f"{word}\n{rnd.randint(1, 60)}",
            rnd.choice("ABCDEF"),
        ]
    )


def _prose(rnd: Random) -> str:
    """Parts of running text that stand beside each other."""
    texts = [
        *words()["findings"],
        *words()["policies"],
        *words()["meanings"],
        *words()["progress"],
        *words()["comments"],
    ]
    text = " ".join(rnd.sample(texts, rnd.randint(1, 4)))
    start = rnd.randint(0, len(text) // 3)
    return text[start : start + rnd.randint(20, 300)]


DESCRIBED = 0.5
"""Share of these tables that others.yaml describes."""


def _none(rnd: Random, bank: Bank, count: int) -> Example:
    """A table that holds no records of ours."""
    if rnd.random() < DESCRIBED:
        title, described = other_table(rnd, count)
        told = [Drawn(c.levels, UNTOLD if c.common else OTHER, c.cells) for c in described]
        if len(told) > 1:
            return _typeset(rnd, "none", told, title if rnd.random() < 0.6 else "")
    sort = rnd.choice(sorted(NONE))
    titles, said = NONE[sort]
    columns = [
        Drawn(
            ((rnd.choice(names) if rnd.random() < 0.93 else ""),),
            UNTOLD if draw in SHARED or draw.__name__ == "pick" else OTHER,
            draw(rnd, count),
        )
        for names, draw, share in said
        if rnd.random() < share
    ]
    if len(columns) < 2:
        names, draw, _ = said[-1]
        columns.append(Drawn((rnd.choice(names),), OTHER, draw(rnd, count)))
    return _typeset(rnd, "none", columns, rnd.choice(titles) if rnd.random() < 0.6 else "")


# --- typesetting ---------------------------------------------------------------------


FOUND = {"none": 0.5}
"""Share of tables whose head is told by its looks."""
OFTEN_FOUND = 0.75
CONTINUED = 0.1
"""Share of tables that go on from another page and print no head."""
TITLED_WITHIN = 0.1
"""Share of tables whose first row is a title that reaches over all columns."""
BANDED = 0.15


def _typeset(rnd: Random, kind: str, columns: Sequence[Drawn], title: str) -> Example:
    """The columns as a table: its head found or not, with headings of sections or not."""
    found = rnd.random() < FOUND.get(kind, OFTEN_FOUND)
    head = _head_rows(columns) if rnd.random() > CONTINUED else []
    printed = [_row(cells, n, "header" if found else "body", bold=found) for n, cells in enumerate(head)]
    known = len(head)
    if title and not found and rnd.random() < TITLED_WITHIN:
        printed.insert(0, _row([(title, len(columns))], 0, "body"))
        known = -1
    banded = rnd.random() < BANDED
    for n in range(len(columns[0].cells)):
        if banded and rnd.random() < 0.3:
            name = rnd.choice(words()["aims"] + words()["fields"])
            printed.append(_row([(name, len(columns))], len(printed), "band"))
        printed.append(_row([(c.cells[n], 1) for c in columns], len(printed), "body"))
    heads = len(head) if found else 0
    table = Table("p1t1", 1, 1, BOX, len(columns), tuple(printed), (), title, heads)
    headings = (rnd.choice(["Report of the Director", "Appendix A", "Introduction", "", "Background"]), title)
    return Example(table, kind, tuple(c.meaning for c in columns), known, title, headings)


def _head_rows(columns: Sequence[Drawn]) -> list[list[tuple[str, int]]]:
    """The rows of the head: texts and how many columns each reaches over."""
    depth = max(len(c.levels) for c in columns)
    rows: list[list[tuple[str, int]]] = []
    for level in range(depth):
        texts = [c.levels[level] if level < len(c.levels) else "" for c in columns]
        if depth > 1 and level == 0:
            texts = [c.levels[0] if len(c.levels) > 1 else "" for c in columns]
        elif depth > 1:
            texts = [c.levels[-1] for c in columns]
        if any(texts):
            rows.append(_merged(texts) if level < depth - 1 else [(t, 1) for t in texts])
    return rows


def _merged(texts: Sequence[str]) -> list[tuple[str, int]]:
    """Equal neighbours as one cell."""
    found: list[tuple[str, int]] = []
    for text in texts:
        if text and found and found[-1][0] == text:
            found[-1] = (text, found[-1][1] + 1)
        else:
            found.append((text, 1))
    return found


def _row(cells: Sequence[tuple[str, int]], number: int, kind: str, *, bold: bool = False) -> Row:
    made, column = [], 0
    for said, span in cells:
        fill = _FILL.match(said)
        text = _FILL.sub("", said)
        plain = tuple(Word(w, BOX, 10.0, bold=True) for w in text.split()) if bold else ()
        made.append(Cell(number, column, text, 1, BOX, 1, span, plain, COLOURS[fill[1]] if fill else None))
        column += span
    return Row(tuple(made), 1, BOX, kind)
