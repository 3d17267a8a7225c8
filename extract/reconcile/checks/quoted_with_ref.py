"""Checks: figures that a text gives to a ref against what the tables have for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import IndicatorValue, Place
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.alike import measured
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
_FIGURE = re.compile(r"(?<![\w.,/£-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%|per\s?cent\b)?")
_COUNTED = re.compile(r"(?<![\w.,/£-])(\d{1,3}(?:,\d{3})+|\d+)\s+([a-z][a-z-]{4,})\b")
_CLAUSE = re.compile(r"[,;]\s+|\s+(?:and|but|while|whereas)\s+")
_WANTED = re.compile(r"\b(?:target|aim|milestone|goal)", re.IGNORECASE)


@check(
    kind="conflicting_value",
    title="Text gives a ref another figure for a period",
    severity="warning",
    message="The text says {said} for {ref} in {period}, the table has {printed}: “{sentence}”",
    looks_at="lines, indicator_values",
)
def quoted_with_ref(subject: Subject) -> Iterator[Hit]:
    """Only clauses that name one indicator, a period, and percentages of which none is the table's."""
    values = grouped((v.indicator_ref, v) for v in subject.result.indicator_values if v.value is not None)
    for ref, where in _clauses(subject):
        period = find_period(where.quote) if ref in values else None
        if not period or not period.end:
            continue
        its = [v for v in values[ref] if v.period_end == period.end and v.period_start == period.start]
        kind = "wanted" if _WANTED.search(where.quote) else "outturns"
        printed = next((v for v in its if measured(v) == kind and not v.component), None)
        percent = printed is not None and printed.unit == "percent"
        said = [f for f, is_percent in _figures(where.quote, period.text) if is_percent] if percent else []
        all_printed = {v.value for v in values[ref]}
        if printed and said and not {float(f) for f in said} & all_printed:
            yield _hit(ref, where, ", ".join(f"{f}%" for f in said), period.text, printed)


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
    for ref, where in _clauses(subject):
        for said in _COUNTED.finditer(where.quote):
            own = [(m, t) for t in rows.get(ref, ()) for m in _COUNTED.finditer(t.text) if m[2] == said[2]]
            if own and all(m[1] != said[1] for m, _ in own):
                match, text = own[0]
                refs = in_order((ref, *cited.get(ref, ())))
                facts = {"said": said[0], "ref": ref, "printed": match[0], "sentence": where.quote[:200]}
                yield Hit(refs, (where, place(text, text.text)), facts)


def _clauses(subject: Subject) -> Iterator[tuple[str, Place]]:
    """Each clause of the text that names one ref, with what stands between it and the next such clause."""
    for line in subject.lines:
        for sentence in _SENTENCE.split(line.text) if _FIGURE.search(line.text) else ():
            for ref, clause in _parted(sentence, subject.known):
                yield ref, Place(line.page, line.box, "", clause)


def _parted(sentence: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    whole = in_order(found.ref for found in find_refs(sentence, known=known))
    if len(whole) < 2:
        yield from ((ref, sentence) for ref in whole)
        return
    parts: list[tuple[tuple[str, ...], str]] = []
    for piece in _CLAUSE.split(sentence):
        refs = in_order(found.ref for found in find_refs(piece, known=known))
        if parts and (not refs or not parts[-1][0]):
            before, text = parts.pop()
            parts.append(((*before, *refs), f"{text} {piece}"))
        else:
            parts.append((refs, piece))
    yield from ((refs[0], text) for refs, text in parts if len(refs) == 1)


def _figures(sentence: str, period: str) -> Iterator[tuple[str, bool]]:
    """The figures of a sentence and whether they are percentages, the period's own digits left out."""
    for match in _FIGURE.finditer(sentence.replace(period, " ")):
        yield match[1].replace(",", "") + (match[2] or ""), bool(match[3])


def _hit(ref: str, where: Place, said: str, period: str, printed: IndicatorValue) -> Hit:
    facts = {
        "said": said,
        "ref": ref,
        "period": period,
        "printed": printed.text,
        "sentence": where.quote[:200],
    }
    return Hit((ref,), (where, place(printed, printed.text)), facts)
