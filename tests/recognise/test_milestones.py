"""Tables of stages and their dates, one stage to a row or to a column, and tables that are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
from sheets import table

from agendapack import extract_pack
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.milestones import stages_of
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records import records

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


def lists_stages(*rows: str) -> bool:
    """Whether a table that was taken for nothing lists stages; the first row is its head."""
    made = table(" | ".join(f"*{cell.strip()}" for cell in rows[0].split("|")), *rows[1:])
    columns = tuple(columns_of(made, made.rows[:1], made.rows[1:]))
    return stages_of(Recognised(made, "", columns, None, ()), Around()) is not None


TOLD = (
    "Harbour | Adoption | 1 May 2031",
    "Harbour | Examination | 1 June 2031",
    "Harbour | Draft | 1 July 2031",
)


@pytest.mark.parametrize(
    ("rows", "lists"),
    [
        (TOLD, True),
        (TOLD[:2], True),
        (TOLD[:1], False),
        ((*TOLD[:2], "Harbour | Draft | when it is ready"), True),
        ((*TOLD[:2], *("Harbour | Draft | when it is ready",) * 3), False),
        ((*TOLD, "Harbour | Silt | 1 May 2031", "Harbour | Cranes | 1 May 2031"), True),
        ((*TOLD[:2], *(f"Harbour | {x} | 1 May 2031" for x in ("Silt", "Cranes", "Eels"))), False),
    ],
    ids=[
        "three",
        "two",
        "one",
        "two of three dated",
        "two of five dated",
        "three of five staged",
        "two of five staged",
    ],
)
def test_how_many_dates_and_stages_make_a_list_of_them(rows: tuple[str, ...], lists: bool) -> None:
    assert lists_stages("Place | What | Date", *rows) is lists


@pytest.mark.parametrize(
    ("text", "lists"), [("Adoption of the harbour plan", False), ("Adoption of harbour", True)]
)
def test_words_of_stages_are_much_of_a_text_that_names_one(text: str, lists: bool) -> None:
    rows = (f"Harbour | {text} | 1 {month} 2031" for month in ("May", "June", "July"))
    assert lists_stages("Place | What | Date", *rows) is lists


@pytest.mark.parametrize(
    ("date", "lists"),
    [("to be done by 1 May 2031", True), ("to be done by 1 May 2031 if the weather is good", False)],
)
def test_a_cell_with_many_words_is_no_date(date: str, lists: bool) -> None:
    assert (
        lists_stages("Place | Stage | Date", *(f"Harbour | {s} | {date}" for s in ("Draft", "Adoption")))
        is lists
    )


PROJECTS = (
    "*Project | *Start on site | *Completion | *Handover",
    "{} the crane on the quay | May 2031 | June 2032 | TBC",
    "{} the inner basin | April 2031 | March 2032 | May 2032",
    "{} the ferry steps | TBC | May 2032 | June 2032",
)


@pytest.mark.parametrize(("begin", "kind"), [("New works for", "milestones"), ("Replace", "actions")])
def test_names_of_projects_are_no_actions_and_what_is_to_be_done_is(begin: str, kind: str) -> None:
    (found,) = recognise([table(*(row.format(begin) for row in PROJECTS))])
    assert (found.kind, found.stages and found.stages.project) == (kind, 0)
    assert found.stages and [name for _, name in found.stages.dates] == [
        "Start on site",
        "Completion",
        "Handover",
    ]


STEPS = (
    "Harbour wall renewal | Contract let | 31/03/2032 | Jo Kerr | Green",
    "^ | Phase 1 piling complete | 30/06/2032 | Pat Voss | Amber",
    "^ | Quay open again | 30/09/2032 | Jo Kerr | Green",
    "Refurbish the market hall | Planning application in | 31/01/2032 | Ann Ward | Green",
    "^ | Operator appointed | 30/04/2032 | Ann Ward | Red",
)


@pytest.mark.parametrize("title", ["Milestones", "Key milestone", "Key steps"])
def test_steps_beside_a_merged_action_are_each_to_be_done(title: str) -> None:
    found = recognise([table(f"*Action | *{title} | *Due | *Lead | *RAG", *STEPS)])
    made = records(found, lambda _: Around("Quays plan"))
    assert [(a.action, a.due_text, a.divisional_objective) for a in made.actions] == [
        ("Contract let", "31/03/2032", "Harbour wall renewal"),
        ("Phase 1 piling complete", "30/06/2032", "Harbour wall renewal"),
        ("Quay open again", "30/09/2032", "Harbour wall renewal"),
        ("Planning application in", "31/01/2032", "Refurbish the market hall"),
        ("Operator appointed", "30/04/2032", "Refurbish the market hall"),
    ]
    assert [(m.project, m.stage) for m in made.milestones][1:3] == [
        ("Harbour wall renewal", "Phase 1 piling complete"),
        ("Harbour wall renewal", "Quay open again"),
    ]


def test_milestones_of_actions_that_have_a_row_each_stay_beside_them() -> None:
    rows = [row.replace("^ |", f"Mend quay {n} |") for n, row in enumerate(STEPS)]
    made = records(
        recognise([table("*Action | *Milestones | *Due | *Lead | *RAG", *rows)]), lambda _: Around("Quays")
    )
    assert [a.action for a in made.actions][:2] == ["Harbour wall renewal", "Mend quay 1"]
