"""Reconcile: actions that are printed again in nearly the same words, under another ref or under none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendapack.extract.model import Action
from agendapack.extract.reconcile.wording import likeness, near_pairs, swapped, words

SAME_ACTION = 0.93
"""Likeness from which two texts are one action."""
ENOUGH_WORDS = 5
"""Shorter texts ("Training for staff") recur without being the same action."""
Pair = tuple[Action, Action]


def twins(actions: Sequence[Action]) -> Iterable[Pair]:
    """Actions in the words of an earlier one, each with the earliest."""
    told = [a for a in actions if len(words(a.action)) >= ENOUGH_WORDS]
    earliest: dict[int, Pair] = {}
    for i, j in near_pairs([a.action for a in told]):
        a, b = told[i], told[j]
        other_ref = not a.action_ref or a.action_ref != b.action_ref
        alike = j not in earliest and other_ref and likeness(a.action, b.action) >= SAME_ACTION
        if alike and not swapped(a.action, b.action):
            earliest[j] = (a, b)
    return earliest.values()
