"""Tables that list no records, as others.yaml describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import Any, NamedTuple

import yaml

from learning.cells import picked, refs
from learning.dates_in_cells import dates
from learning.figures_in_cells import counts, figures, levels, money, sums, values
from learning.texts_in_cells import HERE, Cells, any_of, officers

BLANK_HEADS = 0.07
SHAPES: Mapping[str, Cells] = {
    cells.__name__: cells for cells in (officers, dates, refs, values, levels, money, sums, counts, figures)
}
"""Cells that stand in other tables as they do in ours."""


class Other(NamedTuple):
    """A column of such a table: its head's levels and its cells."""

    levels: tuple[str, ...]
    cells: list[str]
    common: bool
    """Whether its cells may stand in a table of records just so."""


@cache
def others() -> Sequence[Mapping[str, Any]]:
    """The kinds of tables of others.yaml."""
    loaded = yaml.load((HERE / "others.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    return list(loaded.values())


def other_table(rnd: Random, count: int) -> tuple[str, list[Other]]:
    """One such table: what stands over it, and its columns."""
    kind = rnd.choice(others())
    columns = [
        Other(
            tuple(head.split(" > ")),
            _cells(said[1])(rnd, count),
            isinstance(said[1], list) or said[1] in SHAPES,
        )
        for said in kind["columns"]
        if rnd.random() < float(said[2])
        for head in _heads(rnd, said)
    ]
    return rnd.choice(kind["titles"]), columns


def _heads(rnd: Random, said: Sequence[Any]) -> Sequence[str]:
    """One of the wordings, or several that stand beside each other."""
    wordings: Sequence[str] = said[0]
    if said[3:] == ["row"]:
        first = rnd.randrange(len(wordings) - 1)
        return wordings[first : first + rnd.randint(2, len(wordings))]
    return [rnd.choice(wordings) if rnd.random() > BLANK_HEADS else ""]


def _cells(said: str | list[str]) -> Cells:
    """Texts to pick from, a shape of cells, or a list of words."""
    return picked(*said) if isinstance(said, list) else SHAPES.get(said) or any_of(said)
