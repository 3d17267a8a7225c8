"""Explain: why a value is what it is, in the sentences one person would say to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from agendapack.extract.correct.identity import squeezed
from agendapack.extract.explain.explained import Explained, Explanation
from agendapack.extract.explain.lookup import FoundRow, spoken
from agendapack.extract.recognise.looks import text_looks
from agendapack.schemas.loading import data_file

_WEIGHED = re.compile(r"(?<=[:,] )([^:,]+) ([+-])\d+\.\d(?=,|$)")
"""A sign in the reason for a column's role, and whether it speaks for it."""
MOST = 0.5
"""Share of a column's cells from which one says most of them."""


def in_sentences(hit: FoundRow, explanation: Explanation) -> Iterator[str]:
    """What the row is, where it is printed and how each value came about."""
    seen = " Its words were recognised on a picture." if explanation.record["read_by"] == "ocr" else ""
    yield hit.name
    yield f"  {hit.of.title}; {hit.place}; row {hit.row_id}.{seen}"
    yield from (f"The row was {said}." for said in explanation.reviews)
    yield from _values(explanation)
    if explanation.measured:
        yield f"Printed of it: {_listed(explanation.measured)}."
    links = explanation.links if len(explanation.values) > 1 else ()
    for title, lines in (("Link", links), ("In doubt", explanation.findings)):
        yield from (f"{title}: {line}" for line in lines)


def _values(explanation: Explanation) -> Iterator[str]:
    """A sentence for the values of each cell; what the tool works out itself stands last."""
    if len(explanation.values) == 1:
        yield from _alone(explanation.values[0])
        return
    told = [value for value in explanation.values if value.value and not _idle(value)]
    read = [value for value in told if value.how]
    for place in dict.fromkeys(map(_place, read)):
        yield from _sentences([value for value in read if _place(value) == place])
    computed = [_computed(value) for value in told if not value.how and value.value != "0"]
    if computed:
        yield f"Worked out by the tool: {'; '.join(computed)}."


def _alone(value: Explained) -> Iterator[str]:
    """All about one value, also where it is empty."""
    if value.how:
        yield from _sentences([value])
    else:
        yield f"Worked out by the tool: {_computed(value)}. {value.column.description}"


def _computed(value: Explained) -> str:
    """What no cell says; that it is so or not as one says it."""
    if value.value in ("yes", "no"):
        return f"it is {'not ' if value.value == 'no' else ''}{_name(value)}"
    return f"{_name(value)} {_said(value)}"


def _idle(value: Explained) -> bool:
    """Whether a value tells people nothing that the others do not."""
    return value.column.name.endswith("_id") or (value.how is not None and value.how.aside)


def _place(value: Explained) -> tuple[object, ...]:
    """What values share that are told in one sentence: the cell they are read from."""
    if value.cell is None or value.reviews or (value.how and value.how.around):
        return (value.column.name,)
    return value.cell.row, value.cell.column


def _sentences(values: Sequence[Explained]) -> Iterator[str]:
    """What the values are and why, and what was done to what is printed."""
    first, *others = values
    are = "are" if first.column.type == "list" else "is"
    said = [f"The {_name(first)} {are} {_said(first)}", *(f"the {_name(v)} {_said(v)}" for v in others)]
    yield f"{_listed(said)}{_why(first)}."
    yield from _changed([v for v in values if v.how and not v.how.around and not v.reviews])


def _changed(values: Sequence[Explained]) -> Iterator[str]:
    """What is printed, and the rules by which it became something else."""
    changed = [v for v in values if v.printed and not _as_printed(v)]
    if changed:
        printed = " ".join(changed[0].printed.split())
        rules = " ".join(dict.fromkeys(v.rule for v in changed))
        yield f"  Printed is “{printed}”. {rules}"


def _as_printed(value: Explained) -> bool:
    """Whether cell or title print the value as it is."""
    said = [squeezed(value.value), squeezed(spoken(value.data))]
    return squeezed(value.printed) in said or said[0] != "" and said[0] in squeezed(value.title.casefold())


def _why(value: Explained) -> str:
    if value.reviews:
        return f": {'; '.join(value.reviews)}"
    if value.cell is None:
        return f": {_clause(value.rule)}"
    if not value.value:
        return ""
    if value.how and value.how.around:
        heading = " ".join(value.printed.split())
        return f", because the heading above it on page {value.cell.spot.page} says “{heading}”"
    reasons = [*_title(value), *_cells(value)]
    return f", because {' and '.join(reasons)}" if reasons else f", read from the column {_headed(value)}"


def _title(value: Explained) -> Iterator[str]:
    """The title, where it speaks for what the column holds."""
    weighed = _WEIGHED.findall(value.because)
    titles = tuple(f"{begins} " for begins in _words()["titles"])
    if value.title and (not weighed or any(s.startswith(titles) for s, way in weighed if way == "+")):
        yield f"the column is {_headed(value)}"


def _cells(value: Explained) -> Iterator[str]:
    """What the column's cells look like, by the look most of them have that speaks for what it holds."""
    looks, signs = _words()["cells"], _WEIGHED.findall(value.because)
    counts = {
        sign: sum(sign in text_looks(cell) for cell in value.beside)
        for sign, way in signs
        if way == "+" and sign in looks
    }
    sign = max(counts, key=lambda each: counts[each], default="")
    if counts.get(sign):
        share = counts[sign] / len(value.beside)
        many = "all" if share == 1 else "most of" if share >= MOST else "some of"
        yield f"{many} its cells {looks[sign]}"


def _headed(value: Explained) -> str:
    return f"headed “{value.title}”" if value.title else "without a heading"


@cache
def _words() -> dict[str, Any]:
    return data_file("signs.yaml")


def _name(value: Explained) -> str:
    label = value.column.label
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _said(value: Explained) -> str:
    """The value as one says it: days in words, free text in quotation marks."""
    if not value.value:
        return "empty"
    if value.column.type in ("string", "object", "array") and not value.column.enum:
        return f"“{value.value}”"
    return spoken(value.data) if value.column.type == "date" else value.value


def _listed(parts: Sequence[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def _clause(rule: str) -> str:
    """A rule as the end of a sentence."""
    return f"{rule[:1].lower()}{rule[1:].rstrip('.')}"
