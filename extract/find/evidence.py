"""What is drawn on a page, as the finders use it: edges from rules, narrow areas and coloured areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.find.bands import borders, cell_areas, strips
from extract.find.edges import Edge, joined, rule_edges
from extract.model import Box, Grid, Page, Word

INSIDE_PT = 2.0
"""An edge this near a table's border belongs to the table."""
MIN_AREAS = 3
"""Coloured areas that can make a table."""
BAND_JOIN_PT = 30.0
"""Borders of coloured areas in one line are joined over an uncoloured row of this height."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The page and its edges; `segments` are level rules as drawn, before collinear ones are joined."""

    page: Page
    levels: tuple[Edge, ...]
    uprights: tuple[Edge, ...]
    segments: tuple[Edge, ...]
    band_levels: tuple[Edge, ...]
    band_uprights: tuple[Edge, ...]

    def without(self, grids: Sequence[Grid]) -> Evidence:
        """The same without the edges that lie in found tables."""
        boxes = [g.box.grown(INSIDE_PT) for g in grids]
        if not boxes:
            return self
        return Evidence(
            self.page,
            tuple(_outside(self.levels, boxes, True)),
            tuple(_outside(self.uprights, boxes, False)),
            tuple(_outside(self.segments, boxes, True)),
            tuple(_outside(self.band_levels, boxes, True)),
            tuple(_outside(self.band_uprights, boxes, False)),
        )

    def with_bands(self) -> tuple[list[Edge], list[Edge]]:
        """Levels and uprights, borders of coloured areas among them."""
        return (
            joined([*self.levels, *self.band_levels], BAND_JOIN_PT),
            joined([*self.uprights, *self.band_uprights], BAND_JOIN_PT),
        )


def evidence(page: Page) -> Evidence:
    """The edges of a page."""
    areas = cell_areas(page)
    segments = [*rule_edges(page.rules, True), *strips(page, True)]
    return Evidence(
        page,
        tuple(joined(segments)),
        tuple(joined([*rule_edges(page.rules, False), *strips(page, False)])),
        tuple(segments),
        tuple(borders(areas, True)),
        tuple(borders(areas, False)),
    )


def free_words(page: Page, grids: Sequence[Grid]) -> list[Word]:
    """Words that no found table holds."""
    return [w for w in page.words if not any(g.box.holds(w.box.mid_x, w.box.mid_y) for g in grids)]


def _outside(edges: Iterable[Edge], boxes: Sequence[Box], level: bool) -> list[Edge]:
    def inside(edge: Edge) -> bool:
        middle = (edge.start + edge.end) / 2
        return any(b.holds(middle, edge.at) if level else b.holds(edge.at, middle) for b in boxes)

    return [e for e in edges if not inside(e)]
