"""Records: recognised tables go in, the references by which their rows are known come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from agendapack.extract.normalise.leading_ref import led_by_ref
from agendapack.extract.normalise.refs import canonical, is_ref
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised


class OwnRefs(dict[str, str]):
    """References by which rows of the pack are known, and the dataset of each."""

    @cached_property
    def known(self) -> frozenset[str]:
        """The references alone, one set for all cells that are read: a pack has thousands of both."""
        return frozenset(self)


def own_refs(found: Sequence[Recognised]) -> OwnRefs:
    """Those of all tables."""
    printed = ((text, f.kind) for f in found if f.reading for text in _refs_of_rows(f, f.reading))
    return OwnRefs((canonical(text), kind) for text, kind in printed if is_ref(text))


def _refs_of_rows(found: Recognised, reading: Reading) -> Iterator[str]:
    """What the rows of a table print as their references, in a column or before their texts."""
    column, subject = reading.column("ref"), reading.subject
    if column is not None:
        yield from (c.flat for c in found.columns[column].filled)
    if reading.led == "ref" and subject is not None:
        yield from (own.ref for c in found.columns[subject].filled if (own := led_by_ref(c.text)))
