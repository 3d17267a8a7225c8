"""The values that pass between the stages: pages, grids, tables and typed rows, all frozen.

One coordinate convention everywhere: points (1/72 inch), origin at the top left of
the page as a reader sees it (rotation applied), y growing downwards, pages from 1.
"""

from agendapack.extract.model.entries import Layout, Meaning, PlacedCell, TableEntry
from agendapack.extract.model.findings import Finding, Link, Place
from agendapack.extract.model.geometry import Box, union
from agendapack.extract.model.grid import Cell, Grid
from agendapack.extract.model.lesson import Lesson
from agendapack.extract.model.page import Colour, Fill, Glyph, Note, Page, Picture, Rule, Turned, Word
from agendapack.extract.model.result import PackResult, Rows
from agendapack.extract.model.rows import (
    Action,
    AgendaItem,
    Indicator,
    IndicatorValue,
    Milestone,
    Officer,
    Pack,
    Plan,
    Risk,
    Sitting,
)
from agendapack.extract.model.source import Correction, Given, Review, Source, TypedRow
from agendapack.extract.model.table import Row, Table

__all__ = [
    "Action",
    "AgendaItem",
    "Box",
    "Cell",
    "Colour",
    "Correction",
    "Fill",
    "Finding",
    "Given",
    "Glyph",
    "Grid",
    "Indicator",
    "IndicatorValue",
    "Milestone",
    "Layout",
    "Lesson",
    "Link",
    "Meaning",
    "Note",
    "Officer",
    "Pack",
    "PackResult",
    "Page",
    "Picture",
    "Place",
    "PlacedCell",
    "Plan",
    "Review",
    "Risk",
    "Row",
    "Rows",
    "Rule",
    "Sitting",
    "Source",
    "Table",
    "TableEntry",
    "Turned",
    "TypedRow",
    "Word",
    "union",
]
