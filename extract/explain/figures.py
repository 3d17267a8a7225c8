"""Explain: all that is known of a row and its values, for who wants the figures."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.explain.explained import Explained, Explanation
from agendapack.schemas.cells import text


def in_figures(explanation: Explanation) -> Iterator[str]:
    """The explanation with every place, weight and rule, line by line."""
    record, spot = explanation.record, explanation.spot
    yield f"{record['row_id']}: a row of {explanation.of.name}"
    if spot:
        yield f"  page {spot.page}, box {spot.box}, table {text(record['table_id']) or 'none'}"
    by = ", read by OCR" if record["read_by"] == "ocr" else ""
    yield f"  confidence {text(record['confidence'])}{by}"
    yield from (f"  {words}" for words in explanation.reviews)
    for value in explanation.values:
        if value.value or value.printed or len(explanation.values) == 1:
            yield from _value_in_words(value)
    for title, lines in (("links", explanation.links), ("findings", explanation.findings)):
        if lines:
            yield title
            yield from (f"  {line}" for line in lines)


def _value_in_words(value: Explained) -> Iterator[str]:
    yield f"{value.column.name}: {value.value or '(empty)'}"
    if value.spot:
        yield f"  printed: {value.printed or '(empty)'} (page {value.spot.page}, box {value.spot.box})"
    if value.because:
        yield f"  column: {value.because} [schemas/vocabulary/{value.known_from}.yaml]"
    words = "".join(f" [schemas/vocabulary/{name}.yaml]" for name in (value.how.words if value.how else ()))
    yield f"  rule: {value.rule}{words}"
    yield from (f"  {said}" for said in value.reviews)
