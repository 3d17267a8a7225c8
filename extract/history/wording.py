"""History: when two texts say the same."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from agendapack.extract.write.record import Record
from agendapack.schemas.cells import Value, text

_NOT_SAID = re.compile(r"[^\w%£$€]+")
_ITEM = re.compile(r"^(?:(?:agenda )?item|appendix|annex|report|table) ?\w{0,3}\d*[a-z]? ")
_TIME = re.compile(
    r"\b(?:q[1-4]|h[12]|quarter (?:[1-4]|one|two|three|four)"
    r"|(?:first|second|third|fourth|mid|end of|full) (?:quarter|year)"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"|(?:19|20)\d\d(?: \d\d(?:\d\d)?)?)\b"
)


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME = re.compile(r"(?<=[\w,)] )([A-Z][\w'’-]{2,})")
"""A word with a capital letter that does not begin a sentence or an entry of a list."""

ONE_NAME = 85
"""Likeness in percent of two spellings of one name."""
MIN_WORD = 4
"""Characters of a word that says something."""


@lru_cache(maxsize=65_536)
def folded(printed: str) -> str:
    """The words in lower case, without marks between them."""
    return " ".join(_NOT_SAID.sub(" ", printed.casefold()).split())


def words(record: Record, column: str) -> str:
    """A cell, folded."""
    return folded(text(record.get(column)))


def same(a: Value, b: Value) -> bool:
    """Whether two cells say the same, however they are spaced and marked."""
    return a == b or folded(text(a)) == folded(text(b))


@lru_cache(maxsize=65_536)
def plan_key(title: str) -> str:
    """A plan's title without item number, quarter and year, by which it is known in the next report."""
    plain = _ITEM.sub("", folded(title))
    return " ".join(_TIME.sub(" ", plain).split())


def likeness(a: str, b: str) -> float:
    """How alike two folded texts are, 0 to 1; the order of the words counts half."""
    if not a or not b:
        return 0.0
    return (fuzz.ratio(a, b) + fuzz.token_sort_ratio(a, b)) / 200


def alike(a: str, b: str) -> float:
    """How alike two folded texts are, 0 to 1, half by their letters, half by the words that say something.

    Two sentences of one pattern have most of their letters alike and few of their words.
    """
    said = content(a), content(b)
    most = len(said[0]) + len(said[1])
    shared = 2 * len(said[0] & said[1]) / most if most else float(a == b)
    return (likeness(a, b) + shared) / 2


@lru_cache(maxsize=65_536)
def names(printed: str) -> frozenset[str]:
    """The names in a text, folded: words with a capital letter inside a sentence, unless most have one."""
    said = _WORD.findall(printed)
    found = {m[1].casefold() for m in _NAME.finditer(printed) if not _TIME.fullmatch(m[1].casefold())}
    return frozenset(found) if 2 * len(found) <= len(said) else frozenset()


def other_names(a: str, b: str) -> bool:
    """Whether each text has a name that the other has not: what is done may be reworded, not where."""
    some, others = names(a), names(b)
    return _left_over(some, others) and _left_over(others, some)


def other_matter(a: str, b: str) -> bool:
    """Whether each of two folded texts says something that the other does not, beyond its first word.

    An action begins with what is done to a thing, which may be reworded; a longer text says all that it did.
    """
    some, others = content(a.partition(" ")[2]), content(b.partition(" ")[2])
    return _left_over(some, content(b)) and _left_over(others, content(a))


def _left_over(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(all(fuzz.ratio(name, other) < ONE_NAME for other in others) for name in some)


@lru_cache(maxsize=65_536)
def content(folded_text: str) -> frozenset[str]:
    """The words of a folded text that say something."""
    return frozenset(word for word in folded_text.split() if len(word) >= MIN_WORD)
