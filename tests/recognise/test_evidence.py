"""Evidence of titles, cells and tables, and the scores made of it."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.decide import NONE, Proposal, header_choices, proposals
from agendapack.extract.recognise.heads import title_signs
from agendapack.extract.recognise.looks import column_looks, text_looks
from agendapack.extract.recognise.model import BASE, Model, in_words, learned
from agendapack.extract.recognise.role_words import OTHER

LOOKS = [
    ("Repair the inner basin before the season", "sets a task"),
    ("To open the fish market on Sundays", "sets a task"),
    ("• Replace the lamps of all buoys", "sets a task"),
    ("Harbour Master to write to the ferry company", "sets a task"),
    ("JK to circulate the tide tables", "sets a task"),
    ("We will repaint the crane before the season", "sets a task"),
    ("Failure to keep the lock gates in repair", "begins as a risk"),
    ("The gates fail, leading to flooded quays", "words of a risk"),
    ("Percentage of berths let by the season", "begins as a measure"),
    ("Work has begun on the north quay", "words of progress"),
    ("Yearly checks by two divers", "words of a safeguard"),
    ("March 2032", "a date"),
    ("2032", "a year"),
    ("Q3 2031/32", "a period"),
    ("KPI 14a", "a reference"),
    ("7", "1 to 25"),
    ("4", "1 to 5"),
    ("£1,204", "money"),
    ("81.5%", "percent"),
    ("1,204", "thousands"),
    ("1,204,500", "thousands"),
    ("1,9,18,23", "numbers"),
    ("4a; 5", "numbers"),
    ("4 x 5 = 20", "a product"),
    ("80-89%", "a range"),
    ("Jo Kerr", "a name"),
    ("Head of Quays", "a post"),
    ("Harbour Trust", "a body"),
    ("JK / PV", "initials"),
    ("Amber", "a rating word"),
    ("Almost certain", "a level"),
    ("On track", "a status"),
    ("Long term", "ongoing"),
    ("✓", "a tick"),
]


@pytest.mark.parametrize(("text", "look"), LOOKS)
def test_what_a_text_looks_like(text: str, look: str) -> None:
    assert look in text_looks(text)


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("The inner basin", "sets a task"),
        ("1,9,18,23", "a figure"),
        ("1,204", "numbers"),
        ("Failure to repair the inner basin", "sets a task"),
        ("Time taken to answer letters", "sets a task"),
        ("Costs will increase beyond the budget", "sets a task"),
        ("Riskier boats", "begins as a risk"),
        ("26", "1 to 25"),
        ("March past the crane", "a date"),
        ("", "a word"),
        ("9" * 5000, "1 to 25"),
    ],
)
def test_what_it_does_not(text: str, look: str) -> None:
    assert look not in text_looks(text)


def column(*printed: str):
    (found,) = columns_of(made := table(*printed), made.rows[:1], made.rows[1:])
    return found


def test_shares_of_a_column() -> None:
    looks = column_looks(column("*Due", "March 2032", "May 2032", "", "TBC"))
    assert (looks["a date"], looks["filled"], looks["each another"]) == (pytest.approx(2 / 3), 0.75, 1.0)


@pytest.mark.parametrize(
    ("cells", "sign"),
    [(("", ""), "empty"), (("1", "2"), "counted up"), (("{red}", "{green}"), "coloured as rated")],
)
def test_what_only_all_cells_show(cells: tuple[str, ...], sign: str) -> None:
    assert column_looks(column("*Title", *cells))[sign] == 1.0


@pytest.mark.parametrize(
    ("title", "sign"),
    [
        ("Responsible officer", "is officers"),
        ("The officer responsible for it", "word officer"),
        ("Deliverables", "stem deliv-"),
        ("Who will do it?", "a question"),
        ("Target 2031/32", "names a period"),
        ("Target 2031/32", "measure target"),
        ("Cost £000", "names a unit"),
        ("L", "a letter"),
        ("Activity", "may be action"),
    ],
)
def test_what_a_title_says(title: str, sign: str) -> None:
    assert title_signs(column(f"*{title}", "cell")).get(sign)


def test_a_column_without_a_title() -> None:
    made = table(" | *Who", "1 | Jo Kerr")
    assert title_signs(columns_of(made, made.rows[:1], made.rows)[0]) == {"no title": 1.0}


MODEL = Model.of({"due": {BASE: -1.0, "a date": 3.0}, OTHER: {BASE: 0.0, "a sentence": 2.0}})


@pytest.mark.parametrize(
    ("sign", "likelier"), [("a date", "due"), ("a sentence", OTHER), ("never seen", OTHER)]
)
def test_signs_add_up(sign: str, likelier: str) -> None:
    chances = MODEL.chances([{sign: 1.0}])[0]
    assert chances.sum() == pytest.approx(1.0)
    assert MODEL.classes[int(chances.argmax())] == likelier


def test_reasons_are_told_in_words() -> None:
    reasons = MODEL.reasons({"a sentence": 0.5, "a date": 1.0, "never seen": 1.0}, "due", OTHER)
    assert in_words(reasons) == "a date +3.0, a sentence -1.0"


def test_the_weights_know_what_the_tool_asks_of_them() -> None:
    assert set(learned()["tables"].classes) == {"actions", "indicators", "risks", NONE}
    assert {OTHER, "action", "definition", "risk", "value", "ref"} <= set(learned()["columns"].classes)


# --- one kind of evidence alone -----------------------------------------------------

TASKS = (
    "Dredge the inner basin before the season | Harbour Trust | June 2031",
    "Replace the lamps of all buoys on the outer bank | Jo Kerr | March 2032",
    "Publish the tide tables in four languages | Head of Quays | May 2032",
)


def kinds(*printed: str, over: str = "") -> dict[str, float]:
    """The probabilities under the head that makes most sense."""
    around = Around(above=(over,) if over else ())
    best: Proposal = max(proposals(table(*printed), around), key=lambda p: p.listing)
    return dict(best.kinds)


def test_cells_alone_can_carry_the_decision() -> None:
    assert kinds(*TASKS)["actions"] > 0.5


def test_titles_alone_can_carry_the_decision() -> None:
    found = kinds("*Risk | *Likelihood | *Impact | *Mitigating actions | *Risk owner", " | | | | ")
    assert found["risks"] > 0.5


def test_what_stands_over_a_table_counts() -> None:
    rows = ("*Area | *Detail | *Owner", "Quays | The wall is old | Jo Kerr", "Slips | Few boats | Pat Voss")
    assert kinds(*rows, over="Risk register")["risks"] > kinds(*rows, over="Site visit")["risks"]


def test_a_head_is_tried_where_none_is_told_by_its_looks() -> None:
    made = table("Action | Who | When", *TASKS)
    assert [len(head) for head, _ in header_choices(made)][:2] == [0, 1]


@pytest.mark.parametrize(
    ("title", "roles"), [("Vessels/Status", ["status"]), ("Lead/Deadline", ["due", "officers"])]
)
def test_each_side_of_a_slash_reads_as_a_title(title: str, roles: list[str]) -> None:
    (column,) = columns_of(table(f"*{title}"), table(f"*{title}").rows, ())
    signs, (vessels,) = title_signs(column), columns_of(table("*Vessels"), table("*Vessels").rows, ())
    assert all(signs[f"reads as {role}"] > 0.9 and f"is {role}" not in signs for role in roles)
    assert not {f"reads as {role}" for role in roles} & title_signs(vessels).keys()
