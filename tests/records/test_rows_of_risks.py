"""Rows of recognised tables become risks: ratings at every stage, factors, the actions beside them."""

from __future__ import annotations

import pytest
from records.reading import read
from sheets import table


def test_a_risk() -> None:
    (risk, _) = read(
        table(
            "*Risk ref | *Risk | *Likelihood | *Impact | *Score | *Controls | *Risk owner | *Linked actions",
            "QR 1.2 | The lock gates fail | 3 | 5 | 15 | • Yearly survey / • Spare gates | Jo Kerr | QA 1-2",
            "QR 1.3 | The ferry operator leaves | 2 | 4 | 8 | • Talks each quarter | Pat Voss | QA 7",
        )
    ).risks
    assert risk.description == "The lock gates fail"
    assert (risk.likelihood, risk.impact, risk.score) == ("3", "5", "15")
    assert risk.mitigations == ("Yearly survey", "Spare gates")
    assert (risk.officers, risk.action_refs) == (("Jo Kerr",), ("QA 1", "QA 2"))


def test_risks_beside_their_actions_make_rows_of_both() -> None:
    made = read(
        table(
            "*Risk | *Current score | *Action | *Owner | *Due",
            "QR1 The lock gates fail in a storm | L3 x I4 = 12 | Order new hinges | Jo Kerr | Mar 2032",
            "^ | ^ | Train two divers | Pat Voss | May 2032",
            "QR2 The ferry operator gives up | L3 x I3 = 9 | Talk to the operator | Jo Kerr | Apr 2032",
        )
    )
    assert [(r.risk_ref, r.description, r.likelihood, r.impact, r.score) for r in made.risks] == [
        ("QR1", "The lock gates fail in a storm", "3", "4", "12"),
        ("QR2", "The ferry operator gives up", "3", "3", "9"),
    ]
    assert [(a.action, a.risk_refs) for a in made.actions] == [
        ("Order new hinges", ("QR1",)),
        ("Train two divers", ("QR1",)),
        ("Talk to the operator", ("QR2",)),
    ]


STAGES = [
    (
        ("*Ref | *Risk | *Inherent score | *Residual score | *Target score | *Controls",),
        "L5 x I4 = 20 | L3 x I4 = 12 | L2 x I4 = 8 | Walls are watched",
    ),
    (
        (
            "*Ref | *Risk | *Gross | < | < | *Net | < | < | *Target | < | < | *Controls",
            "^ | ^" + 3 * " | *Likelihood | *Impact | *Score" + " | ^",
        ),
        "5 | 4 | 20 | 3 | 4 | 12 | 2 | 4 | 8 | Walls are watched",
    ),
]


@pytest.mark.parametrize(("head", "cells"), STAGES, ids=["products", "columns"])
def test_ratings_of_a_risk_at_every_stage(head: tuple[str, ...], cells: str) -> None:
    (first, _) = read(
        table(
            *head,
            f"R1 | The quay wall falls into the basin | {cells}",
            f"R2 | The ferry runs aground | {cells}",
        )
    ).risks
    assert (first.inherent_likelihood, first.inherent_impact, first.inherent_score) == ("5", "4", "20")
    assert (first.likelihood, first.impact, first.score) == ("3", "4", "12")
    assert (first.target_likelihood, first.target_impact, first.target_score) == ("2", "4", "8")


@pytest.mark.parametrize(
    ("title", "product", "factors"),
    [
        ("L x I", "3 x 4", ("3", "4")),
        ("I x L", "4 x 3", ("3", "4")),
        ("Likelihood x Impact", "3 x 4", ("3", "4")),
        ("Assessment", "L3 x I4", ("3", "4")),
        ("L x I", "3 x 5", ("", "")),
        ("Berths", "3 x 4", ("", "")),
    ],
)
def test_factors_of_a_score_in_a_column_beside_it(title: str, product: str, factors: tuple[str, str]) -> None:
    rows = (
        f"R1 | The quay wall falls into the basin | {product} | 12 | Walls are watched",
        f"R2 | The ferry runs aground | {product} | 12 | Crews are trained",
    )
    (first, _) = read(table(f"*Ref | *Risk | *{title} | *Score | *Controls", *rows)).risks
    assert (first.likelihood, first.impact, first.score) == (*factors, "12")


@pytest.mark.parametrize(
    ("title", "product", "rating"),
    [
        ("Likelihood x Impact", "3 x 4", ("3", "4", "")),
        ("Likelihood x Impact", "3x4=12", ("3", "4", "12")),
        ("Impact x Likelihood", "4 x 3 (12)", ("3", "4", "12")),
        ("Likelihood", "3", ("3", "", "")),
        ("Likelihood", "3 x 4 = 12", ("3 x 4 = 12", "", "")),
    ],
)
def test_a_rating_in_a_column_of_its_factors(title: str, product: str, rating: tuple[str, str, str]) -> None:
    rows = (
        f"R1 | The quay wall falls into the basin | {product} | Walls are watched",
        f"R2 | The ferry runs aground | {product} | Crews are trained",
    )
    (first, _) = read(table(f"*Ref | *Risk | *{title} | *Controls", *rows)).risks
    assert (first.likelihood, first.impact, first.score) == rating


@pytest.mark.parametrize("cell", ["None", "N/A", "n/a"])
def test_a_risk_with_no_linked_action_has_no_outcome_of_that_name(cell: str) -> None:
    (risk,) = read(
        table(
            "*Risk ref | *Risk description | *Likelihood | *Impact | *Linked actions",
            f"QR 1 | Failure of the lock gates in a storm | 4 | 5 | {cell}",
        )
    ).risks
    assert (risk.action_refs, risk.outcomes) == ((), ())
