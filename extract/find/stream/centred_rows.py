"""Rows whose cells are centred against each other: lines of one cell between those of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from agendapack.extract.find.page.row_line import JUMP_EM, RowLine, again, overlap

MIN_CENTRED = 2
"""Rows with lines between lines that show a table to be centred;"""
MIN_SHARE = 0.15
"""and their share of what may be rows."""
OFF_EM = 0.3
"""How far the middles of a row's cells may lie apart."""
PITCH_EM = 1.7
"""Lines of one cell are no further apart."""
MOST = 0.6
"""Share of the columns that a row without a label fills."""
MAX_ATOMS = 9
"""Lines that stand apart in one row, at most."""
NO_LABEL = 0.5
"""Cost of a row without a text in its first column, in font sizes by which its cells are off centre;"""
TWICE = 0.3
"""of a row that would do as two: all its cells go on; and of a second figure in a column."""

Group = list[RowLine]


def centred_groups(row_lines: Sequence[RowLine], parted: Sequence[bool]) -> list[Group] | None:
    """The lines as rows of cells with one middle; None when the table is not set like that.

    `parted` says for each line but the first whether a rule parts it from the line above.
    """
    atoms: list[Group] = [[row_lines[0]]]
    for row_line, ruled in zip(row_lines[1:], parted, strict=True):
        if not ruled and overlap(atoms[-1][-1], row_line):
            atoms[-1].append(row_line)
        else:
            atoms.append([row_line])
    starts = {id(row_line) for row_line, ruled in zip(row_lines[1:], parted, strict=True) if ruled}
    apart = _set_apart(atoms, starts)
    around = max(sum(map(_is_centred, rows)) for rows in (atoms, apart or atoms))
    if around < max(MIN_CENTRED, MIN_SHARE * len(atoms)):
        return apart if apart and any(_hangs_over(row) for row in apart) else None
    return apart or _cheapest(atoms, starts)


def _hangs_over(row: Group) -> bool:
    """Whether a cell begins above the row's label: no row set from the top does."""
    labels = [r.base for r in row if 0 in r.columns]
    return bool(labels) and 0 not in row[0].columns and row[0].base < min(labels)


def _set_apart(atoms: Sequence[Group], starts: set[int]) -> list[Group] | None:
    """The atoms joined to rows where least white is between them; None where these are not centred then."""
    whites, bottom = [inf], max(row_line.bottom for row_line in atoms[0])
    for atom in atoms[1:]:
        whites.append(min(row_line.top for row_line in atom) - bottom)
        bottom = max(bottom, *(row_line.bottom for row_line in atom))
    least = JUMP_EM * atoms[0][0].size
    most = max(len(_columns(atom)) for atom in atoms)
    limits = ((a + b) / 2 for a, b in pairwise(sorted(whites[1:])) if b - a >= least)
    for limit in limits:
        rows: list[Group] = []
        for white, atom in zip(whites, atoms, strict=True):
            if white > limit or id(atom[0]) in starts:
                rows.append([])
            rows[-1] += atom
        if all(_is_one(row, most) for row in rows):
            return rows
    return None


def _is_one(row: Group, most: int) -> bool:
    """Whether the lines are one row for certain: cells with one middle and no gap, no column two figures.

    Without a label it has cells in most of the columns that are filled side by side.
    """
    filled = _columns(row)
    labelled = 0 in filled or len(filled) > MOST * most
    whole = labelled and _off(row) <= OFF_EM and _widest(row) <= PITCH_EM
    return whole and not any(again(row[:i], row[i]) for i in range(1, len(row)))


def _is_centred(atom: Group) -> bool:
    """Whether a cell of several lines stands around the middle of others."""
    counts = Counter(c for row_line in atom for c in row_line.columns)
    return len(set(counts.values())) > 1 and _off(atom) <= OFF_EM


def _cheapest(atoms: Sequence[Group], starts: set[int]) -> list[Group]:
    """The atoms joined to rows at the least cost; a line in `starts` begins a row."""
    costs, first = [0.0], [0]
    for end in range(1, len(atoms) + 1):
        best, at = float("inf"), end - 1
        for begin in range(end - 1, max(-1, end - 1 - MAX_ATOMS), -1):
            cost = costs[begin] + _cost(atoms[begin:end])
            if cost < best - 1e-6:
                best, at = cost, begin
            if id(atoms[begin][0]) in starts:
                break
        costs.append(best)
        first.append(at)
    rows: list[Group] = []
    end = len(atoms)
    while end:
        rows.append([row_line for atom in atoms[first[end] : end] for row_line in atom])
        end = first[end]
    return rows[::-1]


def _cost(atoms: Sequence[Group]) -> float:
    """How unlikely the atoms are as one row."""
    row = [row_line for atom in atoms for row_line in atom]
    cost = _off(row)
    if not any(0 in row_line.columns for row_line in row):
        cost += NO_LABEL
    figures = sum(bool(again([a], b)) for a, b in pairwise(row))
    return cost + TWICE * (figures + sum(_columns(a) == _columns(b) for a, b in pairwise(atoms)))


def _columns(atom: Group) -> set[int]:
    return {c for row_line in atom for c in row_line.columns}


def _off(row: Group) -> float:
    """How far the middles of the row's cells lie apart, in font sizes."""
    middles = [(ys[0] + ys[-1]) / 2 for ys in _bases(row)]
    return (max(middles) - min(middles)) / max(row_line.size for row_line in row)


def _widest(row: Group) -> float:
    """How far two lines of one cell lie apart at most, in font sizes."""
    gaps = [b - a for ys in _bases(row) for a, b in pairwise(ys)]
    return max(gaps, default=0.0) / max(row_line.size for row_line in row)


def _bases(row: Group) -> list[list[float]]:
    """The baselines of each column's lines."""
    bases: dict[int, list[float]] = {}
    for row_line in row:
        for column in row_line.columns:
            bases.setdefault(column, []).append(row_line.base)
    return list(bases.values())
