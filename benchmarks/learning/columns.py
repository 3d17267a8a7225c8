"""Invented columns of records: their heads and cells, now and then with a title that says little."""

from __future__ import annotations

from random import Random

from learning import cells as cells_of
from learning import dates_in_cells, figures_in_cells
from learning.cells import OF, picked
from learning.example import OTHER, UNTOLD, Bank, Drawn
from learning.figures_in_cells import targets_in_words
from learning.texts_in_cells import any_of

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

DATED = 0.3
"""Share of the registers whose scores are those of several dates."""


def column(rnd: Random, bank: Bank, meaning: str, count: int) -> Drawn:
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
                for who, when in zip(cells, dates_in_cells.dates(rnd, count), strict=True)
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


def values(rnd: Random, bank: Bank, count: int) -> list[Drawn]:
    """One to five columns of figures, some under a head of their own."""
    number = rnd.choice([1, 1, 2, 2, 2, 3, 3, 4, 5])
    over = rnd.choice(["", "", "", "Performance", "Target", "Actual", "2031/32", "Outturn", "Results"])
    names = list(dict.fromkeys(bank.head(rnd, "value") for _ in range(number)))
    money = rnd.random() < 0.07
    draw = targets_in_words if rnd.random() < 0.12 else figures_in_cells.values
    return [
        Drawn(
            (over, name) if over else (name,),
            "value",
            figures_in_cells.money(rnd, count) if money and i % 2 else draw(rnd, count),
        )
        for i, name in enumerate(names)
    ]


def stages(rnd: Random, bank: Bank, count: int) -> list[Drawn]:
    """Likelihood, impact and score at one time or several."""
    number = rnd.choice([1, 2, 2, 3])
    over = rnd.sample(
        ["Inherent", "Residual", "Target", "Gross", "Net", "Current", "Before controls", "After controls"],
        number,
    )
    parts = [m for m in ("likelihood", "impact", "score") if rnd.random() < 0.85] or ["score"]
    return [Drawn((name, bank.head(rnd, m)), m, OF[m](rnd, count)) for name in over for m in parts]


def dated_scores(rnd: Random, bank: Bank, count: int) -> list[Drawn]:
    """Scores at two dates or three, the date in the title or under it; some as products."""
    year, first, title = rnd.randint(29, 34), rnd.randint(1, 2), bank.head(rnd, "score")
    name = rnd.choice(["Q{n}", "Quarter {n}", "Q{n} {y}/{z}", "{n} May {y}", "Period {n}", "20{y}/{z}"])
    number, within, product = rnd.choice([2, 2, 3]), rnd.random() < 0.4, rnd.random() < 0.3

    def cells() -> list[str]:
        pairs = [(rnd.randint(1, 5), rnd.randint(1, 5)) for _ in range(count)]
        return [f"{a} x {b} = {a * b}" if product else str(a * b) for a, b in pairs]

    dates = [name.format(n=first + i, y=year + i, z=year + i + 1) for i in range(number)]
    return [Drawn((f"{date} {title}",) if within else (title, date), "score", cells()) for date in dates]


def beside(rnd: Random, count: int) -> Drawn:
    """A column that records of any kind may have and that says nothing we ask for."""
    names, key = rnd.choice(BESIDE)
    return Drawn((rnd.choice(names.split(" | ")),), OTHER, cells_of.gaps(any_of(key), 0.2)(rnd, count))


def periods(rnd: Random, count: int) -> list[Drawn]:
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
