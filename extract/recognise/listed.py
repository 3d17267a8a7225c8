"""Decides what a table lists, one record a row: the head that makes most sense of it, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Row, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.decide import NONE, Proposal, proposals, same_titles
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.model import in_words
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.roles import read_as
from agendapack.extract.stitch.rows import same_text

SURE = 0.4
"""Probability from which a table is taken for what it first is."""
DOUBTFUL = 0.3
"""Probability from which people are told of what a table may be."""
CLEARER = 0.02
"""What another choice of the head must add to the probability of the one found by its looks."""
MIN_APART = 2
"""Titles unlike the cells below them that tell a head from a record."""
VALUE = "value"
"""What a column of values means."""
MIN_ROLES = 2
"""Roles that columns play where nothing else says that they hold records of a kind."""


def best(table: Table, around: Around) -> Proposal | None:
    """The table under the head that makes most sense of it."""
    first: Proposal | None = None
    for proposal in proposals(table, around):
        if first is None or proposal.listing > first.listing + CLEARER or _is_titled(proposal, first):
            first = proposal
    return first


def _is_titled(proposal: Proposal, headless: Proposal) -> bool:
    """Whether titles are unlike the cells below them, where the other choice takes them for a record."""
    return not headless.header and proposal.listing >= SURE and proposal.titles_apart >= MIN_APART


def as_list(table: Table, listed: Proposal | None) -> Recognised:
    """What the table lists, one record a row."""
    if listed is None:
        return Recognised(table, "", (), None, ("no columns",), chance=0.0)
    return _decided(listed)


def _decided(proposal: Proposal) -> Recognised:
    """The likeliest dataset if it is likely enough and its records' own texts have a column."""
    kind = max(KINDS, key=proposal.kinds.__getitem__)
    chance = proposal.kinds[kind]
    reading = read_as(kind, proposal) if chance >= DOUBTFUL else None
    others = tuple((k, round(p, 2)) for k, p in proposal.kinds.items() if k not in (kind, NONE))
    table, columns = with_header(proposal.table, proposal.header), proposal.columns
    judged = f" of {proposal.pooled.tables} tables under the same head" if proposal.pooled else ""
    why = f"{kind} with probability {chance:.2f}{judged}: {in_words(proposal.why(kind))}"
    if (
        reading is None
        or reading.missing
        or chance < SURE
        or _is_bare(reading, proposal)
        or not _is_borne_out(reading, proposal)
    ):
        guess = kind if chance >= DOUBTFUL else ""
        every = (*others, (kind, round(chance, 2)))
        return Recognised(proposal.table, "", columns, None, (why,), every, chance, guess, reading)
    reasons = tuple(r.reason for r in reading.roles) + tuple(v.reason for v in reading.values)
    return Recognised(table, kind, columns, reading, reasons, others, chance)


def _is_bare(reading: Reading, proposal: Proposal) -> bool:
    """Whether nothing but texts is there, without a title and with nothing said of any: a box of prose."""
    filled = {c.number for c in proposal.columns if c.filled}
    played = {r.column for r in reading.roles} | {v.column for v in reading.values}
    return not proposal.header and len(played & filled) < MIN_ROLES


def _is_borne_out(reading: Reading, proposal: Proposal) -> bool:
    """Whether records that have values show any, or what tells of them, or a title names their texts."""
    kind = KINDS[reading.dataset]
    if VALUE not in kind.beside:
        return True
    told = any(kind.meaning(role.name) in kind.beside or role.name == "ref" for role in reading.roles)
    shown = zip(proposal.columns, proposal.shown, strict=True)
    signs = next((signs for column, signs in shown if column.number == reading.subject), {})
    return (
        bool(reading.values) or told or any(f"{word} {kind.subject}" in signs for word in ("is", "reads as"))
    )


def with_header(table: Table, header: Sequence[Row]) -> Table:
    """The table with these rows as its head, and without the rows that print the head again."""
    rows = []
    for row in table.rows:
        if any(row is h or same_titles(row, h) for h in header):
            rows.append(replace(row, kind="header"))
        elif not any(same_text(row, h) for h in header):
            rows.append(row)
    return replace(table, rows=tuple(rows), header_rows=len(header))
