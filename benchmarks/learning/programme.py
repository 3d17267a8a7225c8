"""Invented programmes: stages or projects with their dates and costs, nobody named."""

from __future__ import annotations

from random import Random

from learning import cells as cells_of
from learning import dates_in_cells, texts_in_cells
from learning.cells import OF
from learning.columns import column
from learning.example import UNTOLD, Bank, Drawn, Example
from learning.texts_in_cells import action_text
from learning.typeset import typeset

MOVES = [
    ("Baseline date", "Forecast date"),
    ("Original date", "Revised date"),
    ("Planned date", "Current date"),
    ("Baseline", "Latest forecast"),
    ("Approved completion", "Expected completion"),
    ("Target date", "Revised target date"),
]
"""Titles of the date first set and the date now."""


def programme(rnd: Random, bank: Bank, count: int) -> Example:
    """Stages or projects with their dates and costs, nobody named."""

    def work(r: Random, n: int) -> list[str]:
        return [action_text(r, r.choice(["noun", "short", "short"])) for _ in range(n)]

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
            dates_in_cells.dates(rnd, count),
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
        columns.append(column(rnd, bank, "priority", count))
    rnd.shuffle(columns)
    if rnd.random() < 0.35:
        columns = _moved(rnd, bank, count, work(rnd, count))
    return typeset(
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
        Drawn((first,), "first_due", dates_in_cells.dates(rnd, count)),
        Drawn((now,), "due", dates_in_cells.dates(rnd, count)),
    ]
    if rnd.random() < 0.6:
        projects = cells_of.gaps(texts_in_cells.any_of("things"), 0.4)(rnd, count)
        columns.insert(
            0, Drawn((rnd.choice(["Project", "Scheme", "Programme", "Workstream"]),), UNTOLD, projects)
        )
    return [*columns, *(column(rnd, bank, m, count) for m in ("status", "officers") if rnd.random() < 0.5)]
