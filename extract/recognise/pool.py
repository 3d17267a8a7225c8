"""Tables of a pack under the same head list the same: what they show is judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from agendapack.extract.recognise.decide import Judged, Proposal
from agendapack.extract.recognise.model import Chances
from agendapack.extract.recognise.titles import folded

MIN_TITLES = 2
"""A head of one title is that of many lists."""
Head = tuple[tuple[str, ...], ...]


def pooled(proposals: Sequence[Proposal | None]) -> list[Proposal | None]:
    """The proposals in order, those under the same head judged together."""
    alike: dict[Head, list[Proposal]] = defaultdict(list)
    for proposal in filter(None, proposals):
        alike[_head(proposal)].append(proposal)
    judged = {head: _judged(those) for head, those in alike.items() if len(those) > 1 and _tells(head)}
    return [each and replace(each, pooled=judged.get(_head(each))) for each in proposals]


def _judged(alike: Sequence[Proposal]) -> Judged:
    """The geometric mean of what the tables show, each record counting alike."""
    records = [1 + max(len(column.filled) for column in each.columns) for each in alike]
    kinds = _mean([np.array([*each.kinds.values()]) for each in alike], records)
    chances = _mean([each.chances for each in alike], records)
    return Judged(chances, dict(zip(alike[0].kinds, map(float, kinds), strict=True)), len(alike))


def _mean(chances: Sequence[Chances], weights: Sequence[int]) -> Chances:
    raised = np.exp(np.average(np.log(np.array(chances)), axis=0, weights=weights))
    found: Chances = raised / raised.sum(axis=-1, keepdims=True)
    return found


def _head(proposal: Proposal) -> Head:
    """The telling words of each column's title."""
    return tuple(folded(column.title) for column in proposal.columns)


def _tells(head: Head) -> bool:
    return sum(map(bool, head)) >= MIN_TITLES
