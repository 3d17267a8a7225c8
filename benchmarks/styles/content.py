"""What the tables say: an action plan, indicators, a risk register, a budget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

Rows = list[list[str]]
WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))
LONG = (1, 1, 2, 2, 3, 5)
"""Clauses of a text, chosen by chance: up to six lines in its column."""


@dataclass(frozen=True)
class Content:
    """A table's cells, head first, how wide its columns are and which hold figures."""

    rows: Rows
    widths: tuple[float, ...]
    figures: frozenset[int]
    total: bool = False


def content(rng: Random, count: int) -> Content:
    """A table of one of the kinds with so many rows."""
    return rng.choice((actions, indicators, risks, budget))(rng, count)


def text(rng: Random) -> str:
    """A deed with some clauses, one of them now and then with a figure."""
    clauses = rng.sample(WORDS["clauses"], rng.choice(LONG) - 1)
    return " ".join([rng.choice(WORDS["deeds"]), *clauses])


def actions(rng: Random, count: int) -> Content:
    stem = rng.choice(WORDS["stems"])
    head = ["Ref", "Action", "Lead officer", "Due date", "Progress"]
    body = [
        [f"{stem} {n + 1}", text(rng), rng.choice(WORDS["posts"]), day(rng), rng.choice(WORDS["states"])]
        for n in range(count)
    ]
    return Content([head, *body], (1, 4, 1.8, 1.4, 1.8), frozenset())


def indicators(rng: Random, count: int) -> Content:
    stem = rng.choice(WORDS["stems"])
    head = ["Ref", "Indicator", "Target", "2029/30", "2030/31", "Status"]
    body = [
        [
            f"{stem}{n + 1:02}", rng.choice(WORDS["measures"]), *(figure(rng) for _ in range(3)),
            rng.choice(["Green", "Amber", "Red"]),
        ]
        for n in range(count)
    ]  # fmt: skip
    return Content([head, *body], (1, 4, 1.1, 1.1, 1.1, 1.1), frozenset({2, 3, 4}))


def risks(rng: Random, count: int) -> Content:
    head = ["Ref", "Risk", "Likelihood", "Impact", "Score", "Controls", "Owner", "Next review"]
    body = []
    for n in range(count):
        chance, harm = rng.randint(1, 5), rng.randint(1, 5)
        row = [f"R{n + 1}", text(rng), str(chance), str(harm), str(chance * harm), text(rng)]
        body.append([*row, rng.choice(WORDS["posts"]), day(rng)])
    return Content([head, *body], (0.8, 4, 1.3, 1.1, 0.9, 4, 1.8, 1.5), frozenset({2, 3, 4}))


def budget(rng: Random, count: int) -> Content:
    head = ["Service", "Budget £000", "Forecast £000", "Variance £000", "Change %"]
    body = []
    for name in rng.sample(WORDS["services"], min(count, len(WORDS["services"]))):
        plan, forecast = rng.randint(90, 48_000), rng.randint(90, 48_000)
        body.append([name, f"{plan:,}", f"{forecast:,}", f"{forecast - plan:,}", f"{rng.uniform(-9, 9):.1f}"])
    last = ["Total", *(f"{rng.randint(100, 99_000):,}" for _ in range(3)), "0.4"]
    return Content([head, *body, last], (3, 1.3, 1.3, 1.3, 1.2), frozenset({1, 2, 3, 4}), total=True)


def figure(rng: Random) -> str:
    return rng.choice(
        [f"{rng.uniform(1, 99):.1f}%", str(rng.randint(3, 960)), f"{rng.randint(1000, 9000):,}"]
    )


def day(rng: Random) -> str:
    return f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(2029, 2032)}"
