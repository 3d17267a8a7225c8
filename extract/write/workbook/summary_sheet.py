"""Workbook: its first sheet, with charts: what was read, what presses, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from xlsxwriter.workbook import Workbook

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.overview.current import CurrentRow
from agendapack.extract.write.overview.figures import GROUPS, SEVERITIES
from agendapack.extract.write.sources import TOOL, SourceFile, tool_version
from agendapack.extract.write.workbook.contents import CONTENTS, to_sheet
from agendapack.extract.write.workbook.formats import A3, LINE_PT, Formats, fitting, lines_of
from agendapack.extract.write.workbook.sheets import Cell, Hyperlink
from agendapack.extract.write.workbook.streamed import StreamedSheet
from agendapack.extract.write.workbook.summary import Summary
from agendapack.schemas.cells import text

NAME = "Summary"
WIDTHS = (62, 13, 13, 22, 22, 34, 13, 13, 13, 13)
"""Of the columns, in characters."""
COLOURS = {
    "overdue": "#9C0006",
    "off track": "#D1495B",
    "at risk": "#E9A23B",
    "on track": "#3B8751",
    "not started": "#8D99AE",
    "complete": "#2B5F8A",
    "cancelled": "#5C5C5C",
    "not stated": "#C9CED6",
    "error": "#9C0006",
    "warning": "#E9A23B",
    "info": "#2B5F8A",
}
CHART_PX, BAR_PX, FRAME_PX, ROW_PX = 540, 26, 110, 20
"""Width of a chart, height of each bar and of what is around the bars, and height of a row of the sheet."""
CHARTS_AT = 3
"""The column beside the first lists where charts stand."""
TOP = 4
"""The row at which the first list begins, counted from 0."""
READ, STATES, OVERDUE, RED = "What was read", "Actions by state", "Overdue actions", "Red indicators"
SECTIONS, FINDINGS = "Actions by section", "Findings"
FIRST_HEADS = {OVERDUE: ("Days late", "Due date"), RED: ("Rating before", "Direction")}


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with a title of its own."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    rest: str = ""
    """What is said below it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the rows of a block stand, counted from 0."""

    block: ListBlock
    head: int

    @property
    def last(self) -> int:
        return self.head + len(self.block.rows)


def write_summary(book: Workbook, found: Summary, formats: Formats, sources: Sequence[SourceFile]) -> None:
    """Write the sheet."""
    page = book.add_worksheet(NAME, StreamedSheet)
    page.set_landscape()
    page.set_paper(A3)
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    _top(page, found, formats)
    blocks = list(_blocks(found, {source.pack_id: source for source in sources}))
    beside = max((_rows_of_chart(b) for b in blocks if b.title in (STATES, FINDINGS)), default=0)
    placed, row = dict[str, Placed](), TOP
    for block in blocks:
        placed[block.title] = Placed(block, row + 1)
        row = _write_block(page, row, block, formats) + 2
        if block.title == STATES:  # charts stand beside the first two lists
            row = max(row, TOP + beside)
        if block.title == SECTIONS:  # and one below
            row += _rows_of_chart(block)
    _charts(book, page, placed)


def _rows_of_chart(block: ListBlock) -> int:
    """Rows of the sheet that a chart of the list covers, and one to spare."""
    return _height(block) // ROW_PX + 2


def _height(block: ListBlock) -> int:
    return FRAME_PX + BAR_PX * len(block.rows)


def _top(page: StreamedSheet, found: Summary, formats: Formats) -> None:
    page.write_string(0, 0, "Council agenda packs: what the results say", formats["title"])
    said = f"Read by {TOOL} {tool_version()}. Every row of the other sheets leads to its page of the PDF."
    page.write_string(1, 0, said, formats["plain"])
    page.put_link(2, 0, to_sheet(CONTENTS), formats)


def _blocks(found: Summary, known: Mapping[str, SourceFile]) -> Iterator[ListBlock]:
    """The lists that have rows, the first two beside the charts."""
    every = (
        ListBlock(READ, (READ, "Number"), [(what, n) for what, n in found.read.items() if n]),
        ListBlock(STATES, ("State", "Actions"), list(found.states.items())),
        _listed(OVERDUE, _late(found, known), found.states.get("overdue", 0), "Actions"),
        _listed(RED, _red(found, known), found.red_count, "Indicators"),
        _crossed(SECTIONS, "Section", found.sections, GROUPS),
        _crossed(FINDINGS, "Kind", found.findings, SEVERITIES),
    )
    yield from (block for block in every if block.rows)


def _listed(title: str, rows: Sequence[Sequence[Cell]], count: int, sheet: str) -> ListBlock:
    heads = (sheet[:-1], *FIRST_HEADS[title], "Officers", "Section", "Pack", "Page")
    rest = f"The first {len(rows)} of {count}; the sheet {sheet} has all." if len(rows) < count else ""
    return ListBlock(title, heads, rows, rest)


def _late(found: Summary, known: Mapping[str, SourceFile]) -> list[Sequence[Cell]]:
    return [
        (_name(row), int(row.get("days_late")), _day(row.get("due_date")), *_whose(row, found.names, known))
        for row in found.overdue
    ]


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _red(found: Summary, known: Mapping[str, SourceFile]) -> list[Sequence[Cell]]:
    return [
        (_name(row), row.get("previous_rag"), row.get("direction"), *_whose(row, found.names, known))
        for row in found.red
    ]


def _name(row: CurrentRow) -> str:
    return " ".join(filter(None, (row.ref, row.subject)))


def _whose(row: CurrentRow, names: Mapping[str, str], known: Mapping[str, SourceFile]) -> Iterator[Cell]:
    """Officers, section, pack, and the way to the page."""
    yield from (row.get("officers"), row.section, names.get(row.get("pack_id")))
    source, number = known.get(row.get("pack_id")), int(row.get("page") or 1)
    yield Hyperlink(f"page {number}", source.link(number)) if source else None


def _crossed(
    title: str, what: str, counts: Mapping[str, Mapping[str, int]], words: Sequence[str]
) -> ListBlock:
    """Counts by two words; columns without any are left out."""
    shown = [word for word in words if any(row.get(word) for row in counts.values())]
    rows: list[Sequence[Cell]] = [
        (name, *(row.get(word, 0) for word in shown)) for name, row in counts.items()
    ]
    return ListBlock(title, (what, *(word.capitalize() for word in shown)), rows)


def _write_block(page: StreamedSheet, row: int, block: ListBlock, formats: Formats) -> int:
    """Title, heads and rows; returns the row below."""
    page.write_string(row, 0, block.title, formats["block"])
    for column, head in enumerate(block.headings):
        figure = bool(block.rows) and isinstance(block.rows[0][column], int)
        page.write_string(row + 1, column, head, formats["figure head" if figure else "head"])
    for number, cells in enumerate(block.rows, row + 2):
        if (lines := lines_of(cells, WIDTHS[: len(cells)])) > 1:
            page.set_row(number, LINE_PT * lines)
        for column, cell in enumerate(cells):
            _write(page, number, column, cell, formats)
    below = row + 2 + len(block.rows)
    if block.rest:
        page.write_string(below, 0, block.rest, formats["plain"])
    return below


def _write(page: StreamedSheet, row: int, column: int, cell: Cell, formats: Formats) -> None:
    match cell:
        case Hyperlink():
            page.put_link(row, column, cell, formats)
        case int():
            page.write_number(row, column, cell, formats["integer"])
        case date():
            page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), formats["date"])
        case _:
            page.write_string(row, column, fitting(text(cell)), formats["string"])


# --- charts ------------------------------------------------------------------------


def _charts(book: Workbook, page: StreamedSheet, placed: Mapping[str, Placed]) -> None:
    """Bars beside the first lists, and below that of the sections."""
    if states := placed.get(STATES):
        colours = [COLOURS[str(row[0])] for row in states.block.rows]
        _chart(book, page, states, (TOP, CHARTS_AT), [colours])
    if findings := placed.get(FINDINGS):
        _chart(book, page, findings, (TOP, CHARTS_AT + 3), _colours(findings))
    if sections := placed.get(SECTIONS):
        _chart(book, page, sections, (sections.last + 2, 0), _colours(sections))


def _colours(placed: Placed) -> list[list[str]]:
    """A colour for each column of figures."""
    return [[COLOURS[head.lower()]] for head in placed.block.headings[1:]]


def _chart(
    book: Workbook, page: StreamedSheet, of: Placed, at: tuple[int, int], colours: Sequence[Sequence[str]]
) -> None:
    """Bars of a list, a series a column: of one colour, or each bar of its own."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, fills in enumerate(colours, 1):
        chart.add_series(
            {
                "name": [NAME, of.head, column],
                "categories": [NAME, of.head + 1, 0, of.last, 0],
                "values": [NAME, of.head + 1, column, of.last, column],
                "fill": {"color": fills[0]},
                "points": [{"fill": {"color": fill}} for fill in fills] if len(fills) > 1 else None,
                "gap": 60,
            }
        )
    chart.set_title({"name": of.block.title, "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "line": {"none": True}, "interval_unit": 1})
    chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D0D0D0"}}})
    chart.set_legend({"none": True} if len(colours) == 1 else {"position": "bottom"})
    chart.set_size({"width": CHART_PX, "height": _height(of.block)})
    page.insert_chart(*at, chart, {"description": _told(of.block), "object_position": 2})


def _told(block: ListBlock) -> str:
    """The chart in words, for who cannot see it."""
    rows = (f"{row[0]}: {', '.join(map(str, row[1:]))}" for row in block.rows)
    return f"{block.title}. {'; '.join(rows)}"
