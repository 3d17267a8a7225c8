"""At which stage the scores of risks were made, where titles say little of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.listed import as_list, best

RISKS = (
    "If the lock gates fail then boats cannot leave the basin",
    "Loss of the pilot boat in a storm",
    "Failure to recruit enough lock keepers leads to closed locks",
    "Flooding of the lower quay closes the sheds",
)


def roles(titles: tuple[str, ...], scores: tuple[tuple[str, ...], ...]) -> list[str]:
    """The roles of columns between the risk and its owner."""
    head = " | ".join(f"*{title}" for title in ("Ref", "Risk", *titles, "Controls", "Owner"))
    rows = [
        " | ".join((f"QR{n}", risk, *row, "Watch kept each night.", "Harbour master"))
        for n, (risk, row) in enumerate(zip(RISKS, scores, strict=True))
    ]
    made = table(head, *rows)
    found = as_list(made, best(made, Around()))
    assert found.reading
    told = {r.column: r.name for r in found.reading.roles}
    return [told.get(2 + n, "") for n in range(len(titles))]


FALLING = (("20", "12", "8"), ("16", "9", "6"), ("12", "6", "6"), ("15", "10", "5"))
THREE = ["inherent_score", "score", "target_score"]


@pytest.mark.parametrize(
    "titles",
    [
        ("Gross", "Net", "Target"),
        ("Before", "After", "Aim"),
        ("Quay sheet A", "Quay sheet B", "Quay sheet C"),
    ],
)
def test_scores_that_fall_from_column_to_column(titles: tuple[str, ...]) -> None:
    assert roles(titles, FALLING) == THREE


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("Score", "Goal"), ["score", "target_score"]),
        (("Starting score", "Score now"), ["inherent_score", "score"]),
        (("Score", "Tolerable"), ["score", "target_score"]),
        (("Score", "At the last meeting"), ["score", ""]),
        (("Score", "Score at the last meeting"), ["score", ""]),
        (("Score", "May 2031"), ["score", ""]),
    ],
)
def test_two_scores(titles: tuple[str, ...], found: list[str]) -> None:
    assert roles(titles, tuple(row[1:] for row in FALLING)) == found


def test_scores_that_rise_somewhere_have_no_order() -> None:
    mixed = (("20", "12"), ("6", "9"), ("12", "6"), ("15", "10"))
    assert roles(("Score", "Goal"), mixed) == ["score", ""]


def test_equal_scores_have_no_order() -> None:
    same = (("20", "20"), ("6", "6"), ("12", "12"), ("15", "15"))
    assert roles(("Score", "Goal"), same) == ["score", ""]


@pytest.mark.parametrize(("top", "name"), [(25, "target_score"), (26, "")], ids=["MAX_SCORE", "more"])
def test_scores_are_of_five_times_five(top: int, name: str) -> None:
    rows = ((f"{top}", f"{top}"), ("16", "9"), ("12", "6"), ("15", "10"))
    assert roles(("Score", "Goal"), rows)[1] == name


@pytest.mark.parametrize(
    ("best", "name"), [("6", "target_score"), ("5", "")], ids=["MAX_FACTOR more", "MAX_FACTOR"]
)
def test_figures_no_higher_than_a_factor_are_no_scores(best: str, name: str) -> None:
    rows = (("20", best), ("16", "4"), ("12", "3"), ("15", "2"))
    assert (roles(("Score", "Goal"), rows)[1] == "target_score") is bool(name)


@pytest.mark.parametrize(("filled", "found"), [(3, True), (2, False)], ids=["MIN_RATED", "MIN_RATED less"])
def test_a_column_of_scores_has_three(filled: int, found: bool) -> None:
    rows = tuple((row[0], row[1] if n < filled else "") for n, row in enumerate(FALLING))
    assert (roles(("Score", "Goal"), rows)[1] == "target_score") is found


def test_a_product_under_any_title_is_the_score() -> None:
    rows = (("L4 × I5 = 20",), ("L3 × I4 = 12",), ("L2 × I2 = 4",), ("L1 × I4 = 4",))
    assert roles(("Now",), rows) == ["score"]


@given(st.lists(st.tuples(*[st.integers(1, 25)] * 3), min_size=4, max_size=4))
def test_no_two_columns_play_one_role(rows: list[tuple[int, int, int]]) -> None:
    found = [
        name for name in roles(("Before", "After", "Aim"), tuple(tuple(map(str, r)) for r in rows)) if name
    ]
    assert len(found) == len({*found})


@pytest.mark.parametrize("unset", ["Not set", "–", "N/A"])
def test_a_risk_that_is_not_rated_leaves_the_others_scored(unset: str) -> None:
    rows = (*FALLING[:3], ("15", "10", unset))
    assert roles(("Uncontrolled", "Controlled", "Desired"), rows) == THREE
