"""How a table is drawn: rules, colours, alignment; drawn by chance from what documents are seen to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from layout.sheet import Cell, Sheet

RULES = (
    "grid", "grid", "open", "rows", "rows", "booktabs", "booktabs", "headrule", "none", "none", "columns",
    "frame", "groups", "gaps", "headgrid", "outer",
)  # fmt: skip
"""Which edges are drawn; gaps are white lines between coloured cells."""
BARE = frozenset({"booktabs", "headrule", "none", "groups", "columns", "frame", "outer", "headgrid"})
"""Rules that leave the rows of the body apart by white alone."""
HEAD_FILLS = ("#1f4e79", "#dbe5f1", "#d9d9d9", "#e2efd9", "#6b2c91", "#f2f2f2")
DARK = frozenset({"#1f4e79", "#6b2c91"})
HEADINGS = ("total", "group", "band")
FONTS = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Liberation Sans Narrow", "P052", "URW Gothic")

Edges = tuple[bool, bool, bool, bool]
"""Whether a cell's top, right, bottom and left edge is drawn."""


@dataclass(frozen=True)
class Style:
    """The look of one table."""

    rules: str
    line: str = "solid"
    colour: str = "#000000"
    weight: float = 0.5
    font: str = FONTS[0]
    size: float = 9.0
    leading: float = 1.2
    pad_x: float = 3.0
    pad_y: float = 1.5
    figures: str = "right"
    heads: str = "center"
    valign: str = "top"
    head_valign: str = "bottom"
    head_bold: bool = True
    head_fill: str = ""
    zebra: str = ""
    underlined_spans: bool = False
    share: float = 1.0
    """Of the width there is."""

    def edges(self, sheet: Sheet, cell: Cell) -> Edges:
        """The edges drawn around a cell."""
        top, left = cell.row == 0, cell.column == 0
        foot, right = cell.row + cell.rows == sheet.rows, cell.column + cell.columns == sheet.columns
        head = cell.row < sheet.heads
        under = head and cell.row + cell.rows >= sheet.heads
        spans = self.underlined_spans and head and cell.columns > 1
        boxed = (True,) * 4 if head else (False, False, foot, False)
        return {
            "grid": (True,) * 4,
            "gaps": (True,) * 4,
            "open": (True, not right, True, not left),
            "rows": (top, False, not head or under or spans, False),
            "booktabs": (top, False, foot or under or spans, False),
            "headrule": (False, False, under or spans, False),
            "columns": (top, not right, foot or under, False),
            "frame": (top, True, foot or under, True),
            "outer": (top, right, foot or under, left),
            "headgrid": boxed,
            "groups": (top or cell.kind in HEADINGS, False, foot or under, False),
            "none": (False,) * 4,
        }[self.rules]

    def fill(self, sheet: Sheet, cell: Cell) -> str:
        """The colour behind a cell; empty for none."""
        if cell.row < sheet.heads:
            return self.head_fill
        if self.rules == "gaps":
            return "#e9edf4" if cell.row % 2 else "#d0d8e8"
        if cell.kind == "band":
            return "#eeeeee"
        return self.zebra if cell.row % 2 else ""

    def align(self, sheet: Sheet, cell: Cell) -> str:
        if cell.row < sheet.heads:
            if cell.columns > 1 and self.heads == "right":
                return "center"
            return "left" if cell.column in sheet.texts and cell.columns == 1 else self.heads
        return self.figures if cell.kind in ("value", "total") and cell.column not in sheet.texts else "left"

    @property
    def bare(self) -> bool:
        """Whether rows are told by white alone."""
        return self.rules in BARE and not self.zebra


def style(rng: Random, font: str, crowded: bool) -> Style:
    """A look by chance; `crowded` tables are set small and close."""
    rules = rng.choice(RULES)
    look = Style(
        rules=rules,
        line=rng.choice(["solid"] * 6 + ["dotted", "dashed", "double"]),
        colour=rng.choice(["#000000", "#000000", "#808080", "#bfbfbf", "#1f4e79"]),
        weight=rng.choice([0.25, 0.5, 0.75, 1.0]),
        font=font,
        size=rng.choice([7.0, 7.5, 8.0] if crowded else [8.0, 9.0, 10.0, 11.0]),
        leading=rng.choice([1.1, 1.15, 1.2, 1.3]),
        pad_x=rng.choice([2.0, 3.0, 5.0]),
        pad_y=rng.choice([0.5, 1.5, 2.5, 4.0]),
        figures=rng.choice(["right", "right", "right", "center"]),
        heads=rng.choice(["center", "center", "right", "left"]),
        valign=rng.choice(["top", "top", "middle", "bottom"]),
        head_valign=rng.choice(["bottom", "middle", "top"]),
        head_bold=rng.random() < 0.7,
        head_fill=rng.choice(["", "", "", *HEAD_FILLS]),
        zebra=rng.choice(["#f2f2f2", "#e6eef7"]) if rng.random() < 0.18 else "",
        underlined_spans=rng.random() < 0.6,
        share=rng.choice([1.0, 1.0, 1.0, 0.85, 0.7, 0.0]),
    )
    if rules == "gaps":
        return replace(
            look, line="solid", colour="#ffffff", weight=2.0, head_fill=rng.choice(HEAD_FILLS[:4]), zebra=""
        )
    return replace(look, weight=1.5) if look.line == "double" else look


def told_apart(rng: Random, look: Style, sheet: Sheet) -> Style:
    """The look, with rows that a reader can tell: texts of several lines need rules or white."""
    wordy = any(len(c.text) > 40 for c in sheet.cells)
    if not (look.bare and wordy):
        return look
    if rng.random() < 0.5:
        return replace(
            look, pad_y=max(look.pad_y, 0.35 * look.size), valign="top", leading=min(look.leading, 1.2)
        )
    return replace(look, rules=rng.choice(["rows", "grid", "open"]))
