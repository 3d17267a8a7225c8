"""A table read as records of one kind: what each of its columns is."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.recognise.measures import LabelColumn, PeriodColumn, ValueColumn
from agendapack.extract.recognise.role_words import Role, words_of_roles
from agendapack.extract.recognise.tick_columns import TickColumns


@dataclass(frozen=True, slots=True)
class Reading:
    """A table read as one dataset."""

    dataset: str
    roles: tuple[Role, ...]
    values: tuple[ValueColumn, ...]
    score: float
    missing: tuple[str, ...]
    """Columns the dataset must have and the table lacks."""
    marked: tuple[TickColumns, ...] = ()
    """Ticked columns that together say one thing."""
    periods: tuple[PeriodColumn, ...] = ()
    """Columns that say for which time a row's values are."""
    ratings: tuple[int, ...] = ()
    """Columns that rate by period ("Q1 Status", "Q2 Status"), the newest last; the role names one of them."""
    led: str = ""
    """What the records' own texts begin with: their `ref`, their `number`, or neither."""
    labels: LabelColumn | None = None
    needs: str = ""
    """The role without which a row is no record: who is to act upon a minute."""
    beside: str = ""
    """The role that cites the one record beside which a row stands, by whatever that is known: "12"."""

    @property
    def used(self) -> frozenset[int]:
        """Columns that are read as something."""
        ticked = {number for m in self.marked for number, _ in m.titles}
        read = {r.column for r in self.roles} | {v.column for v in self.values}
        read |= {p.column for p in self.periods} | set(self.ratings)
        return frozenset(read | ticked | (set() if self.labels is None else {self.labels.column}))

    def column(self, role: str) -> int | None:
        """The column that plays the role."""
        return next((r.column for r in self.roles if r.name == role), None)

    @property
    def subject(self) -> int | None:
        """The column that the dataset must have: the action, the definition, the risk."""
        rules = words_of_roles()[self.dataset]
        return next((r.column for r in self.roles if rules[r.name].must), None)
