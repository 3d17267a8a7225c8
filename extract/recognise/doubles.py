"""Columns that hold two things, as their titles say: "Responsible officer and target date"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.rules import Role, Rule, rules_of_all
from agendapack.extract.recognise.titles import Phrases, folded
from agendapack.schemas import from_words

PAIRS: Mapping[str, tuple[str, str]] = {"actions": ("officers", "due")}
"""Roles by dataset that one column may play together."""
SURE_FIT = 0.95
MAX_WORDS = 8
"""Words of such a title."""


def doubled(dataset: str, roles: Sequence[Role], columns: Sequence[Column]) -> Iterator[Role]:
    """The role that no column plays, for the one whose title names it beside its own role."""
    pair = PAIRS.get(dataset)
    played = {r.name: r.column for r in roles}
    if pair is None or len(played.keys() & set(pair)) != 1:
        return
    own, other = pair if pair[0] in played else pair[::-1]
    title = next((c.title for c in columns if c.number == played[own]), "")
    if _names_both(title, dataset):
        yield Role(played[own], other, SURE_FIT, f"{title!r} names {own} and {other}")


def _names_both(title: str, dataset: str) -> bool:
    """Whether a title is that of one role and, before or behind it, that of the other."""
    words = folded(title)
    parts = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    first, second = _titles()[dataset]
    return len(words) <= MAX_WORDS and any(
        a.any_fits([left], SURE_FIT) and b.any_fits([right], SURE_FIT)
        for left, right in parts
        for a, b in ((first, second), (second, first))
    )


@from_words
def _titles() -> dict[str, tuple[Phrases, Phrases]]:
    """The titles of both roles, by dataset."""
    rules = rules_of_all()
    return {
        dataset: (_of(rules[dataset], pair[0]), _of(rules[dataset], pair[1]))
        for dataset, pair in PAIRS.items()
    }


def _of(rules: Mapping[str, Rule], name: str) -> Phrases:
    rule = rules[name]
    return Phrases((*rule.words, *rule.only))
