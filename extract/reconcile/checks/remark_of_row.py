"""Check: a remark in a row that says how its figures moved, or stand to their target, and they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.claim_against import against, is_otherwise, pair_of
from agendapack.extract.reconcile.checks.movement_of_row import (
    of_other_time,
    series_of,
    way_of_words,
    went_otherwise,
)
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

SHORTEST = 12
"""Characters of a remark; what is shorter is a verdict of its own."""
NEAR = 40
"""Characters from the beginning of a remark within which it speaks of the row, and not of a part of it."""


@check(
    kind="conflicting_text",
    title="Remark that the figures of its row do not bear out",
    severity="warning",
    message="{name}: the remark says “{said}”, the figures are {figures}: “{remark}”",
    looks_at="tables",
)
def remark_of_row(subject: Subject) -> Iterator[Hit]:
    """Only the first sentence of a remark, which speaks of the row itself, and of its last figure."""
    for thing in subject.things:
        for cell in () if thing.total else thing.cells:
            if not cell.figure and len(cell.text) >= SHORTEST:
                sentence = sentences(cell.text)[0]
                if (found := _moved(thing, sentence) or _stands(thing, sentence)) and not _taken_back(
                    sentence
                ):
                    facts = {"name": thing.called, "said": found[0], "figures": found[1]}
                    where = thing.place(f"{cell.text[:120]}; {found[1]}")
                    yield Hit(thing.refs, (where,), {**facts, "remark": cell.text[:160]})


def _moved(thing: Thing, sentence: str) -> tuple[str, str] | None:
    """The words for a movement, and the figures that went the other way."""
    said = _moves().match(sentence)
    series = series_of(thing) if said else []
    if not said or not series or of_other_time(sentence, series):
        return None
    wrong = went_otherwise(way_of_words(said["verb"], thing), series)
    return (said[0], ", ".join(figure.text for _, figure in series)) if wrong else None


def _stands(thing: Thing, sentence: str) -> tuple[str, str] | None:
    """The words for how a figure stands to its target, and the two of them."""
    said = against()[0].search(sentence[: 2 * NEAR])
    pair = pair_of(thing, said["what"]) if said and said.start() <= NEAR else None
    if not said or not pair or not is_otherwise(said["how"].casefold(), thing, *pair[:2]):
        return None
    return said[0], f"{pair[0].text} and {pair[1].text}"


def _taken_back(sentence: str) -> bool:
    return bool(against()[1].search(sentence))


@from_words
def _moves() -> re.Pattern[str]:
    """A remark that begins with a movement: "Improved again", "Performance has fallen since June"."""
    keys = ("verbs_up", "verbs_down", "verbs_better", "verbs_worse")
    verbs = whole_words(word for key in keys for word in ordered("better", key))
    own = whole_words(ordered("better", "row_itself"))
    return re.compile(
        rf"(?:(?:the\s+)?{own}\s+)?(?:(?:has|have|is|are|was)\s+)?"
        rf"(?:(?:again|also|further|slightly|steadily|continue[sd]?\s+to)\s+)*(?P<verb>{verbs})",
        re.IGNORECASE,
    )
