"""Small coloured things that speak by their colour: traffic lights, round-cornered labels, signs, icons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from agendapack.extract.model import Box, Colour, Fill
from agendapack.extract.read.affine import Matrix, mapped
from agendapack.extract.read.icons import Icon
from agendapack.extract.read.runs import Run

MIN_PT, MAX_HEIGHT_PT, MAX_WIDTH_PT = 3.5, 30.0, 160.0
"""Size of such a thing: a full stop is smaller, a chart larger."""
MAX_DRAWN = 2000
"""Such drawings on a page; one with more is a chart or a map."""
VIVID = 60
"""Difference of the strongest and the weakest part of a colour that a reader names (of 255)."""
SIGNS = frozenset("●⬤•■◼▪▲▼◆♦►◄▶◀⬆⬇⬌↑↓→←↗↘⇧⇩✓✔✗✘✖★⚫⚪🔴🟠🟡🟢🔵")


def is_signal(box: Box, colour: Colour) -> bool:
    """Whether a drawing of this size and colour says something by its colour."""
    return MIN_PT <= box.height <= MAX_HEIGHT_PT and MIN_PT <= box.width <= MAX_WIDTH_PT and _vivid(colour)


def signals(
    drawn: Sequence[Fill],
    seen: Iterable[Run],
    pictures: Iterable[Icon],
    to_page: Matrix,
) -> tuple[Fill, ...]:
    """Drawings, signs and icons of a loaded page, placed on the upright page."""
    kept = drawn if len(drawn) <= MAX_DRAWN else ()
    found = [Fill(mapped(f.box, to_page), f.colour) for f in kept]
    found += _signs(seen)
    found += [Fill(icon.box, icon.colour) for icon in pictures if _vivid(icon.colour)]
    return tuple(found)


def _signs(runs: Iterable[Run]) -> Iterator[Fill]:
    """Signs printed in a colour."""
    for run in runs:
        text = run.text.strip()
        if text and SIGNS.issuperset(text) and _vivid(run.colour):
            yield Fill(run.box, run.colour)


def _vivid(colour: Colour) -> bool:
    return max(colour) - min(colour) >= VIVID
