"""Checks: figures that a text gives to a ref against what the tables have for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.model import IndicatorValue, Place
from agendapack.extract.normalise.period_days import Period
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.units import unit_name
from agendapack.extract.reconcile.alike import measured, short
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.texts import RowText

_FIGURE = re.compile(r"(?<![\w.,/£-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%|per\s?cent\b|[a-z]+\b)?")
_CHANGE = re.compile(r"\b(?:by|within|(?<!target )of)\s+(?:about\s+)?$")
"""Before a figure that says how much something moved, or how it is measured."""
LEAD = 16
"""Characters before a figure that may say that it is a change."""
PAIR = 2
"""Figures that are quoted together."""
_COUNTED = re.compile(r"(?<![\w.,/£-])(\d{1,3}(?:,\d{3})+|\d+)\s+([a-z][a-z-]{4,})\b")
_NOW = re.compile(r"\b(?:is|was|stood|stands|reported|achieved|at)\b", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:target|aim|goal|milestone|national\w*|average|compar\w+|previous\w*|last\s+(?:year|quarter|month)|points?|against|england|variance|"
    r"increas\w+|decreas\w+|rose|rise|fell|fall\w*|improve\w*|by)\b",
    re.IGNORECASE,
)
"""A clause with these speaks of more than one figure, or of another than the indicator's own."""
_MOVED_TO = re.compile(
    r"\b(?:rose|risen|fell|fallen|increased|decreased|improved|slipped|dropped|up|down)(?:\s+(?:again|back|slightly|further))?\s+to\b",
    re.IGNORECASE,
)
"""What it is now, and not how much it moved."""
_EARLIER = re.compile(r"\bin\s+the\s+last\s+(?:year|quarter|month)\b", re.IGNORECASE)
_WANTED = re.compile(r"\b(?:target|aim|milestone|goal)", re.IGNORECASE)


@check(
    kind="conflicting_value",
    title="Text gives an indicator another figure for a period",
    severity="warning",
    message="The text says {said} for {ref} in {period}, the table has {printed}: “{sentence}”",
    looks_at="lines, indicator_values",
)
def quoted_with_ref(subject: Subject) -> Iterator[Hit]:
    """Only clauses that name one indicator and a period, and none of whose figures is one of the table's."""
    values = _values(subject)
    for ref, where in subject.clauses:
        period = find_period(where.quote) if ref in values else None
        its = list(_of_period(values[ref], period)) if period else []
        kind = "wanted" if _WANTED.search(where.quote) else "outturns"
        printed = next((v for v in its if measured(v) == kind and not v.component), None)
        if period and printed:
            said = [(text, f) for text, f, unit in _figures(where.quote, period.text) if unit == printed.unit]
            if said and not {f for _, f in said} & {v.value for v in values[ref]}:
                yield _hit(ref, where, ", ".join(text for text, _ in said), period.text, printed)


@check(
    kind="conflicting_value",
    title="Text gives an indicator a figure that its tables have nowhere",
    severity="warning",
    message="The text says {said} for {ref}, the tables have {printed}: “{sentence}”",
    looks_at="lines, indicator_values",
)
def quoted_nowhere(subject: Subject) -> Iterator[Hit]:
    """A clause that names one indicator, one figure in its unit, and no other period than its values."""
    values = _values(subject)
    for ref, where in subject.clauses:
        its = [v for v in values.get(ref, ()) if not v.component]
        clause = _MOVED_TO.sub("is at", where.quote.replace(ref, " "))  # "% answered within target"
        if sum(measured(v) == "outturns" for v in its) > 1:  # the tables tell the earlier ones too
            clause = _EARLIER.sub(" ", clause)
        if not its or not _NOW.search(clause) or _APART.search(clause):
            continue
        period = find_period(where.quote)
        if period and period.end and not any(_of_period(its, period)):
            continue
        said = [f for f in _figures(where.quote, period.text if period else "") if f[2] == its[-1].unit]
        if len(said) == 1 and not any(_rounded(said[0][1], said[0][0], v.value or 0) for v in its):
            outturns = [v for v in its if measured(v) == "outturns"] or its
            nearest = min(outturns, key=lambda v: abs((v.value or 0) - said[0][1]))
            facts = {"said": said[0][0], "ref": ref, "printed": nearest.text, "sentence": where.quote[:200]}
            yield Hit((ref,), (where, place(nearest, nearest.text)), facts)


