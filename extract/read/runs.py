"""What both readers hand to word building: runs of characters set in one style."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour


@dataclass(slots=True)
class Run:
    """Characters of one text object, along one baseline, in reading direction.

    Positions are points on the upright page: `starts` and `ends` run along the baseline
    (x for upright text), `base` is the baseline across it (y for upright text).
    """

    text: str
    starts: list[float]
    ends: list[float]
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    turn: int = 0
    colour: Colour = (0, 0, 0)
    order: int = 0
    """Place in the drawing order of the page."""
    clip: Box | None = None
    invisible: bool = False
    """Set in render mode 3, or fully transparent."""
    font: int = 0
    """Tells the page's fonts apart."""
    symbols: str = ""
    """Name of the font when its letters are signs (Wingdings and its like)."""
    _level: tuple[float, float, float] | None = None

    @property
    def box(self) -> Box:
        """The run on the page, of nominal height."""
        starts, ends = self.starts, self.ends
        return self.between(min(starts[0], starts[-1]), max(ends[0], ends[-1]))

    @property
    def level(self) -> tuple[float, float, float]:
        """How high it reaches, how low, and its size rounded: the same numbers for all its words."""
        if self._level is None:
            over, under = self.base - ASCENT_EM * self.size, self.base + DESCENT_EM * self.size
            self._level = over, under, round(self.size, 2)
        return self._level

    def between(self, start: float, end: float) -> Box:
        """The box on the page of what runs from `start` to `end`."""
        over, under, _ = self.level
        return _box(self.turn, start, end, over, under)


ASCENT_EM, DESCENT_EM = 0.74, 0.21
"""Nominal height of a word above and below its baseline."""


def placed(turn: int, start: float, end: float, base: float, size: float) -> Box:
    """The box on the page of something from `start` to `end` along a baseline."""
    return _box(turn, start, end, base - ASCENT_EM * size, base + DESCENT_EM * size)


def _box(turn: int, start: float, end: float, over: float, under: float) -> Box:
    if turn == 0:
        return Box(start, over, end, under)
    if turn == 90:
        return Box(-under, start, -over, end)
    if turn == 180:
        return Box(-end, -under, -start, -over)
    return Box(over, -end, under, -start)


def along(turn: int, box: Box) -> tuple[float, float, float]:
    """Start, end and (nominal) baseline of a box in reading direction: `placed` undone."""
    share = DESCENT_EM / (ASCENT_EM + DESCENT_EM)
    if turn == 0:
        return box.x0, box.x1, box.bottom - share * box.height
    if turn == 90:
        return box.top, box.bottom, -box.x0 - share * box.width
    if turn == 180:
        return -box.x1, -box.x0, -box.top - share * box.height
    return -box.bottom, -box.top, box.x1 - share * box.width
