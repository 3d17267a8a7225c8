"""Log-linear scores of named evidence, with the learned weights of schemas/weights/recognise.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.schemas.loading import data_file

Chances = NDArray[np.float64]
"""One row for each thing judged, one column for each class: probabilities."""
BASE = "whatever it shows"
"""The name under which a class has the weight that it has without any evidence."""


class Reason(NamedTuple):
    """A piece of evidence, and what it adds to the score of one class over another."""

    sign: str
    weight: float


@dataclass(frozen=True, eq=False)
class Model:
    """The weights of each sign for each class."""

    classes: tuple[str, ...]
    places: Mapping[str, int]
    """The row of each sign in the weights."""
    weights: NDArray[np.float64]
    base: NDArray[np.float64]

    @classmethod
    def of(cls, said: Mapping[str, Mapping[str, float]]) -> Model:
        """The model of weights by class and sign."""
        signs = sorted({sign for weights in said.values() for sign in weights if sign != BASE})
        places = {sign: at for at, sign in enumerate(signs)}
        weights = np.zeros((len(signs), len(said)))
        for column, own in enumerate(said.values()):
            for sign, weight in own.items():
                if sign != BASE:
                    weights[places[sign], column] = weight
        base = np.array([own.get(BASE, 0.0) for own in said.values()])
        return cls(tuple(said), places, weights, base)

    def scores(self, shown: Mapping[str, float]) -> NDArray[np.float64]:
        """The score of each class for what shows these signs."""
        known = [(self.places[sign], value) for sign, value in shown.items() if sign in self.places]
        if not known:
            return self.base
        rows, values = zip(*known, strict=True)
        found: NDArray[np.float64] = self.base + np.array(values) @ self.weights[list(rows)]
        return found

    def chances(self, shown: Iterable[Mapping[str, float]]) -> Chances:
        """The probability of each class for each."""
        return softmax(np.array([self.scores(signs) for signs in shown]))

    def reasons(self, shown: Mapping[str, float], name: str, rather_than: str) -> list[Reason]:
        """What speaks for one class rather than another, and against it; the weightiest first."""
        own, other = self.classes.index(name), self.classes.index(rather_than)
        found = [
            Reason(sign, float(value * (self.weights[at, own] - self.weights[at, other])))
            for sign, value in shown.items()
            if (at := self.places.get(sign)) is not None
        ]
        return sorted(found, key=lambda reason: (-abs(reason.weight), reason.sign))


def softmax(scores: NDArray[np.float64]) -> Chances:
    """Probabilities from scores, row by row."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Chances = raised / raised.sum(axis=-1, keepdims=True)
    return found


@cache
def learned() -> Mapping[str, Model]:
    """The models by what they judge: columns, tables."""
    return {name: Model.of(said) for name, said in data_file("weights", "recognise.yaml").items()}


def in_words(reasons: Sequence[Reason], most: int = 4) -> str:
    """The weightiest reasons, each with what it adds."""
    told = [f"{reason.sign} {reason.weight:+.1f}" for reason in reasons[:most] if abs(reason.weight) >= 0.1]
    return ", ".join(told)
