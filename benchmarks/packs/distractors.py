"""Draws tables that list no records, many near to some that do; distractors.yaml says what they hold."""

from __future__ import annotations

import re

from .cells import cells
from .sheet import Column, Sheet
from .words import Words, loaded

WIDE = {
    "deed": 2.4,
    "comment": 2.2,
    "policy": 3.0,
    "meaning": 2.6,
    "duty": 2.6,
    "opinion": 2.2,
    "reply": 1.6,
    "works": 1.8,
    "person": 1.4,
    "post": 1.4,
    "topic": 2.2,
    "place": 1.3,
    "thing": 2.2,
    "field": 1.4,
}
FIGURES = {"money", "digit", "number", "percent", "score", "tick", "fte"}
_SLASH = re.compile(r"(?<!\d)/|/(?!\d)")
"""Between wordings, but not within 2024/25."""


def distractor(words: Words) -> Sheet:
    """One such table."""
    drawn = words.rng.choice(loaded("distractors.yaml"))
    count = words.rng.randint(3, 14)
    columns = [c for spec in drawn["columns"] if (c := _column(words, spec, count))]
    if columns[-1].money and words.chance(0.5):
        _total(columns)
    return Sheet(
        drawn.get("kind", "none"), words.one(drawn["titles"]), columns, near=drawn.get("near") == "true"
    )


def _total(columns: list[Column]) -> None:
    """A last row that sums the figures."""
    for n, column in enumerate(columns):
        sums = f"{sum(int(re.sub('[^0-9]', '', c) or 0) for c in column.cells):,}"
        column.cells.append("Total" if n == 0 else sums if column.money else "")


def _column(words: Words, spec: str, count: int) -> Column | None:
    """A column; one marked with ? may be left out."""
    heads, maker = spec.split("|")
    if heads.endswith("?") and words.chance(0.5):
        return None
    head = words.one(_SLASH.split(heads.rstrip("?")))
    made = cells(maker, words, count)
    return Column("other", head, made, WIDE.get(maker, 1.0), money=maker == "money", centred=maker in FIGURES)


def form(words: Words) -> Sheet:
    """The box at the head of a report: labels beside their texts."""
    who = words.text("post")
    facts = {
        "Report of": who,
        "Report title": words.text("actions_title"),
        "Date": cells("date", words, 1)[0],
        "Ward": words.text("place"),
        "Contact officer": cells("person", words, 1)[0],
        "Key decision": "No",
        "Cabinet member": cells("person", words, 1)[0],
    }
    labels = words.rng.sample(list(facts), words.rng.randint(4, 6))
    columns = [
        Column("other", "", [f"{x}:" for x in labels], 1.0),
        Column("other", "", [facts[x] for x in labels], 3.0),
    ]
    return Sheet("form", "", columns)
