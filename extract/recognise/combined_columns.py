"""Columns that hold two things, as their titles say: "Responsible officer and target date"."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.recognise.draft import Draft, Step
from agendapack.extract.recognise.role_words import Role, RoleWords
from agendapack.extract.recognise.titles import Phrases, folded
from agendapack.schemas import remembered

SURE_FIT = 0.95
"""Title fit from which each half of a title is that of one role; what the roles then score."""
MAX_WORDS = 8
"""Words of such a title."""


def two_in_one(first: str, second: str) -> Step:
    """The step that gives a column both roles, where its title names both and no column plays the other."""

    def doubled(draft: Draft) -> Draft:
        played = {r.name: r.column for r in draft.roles}
        if len(played.keys() & {first, second}) != 1:
            return draft
        own, other = (first, second) if first in played else (second, first)
        title = next((c.title for c in draft.columns if c.number == played[own]), "")
        if not _names_both(title, _titles(draft.rules[own]), _titles(draft.rules[other])):
            return draft
        reason = f"{title!r} names {own} and {other}"
        return replace(draft, roles=(*draft.roles, Role(played[own], other, reason)))

    return doubled


def _names_both(title: str, first: Phrases, second: Phrases) -> bool:
    """Whether a title is that of one role and, before or behind it, that of the other."""
    words = folded(title)
    parts = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return len(words) <= MAX_WORDS and any(
        a.any_fits([left], SURE_FIT) and b.any_fits([right], SURE_FIT)
        for left, right in parts
        for a, b in ((first, second), (second, first))
    )


@remembered
def _titles(rule: RoleWords) -> Phrases:
    return Phrases((*rule.words, *rule.only))
