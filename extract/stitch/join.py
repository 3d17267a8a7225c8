"""Decides which grids are one table and puts the table together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from agendapack.extract.model import Grid, Page, Row, Table
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.stitch.between import between, squeezed
from agendapack.extract.stitch.caption import caption
from agendapack.extract.stitch.columns import Interval, intervals, match, one_to_one, remap
from agendapack.extract.stitch.facing import over_facing_pages
from agendapack.extract.stitch.page_breaks import Filled, join
from agendapack.extract.stitch.rows import grid_rows, is_header, kinds, same_text

MAX_HEADING_ROWS = 3
"""Bands that stand in a grid of their own, at the foot of a page."""


@dataclass(slots=True)
class _Open:
    """A table that may go on."""

    parts: list[Grid]
    columns: list[Interval]
    rows: list[Row]
    header: list[Row] = field(default_factory=list)
    filled: Filled = field(default_factory=Filled)

    lead: list[Row] = field(default_factory=list)
    """What a repeated head prints again: the header rows and the bands over them."""

    @property
    def head_lines(self) -> set[str]:
        """Each header row as one line of text, squeezed."""
        return {squeezed("".join(c.text for c in row.cells)) for row in self.header}


def stitch(
    pages: Sequence[Page], grids: Sequence[Grid], text: Mapping[int, Sequence[TextLine]]
) -> list[Table]:
    """Join the grids of a pack into tables.

    `text` holds, by page number, the lines outside tables and running heads: two grids are
    one table only when nothing but headings of the table stands between them.
    """
    by_number = {page.number: page for page in pages}
    tables: list[_Open] = []
    near: list[_Open] = []
    for grid in sorted(grids, key=lambda g: (g.page, g.box.top, g.box.x0)):
        near = [t for t in near if t.parts[-1].page >= grid.page - 1]
        above = _above(near, grid)
        bands = between(above.parts[-1], grid, by_number, text, above.head_lines) if above else None
        if above is None or bands is None or not _goes_on(above, grid, bands):
            tables.append(_opened(grid))
            near.append(tables[-1])
    return over_facing_pages([_table(t, i + 1, text) for i, t in enumerate(tables)])


def _above(tables: Sequence[_Open], grid: Grid) -> _Open | None:
    """The table that ends right above the grid, on its page or at the foot of the page before."""
    here = [
        t for t in tables
        if t.parts[-1].page == grid.page
        and t.parts[-1].box.x1 > grid.box.x0
        and t.parts[-1].box.x0 < grid.box.x1
    ]  # fmt: skip
    if here:
        return max(here, key=lambda t: t.parts[-1].box.bottom)
    if any(t.parts[-1].page == grid.page for t in tables):
        return None
    before = [t for t in tables if t.parts[-1].page == grid.page - 1]
    return max(before, key=lambda t: t.parts[-1].box.bottom, default=None)


def _opened(grid: Grid) -> _Open:
    rows = kinds(grid_rows(grid), grid.columns)
    header = [r for r in rows if r.kind == "header"]
    return _Open([grid], intervals(grid), _without_repeats(rows, header), header, lead=_lead(rows, header))


def _goes_on(table: _Open, grid: Grid, bands: Sequence[Row]) -> bool:
    """Add the grid to the table when its columns and head fit; say whether it was added."""
    part = intervals(grid)
    rows = grid_rows(grid)
    mapping = match(part, table.columns)
    if mapping is not None and (one_to_one(mapping) or _heading_rows(rows)):
        rows = remap(rows, mapping)
    else:
        widened = match(table.columns, part)
        if widened is None or table.header or not (one_to_one(widened) or _heading_rows(table.rows)):
            return False
        table.rows = kinds(remap(table.rows, widened), len(part))
        table.header = [r for r in table.rows if r.kind == "header"]
        table.columns = part
        table.filled = Filled()
    rows = kinds(rows, len(table.columns))
    own = [r for r in rows if r.kind == "header"]
    same_page = grid.page == table.parts[-1].page
    if own and (same_page or bands):
        return False
    if table.header and own and not _is_repeat(own, table.header):
        if not all(is_header(r, table.rows) for r in own):
            rows = [r if r.kind != "header" else replace(r, kind="body") for r in rows]
        else:
            return False
    if not table.header:
        table.header = own
        fresh = _without_repeats(rows, own)
    else:
        repeated = _repeated_lead(rows, table.lead)
        fresh = _without_repeats(rows[repeated:], table.header, drop_first=True)
    table.lead = _lead(rows, table.header) or table.lead
    if bands:
        wide = [replace(b, cells=(replace(b.cells[0], column_span=len(table.columns)),)) for b in bands]
        table.rows += [*wide, *fresh]
    else:
        join(table.rows, fresh, len(table.columns), table.filled)
    table.parts.append(grid)
    return True


def _heading_rows(rows: Sequence[Row]) -> bool:
    """Whether these are only a few rows of headings, whose cells reach over several columns."""
    return len(rows) <= MAX_HEADING_ROWS and all(c.bold or c.fill for r in rows for c in r.cells if c.text)


def _is_repeat(own: Sequence[Row], header: Sequence[Row]) -> bool:
    again = [any(same_text(a, b) for b in header) for a in own]
    return again[0] and 2 * sum(again) >= len(again)


def _lead(rows: Sequence[Row], header: Sequence[Row]) -> list[Row]:
    """The bands and header rows at the top, down to the last header row."""
    top = 0
    for i, row in enumerate(rows):
        if any(same_text(row, h) for h in header):
            top = i + 1
        elif row.kind == "body":
            break
    return list(rows[:top])


def _repeated_lead(rows: Sequence[Row], lead: Sequence[Row]) -> int:
    """How many rows at the top are a repeat of the head printed before, bands and all."""
    count = 0
    while count < min(len(rows), len(lead)) and same_text(rows[count], lead[count]):
        count += 1
    return count if count == len(lead) else 0


def _without_repeats(rows: Sequence[Row], header: Sequence[Row], drop_first: bool = False) -> list[Row]:
    """The rows without header rows that are printed again (after a band, on a new page)."""
    kept: list[Row] = []
    for row in rows:
        first_print = not drop_first and any(row is h for h in header)
        if first_print or not any(same_text(row, h) for h in header):
            kept.append(row)
    return kept


def _table(table: _Open, number: int, text: Mapping[int, Sequence[TextLine]]) -> Table:
    first = table.parts[0]
    return Table(
        table_id=f"t{number:03d}",
        page=first.page,
        last_page=table.parts[-1].page,
        box=first.box,
        columns=len(table.columns),
        rows=tuple(table.rows),
        parts=tuple(table.parts),
        header_rows=sum(1 for r in table.rows if r.kind == "header"),
        confidence=sum(g.confidence * g.rows for g in table.parts) / max(1, sum(g.rows for g in table.parts)),
        caption=caption(first, text.get(first.page, ())),
    )
