"""Check: one name in two forms among the labels of a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

STEM = 7
"""Letters that two forms of one word share."""
ENDING = 3
"""Letters by which the one may be longer."""
MOST_FORMS = 20


@check(
    kind="name_variant",
    title="One name in two forms in a table",
    severity="info",
    message="{title}: “{first}” / “{second}”",
    looks_at="tables",
)
def label_forms(subject: Subject) -> Iterator[Hit]:
    """Labels that begin with forms of one word and go on with the same: Operational, Operation Boundary."""
    for sheet in subject.sheets:
        labels = [(row, sheet.label(row)) for row in sheet.body if sheet.label(row)]
        begun = [
            (label.split()[1].casefold(), (row, label)) for row, label in labels if len(label.split()) > 1
        ]
        for its in grouped(begun).values():
            pairs = combinations(its[:MOST_FORMS], 2)
            near = [(one, other) for one, other in pairs if _forms(one[1].split()[0], other[1].split()[0])]
            if near:
                yield _hit(sheet, *near[0])


def _forms(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    more = long.removeprefix(short)
    return len(short) >= STEM and long.startswith(short) and 1 < len(more) <= ENDING


def _hit(sheet: FigureSheet, one: tuple[int, str], other: tuple[int, str]) -> Hit:
    names = [" ".join(label.split()[:2]) for _, label in (one, other)]
    places = tuple(sheet.place(row, label) for row, label in (one, other))
    return Hit(
        (*names, one[1], other[1]), places, {"title": sheet.title, "first": one[1], "second": other[1]}
    )
