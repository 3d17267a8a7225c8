"""Outline: printed text goes in, the council it names and that council's code come out."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.outline.wording import squashed, words_of
from agendapack.schemas import from_words

NAME_WORDS = 8
"""A council's name has no more words."""

_DOMAIN = re.compile(
    r"(?<![\w.-])(?:[\w.-]+@|www\.|https?://)?(?:[\w-]+\.)*(?P<name>[a-z-]+)\s?\.gov\.uk", re.IGNORECASE
)
_ARTICLE = re.compile(r"^\s*the\s+", re.IGNORECASE)
_INCORPORATED = re.compile(r"^corporation of the (?=\w+ of )", re.IGNORECASE)
"""The corporation of the township of a place is the township: one council, one name."""
JOINERS = frozenset({"and", "of", "the", "with", "upon", "on", "in", "under", "&", "le", "by"})


@dataclass(frozen=True, slots=True)
class Council:
    """An authority: `gss_code` is empty for one that is not in the register."""

    name: str
    gss_code: str = ""


@cache
def register() -> dict[str, Council]:
    """The register's authorities by squashed name."""
    file = resources.files("agendapack.schemas") / "councils.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {squashed(r["name"]): Council(r["name"], r["gss_code"]) for r in rows}


@from_words
def _by_place() -> dict[str, Council]:
    """Authorities by the name of their place alone, where only one authority has it."""
    places = Counter(_place(c.name) for c in register().values())
    return {_place(c.name): c for c in register().values() if places[_place(c.name)] == 1}


def council_named(text: str) -> Council | None:
    """The council whose full name stands in a text."""
    for name in _names(text):
        words = name.split()
        for end in range(len(words), 1, -1):
            known = _known(" ".join(words[:end]))
            if known:
                return known
        if _may_be_unknown(name) and (
            _ends_in_kind(name) or squashed(name) == squashed(_ARTICLE.sub("", text))
        ):
            return Council(_title_case(_INCORPORATED.sub("", name)))
    return None


def _may_be_unknown(name: str) -> bool:
    """Whether a name that the register lacks can be an authority's: of a place, no company's or paper's."""
    words = _without_kind(name).casefold().split()
    others = any(name.casefold().endswith(" " + kind) for kind in words_of("outline", "kinds_of_others"))
    of_paper = any(word in words_of("outline", "papers") or len(word) == 1 for word in words)
    whole = bool(words) and words[-1] not in JOINERS and name[-1].isalpha()
    return whole and not others and not of_paper


def _known(name: str) -> Council | None:
    """The register's authority of that name, or of that place and kind."""
    found = register().get(squashed(name.replace("&", "and")))
    if found:
        return found
    there = _by_place().get(_place(name))
    return there if there and _has_kind(name) and _alike(name, there.name) else None


def _has_kind(name: str) -> bool:
    """Whether a name says what kind of authority it is."""
    return len(_place(name)) < len(squashed(name))


def _ends_in_kind(name: str) -> bool:
    whole = name.casefold().replace("&", "and")
    return any(whole.endswith(" " + kind) for kind in words_of("outline", "council_types"))


def is_council(text: str) -> bool:
    """Whether a text is nothing but a council's name."""
    named = next(iter(_names(text)), "")
    return bool(named) and squashed(named) == squashed(text)


def names_a_council(text: str) -> bool:
    """Whether a heading says nothing but whose paper it is: a council, in one language or two."""
    named = next(iter(_names(text)), "")
    said = {word.strip(",:–-") for word in _without_kind(text).casefold().split()}
    at_an_end = squashed(text).endswith(squashed(named)) or squashed(text).startswith(squashed(named))
    of_paper = bool(said & set(words_of("outline", "papers"))) or any(c.isdigit() for c in text)
    return bool(named) and at_an_end and len(text.split()) <= 2 * NAME_WORDS and not of_paper


