"""Tables of a pack under the same head list the same: what they show is judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from agendapack.extract.recognise.decide import Judged, Proposal
from agendapack.extract.recognise.titles import folded

MIN_TITLES = 2
"""A head of one title is that of many lists."""
Head = tuple[tuple[str, ...], ...]


def pooled(proposals: Sequence[Proposal | None]) -> list[Proposal | None]:
    """The proposals in order, those under the same head judged together."""
    alike: dict[Head, list[Proposal]] = defaultdict(list)
    for proposal in filter(None, proposals):
        alike[_head(proposal)].append(proposal)
    judged = {
        proposal: replace(proposal, pooled=together)
        for head, those in alike.items()
        if len(those) > 1 and _tells(head)
        for proposal, together in zip(those, _judged(those), strict=True)
    }
    return [each and judged.get(each, each) for each in proposals]


def _judged(alike: Sequence[Proposal]) -> Iterator[Judged]:
    """The kind is the geometric mean of what the tables show, each record counting alike: it is one for all.

    A column may mean another thing in one of them: of it the mean is arithmetic, and its own cells say as
    much as those of all the tables; empty ones say nothing.
    """
    records = np.array([1 + max(len(column.filled) for column in each.columns) for each in alike])
    logs = np.average(np.log([[*each.kinds.values()] for each in alike]), axis=0, weights=records)
    kinds = dict(zip(alike[0].kinds, map(float, np.exp(logs) / np.exp(logs).sum()), strict=True))
    own = np.array([each.chances for each in alike])
    cells = np.array([[[len(column.filled)] for column in each.columns] for each in alike])
    every = np.average(own, axis=0, weights=np.broadcast_to(cells + 1, own.shape))
    for chances, filled in zip(own, cells, strict=True):
        yield Judged(np.where(filled > 0, (chances + every) / 2, every), kinds, len(alike))


def _head(proposal: Proposal) -> Head:
    """The telling words of each column's title."""
    return tuple(folded(column.title) for column in proposal.columns)


def _tells(head: Head) -> bool:
    return sum(map(bool, head)) >= MIN_TITLES
