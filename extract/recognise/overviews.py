"""Recognise: lists whose rows name the parts of a report that follow are no records of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.recognised import Recognised

MIN_NAMED = 2
"""Rows that are named again above later tables,"""
NAMED_SHARE = 0.5
"""and share of the rows, from which a list is an overview of what follows."""
TELLING = frozenset({"due", "officers"})
"""Roles by which a list of actions tells more than an overview does: who is to act, and by when."""
REASON = "its rows are the titles of what follows, and tell neither who acts nor when"


def without_overviews(found: Sequence[Recognised], around: Callable[[str], Around]) -> list[Recognised]:
    """The tables; those that list the projects or themes of a report before its parts hold no actions."""
    titles = [[*map(_squeezed, around(table.table.table_id).above)] for table in found]
    return [
        replace(table, kind="", reading=None, reasons=(REASON, *table.reasons))
        if _is_overview(table, [title for above in titles[n + 1 :] for title in above])
        else table
        for n, table in enumerate(found)
    ]


def _is_overview(table: Recognised, titles: Sequence[str]) -> bool:
    reading = table.reading
    if table.kind != "actions" or table.said or table.printed or reading is None:
        return False
    if TELLING & {role.name for role in reading.roles}:
        return False
    ref = reading.column("ref")
    names = {*_names(table, ref, reading.subject)}
    named = sum(any(_is_named(name, title, whole=ref is None) for title in titles) for name in names)
    return named >= max(MIN_NAMED, NAMED_SHARE * len(names))


def _is_named(name: str, title: str, *, whole: bool) -> bool:
    """Whether a title is the name, or begins with one that a reference makes sure."""
    return title == name if whole else title.startswith(name)


def _names(table: Recognised, ref: int | None, subject: int | None) -> Iterator[str]:
    """What each row calls its record: its reference and its text, as a title prints them."""
    columns: dict[int, Column] = {column.number: column for column in table.columns}
    refs = {cell.row: cell.flat for cell in columns[ref].filled} if ref in columns else {}
    for cell in columns[subject].filled if subject in columns else ():
        yield _squeezed(f"{refs.get(cell.row, '')} {cell.flat}")


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
