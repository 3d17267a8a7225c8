"""What a sample pack says, as values: typeset by the layouts, written as expected rows by `gold`.

The layouts print these values and note on each the page it fell on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from samples.table import Table


class Placed(Protocol):
    """Anything that learns its page when it is printed."""

    page: int


@dataclass
class Item:
    """An agenda item; `first` and `last` are printed page references."""

    number: str
    title: str
    section: str = ""
    officer: str = ""
    first: int = 0
    last: int = 0
    page: int = 0


@dataclass
class Action:
    """A row of an action plan: what is printed, and what it means."""

    ref: str
    text: str
    due: str
    iso: str
    kind: str
    officers: str
    indicators: str = ""
    indicator_refs: str = ""
    risks: str = ""
    risk_refs: str = ""
    status: str = ""
    measure: str = ""
    page: int = 0


@dataclass
class Section:
    """The actions under one set of headings."""

    actions: list[Action]
    corporate: str = ""
    departmental: str = ""
    divisional: str = ""
    parents: str = ""


@dataclass
class ActionPlan:
    """An action-plan table."""

    title: str
    sections: list[Section]


@dataclass(frozen=True)
class Value:
    """One printed figure; `component` names its part of a cell that holds several."""

    text: str
    number: str = ""
    unit: str = ""
    component: str = ""


@dataclass
class Indicator:
    """A row or box of indicators; one list of values for each of the table's value columns."""

    ref: str
    definition: str
    values: list[list[Value]]
    officers: str = ""
    rag: str = ""
    previous_rag: str = ""
    direction: str = ""
    page: int = 0


@dataclass
class IndicatorTable:
    """Indicators whose value columns carry (measure, period)."""

    title: str
    columns: list[tuple[str, str]]
    indicators: list[Indicator]


@dataclass
class Risk:
    """A row of a risk register; scores are (likelihood, impact, score)."""

    ref: str
    text: str
    controls: list[str]
    officers: str
    priority: str = ""
    method: str = ""
    reviewed: str = ""
    actions: str = ""
    action_refs: str = ""
    inherent: tuple[int, int, int] | None = None
    residual: tuple[int, int, int] | None = None
    target: int | None = None
    page: int = 0


@dataclass
class Register:
    """A risk register."""

    title: str
    risks: list[Risk]


@dataclass
class Finding:
    """An inconsistency planted in the pack, on the page of `at`."""

    kind: str
    refs: str
    detail: str
    at: Placed


@dataclass
class Pack:
    """Everything a reader finds in one pack."""

    facts: Mapping[str, str]
    items: list[Item]
    plans: list[ActionPlan] = field(default_factory=list)
    measures: list[IndicatorTable] = field(default_factory=list)
    registers: list[Register] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
