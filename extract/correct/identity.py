"""Correct: names rows by what is printed, so that a correction finds its row whatever number it has now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from schemas.cells import text

if TYPE_CHECKING:
    from schemas.cells import Value
    from schemas.datasets import Dataset

PART_CHARS = 80
"""Enough of a text to know the row by, short enough to read in a file."""
SEPARATOR = " | "
_SPACE = re.compile(r"[\s\x00-\x1f\x7f�]+")


def row_names(of: Dataset, rows: Iterable[tuple[object, Mapping[str, Value]]]) -> list[str]:
    """The name of each row, given its page and its values as read; rows alike are numbered."""
    names = [_name(of.known_by, page, values) for page, values in rows]
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return numbered


def _name(columns: Sequence[str], page: object, values: Mapping[str, Value]) -> str:
    parts = [f"page {page}"] if page else []
    parts += [squeezed(text(values.get(column)))[:PART_CHARS].rstrip() for column in columns]
    return SEPARATOR.join(part for part in parts if part)


def squeezed(printed: str) -> str:
    """The text with white space and what cannot be seen made alike, for comparing."""
    return _SPACE.sub(" ", printed).strip()
