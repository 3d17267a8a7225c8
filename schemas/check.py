"""Does a cell keep the rules that the schema declares for its column?"""

from __future__ import annotations

import math
import re
from datetime import date, datetime

from agendapack.schemas.datasets import DatasetColumn


def problem(column: DatasetColumn, value: object) -> str:
    """What is wrong with the value, in words; empty when nothing is."""
    if value is None or value == ():
        return "nothing there" if column.required else ""
    if column.type == "string" and isinstance(value, str) and not column.enum and not column.pattern:
        return ""  # most cells
    if not _is_of_type(column, value):
        return f"{value!r} is no {column.type}"
    if column.enum and value not in column.enum:
        return f"{value!r} is none of {', '.join(column.enum)}"
    if column.pattern and not re.fullmatch(column.pattern, str(value)):
        return f"{value!r} has not the form {column.pattern}"
    if isinstance(value, (int, float)) and not _is_within(column, value):
        return f"{value!r} is out of bounds"
    return ""


def _is_of_type(column: DatasetColumn, value: object) -> bool:
    match column.type:
        case "integer":
            return _is_whole(value)
        case "number":
            return _is_whole(value) or isinstance(value, float) and math.isfinite(value)
        case "boolean":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, date) and not isinstance(value, datetime)
        case "list" if column.items == "integer":
            return isinstance(value, tuple) and all(map(_is_whole, value))
        case "list":
            return isinstance(value, tuple) and all(isinstance(v, str) for v in value)
        case _:
            return isinstance(value, str)


def _is_whole(value: object) -> bool:
    """An integer that fits the 64 bits of a Parquet column."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _is_within(column: DatasetColumn, value: float) -> bool:
    low = -math.inf if column.minimum is None else column.minimum
    high = math.inf if column.maximum is None else column.maximum
    return low <= value <= high
