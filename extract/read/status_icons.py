"""Small coloured things that speak by their colour: traffic lights, round-cornered labels, signs, icons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from agendapack.extract.model import Box, Colour, Fill
from agendapack.extract.read.affine import Matrix, mapped
from agendapack.extract.read.runs import Run
from agendapack.extract.read.shading import visible_colours

MIN_PT, MAX_HEIGHT_PT, MAX_WIDTH_PT = 3.5, 30.0, 160.0
"""Size of such a thing: a full stop is smaller, a chart larger."""
MAX_ICON_PT = 30.0
"""Largest side of a picture that is an icon."""
MAX_DRAWN = 2000
"""Such drawings on a page; one with more is a chart or a map."""
MAX_ICONS = 400
"""Icons of a page that are looked at."""
VIVID = 60
"""Difference of the strongest and the weakest part of a colour that a reader names (of 255)."""
SIGNS = frozenset("●⬤•■◼▪▲▼◆♦►◄▶◀⬆⬇⬌↑↓→←↗↘⇧⇩✓✔✗✘✖★⚫⚪🔴🟠🟡🟢🔵")


def is_signal(box: Box, colour: Colour) -> bool:
    """Whether a drawing of this size and colour says something by its colour."""
    return MIN_PT <= box.height <= MAX_HEIGHT_PT and MIN_PT <= box.width <= MAX_WIDTH_PT and _vivid(colour)


def signals(
    drawn: Sequence[Fill],
    seen: Iterable[Run],
    images: Iterable[tuple[int, Box, int]],
    handle: Any,
    upright: Matrix,
    to_page: Matrix,
) -> tuple[Fill, ...]:
    """Drawings, signs and icons of a loaded page, placed on the upright page."""
    kept = drawn if len(drawn) <= MAX_DRAWN else ()
    found = [Fill(mapped(f.box, to_page), f.colour) for f in kept]
    found += _signs(seen)
    found += _icons([box for _, box, _ in images], handle, upright, to_page)
    return tuple(found)


def _signs(runs: Iterable[Run]) -> Iterator[Fill]:
    """Signs printed in a colour."""
    for run in runs:
        text = run.text.strip()
        if text and SIGNS.issuperset(text) and _vivid(run.colour):
            yield Fill(run.box, run.colour)


def _icons(pictures: Sequence[Box], handle: Any, upright: Matrix, to_page: Matrix) -> Iterator[Fill]:
    """Pictures so small that they stand for a word, with the colour that the page shows there."""
    small = [b for b in pictures if MIN_PT <= b.width <= MAX_ICON_PT and MIN_PT <= b.height <= MAX_ICON_PT]
    places = small[:MAX_ICONS]
    colours = visible_colours(handle, [mapped(box, upright) for box in places]) if places else []
    for box, colour in zip(places, colours, strict=True):
        if colour and _vivid(colour):
            yield Fill(mapped(box, to_page), colour)


def _vivid(colour: Colour) -> bool:
    return max(colour) - min(colour) >= VIVID
