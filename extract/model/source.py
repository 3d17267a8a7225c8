"""Where a row comes from, and what people said of it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a row or of one of its values."""

    verdict: str
    """accepted, corrected or rejected."""
    column: str = ""
    """Empty when the whole row is meant."""
    printed: str = ""
    """The value as it was read, before the correction."""
    who: str = ""
    when: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of corrections.csv: a review and the row it was made on, named by content."""

    sha256: str
    """Of the pack."""
    source_name: str
    dataset: str
    row: str
    """The row as extract/correct/identity.py names it: page and printed key."""
    review: Review
    corrected: str = ""
    """The right value as canonical text; empty for none."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from."""

    pack_id: str = ""
    row_id: str = ""
    table_id: str = ""
    page: int = 0
    box: Box | None = None
    confidence: float = 1.0
    review: tuple[Review, ...] = ()
