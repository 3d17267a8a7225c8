"""Separates text that a reader of the page sees from text that only the file holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour, Fill
from agendapack.extract.read.runs import Run

LEAST_PT = 0.5
"""Smaller text is a dot to a reader."""
CLIP_SLACK_PT = 1.0
"""Glyphs may touch the edge of their clip; a centre this far outside is cut away."""
WHITE_FROM = 245
"""Text whose red, green and blue all reach this is white."""
TOUCH_EM = 0.1
"""Letters of two runs this near stand in one word."""
_TAIL = re.compile(r"\S+$")
_WORD = re.compile(r"\S+")
INK_EM = 0.3
"""The middle of a letter's ink above the baseline."""

Placed = tuple[Box, int]
"""A box on the upright page and its place in the drawing order."""


@dataclass(slots=True)
class Graphics:
    """What is drawn on a page besides its text; every part with its drawing order."""

    page: Box | None = None
    """Text outside this is off the page."""
    fills: Sequence[tuple[Fill, int]] = ()
    covers: Sequence[Placed] = ()
    """Opaque areas: what was drawn before is hidden under them."""
    backdrops: Sequence[Placed] = field(default=())
    """Pictures and drawings of unknown colour that white text may stand on."""


def visible(runs: Sequence[Run], around: Graphics) -> tuple[list[Run], list[Run]]:
    """Split runs into (seen, hidden); a run that is partly hidden is split by character."""
    covers = sorted(around.covers, key=lambda c: -c[1])
    seen: list[Run] = []
    hidden: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if run.invisible or run.size < LEAST_PT:
            hidden.append(run)
            continue
        shown = _shown(run, around, covers, seen[-1] if seen else None)
        if shown is None or all(shown):
            seen.append(run)
        elif not any(shown):
            hidden.append(run)
        else:
            seen.extend(_pieces(run, shown, True))
            hidden.extend(_pieces(run, shown, False))
    return seen, hidden


def _shown(run: Run, around: Graphics, covers: Sequence[Placed], last: Run | None) -> list[bool] | None:
    """Whether each character is seen; None when nothing speaks against any of them."""
    box = run.box
    later = []
    for cover, order in covers:  # latest first
        if order <= run.order:
            break
        if cover.overlap(box):
            later.append(cover)
    cuts = [
        limit.grown(CLIP_SLACK_PT)
        for limit in (run.clip, around.page)
        if limit is not None and not _inside(box, limit)
    ]
    white = min(run.colour) >= WHITE_FROM
    if not later and not cuts and not white:
        return None
    places = [centre(run, i) for i in range(len(run.text))]
    uncut = [all(cut.holds(x, y) for cut in cuts) for x, y in places]
    if not all(uncut):
        uncut = _completed(run.text, uncut, _begun(last, run))
    return [
        whole
        and not any(cover.holds(x, y) for cover in later)
        and (not white or _dark_behind(x, y, run.order, around))
        for whole, (x, y) in zip(uncut, places, strict=True)
    ]


def _completed(text: str, uncut: list[bool], begun: int) -> list[bool]:
    """Which characters are read beside the clips: a word that shows most of its letters is read whole.

    `begun` letters of the first word stand, seen, at the end of the run before.
    """
    whole = list(uncut)
    for word in _WORD.finditer(text):
        a, b = word.span()
        before = begun if a == 0 else 0
        if 2 * (sum(uncut[a:b]) + before) > b - a + before:
            whole[a:b] = [True] * (b - a)
    return whole


def _begun(last: Run | None, run: Run) -> int:
    """Letters at the end of a run that the next one goes on with, in the same word."""
    if last is None or last.turn != run.turn or abs(last.base - run.base) > TOUCH_EM * run.size:
        return 0
    if abs(run.starts[0] - last.ends[-1]) > TOUCH_EM * run.size:
        return 0
    tail = _TAIL.search(last.text)
    return len(tail[0]) if tail else 0


def centre(run: Run, i: int) -> tuple[float, float]:
    """Where the middle of a character's ink stands on the page."""
    middle = (run.starts[i] + run.ends[i]) / 2
    across = run.base - INK_EM * run.size
    if run.turn == 0:
        return middle, across
    if run.turn == 90:
        return -across, middle
    if run.turn == 180:
        return -middle, -across
    return across, -middle


def _inside(box: Box, limit: Box) -> bool:
    return limit.x0 <= box.x0 and box.x1 <= limit.x1 and limit.top <= box.top and box.bottom <= limit.bottom


def _dark_behind(x: float, y: float, order: int, around: Graphics) -> bool:
    """Whether white text here stands on a colour, a drawing or a picture."""
    behind: Colour = (255, 255, 255)
    painted = 0
    for fill, at in around.fills:
        if at < order and fill.box.holds(x, y):
            behind, painted = fill.colour, at
    if min(behind) < WHITE_FROM:
        return True
    return any(painted < at < order and box.holds(x, y) for box, at in around.backdrops)


def _pieces(run: Run, shown: list[bool], want: bool) -> list[Run]:
    """The maximal stretches of a run whose characters are all shown, or all not."""
    pieces: list[Run] = []
    i = 0
    while i < len(shown):
        j = i
        while j < len(shown) and shown[j] == shown[i]:
            j += 1
        if shown[i] == want:
            pieces.append(replace(run, text=run.text[i:j], starts=run.starts[i:j], ends=run.ends[i:j]))
        i = j
    return pieces
