"""Columns in which a plan prints its headings: "Priority" before "Objective" before the action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Row
from agendapack.extract.normalise.text import join_bullets
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.titles import folded
from agendapack.extract.records.bands import Headings, label_levels
from agendapack.schemas import from_words, vocabulary

TEXT_SHARE = 0.7
"""Share of texts in a column of headings; ratings ("High") are none."""
HEADING_ROLES = frozenset({"priority", "objective"})
"""Roles that such a column may seem to play."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The headings of a row by level, and the columns that print them."""

    columns: frozenset[int] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)


def levels_of_rows(found: Recognised) -> Callable[[Row], Levels]:
    """What gives the headings of each row of a table, asked in printed order: an empty cell is as above."""
    columns, in_force = _level_columns(found), Headings()

    def levels(row: Row) -> Levels:
        for level, number in columns.items():
            cell = row.covering(number)
            text = join_bullets(cell.text) if cell else ""
            if text and text != in_force.outcome(level):
                in_force.apply(level, text)
        return Levels(frozenset(columns.values()), dict(in_force.texts))

    return levels


def _level_columns(found: Recognised) -> dict[str, int]:
    """By level the columns of headings before the records; none where only one level is printed."""
    reading = found.reading
    if reading is None or reading.subject is None or not KINDS[found.kind].levels:
        return {}
    roles = {r.column: r.name for r in reading.roles}
    printed: dict[str, int] = {}
    for column in found.columns[: reading.subject]:
        level = _level(column)
        if level and roles.get(column.number, "objective") in HEADING_ROLES:
            printed.setdefault(level, column.number)
    levels = vocabulary("bands")["levels"]
    return {level: printed[level] for level in levels if level in printed} if len(printed) > 1 else {}


def _level(column: Column) -> str:
    """The level that the column's title names, where its cells are texts."""
    if (share("text", column.cells) or 0.0) < TEXT_SHARE:
        return ""
    return next((level for title in column.titles if (level := _levels().get(folded(title)))), "")


@from_words
def _levels() -> dict[tuple[str, ...], str]:
    """The level of each title that is the label of a heading."""
    levels = vocabulary("bands")["levels"]
    return {folded(label): level for label, level in label_levels().items() if level in levels}
