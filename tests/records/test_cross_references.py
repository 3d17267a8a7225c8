"""References between records that stand in a text, or in another record's reference."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import DraftRows, records
from agendapack.extract.records.cross_references import cited, goes_on_from
from agendapack.extract.records.own_refs import OwnRefs

KINDS = OwnRefs({"QK 3": "indicators", "QK 4": "indicators", "QSR 7": "risks", "QA 1": "actions"})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Fewer missed bins (QK 3)", {"indicators": ("QK 3",)}),
        (
            "Faults mended in time (QK 3, QK 4); see QSR 7",
            {"indicators": ("QK 3", "QK 4"), "risks": ("QSR 7",)},
        ),
        ("Deliver the sea wall (Strategic Risk QX4)", {"risks": ("QX4",)}),
        ("Deliver the sea wall; mitigates QX4 and QX5", {"risks": ("QX4", "QX5")}),
        ("Deliver the sea wall (measures QX4, QX5)", {"indicators": ("QX4", "QX5")}),
        ("Deliver the sea wall with QX4", {}),
        ("Deliver the sea wall (QK 3) with QX4", {"indicators": ("QK 3",)}),
        ("Follows QA 1", {"actions": ("QA 1",)}),
    ],
)
def test_references_in_a_text(text: str, named: dict[str, tuple[str, ...]]) -> None:
    assert cited([text], KINDS) == named


@pytest.mark.parametrize(
    ("own", "text", "refs"),
    [
        ("QR04", "QR04-A1 Clear the gullies; QR04-A2 Heat plan", ("QR04-A1", "QR04-A2")),
        ("QR04", "QR04-A1 to QR04-A3", ("QR04-A1", "QR04-A2", "QR04-A3")),
        ("QR04", "QR05-A1 Clear the gullies", ()),
        ("QR0", "QR04-A1", ()),
        ("4", "4.1 Clear the gullies", ()),
    ],
)
def test_references_that_go_on_from_a_record_s_own(own: str, text: str, refs: tuple[str, ...]) -> None:
    assert goes_on_from(own, [text]) == refs


def read(*printed: tuple[str, ...]) -> DraftRows:
    tables = [table(*rows, number=n, page=n) for n, rows in enumerate(printed, 1)]
    return records(recognise(tables), lambda _: Around("Quays plan"))


HEAD = "*Risk ref | *Risk description | *Likelihood | *Impact | *{}"


@pytest.mark.parametrize("title", ["Planned controls", "Mitigation", "Mitigating actions"])
def test_the_actions_of_a_risk_stand_in_any_column_of_its_texts(title: str) -> None:
    row = "QR02 | Loss of the ferry licence | 3 | 4 | QR02-A1 Talks with the operator"
    other = "QR03 | Damage to the sea wall | 3 | 4 | QR02-A1 and a survey each spring"
    made = read((HEAD.format(title), row, other))
    assert [r.action_refs for r in made.risks] == [("QR02-A1",), ()]


RISKS = (
    "*Risk ref | *Risk description | *Likelihood | *Impact | *Planned controls",
    "QR01 | Failure of the lock gates in a storm | 4 | 5 | See the plan",
    "QR02 | Loss of the ferry licence | 3 | 4 | QR02-A1 Talks with the operator",
)
PLAN = (
    "*Ref | *Action | *Owner | *Due date | *Desired outcome",
    "{} | Replace the hinges of all gates | Jo Kerr | May 2032 | Gates hold (QK 3); mitigates QX 9",
)


def test_the_actions_of_a_risk_are_known_by_its_reference() -> None:
    made = read(RISKS, (PLAN[0], PLAN[1].format("QR01-A1")))
    assert [(a.action_ref, a.risk_refs) for a in made.actions] == [("QR01-A1", ("QX 9",))]
    assert [r.action_refs for r in made.risks] == [("QR01-A1",), ("QR02-A1",)]


def test_a_reference_that_no_risk_begins_says_nothing() -> None:
    made = read(RISKS, (PLAN[0], PLAN[1].format("QA 1").replace("; mitigates QX 9", "")))
    assert [a.risk_refs for a in made.actions] == [()]
    assert [r.action_refs for r in made.risks] == [(), ("QR02-A1",)]


MEASURES = (
    "*Ref | *Performance indicator | *Target | *Actual",
    "QK 3 | Berths let by the season | 85 | 81",
    "QK 4 | Ferries that left on time | 90 | 88",
)
MIXED = "*Ref | *Action | *Lead officer | *Due date | *{}"


@pytest.mark.parametrize("title", ["Linked KPIs", "Measure and register entry", "Linked risks"])
@pytest.mark.parametrize(
    ("cell", "indicators", "risks"),
    [
        ("QK 3 / QR01", ("QK 3",), ("QR01",)),
        ("QR01, QR02", (), ("QR01", "QR02")),
        ("QK 3, QK 4", ("QK 3", "QK 4"), ()),
    ],
)
def test_of_a_column_that_mixes_them_each_goes_to_its_own(
    title: str, cell: str, indicators: tuple[str, ...], risks: tuple[str, ...]
) -> None:
    rows = (
        "QA 1 | Mend the gates | Jo Kerr | May 2032 | QK 4 / QR02",
        f"QA 2 | Buy a ferry | Pat Voss | May 2032 | {cell}",
    )
    made = read(RISKS, MEASURES, (MIXED.format(title), *rows))
    assert [(a.indicator_refs, a.risk_refs, a.parent_refs) for a in made.actions] == [
        (("QK 4",), ("QR02",), ()),
        (indicators, risks, ()),
    ]


def test_a_reference_that_nothing_defines_is_what_its_column_is_for() -> None:
    made = read(
        RISKS, (MIXED.format("Linked risks"), "QA 1 | Mend the gates | Jo Kerr | May 2032 | QR01, QX 9")
    )
    assert [(a.indicator_refs, a.risk_refs) for a in made.actions] == [((), ("QR01", "QX 9"))]
