"""Values that an action quotes of indicators: "KPI 7: % of staff who are satisfied 56% (+0.1 p.p.)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.model import Cell, IndicatorValue
from agendapack.extract.normalise.leading_ref import Led, led_by_ref
from agendapack.extract.normalise.refs import canonical
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.normalise.words import flat
from agendapack.extract.records.fields import Fields
from agendapack.schemas import vocabulary

ROLE = "indicator_refs"
"""The column of an action in which its indicators are named."""
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:\s*(?:%|[a-z])[^()\d]*)?"
_REACHED = re.compile(
    rf"\s(?P<reached>£?{_DIGITS}(?:\s?%|\s?[a-z]+)?)"
    rf"\s*(?P<change>\(\s*(?:[+−–-]\s*£?{_DIGITS}|0(?:\.0+)?){_UNIT}\))[.;,]?$"
)
"""A figure with its change behind it. One without may as well be what is to be reached."""


def quoted_values(fields: Fields, plan: str) -> list[IndicatorValue]:
    """The figures that a row prints of the indicators that it names, and how each changed."""
    cell = fields.cell(ROLE)
    if cell is None or not cell.text:
        return []
    here = replace(IndicatorValue(fields.source(cell), plan, "", "", ""), section=fields.section)
    return [value for entry in _entries(cell) for value in _of_entry(entry, here)]


def _entries(cell: Cell) -> Iterator[Led]:
    """The texts of a cell, each from the line that begins with a reference to the next one."""
    lines = cell.text.split("\n")
    starts = [at for at, line in enumerate(lines) if led_by_ref(line)]
    for start, end in pairwise([*starts, len(lines)]):
        if entry := led_by_ref("\n".join(lines[start:end])):
            yield entry


def _of_entry(entry: Led, here: IndicatorValue) -> Iterator[IndicatorValue]:
    text = flat(entry.text)
    found = _REACHED.search(text)
    name = text[: found.start()].rstrip(" :=–-") if found else ""
    if not found or not name or name.split()[-1].casefold() in vocabulary("measures")["runs_into_a_figure"]:
        return
    reached, change = found["reached"], found["change"]
    for measure, printed, figure in (("actual", reached, reached), ("change", change, change[1:-1])):
        for value in parse_value(figure, hint=name):
            yield replace(
                here,
                indicator_ref=canonical(entry.ref),
                definition=name,
                measure=measure,
                text=printed,
                value=value.value,
                unit=value.unit,
            )
