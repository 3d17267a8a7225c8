"""Bands of one extent with white rows between them: the body of one striped table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from agendapack.extract.find.lattice.stripes import NEAR_PT, Stripe, columns_of, stripes
from agendapack.extract.find.page.edges import positions
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.find.stream.columns import zones
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box

ROOM_EM = 0.5
"""White above or below the texts of a white row, beyond that in the bands beside it, in font sizes."""
MIN_BORDERS = 3
"""Borders of two columns."""


@dataclass(frozen=True, slots=True)
class BandRun:
    """Bands under one another, from the top down, and the borders of their columns."""

    bands: Sequence[Stripe]
    xs: Sequence[float]

    @property
    def box(self) -> Box:
        """From the first band to the last."""
        return _between(self.bands[0][0], self.bands[0][0].top, self.bands[-1][0].bottom)

    def rows(self) -> list[Box]:
        """Its bands and the white rows between them, from the top down."""
        found = [self.bands[0][0]]
        for (above, _), (below, _) in pairwise(self.bands):
            gap = _between(above, above.bottom, below.top)
            found += [gap, below] if gap.height > NEAR_PT else [below]
        return found


def runs(seen: Evidence) -> list[BandRun]:
    """The bands of a page, those together that have their ends in common and nothing but rows between."""
    found: list[list[Stripe]] = []
    for band in stripes(seen.areas, least=2):
        run = next((some for some in found if _goes_on(some[-1], band, seen.lines)), None)
        if run is None:
            found.append([band])
        else:
            run.append(band)
    made = [BandRun(some, _borders(some, seen.lines)) for some in found]
    return [run for run in made if len(run.xs) >= MIN_BORDERS and _is_striped(run, seen.lines)]


def _goes_on(above: Stripe, below: Stripe, lines: Sequence[Line]) -> bool:
    """Whether a band is the next of its table: of the same columns, right below or with a row between."""
    a, b = above[0], below[0]
    gap = _between(a, a.bottom, b.top)
    if not _fit(above[1], below[1]) or gap.height < -NEAR_PT:
        return False
    mine = within(lines, gap) if gap.height > NEAR_PT else []
    room = max(_white(a, lines), _white(b, lines)) + (ROOM_EM * mine[0].size if mine else NEAR_PT)
    return gap.height <= NEAR_PT or bool(mine) and _white(gap, lines) <= room and not _holds_head(mine)


def _holds_head(lines: Sequence[Line]) -> bool:
    """Whether bold texts side by side stand among lines that are not all bold: another table begins there."""
    return any(len(k.chunks) > 1 and k.bold for k in lines) and not all(k.bold for k in lines)


def _fit(xs: Sequence[float], others: Sequence[float]) -> bool:
    """Whether two bands have their ends in common, and one has all inner borders of the other."""
    few, many = sorted((xs, others), key=len)
    ends = abs(few[0] - many[0]) <= NEAR_PT and abs(few[-1] - many[-1]) <= NEAR_PT
    return ends and all(any(abs(x - y) <= NEAR_PT for y in many) for x in few)


def _white(box: Box, lines: Sequence[Line]) -> float:
    """The white above the first text in it or below the last, whichever is more; none without a text."""
    mine = within(lines, box)
    return max(mine[0].top - box.top, box.bottom - max(k.bottom for k in mine)) if mine else 0.0


def _borders(bands: Sequence[Stripe], lines: Sequence[Line]) -> list[float]:
    """The borders of the columns: those of its coloured cells, else midway between its texts."""
    most = max((xs for _, xs in bands), key=len)
    if len(most) >= MIN_BORDERS:
        return most
    box = _between(bands[0][0], bands[0][0].top, bands[-1][0].bottom)
    mine = within(lines, box)
    columns = zones(mine, median(k.size for k in mine)) if mine else []
    return positions([box.x0, *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), box.x1])


def _is_striped(run: BandRun, lines: Sequence[Line]) -> bool:
    """Whether some of its bands are rows set as the white ones are, not only heads or headings of groups."""
    bold: dict[bool, set[bool]] = {True: set(), False: set()}
    bands = [band for band, _ in run.bands]
    for row in run.rows():
        mine = within(lines, row)
        if len(columns_of(mine, run.xs)) > 1:
            bold[row in bands].add(all(line.bold for line in mine))
    return False in bold[True] or bool(bold[True] & bold[False])


def _between(band: Box, top: float, bottom: float) -> Box:
    return Box(band.x0, top, band.x1, bottom)
