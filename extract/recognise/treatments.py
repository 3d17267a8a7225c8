"""Recognise: risks with what is still to be done about each in columns of their own, with who and by when.

"Further action | Owner | Target date" at the end of a register is a list of actions, a row for a risk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.decide import Proposal
from agendapack.extract.recognise.kinds import KINDS, RecordKind
from agendapack.extract.recognise.listed import SURE
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.roles import read_as
from agendapack.extract.recognise.stacked import serving

BESIDE = frozenset({"due", "officers", "status", "progress", "completed"})
"""What is said of an action in the columns behind it."""


def with_treatments(found: Recognised, risks: RecordKind, around: Around) -> Recognised:
    """The register read for its actions as well, where columns of their own list such."""
    if found.kind != risks.name or found.reading is None or found.also or found.said:
        return found
    actions = KINDS[risks.over]
    whole = Proposal.of(found.table, (), found.columns, around)
    for at, column in enumerate(found.columns):
        if whole.likeliest(column.number) not in (actions.subject, *actions.elsewhere):
            continue
        inside = [column, *_said_behind(found.columns[at + 1 :], whole)]
        part = Proposal.of(found.table, (), inside, around)
        reading = read_as(actions.name, part)
        if reading.missing or reading.subject != column.number or reading.column("due") is None:
            continue
        if part.kinds[actions.name] >= SURE:
            over = _without(found, inside, risks, around)
            listed = replace(found, kind=actions.name, reading=reading)
            return replace(over, also=serving(listed, over))
    return found


def _said_behind(columns: Sequence[Column], whole: Proposal) -> Iterator[Column]:
    """The columns behind an action that say each another thing of it: a second owner is the risk's."""
    said: set[str] = set()
    for column in columns:
        meaning = whole.likeliest(column.number)
        if meaning not in BESIDE - said:
            return
        said.add(meaning)
        yield column


def _without(found: Recognised, inside: Sequence[Column], risks: RecordKind, around: Around) -> Recognised:
    """The risks with their own officers, where those of the actions were taken for them."""
    taken = {c.number for c in inside}
    read = found.reading
    if read is None or read.column("officers") not in taken:
        return found
    others = [c for c in found.columns if c.number not in taken]
    own = read_as(risks.name, Proposal.of(found.table, (), others, around))
    return replace(found, reading=own) if _says_as_much(own, read, taken) else found


def _says_as_much(own: Reading, read: Reading, taken: set[int]) -> bool:
    """Whether all that was said of the risks in other columns still is, and whose they are besides."""
    roles = {r.name for r in read.roles if r.column not in taken}
    return not own.missing and roles | {"officers"} <= {r.name for r in own.roles}
