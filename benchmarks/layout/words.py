"""Words and figures of which the tables and the prose around them are made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

_WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))
SERVICES: list[str] = _WORDS["services"]
LINES: list[str] = _WORDS["lines"]
SCHOOLS: list[str] = _WORDS["schools"]
PEOPLE: list[str] = _WORDS["people"]
COUNTRIES: dict[str, list[str]] = _WORDS["countries"]
MEASURES: dict[str, list[str]] = _WORDS["measures"]
SIDES: dict[str, list[str]] = _WORDS["sides"]
STOPS: list[str] = _WORDS["stops"]
PRODUCTS: list[str] = _WORDS["products"]
QUESTIONS: list[str] = _WORDS["questions"]
DEEDS: list[str] = _WORDS["deeds"]
STATES: list[str] = _WORDS["states"]
MONTHS: list[str] = _WORDS["months"]
NOUNS: list[str] = _WORDS["nouns"]
VERBS: list[str] = _WORDS["verbs"]
THINGS: list[str] = _WORDS["things"]
FIRMS: list[str] = _WORDS["firms"]
FORMS: list[str] = _WORDS["forms"]
TOPICS: list[str] = _WORDS["topics"]


@dataclass(frozen=True)
class Figures:
    """How a document prints figures."""

    thousands: str
    decimal: str
    minus: str
    """A sign before the figure, or ( for brackets around it."""
    missing: str

    def number(self, value: float, places: int = 0) -> str:
        """The figure as printed."""
        whole = f"{abs(value):,.{places}f}"
        body = whole.replace(",", "\0").replace(".", self.decimal).replace("\0", self.thousands)
        if value >= 0 or not float(f"{value:.{places}f}"):
            return body
        return f"({body})" if self.minus == "(" else f"{self.minus}{body}"


def figures(rng: Random, european: bool) -> Figures:
    """A house style for figures."""
    missing = rng.choice([":", "–", "-", "n/a", ""]) if european else rng.choice(["–", "-", "n/a", "", "N/A"])
    if european:
        thousands, decimal = rng.choice(
            [(" ", ","), (" ", "."), (".", ","), ("", ","), (",", "."), ("\u00a0", ",")]
        )
        return Figures(thousands, decimal, rng.choice(["-", "–", "−"]), missing)
    return Figures(",", ".", rng.choice(["-", "(", "(", "−"]), missing)


def sentence(rng: Random) -> str:
    """A sentence of committee prose."""
    noun = rng.choice(NOUNS)
    more = (
        f", and the {rng.choice(NOUNS)} {rng.choice(VERBS)} {rng.choice(THINGS)}"
        if rng.random() < 0.5
        else ""
    )
    return f"The {noun} {rng.choice(VERBS)} {rng.choice(THINGS)}{more}."


def paragraph(rng: Random, sentences: int = 4) -> str:
    return " ".join(sentence(rng) for _ in range(sentences))
