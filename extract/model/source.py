"""Where a row comes from, and what people said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from statistics import fmean
from typing import Any, ClassVar, Protocol

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.geometry import Box
from agendapack.extract.model.page import Word


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a row or of one of its values."""

    verdict: str
    """accepted, corrected or rejected; given where the paper does not print it."""
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
    more: tuple[tuple[str, str], ...] = ()
    """Columns that people added to the file, kept for them."""
    carried: bool = False
    """Made on the same page in another pack: where it does not fit there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Given:
    """What people know of papers that do not print it."""

    source_name: str = ""
    """The PDF's name, or the end of its path; empty for all."""
    council: str = ""
    committee: str = ""
    meeting_date: date | None = None
    who: str = ""
    """The option or the file that says so."""


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
    read_by: str = ""
    """text or ocr; empty for a row without words of its own."""

    def read_from(self, words: Iterable[Word]) -> Source:
        """The same, with what the row's words say: how they were read, and how surely.

        Words of a text layer are what they are; the certainty of recognised ones lowers the confidence.
        """
        certainties = [word.certainty for word in words]
        recognised = [certainty for certainty in certainties if certainty < 1]
        if recognised:
            return replace(self, read_by="ocr", confidence=self.confidence * fmean(recognised))
        return replace(self, read_by="text") if certainties else self


class TypedRow(Protocol):
    """What the typed rows of all datasets have in common."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def source(self) -> Source:
        """Where the row comes from."""
