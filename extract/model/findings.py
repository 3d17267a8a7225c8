"""What reconciling gives: which row cites which, and what contradicts what."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.geometry import Box
from agendapack.extract.model.source import Source


@dataclass(frozen=True, slots=True)
class Link:
    """A cross reference between two rows, one target each."""

    source: Source
    """Of the citing row."""
    from_kind: str
    from_ref: str
    to_kind: str
    to_ref: str
    relation: str
    """measured_by, associated_risk, parent, mitigated_by, outcome, cites."""
    resolved: bool
    raw: str = ""
    to_row_id: str = ""
    reason: str = ""
    """Why it is not resolved."""
    inherited: bool = False
    """From the heading the row stands under, not from the row itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in the document that a finding points to, and what is printed there."""

    page: int
    box: Box | None = None
    row_id: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """An inconsistency in the document or a doubt about its reading."""

    source: Source
    kind: str
    severity: str
    """error, warning or info."""
    refs: tuple[str, ...]
    detail: str
    dataset: str = ""
    places: tuple[Place, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        own = (self.source.page,) if self.source.page else ()
        return tuple(sorted({p.page for p in self.places})) or own
