"""Recognise: records beside which cells are stacked, each stack with steps of its own.

A risk is printed once over all its rows; its controls are stacked beside it, and in other columns its
actions, of another number and height. The risks are listed one a row, and so are the actions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from agendapack.extract.model import Box, Cell, Row, Table, union
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.decide import Proposal, column_signs
from agendapack.extract.recognise.kinds import KINDS, RecordKind
from agendapack.extract.recognise.listed import MIN_ROLES
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.recognise.roles import read_as

MIN_STACKED = 2
"""Records with a stack beside them."""
MIN_OUTER = 2
"""Columns printed once a record: its text, and what says something of it."""
REASON = "cells stacked beside records of several rows"
Block = Sequence[Row]
Step = Sequence[Cell]
Stack = frozenset[int]


def with_stacks(found: Recognised, kind: RecordKind, around: Around) -> Recognised:
    """The table read with one record a block of rows, and with those of a stack where it lists some."""
    blocks = _blocks(found.table)
    outer, stacks = outer_and_stacks(blocks, found.table.columns)
    if found.said or not stacks:
        return found
    inside = {
        stack: read
        for stack in stacks
        if (read := _read(found, kind.over, _by_step(found.table, blocks, stack), stack, around))
    }
    inner = max(inside, key=lambda stack: _roles(inside[stack]), default=Stack())
    own = outer.union(*(stack for stack in stacks if stack != inner))
    over = _read(found, kind.name, _by_block(found.table, blocks), own, around)
    if over is None or over.reading is None or over.reading.subject not in outer:
        return found
    return replace(serving(inside[inner], over), also=over) if inner else over


def outer_and_stacks(blocks: Sequence[Block], columns: int) -> tuple[Stack, list[Stack]]:
    """Columns with one cell a record, and the groups of columns whose cells step together beside them.

    Nothing of a table in which fewer records have a stack, or columns the record's text and one more.
    """
    tall = [block for block in blocks if len(block) > 1]
    outer = frozenset(n for n in range(columns) if all(_is_one(block, n) for block in tall))
    stacks: dict[frozenset[int], set[int]] = defaultdict(set)
    for n in sorted({*range(columns)} - outer):
        begun = (at for at, row in enumerate(chain.from_iterable(tall)) if row.at(n))
        stacks[frozenset(begun)].add(n)
    if len(tall) < MIN_STACKED or len(outer) < MIN_OUTER or len(stacks) < 2:
        return Stack(), []
    return outer, [Stack(stack) for stack in stacks.values()]


def _is_one(block: Block, column: int) -> bool:
    """Whether a column has one cell over all rows of a record, or nothing."""
    first = block[0].at(column)
    return all(
        row.covering(column) is first or not _own(row, column) and not (first and first.text)
        for row in block[1:]
    )


def _own(row: Row, column: int) -> Cell | None:
    """The text that begins in a row in a column."""
    cell = row.at(column)
    return cell if cell and cell.column == column and cell.text else None


def _blocks(table: Table) -> Sequence[Block]:
    """The rows of each record: one into which a cell reaches goes on with the record above."""
    blocks: list[list[Row]] = []
    for row in table.rows:
        if row.kind == "body" and row.above and blocks:
            blocks[-1].append(row)
        elif row.kind == "body":
            blocks.append([row])
    return blocks


def _read(found: Recognised, kind: str, listed: Table, columns: Stack, around: Around) -> Recognised | None:
    """Such a list read as records of a kind by some of its columns; None where it lists none."""
    head = [row for row in listed.rows if row.kind == "header"]
    every = tuple(columns_of(listed, head, [row for row in listed.rows if row.kind == "body"]))
    signs = tuple(column_signs(every))
    kept = [n for n, column in enumerate(every) if column.number in columns]
    own = Proposal(listed, (), tuple(every[n] for n in kept), tuple(signs[n] for n in kept), around)
    reading = read_as(kind, own) if kept else None
    if reading is None or reading.missing or len(reading.roles) < MIN_ROLES:
        return None
    likeliest = "" if reading.subject is None else own.likeliest(reading.subject)
    if likeliest not in (KINDS[kind].subject, *KINDS[kind].elsewhere):
        return None
    reasons = (REASON, *found.reasons)
    listing = replace(found, table=listed, kind=kind, columns=every, reading=reading, reasons=reasons)
    return replace(listing, printed=found.table, stacked=True)


def _roles(found: Recognised) -> int:
    return len(found.reading.roles) if found.reading else 0


def serving(inner: Recognised, over: Recognised) -> Recognised:
    """The records of a stack, each for the record that it stands beside."""
    own, read = over.reading, inner.reading
    column = (own.subject if own.led == "ref" else own.column("ref")) if own else None
    if column is None or read is None:
        return inner
    role = KINDS[inner.kind].cites[over.kind]
    roles = (Role(column, role, "printed over its rows"), *read.roles)
    return replace(inner, reading=replace(read, roles=roles, beside=role))


def _by_step(table: Table, blocks: Sequence[Block], stack: Stack) -> Table:
    """One row a step of a stack, under what is printed once over it."""
    made = []
    for block in blocks:
        once = tuple(c for c in block[0].cells if c.column not in stack)
        cells = (tuple(replace(c, row_span=1) for c in row.cells if c.column in stack) for row in block)
        steps = [step for own in cells for step in _over_pages(own) if any(c.text for c in step)]
        made.append([_row(step, once) for step in steps])
    return _with_rows(table, blocks, made)


def _over_pages(cells: Step) -> list[Step]:
    """Two steps that a page break made one: all their cells go on behind it, from one date to the next."""
    filled = [cell for cell in cells if cell.text]
    if not filled or any(len(cell.parts) != 1 for cell in filled):
        return [cells]
    upper = tuple(cell.between(0, cell.parts[0][0]) for cell in filled)
    lower = tuple(cell.between(cell.parts[0][0], len(cell.lines)) for cell in filled)
    dated = any(parse_due(a.text).date and parse_due(b.text).date for a, b in zip(upper, lower, strict=True))
    return [upper, lower] if dated and all(cell.text for cell in (*upper, *lower)) else [cells]


def _by_block(table: Table, blocks: Sequence[Block]) -> Table:
    """One row a record, the cells of each column as the entries of one."""
    made = []
    for block in blocks:
        columns: dict[int, list[Cell]] = defaultdict(list)
        for cell in chain.from_iterable(row.cells for row in block):
            columns[cell.column].append(cell)
        made.append([_row([_stacked(columns[n]) for n in sorted(columns)])])
    return _with_rows(table, blocks, made)


def _stacked(cells: Sequence[Cell]) -> Cell:
    """Cells of one column as one, each text a bullet where there are several."""
    filled = [c for c in cells if c.text] or cells[:1]
    first = replace(filled[0], row_span=1)
    if len(filled) == 1:
        return first
    text = "\n".join(f"• {cell.text}" for cell in filled)
    words = tuple(word for cell in filled for word in cell.words)
    return replace(first, text=text, words=words, box=_box(filled))


def _row(cells: Step, above: Step = ()) -> Row:
    return Row(tuple(cells), cells[0].page, _box(cells), "body", tuple(above))


def _box(cells: Step) -> Box:
    """Where those cells stand that are on the page of the first."""
    return union(cell.box for cell in cells if cell.page == cells[0].page)


def _with_rows(table: Table, blocks: Sequence[Block], made: Sequence[Sequence[Row]]) -> Table:
    """The table with other rows in the places of its records."""
    at = {id(block[0]): rows for block, rows in zip(blocks, made, strict=True)}
    rows = (at.get(id(row), ()) if row.kind == "body" else (row,) for row in table.rows)
    return replace(table, rows=tuple(chain.from_iterable(rows)))
