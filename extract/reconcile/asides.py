"""Reconcile: a row's columns without a field of their own come in; those of one meaning go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.extract.recognise.titles import folded
from agendapack.schemas import from_words, vocabulary


def of_role(extra: Sequence[tuple[str, str]], dataset: str, role: str) -> Iterator[tuple[str, str]]:
    """Title and text of the columns that are called as columns of the role are."""
    titles = _titles().get((dataset, role), frozenset())
    return ((title, text) for title, text in extra if folded(title) in titles)


@from_words
def _titles() -> dict[tuple[str, str], frozenset[tuple[str, ...]]]:
    return {
        (dataset, role): frozenset(
            folded(str(title)) for title in (*spec.get("words", ()), *spec.get("shaped", ()))
        )
        for dataset, about in vocabulary("tables").items()
        for role, spec in about["roles"].items()
    }
