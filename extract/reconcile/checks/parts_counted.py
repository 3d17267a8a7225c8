"""Check: a text that tells how many there are, then how many of them do this and that, and miscounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.counts_in_text import text_adds_up, text_against_tables
from agendapack.extract.reconcile.checks.things_counted import standings_counted, things_counted
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.counting import number_words
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

MIN_PARTS = 3
"""Numbers one after the other that divide a whole."""
MOST_OFF = 2
"""By which the parts may miss the whole; further off they are not all there are."""
LEAST = 6
"""Things of which a text tells that so many do this and so many that."""
_ASIDE = re.compile(r"\([^()]*\)")


@check(
    kind="sum_mismatch",
    title="Parts that a text counts do not make the whole",
    severity="warning",
    message="The text says {whole}, and counts {parts}, which makes {made}: “{quote}”",
    looks_at="lines",
)
def parts_counted(subject: Subject) -> Iterator[Hit]:
    """The parts stand in one sentence, each at the beginning of its clause, behind the whole or below it."""
    others = (text_adds_up, text_against_tables, things_counted, standings_counted)
    told = {(p.page, p.box) for each in others for hit in each(subject) for p in hit.places[:1]}
    for line in subject.lines:
        told_apart = sentences(_ASIDE.sub("", line.text))
        for before, sentence in zip(("", *told_apart), told_apart, strict=False):
            if sum(map(sentence.count, (",", ";", "and "))) < MIN_PARTS - 1:
                continue  # too few clauses to divide anything
            whole, parts = _divided(before, sentence)
            off = abs(sum(parts) - whole)
            if parts and 0 < off <= MOST_OFF and max(parts) < whole and (line.page, line.box) not in told:
                quote = f"{before} {sentence}".strip()
                facts = {"whole": whole, "parts": " + ".join(map(str, parts)), "made": sum(parts)}
                where = Place(line.page, line.box, "", line.text)
                yield Hit((f"{whole}",), (where,), {**facts, "quote": quote[-240:]})


def _divided(before: str, sentence: str) -> tuple[int, Sequence[int]]:
    """The whole and the parts of a sentence; no parts where it does not divide one."""
    head, colon, rest = sentence.partition(":")
    listed = rest if colon and _whole(head) else sentence
    whole = _whole(before if listed is sentence else head)
    if not whole:
        return 0, ()
    parts = _parts(listed)
    left = _left_out().search(before if listed is sentence else head)
    if left and _remainder().match(sentence):
        whole -= number_of(left["number"])
    listed_all = listed is not sentence or sum(parts) > whole  # a sentence of its own may leave some out
    apart = not _overlap().search(_remainder().sub("", listed))
    divided = listed_all and apart and whole >= LEAST and len(parts) >= MIN_PARTS
    return whole, parts if divided else ()


def _whole(text: str) -> int:
    """The one number of things that a text gives, others that it leaves out set aside."""
    found = [m for m in _things().finditer(text)]
    return number_of(found[0]["number"]) if len(found) == 1 else 0


def _parts(text: str) -> Sequence[int]:
    clauses = _clause().split(text)
    found = [m for n, c in enumerate(clauses) if (m := _lead().match(c) if n else _first().match(c))]
    return [number_of(m["number"]) for m in found]


@from_words
def _things() -> re.Pattern[str]:
    """A number of things of any kind: "fourteen actions", "20 recommendations"."""
    kinds = ("counted", "counted_rows", "listed_things")
    noun = whole_words(w for key in kinds for w in ordered("counts", key))
    return re.compile(rf"(?P<number>{number_words()})\s+(?:[a-z]+\s+){{0,2}}?{noun}", re.IGNORECASE)


@from_words
def _lead() -> re.Pattern[str]:
    """A number of those told of, and a verb: "six are in progress", "3 not yet due"."""
    part = whole_words(
        (
            "are",
            "is",
            "were",
            "was",
            "have",
            "has",
            "had",
            "give",
            "gives",
            "remain",
            "remains",
            "not",
            "on",
            "in",
        )
    )
    return re.compile(rf"\s*(?:and\s+)?(?P<number>{number_words()})\s+(?:{part})\s", re.IGNORECASE)


@from_words
def _first() -> re.Pattern[str]:
    """The same of the first, which a few whole words may lead."""
    return re.compile(rf"(?:\s*[\w’']+(?![\w’'])){{0,6}}?{_lead().pattern}", re.IGNORECASE)


def _clause() -> re.Pattern[str]:
    return re.compile(r"[,;]|\s(?=and\s)")


@from_words
def _left_out() -> re.Pattern[str]:
    return re.compile(rf"\bof\s+which\s+(?P<number>{number_words()})\b", re.IGNORECASE)


def _remainder() -> re.Pattern[str]:
    return re.compile(r"\s*of\s+the\s+(?:remainder|rest|others)\b", re.IGNORECASE)


@from_words
def _overlap() -> re.Pattern[str]:
    """Where parts are counted twice, or are not all."""
    return re.compile(whole_words(ordered("counts", "parts_overlap")), re.IGNORECASE)
