"""Check: a text that gives something a figure that no row of it has, though one has nearly that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Place
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import LabelledText, Thing
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import FigureRole, SaidFigure, any_month, figures_said
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import stems, words

NEAR = Decimal("0.35")
"""Share of a figure by which a row's own may be off; beyond it the text speaks of another thing."""
NEXT = Decimal("0.1")
"""Share by which figures of one thing are off, if one of them is a slip."""
SCALES = tuple(map(Decimal, (1, 1000, 1_000_000)))
MOST_BETWEEN = 60
"""Characters between a name and its figure, where the sentence names other things too."""
BEHIND = 24
"""Characters between a figure and a name behind it: "16 marine incidents"."""
LONG = 3
"""Digits of a figure that is no other's by chance."""
WORDS_A_FIGURE = 3
"""Words of a sentence for each of its figures; with fewer it is a line of a list."""
ENOUGH = 6
"""What must speak for it that a figure is of a row."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(rf"\b(?:{any_month()}|q(?:uarter)?\s?[1-4]|20\d\d/\d\d)", re.IGNORECASE)
_SCALED = re.compile(r"000|thousand|million|\d\s?[mk]\b", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:in|over|during|for)\s+the\s+(?:\w+\s+)?quarter\b", re.IGNORECASE)
_MONTH = re.compile(any_month(), re.IGNORECASE)
MONTHS = 3
"""Of a quarter."""
_OWN = (FigureRole.LEVEL, FigureRole.BEFORE)


@dataclass(frozen=True, slots=True)
class _Printed:
    thing: Thing
    cell: LabelledText
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
        figures = list(figures_said(sentence))
        for said in figures if len(figures) * WORDS_A_FIGURE <= len(sentence.split()) else ():
            own = _owner(said, named)
            known = own and _years_known(sentence, own.things) and _past_known(said, own.things)
            if own and known and _is_of_row(said, own.things):
                others = [f for f in figures if f is not said and _owner(f, named) is own]
                yield from _hits(where, said, own, others)


def _owner(said: SaidFigure, named: Sequence[Named]) -> Named | None:
    """The last thing named before a figure, if it is near; else one that is named next behind it."""
    before = [n for n in named if n.end <= said.start]
    if before and (len(named) == 1 or said.start - before[-1].end <= MOST_BETWEEN):
        return before[-1]
    behind = [n for n in named if n.end > said.end and n.start - said.end <= BEHIND]
    return behind[0] if behind and not before else None


def _is_of_row(said: SaidFigure, things: Sequence[Thing]) -> bool:
    """Whether a figure says how much there is, or what a title or the name speaks of: a forecast, a limit."""
    if said.role is not FigureRole.WANTED:
        return said.role is not FigureRole.CHANGE
    return any(said.wanted in words(" ".join((t.name, *t.titles))) for t in things)


def _years_known(sentence: str, things: Sequence[Thing]) -> bool:
    """Whether the tables speak of each year that the sentence names."""
    titles = " ".join(title for t in things for title in (*t.titles, t.sheet.entry.title))
    return (
        all(year in titles or year[2:] in titles for year in _YEAR.findall(sentence))
        if _YEAR.search(titles)
        else True
    )


def _past_known(said: SaidFigure, things: Sequence[Thing]) -> bool:
    """Whether the tables have figures of several periods, where a sentence says how much there was."""
    if said.role is not FigureRole.BEFORE:
        return True
    return any(sum(bool(_PERIOD.search(c.title)) for c in t.cells if c.figure) > 1 for t in things)


def _hits(where: Place, said: SaidFigure, named: Named, others: Sequence[SaidFigure]) -> Iterator[Hit]:
    own = list(_printed(named, said.share))
    alike = [p for p in own if _is_share(p) == said.share]
    if not alike or any(_is(said, p) for p in (*own, *_with_next(named, said.share))):
        return
    swapped = [p for p in alike if _turned(said, p)]
    told = [p for p in alike if _period_told(where.quote, p.cell.title)]
    of_period = [] if any(_is(other, p) for other in others for p in told) else told
    nearest = swapped[0] if swapped else min(of_period or alike, key=lambda p: p.apart(said.value))
    company = any(_is(other, p) for other in others for p in _printed(named, other.share))
    off = nearest.apart(said.value) / said.value if said.value else NEAR
    value = 3 if swapped else 2 * (company and said.role in _OWN) + 2 * bool(of_period) + (off <= NEXT)
    if (swapped or off <= NEAR) and value + _weight(said, named, nearest) >= ENOUGH:
        yield _hit(where, said, nearest, named)


def _weight(said: SaidFigure, named: Named, printed: _Printed) -> int:
    """How much speaks for it that a figure is of the thing named, beside its value, company and period."""
    thing = printed.thing
    title = f"{printed.figure.text} {printed.cell.title} {thing.name}"
    unit = said.share or (said.money and "£" in title) or set(stems(said.noun)) & set(stems(title))
    whole = min(2, len(thing.stems)) if named.whole else 0
    told = 1 if said.role in _OWN or said.role is FigureRole.WANTED else -1
    within = named.start < said.start and said.end < named.end
    beside = 2 if within or named.start - said.end in (0, 1) else int(named.end <= said.start)
    scaled = -2 if printed.scale > 1 and not (said.money or _SCALED.search(title)) else 0
    return whole + told + beside + _exact(said) + bool(unit) + scaled


def _period_told(sentence: str, title: str) -> bool:
    """Whether a sentence names the month, quarter or year over a column."""
    whole = title == "Quarter" and _QUARTER.search(sentence)
    return bool(whole or set(_periods(sentence)) & set(_periods(title)))


def _periods(text: str) -> Iterator[str]:
    for found in _PERIOD.finditer(text):
        yield "".join(found[0].casefold().replace("quarter", "q").split())[
            : 3 if found[0][0].isalpha() else 7
        ]


def _is(said: SaidFigure, printed: _Printed) -> bool:
    return printed.apart(said.value) <= said.half + printed.figure.half_unit * printed.scale


def _turned(said: SaidFigure, printed: _Printed) -> bool:
    """Whether the two have the same digits in another order, and no other point: 9.5 is no slip for 59."""
    figure = abs(printed.figure.value) * printed.scale
    alike = sorted(_digits(printed.figure.text)) == sorted(said.digits)
    return alike and figure.adjusted() == said.value.adjusted()


def _printed(named: Named, share: bool) -> Iterator[_Printed]:
    for thing in named.things:
        for cell in (*thing.cells, *_quarter(thing)):
            if cell.figure:
                for scale in SCALES[:1] if share else SCALES:
                    yield _Printed(thing, cell, cell.figure, scale)


def _with_next(named: Named, share: bool) -> Iterator[_Printed]:
    """What a row makes with the row above or below it, which a text may tell together."""
    for thing in named.things:
        rows = [thing.sheet.figures[r] for r in (thing.row - 1, thing.row + 1) if r in thing.sheet.body]
        for column, mine in enumerate(thing.sheet.figures[thing.row]):
            for other in (row[column] for row in rows):
                if mine and other and _unit_printed(mine) == _unit_printed(other):
                    both = Figure(mine.value + other.value, f"{mine.text} + {other.text}", mine.percent)
                    for scale in SCALES[:1] if share else SCALES:
                        yield _Printed(thing, LabelledText("", both.text, both), both, scale)


def _unit_printed(printed: Figure) -> str:
    """What is printed round a figure, signs left out: "£m" of "-£19.7m"."""
    return "".join(c for c in printed.text if c not in "0123456789.,+-−() ")


def _quarter(thing: Thing) -> Iterator[LabelledText]:
    """The three months of a row, added up."""
    months = [c for c in thing.cells if _MONTH.match(c.title)]
    figures = [c.figure for c in months if c.figure and not c.figure.percent]
    if len(months) == len(figures) == MONTHS and all(f.value == int(f.value) for f in figures):
        total = sum(f.value for f in figures)
        told = f"{' + '.join(f.text for f in figures)} = {total}"
        yield LabelledText("Quarter", told, Figure(Decimal(total), told))


def _is_share(printed: _Printed) -> bool:
    return (
        printed.figure.percent or "%" in f"{printed.thing.name} {printed.cell.title} {_unit(printed.thing)}"
    )


def _unit(thing: Thing) -> str:
    return next((c.text for c in thing.cells if c.title.casefold() in ("unit", "units", "measure")), "")


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _exact(said: SaidFigure) -> bool:
    """Whether a figure is printed so exactly, or with such a sign, that it is no other's by chance."""
    return said.share or said.money or len(said.digits) >= LONG or "." in said.text


def _hit(where: Place, said: SaidFigure, printed: _Printed, named: Named) -> Hit:
    label = printed.thing.name or printed.thing.ref
    facts = {"said": said.text, "label": label, "printed": printed.figure.text, "sentence": where.quote[:200]}
    there = printed.thing.place(f"{label}: {printed.figure.text}")
    return Hit(printed.thing.refs, (where, there), facts)
