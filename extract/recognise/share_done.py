"""How much of each action is done: a column of percentages whose title is one of progress."""

from __future__ import annotations

import re
from dataclasses import replace

from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.draft import Draft
from agendapack.extract.recognise.role_words import Role, RoleWords
from agendapack.extract.recognise.titles import Phrases
from agendapack.schemas import remembered

PROGRESS = "progress"
SURE_FIT = 0.95
"""Title fit from which a column is called after progress."""
PERCENT = re.compile(r"\d{1,3}(?:\.\d+)?\s?%")


def share_done(draft: Draft) -> Draft:
    """With the progress for such a column where none tells it in words."""
    taken = {role.column for role in draft.roles}
    if draft.said or any(role.name == PROGRESS for role in draft.roles):
        return draft
    titles = _titles(draft.rules[PROGRESS])
    left = (column for column in draft.columns if column.number not in taken and _is_percentages(column))
    found = next((c for c in left if titles.any_fits(c.titles, SURE_FIT)), None)
    told = (Role(found.number, PROGRESS, f"{found.title!r} over percentages"),) if found else ()
    return replace(draft, roles=(*draft.roles, *told))


def _is_percentages(column: Column) -> bool:
    return bool(column.filled) and all(PERCENT.fullmatch(cell.flat) for cell in column.filled)


@remembered
def _titles(rule: RoleWords) -> Phrases:
    return Phrases((*rule.words, *rule.only))
