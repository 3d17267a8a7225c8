"""Which texts are the labels of one form: printed once on each of its cards, after the same first one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from agendapack.extract.find.forms.segments import Key, Looks, Segment, words_of
from agendapack.extract.light_dataclass import dataclass

MIN_AGAIN = 2
"""Cards of a form, and labels on each."""
MIN_PRINTED = 6
"""Labels printed on all cards of a form together."""
SHARED = 0.5
"""Share of the cards on which a label stands once."""
MOST = 0.75
"""The same of one with figures, which more often is a value."""
SAME_PT = 3.0
"""Texts of one column begin within this much of each other."""
MOST_TRIED = 80
"""Texts and types that may begin a form: a bound of work."""


@dataclass(frozen=True)
class Family:
    """The labels of one form, and where its cards begin: places in the stream of texts."""

    labels: frozenset[Key]
    starts: tuple[int, ...]


def family_of(stream: Sequence[Segment], usable: Sequence[bool]) -> Family | None:
    """The form that most of the usable texts speak for; None where none comes again.

    Each text that is printed again may begin one, and so may each type in which lines begin: the one is taken
    after which most labels come just once.
    """
    places: dict[Key, list[int]] = defaultdict(list)
    types: dict[Looks, list[int]] = defaultdict(list)
    for n, (segment, may) in enumerate(zip(stream, usable, strict=True)):
        if may and words_of(segment.key):
            places[segment.key].append(n)
        if may and _begins_lines(stream, n):
            types[segment.looks].append(n)
    again = {key: at for key, at in places.items() if len(at) >= MIN_AGAIN}
    if len(again) < MIN_AGAIN:
        return None
    keys = list(again)
    at = np.concatenate([again[key] for key in keys])
    of = np.concatenate([np.full(len(again[key]), n) for n, key in enumerate(keys)])
    many = np.array([len(again[key]) for key in keys])
    share = np.array([MOST if _counts(key) else SHARED for key in keys])
    firsts = sorted((own for own in (*again.values(), *types.values()) if len(own) >= MIN_AGAIN), key=len)
    best: tuple[tuple[float, int, int], Family] | None = None
    for starts in firsts[-MOST_TRIED:]:
        card = np.searchsorted(np.array(starts), at, side="right") - 1
        counts = np.zeros((len(keys), len(starts)), dtype=int)
        np.add.at(counts, (of[card >= 0], card[card >= 0]), 1)
        filled = (counts > 0).sum(axis=0) >= MIN_AGAIN
        once = (counts[:, filled] == 1).sum(axis=1)
        stray = many - once
        fits = (once >= np.maximum(MIN_AGAIN, share * filled.sum())) & (stray <= once)
        score = float((once - stray)[fits].sum())
        if once[fits].sum() < MIN_PRINTED or fits.sum() < MIN_AGAIN:
            continue
        # of two ways the one with fewer cards, each of which says more
        rank = score, -int(filled.sum()), -starts[0]
        if best is None or rank > best[0]:
            labels = frozenset(k for k, fit in zip(keys, fits, strict=True) if fit)
            own = tuple(at for at, full in zip(starts, filled, strict=True) if full)
            best = rank, Family(labels, own)
    return _among_labels(best[1], stream, usable) if best else None


def _among_labels(family: Family, stream: Sequence[Segment], usable: Sequence[bool]) -> Family | None:
    """The form without texts that stand where most others come but once: these are values."""
    own = [s for n, s in enumerate(stream) if usable[n] and n >= family.starts[0]]
    places = dict(zip(map(id, own), _places(own), strict=True))
    many = Counter(places[id(s)] for s in own)
    labelled = Counter(places[id(s)] for s in own if s.key in family.labels)
    where: dict[Key, Counter[tuple[int, Looks]]] = defaultdict(Counter)
    for s in own:
        where[s.key][places[id(s)]] += 1
    labels = frozenset(
        key
        for key in family.labels
        if key[1] is None or any(labelled[at] >= SHARED * many[at] for at, _ in where[key].most_common(1))
    )
    return Family(labels, family.starts) if len(labels) >= MIN_AGAIN else None


def _places(own: Sequence[Segment]) -> list[tuple[int, Looks]]:
    """Of each text where it begins on its line, and how it is set."""
    lefts: list[float] = []
    for left in sorted(s.box.x0 for s in own):
        if not lefts or left - lefts[-1] > SAME_PT:
            lefts.append(left)
    return [(bisect_right(lefts, s.box.x0), (*s.looks[:2], None)) for s in own]


def _begins_lines(stream: Sequence[Segment], n: int) -> bool:
    """Whether a text begins a line that is set in another type than the line above it."""
    own, before = stream[n], stream[n - 1] if n else None
    if before is None or before.page != own.page:
        return True
    return before.line != own.line and before.looks != own.looks


def _counts(key: Key) -> bool:
    """Whether a text has figures."""
    return any(map(str.isdigit, "".join(words_of(key))))