def _rounded(said: float, text: str, value: float) -> bool:
    """Whether a text says a value to as many places as it prints."""
    places = len(re.sub(r"[^\d.]", "", text).partition(".")[2])
    return abs(value - said) <= 0.5001 / 10.0**places


@check(
    kind="conflicting_value",
    title="Text gives an indicator a figure or target that its table has not",
    severity="warning",
    message="The text says {said} for {ref}, the table has {printed}: “{sentence}”",
    looks_at="lines, indicator_values",
)
def quoted_with_target(subject: Subject) -> Iterator[Hit]:
    """A clause that sets a figure against a target, of which the table has the one and not the other."""
    values = _values(subject)
    for ref, where in subject.clauses:
        if ref not in values or not _WANTED.search(where.quote):
            continue
        its = [v for v in values[ref] if v.unit and not v.component]
        printed = {v.value or 0.0: v for v in its if v.unit == its[-1].unit}
        said = [(text, f) for text, f, unit in _figures(where.quote) if its and unit == its[-1].unit]
        strange = [(text, f) for text, f in said if f not in printed]
        if len(said) == PAIR and len(strange) == 1 and len(printed) >= PAIR:
            ((text, figure),) = strange
            others = printed.keys() - {f for _, f in said}  # the figure beside it is the other one's
            nearest = printed[min(others, key=lambda value: abs(value - figure))]
            facts = {"said": text, "ref": ref, "printed": nearest.text, "sentence": where.quote[:200]}
            yield Hit((ref,), (where, place(nearest, nearest.text)), facts)


@check(
    kind="conflicting_value",
    title="Text counts otherwise than the row it names",
    severity="warning",
    message="The text says {said} for {ref}, its row has {printed}: “{sentence}”",
    looks_at="lines, actions",
)
def counted_otherwise(subject: Subject) -> Iterator[Hit]:
    """A paragraph has 150 homes for an action, the row of the action 112 homes."""
    rows = grouped((text.name, text) for text in subject.texts)
    cited = grouped((link.from_ref, link.to_ref) for link in subject.links)
    for ref, where in subject.clauses:
        for said in _COUNTED.finditer(where.quote) if not where.row_id else ():
            own = [(m, t) for t in rows.get(ref, ()) for m in _COUNTED.finditer(t.text) if m[2] == said[2]]
            if own and all(m[1] != said[1] for m, _ in own) and not _printed_in(said[1], rows[ref]):
                match, text = own[0]
                refs = in_order((ref, *cited.get(ref, ())))
                facts = {"said": said[0], "ref": ref, "printed": match[0], "sentence": where.quote[:200]}
                yield Hit(refs, (where, place(text, text.text)), facts)


def _printed_in(number: str, texts: Sequence[RowText]) -> bool:
    """Whether a row prints a number for something: "half of the 900 homes are done" is no slip then."""
    pattern = re.compile(rf"(?<![\d.,]){re.escape(number)}(?![\d.,]*\d)")
    return any(pattern.search(text.text) for text in texts)


def _values(subject: Subject) -> Mapping[str, tuple[IndicatorValue, ...]]:
    """Values by what a text calls the indicator."""
    printed = subject.result.indicator_values
    return grouped((v.indicator_ref or v.definition, v) for v in printed if v.value is not None)


def _of_period(values: Sequence[IndicatorValue], period: Period) -> Iterator[IndicatorValue]:
    """The values of a period; of one without a year those of the last year that has it."""
    if period.end:
        yield from (v for v in values if (v.period_start, v.period_end) == (period.start, period.end))
        return
    named = [v for v in values if v.period_end and short(v.period).startswith(short(period.text))]
    last = max((v.period_end for v in named if v.period_end), default=None)
    yield from (v for v in named if v.period_end == last)


def _figures(sentence: str, period: str = "") -> Iterator[tuple[str, float, str]]:
    """The figures of a sentence as printed, their value and unit, the period's own digits left out."""
    text = sentence.replace(period, " ") if period else sentence
    for match in _FIGURE.finditer(text):
        unit = unit_name(match[3] or "")
        if unit and not _CHANGE.search(text, max(0, match.start() - LEAD), match.start()):
            yield " ".join(match[0].split()), float(match[1].replace(",", "") + (match[2] or "")), unit


def _hit(ref: str, where: Place, said: str, period: str, printed: IndicatorValue) -> Hit:
    facts = {
        "said": said,
        "ref": ref,
        "period": period,
        "printed": printed.text,
        "sentence": where.quote[:200],
    }
    return Hit((ref,), (where, place(printed, printed.text)), facts)
