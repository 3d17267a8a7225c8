"""Reconcile: tables that gave no rows and lines between tables come in; their texts about a row go out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Action, Box, Indicator, PackResult, Risk
from agendapack.extract.reconcile.citations import said_by
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.targets import KINDS, Target, Targets
from agendapack.extract.reconcile.texts import RowText

_LABEL = re.compile(r"([A-Z][^:.;]{2,40}):")
_WORD = re.compile(r"[^\W\d_]{3,}")


def rows_of_other_tables(result: PackResult, register: Targets) -> Iterator[RowText]:
    """The row of an unrecognised table that begins with a defined ref speaks of the row so called."""
    for entry in result.tables:
        if entry.kind:
            continue
        heads = entry.grid[entry.header_rows - 1] if entry.header_rows else ()
        for row in entry.grid[entry.header_rows :]:
            printed = [(column, " ".join(text.split())) for column, text in enumerate(row) if text.strip()]
            if printed and (owner := _called(printed[0][1], register)):
                for column, text in printed[1:]:
                    label = heads[column] if column < len(heads) else ""
                    if _WORD.search(text) or said_by(label):
                        yield _text(owner, text, label)


def _called(ref: str, register: Targets) -> Target | None:
    return next((register.rows[kind][ref][0] for kind in KINDS if ref in register.rows[kind]), None)


def _text(row: Target, text: str, label: str = "") -> RowText:
    kind, ref = named(row)
    return RowText(row.source, row.plan, kind, ref, text, label)


def named(row: Target) -> tuple[str, str]:
    """Kind and ref of a row."""
    if isinstance(row, Action):
        return "action", row.action_ref
    return ("risk", row.risk_ref) if isinstance(row, Risk) else ("indicator", row.indicator_ref)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A row with a ref and where it is printed."""

    row: Target
    box: Box


def lines_under(result: PackResult, register: Targets, lines: Sequence[Passage]) -> Iterator[RowText]:
    """A line with a label ("Linked KPIs: …") belongs to the row above it, if no table is nearer below."""
    on_page = _by_page((*result.actions, *result.risks, *result.indicators))
    edges = _edges(result)
    for line in lines:
        label = _LABEL.match(line.text)
        if not (line.box and label and said_by(label[1])):
            continue
        if owner := _owner(line.box, on_page[line.page], edges[line.page]):
            yield _text(_whole(owner, register), line.text, label[1])


def _by_page(rows: Iterable[Action | Risk | Indicator]) -> Mapping[int, list[_Printed]]:
    found: dict[int, list[_Printed]] = defaultdict(list)
    for row in rows:
        if row.source.box and named(row)[1]:
            found[row.source.page].append(_Printed(row, row.source.box))
    return found


def _edges(result: PackResult) -> Mapping[int, list[Box]]:
    """Where tables stand, by page."""
    found: dict[int, list[Box]] = defaultdict(list)
    for entry in result.tables:
        for page, box in entry.layout.parts or ((entry.source.page, entry.source.box),):
            if box:
                found[page].append(box)
    return found


def _owner(line: Box, rows: Sequence[_Printed], tables: Sequence[Box]) -> Target | None:
    above = [r for r in rows if r.box.bottom <= line.mid_y]
    ends = [t.bottom for t in tables if t.bottom <= line.mid_y] or [r.box.bottom for r in above]
    begins = [t.top for t in tables if t.top >= line.mid_y] or [
        r.box.top for r in rows if r.box.top >= line.mid_y
    ]
    if not above or (begins and min(begins) - line.bottom < line.top - max(ends)):
        return None
    return max(above, key=lambda r: (r.box.bottom, r.box.top)).row


def _whole(row: Target, register: Targets) -> Target:
    """The row above, if this one is a part of it by its ref: the card of the action "SR01-A2" is "SR01"."""
    over = next(register.above(row, named(row)[1]), None)
    return register.rows[over[0]][over[1]][0] if over else row
