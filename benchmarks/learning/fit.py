"""Fits the weights of named evidence to examples: what columns mean, then what tables list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.context import table_signs
from agendapack.extract.recognise.decide import NONE, column_signs, header_choices
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.model import BASE, Model
from learning.example import OTHER, Example
from learning.logistic import Signs, fitted

COLUMNS_C, TABLES_C = 1.0, 0.5
"""How far the weights may go from nothing; what a table is, is told by fewer examples."""
LEAST_COLUMNS, LEAST_TABLES = 4, 5
"""Examples that must show a sign for it to be learned from."""
OTHER_WEIGHT = 0.4
"""What a column of something else counts: whether a table is one of ours is for the whole table to say."""
GUESSED_WEIGHT = 0.15
"""The same where nobody labelled the column, only its table."""
Weights = Mapping[str, Mapping[str, float]]
"""By class and sign."""
Source = Literal["papers", "packs", "tables"]
SOURCE_WEIGHT: Mapping[Source, float] = {"papers": 2.0, "packs": 1.0, "tables": 0.3}
"""What a table counts that somebody published, that was drawn in a pack, that was invented by itself."""
NONE_WEIGHT = 1.5
"""What published tables of nothing of ours count of that: papers have more of them than were labelled."""
HIDDEN_WEIGHT = 0.1
"""What a table counts of that from which something is hidden, when it is told what it lists: hidden evidence
teaches what columns mean; a table that shows little is likelier one of nothing."""
FULL_TABLES = 10
"""How many tables of one publisher count in full."""
SMALL = 0.07
"""Weights nearer to nothing are left out."""
ROUNDS = 2


@dataclass(eq=False)
class Item:
    """An example, with the signs that its columns show under each choice of its head."""

    example: Example
    source: Source
    choices: list[list[dict[str, float]]]
    weight: float = 1.0
    pick: int = 0
    """The choice that is learned from."""
    around: Around = field(default_factory=Around)
    hidden: bool = False
    """Whether some of its evidence is."""

    @classmethod
    def of(cls, example: Example, source: Source) -> Item:
        """The example under the head that is known, else under every choice."""
        table = example.table
        if source == "papers" or example.head < 0:
            heads = list(header_choices(table))
        else:
            rows = [row for row in table.rows if row.kind != "band"][: example.head]
            heads = [(rows, [row for row in table.rows if not any(row is h for h in rows)])]
        choices = [list(column_signs(columns_of(table, head, body))) for head, body in heads]
        return cls(example, source, choices, around=Around(above=example.headings))

    def signs(self, columns: Model, pick: int) -> dict[str, float]:
        """What the whole table shows under a choice of its head."""
        shown = self.choices[pick]
        return table_signs(self.example.table, shown, columns.chances(shown), columns.classes, self.around)

    @property
    def table_weight(self) -> float:
        """What it counts where whole tables are told apart."""
        weight = self.weight * (HIDDEN_WEIGHT if self.hidden else 1.0)
        return weight * (NONE_WEIGHT if self.real and self.example.kind == NONE else 1.0)

    @property
    def real(self) -> bool:
        """Whether somebody published it."""
        return self.source == "papers"


def weighed(items: Sequence[Item]) -> list[Item]:
    """The items by their source, and those of a publisher by how many it has."""
    many = Counter(item.example.publisher for item in items if item.real)
    return [
        replace(
            i,
            weight=SOURCE_WEIGHT[i.source]
            * (min(1.0, FULL_TABLES / many[i.example.publisher]) if i.real else 1.0),
        )
        for i in items
    ]


def learned(items: Sequence[Item]) -> tuple[Model, Model]:
    """The models of columns and of tables."""
    columns: Model | None = None
    for _ in range(ROUNDS):
        columns = _fit_columns(items, columns)
        tables = _fit_tables(items, columns)
        for item in items:
            item.pick = _likeliest(item, columns, tables)
    return columns, tables


def _fit_columns(items: Sequence[Item], before: Model | None) -> Model:
    shown: list[Signs] = []
    meanings: list[str] = []
    weights: list[float] = []
    for item in items:
        for signs, meaning, weight in _columns(item, before):
            shown.append(signs)
            meanings.append(meaning)
            weights.append(item.weight * weight)
    return fitted(shown, meanings, weights, COLUMNS_C, LEAST_COLUMNS)


def _columns(item: Item, before: Model | None) -> list[tuple[Signs, str, float]]:
    """The columns of an item whose meaning is known.

    What nobody told of a real table of something else is no subject of ours, whatever it looked like.
    """
    shown = item.choices[item.pick]
    known = [
        (s, m, OTHER_WEIGHT if m == OTHER else 1.0)
        for s, m in zip(shown, item.example.meanings, strict=False)
        if m
    ]
    if item.example.kind == NONE and item.real and before is not None:
        for signs, chances in zip(shown, before.chances(shown), strict=True):
            if before.classes[int(chances.argmax())] in (
                OTHER,
                *(kind.subject for kind in KINDS.values()),
                "mitigations",
                "finding",
                "success",
            ):
                known.append((signs, OTHER, GUESSED_WEIGHT))
    return known


def _fit_tables(items: Sequence[Item], columns: Model) -> Model:
    """The model of tables, from what models of the other half of the items say of the columns."""
    groups = sorted({item.example.publisher for item in items if item.real})
    half = [groups.index(i.example.publisher) % 2 if i.real else n % 2 for n, i in enumerate(items)]
    shown: list[Signs] = []
    kinds: list[str] = []
    weights: list[float] = []
    for side in (0, 1):
        other = _fit_columns([i for n, i in enumerate(items) if half[n] != side], columns)
        for item in (i for n, i in enumerate(items) if half[n] == side):
            shown.append(item.signs(other, item.pick))
            kinds.append(item.example.kind)
            weights.append(item.table_weight)
    return fitted(shown, kinds, weights, TABLES_C, LEAST_TABLES)


def _likeliest(item: Item, columns: Model, tables: Model) -> int:
    """The head under which a table looks most like what it is; one of nothing most like ours."""
    if len(item.choices) == 1:
        return 0
    chances = tables.chances(item.signs(columns, pick) for pick in range(len(item.choices)))
    own = chances[:, tables.classes.index(item.example.kind)]
    return int((1 - own if item.example.kind == NONE else own).argmax())


def readable(model: Model) -> Weights:
    """The weights by class and sign, rounded, as they stand in the file."""
    return {
        name: {BASE: round(float(model.base[at]), 2)}
        | {
            sign: round(float(model.weights[place, at]), 2)
            for sign, place in model.places.items()
            if abs(model.weights[place, at]) >= SMALL
        }
        for at, name in enumerate(model.classes)
    }


def mean(one: Weights, other: Weights) -> Weights:
    """The mean of two sets of weights by class and sign; what one does not have is nothing there."""
    found: dict[str, dict[str, float]] = {}
    for name in sorted({*one, *other}):
        own, its = one.get(name, {}), other.get(name, {})
        both = {s: round((own.get(s, 0.0) + its.get(s, 0.0)) / 2, 2) for s in sorted({*own, *its})}
        found[name] = {s: weight for s, weight in both.items() if abs(weight) >= SMALL or s == BASE}
    return found


def judged(item: Item, columns: Model, tables: Model) -> dict[str, float]:
    """The probability of each kind, under the head that makes most sense."""
    chances = tables.chances(item.signs(columns, pick) for pick in range(len(item.choices)))
    best = 0
    none = tables.classes.index(NONE)
    for pick in range(1, len(item.choices)):
        if chances[pick, none] < chances[best, none] - 0.02:
            best = pick
    return dict(zip(tables.classes, map(float, np.asarray(chances[best])), strict=True))
