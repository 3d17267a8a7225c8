"""Write: the JSON in cells as a person would say it, for the workbook and for `explain`."""

from __future__ import annotations

import json
from collections.abc import Iterator


def in_words(cell: str) -> Iterator[str]:
    """The entries of an object or array: "name: text", or "what it is, where it is" of several things."""
    value = json.loads(cell)
    if isinstance(value, dict):
        yield from (f"{name}: {entry}" for name, entry in value.items())
    elif isinstance(value, list):
        for entry in value:
            parts = entry.items() if isinstance(entry, dict) else []
            yield ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in parts if v not in ("", None))
