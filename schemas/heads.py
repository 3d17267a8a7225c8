"""How people write what a table lists and what its columns hold, and what of that makes sense."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from agendapack.schemas.loading import data_file

BAR = "|"
FIGURES = "value"
"""The role of a column of an indicator's figures, which several columns of a table may play."""
SHOWN = 40
"""Characters shown of a word that is refused."""


def titles_in(head: str) -> tuple[str, ...]:
    """The column titles of a head written in one line."""
    return tuple(title.strip() for title in head.split(BAR)) if head else ()


def roles_in(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles and roles of a line like "Task: action | No: ref"; raises a ValueError that says why not."""
    parts = [part.rpartition(":") for part in line.split(BAR)] if line.strip() else []
    roles = tuple(role.strip() for _, _, role in parts)
    for (_, colon, _), role in zip(parts, roles, strict=True):
        if not colon:
            raise ValueError(f"{role[:SHOWN]!r} needs a colon between the column's title and its role")
        if role and not any(role in known for known in map(roles_of, kinds())):
            raise ValueError(f"there is no role {role[:SHOWN]!r}")
    return tuple(title.strip() for title, _, _ in parts), roles


def kinds() -> list[str]:
    """What a table may list."""
    return list(_tables())


def roles_of(kind: str) -> list[str]:
    """The roles that columns of a table of this kind may play."""
    if not kind:
        return []
    figures = [FIGURES] if _tables()[kind].get("figures") else []
    return [*_tables()[kind]["roles"], *figures]


def subject_of(kind: str) -> str:
    """The role without which a table is none of this kind."""
    return next(str(role) for role, said in _tables()[kind]["roles"].items() if said.get("must"))


def misfit(kind: str, roles: Sequence[str] = ()) -> str:
    """Why no table can be of the kind with columns of these roles; nothing when one can."""
    if kind not in ("", *kinds()):
        return f"tables list {', '.join(kinds())} or nothing, not {kind[:SHOWN]!r}"
    given = [role for role in roles if role]
    if unknown := [role for role in given if role not in roles_of(kind)]:
        return f"tables of {kind or 'no records'} have no column {unknown[0]!r}"
    twice = [role for role in given if role != FIGURES and given.count(role) > 1]
    return f"two columns cannot both be {twice[0]!r}" if twice else ""


def wrong_entry(entry: Any) -> str:
    """What is wrong with an entry of a vocabulary of heads; nothing when it can be used."""
    if not isinstance(entry, Mapping) or not {"kind", "columns"} <= entry.keys() <= {
        "council",
        "kind",
        "columns",
    }:
        return "each of heads.tables needs kind and columns, may have council, and nothing else"
    columns = entry["columns"]
    texts = [entry["kind"], entry.get("council", ""), *(columns if isinstance(columns, list) else [None])]
    if not all(isinstance(text, str) and BAR not in text for text in texts):
        return "in heads.tables kind and council are texts, columns a list of texts, none with a bar in it"
    try:
        return misfit(entry["kind"], roles_in(BAR.join(columns))[1])
    except ValueError as wrong:
        return str(wrong)


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = data_file("vocabulary", "tables.yaml")
    return tables
