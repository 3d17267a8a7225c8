"""Which lines of a block without vertical rules are its header."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.centred_rows import centred_groups
from agendapack.extract.find.stream.columns import Span
from agendapack.extract.find.stream.rows import OTHER_SIZE_PT, RULE_COVER

MAX_HEADER_LINES = 9
"""Printed lines of a header; taller ones are tables of their own."""
MIN_RUNGS = 3
"""Rules among the first lines that part rows: the first of them stands below a row, not below the head."""
PLAIN = 0.2
"""Share of the texts beside the labels that may be bold where the rows are not."""
EVEN_PT = 0.5
"""Lines as far apart differ by less."""
MIN_VALUES = 3
"""Lines with values, or below one, that no header has above its rule."""


def header_size(lines: Sequence[RowLine], columns: Sequence[Span], rules: Sequence[Edge]) -> int | None:
    """How many lines are header: down to the last wide rule before the first values.

    None where neither rules nor values tell.
    """
    width = columns[-1][1] - columns[0][0]
    ruled = []
    for edge in sorted(rules, key=lambda e: e.at):
        above = sum(line.base <= edge.at + 0.3 * line.size for line in lines)
        if edge.length >= RULE_COVER * width and 0 < above <= MAX_HEADER_LINES and above < len(lines):
            ruled.append(above)
    first = _first_values(lines, len(columns))
    if first < len(lines):
        first = min(first, _first_band(lines))
    before, bold = [n for n in ruled if n <= first], _bold_lines(lines)
    if first < len(lines) and before:
        return before[-1]
    if 0 < bold < min([*ruled, first]) and len(ruled) >= MIN_RUNGS:
        return bold
    if ruled and not 0 < first <= ruled[0] - MIN_VALUES:
        return ruled[0]
    labelled = (
        0 < bold < len(lines) and 0 in lines[bold].columns
    )  # units below titles leave the labels' column empty
    if labelled and bold < first:
        return bold
    return first if first < min(len(lines), MAX_HEADER_LINES) else bold or None


def _bold_lines(lines: Sequence[RowLine]) -> int:
    """How many lines at the top are bold from end to end, titles among them, over rows that are not."""
    bold = [all(w.bold for own in line.cells.values() for c in own for w in c.words) for line in lines]
    count = bold.index(False) if False in bold else 0
    below = lines[count:]
    beside = [all(w.bold for k in line.at(c) for w in k.words) for line in below for c in line.columns - {0}]
    titled = any(len(line.cells) > 1 for line in lines[:count])
    plain = titled and sum(beside) <= PLAIN * len(beside)
    return next((n for n in range(1, count) if _is_band(lines, n)), count) if plain else 0


def _is_band(lines: Sequence[RowLine], at: int) -> bool:
    """Whether a bold line is a heading of the rows below: alone over the labels, no nearer to the titles."""
    above, line, below = lines[at - 1 : at + 2]
    return line.columns == {0} and line.base - above.base >= below.base - line.base - EVEN_PT


def _first_values(lines: Sequence[RowLine], columns: int) -> int:
    """Number of the first line of the first row with figures in most of the columns beside the first."""
    at = 0
    for row in centred_groups(lines, [False] * (len(lines) - 1)) or ():
        cells = [[k for line in row for k in line.at(c)] for c in range(1, columns)]
        filled = [cell for cell in cells if cell]
        if filled and sum(all(k.numeric for k in cell) for cell in filled) * 2 >= len(filled):
            return at
        at += len(row)
    if at:
        return at
    for i, line in enumerate(lines):
        beside = [k for c in range(1, columns) for k in line.at(c)]
        if beside and sum(k.numeric for k in beside) * 2 >= len(beside):
            return i
    return len(lines)


def _first_band(lines: Sequence[RowLine]) -> int:
    """Number of the first line that is a heading of the rows below: under titles, from the left.

    One over the first column alone is set larger than the titles.
    """
    titles: RowLine | None = None
    for i, line in enumerate(lines):
        if titles and min(line.columns) == 0 and (line.banner or _is_larger(line, titles)):
            return i
        titles = titles or (line if len(line.cells) > 1 else None)
    return len(lines)


def _is_larger(line: RowLine, titles: RowLine) -> bool:
    return len(line.cells) == 1 and line.size >= titles.size + OTHER_SIZE_PT
