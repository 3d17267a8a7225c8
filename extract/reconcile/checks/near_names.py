"""Check: a name of two words that is printed in two spellings, in whatever text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from agendapack.extract.model import Place
from agendapack.extract.read.vocabulary import english
from agendapack.extract.reconcile.checks.misprint import misprint
from agendapack.extract.reconcile.checks.person_variants import person_variants
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.spellings import spelt_alike
from agendapack.extract.reconcile.subject import Subject

_CAPITALISED = re.compile(r"[A-Z][a-z]+(?:['’-][A-Za-z][a-z]+)*")
_GAP = re.compile(r" +|\n")
Name = tuple[str, str]


@check(
    kind="name_variant",
    title="One name in two spellings",
    severity="warning",
    message="“{odd}” (page {page}) / “{usual}” (page {other_page})",
    looks_at="lines, tables, actions, indicators, risks",
)
def near_names(subject: Subject) -> Iterator[Hit]:
    """Two capitalised words of which one is the same and the other, no English word, nearly so."""
    hits = (hit for check in (person_variants, misprint) for hit in check(subject))
    told = {word for hit in hits for ref in hit.refs for word in ref.split()}
    counts, places = _printed(subject)
    for pair in _pairs(places):
        odd, usual = sorted(pair, key=lambda name: (counts[name], name))
        forms = " ".join(odd), " ".join(usual)
        if not told.issuperset((*odd, *usual)):
            where, other = places[odd], places[usual]
            facts = {"odd": forms[0], "page": where.page, "usual": forms[1], "other_page": other.page}
            yield Hit(forms, (where, other), facts)


def _printed(subject: Subject) -> tuple[Counter[Name], Mapping[Name, Place]]:
    """How often any two capitalised words follow each other, and where they stand first."""
    counts: Counter[Name] = Counter()
    places: dict[Name, Place] = {}
    for said in (said for said in subject.statements if said.place.page not in subject.scanned):
        for pair in _names(said.text):
            counts[pair] += 1
            places.setdefault(pair, said.place)
    return counts, places


def _names(text: str) -> Iterator[Name]:
    words = list(_CAPITALISED.finditer(text))
    for one, other in zip(words, words[1:], strict=False):
        gap = text[one.end() : other.start()]
        if gap.isspace() and _GAP.fullmatch(gap):
            yield one[0], other[0]


def _pairs(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Names with one word in common whose others are spellings of one, each pair once."""
    shared: dict[tuple[str, int], list[str]] = defaultdict(list)
    for first, last in names:
        shared[first, 0].append(last)
        shared[last, 1].append(first)
    for (same, at), others in shared.items():
        for one, other in spelt_alike(others):
            if _slip(one, other):
                yield ((one, same), (other, same)) if at else ((same, one), (same, other))


def _slip(one: str, other: str) -> bool:
    """Whether one of the words is no English one; names that begin otherwise are two names."""
    return one[0] == other[0] and any(word.casefold() not in english() for word in (one, other))
