"""What a table was taken for, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Table
from agendapack.extract.normalise.leading_ref import Led
from agendapack.extract.recognise.boxes import KpiBox
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.reading import Reading

MILESTONES = "milestones"


@dataclass(frozen=True, slots=True)
class Stages:
    """Which columns of a table say what about its stages; None for what is not printed."""

    project: int | None
    stage: int | None
    """None where each column of dates is a stage."""
    dates: tuple[tuple[int, str], ...]
    """The columns of dates first set, each with the name of its stage; one without a name in a list."""
    revised: int | None = None
    status: int | None = None
    officers: int | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table with what it was taken for and why."""

    table: Table
    kind: str
    """The dataset of its records, or empty."""
    columns: tuple[Column, ...]
    reading: Reading | None
    reasons: tuple[str, ...]
    rejected: tuple[tuple[str, float], ...] = ()
    """What else it might have been, with probabilities."""
    chance: float = 1.0
    """The probability that it is what it was taken for; of `guess` where it was taken for nothing."""
    guess: str = ""
    """What a table that was taken for nothing may be, where that is not unlikely."""
    guessed: Reading | None = None
    """How it would then be read."""
    said: bool = False
    """Whether people said what it is."""
    boxes: tuple[KpiBox, ...] = ()
    """Indicators set as boxes of labelled values; such a table has no columns."""
    printed: Table | None = None
    """The cards as they are printed, where `table` is the list that they stand for."""
    stacked: bool = False
    """Whether they are no cards, but records of several rows under one head."""
    named: Led | None = None
    """The one indicator of which all values of the table are, by the heading over it,"""
    on_card: Mapping[str, str] = field(default_factory=dict)
    """and what labels beside the table say of it, by role or measure."""
    stages: Stages | None = None
    """What its columns say of the stages of projects, whatever else it lists."""
    also: Recognised | None = None
    """The same table read for its other records: the risks beside the actions that treat them."""

    titled: bool = False
    """Whether it is the grid of a card whose title is the heading over it."""
    card: str = ""
    """The id of the table that begins the card which it stands on."""

    @property
    def is_card(self) -> bool:
        """Whether its records are set as cards."""
        return self.printed is not None and not self.stacked

    @property
    def lists(self) -> tuple[str, ...]:
        """The datasets of the records that its columns list."""
        return tuple(dict.fromkeys(filter(None, (self.kind, MILESTONES if self.stages else ""))))
