"""The texts of a page in the order of its forms: where several stand abreast, one below the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.forms.segments import Key, Segment, words_of

MIN_KEYS = 2
"""Texts printed several times on one line, in the same places, that show forms abreast."""
SAME_PT = 6.0
"""Places on a line that are one, give or take this much."""


def streams_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The texts of a page, in one stream or in one for each column of forms, from left to right."""
    lefts = _columns(segments)
    if not lefts:
        return [list(segments)]
    edges = [0.0, *(left - SAME_PT for left in lefts[1:]), float("inf")]
    crossed = _crossed(segments, edges[1:-1])
    streams: list[list[Segment]] = [[] for _ in lefts]
    for segment in segments:
        at = next(n for n, (a, b) in enumerate(pairwise(edges)) if a <= segment.box.x0 < b)
        streams[0 if segment.line in crossed else at].append(segment)
    return streams


def _crossed(segments: Sequence[Segment], edges: Sequence[float]) -> set[int]:
    """The lines with a text that runs over from one column to the next: they belong to no form."""
    return {
        s.line for s in segments for edge in edges if s.box.x0 < edge - SAME_PT and s.box.x1 > edge + SAME_PT
    }


def _columns(segments: Sequence[Segment]) -> list[float]:
    """Where the columns of forms begin; none where the same texts do not come again along lines."""
    lines: dict[tuple[int, Key], list[float]] = defaultdict(list)
    for segment in segments:
        if words_of(segment.key):
            lines[segment.line, segment.key].append(segment.box.x0)
    many: dict[int, dict[Key, list[float]]] = defaultdict(dict)
    for (_, key), places in lines.items():
        if len(places) > 1:
            many[len(places)].setdefault(key, sorted(places))
    sets = [keys for keys in many.values() if len(keys) >= MIN_KEYS]
    if not sets:
        return []
    widest = max(sets, key=len)
    return [min(places[n] for places in widest.values()) for n in range(len(next(iter(widest.values()))))]
