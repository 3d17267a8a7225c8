"""What a whole table shows: what its columns may be together, its size, what stands over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.kinds import KINDS, RecordKind
from agendapack.extract.recognise.model import Chances
from agendapack.extract.recognise.role_words import OTHER, words_of_roles
from agendapack.extract.recognise.titles import folded

LOOKS = (
    *("money", "thousands", "empty", "percent", "a sentence", "a paragraph", "sets a task"),
    *("begins as a risk", "begins as a measure", "a figure", "a tick", "each another"),
)
UNKNOWN = 0.1
"""Probability of a meaning that counts as next to nothing."""
MAX_VALUES, MANY_COLUMNS, FEW_ROWS = 3, 12, 3
"""Columns of values and of all that are told apart, and rows of a short table."""
MAX_HEADING_CHARS, HEADINGS = 120, 3
"""The nearest paragraphs above that are short enough to be headings."""


def table_signs(
    table: Table,
    shown: Sequence[Mapping[str, float]],
    chances: Chances,
    classes: Sequence[str],
    around: Around,
) -> dict[str, float]:
    """All that a table shows under one of its heads."""
    return {**standing_signs(table, shown, around), **meaning_signs(chances, classes)}


def meaning_signs(chances: Chances, classes: Sequence[str]) -> dict[str, float]:
    """What the columns of a table may be together."""
    places = {name: at for at, name in enumerate(classes)}
    most = chances.max(axis=0).tolist()
    signs = {f"a column: {name}": most[at] for name, at in places.items() if name != OTHER}
    signs["columns of values"] = min(MAX_VALUES, float(chances[:, places["value"]].sum()))
    signs["columns of something else"] = float(chances[:, places[OTHER]].mean())
    signs.update(_together(chances, places))
    return signs


def standing_signs(table: Table, shown: Sequence[Mapping[str, float]], around: Around) -> dict[str, float]:
    """What a table shows whatever its columns are taken for."""
    signs = dict(_size(table, shown))
    for look in LOOKS:
        signs[f"cells: {look}"] = sum(s.get(look, 0.0) for s in shown) / len(shown)
    signs.update(dict.fromkeys(_words_over(table, around), 1.0))
    signs.update((f"head {sign}", 1.0) for s in shown for sign in s if sign.startswith("word "))
    return signs


def _together(chances: Chances, places: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    """How surely a subject stands beside what only its records have."""
    for dataset, kind in KINDS.items():
        subject, own = kind.subject, _subjects(kind, chances, places)
        column = int(own.argmax())
        beside = np.delete(chances, column, axis=0)[:, [places[name] for name in kind.beside]]
        nearest = beside.max(axis=0) if len(beside) else np.zeros(1)
        best = float(min(own[column], nearest.max()))
        yield f"{dataset}: a {subject} and something beside it", best
        known = own / (1.0 + UNKNOWN - chances[:, places[OTHER]])
        yield f"{dataset}: a {subject} rather than anything else", float(known.max())
        yield f"{dataset}: things beside a {subject}", float(nearest.sum())


def _subjects(kind: RecordKind, chances: Chances, places: Mapping[str, int]) -> NDArray[np.float64]:
    """How likely each column holds the records' own texts, be it as what another kind calls them.

    What is still to be done about a risk is an action where no column is the risk.
    """
    own: NDArray[np.float64] = chances[:, places[kind.subject]].copy()
    for name in kind.elsewhere:
        others = (
            k for k in KINDS.values() if k is not kind and name in map(k.meaning, words_of_roles()[k.name])
        )
        missing = [1.0 - float(chances[:, places[k.subject]].max()) for k in others]
        own += chances[:, places[name]] * min(missing, default=0.0)
    return own


def _size(table: Table, shown: Sequence[Mapping[str, float]]) -> Iterator[tuple[str, float]]:
    rows = sum(row.kind == "body" for row in table.rows)
    yield "columns", min(table.columns, MANY_COLUMNS) / MANY_COLUMNS
    yield "one row", float(rows <= 1)
    yield "few rows", float(rows <= FEW_ROWS)
    yield "no head", float(all("no title" in s for s in shown))


def _words_over(table: Table, around: Around) -> Iterator[str]:
    """The words of the headings that a table stands under."""
    caption = table.caption.flat if table.caption else ""
    headings = [h for h in around.above[-HEADINGS:] if len(h) <= MAX_HEADING_CHARS]
    for text in (caption, *headings):
        for word in folded(text):
            if word.isalpha():
                yield f"over it: {word}"
