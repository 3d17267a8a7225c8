"""Check: a figure in the text against the table it is quoted from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agendapack.extract.model import IndicatorValue, Place
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.lines import Line
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import MAX_BLOCK_ROWS, words

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per cent)")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")


MIN_FIGURES = 3
"""Characters of a figure that can be told from another in disorder."""
STEM = 5
"""Letters of a word that must agree: "collected" and "collection" are one."""
MIN_STEMS = 2


@check(
    kind="conflicting_value",
    title="Text quotes another figure than the table",
    severity="warning",
    message="The text says {quoted} for {ref}, the table has {printed}: “{sentence}”",
    looks_at="lines, indicator_values",
)
def quoted_value(subject: Subject) -> Iterator[Hit]:
    """Told only where the figure in the text is one of the table's with its digits in another order.

    A text quotes targets, shares and earlier years that the table need not have; a slip of the
    fingers is another matter.
    """
    percents = [
        v for v in subject.result.indicator_values if v.unit == "percent" and v.indicator_ref and v.value
    ]
    values = grouped((v.indicator_ref, v) for v in percents)
    by_stem = grouped(
        (stem, (ref, its))
        for ref, (first, *_) in values.items()
        for its in (_stems(first.definition),)
        for stem in sorted(its)[:1]
        if len(its) >= MIN_STEMS
    )
    known = subject.known
    for line in subject.lines:
        for sentence in _SENTENCE.split(line.text) if _PERCENT.search(line.text) else ():
            stems = _stems(sentence)
            about = {found.ref for found in find_refs(sentence, known=known)} & set(values)
            about |= {
                ref for stem in stems for ref, its in by_stem.get(stem, ())[:MAX_BLOCK_ROWS] if its <= stems
            }
            for ref in sorted(about):
                yield from _hits(line, sentence, ref, values[ref])


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words(text) if len(word) >= STEM - 1)


def _hits(line: Line, sentence: str, ref: str, values: Sequence[IndicatorValue]) -> Iterator[Hit]:
    printed = {f"{v.value:g}": v for v in values}
    for text in _PERCENT.findall(sentence):
        plain = f"{float(text):g}"
        if plain in printed or len(plain) < MIN_FIGURES:
            continue
        for other, value in printed.items():
            if Counter(other) == Counter(plain):
                yield Hit(
                    (ref,),
                    (Place(line.page, line.box, "", sentence), place(value, value.text)),
                    {"quoted": f"{text}%", "ref": ref, "printed": value.text, "sentence": sentence},
                )