def council_of_domain(texts: Iterable[str]) -> Council | None:
    """The council most e-mail and web addresses belong to, where the address spells out its place."""
    hosts = Counter(m["name"].casefold() for t in texts for m in _DOMAIN.finditer(t))
    known = [c for host, _ in hosts.most_common() if (c := _by_place().get(squashed(host)))]
    return known[0] if known and len({c.name for c in known}) == 1 else None


def _names(text: str) -> Iterable[str]:
    """Stretches of a text that have the form of a council's name."""
    for found in _opened().finditer(text):
        yield " ".join(found[0].split())
    for found in _closed().finditer(text):
        words = found["place"].split()
        while words and not _may_begin(words):
            words = words[1:]
        if words and not (len(words) == 1 and words[0].casefold() in _no_names()):
            yield " ".join([*words, *found["kind"].split()])


def _may_begin(words: Sequence[str]) -> bool:
    """Whether the first word may begin the name: "Upper" does where more of the name follows."""
    first = words[0].casefold()
    if first in words_of("outline", "begins_a_name"):
        return len(words) > 1 and words[1].casefold() not in _no_names()
    return first not in _no_names() and first not in JOINERS


@from_words
def _closed() -> re.Pattern[str]:
    """Capitalised words before the kind of council: Somewhere District Council."""
    longest = sorted(words_of("outline", "council_types"), key=len, reverse=True)
    kinds = "|".join(re.sub(r"\band\b", "(?:and|&)", k).replace(" ", r"\s+") for k in longest)
    word = r"[A-Z][\w'’.-]*"
    joiner = r"(?:and|of|the|with|upon|on|in|under|AND|OF|THE|WITH|UPON|&)"
    return re.compile(
        rf"(?<![\w@])(?<!\w['’.-])(?P<place>{word}(?:,?\s+(?:{joiner}\s+)?{word}){{0,5}}?)\s+(?P<kind>(?i:{kinds}))(?!\w)"
    )


@from_words
def _opened() -> re.Pattern[str]:
    """Capitalised words behind the kind of council: London Borough of Somewhere."""
    openers = "|".join(
        k.replace(" ", r"\s+") for k in sorted(words_of("outline", "council_openers"), key=len, reverse=True)
    )
    word = r"[A-Z][\w'’-]*"
    return re.compile(
        rf"(?<!\w)(?i:{openers})\s+{word}(?:\s+(?:(?:and|upon|with|AND|UPON|&)\s+)?{word}){{0,3}}"
    )


@from_words
def _no_names() -> frozenset[str]:
    return frozenset(words_of("outline", "not_a_name"))


def _place(name: str) -> str:
    """A council's name without what kind of council it is."""
    return squashed(_without_kind(name))


def _without_kind(name: str) -> str:
    return _kinds_around().sub("", name.replace("&", "and"))


@from_words
def _kinds_around() -> re.Pattern[str]:
    """The kind of council before or behind its place."""
    openers = "|".join(map(re.escape, sorted(words_of("outline", "council_openers"), key=len, reverse=True)))
    kinds = "|".join(map(re.escape, sorted(words_of("outline", "council_types"), key=len, reverse=True)))
    return re.compile(rf"^(?:{openers})\s+|\s+(?:{kinds})$", re.IGNORECASE)


def _alike(printed: str, known: str) -> bool:
    """Whether two names of one place can be one authority's: no different kind is said."""
    kinds = [_kind_words(name) for name in (printed, known)]
    return not all(kinds) or bool(kinds[0] & kinds[1])


def _kind_words(name: str) -> set[str]:
    """What a name says about the kind of authority, the words that all kinds share left out."""
    telling = {"county", "city", "district", "borough", "combined", "islands", "town", "parish", "park"}
    return {w for w in re.findall(r"[a-z]+", name.casefold()) if w in telling}


def _title_case(name: str) -> str:
    """A name set in capitals as it is written in a sentence."""
    if not name.isupper():
        return name
    words = [
        w.lower() if w.casefold() in JOINERS else "-".join(p.capitalize() for p in w.split("-"))
        for w in name.split()
    ]
    return " ".join(words)
