"""The values of cells and their canonical text, as the CSV files hold it: one way there and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from agendapack.schemas.datasets import JOIN, NO, YES, DatasetColumn

Value = str | int | float | bool | date | tuple[str, ...] | tuple[int, ...] | None


def text(cell: Value) -> str:
    """The cell as canonical text."""
    match cell:
        case None:
            return ""
        case bool():
            return YES if cell else NO
        case float():
            return plain_decimal(cell)
        case date():
            return cell.isoformat()
        case tuple():
            return JOIN.join(map(str, cell))
        case _:
            return str(cell)


def value(column: DatasetColumn, cell: str) -> Value:
    """The value behind canonical text; raises ValueError when the text is none of the column's type."""
    if not cell:
        return () if column.type == "list" else None
    match column.type:
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "boolean":
            return _boolean(cell)
        case "date":
            return date.fromisoformat(cell)
        case "list" if column.items == "integer":
            return tuple(map(int, cell.split(JOIN)))
        case "list":
            return tuple(cell.split(JOIN))
        case _:
            return cell


def _boolean(cell: str) -> bool:
    if cell not in (YES, NO):
        raise ValueError(f"{cell!r} is neither {YES} nor {NO}")
    return cell == YES


def plain_decimal(number: float) -> str:
    """The shortest decimal that reads back as the same number, never with an exponent."""
    digits = format(Decimal(repr(float(number))), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
