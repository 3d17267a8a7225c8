"""The tables that each way of looking at a page proposes; several may propose one place."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.lattice.finder import banded_grids, ruled_grids
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.stream.finder import aligned_grids
from agendapack.extract.find.tiles import tile_grids
from agendapack.extract.model import Grid

SAME_PLACE = 0.25
"""Share of the smaller of two tables that the other may cover without being in its place."""


def proposals(seen: Evidence) -> list[Grid]:
    """All proposals for a page.

    Each finder sees what those before it left: what rules enclose, what colours enclose, boxes of one size,
    what only the alignment of words shows. The last also says where it finds more by itself.
    """
    found: list[Grid] = []
    for finder in (ruled_grids, banded_grids, tile_grids, aligned_grids):
        found += [g for g in finder(seen.without(found)) if not any(same_place(g, other) for other in found)]
    if all(grid.method == "aligned" for grid in found):
        return found
    return [*found, *_larger(aligned_grids(seen), found)]


def same_place(a: Grid, b: Grid) -> bool:
    """Whether two tables cannot both be there."""
    return a.box.overlap(b.box) > SAME_PLACE * min(a.box.area, b.box.area)


def _larger(grids: Sequence[Grid], known: Sequence[Grid]) -> list[Grid]:
    """The tables that hold words which none of the known ones holds.

    Within what rules or colours enclose, these say what is a cell: cards would fall apart into lines.
    """
    told = {id(w) for grid in known for cell in grid.cells for w in cell.words}
    return [g for g in grids if any(id(w) not in told for cell in g.cells for w in cell.words)]
