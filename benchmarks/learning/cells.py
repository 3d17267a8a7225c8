"""Invented cells: what stands in a column of each meaning, in the styles that councils have."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from learning.dates_in_cells import date_text, dates
from learning.figures_in_cells import (
    directions,
    levels,
    ratings,
    values,
)
from learning.texts_in_cells import (
    Cells,
    action,
    action_text,
    aims,
    any_of,
    bullets,
    definition,
    officers,
    risk,
    words,
)


def refs(rnd: Random, count: int) -> list[str]:
    """References of their rows, each another."""
    stem = rnd.choice(
        ["", "A", "CP", "KPI ", "R", "SR", "H", "1.", "CR0", "PI-", "BV", "LI ", "QS0", "AP", "Rec "]
    )
    first = rnd.choice([1, 1, 1, rnd.randint(2, 60)])
    end = rnd.choice(["", "", "", ".", ")"]) if not stem else ""
    if rnd.random() < 0.15:
        return [f"{first + i // 4}.{i % 4 + 1}{rnd.choice(['', '', 'a'])}" for i in range(count)]
    if rnd.random() < 0.1:
        return [f"{rnd.choice('ABCDE')}{rnd.randint(1, 99)}" for _ in range(count)]
    return [f"{stem}{first + i}{end}" for i in range(count)]


def other_refs(rnd: Random, count: int) -> list[str]:
    """References of what other tables list, several to a cell, some cells empty."""
    stem = rnd.choice(["KPI ", "R", "NI ", "CR", "A", "PI ", "SO", "PSA ", "SR"])
    return [
        ""
        if rnd.random() < 0.2
        else ", ".join(f"{stem}{rnd.randint(1, 60)}" for _ in range(rnd.randint(1, 3)))
        for _ in range(count)
    ]


FREE = [
    "Some slippage",
    "In hand",
    "Nearly there",
    "Awaiting consent",
    "Amber Green",
    "Good progress",
    "Ahead of plan",
    "No longer needed",
    "Carried forward",
    "{amber}Minor delay",
    "{green}As planned",
    "Target met",
    "Close to target",
]
"""States in words of somebody's own."""


def status(rnd: Random, count: int) -> list[str]:
    """Ratings or states; {colour} stands for a filled cell."""
    style = rnd.choice(["rag", "letters", "words", "fill", "rag fill", "free"])
    few = rnd.sample(words()["statuses"], 5)
    colours = ["Green", "Amber", "Red", "Green"]
    if style == "words":
        return [rnd.choice(few) for _ in range(count)]
    picked = [rnd.choice(colours) for _ in range(count)]
    if style == "free":
        return [rnd.choice(FREE) for _ in range(count)]
    if style == "letters":
        return [p[0] for p in picked]
    if style == "fill":
        return [f"{{{p.lower()}}}" for p in picked]
    return [f"{{{p.lower()}}}{p}" if style == "rag fill" else p for p in picked]


def picked(*few: str) -> Cells:
    """One of some texts."""

    def pick(rnd: Random, count: int) -> list[str]:
        return [rnd.choice(few) for _ in range(count)]

    return pick


def gaps(cells: Cells, share: float) -> Cells:
    """The same with some cells left empty."""
    return lambda rnd, count: ["" if rnd.random() < share else text for text in cells(rnd, count)]


def blank(_: Random, count: int) -> list[str]:
    """Nothing at all: a column to be filled in."""
    return [""] * count


OF: Mapping[str, Cells] = {
    "action": action,
    "ref": refs,
    "due": dates,
    "first_due": dates,
    "completed": gaps(dates, 0.4),
    "raised": dates,
    "officers": officers,
    "status": status,
    "previous_rag": status,
    "progress": gaps(bullets("progress", 2), 0.15),
    "resources": any_of("resources"),
    "priority": levels,
    "objective": aims,
    "success": gaps(bullets("outcomes", 2), 0.1),
    "milestones": gaps(
        lambda rnd, count: [f"{action_text(rnd, 'noun')} {date_text(rnd, 'month')}" for _ in range(count)],
        0.2,
    ),
    "finding": any_of("findings"),
    "response": any_of("responses"),
    "category": any_of("categories"),
    "indicator_refs": other_refs,
    "risk_refs": other_refs,
    "action_refs": other_refs,
    "parent_refs": other_refs,
    "definition": definition,
    "value": values,
    "direction": directions,
    "change": picked("+2%", "-1%", "0.4", "-3.1", "2nd", "17th of 42", "5%", "-12", "+4"),
    "unit": picked("%", "Number", "Days", "£", "Rate", "Percentage", "No."),
    "polarity": picked("High", "Low", "Bigger is better", "Smaller is better", "Maximise", "Minimise"),
    "frequency": picked(
        "Quarterly",
        "Annual",
        "Monthly",
        "Annually",
        "Quarterly",
        "Half-yearly",
        "Monthly review at team meeting",
    ),
    "risk": risk,
    "mitigations": bullets("controls", 4),
    "further": lambda rnd, count: [action_text(rnd, "verb") for _ in range(count)],
    "cause": bullets("causes", 3),
    "consequence": bullets("consequences", 3),
    "likelihood": ratings(5),
    "impact": ratings(5),
    "score": ratings(25),
    "last_review": dates,
    "appetite": picked("Treat", "Tolerate", "Transfer", "Terminate", "Low", "Cautious", "Open", "Averse"),
}
"""The cells of each meaning that a column may have."""
