"""Parts that invented tables have in common: years, figures and heads over several columns."""

from __future__ import annotations

from random import Random

from layout.sheet import Cell, Sheet
from layout.words import Figures


def picked(rng: Random, pool: list[str], least: int, most: int) -> list[str]:
    return rng.sample(list(pool), min(rng.randint(least, most), len(pool)))


def years(rng: Random, count: int) -> list[str]:
    first = rng.randint(2002, 2024 - count)
    if rng.random() < 0.5:
        return [str(first + i) for i in range(count)]
    return [f"{first + i}/{(first + i + 1) % 100:02d}" for i in range(count)]


def value(rng: Random, shown: Figures, scale: float, places: int, gaps: float = 0.06) -> str:
    """A figure, now and then negative or missing."""
    if rng.random() < gaps:
        return shown.missing
    sign = -1 if rng.random() < 0.12 else 1
    return shown.number(sign * scale * rng.lognormvariate(0, 1.1), places)


def spanning_heads(sheet: Sheet, stub: str, groups: list[tuple[str, list[str]]], units: str = "") -> None:
    """Two header rows: group headings over their columns; the stub's heading takes both."""
    sheet.cells.append(Cell(0, 0, stub, "head", rows=2))
    column = 1
    for name, under in groups:
        sheet.cells.append(Cell(0, column, name, "head", columns=len(under)))
        for i, text in enumerate(under):
            sheet.cells.append(Cell(1, column + i, text, "head"))
        column += len(under)
    sheet.rows = 2
    if units:
        sheet.add(["", *[units] * (sheet.columns - 1)], "head")
