"""Checks: figures of one sentence that do not make what the sentence says they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.said import SaidFigure, figures_said
from agendapack.extract.reconcile.statements import Statement
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered, words
from agendapack.schemas import from_words

MIN_PARTS = 2
MOST_OFF = Decimal("0.35")
"""Share of the whole by which its parts may be off; further off they are not its parts."""
HUNDRED = Decimal(100)
PLAIN = Decimal(1)
"""Percentage points by which a change must be off to be no matter of rounding."""
MOST_CHANGE = 400
LEAST_WHOLE = 100
"""A smaller number that is no sum of money and no share may count one thing, its parts others."""
NEXT = 24
"""Characters between the later figure and the change."""
_THAN = re.compile(r"[^.;,]{0,12}\b(?:than|from|on)\b")
_FROM_TO = re.compile(
    r"\bfrom\b.{1,60}?\bto\b|\bto\b.{1,60}?\bfrom\b|\bcompar\w+\s+(?:with|to)\b|\bmore than\b|\bagainst\b"
)


@check(
    kind="sum_mismatch",
    title="Parts that a sentence adds up do not make the whole",
    severity="warning",
    message="The parts come to {made}, the whole is given as {whole}: “{sentence}”",
    looks_at="lines, tables, actions, indicators, risks",
)
def parts_said(subject: Subject) -> Iterator[Hit]:
    """A whole, the words that say that it is made up, and parts of its sort up to the end of the sentence."""
    for said in subject.figured:
        for sentence in sentences(said.text) if _made_up().search(said.text) else ():
            found = _whole_and_parts(sentence)
            if found:
                whole, parts = found
                made = sum((p.value for p in parts), Decimal(0))
                slack = whole.half + sum((p.half for p in parts), Decimal(0))
                if slack < abs(made - whole.value) <= MOST_OFF * whole.value:
                    facts = {"made": _told(made, whole), "whole": whole.text, "sentence": sentence[:200]}
                    yield Hit(_refs(said, whole), (said.place,), facts)


@check(
    kind="sum_mismatch",
    title="Change that does not follow from the two figures beside it",
    severity="warning",
    message="From {before} to {after} is {made}%, printed as {printed}: “{sentence}”",
    looks_at="lines, tables, actions, indicators, risks",
)
def change_said(subject: Subject) -> Iterator[Hit]:
    """A sentence with two figures of one sort, then and now, and the share by which they differ."""
    for said in subject.figured:
        for sentence in sentences(said.text) if "%" in said.text or "cent" in said.text else ():
            rises = list(_rises().finditer(sentence))
            if len(rises) == 1 and _FROM_TO.search(sentence):
                yield from _of_change(said, sentence, Decimal(rises[0]["one"] or rises[0]["two"]), rises[0])


def _of_change(said: Statement, sentence: str, share: Decimal, rise: re.Match[str]) -> Iterator[Hit]:
    figures = [f for f in figures_said(sentence) if not (rise.start() <= f.start < rise.end())]
    sorts = {(f.share, f.money) for f in figures}
    if len(figures) != 2 or len(sorts) != 1 or figures[0].share or not all(f.value for f in figures):
        return
    if not _beside(sentence, figures, rise):
        return
    low, high = sorted(f.value for f in figures)
    changes = [(high - low) / low * HUNDRED, (high - low) / high * HUNDRED]
    slack = PLAIN + HUNDRED * sum((f.half for f in figures), Decimal(0)) / low
    if share <= MOST_CHANGE and all(abs(share - c) > slack for c in changes):
        grew = (rise["word"] or rise["word2"]).lower() in words("sums", "more_than_before")
        made = changes[0] if grew else changes[1]
        before, after = (low, high) if grew else (high, low)
        text = {f.value: f.text for f in figures}
        facts = {"before": text[before], "after": text[after], "made": round(made, 1), "printed": f"{share}%"}
        yield Hit(_refs(said, figures[0]), (said.place,), {**facts, "sentence": sentence[:200]})


def _beside(sentence: str, figures: Sequence[SaidFigure], rise: re.Match[str]) -> bool:
    """Whether the change is told next behind both figures, or between them with "than" behind it."""
    one, other = figures
    if other.end <= rise.start():
        return rise.start() - other.end <= NEXT
    return one.end <= rise.start() and bool(_THAN.match(sentence[rise.end() :]))


def _whole_and_parts(sentence: str) -> tuple[SaidFigure, Sequence[SaidFigure]] | None:
    """A figure beside the words that say that it is made up, and its parts, if all are of one sort."""
    figures = list(figures_said(sentence))
    lead = _made_up().search(sentence)
    if not lead or len(figures) < MIN_PARTS + 1:
        return None
    if lead["behind"]:  # "£38m and £24m, £65m in all"
        whole = [f for f in figures if f.end <= lead.start()][-1:]
        parts = [f for f in figures if whole and f.end <= whole[0].start]
    else:
        whole = [f for f in figures if f.end <= lead.start()][-1:] or [
            f for f in figures if f.start >= lead.end()
        ][:1]
        parts = [f for f in figures if whole and f.start >= max(lead.end(), whole[0].end)]
    if not whole or len(parts) < MIN_PARTS or any(_is_bound(sentence, p) for p in parts):
        return None
    if not (whole[0].share or whole[0].money or whole[0].value >= LEAST_WHOLE):
        return None
    one_sort = all((p.share, p.money) == (whole[0].share, whole[0].money) for p in parts)
    return (whole[0], parts) if one_sort and max(p.value for p in parts) < whole[0].value else None


def _is_bound(sentence: str, said: SaidFigure) -> bool:
    """Whether a figure is a bound or a part of a part."""
    before = sentence[max(0, said.start - 24) : said.start].casefold()
    return bool(
        re.search(rf"(?:{whole_words(ordered('counts', 'bounds'))}|\bof which|\bincluding)\s+$", before)
    ) or before.endswith("(")


def _told(made: Decimal, whole: SaidFigure) -> str:
    return f"{'£' if whole.money else ''}{made.normalize():,f}{'%' if whole.share else ''}"


def _refs(said: Statement, figure: SaidFigure) -> tuple[str, ...]:
    return in_order((said.name, figure.text))


@from_words
def _made_up() -> re.Pattern[str]:
    before, behind = (whole_words(ordered("sums", key)) for key in ("made_up", "in_all"))
    return re.compile(rf"(?P<before>{before})|(?P<behind>{behind})(?=\s*(?:[.;,)]|$))", re.IGNORECASE)


@from_words
def _rises() -> re.Pattern[str]:
    """The words "a rise of 6%", "8% more"."""
    word = whole_words((*ordered("sums", "more_than_before"), *ordered("sums", "less_than_before")))
    share = r"\d+(?:\.\d+)?)\s?(?:%|per ?cent)"
    return re.compile(
        rf"(?P<word>{word})(?:\s+of)?\s+(?P<one>{share}|(?<![\d.,])(?P<two>{share}\s+(?P<word2>{word})",
        re.IGNORECASE,
    )
