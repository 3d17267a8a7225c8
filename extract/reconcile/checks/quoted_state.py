"""Checks: the score, rating or progress that a text gives to a ref against its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Action, Indicator, Place, Risk
from agendapack.extract.normalise.rag import rag_of_text, ratings_named
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.checks.status_and_progress import progress
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, place
from agendapack.extract.reconcile.scores import score_of
from agendapack.extract.reconcile.subject import Subject

_SCORE = re.compile(
    r"\b(?:scor\w+|rating|rated)\b(?:\s+(?:is|of|at|now|as|to|was|remains|stands|has|been|currently|reduced|increased|"
    r"risen|fallen|from\s+\d{1,2})){0,4}\s+(\d{1,2})(?![\d/%]|[.,]\d|\s*(?:or|and|to)\s+\d)",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\bfrom\s+\d{1,2}\s+to\s+(\d{1,2})(?![\d/%]|[.,]\d)", re.IGNORECASE)
_NOW = re.compile(r"\b(?:residual|current|net)\b", re.IGNORECASE)
_DONE = re.compile(r"(?<![\d.,])(\d{1,3})\s?(?:%|per\s?cent)\s+(?:complete|completed|done)\b", re.IGNORECASE)
_RATED = re.compile(
    r"\b(?:rated|is|are|remains|turned|moved\s+to|rating\s+of|status\s+of|at|now|flagged|as)\s+"
    r"(?:rated\s+|now\s+|at\s+|as\s+|currently\s+)?[\"“‘]?(red|amber|green)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:previous\w*|last\s+(?:quarter|year|month|time)|was|were|will|would|if|until|expected|had)\b", re.I
)
_NUMBER = re.compile(r"\d{1,3}")
_SCORED = re.compile(r"\b(?:scor\w+|rated|ratings?)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:inherent|initial\w*|gross|target\w*|before|previous\w*|originally|was|were|from|reduc\w+|increas\w+|"
    r"would)\b",
    re.IGNORECASE,
)
"""A sentence with these may speak of another score than the one now."""


@check(
    kind="conflicting_value",
    title="Text gives a risk another score than its row",
    severity="warning",
    message="The text gives {ref} a score of {said}, its row has {printed}: “{sentence}”",
    looks_at="lines, risks",
)
def quoted_score(subject: Subject) -> Iterator[Hit]:
    """Only where none of the risk's scores, before controls, now or as wanted, is the one in the text."""
    for ref, where in _of_risks(subject):
        rows = subject.risks_called.get(ref, ())
        clause = where.quote.replace(ref, " ")  # "the score of SR4 is now 12"
        said = _SCORE.search(clause) or _MOVED.search(clause)
        of_now = [score_of(r, "current") for r in rows] if said and _NOW.search(clause) else []
        scores = {n for n in of_now if n}  # a clause on the residual score speaks of no other
        printed = scores or {n for r in rows for text in _scores(r) for n in map(int, _NUMBER.findall(text))}
        if said and printed and int(said[1]) not in printed:
            facts = {"ref": ref, "said": said[1], "printed": rows[0].score, "sentence": where.quote[:200]}
            yield Hit((ref,), (where, place(rows[0], rows[0].score or ref)), facts)


@check(
    kind="conflicting_value",
    title="Text gives several risks one score that not all of them have",
    severity="warning",
    message="The text gives {ref} a score of {said}, its row has {printed}: “{sentence}”",
    looks_at="lines, risks",
)
def scored_alike(subject: Subject) -> Iterator[Hit]:
    """Told where the score, "SR 1 and SR 4 have the highest, 20", is that of at least half of them now."""
    said_in = ((s, line) for line in subject.lines for s in sentences(line.text))
    for sentence, line in said_in if subject.risks_called else ():
        if not _SCORED.search(sentence) or _EARLIER.search(sentence):
            continue
        refs = in_order(found.ref for found in find_refs(sentence, known=subject.known))
        rows = [
            rows[0] for ref in refs if (rows := subject.risks_called.get(ref)) and rows[0].score.isdigit()
        ]
        said = _lone_number(sentence, refs)
        odd = [row for row in rows if row.score != said]
        if said and 0 < 2 * len(odd) <= len(rows):
            where = Place(line.page, line.box, "", sentence)
            for row in odd:
                facts = {"ref": row.risk_ref, "said": said, "printed": row.score, "sentence": sentence[:200]}
                yield Hit((row.risk_ref,), (where, place(row, row.score)), facts)


