"""Ratings with their names in every cell: "Chance 5 | Chance 4" over "Effect 5 | Effect 3" over "25 | 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Cell

SCORE = "Score"
"""What figures are that multiply those above them."""
_RATED = re.compile(r"(?P<name>[A-Za-z][A-Za-z ]{0,30}?)\s*[:=]?\s*(?P<figure>\d{1,2})")
_FIGURE = re.compile(r"\d{1,3}")


def sided(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The rows, those of ratings under a name of their own at the left; others as they are."""
    named = [_named(row) for row in rows]
    found: list[Sequence[Cell]] = []
    for n, (row, own) in enumerate(zip(rows, named, strict=True)):
        if own:
            found.append(own)
        elif _multiplies(row, [*filter(None, named[:n])]):
            found.append([_side(row, SCORE), *row])
        else:
            found.append(row)
    return found


def _named(row: Sequence[Cell]) -> list[Cell]:
    """The name in all cells of a row, then their figures; nothing for other rows."""
    rated = [_RATED.fullmatch(cell.flat) for cell in row]
    names = {found["name"].casefold() for found in rated if found}
    if len(row) < 2 or len(names) != 1 or not all(rated):
        return []
    figures = [
        replace(cell, text=found["figure"], words=cell.words[-1:])
        for cell, found in zip(row, rated, strict=True)
        if found
    ]
    first = next(found["name"] for found in rated if found)
    return [_side(row, first), *figures]


def _multiplies(row: Sequence[Cell], above: Sequence[Sequence[Cell]]) -> bool:
    """Whether the figures of a row are the products of the two rows of ratings above it."""
    if len(above) != 2 or not all(_FIGURE.fullmatch(cell.flat) for cell in row):
        return False
    one, other = ({cell.column: int(cell.text) for cell in rated[1:]} for rated in above)
    return all(one.get(c.column, 0) * other.get(c.column, 0) == int(c.flat) for c in row)


def _side(row: Sequence[Cell], text: str) -> Cell:
    return replace(row[0], text=text, words=(), fill=None, column=row[0].column - 1, column_span=1)
