"""Rows of one table that notes and headings part: the columns of the rows above stand again below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.find.stream.block import Block

MIN_COLUMNS = 3
"""Texts of a row that stand under those of another one;"""
MOSTLY = 0.7
"""and the share of the shorter row's texts that they are."""
SAME_PT = 2.0
"""Texts of one column begin, or end, within this much of each other."""
MIN_AGAIN = 2
"""Texts of the first row in a row that begins another table: heads have titles in common."""
NEAREST = 6
"""Rows above that a row is held against."""
MAX_BETWEEN = 4
"""Lines between two rows: a note, a heading, and where texts of the row above go on."""


class GoingOn(NamedTuple):
    """The lines of a table from its first row to its last, and those of them that show its columns."""

    lines: Sequence[Line]
    rows: Sequence[Line]


def columns_again(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[GoingOn]:
    """The tables that several blocks are pieces of, among the lines of a flow of text from the top down."""
    owner = {line: n for n, block in enumerate(blocks) for line in block.lines}
    for rows in _chains(lines):
        if len({owner.get(row) for row in rows}) > 1:
            yield GoingOn(_with_its_end(rows, lines, owner), rows)


def _chains(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows with the same columns, each not far below the one before."""
    chain: list[Line] = []
    last = 0
    for at, line in enumerate(lines):
        if len(line.chunks) < MIN_COLUMNS:
            continue
        if chain and (at - last > MAX_BETWEEN + 1 or _begins_another(chain, line)):
            yield chain
            chain = []
        chain.append(line)
        last = at
    if chain:
        yield chain


def goes_on(chain: Sequence[Line], line: Line) -> bool:
    """Whether a line is a row of the table that these are rows of: of its columns, and no head of another."""
    return len(line.chunks) >= MIN_COLUMNS and not _begins_another(chain, line)


def _begins_another(chain: Sequence[Line], line: Line) -> bool:
    """Whether a row is the head of another table, or one of other columns."""
    again = len(_texts(line) & _texts(chain[0])) >= MIN_AGAIN
    headed = _is_bold(line) and not _is_bold(chain[-1])
    return again or headed or not any(_agree(line, row) for row in chain[-NEAREST:])


def _is_bold(line: Line) -> bool:
    return all(word.bold for chunk in line.chunks for word in chunk.words)


def _agree(one: Line, other: Line) -> bool:
    few, many = sorted((one.chunks, other.chunks), key=len)
    under = sum(any(_same(a, b) for b in many) for a in few)
    return under >= max(MIN_COLUMNS, MOSTLY * len(few))


def _texts(line: Line) -> set[str]:
    return {chunk.text for chunk in line.chunks}


def _same(one: Chunk, other: Chunk) -> bool:
    return abs(one.x0 - other.x0) <= SAME_PT or abs(one.x1 - other.x1) <= SAME_PT


def _with_its_end(rows: Sequence[Line], lines: Sequence[Line], owner: Mapping[Line, int]) -> list[Line]:
    """All lines from the first row to the last, and those of its block that go on with it."""
    first, last = lines.index(rows[0]), lines.index(rows[-1])
    end = last + 1
    while end < len(lines) and end - last <= MAX_BETWEEN and owner.get(lines[end]) == owner.get(rows[-1]):
        end += 1
    return [*lines[first:end]]
