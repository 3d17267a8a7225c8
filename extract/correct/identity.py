"""Correct: names rows by what is printed, so that a correction finds its row whatever number it has now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from agendapack.schemas.cells import text

if TYPE_CHECKING:
    from agendapack.schemas.cells import Value
    from agendapack.schemas.datasets import Dataset

PART_CHARS = 80
"""Enough of a text to know the row by, short enough to read in a file."""
SEPARATOR = " | "
_SPACE = re.compile(r"[\s\x00-\x1f\x7f�]+")


def row_names(
    of: Dataset, rows: Iterable[tuple[object, Mapping[str, Value]]], taken: Iterable[str] = ()
) -> list[str]:
    """The name of each row, given its page and its values as read; rows alike are numbered.

    `taken` are names of rows that were there and are left out.
    """
    used = dict.fromkeys(taken)
    numbered = []
    for page, values in rows:
        name = plain = _name(of.known_by, page, values)
        number = 1
        while name in used:
            number += 1
            name = f"{plain} #{number}"
        used[name] = None
        numbered.append(name)
    return numbered


def _name(columns: Sequence[str], page: object, values: Mapping[str, Value]) -> str:
    parts = [f"page {page}"] if page else []
    parts += [squeezed(text(values.get(column)))[:PART_CHARS].rstrip() for column in columns]
    return SEPARATOR.join(part for part in parts if part)


def squeezed(printed: str) -> str:
    """The text with white space and what cannot be seen made alike, for comparing."""
    return _SPACE.sub(" ", printed).strip()
