"""How the value of each column comes about, declared in readings.yaml: for `explain` and the review page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from agendapack.schemas.loading import data_file

VALUE = "value"
"""Role of all that is read from a value column of an indicator table and from its title."""


@dataclass(frozen=True, slots=True)
class ValueReading:
    """The way from what is printed to the value of a column."""

    role: str
    rule: str
    words: tuple[str, ...]
    """Vocabulary files, without their ending."""
    around: bool
    """From what stands around the table, not from a column of it."""
    aside: bool
    """Repeats or classifies what another column of the same cell says."""


@cache
def _declared() -> dict[str, Any]:
    return data_file("readings.yaml")


def reading(column: str, dataset: str = "") -> ValueReading | None:
    """How the column of the dataset is read; None when its value is worked out by the tool itself."""
    declared = _declared().get(f"{dataset}.{column}", _declared().get(column))
    if declared is None:
        return None
    return ValueReading(
        declared.get("role", column),
        declared["rule"],
        tuple(declared["words"]),
        declared.get("around", False),
        declared.get("aside", False),
    )
