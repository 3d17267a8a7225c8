"""The typed rows of a pack while they are made, in printed order; their ids come later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, fields
from typing import NamedTuple

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Indicator, IndicatorValue, Risk, Rows
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.arrows import Arrow
from agendapack.extract.records.bands import Headings
from agendapack.extract.records.own_refs import OwnRefs


class Unread(NamedTuple):
    """A table of which no records could be made."""

    table: Recognised
    error: Exception


@dataclass(slots=True)
class DraftRows(Rows):
    """The rows, and what is known of them on the way."""

    initials: dict[str, str] = field(default_factory=dict)
    """What initials stand for, from the keys printed with the plans."""
    own_refs: OwnRefs = field(default_factory=OwnRefs)
    arrows: list[Arrow | None] = field(default_factory=list)
    """Of each indicator of the table at hand the arrow by which it tells its direction."""
    legends: Mapping[str, str] = field(default_factory=dict)
    """What the arrows of each table show, as far as a legend says so."""
    listed: list[Risk] = field(default_factory=list)
    """Risks as lists print them that have cards of their own."""
    owners: list[int | None] = field(default_factory=list)
    """Of each value the place of its indicator among the indicators; None where no table lists that."""
    unread: list[Unread] = field(default_factory=list)

    @contextmanager
    def apart(self, found: Recognised) -> Iterator[None]:
        """What goes wrong with a table costs that table alone: its rows are taken back, the error is kept."""
        lists = [own for each in fields(self) if isinstance(own := getattr(self, each.name), list)]
        lengths = [len(own) for own in lists]
        try:
            yield
        except Exception as error:
            for own, length in zip(lists, lengths, strict=True):
                del own[length:]
            self.unread.append(Unread(found, error))

    def add_values(self, values: Sequence[IndicatorValue], owner: Indicator) -> None:
        """Add the values of an indicator."""
        numbers = range(len(self.indicators) - 1, -1, -1)  # the owner is one of the last
        place = next(number for number in numbers if self.indicators[number] is owner)
        self.indicator_values += values
        self.owners += [place] * len(values)

    def add_quoted(self, values: Sequence[IndicatorValue]) -> None:
        """Add values of indicators that are named beside them and listed elsewhere, if at all."""
        self.indicator_values += values
        self.owners += [None] * len(values)


@dataclass(frozen=True, slots=True)
class RowContext:
    """What is said around a row and its table."""

    place: Around
    headings: Headings
    initials: Mapping[str, str]
