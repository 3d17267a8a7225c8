"""What the texts of a column's cells look like: dates, people, sentences that set a task."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Cell
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.figures import is_measured, is_ordinal
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.normalise.posts import kind_of
from agendapack.extract.normalise.rag import direction_of, rag_of_colour, rag_of_text
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.normalise.refs import find_refs, is_ref
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.numbering import counts_rows
from agendapack.extract.recognise.shapes import ANY_YEAR, MAX_CODE_CHARS, PEOPLE_CHARS
from agendapack.schemas import from_words, remembered, vocabulary

SAMPLE = 12
"""Cells looked at in a column, spread over its length."""
CODE_CHARS, SHORT_CHARS, LINE_CHARS, SENTENCE_CHARS, LONG_CHARS = 4, 14, 40, 90, 220
"""Lengths of texts that are told apart."""
READ_CHARS = 160
"""Characters of a text that are looked at."""
DATE_CHARS = 48
"""A longer cell is no date."""
TOP_RATING, TOP_SCORE = 5, 25
"""The highest number of a scale, and of two multiplied."""
MAX_RATING_CHARS, MAX_INT_DIGITS = 24, 6
"""Lengths of ratings with their factors, and of whole numbers that are read."""

_MONEY = re.compile(r"[£$€]\s?\d|\d\s?(?:k|m)\b")
_PERCENT = re.compile(r"\d\s?%")
_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d|(?:19|20)\d\d))?")
_WORDS = re.compile(r"[a-z%][a-z%'’-]*")
_INITIALS = re.compile(r"[A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,4})*")
_LEAD = re.compile(r"^(?:[•▪●◦*–—-]|\(?[a-z0-9]{1,3}[.)])\s*", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,3}[a-z]?(?:\s?[,;&]\s?\d{1,3}[a-z]?)+")
"""Several numbers of other things: policies "1,9,18,23"."""
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_PRODUCT = re.compile(r"\d\s*[x×*]\s*\d")
_BOUND = re.compile(r"[<>≤≥±]\s*[£$]?\d|\d\s*%?\s*(?:-|–|to)\s*[£$]?\d")


def column_looks(column: Column) -> dict[str, float]:
    """The share of a column's filled cells that have each look; how filled and how distinct they are."""
    filled = [c for c in column.cells if c.text or c.glyphs]
    found = Counter[str]()
    some = _spread(filled)
    for cell in some:
        found.update(text_looks(cell.flat))
        if cell.glyphs:
            found["an arrow"] += 1
        if "\n" in cell.text and any(_LEAD.match(line) for line in cell.lines[1:]):
            found["a list"] += 1
    shares = {look: count / len(some) for look, count in found.items()}
    shares |= _of_all(column.cells, filled)
    return shares


def _of_all(cells: Sequence[Cell], filled: Sequence[Cell]) -> dict[str, float]:
    """What only all cells together show."""
    if not cells:
        return {"no cells": 1.0}
    shown = {"filled": len(filled) / len(cells)}
    rated = [r for c in cells if c.fill and (r := rag_of_colour(c.fill))]
    if len(set(rated)) > 1:
        shown["coloured as rated"] = len(rated) / len(cells)
    if not filled:
        return shown | {"empty": 1.0}
    texts = {c.flat for c in filled}
    shown["each another"] = len(texts) / len(filled)
    if counts_rows([c.flat for c in filled]):
        shown["counted up"] = 1.0
    return shown


