"""Reconcile: a line of running text as the checks and links read it."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box


@dataclass(frozen=True, slots=True)
class Passage:
    """A line, or paragraph, of running text of the pack."""

    page: int
    text: str
    box: Box | None = None
    scanned: bool = False
    """Whether it was read from a picture: a letter may be misread."""
