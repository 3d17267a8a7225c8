"""The first rows of a page read in the columns of the table that ends the page before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from agendapack.extract.find.carried.columns import CarriedColumns, carried_columns
from agendapack.extract.find.carried.stripes import bands_across, by_stripes, is_striped
from agendapack.extract.find.choose.propose import same_place
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.find.page.prose import parted
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.blocks import MAX_PAUSE_EM
from agendapack.extract.find.stream.cells import CellPiece, pieced_grid
from agendapack.extract.find.stream.extent import CLOSE_EM, HEADLINE
from agendapack.extract.find.stream.finder import aligned_grids
from agendapack.extract.find.stream.painted_rows import painted_rows
from agendapack.extract.find.stream.rows import row_groups
from agendapack.extract.model import Box, Grid, Word

MAX_ABOVE = 2
"""Lines over the first row: a running head, the heading of a group."""
FULL = 0.6
"""Share of the columns that the fullest row here fills;"""
STANDING = 0.8
"""and the share of the texts that stand at the edge of their column, or in its middle."""


def carried_on(seen: Evidence, before: Collection[Grid], found: Sequence[Grid]) -> list[Grid]:
    """The tables found on the page, its first rows in the columns of the table before where these show more.

    What rules or colours enclose is left as it is, and so is a table that has those columns by itself.
    """
    last = max(
        (g for g in before if g.page == seen.page.number - 1), key=lambda g: g.box.bottom, default=None
    )
    columns = carried_columns(last) if last and not _begins_closed(seen, found) else None
    grid = _first_rows(seen, columns, last) if columns and last else None
    if grid is None:
        return list(found)
    here = [other for other in found if same_place(grid, other) or _share_words(grid, other)]
    if any(other.method != "aligned" or _has_its_columns(other, grid) for other in here):
        return list(found)
    kept = [other for other in found if other not in here]
    rest = [
        g for g in aligned_grids(seen.without([grid, *kept])) if any(same_place(g, other) for other in here)
    ]
    return [*kept, grid, *rest] if _holds_all([grid, *rest], here, seen) else list(found)


def _begins_closed(seen: Evidence, found: Sequence[Grid]) -> bool:
    """Whether all that the first row may be stands in tables which are left as they are."""
    closed = {id(w) for g in found if g.method != "aligned" for c in g.cells for w in c.words}
    return bool(closed) and all(
        id(w) in closed for line in seen.lines[: MAX_ABOVE + 1] for c in line.chunks for w in c.words
    )


def _first_rows(seen: Evidence, columns: CarriedColumns, last: Grid) -> Grid | None:
    """The rows at the top of the page that stand in the columns, if they are rows for certain."""
    bands = bands_across(seen.areas, last.box.x0, last.box.x1)
    lines = _run(seen, columns, bands)
    placed = [c for line in lines if parted(line) for c in line.chunks]
    if not placed or sum(map(columns.stands, placed)) < STANDING * len(placed):
        return None
    row_lines = [_row_line(line, columns) for line in lines]
    spans = columns.with_texts(row_lines)
    rules = [*seen.levels, *seen.band_levels, *painted_rows(Block(lines, areas=seen.areas))]
    headed = columns.is_head(lines[0])
    groups = row_groups(row_lines[headed:], spans, rules)
    groups = by_stripes(groups, bands) if is_striped(last) else groups
    groups = [row_lines[:1], *groups] if headed else groups
    if max(len({c for k in row for c in k.columns if not k.banner}) for row in groups) < FULL * len(spans):
        return None
    pieces = [
        CellPiece(r, a, 1, b - a + 1, words) for r, row in enumerate(groups) for (a, b), words in _cells(row)
    ]
    reason = f"{len(groups)} rows in the {len(spans)} columns of the table on the page before"
    borders = columns.borders(row_lines)
    return pieced_grid(seen.page, pieces, len(groups), len(spans), "aligned", reason, borders)


def _run(seen: Evidence, columns: CarriedColumns, bands: Sequence[Box]) -> list[Line]:
    """The lines from the first row down to the last that stands in the columns; none where text is close.

    A line by itself is the heading of a group of rows, or goes on with the text above it.
    """
    lines = [columns.cut(line) for line in seen.lines]
    first = next((i for i, line in enumerate(lines[: MAX_ABOVE + 1]) if parted(line)), None)
    if first is None or columns.is_head(lines[first]) and not columns.is_whole_head(lines[first]):
        return []
    if first and _goes_on(lines[first - 1], lines[first]):
        return []
    run, held = list[Line](), list[Line]()
    for i, line in enumerate(lines[first:], first):
        if run and line.top - lines[i - 1].bottom > MAX_PAUSE_EM * line.size:
            break
        if run and (columns.is_head(line) or _is_other_head(line, run) or _is_title(line, run)):
            return run
        if not columns.holds(line):
            close = run and not held and _goes_on(run[-1], line)
            return [] if close and not columns.crosses(line) else run
        on_band = bool(run) and any(b.top < run[-1].mid_y and line.mid_y < b.bottom for b in bands)
        if parted(line) or run and not held and _goes_on(run[-1], line) or on_band:
            run += [*held, line]
            held = []
        else:
            held.append(line)
    return run


def _goes_on(above: Line, line: Line) -> bool:
    return line.top - above.bottom <= CLOSE_EM * line.size


def _is_other_head(line: Line, run: Sequence[Line]) -> bool:
    """Whether bold titles side by side stand below rows that are not bold."""
    titles = parted(line) and not any(c.numeric for c in line.chunks) and _bold([line])
    return titles and not _bold(run)


def _is_title(line: Line, run: Sequence[Line]) -> bool:
    return not parted(line) and line.size >= HEADLINE * max(k.size for k in run)


def _bold(lines: Sequence[Line]) -> bool:
    return all(w.bold for line in lines for c in line.chunks for w in c.words)


def _row_line(line: Line, columns: CarriedColumns) -> RowLine:
    cells: dict[tuple[int, int], list[Chunk]] = {}
    for chunk, column in zip(line.chunks, columns.homes(line), strict=True):
        cells.setdefault((column, column), []).append(chunk)
    return RowLine(line.top, line.bottom, line.base, line.size, cells)


def _cells(row: Sequence[RowLine]) -> Iterator[tuple[tuple[int, int], tuple[Word, ...]]]:
    for over in dict.fromkeys(over for line in row for over in line.cells):
        yield over, tuple(w for line in row for c in line.cells.get(over, ()) for w in c.words)


def _share_words(grid: Grid, other: Grid) -> bool:
    mine = {id(w) for c in grid.cells for w in c.words}
    return any(id(w) in mine for c in other.cells for w in c.words)


def _has_its_columns(other: Grid, grid: Grid) -> bool:
    """Whether a table has as many columns as the rows carried on, and no cell that joins texts of two."""
    column = {id(w): c.column for c in grid.cells for w in c.words}
    mixed = any(len({column.get(id(w), -1) for w in c.words}) > 1 for c in other.cells)
    return other.columns == grid.columns and not mixed


def _holds_all(tables: Sequence[Grid], instead_of: Sequence[Grid], seen: Evidence) -> bool:
    """Whether the tables hold what the others hold, but for lines of a single text: titles."""
    held = {id(w) for g in tables for c in g.cells for w in c.words}
    lost = {id(w) for g in instead_of for c in g.cells for w in c.words} - held
    return not any(
        parted(line) and any(id(w) in lost for c in line.chunks for w in c.words) for line in seen.lines
    )
