"""Tables of stages and their dates, one stage to a row or to a column, and tables that are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from agendapack import extract_pack

Grid = list[list[str]]


def read(folder: Path, title: str, grid: Grid) -> dict[str, Any]:
    path = folder / "pack.pdf"
    styles = getSampleStyleSheet()
    table = Table(
        [[Paragraph(text, styles["BodyText"]) for text in row] for row in grid],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black")],
    )
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build([Paragraph(title, styles["Heading2"]), table])
    return dict(extract_pack(path))


def told(found: dict[str, Any]) -> list[tuple[str, str, Any]]:
    rows = found["milestones"]
    days = [
        None if str(d) in ("NaT", "None", "<NA>") else date.fromisoformat(str(d)[:10])
        for d in rows["due_date"]
    ]
    return list(zip(rows["project"].fillna(""), rows["stage"], days, strict=True))


MATRIX = [
    ["Scheme", "Design", "Tender", "Start on site", "Completion"],
    ["Harbour wall", "May 2024", "July 2024", "1 October 2024", "31 March 2025"],
    ["Library roof", "June 2024", "n/a", "TBC", "30 April 2025"],
    ["Depot yard", "May 2024", "August 2024", "4 November 2024", "16 May 2025"],
]


def test_a_stage_to_a_column(tmp_path: Path) -> None:
    found = read(tmp_path, "Capital programme: key stages", MATRIX)
    rows = told(found)
    assert rows[0] == ("Harbour wall", "Design", date(2024, 5, 31))
    assert rows[3] == ("Harbour wall", "Completion", date(2025, 3, 31))
    assert [stage for project, stage, _ in rows if project == "Library roof"] == [
        "Design",
        "Start on site",
        "Completion",
    ]
    assert len(rows) == 11
    assert list(found["tables"]["kind"]) in (["milestones"], ["actions"])
    assert "unknown_table" not in set(found["findings"].get("kind", []))


def test_a_stage_to_a_row_with_the_date_it_moved_to(tmp_path: Path) -> None:
    grid = [
        ["Project", "Milestone", "Baseline date", "Forecast date", "Status"],
        ["Harbour wall", "Contract award", "31 July 2024", "30 August 2024", "Late"],
        ["", "Start on site", "1 October 2024", "1 October 2024", "On track"],
        ["Library roof", "Planning permission", "28 June 2024", "28 June 2024", "Done"],
    ]
    found = read(tmp_path, "Milestones", grid)
    assert told(found) == [
        ("Harbour wall", "Contract award", date(2024, 7, 31)),
        ("Harbour wall", "Start on site", date(2024, 10, 1)),
        ("Library roof", "Planning permission", date(2024, 6, 28)),
    ]
    first = found["milestones"].iloc[0]
    assert (first["revised_text"], first["status"]) == ("30 August 2024", "Late")


NONE: dict[str, Grid] = {
    "leases": [
        ["Property", "Lease begins", "Lease ends"],
        ["3 Quay Street", "1 April 2020", "31 March 2030"],
        ["Market hall", "1 June 2019", "31 May 2029"],
    ],
    "meetings": [
        ["Committee", "Spring", "Summer"],
        ["Planning", "4 March 2025", "3 June 2025"],
        ["Licensing", "11 March 2025", "10 June 2025"],
    ],
    "actions": [
        ["Action", "Lead", "Due date"],
        ["Agree the design of the new playground with residents", "Head of Parks", "31 May 2025"],
        ["Review the tender rules and train all buyers in them", "Head of Finance", "30 June 2025"],
        ["Write to the county about the completion of the bridge works", "Clerk", "31 July 2025"],
    ],
}


@pytest.mark.parametrize("name", NONE)
def test_dates_of_other_things_are_no_milestones(name: str, tmp_path: Path) -> None:
    assert len(read(tmp_path, "Schedule", NONE[name]).get("milestones", [])) == 0
