"""Cells with an earlier value in brackets behind the newer one, as the title of their column says."""

from __future__ import annotations

import re
from dataclasses import replace

from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.normalise.words import flat
from agendapack.extract.recognise.measure_names import measure_named
from agendapack.extract.recognise.measures import ValueColumn

PREVIOUS = "previous"
_TITLE = re.compile(r"(?P<outside>[^()]*)\((?P<inside>[^()]+)\)\s*")
_CELL = re.compile(r"(?P<newer>[^()\[\]]*[^()\[\]\s])\s*[(\[]\s*(?P<earlier>[^()\[\]]+)[)\]]\s*")


def parted(text: str, title: str, column: ValueColumn) -> list[tuple[str, ValueColumn]]:
    """The newer and the earlier value of a cell, each with what it is; of other cells the one as it stands.

    "Q2 (Q1)" and "Current (previous quarter in brackets)" say that there are two.
    """
    earlier = _earlier(title, column)
    found = _CELL.fullmatch(flat(text))
    if earlier is None or found is None or parse_value(found["earlier"])[0].value is None:
        return [(text, column)]
    return [(found["newer"], column), (found["earlier"].strip(), earlier)]


def _earlier(title: str, column: ValueColumn) -> ValueColumn | None:
    """What stands in brackets in the cells of a column; None where its title does not say."""
    found = _TITLE.fullmatch(flat(title))
    if found is None:
        return None
    if measure_named(found["inside"]) == PREVIOUS:
        return replace(column, measure=PREVIOUS, period=None)
    period = find_period(found["inside"])
    if period and find_period(found["outside"]):
        return replace(column, period=period)
    return None
