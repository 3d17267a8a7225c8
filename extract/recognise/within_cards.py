"""Recognise: the tables that stand on a card below its ratings, and the controls that one of them lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, union
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.decide import Proposal
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role, words_of_roles
from agendapack.extract.recognise.roles import read_as
from agendapack.extract.recognise.titles import Phrases
from agendapack.schemas import from_words

CONTROLS = "mitigations"
"""The role of a risk's controls, of which a card may have a table."""
SURE_FIT = 0.95
"""Title fit from which a column is called what it is."""
SAME_SIZE = 0.5
"""Points by which titles of one rank differ at most."""
Surroundings = Callable[[str], Around]


def with_tables_of_cards(found: Sequence[Recognised], around: Surroundings) -> list[Recognised]:
    """The tables, those below the ratings of a titled card with it; the controls are said of its risk."""
    given = [*found]
    for first, count in _spans(found, around):
        card = given[first]
        for at in range(first + 1, first + count):
            part = replace(given[at], card=card.table.table_id)
            if controls := _controls(part, around(part.table.table_id)):
                card = _controlled(card, controls)
                part = replace(
                    part,
                    kind="",
                    guess="",
                    guessed=None,
                    reading=None,
                    reasons=(f"controls of {card.table.table_id}",),
                )
            given[at] = part
        given[first] = card
    return given


def _spans(found: Sequence[Recognised], around: Surroundings) -> Iterator[tuple[int, int]]:
    """Where each titled card begins, and how many tables it has: up to the next title of its rank."""
    for first, card in enumerate(found):
        title = around(card.table.table_id).heading if card.titled else None
        if title is None:
            continue
        count, page = 1, card.table.page
        for table in found[first + 1 :]:
            place, top = around(table.table.table_id), table.table.box.top
            over = (line for line in place.near if line.box.mid_y < top)
            begun = any(line.size >= title.size - SAME_SIZE for line in over)
            if table.titled or begun or table.table.page > page + 1:
                break
            count, page = count + 1, table.table.last_page
        yield first, count


def _controls(part: Recognised, around: Around) -> list[Cell]:
    """The controls that a table lists, in a column called so or of such texts, and no risks of its own."""
    named = [c for c in part.columns if calls_controls(c.title)]
    if named or part.kind == "actions":
        return [*named[0].filled] if named else []
    own = Proposal.of(part.table, (), part.columns, around)
    reading = read_as("risks", own)
    column = reading.column(CONTROLS) if reading.subject is None else None
    return [cell for c in part.columns if c.number == column for cell in c.filled]


def calls_controls(title: str) -> bool:
    """Whether a title is one of controls, and not of what is still to be done."""
    controls, actions = _titles()
    return controls.any_fits([title], SURE_FIT) and not actions.any_fits([title], SURE_FIT)


@from_words
def _titles() -> tuple[Phrases, Phrases]:
    """What columns of controls and of actions are called."""
    rules = words_of_roles()
    return Phrases(rules["risks"][CONTROLS].words), Phrases(rules["actions"]["action"].words)


def _controlled(card: Recognised, controls: Sequence[Cell]) -> Recognised:
    """The card of one risk with its controls in a column of their own."""
    table, reading = card.table, card.reading
    if reading is None or reading.column(CONTROLS) is not None or len(table.rows) != 2:
        return card
    column, (head, row) = table.columns, table.rows
    first = controls[0]
    text = "\n".join(f"• {cell.text}" for cell in controls)
    box = union(cell.box for cell in controls if cell.page == first.page)
    title = replace(head.cells[-1], text="", words=(), column=column)
    whole = replace(first, text=text, words=(), box=box, row=1, column=column, row_span=1, column_span=1)
    rows = (replace(head, cells=(*head.cells, title)), replace(row, cells=(*row.cells, whole)))
    listed = replace(table, columns=column + 1, rows=rows)
    roles = (*reading.roles, Role(column, CONTROLS, "a table of the card lists them"))
    return replace(
        card,
        table=listed,
        columns=tuple(columns_of(listed, rows[:1], rows[1:])),
        reading=replace(reading, roles=roles),
    )
