"""What a user may choose about a run, in one value that every stage can be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendapack.extract.light_dataclass import dataclass

if TYPE_CHECKING:
    from agendapack.extract.model import Correction, Given, Lesson
    from agendapack.schemas import Words

READERS = ("pdfium", "pdfplumber")
OCR_MODES = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a run."""

    reader: str = "pdfium"
    """Library that reads the PDF, one of READERS."""
    pages: range | None = None
    """Only these PDF pages, counted from 1; None means all."""
    corrections: tuple[Correction, ...] = ()
    """What people corrected in earlier runs."""
    given: tuple[Given, ...] = ()
    """What people know of papers that do not print it; the first that tells a fact counts."""
    lessons: tuple[Lesson, ...] = ()
    """What people said of tables in other packs, for those under the same heads."""
    vocabulary: Words | None = None
    """The user's own words, as `Words.of(Path("our-words.yaml"))`, over those of the process."""
    ocr: str = "auto"
    """Whether pages are read from their pictures, one of OCR_MODES; auto means where the text is no use."""
    second_opinion: bool = False
    """Whether tables are compared with another library's reading of them."""
