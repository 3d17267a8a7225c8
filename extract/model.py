"""The values that pass between the stages: pages, grids, tables and typed rows.

One coordinate convention everywhere: points (1/72 inch), origin at the top left of
the page as a reader sees it (rotation applied), y growing downwards, pages from 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, origin top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def mid_x(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def mid_y(self) -> float:
        return (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box, edges included."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def overlap(self, other: Box) -> float:
        """Shared area in square points."""
        w = min(self.x1, other.x1) - max(self.x0, other.x0)
        h = min(self.bottom, other.bottom) - max(self.top, other.top)
        return w * h if w > 0 and h > 0 else 0.0

    def grown(self, by: float) -> Box:
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def __str__(self) -> str:
        return f"{self.x0:.1f} {self.top:.1f} {self.x1:.1f} {self.bottom:.1f}"


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them (at least one)."""
    some = list(boxes)
    return Box(
        min([b.x0 for b in some]),
        min([b.top for b in some]),
        max([b.x1 for b in some]),
        max([b.bottom for b in some]),
    )


# --- what read gives --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a reader sees it."""

    text: str
    box: Box
    size: float = 0.0
    """Font size in points."""
    bold: bool = False
    italic: bool = False
    turn: int = 0
    """Reading direction in degrees clockwise: 0 upright, 90 reads downwards, 270 upwards."""
    superscript: bool = False
    """A footnote mark set above the line."""
    printed: str | None = None
    """The text layer's own reading where it was mended."""
    certainty: float = 1.0
    """The recogniser's belief for words read by OCR, 1 for words of a text layer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical ruling line, from a stroke or a thin filled rectangle."""

    box: Box
    horizontal: bool
    thickness: float = 0.0
    colour: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled area: its colour is 0-255 RGB."""

    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image placed on the page."""

    box: Box


@dataclass(frozen=True, slots=True)
class Glyph:
    """A small vector drawing that stands for a word, such as an arrow: text is ↑ → ↓."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reading of a page or table wants known; becomes a finding."""

    kind: str
    """A findings kind: unread_text, unread_page, low_confidence, …"""
    page: int
    box: Box | None
    detail: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page with its rotation applied; words in reading order of the content stream."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Picture, ...] = ()
    glyphs: tuple[Glyph, ...] = ()
    hidden: tuple[Word, ...] = ()
    """Text that is in the file but that nobody can see (clipped, invisible, covered)."""
    furniture: tuple[Word, ...] = ()
    """Words of running heads, feet and page stamps, once they are set aside from `words`."""
    notes: tuple[Note, ...] = ()
    reader: str = "pdfium"
    """pdfium, pdfplumber or ocr."""
    turned: int = 0
    """Degrees anticlockwise by which the page was turned, beyond its own rotation, for upright text."""
    skew: float = 0.0
    """Degrees anticlockwise by which a scan was then turned about its centre to lie straight."""

    @property
    def box(self) -> Box:
        return Box(0, 0, self.width, self.height)


