"""Stage 2, find: a `Page` goes in, the tables on it come out as `Grid` values."""

from __future__ import annotations

from extract.find.aligned import aligned_grids
from extract.find.evidence import evidence
from extract.find.latticed import banded_grids, ruled_grids
from extract.model import Grid, Page

__all__ = ["find_grids"]


def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from top to bottom.

    What rules enclose is looked for first, then what colours enclose, then what only the
    alignment of words shows; each finder sees the words and edges that the others left.
    """
    seen = evidence(page)
    found = ruled_grids(seen)
    found += banded_grids(seen.without(found))
    found += aligned_grids(seen.without(found))
    return sorted(found, key=lambda g: (g.box.top, g.box.x0))
