"""What goes wrong while tables are understood costs the table it lies in, and never the pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from agendapack.extract.model import Table
from agendapack.extract.recognise.lessons import Lessons
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.tables import Surroundings, recognise

TOGETHER = "the tables of the pack were understood each by itself, not together as they are meant to be"
ALONE = "one of its tables was not understood"


class Failure(NamedTuple):
    """Something that went wrong for want of foresight, and the table with which it did, if any."""

    what: str
    error: Exception
    table: Table | None = None


def recognise_with_care(
    tables: Sequence[Table], around: Surroundings, lessons: Lessons | None = None
) -> tuple[list[Recognised], list[Failure]]:
    """As `recognise`; where that fails, each table by itself. One that fails again is taken for nothing."""
    try:
        return recognise(tables, around, lessons), []
    except Exception as error:
        failures = [Failure(TOGETHER, error, tables[0])]
    found: list[Recognised] = []
    for table in tables:
        try:
            found += recognise([table], around, lessons)
        except Exception as error:
            failures.append(Failure(ALONE, error, table))
            found.append(Recognised(table, "", (), None, ("understanding it failed",), chance=0.0))
    return found, failures