def _spread(cells: Sequence[Cell]) -> Sequence[Cell]:
    if len(cells) <= SAMPLE:
        return cells
    return [cells[i * len(cells) // SAMPLE] for i in range(SAMPLE)]


@remembered
def text_looks(text: str) -> tuple[str, ...]:
    """All that one text looks like."""
    if not text:
        return ()
    read = text[:READ_CHARS]
    return tuple(dict.fromkeys((*_length(text), *_figures(read), *_names(text), *_wording(read, len(text)))))


def _length(text: str) -> Iterator[str]:
    for chars, name in (
        (CODE_CHARS, "a sign"),
        (SHORT_CHARS, "a word"),
        (LINE_CHARS, "a few words"),
        (SENTENCE_CHARS, "a line"),
        (LONG_CHARS, "a sentence"),
    ):
        if len(text) <= chars:
            yield name
            break
    else:
        yield "a paragraph"
    if len(text) > LINE_CHARS and text.endswith("."):
        yield "ends in a full stop"


def _figures(text: str) -> Iterator[str]:
    """Numbers, sums, dates and references."""
    if not any(map(str.isdigit, text)):
        return
    short = len(text) <= DATE_CHARS
    amount = bool(_MONEY.search(text) or _PERCENT.search(text))
    if short and not amount and parse_due(text, plan_year=ANY_YEAR).kind in ("date", "range", "multiple"):
        yield from _times(text)
    elif _NUMBERS.fullmatch(text) and not _THOUSANDS.fullmatch(text):
        yield "numbers"
    elif is_measured(text):
        yield "a figure"
        yield from _kinds_of_figure(text)
    yield from _codes(text, short=short, amount=amount)
    if _PRODUCT.search(text):
        yield "a product"
    if short and _BOUND.search(text):
        yield "a range"


def _times(text: str) -> Iterator[str]:
    yield "a date"
    if _YEAR.fullmatch(text):
        yield "a year"
    elif parse_period(text) is not None:
        yield "a period"


def _codes(text: str, *, short: bool, amount: bool) -> Iterator[str]:
    """What a row may be known by, and what cites others."""
    own = short and is_ref(text)
    if own:
        yield "a reference"
    elif len(text) <= MAX_CODE_CHARS and len(text.split()) <= 2 and not amount and not is_ordinal(text):
        yield "a short code"
    if not own and find_refs(text):
        yield "holds references"


def _kinds_of_figure(text: str) -> Iterator[str]:
    if _MONEY.search(text):
        yield "money"
    if _PERCENT.search(text):
        yield "percent"
    if text.isdigit():
        yield "a whole number"
        if 1 <= int(text[:MAX_INT_DIGITS]) <= TOP_RATING:
            yield "1 to 5"
        if 1 <= int(text[:MAX_INT_DIGITS]) <= TOP_SCORE:
            yield "1 to 25"
    elif "," in text and text.replace(",", "").strip("()-").isdigit():
        yield "thousands"


def _names(text: str) -> Iterator[str]:
    """People, posts, bodies, ratings, states."""
    if len(text) > PEOPLE_CHARS:
        return
    words = text.casefold().strip(" .")
    yield from _ratings(text)
    levels, states, marks = _told()
    if words in levels:
        yield "a level"
    if words in states or words.split(" (")[0] in states:
        yield "a status"
    if words in marks:
        yield "a tick"
    if words in _ONGOING:
        yield "ongoing"
    if _INITIALS.fullmatch(text) and words not in _NO_INITIALS:
        yield "initials"
    elif not any(map(str.isdigit, text)) and text[:1].isupper():
        yield from _parties(text)


def _ratings(text: str) -> Iterator[str]:
    if rag_of_text(text):
        yield "a rating word"
    if direction_of(text):
        yield "an arrow"
    if len(text) <= MAX_RATING_CHARS and rating_of(text) is not None:
        yield "a risk rating"


_NO_INITIALS = frozenset(["n/a", "tbc", "yes", "no", "tba", "nil"])
_ONGOING = frozenset(
    [
        *("ongoing", "on-going", "continuous", "continuing", "tbc", "immediate", "complete", "near term"),
        *("short term", "medium term", "long term", "short", "medium", "long", "short-term", "medium-term"),
        *("long-term", "annual", "annually", "quarterly", "monthly"),
    ]
)
"""What stands for a date without naming one."""


def _parties(text: str) -> Iterator[str]:
    """What the first entries of a list of officers are."""
    for part in re.split(r"[;,/&]|\band\b|\bwith\b", text)[:2]:
        kind = kind_of(part.strip(), ()) if 2 < len(part.strip()) <= 60 else ""
        if kind:
            yield "a " + kind


def _wording(text: str, length: int) -> Iterator[str]:
    """What sentences and noun phrases say by their first words."""
    words = _WORDS.findall(_LEAD.sub("", text).casefold())
    if not words or length <= SHORT_CHARS:
        return
    first = words[1] if words[0] == "to" and len(words) > 1 else words[0]
    if first in _groups()["doing"][0] or _gives_a_task(text):
        yield "sets a task"
    if first.endswith("ing"):
        yield "begins with -ing"
    opening, folded_text = {" ".join(words[:n]) for n in (1, 2, 3)}, text.casefold()
    for name, (begins, holds) in _groups().items():
        if name != "doing" and not begins.isdisjoint(opening):
            yield f"begins as {name}"
        if holds and holds.search(folded_text):
            yield f"words of {name}"
    if _MODAL.search(folded_text):
        yield "says what will be"


def _gives_a_task(text: str) -> bool:
    """Whether a text says first who is to do something: "Town Clerk to write", "We will repair"."""
    found = _GIVEN.match(text)
    if found is None or found[2].casefold() not in _groups()["doing"][0]:
        return False
    return found[1].casefold() == "we" or bool(kind_of(found[1], ()))


_GIVEN = re.compile(r"(.{2,60}?)\s(?:to|will|should|must|shall)\s(\w+)")
_MODAL = re.compile(r"\b(?:will|should|must|shall|to be)\b")


@from_words
def _groups() -> dict[str, tuple[frozenset[str], re.Pattern[str] | None]]:
    """By name the words with which a text begins, and those that it holds."""
    said = vocabulary("looks")
    lists = {key: [str(w).casefold() for w in words] for key, words in said.items()}
    return {
        "doing": (frozenset(lists["doing"]), None),
        "a measure": (frozenset(lists["measuring"]), _any_of(lists["measured"])),
        "a risk": (frozenset(lists["dangers"]), _any_of(lists["harm"])),
        "progress": (frozenset(lists["telling_of_progress"]), _any_of(lists["telling_of_progress"])),
        "a safeguard": (frozenset(lists["safeguards"]), _any_of(lists["safeguards"])),
    }


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b")


@from_words
def _told() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Levels of a scale, states of an action, marks in a ticked cell."""
    scales = vocabulary("ratings")
    levels = {*scales["grades"], *scales["levels"]["likelihood"], *scales["levels"]["impact"], "h", "m", "l"}
    states = {" ".join(str(w).casefold().split()) for w in vocabulary("status")["words"]}
    marks = {str(m).casefold() for m in vocabulary("marks")["ticks"]}
    return frozenset(map(str, levels)), frozenset(states), frozenset(marks)
