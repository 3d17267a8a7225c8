"""What goes wrong while tables are understood costs the table it lies in, and never the pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from agendapack.extract.model import Table
from agendapack.extract.recognise.lessons import Lessons
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.tables import Surroundings, recognise


class Failure(NamedTuple):
    """A table with which something went wrong, for want of foresight."""

    table: Table
    error: Exception
    together: bool = False
    """Whether it went wrong with all tables of the pack together, of which this is the first."""


def recognise_with_care(
    tables: Sequence[Table], around: Surroundings, lessons: Lessons | None = None
) -> tuple[list[Recognised], list[Failure]]:
    """As `recognise`; where that fails, each table by itself. One that fails again is taken for nothing."""
    try:
        return recognise(tables, around, lessons), []
    except Exception as error:
        failures = [Failure(tables[0], error, together=True)]
    found: list[Recognised] = []
    for table in tables:
        try:
            found += recognise([table], around, lessons)
        except Exception as error:
            failures.append(Failure(table, error))
            found.append(Recognised(table, "", (), None, ("understanding it failed",), chance=0.0))
    return found, failures
