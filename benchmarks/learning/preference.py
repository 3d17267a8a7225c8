"""Learns from sets of alternatives, each with its signs and how good it is, what every sign is worth.

A log-linear model: the belief in an alternative grows with the exponential of the sum of its signs by their
worth. It is fitted to the alternatives that are best, with a penalty on large weights, by gradient steps from
nought in a fixed order and in plain Python, so that the same examples give the same weights everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

Signs = Mapping[str, float]
SHARP = 0.05
"""An alternative worse by this much is preferred e times less."""
PENALTY = 0.002
"""Of the squares of the weights, against the mean loss of an example."""
STEPS, PACE = 1500, 2.0


@dataclass(frozen=True, slots=True)
class Example:
    """Alternatives, their goodness from 0 to 1, and the source they are from."""

    source: str
    alternatives: tuple[Signs, ...]
    goodness: tuple[float, ...]


def learned(
    examples: Sequence[Example], names: Sequence[str], never_against: Collection[str] = ()
) -> dict[str, float]:
    """What each sign is worth, some nothing at the least; every source counts alike."""
    count: dict[str, int] = {}
    for one in examples:
        count[one.source] = count.get(one.source, 0) + 1
    rows = [
        ([[s.get(name, 0.0) for name in names] for s in one.alternatives], _softmax(_sharp(one.goodness)),
         1 / count[one.source] / len(count))
        for one in examples
    ]  # fmt: skip
    worth = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [-PENALTY * w for w in worth]
        for signs, wanted, weight in rows:
            believed = _softmax([sum(w * x for w, x in zip(worth, s, strict=True)) for s in signs])
            for s, p, q in zip(signs, believed, wanted, strict=True):
                step = weight * (q - p)
                if step:
                    for k, x in enumerate(s):
                        slope[k] += step * x
        worth = [w + PACE * g for w, g in zip(worth, slope, strict=True)]
        worth = [max(w, 0.0) if name in never_against else w for w, name in zip(worth, names, strict=True)]
    return {name: round(w, 2) + 0.0 for name, w in zip(names, worth, strict=True)}


def picked(example: Example, worth: Signs) -> float:
    """The goodness of the alternative that the weights prefer; the first of equals."""
    scores = [sum(worth.get(name, 0.0) * x for name, x in s.items()) for s in example.alternatives]
    return example.goodness[scores.index(max(scores))]


def left_out(
    examples: Sequence[Example], names: Sequence[str], never_against: Collection[str] = ()
) -> dict[str, float]:
    """For each source, the mean goodness of what weights learned from the others prefer."""
    return {
        source: mean(picked(e, worth) for e in examples if e.source == source)
        for source in sorted({e.source for e in examples})
        for worth in [learned([e for e in examples if e.source != source], names, never_against)]
    }


def mean(values: Iterable[float]) -> float:
    """The mean; nought of nothing."""
    some = list(values)
    return sum(some) / len(some) if some else 0.0


def _sharp(goodness: Sequence[float]) -> list[float]:
    return [g / SHARP for g in goodness]


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    powers = [exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]
