"""Contradictions and references that are planted in what a pack says, each with what is true of it."""

from __future__ import annotations

from collections.abc import Callable

from . import action_plants, measure_plants, risk_plants, text_plants
from .references import cite
from .world import World

PLANTS: dict[str, Callable[[World], None]] = {
    one.__name__: one for one in (*measure_plants.PLANTS, *action_plants.PLANTS, *risk_plants.PLANTS)
}
"""Contradictions by the names of their functions."""
TEXT_PLANTS: dict[str, Callable[[World], None]] = {one.__name__: one for one in text_plants.PLANTS}
CONTRADICTIONS = 8
OF_REFS = ("one_ref_for_two", "gap", "date_in_note", "two_refs_for_one")
IN_TEXTS = 3
"""Contradictions of texts and raw tables beside those of rows."""


def planted(world: World, *, numbered: bool = True) -> None:
    """Some references and some contradictions; of refs only where the rows are numbered."""
    draw = world.words.rng
    names = draw.sample([name for name in PLANTS if numbered or name not in OF_REFS], CONTRADICTIONS)
    for name in sorted(names, key=list(PLANTS).index):
        PLANTS[name](world)
    for name in draw.sample(list(TEXT_PLANTS), IN_TEXTS):
        TEXT_PLANTS[name](world)
    if numbered:
        cite(world)
