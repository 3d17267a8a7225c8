"""Tables of a pack under the same head list the same: what they show is judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
    judged = {
        proposal: replace(proposal, pooled=together)
        for head, those in alike.items()
        if len(those) > 1 and _tells(head)
        for proposal, together in zip(those, _judged(those), strict=True)
    }
    return [each and judged.get(each, each) for each in proposals]


def _judged(alike: Sequence[Proposal]) -> Iterator[Judged]:
    """The kind is the geometric mean of what the tables show, each record counting alike.

    Of what a column means its own cells say as much as they are, the tables alike together as much as one.
    """
    records = np.array([1 + max(len(column.filled) for column in each.columns) for each in alike])
    kinds = _shares(
        (np.log([[*each.kinds.values()] for each in alike]) * records[:, None]).sum(0) / records.sum()
    )
    named = dict(zip(alike[0].kinds, map(float, kinds), strict=True))
    own = np.log([each.chances for each in alike])
    cells = np.array([[[len(column.filled)] for column in each.columns] for each in alike])
    counted = cells + 1
    every, total = (own * counted).sum(0), counted.sum(0)
    for logs, filled, count in zip(own, cells, counted, strict=True):
        others = (every - logs * count) / (total - count)
        yield Judged(_shares((logs * filled + others) / count), named, len(alike))


def _shares(logs: Chances) -> Chances:
    """Probabilities of these logarithms, whatever their sum."""
    raised = np.exp(logs)
    found: Chances = raised / raised.sum(axis=-1, keepdims=True)
    return found


def _head(proposal: Proposal) -> Head:
    """The telling words of each column's title."""
    return tuple(folded(column.title) for column in proposal.columns)


def _tells(head: Head) -> bool:
    return sum(map(bool, head)) >= MIN_TITLES
