"""Striped tables as a whole: each band and the white between two is a row, and so are the lines around."""

from __future__ import annotations

from agendapack.extract.find.accept.is_table import is_banded_table
from agendapack.extract.find.lattice.cells import filled_grid
from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.lattice.header_above import with_header_above
from agendapack.extract.find.lattice.striped_runs import BandRun, runs
from agendapack.extract.find.lattice.stripes import NEAR_PT, by_cells, crossed
from agendapack.extract.find.lattice.white_rows import with_rows_around
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import within
from agendapack.extract.find.page.shading import MAX_AREAS
from agendapack.extract.model import Box, Grid


def striped_grids(seen: Evidence) -> list[Grid]:
    """Tables whose rows are coloured by turns."""
    if not 0 < len(seen.areas) <= MAX_AREAS:
        return []
    return [g for run in runs(seen) if (g := _grid(run, seen)) and is_banded_table(g)]


def _grid(run: BandRun, seen: Evidence) -> Grid | None:
    rows, (left, *inner, right) = run.rows(), run.xs
    levels = [Edge(y, left, right) for y in (run.box.top, *(row.bottom for row in rows))]
    uprights = [
        Edge(x, row.top, row.bottom) for row in rows for x in (left, *_parting(row, inner, seen), right)
    ]
    ruled = RuledGrid(Lattice(tuple(levels), tuple(uprights)))
    ruled = with_header_above(with_rows_around(ruled, seen, run.bands), seen)
    return filled_grid(seen.page, ruled, "stripes", f"{len(run.bands)} bands, {len(run.xs) - 1} columns")


def _parting(row: Box, xs: list[float], seen: Evidence) -> list[float]:
    """The borders that neither a text of the row nor one of its coloured cells stands across."""
    texts = [c for line in within(seen.lines, row) for c in by_cells(line, xs).chunks]
    cells = [
        a for a in seen.areas if abs(a.top - row.top) <= NEAR_PT and abs(a.bottom - row.bottom) <= NEAR_PT
    ]
    return [
        x
        for x in xs
        if not any(a.x0 + NEAR_PT < x < a.x1 - NEAR_PT for a in cells)
        and not any(crossed(text, [x]) for text in texts)
    ]
