"""Colours that guide the eye along rows, and colours that rate."""

from __future__ import annotations

from itertools import cycle, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import COLOURS, table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records.build import DraftRows, records

HEAD = "*Ref | *Measure | *Target | *Actual Q1 | *Actual Q2"
MEASURES = (
    "Ferries that left on time",
    "Berths let by the season",
    "Boats mended on the slip",
    "Lamps lit",
    "Ropes sold",
    "Nets dried",
)
FIGURES = st.lists(st.integers(10, 99), min_size=len(MEASURES), max_size=len(MEASURES))


def made(*rows: str, below: str = "") -> DraftRows:
    return records(recognise([table(*rows)]), lambda _: Around("Harbour plan", (), below))


def row(number: int, figure: int, fill: str, own: str = "") -> str:
    cells = [f"HP {number + 1}", MEASURES[number], "90%", f"{figure}%", f"{figure + 1}%"]
    return " | ".join(
        [*(f"{{{fill}}} {c}" if fill else c for c in cells[:-1]), f"{{{own or fill}}} {cells[-1]}"]
    )


@given(
    FIGURES, st.lists(st.sampled_from(["", *COLOURS]), min_size=2, max_size=2, unique=True), st.integers(1, 2)
)
def test_stripes_rate_nothing(figures: list[int], fills: list[str], run: int) -> None:
    stripes = islice(cycle([f for f in fills for _ in range(run)]), len(figures))
    rows = [
        row(n, figure, fill).replace("{}", "")
        for n, (figure, fill) in enumerate(zip(figures, stripes, strict=False))
    ]
    found = made(HEAD, *rows)
    assert {(i.rag, i.previous_rag) for i in found.indicators} == {("", "")}
    assert len(found.indicators) == len(rows)


@pytest.mark.parametrize("below", ["", "Key: Green on target, Red off target"])
def test_ratings_upon_stripes_are_kept(below: str) -> None:
    rows = [
        row(n, 80, stripe, own).replace("{}", "")
        for n, (stripe, own) in enumerate(
            zip(("grey", "", "grey", ""), ("green", "red", "red", "green"), strict=False)
        )
    ]
    assert [i.rag for i in made(HEAD, *rows, below=below).indicators] == ["Green", "Red", "Red", "Green"]


@pytest.mark.parametrize(
    ("below", "rag"), [("", ""), ("Green: on target. Amber: nearly.", "Green"), ("Ropes are green.", "")]
)
def test_one_colour_rates_where_a_legend_says_so(below: str, rag: str) -> None:
    rows = [row(n, 80, "", own).replace("{}", "") for n, own in enumerate(("green", "", "", "green"))]
    assert [i.rag for i in made(HEAD, *rows, below=below).indicators] == [rag, "", "", rag]


def test_stripes_under_a_head_of_outcomes_are_no_status() -> None:
    head = "*Action | *Lead | *By when | *Outcome"
    rows = [
        f"{fill}Mend quay {n} | {fill}Harbour master | {fill}June 2031 | {fill}Boats lie safely"
        for n, fill in enumerate(("{green} ", "", "{green} ", ""))
    ]
    assert {a.status for a in made(head, *rows).actions} <= {"", "Boats lie safely"}
