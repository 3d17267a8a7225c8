"""What is drawn on a page, as the finders use it: edges from rules, narrow areas and coloured areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendapack.extract.find.page.drawn import Drawn
from agendapack.extract.find.page.edges import Edge, joined, rule_edges
from agendapack.extract.find.page.lines import Line, chunk_of, printed_lines, typed_rule
from agendapack.extract.find.page.shading import borders, cell_areas, narrow_areas, seams, visible
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Grid, Page

INSIDE_PT = 2.0
"""An edge this near a table's border belongs to the table."""
BAND_JOIN_PT = 30.0
"""Left and right borders of coloured areas in one line are joined over an uncoloured row of this height."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The page, its printed lines and its edges."""

    page: Page
    lines: tuple[Line, ...]
    """Upright text; chunks do not run over upright rules."""
    levels: tuple[Edge, ...]
    uprights: tuple[Edge, ...]
    segments: tuple[Edge, ...]
    """Level rules as drawn, before collinear ones are joined."""
    band_levels: tuple[Edge, ...]
    band_uprights: tuple[Edge, ...]
    areas: tuple[Box, ...]
    """Coloured areas that may be cells."""
    found: tuple[Box, ...] = ()
    """Where tables were found before; nothing inside them is left here."""

    def without(self, grids: Sequence[Grid]) -> Evidence:
        """The same without the words and edges of found tables."""
        if not grids:
            return self
        boxes = [g.box.grown(INSIDE_PT) for g in grids]
        return Evidence(
            self.page,
            tuple(_free(self.lines, [g.box for g in grids])),
            tuple(_outside(self.levels, boxes, True)),
            tuple(_outside(self.uprights, boxes, False)),
            tuple(_outside(self.segments, boxes, True)),
            tuple(_outside(self.band_levels, boxes, True)),
            tuple(_outside(self.band_uprights, boxes, False)),
            self.areas,
            (*self.found, *(g.box for g in grids)),
        )

    def uncoloured(self) -> Evidence:
        """The same without colours."""
        return replace(self, band_levels=(), band_uprights=(), areas=())

    def undrawn(self) -> Evidence:
        """The same without rules and colours."""
        return replace(self, levels=(), uprights=(), segments=(), band_levels=(), band_uprights=(), areas=())

    def with_bands(self) -> tuple[list[Edge], list[Edge]]:
        """Levels and uprights, borders of coloured areas among them."""
        return (
            joined([*self.levels, *self.band_levels]),
            joined([*self.uprights, *self.band_uprights], BAND_JOIN_PT),
        )


def evidence(page: Page) -> Evidence:
    """The lines and edges of a page."""
    areas = cell_areas(page)
    rules = visible(page)
    typed = [w for w in page.words if typed_rule(w)]
    segments = [
        *rule_edges(rules, True),
        *narrow_areas(page, True),
        *(Edge(w.box.mid_y, w.box.x0, w.box.x1) for w in typed),
    ]
    uprights = joined([*rule_edges(rules, False), *narrow_areas(page, False)])
    words = [w for w in page.words if not typed_rule(w)] if typed else list(page.words)
    words += [Drawn(g.text, g.box, g.box.height) for g in page.glyphs]
    return Evidence(
        page,
        tuple(printed_lines(words, [*uprights, *seams(areas)])),
        tuple(joined(segments)),
        tuple(uprights),
        tuple(segments),
        tuple(borders(areas, True)),
        tuple(borders(areas, False)),
        tuple(f.box for f in areas),
    )


def _free(lines: Iterable[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines without the words that lie in the boxes."""
    free = []
    for line in lines:
        near = [b for b in boxes if b.top <= line.bottom and line.top <= b.bottom]
        if not near:
            free.append(line)
            continue
        kept = []
        for chunk in line.chunks:
            if not any(b.x0 <= chunk.x1 and chunk.x0 <= b.x1 for b in near):
                kept.append(chunk)
                continue
            if any(
                b.x0 <= chunk.x0 and chunk.x1 <= b.x1 and b.top <= chunk.top and chunk.bottom <= b.bottom
                for b in near
            ):
                continue
            words = [w for w in chunk.words if not any(b.holds(w.box.mid_x, w.box.mid_y) for b in near)]
            if words:
                kept.append(chunk if len(words) == len(chunk.words) else chunk_of(words))
        if kept:
            free.append(Line(tuple(kept), line.base))
    return free


def _outside(edges: Iterable[Edge], boxes: Sequence[Box], level: bool) -> list[Edge]:
    kept = []
    for edge in edges:
        middle = (edge.start + edge.end) / 2
        x, y = (middle, edge.at) if level else (edge.at, middle)
        for box in boxes:
            if box.holds(x, y):
                break
        else:
            kept.append(edge)
    return kept
