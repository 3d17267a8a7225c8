"""Check: a text that gives something a figure that no row of it has, though one has nearly that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from agendapack.extract.model import Place
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import Cell, Thing
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import Role, Said, figures_said
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import words

NEAR = Decimal("0.35")
"""Share of a figure by which a row's own may be off; beyond it the text speaks of another thing."""
SCALES = tuple(map(Decimal, (1, 1000, 1_000_000)))
MOST_BETWEEN = 60
"""Characters between a name and its figure."""
LONG = 3
"""Digits of a figure that is no other's by chance."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_OWN = (Role.LEVEL, Role.BEFORE)


@dataclass(frozen=True, slots=True)
class _Printed:
    thing: Thing
    cell: Cell
    figure: Figure
    scale: Decimal

    def apart(self, value: Decimal) -> Decimal:
        return abs(abs(self.figure.value) * self.scale - value)


@check(
    kind="conflicting_value",
    title="Text gives a row another figure than its table",
    severity="warning",
    message="The text says {said} for {label}, the table has {printed}: “{sentence}”",
    looks_at="lines, tables",
)
def figure_of_row(subject: Subject) -> Iterator[Hit]:
    """A figure for how much there is, near the name of a row, none of whose figures it is."""
    for sentence, where, named in subject.namings:
        for said in figures_said(sentence):
            own = _owner(said, named)
            if own and _is_of_row(said, own.things) and _years_known(sentence, own.things):
                yield from _hits(where, said, own)


def _owner(said: Said, named: Sequence[Named]) -> Named | None:
    """The last thing named before a figure, if it is near and the sentence names no other between."""
    before = [n for n in named if n.end <= said.start]
    if not before or said.start - before[-1].end > MOST_BETWEEN:
        return None
    return before[-1]


def _is_of_row(said: Said, things: Sequence[Thing]) -> bool:
    """Whether a figure says how much there is, or what a title or the name speaks of: a forecast, a limit."""
    if said.role is not Role.WANTED:
        return said.role in _OWN
    return any(said.wanted in words(" ".join((t.name, *t.titles))) for t in things)


def _years_known(sentence: str, things: Sequence[Thing]) -> bool:
    """Whether the tables speak of each year that the sentence names."""
    titles = " ".join(title for t in things for title in (*t.titles, t.sheet.entry.title))
    return (
        all(year in titles or year[2:] in titles for year in _YEAR.findall(sentence))
        if _YEAR.search(titles)
        else True
    )


def _hits(where: Place, said: Said, named: Named) -> Iterator[Hit]:
    own = [
        _Printed(thing, cell, cell.figure, scale)
        for thing in named.things
        for cell in thing.cells
        if cell.figure
        for scale in (SCALES[:1] if said.share else SCALES)
    ]
    alike = [p for p in own if _is_share(p) == said.share]
    if not alike or any(p.apart(said.value) <= said.half + p.figure.half_unit * p.scale for p in own):
        return
    nearest = min(alike, key=lambda p: p.apart(said.value))
    swapped = [p for p in alike if sorted(_digits(p.figure.text)) == sorted(said.digits)]
    if swapped or (named.whole and _exact(said) and nearest.apart(said.value) <= NEAR * said.value):
        yield _hit(where, said, swapped[0] if swapped else nearest, named)


def _is_share(printed: _Printed) -> bool:
    return (
        printed.figure.percent or "%" in f"{printed.thing.name} {printed.cell.title} {_unit(printed.thing)}"
    )


def _unit(thing: Thing) -> str:
    return next((c.text for c in thing.cells if c.title.casefold() in ("unit", "units", "measure")), "")


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _exact(said: Said) -> bool:
    """Whether a figure is printed so exactly, or with such a sign, that it is no other's by chance."""
    return said.share or said.money or len(said.digits) >= LONG or "." in said.text


def _hit(where: Place, said: Said, printed: _Printed, named: Named) -> Hit:
    label = printed.thing.name or printed.thing.ref
    facts = {"said": said.text, "label": label, "printed": printed.figure.text, "sentence": where.quote[:200]}
    there = printed.thing.place(f"{label}: {printed.figure.text}")
    return Hit(printed.thing.refs, (where, there), facts)
