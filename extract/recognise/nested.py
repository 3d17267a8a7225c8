"""Recognise: tables whose cells are merged over the rows of others go in; read for both they come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.decide import Proposal, column_signs
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.listed import MIN_ROLES
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.roles import read_as
from agendapack.extract.recognise.stacked import with_stacks
from agendapack.extract.recognise.treatments import with_treatments

MIN_OUTER = 2
"""Columns of the outer records: their text, and what says something of it."""


def outer_and_inner(columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """Columns of records that have several rows, and those of the rows; nothing outer in other tables.

    The cells of the outer columns must be merged over the same rows: a risk, its rating and its owner
    beside each of the actions that treat it.
    """
    merged = [c for c in columns if any(cell.row_span > 1 for cell in c.filled)]
    spans = [{(cell.page, cell.row, cell.row_span) for cell in c.filled} for c in merged]
    if len(merged) < MIN_OUTER or any(span - spans[0] for span in spans):
        return [], list(columns)
    outer = {c.number for c in merged}
    return merged, [c for c in columns if c.number not in outer]


def with_outer(found: Recognised, around: Around) -> Recognised:
    """The table read for both where records are merged over the rows of others: risks over their actions."""
    kinds = next((k for k in KINDS.values() if k.over and found.kind in (k.name, k.over)), None)
    if kinds is None:
        return found
    if found.printed is not None:
        return with_treatments(found, kinds, around)
    outer, inner = outer_and_inner(found.columns)
    if not outer:
        return with_treatments(with_stacks(found, kinds, around), kinds, around)
    around_it, inside = _part(found, outer, around), _part(found, inner, around)
    over, within = read_as(kinds.name, around_it), read_as(kinds.over, inside)
    if any(r.missing or len(r.roles) < MIN_ROLES for r in (over, within)):
        return found
    if over.subject is None or around_it.likeliest(over.subject) != kinds.subject:
        return found  # objectives, say, which actions serve
    rows = found if found.kind == kinds.over else replace(found, kind=kinds.over, reading=within)
    return replace(rows, also=replace(found, kind=kinds.name, reading=over))


def _part(found: Recognised, columns: Sequence[Column], around: Around) -> Proposal:
    """Some columns of a table, as if they were all."""
    signs = dict(zip((c.number for c in found.columns), column_signs(found.columns), strict=True))
    return Proposal(found.table, (), tuple(columns), tuple(signs[c.number] for c in columns), around)
