"""Tables of a pack under the same head list the same: what they show is judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from agendapack.extract.recognise.decide import Judged, Proposal
from agendapack.extract.recognise.model import Chances, learned
from agendapack.extract.recognise.titles import folded

MIN_TITLES = 2
"""A head of one title is that of many lists."""
REFERENCES = "_refs"
"""How the meanings of columns of references end."""
TINY = 1e-9
"""The weight of what counts for nothing beside anything else."""
Head = tuple[tuple[str, ...], ...]


def pooled(
    proposals: Sequence[Proposal | None], apart: Callable[[Proposal], bool] = lambda _: False
) -> list[Proposal | None]:
    """The proposals in order, those under the same head judged together; `apart` for those told otherwise."""
    alike: dict[Head, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        if proposal and not apart(proposal):
            alike[_head(proposal)].append(proposal)
    judged = {
        proposal: replace(proposal, pooled=together)
        for head, those in alike.items()
        if len(those) > 1 and _tells(head)
        for proposal, together in zip(those, _judged(those), strict=True)
    }
    return [each and judged.get(each, each) for each in proposals]


def _judged(alike: Sequence[Proposal]) -> Iterator[Judged]:
    """What the tables show is one geometric mean, each record counting alike.

    Columns of references are judged by themselves: they are known by their shape, whatever the others hold.
    """
    records = np.array([1.0 + max(len(column.filled) for column in each.columns) for each in alike])
    kinds = _mean(np.array([[*each.kinds.values()] for each in alike]), records)
    named = dict(zip(alike[0].kinds, map(float, kinds), strict=True))
    own = np.array([each.chances for each in alike])
    references = np.array([name.endswith(REFERENCES) for name in learned()["columns"].classes])
    cites = references[own.argmax(axis=-1)]
    every = _mean(own, np.where(cites, TINY, records[:, None]))
    for chances, cited in zip(own, cites, strict=True):
        yield Judged(np.where(cited[:, None], chances, every), named, len(alike))


def _mean(chances: Chances, weights: Chances) -> Chances:
    """The geometric mean over the first axis; weights for all of what a row holds alike."""
    weighed = np.broadcast_to(weights[..., None], chances.shape)
    raised = np.exp(np.average(np.log(chances), axis=0, weights=weighed))
    found: Chances = raised / raised.sum(axis=-1, keepdims=True)
    return found


def _head(proposal: Proposal) -> Head:
    """The telling words of each column's title."""
    return tuple(folded(column.title) for column in proposal.columns)


def _tells(head: Head) -> bool:
    return sum(map(bool, head)) >= MIN_TITLES