# --- what find gives --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid; `text` keeps the printed lines apart with newlines."""

    row: int
    column: int
    text: str
    page: int
    box: Box
    row_span: int = 1
    column_span: int = 1
    words: tuple[Word, ...] = ()
    fill: Colour | None = None
    """Colour behind the text, None when white or absent."""
    marks: tuple[str, ...] = ()
    """Superscript footnote marks, taken out of the text."""
    glyphs: tuple[str, ...] = ()
    """Vector drawings in the cell: ↑ → ↓."""
    breaks: tuple[int, ...] = ()
    """Lines, counted from 0, above which the page leaves the white of a new paragraph."""
    parts: tuple[tuple[int, int, Box], ...] = ()
    """Of a cell that goes on over a page break: first line, page and box of each further part."""

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n")) if self.text else ()

    @property
    def paragraphs(self) -> tuple[tuple[str, int, Box], ...]:
        """The text cut where the page leaves white; each paragraph with its page and the cell's box there."""
        edges = [0, *self.breaks, len(self.lines)]
        return tuple(
            ("\n".join(self.lines[a:b]), *self._place(a))
            for a, b in zip(edges, edges[1:], strict=False)
            if a < b
        )

    def _place(self, line: int) -> tuple[int, Box]:
        """Page of a line, and the part of the cell on that page."""
        later = ((page, box) for first, page, box in reversed(self.parts) if first <= line)
        return next(later, (self.page, self.box))

    @property
    def flat(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return bool(self.words) and all(w.bold for w in self.words)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or a part of one, on one page."""

    page: int
    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    method: str
    """How it was found: ruled, partly ruled, bands, aligned, label-value."""
    reason: str = ""
    """The finder's evidence in words, for `inspect`."""
    confidence: float = 1.0
    left_over: tuple[Word, ...] = ()
    """Words inside the box that reached no cell."""
    page_size: tuple[float, float] = (0.0, 0.0)


# --- what stitch gives ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cells that start in it, from left to right."""

    cells: tuple[Cell, ...]
    page: int
    box: Box
    kind: str = "body"
    """header, band or body."""
    above: tuple[Cell, ...] = ()
    """Cells of earlier rows that reach down into this one."""

    def at(self, column: int) -> Cell | None:
        """The cell of this row that covers the column, if any."""
        return _covering(self.cells, column)

    def covering(self, column: int) -> Cell | None:
        """The cell that covers the column here, whether it starts in this row or above."""
        return _covering(self.cells, column) or _covering(self.above, column)


def _covering(cells: Iterable[Cell], column: int) -> Cell | None:
    return next((c for c in cells if c.column <= column < c.column + c.column_span), None)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the pack, over as many pages as it runs."""

    table_id: str
    page: int
    last_page: int
    box: Box
    """On its first page."""
    columns: int
    rows: tuple[Row, ...]
    """In printed order; header rows that are printed again are left out."""
    parts: tuple[Grid, ...]
    title: str = ""
    header_rows: int = 0
    confidence: float = 1.0
    context: tuple[str, ...] = ()
    """Printed lines above the table that are no part of it, nearest last."""


# --- typed rows: field names are those of the data contract ------------------------


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a row or of one of its values."""

    verdict: str
    """accepted, corrected or rejected."""
    column: str = ""
    """Empty when the whole row is meant."""
    printed: str = ""
    """The value as it was read, before the correction."""
    who: str = ""
    when: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of corrections.csv: a review and the row it was made on, named by content."""

    sha256: str
    """Of the pack."""
    source_name: str
    dataset: str
    row: str
    """The row as extract/correct/identity.py names it: page and printed key."""
    review: Review
    corrected: str = ""
    """The right value as canonical text; empty for none."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from."""

    pack_id: str = ""
    row_id: str = ""
    table_id: str = ""
    page: int = 0
    box: Box | None = None
    confidence: float = 1.0
    review: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """One PDF."""

    source: Source
    source_name: str
    sha256: str
    pages: int
    council: str = ""
    committee: str = ""
    meeting_date: date | None = None
    venue: str = ""
    title: str = ""
    status: str = "ok"
    message: str = ""
    gss_code: str = ""
    """The council's code in the ONS register."""
    meeting_time: str = ""
    """HH:MM."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item on the agenda."""

    source: Source
    item_no: str
    title: str
    section: str = ""
    lead_officer: str = ""
    start_page: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An action of an action-plan table."""

    source: Source
    plan: str
    action: str
    action_ref: str = ""
    due_text: str = ""
    due_date: date | None = None
    due_kind: str = "none"
    officers: tuple[str, ...] = ()
    indicator_refs: tuple[str, ...] = ()
    risk_refs: tuple[str, ...] = ()
    corporate_outcome: str = ""
    departmental_outcome: str = ""
    divisional_objective: str = ""
    parent_refs: tuple[str, ...] = ()
    status: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns with no role, by printed name."""
    inherited_refs: tuple[str, ...] = ()
    """Those of its refs that stand in the heading above the row, not in the row itself."""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person, post or body that rows of the pack name."""

    source: Source
    """Of the first row that names them."""
    officer: str
    kind: str
    """person, initials or role."""
    rows: int
    full_name: str = ""
    variants: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of a performance table."""

    source: Source
    plan: str
    definition: str
    indicator_ref: str = ""
    officers: tuple[str, ...] = ()
    rag: str = ""
    previous_rag: str = ""
    direction: str = ""
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One printed value of an indicator."""

    source: Source
    plan: str
    indicator_ref: str
    definition: str
    measure: str
    period: str = ""
    component: str = ""
    text: str = ""
    value: float | None = None
    unit: str = ""
    period_start: date | None = None
    period_end: date | None = None
    value_status: str = "reported"
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk of a register."""

    source: Source
    plan: str
    description: str
    risk_ref: str = ""
    priority: str = ""
    mitigations: tuple[str, ...] = ()
    review_method: str = ""
    last_review: str = ""
    officers: tuple[str, ...] = ()
    action_refs: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    likelihood: str = ""
    impact: str = ""
    score: str = ""
    target_score: str = ""
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A cross reference between two rows, one target each."""

    source: Source
    """Of the citing row."""
    from_kind: str
    from_ref: str
    to_kind: str
    to_ref: str
    relation: str
    """measured_by, associated_risk, parent, mitigated_by, outcome, cites."""
    resolved: bool
    raw: str = ""
    to_row_id: str = ""
    reason: str = ""
    """Why it is not resolved."""
    inherited: bool = False
    """From the heading the row stands under, not from the row itself."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of the pack and the plan above it."""

    source: Source
    """Of its first row."""
    title: str
    level: str = ""
    """corporate, departmental, divisional, service, operational, … or empty when the title does not say."""
    parent: str = ""
    """Title of the plan whose actions its rows name as parents."""
    last_page: int = 0
    actions: int = 0
    indicators: int = 0
    risks: int = 0
    period_start: date | None = None
    period_end: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in the document that a finding points to, and what is printed there."""

    page: int
    box: Box | None = None
    row_id: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """An inconsistency in the document or a doubt about its reading."""

    source: Source
    kind: str
    severity: str
    """error, warning or info."""
    refs: tuple[str, ...]
    detail: str
    dataset: str = ""
    places: tuple[Place, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        own = (self.source.page,) if self.source.page else ()
        return tuple(sorted({p.page for p in self.places})) or own


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a raw grid and where it is printed."""

    row: int
    column: int
    row_span: int
    column_span: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column of a raw grid was taken for, and why."""

    column: int
    title: str
    role: str
    """A role of the dataset, or the measure of a value column."""
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts and cells of a table are printed, and what its columns mean."""

    parts: tuple[tuple[int, Box], ...] = ()
    """Page and box of each part."""
    cells: tuple[PlacedCell, ...] = ()
    meanings: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table in the list of tables, recognised or not."""

    source: Source
    last_page: int
    title: str
    kind: str
    """actions, indicators, risks, agenda, … or empty when it is none of them."""
    rows: int
    columns: int
    header_rows: int
    grid: tuple[tuple[str, ...], ...] = field(repr=False, default=())
    """The raw grid, merged cells' text in their top-left cell."""
    layout: Layout = field(repr=False, default=Layout())


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row printed again, in another pack than the one that keeps it."""

    source: Source
    dataset: str
    kept_pack_id: str
    kept_row_id: str
    plan: str = ""


@dataclass(frozen=True, slots=True)
class PackResult:
    """Everything one pack yields; each tuple becomes a dataset."""

    pack: Pack
    agenda_items: tuple[AgendaItem, ...] = ()
    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    indicator_values: tuple[IndicatorValue, ...] = ()
    risks: tuple[Risk, ...] = ()
    officers: tuple[Officer, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    tables: tuple[TableEntry, ...] = ()
    plans: tuple[Plan, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    """Known only when packs are combined."""
    prints: tuple[tuple[int, str], ...] = ()
    """Page and hash of what its tables print, by which the page is known in another pack."""
