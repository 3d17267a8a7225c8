"""Reads minutes: their column of actions names who is to act, and what was minuted is the action."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.posts import kind_of, people_words
from agendapack.extract.normalise.value_status import says_nothing
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.role_words import Role, words_of_roles
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.titles import Phrases, folded
from agendapack.schemas import from_words

NAMED_SHARE = 0.8
"""Share of the filled cells of the column that name people, or say that nobody is to act."""
TITLE_FIT = 0.9
"""Title fit from which a column is that of those who are to act."""
MIN_SENTENCE_WORDS = 3
"""Words of the minutes on average; a column of names has fewer."""


def lone_head(table: Table) -> tuple[Row, ...]:
    """The first row where its only text stands over the last column: "Action" over a margin of initials."""
    if len(table.rows) < 2:
        return ()
    first = table.rows[0]
    filled = [cell for cell in first.cells if cell.text]
    alone = len(filled) == 1 and filled[0].column == table.columns - 1
    return (first,) if alone else ()


def read_as_minutes(columns: Sequence[Column]) -> Reading | None:
    """The text of the minutes as actions of those whom the last column names; None for other tables."""
    *before, last = columns
    if not before or not _names_people(last):
        return None
    text = max(before, key=_words)
    if _words(text) < MIN_SENTENCE_WORDS:
        return None
    ref = next((c for c in before if c is not text and (share("ref", c.cells) or 0.0) >= NAMED_SHARE), None)
    played = (("ref", ref), ("action", text), ("officers", last))
    reason = "minutes with the names of those who are to act"
    roles = tuple(Role(c.number, name, reason) for name, c in played if c is not None)
    return Reading("actions", roles, (), 1.0, (), needs="officers")


def _names_people(column: Column) -> bool:
    """Whether a column of actions holds nothing but names."""
    filled = column.filled
    if not filled or not _titles().any_fits(column.titles, TITLE_FIT):
        return False
    named = [_is_named(c) for c in filled]
    idle = [says_nothing(c.flat) for c in filled]
    return any(named) and sum(a or b for a, b in zip(named, idle, strict=True)) >= NAMED_SHARE * len(filled)


def _is_named(cell: Cell) -> bool:
    """Whether every entry of a cell is a person, initials, a body or a post, and nothing else is said."""
    entries = split_officers(cell.text)
    return bool(entries) and all(kind_of(e, ()) or e.casefold() in people_words().posts for e in entries)


def _words(column: Column) -> float:
    """Words of a filled cell, on average."""
    filled = column.filled
    return sum(len(c.flat.split()) for c in filled) / len(filled) if filled else 0.0


@from_words
def _titles() -> Phrases:
    """The titles of a column of actions, or of those who are to act: "Action", "Action by"."""
    rules = words_of_roles()["actions"]
    who = [word for word in rules["officers"].words if "action" in folded(word)]
    return Phrases((*rules["action"].words, *rules["action"].only, *who))
