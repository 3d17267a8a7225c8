"""Frames of entries are logs of actions, and their names the risks that these treat."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.find.lattice.framed_entries import METHOD
from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records


def frames(*rows: str, method: str = METHOD) -> Table:
    made = table(*rows)
    plain = tuple(replace(row, kind="body") for row in made.rows)
    return replace(
        made, rows=plain, parts=tuple(replace(p, method=method) for p in made.parts), header_rows=0
    )


TWO = (
    "QR4: The lock gates fail",
    "Complete",
    "Survey of the gates / The survey has been made.",
    "Action outstanding",
    "Replace the hinges / A date is to be agreed.",
    "QR7: The ferry stops",
    "In progress",
    "Talks with the operator go on.",
)


def read(found: Table, plan: str):
    return records(recognise([found], lambda _: Around(plan)), lambda _: Around(plan))


def test_entries_are_actions_of_the_risk_that_names_the_frame() -> None:
    made = read(frames(*TWO), "Harbour risk register")
    assert [(r.risk_ref, r.description) for r in made.risks] == [
        ("QR4", "The lock gates fail"),
        ("QR7", "The ferry stops"),
    ]
    assert [(a.status, a.action, a.risk_refs) for a in made.actions] == [
        ("Complete", "Survey of the gates The survey has been made.", ("QR4",)),
        ("Action outstanding", "Replace the hinges A date is to be agreed.", ("QR4",)),
        ("In progress", "Talks with the operator go on.", ("QR7",)),
    ]


def test_where_nothing_speaks_of_risks_the_name_is_what_the_actions_serve() -> None:
    made = read(frames(*TWO), "Harbour plan")
    assert not made.risks
    assert [a.parent_refs for a in made.actions] == [("QR4",), ("QR4",), ("QR7",)]


@pytest.mark.parametrize(
    "found",
    [
        frames(*TWO[:5]),  # one frame
        frames(*(row.replace("Complete", "Quay").replace("In progress", "Berths") for row in TWO)),
        frames(*TWO, method="ruled"),
    ],
)
def test_other_frames_are_no_log(found: Table) -> None:
    assert read(found, "Harbour risk register").actions == []


@pytest.mark.parametrize(("known", "is_log"), [(2, True), (1, False)], ids=["two of three", "one"])
def test_most_marks_of_a_log_say_how_an_action_stands(known: int, is_log: bool) -> None:
    marks = iter(["Complete", "In progress", "Quay"] if known == 2 else ["Complete", "Berths", "Quay"])
    stands = {"Complete", "Action outstanding", "In progress"}
    rows = (next(marks) if row in stands else row for row in TWO)
    assert bool(read(frames(*rows), "Harbour plan").actions) is is_log
