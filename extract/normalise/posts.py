"""Normalise: the words of an officer's entry in, whether they name a person, a post or a body out."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.words import any_of, flat
from agendapack.schemas import from_words, vocabulary

_NAME_WORD = r"(?:[A-Z][a-z]*(?:['’][A-Z][a-z]+)?|[A-Z]['’][A-Z][a-z]+|Mac[A-Z][a-z]+|Mc[A-Z][a-z]+)"
NAME_PART = rf"{_NAME_WORD}(?:-{_NAME_WORD}){{0,3}}"
_BETWEEN = re.compile(r"[\s/]+|(?<=\w)-\s")
BRACKETS = re.compile(r"\([^()]*\)")
_NAME = re.compile(rf"{NAME_PART}\.?(?:\s(?:de|van|von|der|la|al|bin)){{0,2}}(?:\s{NAME_PART}\.?){{1,3}}")
_INITIALS = re.compile(
    r"[A-Z]{2,4}(?:\s?&\s?[A-Z]{1,2}|\s[A-Z]{2,4})?|[A-Z]&[A-Z]|[A-Z]{1,3}[a-z]?[A-Z]{1,2}"
)


@dataclass(frozen=True, slots=True)
class PostWords:
    """What people.yaml says of the words of an entry."""

    posts: frozenset[str]
    bodies: frozenset[str]
    openers: frozenset[str]
    topics: frozenset[str]
    titles: frozenset[str]
    ranks: frozenset[str]
    joiners: frozenset[str]
    unfinished: frozenset[str]
    labels: frozenset[str]
    supporting: frozenset[str]


@from_words
def people_words() -> PostWords:
    """The word lists of people.yaml."""
    return PostWords(**{name: frozenset(map(str, words)) for name, words in vocabulary("people").items()})


def tokens_of(text: str) -> list[str]:
    """The words of a text in lower case, bare of punctuation."""
    return [t for t in (w.strip("(),.;:").lower() for w in _BETWEEN.split(text)) if t]


def is_name(text: str) -> bool:
    """Two to four capitalised words, none of them a word of posts, bodies or subjects."""
    words, tokens = people_words(), tokens_of(BRACKETS.sub("", text))
    if tokens and tokens[0] in words.titles:
        return len(tokens) > 1
    plain = flat(BRACKETS.sub("", text))
    if rank := _ranks().match(plain):
        plain = plain[rank.end() :]
        return is_half_name(plain) or is_name(plain)
    return bool(_NAME.fullmatch(plain)) and _no_names().isdisjoint(tokens)


def is_rank(text: str) -> bool:
    """Whether a text is titles and ranks alone, as they stand before a name: "Det Supt", "Rev Dr"."""
    return bool(text) and bool(_before_names().fullmatch(f"{text} "))


def persons(text: str) -> list[str]:
    """The persons of a text that prints titles or ranks before their names, each from its own on."""
    starts = [m.start() for m in _before_names().finditer(text)]
    cuts = [*([0] if starts and starts[0] else []), *starts, len(text)]
    return [text[start:end].strip() for start, end in pairwise(cuts)]


@from_words
def _ranks() -> re.Pattern[str]:
    """Ranks that a text begins with."""
    return _runs(people_words().ranks)


@from_words
def _before_names() -> re.Pattern[str]:
    """Titles and ranks before a name."""
    return _runs(people_words().ranks | people_words().titles)


def _runs(words: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{any_of(words)}\.?\s+)++", re.IGNORECASE)


@from_words
def _no_names() -> frozenset[str]:
    """Words that stand in no name of a person."""
    words = people_words()
    return words.posts | words.bodies | words.topics | words.openers


def is_initials(text: str, key: Collection[str]) -> bool:
    """Whether a text is initials: those of the key, or letters that look like some."""
    return text in key or bool(_INITIALS.fullmatch(text))


def is_post(text: str) -> bool:
    """Whether a word of the text is a post, by itself or before a hyphen ("Lead-Strategy")."""
    tokens = tokens_of(BRACKETS.sub("", text))
    return any(part in people_words().posts for t in tokens for part in (t, t.split("-")[0]))


def is_body(text: str) -> bool:
    """Whether the text ends in what a body is called."""
    tokens = tokens_of(BRACKETS.sub("", text))
    return len(tokens) > 1 and tokens[-1] in people_words().bodies


def is_topic(text: str) -> bool:
    """Whether the text only says what a post or body is for."""
    tokens = tokens_of(text)
    return bool(tokens) and all(t in people_words().topics | people_words().joiners for t in tokens)


def is_half_name(text: str) -> bool:
    """Whether the text may be a first name or a surname."""
    words = people_words()
    known = words.posts | words.bodies | words.topics | words.openers
    return bool(re.fullmatch(NAME_PART, text)) and len(text) > 1 and text.lower() not in known


def kind_of(text: str, key: Collection[str]) -> str:
    """name, initials, post or body; empty for a mere part of one."""
    if is_initials(text, key):
        return "initials"
    if is_name(text):
        return "name"
    if is_body(text):
        return "body"
    return "post" if is_post(text) else ""
