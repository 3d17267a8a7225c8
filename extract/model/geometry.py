"""Where something is on a page: points, origin at the top left as a reader sees the page, y downwards."""

from __future__ import annotations

from collections.abc import Iterable

from agendapack.extract.light_dataclass import dataclass


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
        if self.x0 >= other.x1 or other.x0 >= self.x1 or self.top >= other.bottom or other.top >= self.bottom:
            return 0.0  # of most pairs, told without calls
        w = min(self.x1, other.x1) - max(self.x0, other.x0)
        h = min(self.bottom, other.bottom) - max(self.top, other.top)
        return w * h if w > 0 and h > 0 else 0.0

    def grown(self, by: float) -> Box:
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def __str__(self) -> str:
        return f"{self.x0:.1f} {self.top:.1f} {self.x1:.1f} {self.bottom:.1f}"


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them (at least one)."""
    first, *others = boxes
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for box in others:  # few as a rule
        if box.x0 < x0:
            x0 = box.x0
        if box.top < top:
            top = box.top
        if box.x1 > x1:
            x1 = box.x1
        if box.bottom > bottom:
            bottom = box.bottom
    return Box(x0, top, x1, bottom)
