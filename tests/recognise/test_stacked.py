"""Risks beside which controls and actions are stacked, each with steps of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import grid, table

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import Recognised, recognise
from agendapack.extract.recognise.stacked import outer_and_stacks
from agendapack.extract.records import DraftRows, records
from agendapack.extract.stitch.page_breaks import Filled, join
from agendapack.extract.stitch.rows import grid_rows, kinds

HEAD = "*Ref | *Risk | *Score | *Controls in place | *Action required | *Lead | *By when"
UNEVEN = (
    HEAD,
    "7 | The lock gates fail in a storm | 12 | Yearly survey | Order new hinges | Jo Kerr | Mar 2032",
    "^ | ^ | ^ | Spare gates | ^ | ^ | ^",
    "^ | ^ | ^ | Divers on call | Train two divers | Pat Voss | May 2032",
    "9 | The ferry operator gives up | 9 | Contract to 2035 | Talk to the operator | Jo Kerr | Apr 2032",
    "^ | ^ | ^ | ^ | Ask the other lines | Ann Ward | June 2032",
)
ACTIONS = [
    ("Order new hinges", ("7",), ("Jo Kerr",)),
    ("Train two divers", ("7",), ("Pat Voss",)),
    ("Talk to the operator", ("9",), ("Jo Kerr",)),
    ("Ask the other lines", ("9",), ("Ann Ward",)),
]
CONTROLS = [("7", ("Yearly survey", "Spare gates", "Divers on call")), ("9", ("Contract to 2035",))]


def read(printed: Table) -> tuple[Recognised, DraftRows]:
    found = recognise([printed])
    return found[0], records(found, lambda _: Around("Quays register"))


def reordered(order: str, rows: tuple[str, ...] = UNEVEN) -> tuple[str, ...]:
    """The rows with their columns in another order."""
    return tuple(" | ".join(row.split(" | ")[int(n)] for n in order) for row in rows)


@pytest.mark.parametrize("order", ["0123456", "0124563", "0145623", "1203456", "0132564"])
def test_each_stack_is_listed_for_itself_whatever_the_order(order: str) -> None:
    found, made = read(table(*reordered(order)))
    assert found.kind == "actions" and found.also and found.also.kind == "risks"
    assert [(a.action, a.risk_refs, a.officers) for a in made.actions] == ACTIONS
    assert [(r.risk_ref, r.mitigations) for r in made.risks] == CONTROLS
    assert [r.score for r in made.risks] == ["12", "9"]


@pytest.mark.parametrize(
    "titles",
    [
        "*No. | *Threat | *Residual score | *What we do now | *Further action | *Who | *Target date",
        "*ID | *Description of risk | *Risk rating | *Existing controls | *Planned actions | *Owner | *Due",
    ],
)
def test_stacks_under_other_titles(titles: str) -> None:
    _, made = read(table(titles, *UNEVEN[1:]))
    assert [(a.action, a.risk_refs) for a in made.actions] == [(a, refs) for a, refs, _ in ACTIONS]
    assert [r.risk_ref for r in made.risks] == ["7", "9"]


def test_the_reference_may_open_the_text_of_the_risk() -> None:
    rows = (row.replace("7 | The", "QR7 The").replace("9 | The", "QR9 The") for row in UNEVEN[1:])
    led = [r.removeprefix("^ | ") for r in rows]
    _, made = read(table(HEAD.removeprefix("*Ref | "), *led))
    assert [a.risk_refs for a in made.actions] == [("QR7",), ("QR7",), ("QR9",), ("QR9",)]
    assert [(r.risk_ref, r.description) for r in made.risks] == [
        ("QR7", "The lock gates fail in a storm"),
        ("QR9", "The ferry operator gives up"),
    ]


def test_two_stacks_of_controls_list_no_actions() -> None:
    found, made = read(
        table(
            "*Ref | *Risk | *Score | *Controls in place | *Sources of assurance",
            "QR7 | The lock gates fail in a storm | 12 | Yearly survey | Port auditor",
            "^ | ^ | ^ | Spare gates | ^",
            "^ | ^ | ^ | Divers on call | Coast guard",
            "QR9 | The ferry operator gives up | 9 | Contract to 2035 | Monthly meeting",
            "^ | ^ | ^ | ^ | Public accounts",
        )
    )
    assert (found.kind, found.also, made.actions) == ("risks", None, [])
    assert [(r.risk_ref, r.mitigations) for r in made.risks] == [
        ("QR7", ("Yearly survey", "Spare gates", "Divers on call")),
        ("QR9", ("Contract to 2035",)),
    ]


def test_a_stack_that_says_nothing_more_is_no_action() -> None:
    rows = (*UNEVEN[:4], UNEVEN[4].replace("Talk to the operator | Jo Kerr | Apr 2032", "None | |"))
    _, made = read(table(*rows, "^ | ^ | ^ | Second line asked | ^ | ^ | ^"))
    assert [a.action for a in made.actions] == ["Order new hinges", "Train two divers"]
    assert [len(r.mitigations) for r in made.risks] == [3, 2]


@pytest.mark.parametrize(
    ("upper", "lower", "count"),
    [("Nov 2031", "Dec 2031", 2), ("30 Nov", "2031", 1)],
    ids=["a date each", "one date"],
)
def test_a_page_break_between_two_actions(upper: str, lower: str, count: int) -> None:
    """Of a row that goes on behind it without a rule, dates on both sides tell."""
    whole = table(
        *UNEVEN, f"11 | Silt closes the basin | 8 | Soundings | Hire the dredger | Jo Kerr | {upper}"
    )
    below = grid(f" | | | | Find a second berth | Pat Voss | {lower}", page=2)
    rows = list(whole.rows)
    join(rows, kinds(grid_rows(below), 7), 7, Filled())
    _, made = read(replace(whole, rows=tuple(rows), last_page=2))
    assert len([a for a in made.actions if a.risk_refs == ("11",)]) == count


@pytest.mark.parametrize(
    ("printed", "outer", "stacks"),
    [
        (UNEVEN, {0, 1, 2}, [{3}, {4, 5, 6}]),
        (UNEVEN[:4], set(), []),
        ((HEAD, *(f"{row.replace('7 |', '7 |')}" for row in UNEVEN[4:]), *UNEVEN[4:]), set(), []),
        (reordered("123456"), {0, 1}, [{2}, {3, 4, 5}]),
        (reordered("13456"), set(), []),
    ],
    ids=["MIN_STACKED", "one tall record", "one stack", "MIN_OUTER", "MIN_OUTER less"],
)
def test_what_is_printed_once_and_what_is_stacked(
    printed: tuple[str, ...], outer: set[int], stacks: list[set[int]]
) -> None:
    body = [row for row in table(*printed).rows if row.kind == "body"]
    starts = [n for n, row in enumerate(body) if not row.above]
    blocks = [body[a:b] for a, b in zip(starts, [*starts[1:], len(body)], strict=True)]
    once, beside = outer_and_stacks(blocks, printed[0].count("|") + 1)
    assert (once, sorted(map(sorted, beside))) == (outer, sorted(map(sorted, stacks)))
