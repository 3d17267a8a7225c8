"""Reads printed legends: a small coloured square with the word it stands for beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agendapack.extract.model import Colour, Page
from agendapack.extract.outline.lines import TextLine

MIN_SWATCH_PT, MAX_SWATCH_PT = 4.0, 40.0
"""Size of the coloured square of a legend."""
BESIDE_PT = 10.0
"""Largest gap between the square and its word."""
MAX_WORDS = 4
"""A legend's entry is a word or a short phrase."""
WHITE_FROM = 245
"""From this on in all channels (0-255) a fill is white to the eye."""


def legend(pages: Sequence[Page], printed: Mapping[int, Sequence[TextLine]]) -> dict[Colour, str]:
    """The meaning of fill colours, from the legends outside the tables."""
    found: dict[Colour, str] = {}
    for page in pages:
        swatches = [
            f for f in page.fills
            if MIN_SWATCH_PT <= f.box.width <= MAX_SWATCH_PT
            and MIN_SWATCH_PT <= f.box.height <= MAX_SWATCH_PT
            and min(f.colour) < WHITE_FROM
        ]  # fmt: skip
        if not swatches:
            continue
        parts = [part for line in printed.get(page.number, ()) for part in line.parts]
        for swatch in swatches:
            for part in parts:
                gap = part.box.x0 - swatch.box.x1
                level = part.box.top <= swatch.box.mid_y <= part.box.bottom
                if level and -1 <= gap <= BESIDE_PT and len(part.words) <= MAX_WORDS:
                    found.setdefault(swatch.colour, part.text.strip(" .;,"))
    return found
