"""What a table as printed yields, under what stands around it."""

from __future__ import annotations

from collections.abc import Mapping

from sheets import table

from agendapack.extract.model import Action, Colour, Indicator, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import DraftRows, records

PLAN = "Quays plan 2031/32"
HEAD = "*Ref | *Action | *Due date | *Lead officer | *Associated PIs | *Status"
ACTIONS = (
    HEAD,
    "QA 1 | Dredge the inner basin before the season | Mar 2032 | Jo Kerr / Pat Voss | KPI 4-6 | Complete",
    "QA 2 | Paint the loading crane on the north quay | Ongoing | Pat Voss | | On track",
)


def read(
    *tables: Table,
    above: str = "",
    below: str = "",
    plan: str = PLAN,
    colours: Mapping[Colour, str] | None = None,
) -> DraftRows:
    place = Around(plan, (above,) if above else (), below, colours or {})
    return records(recognise(tables), lambda _: place)


def actions(*printed: str, **around) -> list[Action]:
    return read(table(*printed), **around).actions


def indicators(*printed: str, **around) -> list[Indicator]:
    return read(table(*printed), **around).indicators


def values(*printed: str) -> list[tuple[str, str, str, str]]:
    return [(v.measure, v.period, v.text, v.unit) for v in read(table(*printed)).indicator_values]
