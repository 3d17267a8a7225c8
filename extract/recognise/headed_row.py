"""Reads a row of values that names nothing as those of the indicator that the heading over it names."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Row
from agendapack.extract.normalise.leading_ref import Led, led_by_ref
from agendapack.extract.recognise.decide import Proposal
from agendapack.extract.recognise.looks import text_looks
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.schemas.heads import subject_of

INDICATORS = "indicators"
MEASURE = "begins as a measure"
MIN_VALUES = 2
"""Values in the row."""
MAX_NAME_WORDS = 30
"""Words of a heading that names an indicator."""


def headed_row(found: Recognised, listed: Proposal) -> Recognised | None:
    """The table as the one row of its heading's indicator; None for any other table.

    The heading says itself that it names one, or other tables under the same head say it: each has its own.
    """
    reading, table = found.guessed, found.table
    heading = table.caption.flat if table.caption else table.title
    if found.guess != INDICATORS or reading is None or reading.missing != (subject_of(INDICATORS),):
        return None
    named = listed.pooled is not None or MEASURE in text_looks(heading)
    if (
        not named
        or not _is_name(heading)
        or not _is_one_row(listed.table.rows[len(listed.header) :], reading)
    ):
        return None
    return replace(
        found,
        kind=INDICATORS,
        reading=replace(reading, missing=()),
        guess="",
        guessed=None,
        named=led_by_ref(heading) or Led("", heading),
        reasons=(f"one row of values under {heading!r}", *found.reasons),
    )


def _is_name(heading: str) -> bool:
    """Whether a heading may be the name of an indicator, as its length and its end say."""
    return 1 < len(heading.split()) <= MAX_NAME_WORDS and not heading.endswith((".", ":"))


def _is_one_row(rows: tuple[Row, ...], reading: Reading) -> bool:
    """Whether one row alone prints values, of measures that indicators have."""
    columns = [v.column for v in reading.values]
    valued = [row for row in rows if any((cell := row.at(n)) and cell.text for n in columns)]
    return len(valued) == 1 and len(columns) >= MIN_VALUES and any(v.telling for v in reading.values)
