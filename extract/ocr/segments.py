"""A rule as it is seen in a picture, in pixels."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass

LEVEL_PT = 1.6
"""Pieces of one rule differ in height by no more."""
MEET_PT = 4.0
"""Rules that come this near to each other meet."""


@dataclass(frozen=True, slots=True)
class RuleSegment:
    """A rule in pixels, along its own direction: from `start` to `end` at height `at`."""

    start: int
    end: int
    at: float
    thick: float
    faint: bool = False
    """Hardly darker than the paper."""
