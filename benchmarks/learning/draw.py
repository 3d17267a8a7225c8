"""Invented tables of actions, indicators and risks, and of what resembles them; what each column holds is known."""

from __future__ import annotations

from random import Random

from learning.columns import DATED, beside, column, dated_scores, periods, stages, values
from learning.example import Bank, Drawn, Example
from learning.no_records import no_records
from learning.programme import programme
from learning.typeset import typeset

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
        return no_records(rnd, bank, max(2, count))
    kind = rnd.choice(["actions", "actions", "indicators", "risks"])
    if kind == "actions" and rnd.random() < 0.15:
        return programme(rnd, bank, max(2, count))
    return typeset(rnd, kind, _records(rnd, bank, kind, count), rnd.choice(TITLES[kind]))


def _records(rnd: Random, bank: Bank, kind: str, count: int) -> list[Drawn]:
    must, either, maybe = CORE[kind]
    some = [*must, rnd.choice(either), *(m for m, share in maybe.items() if rnd.random() < share)]
    chosen = dict.fromkeys(some)  # in order: a set has another in every run
    order = sorted(chosen, key=lambda m: ORDER.index(m) + rnd.gauss(0, 3))
    columns: list[Drawn] = []
    for meaning in order:
        if meaning == "value":
            columns += values(rnd, bank, count)
        elif (
            meaning == "score"
            and kind == "risks"
            and {"likelihood", "impact"} & chosen.keys()
            and rnd.random() < 0.5
        ):
            columns += stages(rnd, bank, count)
        elif meaning == "score" and kind == "risks" and rnd.random() < DATED:
            columns += dated_scores(rnd, bank, count)
        elif not (meaning in ("likelihood", "impact") and any(len(c.levels) > 1 for c in columns)):
            columns.append(column(rnd, bank, meaning, count))
    columns = [_told_once(rnd, c) if c.meaning in ("objective", "category") else c for c in columns]
    if rnd.random() < 0.15:
        columns.insert(rnd.randint(1, len(columns)), beside(rnd, count))
    if kind == "actions" and rnd.random() < 0.05:
        columns += periods(rnd, count)
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
