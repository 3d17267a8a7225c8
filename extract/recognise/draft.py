"""A table on its way to being read as records of one kind; each step of the kind adds what it sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.measures import LabelColumn, PeriodColumn, ValueColumn
from agendapack.extract.recognise.role_words import Role, RoleWords


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of the columns so far."""

    rules: Mapping[str, RoleWords]
    """Of the kind's roles."""
    columns: tuple[Column, ...]
    shown: Mapping[int, Mapping[str, float]]
    """The signs of each column."""
    said: bool
    """Whether people said which column plays which role."""
    open: tuple[Column, ...]
    """Columns that may say something of a record."""
    dating: frozenset[int] = frozenset()
    """Of these the ones that say for which time values are, and play no role."""
    roles: tuple[Role, ...] = ()
    """Those of the best assignment, then what steps add."""
    candidates: tuple[Role, ...] = ()
    """All roles that columns may play."""
    measured: frozenset[int] = frozenset()
    """Columns of figures by the assignment."""
    values: tuple[ValueColumn, ...] = ()
    periods: tuple[PeriodColumn, ...] = ()
    ratings: tuple[int, ...] = ()
    labels: LabelColumn | None = None


Step = Callable[[Draft], Draft]
