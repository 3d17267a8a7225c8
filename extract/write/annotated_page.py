"""Write: a page as a picture with what was read and found drawn over it, to see why a table is read so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from agendapack.extract.model import Box, Colour, Grid, Page
from agendapack.extract.write.page_images import Sharpness, paper

SHARPNESS = Sharpness(2.0, 4000)
"""144 dots an inch: small print stays readable."""
WORD, RULE, CELL, SPAN, TABLE = (150, 190, 240), (230, 120, 0), (0, 130, 90), (160, 40, 160), (200, 0, 40)
INSET_PT = 1.2
"""Cells between rules are drawn this much smaller than they are."""
_LABEL_PIXELS = 20


class TakenTable(NamedTuple):
    """A table, and the datasets of what it was taken to list; none where it gave no rows."""

    grid: Grid
    lists: tuple[str, ...] = ()


def page_picture(path: Path, page: Page, tables: Iterable[TakenTable]) -> Image.Image:
    """The page with its words (those left over in red), rules, cells, spans and tables with their reasons."""
    with paper(path) as pdf:
        drawn = pdf.drawn(page.number, SHARPNESS, page.lay)
    picture, scale = drawn.picture, drawn.scale
    draw = ImageDraw.Draw(picture)

    def frame(box: Box, colour: Colour, width: int) -> None:
        (left, right), (top, bottom) = sorted((box.x0, box.x1)), sorted((box.top, box.bottom))
        draw.rectangle([v * scale for v in (left, top, right, bottom)], outline=colour, width=width)

    for word in page.words:
        frame(word.box, WORD, 1)
    for rule in page.rules:
        frame(rule.box, RULE, 1)
    for grid, lists in tables:
        # inside the rules, so that these stay to be seen; borders drawn through the white are where they are
        inset = INSET_PT if grid.method in ("ruled", "bands", "stripes") else 0.0
        for cell in grid.cells:
            spans = cell.row_span > 1 or cell.column_span > 1
            frame(cell.box.grown(-inset), SPAN if spans else CELL, 3 if spans else 2)
        for word in grid.left_over:
            frame(word.box.grown(1), TABLE, 3)
        frame(grid.box.grown(2), TABLE, 3)
        _label(draw, grid, lists, scale)
    return picture


def _label(draw: ImageDraw.ImageDraw, grid: Grid, lists: Sequence[str], scale: float) -> None:
    """What the table lists and how it was found, above its top left corner."""
    what = " and ".join(lists) or "no records"
    text = f"{what}: {grid.method}, {grid.rows} by {grid.columns}, {grid.confidence:.2f}: {grid.reason}"
    font = ImageFont.load_default(_LABEL_PIXELS)
    wide = draw.textlength(text, font=font)
    left = max(0.0, min(grid.box.x0 * scale, draw.im.size[0] - wide - 4))
    at = (left, max(0.0, grid.box.top * scale - _LABEL_PIXELS - 8))
    draw.rectangle(draw.textbbox(at, text, font=font), fill=(255, 255, 255))
    draw.text(at, text, fill=TABLE, font=font)
