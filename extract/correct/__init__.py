"""Correct: what people corrected in earlier runs is done again on a pack's rows, before they are linked."""

from agendapack.extract.correct.apply import correct, on_pages, outdated, review_findings
from agendapack.extract.correct.file import (
    FILE,
    merged,
    parse_corrections,
    read_corrections,
    write_corrections,
)

__all__ = [
    "FILE",
    "correct",
    "merged",
    "on_pages",
    "outdated",
    "parse_corrections",
    "read_corrections",
    "review_findings",
    "write_corrections",
]