def _lone_number(sentence: str, refs: Sequence[str]) -> str:
    """The only number that a sentence gives, its references left out."""
    for ref in refs:
        sentence = sentence.replace(ref, " ")
    numbers = re.findall(r"(?<![\w.,/£-])\d+(?:[.,]\d+)*(?!\w|\s?%)", sentence)
    return numbers[0] if len(numbers) == 1 and _NUMBER.fullmatch(numbers[0]) else ""


@check(
    kind="conflicting_value",
    title="Text gives a row another rating than its table",
    severity="warning",
    message="The text rates {ref} {said}, its row {printed}: “{sentence}”",
    looks_at="lines, actions, indicators",
)
def quoted_rating(subject: Subject) -> Iterator[Hit]:
    """Only clauses about the present that name one ref and one colour."""
    for ref, where in subject.clauses:
        said = _RATED.search(where.quote)
        if not said or _PAST.search(where.quote) or len(ratings_named(where.quote)) > 1:
            continue
        rows = [(row, rating) for row, rating in _rated(subject, ref) if rating]
        if rows and all(rating != rag_of_text(said[1]) for _, rating in rows):
            yield _hit(ref, where, said[1].capitalize(), rows[0])


@check(
    kind="conflicting_value",
    title="Text says another progress of an action than its row",
    severity="warning",
    message="The text has {ref} at {said}%, its row at {printed}: “{sentence}”",
    looks_at="lines, actions",
)
def quoted_progress(subject: Subject) -> Iterator[Hit]:
    """So much of an action is complete, here and there."""
    for ref, where in subject.clauses:
        said = _DONE.search(where.quote)
        rows = (
            [(row, done) for row in subject.actions_called.get(ref, ()) for done in _progress(row)]
            if said
            else []
        )
        if said and rows and all(done != int(said[1]) for _, done in rows):
            yield _hit(ref, where, said[1], (rows[0][0], f"{rows[0][1]}%"))


def _of_risks(subject: Subject) -> Iterator[tuple[str, Place]]:
    """Clauses that name a risk, and sentences that speak of one by its number or its name alone."""
    yield from subject.clauses
    told = {(ref, where.quote) for ref, where in subject.clauses}
    for sentence, where, named in subject.spoken if subject.risks_called else ():
        thing = named.things[0]
        refs = (ref for ref in (thing.ref, thing.number, thing.name) if ref in subject.risks_called)
        if (ref := next(refs, "")) and (ref, sentence) not in told:
            yield ref, where


def _scores(risk: Risk) -> tuple[str, ...]:
    """Everything that a row prints of scores."""
    extra = (text for _, text in risk.extra)
    return (risk.score, risk.inherent_score, risk.target_score, risk.priority, *extra)


def _rated(subject: Subject, ref: str) -> Iterator[tuple[Action | Indicator, str]]:
    rated = (i for i in subject.result.indicators if ref in (i.indicator_ref, i.definition))
    yield from ((row, rag_of_text(row.rag)) for row in rated)
    yield from ((row, rag_of_text(row.status)) for row in subject.actions_called.get(ref, ()))


def _progress(action: Action) -> Iterator[int]:
    for text in (action.action, action.status):
        yield from (int(match[1]) for match in _DONE.finditer(text))
    if found := progress(action):
        yield found[1]


def _hit(ref: str, where: Place, said: str, row: tuple[Action | Indicator, str]) -> Hit:
    facts = {"ref": ref, "said": said, "printed": row[1], "sentence": where.quote[:200]}
    return Hit((ref,), (where, place(row[0], row[1])), facts)
