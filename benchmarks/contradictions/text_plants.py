"""Contradictions of texts and raw tables, which no row of a dataset is needed for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from benchmarks.packs.cells import MONTHS

from .planting import tell
from .world import TOTAL, World


def _said(world: World, type_: str, kinds: Sequence[str], one: str, other: str) -> None:
    """One of two wordings among the paragraphs; those of held-out packs are others."""
    text = other if world.words.held_out else one
    world.prose.append(text)
    tell(world, type_, kinds, text=text)


def weekday_wrong(world: World) -> None:
    later = world.day + timedelta(days=world.words.rng.randrange(20, 90))
    wrong = later + timedelta(days=1)
    date = f"{later.day} {MONTHS[later.month - 1]} {later.year}"
    _said(
        world,
        "weekday of a date",
        ["suspect_date"],
        f"The next meeting is on {wrong:%A} {date} at the Town Hall.",
        f"Members will visit the depot in the morning of {wrong:%A}, {date}.",
    )


def moved_wrong(world: World) -> None:
    _said(
        world,
        "rise to a lower figure",
        ["conflicting_value", "suspect_value"],
        "Calls answered in time rose from 84.1% in September to 82.6% in December.",
        "The number of empty homes fell from 312 to 347 over the quarter.",
    )


def other_quarter(world: World) -> None:
    _said(
        world,
        "another quarter in the text",
        ["period_mismatch"],
        "This report sets out performance for Quarter 2 against the plan.",
        f"The report covers the second quarter of {world.year}.",
    )


def miscounted(world: World) -> None:
    acts = len(world.acts) + 1
    _said(
        world,
        "number of rows in the text",
        ["conflicting_value", "sum_mismatch"],
        f"The delivery plan contains {acts} actions in all.",
        f"There are {acts} actions in the plan.",
    )


def money_twin(world: World) -> None:
    name = world.words.rng.choice(list(world.money)[:-1])
    world.money_again[name][1] += 900
    tell(world, "figure of a row in two tables", ["conflicting_value", "sum_mismatch"], name, TOTAL)


def money_total(world: World) -> None:
    for rows in (world.money, world.money_again):
        rows[TOTAL][0] += 270
    tell(world, "total of a raw table", ["sum_mismatch"], TOTAL)


def money_prose(world: World) -> None:
    name = list(world.money)[-2]
    said = (world.money[name][1] + 430) / 1000
    text = f"The forecast for {name.lower()} is £{said:.3f} million."
    world.prose.append(text)
    tell(world, "figure of a raw row in the text", ["conflicting_value"], name)


PLANTS = (
    weekday_wrong,
    moved_wrong,
    other_quarter,
    miscounted,
    money_twin,
    money_total,
    money_prose,
)
