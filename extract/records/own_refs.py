"""Records: recognised tables go in, the references by which their rows are known come out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from agendapack.extract.normalise.leading_ref import led_by_ref
from agendapack.extract.normalise.refs import canonical, is_ref, split_ref
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised

MOST_PERIODS = 4
"""Periods that letters count: quarters. What is counted further is no period."""
_COUNTED = re.compile(r"(?P<letters>[A-Z]{1,5})[ .-]?\d{1,3}[a-z]?")


class OwnRefs(dict[str, str]):
    """References by which rows of the pack are known, and the dataset of each; none where two have it."""

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
    read = [each for f in found for each in (f, f.also) if each]
    own = OwnRefs()
    for each in read:
        printed = [*_refs_of_rows(each, each.reading)] if each.reading else []
        for ref in map(canonical, _references(printed)):
            own[ref] = each.kind if own.get(ref, each.kind) == each.kind else ""
    return own


def _references(printed: Sequence[str]) -> Iterator[str]:
    """Those of the texts of a column that are references.

    By itself "H2" may be a half of the year; where a column counts on to "H5" it is none.
    """
    numbers: dict[str, set[str]] = defaultdict(set)
    for text in printed:
        numbers[_letters(text)].add(text)
    for text in printed:
        letters = _letters(text)
        if is_ref(text) or letters and len(numbers[letters]) > MOST_PERIODS:
            yield text


def _letters(text: str) -> str:
    """The letters that stand before a number; empty where a text is more or less than that."""
    found = _COUNTED.fullmatch(text)
    return found["letters"] if found else ""


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
