"""Check: a text that names a row of a table and gives it a figure that no such row has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.clauses import SENTENCE
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.extract.reconcile.wording import words
from agendapack.schemas import from_words

_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<money>£\s?)?(?P<figure>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?\s?"
    r"(?P<unit>%|per ?cent\b|m\b|million\b|k\b|bn\b|billion\b)?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|per ?cent", re.IGNORECASE)
MIN_WORDS = 2
"""Words of a label that a sentence prints by no chance."""
LONGEST = 12
MOST_BETWEEN = 6
"""Words between a label and its figure."""
NEAR = Decimal("0.35")
"""Share of the nearest figure of the row by which a text may be off; beyond it speaks of another thing."""
SCALES = tuple(map(Decimal, (1, 1000, 1_000_000)))
UNITS = {"k": 1000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000}
Label = tuple[str, ...]
Row = tuple[FigureSheet, int]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A figure of a row, in units, thousands or millions."""

    sheet: FigureSheet
    row: int
    figure: Figure
    scale: Decimal

    def apart(self, value: Decimal) -> Decimal:
        """How far it is from a value; the sign of an underspend is said in words."""
        return abs(abs(self.figure.value) * self.scale - value)


@check(
    kind="conflicting_value",
    title="Text gives a row of a table another figure",
    severity="warning",
    message="The text says {said} for {label}, the table has {printed}: “{sentence}”",
    looks_at="lines, tables",
)
def row_in_text(subject: Subject) -> Iterator[Hit]:
    """A sentence with one share or sum of money that names one row in full, and says nothing of a change."""
    labels = _labels(subject.sheets)
    for line in subject.lines if labels else ():
        for sentence in SENTENCE.split(line.text):
            said = _only_figure(sentence)
            label = _named(sentence[: said.start()], labels) if said else None
            if said and label:
                yield from _hits(Place(line.page, line.box, "", sentence), said, labels[label])


def _labels(sheets: Sequence[FigureSheet]) -> Mapping[Label, tuple[Row, ...]]:
    """The rows of figures by the words of their label."""
    found = (
        (words(sheet.label(row)), (sheet, row))
        for sheet in sheets
        for row in sheet.body
        if any(sheet.figures[row])
    )
    return grouped((label, row) for label, row in found if MIN_WORDS <= len(label) <= LONGEST)


def _only_figure(sentence: str) -> re.Match[str] | None:
    """The one share or sum of money of a sentence."""
    now, another = _words()
    if not now.search(sentence) or another.search(sentence):
        return None
    found = [m for m in _FIGURE.finditer(sentence) if m["money"] or _SHARE.match(m["unit"] or "")]
    return found[0] if len(found) == 1 else None


def _named(lead: str, labels: Mapping[Label, Sequence[Row]]) -> Label | None:
    """The one label that stands in full before a figure, and near; of those inside each other the longest."""
    said = words(lead)
    spans = (
        (at, end)
        for at in range(len(said))
        for end in range(at + MIN_WORDS, min(at + LONGEST, len(said)) + 1)
    )
    found = [span for span in spans if said[span[0] : span[1]] in labels]
    longest = [s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)]
    near = len(longest) == 1 and len(said) - longest[0][1] <= MOST_BETWEEN
    return said[longest[0][0] : longest[0][1]] if near else None


def _hits(where: Place, said: re.Match[str], rows: Sequence[Row]) -> Iterator[Hit]:
    share = not said["money"]
    value, half = _value(said)
    own = [
        _Printed(sheet, row, figure, scale)
        for sheet, row in rows
        for figure in sheet.figures[row]
        for scale in (SCALES[:1] if share else SCALES)
        if figure
    ]
    likely = [
        one
        for one in own
        if not share or one.figure.percent or any("%" in one.sheet.header(c) for c in one.sheet.columns)
    ]
    if likely and not any(one.apart(value) <= half + one.figure.half_unit * one.scale for one in own):
        nearest = min(likely, key=lambda one: one.apart(value))
        if nearest.apart(value) <= NEAR * value:
            yield _hit(where, " ".join(said[0].split()), nearest)


def _value(said: re.Match[str]) -> tuple[Decimal, Decimal]:
    """A figure of a text, and half of its last printed place."""
    value = Decimal(said["figure"].replace(",", "") + (said["part"] or ""))
    unit = UNITS.get((said["unit"] or "").lower(), 1)
    return value * unit, Decimal(5).scaleb(int(value.as_tuple().exponent) - 1) * unit


def _hit(where: Place, said: str, printed: _Printed) -> Hit:
    label = printed.sheet.label(printed.row)
    facts = {"said": said, "label": label, "printed": printed.figure.text, "sentence": where.quote[:200]}
    there = printed.sheet.place(printed.row, f"{label}: {printed.figure.text}")
    return Hit(printed.sheet.refs(label), (where, there), facts)


@from_words
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words by which a sentence says how something stands, and those by which it speaks of another figure."""
    now, another = (
        whole_words(ordered("counts", key)) for key in ("says_how_it_stands", "of_another_figure")
    )
    return re.compile(now, re.IGNORECASE), re.compile(another, re.IGNORECASE)
