"""One PDF with the papers of two committees: two meetings, each with its agenda, its rows and its history."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from agendapack.extract.answers import changes, overdue
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.settings import Settings

STYLES = getSampleStyleSheet()
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")]
PLANS = {
    "Housing Committee": ("HO", "Repair the boiler rooms of Alderwick", "Open the tenancy office at Dunmoor"),
    "Harbour Committee": ("HA", "Dredge the basin at Greystone quay", "Paint the lamps on Farnley pier"),
}


def sheet(committee: str, day: str, late: str) -> list[object]:
    """The front sheet of a meeting and its action plan, of which one action is due on a day of its own."""
    letters, *actions = PLANS[committee]
    rows = [
        ["Ref", "Action", "Lead officer", "Due date", "Status"],
        *([f"{letters} {n}", said, "Ann Ward", late if n == 1 else "31 March 2040", "On track"]
          for n, said in enumerate(actions, 1)),
    ]  # fmt: skip
    body = STYLES["BodyText"]
    return [
        Paragraph("Melbury Borough Council", STYLES["Title"]),
        Paragraph(committee, STYLES["Heading1"]),
        Paragraph(f"Date: {day}", body),
        Paragraph("Time: 2.00 pm", body),
        Paragraph("Venue: Council Chamber, Town Hall", body),
        Paragraph("AGENDA", STYLES["Heading2"]),
        Paragraph(f"1. {committee.split()[0]} plan: progress", body),
        Paragraph("2. Dates of meetings", body),
        PageBreak(),
        Paragraph(f"{committee.split()[0]} plan: progress", STYLES["Heading1"]),
        Table(rows, colWidths=(50, 210, 90, 90, 70), style=GRID),
        PageBreak(),
    ]


def write(path: Path, *meetings: tuple[str, str, str]) -> None:
    path.parent.mkdir(exist_ok=True)
    story = [part for meeting in meetings for part in sheet(*meeting)]
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(story)


def rows(name: str) -> list[dict[str, str]]:
    with Path(f"out/{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Both committees in one file in July, Harbour alone in October."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("sittings"))
        july = [
            ("Housing Committee", "Tuesday 8 July 2031", "30 June 2031"),
            ("Harbour Committee", "Thursday 10 July 2031", "9 July 2031"),
        ]
        write(Path("in/b.pdf"), *july)
        write(Path("in/a.pdf"), ("Harbour Committee", "Thursday 9 October 2031", "30 November 2031"))
        run_batch([Path("in")], Path("out"), Settings(), Options(workers=1))
        yield


def test_the_pack_says_what_else_is_in_it(read: None) -> None:
    told = {pack["source_name"]: pack["further_meetings"] for pack in rows("packs")}
    assert told["a.pdf"] == ""
    assert json.loads(told["b.pdf"]) == [
        {"first_page": 3, "committee": "Harbour Committee", "meeting_date": "2031-07-10"}
    ]


def test_each_meeting_has_its_agenda_and_its_rows(read: None) -> None:
    meetings = {m["meeting_id"]: (m["committee"], m["meeting_date"]) for m in rows("meetings")}
    assert sorted(meetings.values()) == [
        ("Harbour Committee", "2031-07-10"),
        ("Harbour Committee", "2031-10-09"),
        ("Housing Committee", "2031-07-08"),
    ]
    for name in ("agenda_items", "actions"):
        pages = {(r["page"], meetings[r["meeting_id"]]) for r in rows(name) if r["pack_id"].startswith("b-")}
        first, second = ("1", "3") if name == "agenda_items" else ("2", "4")
        assert pages == {
            (first, ("Housing Committee", "2031-07-08")),
            (second, ("Harbour Committee", "2031-07-10")),
        }


def test_what_is_late_is_so_on_the_day_of_its_own_meeting(read: None) -> None:
    late = {(r["pack_id"][0], r["action_ref"]): r["days_late"] for r in rows("actions") if r["days_late"]}
    assert late == {("b", "HO 1"): "8", ("b", "HA 1"): "1"}


def test_answers_name_the_committee_of_the_row(read: None) -> None:
    assert {(r["action_ref"], r["committee"]) for r in overdue(Path("out")).rows} == {
        ("HO 1", "Housing Committee")
    }
    assert {r["committee"] for r in changes(Path("out")).rows} == {"Harbour Committee"}


def test_a_committee_is_compared_with_itself(read: None) -> None:
    told = {(c["ref"], c["field"], c["from_date"], c["to_date"]) for c in rows("changes")}
    assert told == {
        ("HA 1", "due_text", "2031-07-10", "2031-10-09"),
        ("HA 1", "due_date", "2031-07-10", "2031-10-09"),
    }
