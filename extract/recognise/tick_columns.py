"""Columns that are ticked: "Short | Middle | Long" with an X in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.titles import fits_only
from agendapack.schemas import vocabulary

MIN_COLUMNS = 2
"""Ticked columns that stand beside each other and say one thing."""


@dataclass(frozen=True, slots=True)
class TickColumns:
    """Neighbouring columns of which a row ticks one or more."""

    role: str
    """due or rag."""
    titles: tuple[tuple[int, str], ...]
    """Column numbers with what a tick in them says."""


def marked_columns(columns: Sequence[Column]) -> list[TickColumns]:
    """Runs of ticked columns whose titles are times or ratings."""
    found: list[TickColumns] = []
    run: list[Column] = []
    for column in [*columns, None]:
        if column is not None and _is_ticked(column) and _meaning(column):
            run.append(column)
            continue
        meanings = {_meaning(c) for c in run}
        if len(run) >= MIN_COLUMNS and len(meanings) == 1 and any(c.filled for c in run):
            found.append(TickColumns(meanings.pop(), tuple((c.number, c.levels[-1]) for c in run)))
        run = []
    return found


def _is_ticked(column: Column) -> bool:
    marks = {str(m).casefold() for m in vocabulary("marks")["ticks"]}
    return bool(column.levels) and all(c.flat.casefold() in marks for c in column.filled)


def _meaning(column: Column) -> str:
    title = column.levels[-1]
    if any(fits_only(title, str(w)) for w in vocabulary("marks")["times"]) or parse_period(title):
        return "due"
    return "rag" if rag_of_text(title) else ""
