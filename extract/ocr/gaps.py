"""Looks again where a rule is missing between two rules it should reach from one to the other.

A rule that runs along some rows of a table tells where to look in the others: over the whole way between
the rules that cross there even a hair line stands out of the grain, which no short piece of it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.ocr.picture import Grey
from agendapack.extract.ocr.segments import LEVEL_PT, MEET_PT, RuleSegment

ASTRAY_PT = 0.8
"""A rule lies this near to where its other parts tell."""
SIDE_PT = (1.1, 1.9)
"""The paper beside a rule is looked at from here to there: letters may stand close."""
LEAST_SPAN_PT, END_PT = 5.0, 1.5
"""No row is lower; and at both its ends, so long, a rule must show: a letter's stroke stops short."""
STEP_PT = 4.0
"""So long are the parts in which a rule must show."""
LEAST_DEPTH, GRAINS = 4.0, 4.5
"""Of 255: a rule is so much darker than the paper beside it, and as many times the grain that is left in the
mean along it."""
SHOWN, MOST_UNSHOWN = 0.45, 0.15
"""A part shows where it is as dark as this share of the whole; this share of the parts may hide."""
LETTERS = 25
"""Of 255: what is so much darker than the rest of a side is a letter."""
COVERED = 0.6
"""Share of the way that known pieces cover, from which nothing is missing."""


def missing(
    across: Sequence[RuleSegment], along: Sequence[RuleSegment], plain: Grey, scale: float
) -> list[RuleSegment]:
    """Level pieces that `across`, the level rules, lack between `along`, the upright ones of a picture.

    Both may hold edges of colours, as runs without thickness: a rule may go on from them.
    """
    grain = _grain(plain)
    found: list[RuleSegment] = []
    for at, line in _heights(across, scale):
        for start, end in _ways(at, along, scale):
            if _covered(line, start, end) < COVERED * (end - start):
                found += _seen(plain, at, (start, end), scale, grain)
    return found


def _heights(runs: Sequence[RuleSegment], scale: float) -> Iterator[tuple[float, list[RuleSegment]]]:
    """The heights at which rules run, each with its runs."""
    line: list[RuleSegment] = []
    for run in sorted(runs, key=lambda r: r.at):
        if line and run.at - line[-1].at > LEVEL_PT * scale:
            yield float(np.mean([r.at for r in line])), line
            line = []
        line.append(run)
    if line:
        yield float(np.mean([r.at for r in line])), line


def _ways(at: float, along: Sequence[RuleSegment], scale: float) -> Iterator[tuple[int, int]]:
    """From one upright rule at this height to the next."""
    near = MEET_PT * scale
    stops = sorted(round(o.at) for o in along if o.start - near <= at <= o.end + near)
    for start, end in zip(stops, stops[1:], strict=False):
        if end - start >= LEAST_SPAN_PT * scale:
            yield start, end


def _covered(line: Sequence[RuleSegment], start: int, end: int) -> int:
    return sum(max(0, min(r.end, end) - max(r.start, start)) for r in line)


def depth(plain: Grey, run: RuleSegment, scale: float) -> float:
    """How much darker a level run is than what is on either side of it, of 255."""
    place = _place(plain, run.at, (run.start, run.end), scale)
    return 0.0 if place is None else float(_darker(place, scale).mean())


@dataclass(frozen=True, slots=True)
class _Place:
    """A strip of the picture around a level line, and the row in it that is darkest."""

    strip: NDArray[np.float32]
    row: int
    top: int


def _place(plain: Grey, at: float, way: tuple[int, int], scale: float) -> _Place | None:
    astray, wide = round(ASTRAY_PT * scale), round(SIDE_PT[1] * scale)
    top, bottom = round(at) - astray - wide, round(at) + astray + wide + 1
    if top < 0 or bottom > len(plain) or way[1] <= way[0]:
        return None
    strip = plain[top:bottom, way[0] : way[1]].astype(np.float32)
    rows = strip.mean(axis=1)
    return _Place(strip, wide + int(np.argmin(rows[wide : wide + 2 * astray + 1])), top)


def _seen(plain: Grey, at: float, way: tuple[int, int], scale: float, grain: float) -> Iterator[RuleSegment]:
    """The rule along the way, if it shows there."""
    # what crosses at the ends tells nothing
    place = _place(plain, at, (way[0] + round(scale), way[1] - round(scale) + 1), scale)
    if place is None:
        return
    darker = _darker(place, scale)
    deep = float(darker.mean())
    least = max(LEAST_DEPTH, GRAINS * grain / np.sqrt(len(darker)))
    if deep >= least and _shows_all_along(darker, deep, grain, scale):
        rows = place.strip.mean(axis=1)
        thick = float((rows[place.row - 2 : place.row + 3] < rows[place.row] + deep / 2).sum())
        yield RuleSegment(way[0], way[1], float(place.top + place.row), thick)


def _darker(place: _Place, scale: float) -> NDArray[np.float32]:
    """How much darker the row is than the darker of its sides, place by place."""
    near, far = (round(pt * scale) for pt in SIDE_PT)
    row = place.row
    sides = (place.strip[row - far : row - near + 1], place.strip[row + near : row + far + 1])
    shades = [side.mean(axis=0) for side in sides]
    usual = [np.median(some) for some in shades]
    # a letter stands on one side; what is dark on both crosses
    letters = [some < shade - LETTERS for some, shade in zip(shades, usual, strict=True)]
    crossed = letters[0] & letters[1]
    ground = [
        np.where(dark & ~crossed, shade, some)
        for some, shade, dark in zip(shades, usual, letters, strict=True)
    ]
    return np.asarray(np.minimum(*ground) - place.strip[row], np.float32)


def _shows_all_along(darker: NDArray[np.float32], deep: float, grain: float, scale: float) -> bool:
    """Whether every part of the way is dark, and both ends: strokes of letters in line are not."""
    parts = np.array_split(darker, max(1, round(len(darker) / (STEP_PT * scale))))
    end = max(1, round(END_PT * scale))
    shown = [_shows(part, deep, grain) for part in parts]
    return sum(shown) >= (1 - MOST_UNSHOWN) * len(shown) and all(
        _shows(part, deep, grain) for part in (darker[:end], darker[-end:])
    )


def _shows(part: NDArray[np.float32], deep: float, grain: float) -> bool:
    return bool(part.mean() >= SHOWN * deep - 1.5 * grain / np.sqrt(len(part)))


def _grain(plain: Grey) -> float:
    """How far single pixels stray from their neighbours on bare paper."""
    some = plain[::7].astype(np.float32)
    return float(1.05 * np.median(np.abs(np.diff(some, axis=1))) + 0.5)
