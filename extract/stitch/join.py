"""Decides which grids are one table and puts the table together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from statistics import median

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.find.boxes.tiles import TILES
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Grid, Page, Row, Table
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.stitch.between import between, squeezed
from agendapack.extract.stitch.caption import caption
from agendapack.extract.stitch.columns import Interval, intervals, match, one_to_one, remap
from agendapack.extract.stitch.facing import over_facing_pages
from agendapack.extract.stitch.page_breaks import Filled, join
from agendapack.extract.stitch.rows import grid_rows, is_header, kinds, may_be_titles, same_text

MAX_HEADING_ROWS = 3
"""Bands that stand in a grid of their own, at the foot of a page."""
LARGER = 1.25
"""Letters of a heading over those of the table from which it may be the title of another one."""


RULED = "ruled"
"""How tables are found whose rules are drawn."""
SAME_RULE_PT = 6.0
"""Rules of one table stand within this much of each other on a page."""
APART = frozenset({TILES, FRAMES})
"""How tables are found that are whole by themselves."""


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


@dataclass(frozen=True, slots=True)
class _Continuation:
    """What a grid adds to the table above it."""

    grid: Grid
    columns: list[Interval]
    above: list[Row]
    """The table's rows so far, in these columns."""
    header: list[Row]
    fresh: list[Row]
    """The grid's rows without those that print the head again."""
    lead: list[Row]


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
        part = _continuation(above, grid, bands) if above is not None and bands is not None else None
        if above is None or bands is None or part is None:
            tables.append(_opened(grid))
            near.append(tables[-1])
        else:
            _add(above, part, bands)
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
    header = _headers(rows)
    return _Open([grid], intervals(grid), _without_repeats(rows, header), header, lead=_lead(rows, header))


def _continuation(table: _Open, grid: Grid, bands: Sequence[Row]) -> _Continuation | None:
    """What the grid adds to the table, if its columns fit and its head is not a new one.

    Boxes of labelled figures are whole: what stands under them is another table.
    """
    if APART & {grid.method, table.parts[-1].method}:
        return None
    columns, above, below = _in_same_columns(table, intervals(grid), grid_rows(grid))
    if not columns:
        return None
    rows = kinds(below, len(columns))
    if not table.header and grid.page != table.parts[-1].page:
        above = _with_head(above, rows)
    header = table.header or _headers(above)
    own, here = _headers(rows), grid.page == table.parts[-1].page
    if (
        own
        and (bands or here)
        or here
        and (_begins_anew(table, grid, bands) or _is_ruled_elsewhere(table, grid))
    ):
        return None
    if header and own and not _is_repeat(own, header):
        if all(is_header(r, above) for r in own):
            return None
        rows = [r if r.kind != "header" else replace(r, kind="body") for r in rows]
    repeated = _repeated_lead(rows, table.lead) if header else 0
    fresh = _without_repeats(rows[repeated:], header or own, drop_first=bool(header))
    lead = _lead(rows, header or own) or table.lead
    return _Continuation(grid, columns, above, header or own, fresh, lead)


def _begins_anew(table: _Open, grid: Grid, bands: Sequence[Row]) -> bool:
    """Whether a grid of the page has a head by itself, or fewer columns under a heading in larger letters."""
    if _headers(kinds(grid_rows(grid), grid.columns)):
        return True
    usual = median([w.size for cell in table.parts[-1].cells for w in cell.words] or [0.0])
    larger = any(w.size >= LARGER * usual for band in bands for cell in band.cells for w in cell.words)
    return larger and grid.columns < len(table.columns)


def _is_ruled_elsewhere(table: _Open, grid: Grid) -> bool:
    """Whether upright rules of a grid stand where the table above it, which has as many, has none."""
    above = table.parts[-1]
    if {above.method, grid.method} != {RULED} or above.columns != grid.columns:
        return False
    pairs = zip(intervals(above)[1:], intervals(grid)[1:], strict=True)
    return any(abs(one[0] - other[0]) > SAME_RULE_PT for one, other in pairs)


def _in_same_columns(
    table: _Open, part: list[Interval], rows: list[Row]
) -> tuple[list[Interval], list[Row], list[Row]]:
    """Columns that hold the rows of both, the table's and the part's; no columns where none do.

    Those of the part stand for a table without a head that lacks some of them.
    """
    mapping = match(part, table.columns)
    if mapping is not None and (one_to_one(mapping) or _heading_rows(rows)):
        return table.columns, table.rows, remap(rows, mapping)
    widened = match(table.columns, part)
    if widened is None or table.header or not (one_to_one(widened) or _heading_rows(table.rows)):
        return [], [], []
    return part, kinds(remap(table.rows, widened), len(part)), rows


def _add(table: _Open, part: _Continuation, bands: Sequence[Row]) -> None:
    """Put the grid to the table, below the bands that stand between them."""
    if part.columns is not table.columns:
        table.columns, table.filled = part.columns, Filled()
    table.rows = part.above
    table.header, table.lead = part.header, part.lead
    if bands:
        wide = [replace(b, cells=(replace(b.cells[0], column_span=len(table.columns)),)) for b in bands]
        table.rows += [*wide, *part.fresh]
    else:
        join(table.rows, part.fresh, len(table.columns), table.filled)
    table.parts.append(part.grid)


def _with_head(above: list[Row], rows: Sequence[Row]) -> list[Row]:
    """The table's rows, the first a head where the next page begins with the same titles though plain."""
    first, again = (next((r for r in some if r.kind != "band"), None) for some in (above, rows))
    if first is None or again is None or not (same_text(first, again) and may_be_titles(first)):
        return above
    return [replace(row, kind="header") if row is first else row for row in above]


def _headers(rows: Sequence[Row]) -> list[Row]:
    return [r for r in rows if r.kind == "header"]


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
