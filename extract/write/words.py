"""Write: what files and code call by short names, as a person would say it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from agendapack.schemas.cells import Value, text

FINDINGS = {
    "conflicting_text": "Worded in two ways",
    "conflicting_value": "Two values for one thing",
    "dangling_ref": "Reference that leads nowhere",
    "duplicate_ref": "One reference, several things",
    "entity_doubt": "One thing or two",
    "given_otherwise": "Given otherwise than printed",
    "low_confidence": "Doubtful reading",
    "name_variant": "One name, two spellings",
    "period_mismatch": "Period that does not fit",
    "sequence_gap": "Number left out",
    "stale_correction": "Correction that no longer fits",
    "sum_mismatch": "Total that does not add up",
    "suspect_date": "Unlikely date",
    "suspect_value": "Unlikely value",
    "unknown_column": "Column not understood",
    "unknown_table": "Table not understood",
    "unread_page": "Page not read",
    "unread_text": "Text not read",
}


def finding(kind: str) -> str:
    """What people call a kind of finding."""
    return FINDINGS.get(kind, kind.replace("_", " "))


def day(cell: Value) -> str:
    """A day as people write it: 9 July 2024."""
    if isinstance(cell, date):
        return f"{cell.day} {cell:%B %Y}"
    return text(cell)


def in_words(cell: str) -> Iterator[str]:
    """The entries of an object or array: "name: text", or "what it is, where it is" of several things."""
    value = json.loads(cell)
    if isinstance(value, dict):
        yield from (f"{name}: {entry}" for name, entry in value.items())
    elif isinstance(value, list):
        for entry in value:
            parts = entry.items() if isinstance(entry, dict) else []
            yield ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in parts if v not in ("", None))
