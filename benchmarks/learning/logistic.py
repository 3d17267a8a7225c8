"""Multinomial logistic regression of named signs, regularised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from agendapack.extract.recognise.model import Model, softmax

Signs = Mapping[str, float]
Matrix = NDArray[np.float64]
STEPS = 150
ENOUGH = 1e-6
"""Share of the loss by which a step must lessen it; without such an end it goes on at what is rounded away."""


def fitted(
    shown: Sequence[Signs], said: Sequence[str], weights: Sequence[float], strength: float, least: int
) -> Model:
    """The weights by which signs tell what is said; of those signs that so many examples show at least."""
    many = Counter(sign for signs in shown for sign, value in signs.items() if value)
    places = {sign: at for at, sign in enumerate(sorted(s for s, count in many.items() if count >= least))}
    classes = sorted(set(said))
    loss = _Loss(
        _matrix(shown, places), np.array([classes.index(name) for name in said]), np.array(weights), strength
    )
    start = np.zeros((len(places) + 1) * len(classes))
    with threadpool_limits(1):  # sums in another order differ in their last digits
        found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "ftol": ENOUGH})
    *learned, base = found.x.reshape(-1, len(classes))
    return Model(tuple(classes), places, np.array(learned), base)


def _matrix(shown: Sequence[Signs], places: Mapping[str, int]) -> csr_matrix:
    cells = [(n, places[s], v) for n, signs in enumerate(shown) for s, v in signs.items() if s in places]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(shown), len(places)))


class _Loss:
    """What weights miss of what is said, and how far they are from nothing; the base is free."""

    def __init__(self, shown: csr_matrix, said: NDArray[np.int64], weights: Matrix, strength: float) -> None:
        self.shown, self.turned, self.said = shown, shown.T.tocsr(), said
        self.weights, self.strength = weights, strength

    def __call__(self, flat: Matrix) -> tuple[float, Matrix]:
        """The loss, and where it falls."""
        held = flat.reshape(self.shown.shape[1] + 1, -1)
        learned, base = held[:-1], held[-1]
        chances = softmax(self.shown @ learned + base)
        rows, whole = np.arange(len(self.said)), self.weights.sum()
        missed = -self.weights @ np.log(np.maximum(chances[rows, self.said], np.finfo(float).tiny))
        far = np.square(learned).sum() / (2 * self.strength)
        chances[rows, self.said] -= 1
        chances *= self.weights[:, None]
        slope = np.vstack([self.turned @ chances + learned / self.strength, chances.sum(axis=0)])
        return float(missed + far) / whole, slope.ravel() / whole
