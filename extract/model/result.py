"""Everything one pack yields, and the rows of its tables while they are made."""

from __future__ import annotations

from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.entries import TableEntry
from agendapack.extract.model.findings import Finding, Link
from agendapack.extract.model.page import Turned
from agendapack.extract.model.rows import (
    Action,
    AgendaItem,
    Indicator,
    IndicatorValue,
    Milestone,
    Officer,
    Pack,
    Plan,
    Risk,
)


@dataclass(frozen=True, slots=True)
class PackResult:
    """Everything one pack yields; each tuple becomes a dataset."""

    pack: Pack
    agenda_items: tuple[AgendaItem, ...] = ()
    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    indicator_values: tuple[IndicatorValue, ...] = ()
    risks: tuple[Risk, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    officers: tuple[Officer, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    tables: tuple[TableEntry, ...] = ()
    plans: tuple[Plan, ...] = ()
    prints: tuple[tuple[int, str], ...] = ()
    """Page and hash of what its tables print, by which the page is known in another pack."""
    turned: tuple[Turned, ...] = ()
    """The pages that were turned or straightened."""
    listed: tuple[Risk, ...] = ()
    """Risks as lists print them that have cards of their own, which are their rows."""


@dataclass(slots=True)
class Rows:
    """The rows of what tables list, by dataset, in printed order; their ids come later."""

    actions: list[Action] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    indicator_values: list[IndicatorValue] = field(default_factory=list)
    risks: list[Risk] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
