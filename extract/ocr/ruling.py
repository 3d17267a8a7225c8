"""Finds the ruling lines of a straightened scan: long thin runs of ink, mended where they are broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.ocr.binarise import Inked
from agendapack.extract.ocr.gaps import LEAST_SPAN_PT, depth, missing
from agendapack.extract.ocr.picture import Grey, Mask
from agendapack.extract.ocr.segments import LEVEL_PT, MEET_PT, RuleSegment

CLEAR = ((0.68, 15.0, 0.7), (0.88, 45.0, 0.88))
"""What is darker than the first part of the paper and runs straight this far (points) is a piece of a rule
where it is as light beside it as the third: strokes of letters are shorter, or have others beside them."""
FAINT = (0.945, 14.0, 0.97)
"""The same of rules that show only in the mean along them."""
LEAST_DEPTH = 2.5
"""Of 255: they are so much darker than what is on either side."""
MEAN_PX = 11
"""So long is the mean that shows faint rules through the grain."""
BESIDE_PT = 1.6
"""So far above and below a rule lies paper."""
LONE_PT = 36.0
"""A rule that meets no other is at least this long: a shorter one is a dash or a big letter's stroke."""
THICK_PT = 4.0
"""What is thicker is a bar or a shadow."""
BREAK_PT = 10.0
"""Gaps up to this length in a rule come from the scanner."""
INK_BELOW, MAX_INK = 0.55, 0.3
"""Letters are darker than this part of the paper; of a faint rule no more is, where others cross it."""
CROSSED = (0.05, 0.6)
"""Letters that a line crosses on its way cover such a part of it, strokes along it more: a streak of the
scanner crosses lines of text, a rule does not."""
LEAST_FAINT_PT = 9.0
"""A shorter part of a faint rule is not looked at."""
REACH_PT = 0.5
"""A rule that still leans strays no further; letters may stand that close."""
RIM_PT = 5.0
"""Along the rim of a scan lies the shadow of the sheet's edge."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Pieces of rules of one direction, and the pixels they were found in."""

    pieces: Sequence[RuleSegment]
    mask: Mask


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules of a scan and the pixels they cover."""

    level: tuple[RuleSegment, ...]
    plumb: tuple[RuleSegment, ...]
    mask: Mask


def ruling_of(seen: Inked, scale: float) -> Ruling:
    """The level and upright rules of a picture; `scale` is pixels a point."""
    even, plain = seen.even, seen.plain
    across, plain_across = (np.ascontiguousarray(picture.T) for picture in (even, plain))
    # between the edges of colours, too, faint rules are believed
    fills = [f.box for f in seen.fills]
    tops = [_edge(f.x0, f.x1, at, scale) for f in fills for at in (f.top, f.bottom)]
    sides = [_edge(f.top, f.bottom, at, scale) for f in fills for at in (f.x0, f.x1)]
    clear_level, clear_plumb = _clear(even, scale), _clear(across, scale)
    faint_level = _faint((even, plain), clear_level, (*clear_plumb.pieces, *sides), scale)
    faint_plumb = _faint((across, plain_across), clear_plumb, (*clear_level.pieces, *tops), scale)
    level_pieces, plumb_pieces = (
        _inside((*clear.pieces, *faint.pieces), high, scale)
        for clear, faint, high in zip(
            (clear_level, clear_plumb), (faint_level, faint_plumb), even.shape, strict=True
        )
    )
    level, plumb = _joined(level_pieces, plumb_pieces, scale), _joined(plumb_pieces, level_pieces, scale)
    level_kept = [r for r in level if _is_rule(r, plumb, sides, scale)]
    plumb_kept = [r for r in plumb if _is_rule(r, level, tops, scale)]
    level_mask = _drawn(clear_level.mask | faint_level.mask, level_kept, scale)
    plumb_mask = _drawn(clear_plumb.mask | faint_plumb.mask, plumb_kept, scale)
    level_more = missing((*level_kept, *tops), (*plumb_kept, *sides), plain, scale)
    plumb_more = missing((*plumb_kept, *sides), (*level_kept, *tops), plain_across, scale)
    level_mask |= _drawn(np.ones_like(level_mask), level_more, scale)
    plumb_mask |= _drawn(np.ones_like(plumb_mask), plumb_more, scale)
    return Ruling(
        tuple(_joined([*level_kept, *level_more], plumb_kept, scale)),
        tuple(_joined([*plumb_kept, *plumb_more], level_kept, scale)),
        np.ascontiguousarray(level_mask | plumb_mask.T),
    )


def _edge(start: float, end: float, at: float, scale: float) -> RuleSegment:
    return RuleSegment(round(start * scale), round(end * scale), at * scale, 0.0)


def _clear(even: Grey, scale: float) -> _Seen:
    """Level pieces that are plain to see."""
    pieces: list[RuleSegment] = []
    mask = np.zeros(even.shape, np.bool_)
    paper = float(np.median(even))  # the grain keeps it from being white
    for below, least, light in CLEAR:
        found = _straight(np.asarray(even < below * 255), round(least * scale))
        pieces += [p for p in _pieces(found, scale) if _beside(p, even, scale) >= light * paper]
        mask |= found
    return _Seen(pieces, mask)


def _faint(pictures: tuple[Grey, Grey], clear: _Seen, crossing: Sequence[RuleSegment], scale: float) -> _Seen:
    """Level pieces that hardly show, where no clear one runs, of the even and the plain picture."""
    even, plain = pictures
    below, least, light = FAINT
    found = _straight(np.asarray(cv2.blur(even, (MEAN_PX, 1)) < below * 255), round(least * scale))
    least_light = light * float(np.median(even))
    pieces: list[RuleSegment] = []
    for piece in (part for p in _pieces(found, scale) for part in _uncovered(p, clear.pieces, scale)):
        if _is_bare(piece, even, least_light, scale):
            pieces.append(_shortened(piece))
        else:  # it may go on into letters beyond the rule it ends at
            parts = [_shortened(part) for part in _between(piece, crossing, scale)]
            if not any(CROSSED[0] < _ink_share(part, even) < CROSSED[1] for part in parts):
                pieces += [part for part in parts if _is_bare(part, even, least_light, scale)]
    return _Seen([p for p in pieces if depth(plain, p, scale) >= LEAST_DEPTH], found)


def _shortened(piece: RuleSegment) -> RuleSegment:
    """A faint piece without what the mean adds at its ends."""
    over = MEAN_PX // 2
    return replace(piece, start=piece.start + over, end=piece.end - over, faint=True)


def _is_bare(piece: RuleSegment, even: Grey, light: float, scale: float) -> bool:
    """Whether no letters stand on a faint piece, or beside it."""
    return _ink_share(piece, even) <= MAX_INK and _beside(piece, even, scale) >= light


def _inside(pieces: Sequence[RuleSegment], high: int, scale: float) -> list[RuleSegment]:
    """The pieces inside the rim of a picture so high."""
    rim = RIM_PT * scale
    return [p for p in pieces if rim <= p.at <= high - rim]


def _straight(ink: Mask, least: int) -> Mask:
    # a dilation across lets a run that still leans a little through
    thick = cv2.dilate(ink.astype(np.uint8), np.ones((3, 1), np.uint8))
    return np.asarray(cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, least), np.uint8)) > 0)


def _pieces(found: Mask, scale: float) -> list[RuleSegment]:
    _, _, stats, centres = cv2.connectedComponentsWithStats(found.astype(np.uint8), connectivity=8)
    return [
        RuleSegment(int(x), int(x + w), float(centre[1]), max(1.0, area / w - 2))
        for (x, _, w, h, area), centre in zip(stats[1:], centres[1:], strict=True)
        if h <= THICK_PT * scale + w // 50 and area / w - 2 <= THICK_PT * scale
    ]


def _uncovered(piece: RuleSegment, clear: Sequence[RuleSegment], scale: float) -> Iterator[RuleSegment]:
    """The parts of a faint piece along which no clear one runs."""
    start = piece.start
    over = sorted((r.start, r.end) for r in clear if abs(r.at - piece.at) <= LEVEL_PT * scale)
    for a, b in (*over, (piece.end, piece.end)):
        if min(a, piece.end) - start >= LEAST_FAINT_PT * scale:
            yield replace(piece, start=start, end=min(a, piece.end))
        start = max(start, min(b, piece.end))


def _between(piece: RuleSegment, crossing: Sequence[RuleSegment], scale: float) -> Iterator[RuleSegment]:
    """The piece cut where long rules cross it."""
    near = MEET_PT * scale
    cuts = sorted(
        round(o.at)
        for o in crossing
        if o.end - o.start >= LONE_PT * scale and o.start - near <= piece.at <= o.end + near
    )
    start = piece.start
    for cut in (*(c for c in cuts if piece.start < c < piece.end), piece.end):
        if cut - start >= LEAST_FAINT_PT * scale:
            yield replace(piece, start=start, end=cut)
        start = cut


def _ink_share(piece: RuleSegment, even: Grey) -> float:
    """The share of a piece that is as dark as letters."""
    row = round(piece.at)
    near = even[max(0, row - 1) : row + 2, piece.start : piece.end]
    return float((near.min(axis=0) < INK_BELOW * 255).mean())


def _beside(piece: RuleSegment, even: Grey, scale: float) -> float:
    """How light it is beside the piece, on its darker side: beside the edge of a line of text it is dark."""
    away = piece.thick / 2 + BESIDE_PT * scale
    rows = [min(max(0, round(piece.at + side * away)), even.shape[0] - 1) for side in (-1, 1)]
    return float(min(even[row, piece.start : piece.end].mean() for row in rows))


def _joined(
    pieces: Sequence[RuleSegment], crossing: Sequence[RuleSegment], scale: float
) -> list[RuleSegment]:
    """Pieces at one height, near each other, as one run; where the gap is a cell, it stays."""
    runs: list[RuleSegment] = []
    for piece in sorted(pieces, key=lambda p: (p.start, p.faint)):
        for i, run in enumerate(runs):
            near = piece.start - run.end <= BREAK_PT * scale
            level = abs(piece.at - run.at) <= LEVEL_PT * scale
            if near and level and not _is_cell(run, piece.start, crossing, scale):
                runs[i] = _merged(run, piece)
                break
        else:
            runs.append(piece)
    return runs


def _is_cell(run: RuleSegment, goes_on: int, crossing: Sequence[RuleSegment], scale: float) -> bool:
    """Whether a run stops at a rule, and at the next goes on."""
    if goes_on - run.end < LEAST_SPAN_PT * scale:
        return False
    near = MEET_PT / 2 * scale
    stops = [o.at for o in crossing if o.start - near <= run.at <= o.end + near]
    return all(any(abs(at - end) <= near for at in stops) for end in (run.end, goes_on))


def _merged(a: RuleSegment, b: RuleSegment) -> RuleSegment:
    long_a, long_b = a.end - a.start, b.end - b.start
    at = (a.at * long_a + b.at * long_b) / (long_a + long_b)
    thick = (a.thick * long_a + b.thick * long_b) / (long_a + long_b)
    return RuleSegment(a.start, max(a.end, b.end), at, thick, a.faint and b.faint)


def _is_rule(
    run: RuleSegment, others: Sequence[RuleSegment], edges: Sequence[RuleSegment], scale: float
) -> bool:
    """Whether the run is long, or meets a rule of the other direction; a faint one, at both ends."""
    if run.end - run.start >= LONE_PT * scale and not run.faint:
        return True
    near = MEET_PT * scale
    crossing = [
        o
        for o in (*others, *(edges if run.faint else ()))
        if o.end - o.start >= LONE_PT * scale and o.start - near <= run.at <= o.end + near and not o.faint
    ]
    ends = [any(abs(o.at - end) <= near for o in crossing) for end in (run.start, run.end)]
    return all(ends) if run.faint else any(ends)


def _drawn(found: Mask, runs: Sequence[RuleSegment], scale: float) -> Mask:
    """The found pixels that belong to the runs, with the gaps between them."""
    mask = np.zeros(found.shape, np.bool_)
    reach = REACH_PT * scale
    for run in runs:
        top, bottom = max(0, int(run.at - run.thick / 2 - reach)), int(run.at + run.thick / 2 + reach) + 1
        mask[top:bottom, run.start : run.end] |= found[top:bottom, run.start : run.end]
    return mask
