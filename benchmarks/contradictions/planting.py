"""What planting takes: rows that nothing is planted in, and notes of what is true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from .world import Act, Measure, Peril, Planted, World

Row = TypeVar("Row", Measure, Act, Peril)


def tell(world: World, type_: str, kinds: Sequence[str], *refs: str, text: str = "") -> None:
    """Note what is true: what was planted, which kinds of finding say it, and the refs it is in."""
    world.planted.append(Planted(type_, tuple(kinds), refs, text))
    world.used.update(refs)


def free_row(world: World, rows: Sequence[Row], fits: Callable[[Row], bool] = lambda _: True) -> Row | None:
    """A row that nothing has been planted in."""
    found = [row for row in rows if row.ref not in world.used and fits(row)]
    return world.words.rng.choice(found) if found else None
