"""Typed rows of a pack; field names are those of the data contract."""

from __future__ import annotations

from datetime import date

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.source import Source


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting whose agenda and papers begin on a page of a file that begins with another's."""

    first_page: int
    committee: str
    meeting_date: date


@dataclass(frozen=True, slots=True)
class Pack:
    """One PDF."""

    source: Source
    source_name: str
    sha256: str
    pages: int
    """Of the file, whether read or not."""
    council: str = ""
    committee: str = ""
    meeting_date: date | None = None
    venue: str = ""
    title: str = ""
    status: str = "ok"
    message: str = ""
    gss_code: str = ""
    """The council's code in the ONS register."""
    meeting_time: str = ""
    """HH:MM."""
    edition_said: str = ""
    """What its cover says that it is: reissue or supplement."""
    pages_read: int = 0
    """Of the file's pages those that were asked for and could be read."""
    tables_found: int = 0
    tables_recognised: int = 0
    """Of them those whose records stand in a dataset."""
    tables_unknown: int = 0
    """Of them those that may list records and reached no dataset."""
    further_meetings: tuple[Sitting, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item on the agenda."""

    source: Source
    item_no: str
    title: str
    section: str = ""
    lead_officer: str = ""
    start_page: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An action of an action-plan table."""

    source: Source
    plan: str
    action: str
    action_ref: str = ""
    due_text: str = ""
    due_date: date | None = None
    due_kind: str = "none"
    officers: tuple[str, ...] = ()
    indicator_refs: tuple[str, ...] = ()
    risk_refs: tuple[str, ...] = ()
    corporate_outcome: str = ""
    departmental_outcome: str = ""
    divisional_objective: str = ""
    parent_refs: tuple[str, ...] = ()
    status: str = ""
    status_group: str = ""
    """not started, on track, at risk, off track, complete or cancelled."""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns with no role, by printed name."""
    inherited_refs: tuple[str, ...] = ()
    """Those of its refs that stand in the heading above the row, not in the row itself."""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A stage of a programme or project with its date."""

    source: Source
    plan: str
    stage: str
    project: str = ""
    due_text: str = ""
    due_date: date | None = None
    due_kind: str = "none"
    revised_text: str = ""
    revised_date: date | None = None
    status: str = ""
    officers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Officer:
    """A person, post or body that rows of the pack name."""

    source: Source
    """Of the first row that names them."""
    officer: str
    kind: str
    """person, initials or role."""
    rows: int
    full_name: str = ""
    variants: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of a performance table."""

    source: Source
    plan: str
    definition: str
    indicator_ref: str = ""
    officers: tuple[str, ...] = ()
    rag: str = ""
    previous_rag: str = ""
    direction: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One printed value of an indicator."""

    source: Source
    plan: str
    indicator_ref: str
    definition: str
    measure: str
    period: str = ""
    component: str = ""
    text: str = ""
    value: float | None = None
    unit: str = ""
    period_start: date | None = None
    period_end: date | None = None
    value_status: str = ""
    """provisional, revised, estimate, final or missing; empty for a figure of which nothing is said."""
    no_value: str = ""
    """Why there is no number: not_available, not_applicable, pending, suppressed or not_parsed."""
    qualifier: str = ""
    """<, >, ≤, ≥ or ~."""
    span: str = ""
    """point, month, quarter, half, year or ytd."""
    period_source: str = ""
    """column, heading or report: where the period is printed."""
    indicator_row_id: str = ""
    footnote: str = ""
    label: str = ""
    """What tells it from another value of the same measure and period: "England average"."""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk of a register."""

    source: Source
    plan: str
    description: str
    risk_ref: str = ""
    priority: str = ""
    mitigations: tuple[str, ...] = ()
    review_method: str = ""
    last_review: str = ""
    officers: tuple[str, ...] = ()
    action_refs: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    likelihood: str = ""
    impact: str = ""
    score: str = ""
    inherent_likelihood: str = ""
    inherent_impact: str = ""
    inherent_score: str = ""
    target_likelihood: str = ""
    target_impact: str = ""
    target_score: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of the pack and the plan above it."""

    source: Source
    """Of its first row."""
    title: str
    level: str = ""
    """corporate, departmental, divisional, service, operational, … or empty when the title does not say."""
    parent: str = ""
    """Title of the plan whose actions its rows name as parents."""
    last_page: int = 0
    actions: int = 0
    indicators: int = 0
    risks: int = 0
    period_start: date | None = None
    period_end: date | None = None
