"""Scores of risks: which rating is the present one, stages, factors, products."""

from __future__ import annotations

import pytest
from recognise.recognised import read, roles

RATED = "QR1 | The lock gates fail in a storm | 4 | 5 | 20 | Yearly survey of the gates | 3 | 5 | 15"
RATED_TOO = "QR2 | The ferry operator gives up | 3 | 3 | 9 | Talks with the operator | 2 | 3 | 6"


def test_ratings_that_come_twice_are_those_without_controls_and_with_them() -> None:
    titles = "*Likelihood | *Impact | *Score"
    found = read(f"*Ref | *Risk | {titles} | *Controls | {titles}", RATED, RATED_TOO)
    assert roles(found) == {
        0: "ref", 1: "description", 2: "inherent_likelihood", 3: "inherent_impact", 4: "inherent_score",
        5: "mitigations", 6: "likelihood", 7: "impact", 8: "score",
    }  # fmt: skip


def test_ratings_under_two_dates_are_once_past_and_once_present() -> None:
    found = read(
        "*Ref | *Risk | *Q1 2031/32 | < | < | *Controls | *Q2 2031/32 | < | <",
        "^ | ^ | *Likelihood | *Impact | *Score | ^ | *Likelihood | *Impact | *Score",
        RATED,
        RATED_TOO,
    )
    assert {n: name for n, name in roles(found).items() if n > 5} == {
        6: "likelihood",
        7: "impact",
        8: "score",
    }


def test_a_product_of_likelihood_and_impact_is_the_score_whatever_its_title() -> None:
    found = read(
        "*Ref | *Risk | *Before controls | < | < | *Controls | *After controls | < | <",
        "^ | ^ | *L | *I | *R | ^ | *L | *I | *R",
        RATED,
        RATED_TOO,
    )
    named = roles(found)
    assert (named[4], named[8]) == ("inherent_score", "score")


MERGED = (
    "*Risk | *Current score | *Actions | < | <",
    "^ | ^ | *Action | *Owner | *Due",
    "QR1 The lock gates fail in a storm | 12 | Order new hinges | Jo Kerr | Mar 2032",
    "^ | ^ | Train two divers | Pat Voss | May 2032",
    "QR2 The ferry operator gives up | 9 | Talk to the operator | Jo Kerr | Apr 2032",
)


def test_three_stages_of_likelihood_and_impact() -> None:
    found = read(
        "*Ref | *Risk | *Inherent | < | < | *Current | < | < | *Target | < | <",
        "^ | ^ | *L | *I | *Score | *L | *I | *Score | *L | *I | *Score",
        "R1 | The lock gates fail in a storm | 4 | 4 | 16 | 3 | 4 | 12 | 2 | 4 | 8",
        "R2 | The ferry company goes out of business | 3 | 5 | 15 | 2 | 5 | 10 | 2 | 5 | 10",
    )
    names = {
        5: "likelihood",
        6: "impact",
        7: "score",
        8: "target_likelihood",
        9: "target_impact",
        10: "target_score",
    }
    assert names.items() <= roles(found).items()


def test_risks_merged_over_the_rows_of_their_actions_are_both() -> None:
    found = read(*MERGED)
    assert found.kind == "actions" and found.also and found.also.kind == "risks"
    assert roles(found.also) == {0: "description", 1: "score"}
    plain = read(*(row.replace("^ | ^ | Train", "QR3 The quay sinks | 8 | Train") for row in MERGED))
    assert plain.also is None


def test_objectives_merged_over_the_rows_of_their_actions_are_no_risks() -> None:
    found = read(
        "*From plan | *Objectives | *Actions | *Milestone | *Responsible officers",
        "QA 01 | Increase the efficiency of the office | Review its structure | Ongoing | Ann Ward",
        "^ | ^ | Set up a buying team within the office | Sept 2031 | Jo Kerr",
        "QA 02 | Reduce the number of boats that wait | Open a booking desk | March 2032 | Jo Kerr",
        "^ | ^ | Publish the tides and the free berths each day | June 2032 | Ann Ward",
    )
    assert found.kind == "actions" and found.also is None


def test_the_description_of_a_risk_comes_before_its_title() -> None:
    found = read(
        "*Risk Code | *Risk Title | *Risk Description | *Managed By | *Score",
        "QR1 | Storms | The lock gates fail in a storm | Jo Kerr | 12",
        "QR2 | Ferry | The ferry operator gives up the route | Pat Voss | 9",
    )
    assert roles(found) == {0: "ref", 1: "name", 2: "description", 3: "officers", 4: "score"}


SCORED = (
    "QR1 | The lock gates fail in a storm | 16 | 20 | 12 | Jo Kerr",
    "QR2 | The quay sinks in the mud | 9 | 12 | 6 | Pat Voss",
)


@pytest.mark.parametrize(
    ("first", "second", "score"),
    [
        ("Q4 30/31", "Q1 31/32", 3),
        ("Q2 31/32", "Q1 31/32", 2),
        ("Q1", "Q2", 3),
        ("Quarter 2", "Quarter 1", 2),
    ],
)
def test_of_scores_at_several_dates_the_newest_is_the_present_one(
    first: str, second: str, score: int
) -> None:
    found = read(
        "*Ref | *Strategic risk | *Risk score | < | *Target score | *Risk owner",
        f"^ | ^ | *{first} | *{second} | ^ | ^",
        *SCORED,
    )
    assert roles(found) == {0: "ref", 1: "description", score: "score", 4: "target_score", 5: "officers"}
