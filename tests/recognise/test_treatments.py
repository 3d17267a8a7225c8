"""Registers of risks with what is still to be done about each in columns of their own."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import Recognised, recognise
from agendapack.extract.records import DraftRows, records

HEAD = "*Ref | *Risk | *Risk owner | *Likelihood | *Impact | *Score | *Controls in place"
RISKS = (
    "7 | The lock gates fail in a storm | Harbour Master | 3 | 4 | 12 | Yearly survey of all gates",
    "9 | The ferry operator gives up | Head of Transport | 3 | 3 | 9 | Contract to 2035",
    "11 | Silt closes the inner basin | Harbour Master | 2 | 4 | 8 | Soundings each spring",
    "12 | Nobody applies for the post of pilot | Head of People | 4 | 3 | 12 | Two pilots at a time",
)
TASKS = (
    "Order new hinges | Jo Kerr | 31/03/2032",
    "Talk to the operator | Pat Voss | 30/04/2032",
    "None | – | –",
    "Advertise abroad | Ann Ward | 30/06/2032",
)
ACTIONS = [
    ("Order new hinges", ("7",), ("Jo Kerr",), "2032-03-31"),
    ("Talk to the operator", ("9",), ("Pat Voss",), "2032-04-30"),
    ("Advertise abroad", ("12",), ("Ann Ward",), "2032-06-30"),
]
OWNERS = ["Harbour Master", "Head of Transport", "Harbour Master", "Head of People"]


def read(head: str, tasks: tuple[str, ...] = TASKS) -> tuple[Recognised, DraftRows]:
    printed = table(f"{HEAD} | {head}", *(f"{r} | {t}" for r, t in zip(RISKS, tasks, strict=True)))
    found = recognise([printed])
    return found[0], records(found, lambda _: Around("Quays register"))


@pytest.mark.parametrize(
    "head",
    [
        "*Further action required | *Who | *By when",
        "*Action required | *Person responsible | *To be implemented by",
        "*Planned actions | *Action owner | *Target date",
        "*What more will we do? | *Lead | *Due date",
    ],
)
def test_what_is_still_to_be_done_is_listed_for_its_risk(head: str) -> None:
    found, made = read(head)
    assert found.kind == "risks"
    said = [(a.action, a.risk_refs, a.officers, str(a.due_date)) for a in made.actions]
    assert said == ACTIONS
    assert [r.risk_ref for r in made.risks] == ["7", "9", "11", "12"]
    assert [r.officers for r in made.risks] == [(owner,) for owner in OWNERS]


@pytest.mark.parametrize(
    ("head", "tasks"),
    [
        ("*Comments", ("Gates seen in May", "Talks go on", "No change", "Two applied")),
        (
            "*Further action required | *Lead",
            ("Order new hinges | Jo Kerr", "Talk on | Pat Voss", "None | –", "Wait | Ann Ward"),
        ),
        (
            "*Trend | *Last reviewed",
            ("Steady | 31/03/2032", "Up | 30/04/2032", "Down | 31/05/2032", "Up | 30/06/2032"),
        ),
    ],
    ids=["remarks", "without dates", "a review"],
)
def test_other_columns_list_no_actions(head: str, tasks: tuple[str, ...]) -> None:
    found, made = read(head, tasks)
    assert found.kind == "risks"
    assert found.also is None
    assert not made.actions
    assert len(made.risks) == len(RISKS)


def on_cards(owner: str) -> DraftRows:
    """The same as cards, each with its own labels, the owner of the risk behind what is to be done."""
    cards = []
    for n, (risk, task) in enumerate(zip(RISKS, TASKS, strict=True)):
        ref, event, master, likelihood, impact, score, controls = risk.split(" | ")
        action, who, when = task.split(" | ")
        rows = (
            *(f"{{grey}} *R{ref} | {{grey}} *Risk card {n} | < | <", f"*Risk | {event} | < | <"),
            f"*Likelihood | {likelihood} | *Impact | {impact}",
            f"*Score | {score} | *Controls in place | {controls}",
            *(f"*Further action | {action} | < | <", f"*By whom | {who} | *By when | {when}"),
            f"*{owner} | {master} | *See also | ",
        )
        cards.append(table(*rows, number=n + 1, top=60.0 + 180 * n))
    found = recognise(cards)
    return records(found, lambda _: Around("Quays register"))


def test_cards_of_risks_list_what_is_still_to_be_done_as_registers_do() -> None:
    made = on_cards("Risk owner")
    assert [(a.action, a.officers, str(a.due_date)) for a in made.actions] == [
        (action, officers, due) for action, _, officers, due in ACTIONS
    ]
    assert [a.risk_refs for a in made.actions] == [("R7",), ("R9",), ("R12",)]
    assert [r.risk_ref for r in made.risks] == ["R7", "R9", "R11", "R12"]
    assert [r.officers for r in made.risks] == [(owner,) for owner in OWNERS]
