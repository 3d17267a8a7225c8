"""Checks: a text that counts rows by how they stand, against its own sum and against the tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.checks.narrative_counts import narrative_counts
from agendapack.extract.reconcile.counted import SaidCounts, counts_of, number_of
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.matrix import matrices, stands_for
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import numbers
from agendapack.schemas import from_words

COLOURS = frozenset({"Red", "Amber", "Green"})
_NUMBER = re.compile(r"(?<![\w.,])\d+(?![\w,])")
HUNDRED = Decimal(100)


@check(
    kind="sum_mismatch",
    title="Numbers in a text do not add up",
    severity="warning",
    message="The text counts {total}, and {parts}, which are {made}: “{sentence}”",
    looks_at="lines",
)
def text_adds_up(subject: Subject) -> Iterator[Hit]:
    """Parts beyond the whole; parts short of it only where every colour is named."""
    for line in subject.lines:
        for counts in counts_of(line.text):
            if counts.made > counts.total or (counts.made < counts.total and _is_whole(counts)):
                facts = {"total": counts.total, "made": counts.made, "parts": _told(counts.parts)}
                yield _hit(line, counts, counts.parts, facts)


@check(
    kind="sum_mismatch",
    title="Text counts other rows than the tables have",
    severity="warning",
    message="The text counts {parts}, the pack has {counted}: “{sentence}”",
    looks_at="lines, tables, actions, indicators, risks",
)
def text_against_tables(subject: Subject) -> Iterator[Hit]:
    """Held against the rows of the pack and against tables of counts, where these come to the same whole."""
    told = {place.quote for hit in narrative_counts(subject) for place in hit.places}
    for line in subject.lines:
        for counts in counts_of(line.text) if line.text not in told else ():
            others = [c for c in _counters(subject) if sum(c.values()) == counts.total == counts.made]
            best = min(others, key=lambda c: len(_wrong(counts, c)), default=None)
            if best and (wrong := _wrong(counts, best)):
                counted = _told({state: best[state] for state in wrong})
                yield _hit(line, counts, wrong, {"parts": _told(wrong), "counted": counted})


@check(
    kind="sum_mismatch",
    title="Percentage in a text does not follow from its numbers",
    severity="warning",
    message="{part} of {whole} is {made}%, printed as {printed}%: “{sentence}”",
    looks_at="lines",
)
def text_percentage(subject: Subject) -> Iterator[Hit]:
    """Beyond the rounding of the last printed place: "14 of 20 actions (75%)"."""
    for line in subject.lines:
        for match in _share().finditer(line.text):
            part, whole = (Decimal(number_of(match[n])) for n in (1, 2))
            printed = Decimal(match[3])
            step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
            if 0 < part <= whole and abs(part / whole * HUNDRED - printed) > step:
                made = (part / whole * HUNDRED).quantize(step)
                facts = {"part": part, "whole": whole, "made": made, "printed": printed}
                where = Place(line.page, line.box, "", line.text)
                yield Hit((f"page {line.page}",), (where,), {**facts, "sentence": match[0]})


def _is_whole(counts: SaidCounts) -> bool:
    """Whether the parts should be all there is: every colour, and no other number in the sentence."""
    numbers = len(_NUMBER.findall(counts.sentence))
    return counts.parts.keys() >= COLOURS and numbers <= len(counts.parts) + 1


def _counters(subject: Subject) -> Iterator[Counter[str]]:
    """How many rows stand in each way: in each dataset, in each table, and by tables of counts."""
    result = subject.result
    rows = [(i.source.table_id, "indicator", stands_for(i.rag)) for i in result.indicators]
    rows += [(a.source.table_id, "action", stands_for(a.status)) for a in result.actions]
    for key in {*(kind for _, kind, _ in rows), *(table for table, _, _ in rows)}:
        yield Counter(state for table, kind, state in rows if key in (table, kind) and state)
    for matrix in matrices(subject.sheets):
        for row in (*matrix.groups, *matrix.sums):
            yield Counter(matrix.counts(row))
    for sheet in subject.sheets:
        for column in sheet.columns:
            states = {r: stands_for(sheet.label(r)) for r in sheet.body}
            yield Counter(
                {s: int(f.value) for r, s in states.items() if s and (f := sheet.figures[r][column])}
            )


def _wrong(counts: SaidCounts, counted: Counter[str]) -> Mapping[str, int]:
    return {state: number for state, number in counts.parts.items() if counted[state] != number}


def _told(parts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {state}" for state, number in parts.items())


def _hit(line: Passage, counts: SaidCounts, states: Mapping[str, int], facts: Mapping[str, object]) -> Hit:
    where = Place(line.page, line.box, "", line.text)
    return Hit(tuple(states), (where,), {**facts, "sentence": counts.sentence[:160]})


@from_words
def _share() -> re.Pattern[str]:
    """The words "14 of 20 actions (70%)", numbers in words too."""
    number = rf"(\d{{1,4}}|{any_of(numbers('wording', 'number_words'))})"
    return re.compile(
        rf"(?<![\w.,£]){number} (?:out )?of (?:the |our |a total of )?{number}\b[^.;%()]{{0,60}}?"
        r"\((\d{1,3}(?:\.\d+)?)\s?%\)",
        re.IGNORECASE,
    )
