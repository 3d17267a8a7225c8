"""Records: recognised tables go in, the references by which their rows are known come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from agendapack.extract.normalise.leading_ref import led_by_ref
from agendapack.extract.normalise.refs import canonical, is_ref, split_ref
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised


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
    printed = ((text, f.kind) for f in read if f.reading for text in _refs_of_rows(f, f.reading))
    own = OwnRefs()
    for ref, kind in ((canonical(text), kind) for text, kind in printed if is_ref(text)):
        own[ref] = kind if own.get(ref, kind) == kind else ""
    return own


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
