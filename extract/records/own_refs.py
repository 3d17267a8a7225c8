"""Records: recognised tables go in, the references by which their rows are known come out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from agendapack.extract.normalise.leading_ref import led_by_ref
from agendapack.extract.normalise.refs import canonical, is_ref, split_ref
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.schemas import from_words, vocabulary

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}")
_RANGE = re.compile(r"(\d{1,3})\s*(?:[-–]|to)\s*(\d{1,3})")
_LISTED = re.compile(r"\s*(?:[,;&/\n]|\band\b)\s*")
LONGEST_LIST = 200
"""Characters of a list of numbers."""


class OwnRefs(dict[str, str]):
    """References by which rows of the pack are known, and the dataset of each; none where two have it."""

    numbers: Mapping[str, Collection[str]] = MappingProxyType({})
    """By dataset the numbers, plain or dotted, by each of which one row alone is known."""

    def numbered(self, text: str, kind: str) -> tuple[str, ...]:
        """The records of a dataset that a cell cites by number: "1, 3", "2-4"; none if one is no record's."""
        own = self.numbers.get(kind, ())
        if not own or len(text) > LONGEST_LIST:
            return ()
        listed = _called()[kind].sub("", text.strip()) if kind in _called() else text.strip()
        cited = [number for part in _LISTED.split(listed) if part for number in _numbers_in(part)]
        return tuple(dict.fromkeys(cited)) if all(number in own for number in cited) else ()

    @cached_property
    def known(self) -> frozenset[str]:
        """The references alone, one set for all cells that are read: a pack has thousands of both."""
        return frozenset(self)

    @cached_property
    def _of_families(self) -> Mapping[str, str]:
        """The one dataset of all references that are spelt alike but for their number."""
        kinds: dict[str, set[str]] = defaultdict(set)
        for ref, kind in self.items():
            kinds[split_ref(ref)[0]].add(kind)
        return {
            family: min(those) for family, those in kinds.items() if _is_telling(family) and len(those) == 1
        }

    def sorted_by_kind(self, cited: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
        """References by the dataset that their column cites; those of another one of these with its own.

        A column for both may play the part of either.
        """
        found: dict[str, list[str]] = {kind: [] for kind in cited}
        for kind, refs in cited.items():
            for ref in refs:
                own = self._of_families.get(split_ref(ref)[0], kind)
                found[own if own in found else kind].append(ref)
        return {kind: tuple(dict.fromkeys(refs)) for kind, refs in found.items()}


def own_refs(found: Sequence[Recognised]) -> OwnRefs:
    """Those of all tables."""
    printed = [(text, f.kind) for f in found if f.reading for text in _refs_of_rows(f, f.reading)]
    own = OwnRefs()
    own.numbers = _numbers(printed)
    for ref, kind in ((canonical(text), kind) for text, kind in printed if is_ref(text)):
        own[ref] = kind if own.get(ref, kind) == kind else ""
    return own


def _numbers(printed: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """By dataset the numbers that one row alone has."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for text, kind in printed:
        if _NUMBER.fullmatch(text.rstrip(".")):
            rows[kind][text.rstrip(".")] += 1
    return {kind: frozenset(n for n, times in own.items() if times == 1) for kind, own in rows.items()}


@from_words
def _called() -> dict[str, re.Pattern[str]]:
    """What records of a dataset are called before their numbers: "Actions 1 and 3"."""
    return {
        kind: re.compile(rf"^{whole_words(said['cited_as'])}\W{{0,3}}", re.IGNORECASE)
        for kind, said in vocabulary("tables").items()
        if "cited_as" in said
    }


def _numbers_in(part: str) -> list[str]:
    """The numbers of a part of a list; itself where it is none, which is no record's."""
    if (ends := _RANGE.fullmatch(part)) and int(ends[1]) < int(ends[2]):
        return [str(n) for n in range(int(ends[1]), int(ends[2]) + 1)]
    return [part]


def _is_telling(family: str) -> bool:
    """Whether what stands before a number is more than marks: by numbers alone records of all kinds go."""
    return any(map(str.isalpha, family))


def _refs_of_rows(found: Recognised, reading: Reading) -> Iterator[str]:
    """What the rows of a table print as their references, in a column or before their texts."""
    column, subject = reading.column("ref"), reading.subject
    if column is not None:
        yield from (c.flat for c in found.columns[column].filled)
    if reading.led == "ref" and subject is not None:
        yield from (own.ref for c in found.columns[subject].filled if (own := led_by_ref(c.text)))
