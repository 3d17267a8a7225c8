"""Reads frames of entries, each under how it stands, as actions of the risk that a frame names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.find.lattice.framed_entries import METHOD, NAMED
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.normalise.status import status_group
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role
from agendapack.schemas import from_words, vocabulary

MIN_FRAMES = 2
"""So many frames of a pack"""
MIN_KNOWN = 0.5
"""and this share of their marks that say how an action stands make them a log of actions."""
HEAD = ("Ref", "Title", "Status", "Action")


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame's reference and name, and its entries, each with its mark."""

    ref: str
    name: str
    cell: Cell
    entries: tuple[tuple[Cell, Cell], ...]


def framed_log(tables: Sequence[Table], around: Callable[[str], Around]) -> dict[str, Recognised]:
    """By their ids the tables that are frames of actions, each under a word that says how it stands.

    Their names are risks where the text over any of them, or over the table before, speaks of risks.
    """
    logs = {table.table_id: (table, frames) for table in tables if (frames := frames_of(table))}
    marks = [mark.flat for _, frames in logs.values() for frame in frames for mark, _ in frame.entries]
    known = sum(bool(status_group(mark)) for mark in marks)
    if sum(len(frames) for _, frames in logs.values()) < MIN_FRAMES or known < MIN_KNOWN * len(marks):
        return {}
    before = (last.table_id for last, table in pairwise(tables) if table.table_id in logs)
    of_risks = any(_speaks_of_risks(around(name)) for name in (*logs, *before))
    return {name: _read_frames(table, frames, of_risks=of_risks) for name, (table, frames) in logs.items()}


def frames_of(table: Table) -> list[Frame]:
    """The frames that a table is made of, one below another; none of another table."""
    if any(part.method != METHOD for part in table.parts) or any(len(row.cells) != 1 for row in table.rows):
        return []
    cells = [row.cells[0] for row in table.rows]
    starts = [n for n, cell in enumerate(cells) if NAMED.fullmatch(cell.flat)]
    frames: list[Frame] = []
    for start, end in pairwise([*starts, len(cells)]):
        named, inside = NAMED.fullmatch(cells[start].flat), cells[start + 1 : end]
        if not named or len(inside) % 2:
            return []
        entries = tuple(zip(inside[::2], inside[1::2], strict=True))
        frames.append(Frame(named["ref"], named["name"], cells[start], entries))
    return frames


def _read_frames(table: Table, frames: Sequence[Frame], *, of_risks: bool) -> Recognised:
    listed = _as_list(table, frames)
    columns = tuple(columns_of(listed, [listed.rows[0]], listed.rows[1:]))
    serves = KINDS["actions"].serves("risks" if of_risks else "actions")
    actions = _read("actions", {serves: 0, "status": 2, "action": 3})
    reasons = ("entries of a frame, each under how it stands",)
    found = Recognised(listed, "actions", columns, actions, reasons, printed=table)
    if not of_risks:
        return found
    over = _read("risks", {"ref": 0, "description": 1})
    return replace(found, also=Recognised(listed, "risks", columns, over, reasons, printed=table))


def _read(kind: str, columns: dict[str, int]) -> Reading:
    roles = tuple(Role(number, name, "its place in a frame") for name, number in columns.items())
    return Reading(kind, roles, (), 1.0, ())


def _speaks_of_risks(around: Around) -> bool:
    heading = around.heading.text if around.heading else ""
    return any(_risks().search(text) for text in (around.plan, heading, *around.above))


@from_words
def _risks() -> re.Pattern[str]:
    return re.compile(whole_words(map(str, vocabulary("tables")["risks"]["cited_as"])), re.IGNORECASE)


def _as_list(table: Table, frames: Sequence[Frame]) -> Table:
    """One row an entry, with its frame's reference and name merged over all of the frame."""
    first = frames[0].cell
    rows = [_row(table, "header", [_part(first, 0, n, title) for n, title in enumerate(HEAD)])]
    for frame in frames:
        tall = len(frame.entries)
        over = [_part(frame.cell, len(rows), n, text, tall) for n, text in enumerate((frame.ref, frame.name))]
        for n, (mark, entry) in enumerate(frame.entries):
            own = [replace(mark, row=len(rows), column=2), replace(entry, row=len(rows), column=3)]
            rows.append(_row(table, "body", own if n else [*over, *own], over if n else ()))
    return replace(table, columns=len(HEAD), rows=tuple(rows), header_rows=1)


def _part(cell: Cell, row: int, column: int, text: str, tall: int = 1) -> Cell:
    """A part of a cell's text as a cell of its own."""
    return replace(cell, row=row, column=column, text=text, row_span=tall)


def _row(table: Table, kind: str, cells: Sequence[Cell], above: Sequence[Cell] = ()) -> Row:
    last = cells[-1]
    return replace(
        table.rows[0], cells=tuple(cells), kind=kind, box=last.box, page=last.page, above=tuple(above)
    )
