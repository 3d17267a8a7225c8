"""Names what tells values of one measure and period apart: "England average" and "Regional average"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from agendapack.extract.recognise.titles import fits_only
from agendapack.schemas import vocabulary


def shared(named: Iterable[tuple[Hashable, str]]) -> frozenset[str]:
    """Of (measure, label) pairs the labels of measures that have several."""
    labels = defaultdict[Hashable, set[str]](set)
    for measure, label in named:
        labels[measure].add(label)
    return frozenset(label for some in labels.values() if len(some) > 1 for label in some)


def telling(label: str, measure: str, among: frozenset[str]) -> str:
    """The label where others have its measure too, or where it says whose value it is.

    One that only names the measure is that of the plain value.
    """
    says = label in among or measure in vocabulary("measures")["of_others"]
    return label if says and not fits_only(label, measure) else ""
