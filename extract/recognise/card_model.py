"""A card: the labelled values of one record, and the tables that stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_rows import Head, Name


@dataclass(slots=True)
class Inside:
    """The rows of a table that stands on a card, in the table where they are printed."""

    table: str
    head: Sequence[Cell]
    rows: list[Sequence[Cell]] = field(default_factory=list)


@dataclass(slots=True)
class Card:
    """The labelled values of one record, the lines that head it, and the tables on it."""

    table: str
    title: Sequence[Cell] = ()
    over: tuple[Cell, ...] = ()
    """Headings under which it is the first."""
    pairs: dict[Name, Labelled] = field(default_factory=dict)
    inside: dict[Head, Inside] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    """The tables of which nothing is left but what is said of it."""

    def copy(self) -> Card:
        """The card as it is now."""
        inside = {head: replace(each, rows=[*each.rows]) for head, each in self.inside.items()}
        return replace(self, pairs={**self.pairs}, inside=inside)
