"""Columns of a block of lines without vertical rules: the white rivers that its lines agree on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median

from agendapack.extract.find.page.lines import CURRENCY, Chunk, Line, chunk_of
from agendapack.extract.model import Word
from agendapack.extract.normalise.figures import stands_for_figure

CROSSING = 0.5
"""Lines that print over a river, for each line that leaves it white: headings and long labels may."""
MIN_VOTES = 2
"""Lines that must have text on both sides of a river; one, when a header is all there is."""
NARROW_EM = 0.45
"""A gap after a figure, wider than a word space, that may part columns when many lines have it;"""
WIDER = 1.5
"""and than the block's usual word space;"""
MIN_NARROW = 4
"""so many lines;"""
ALIKE_EM = 1.2
"""among them those in which it is somewhat wider, and parts two texts already;"""
TIGHTER = 0.8
"""than which a gap inside a text is hardly narrower by this;"""
STRAY = 0.15
"""and for each of them at most this many print over it."""
MIN_SPACES = 4
"""Spaces between words that tell what is usual."""
MIN_RIGHT = 3
"""Figures of a column that can show it to be set right;"""
RIGHT = 0.8
"""the share of them that must end"""
SAME_END_PT = 1.5
"""within this of one x."""
TOUCH_EM = 0.25
"""Text may reach this far into the next column (slanted letters, hanging marks)."""

Span = tuple[float, float]
Gap = tuple[Word, Word, float]
"""Two words beside each other and the white between them."""


def narrow_cuts(lines: Sequence[Line]) -> list[float]:
    """Positions at which a column of figures ends close before the next column, line after line."""
    inner = [(a, b, b.box.x0 - a.box.x1) for line in lines for c in line.chunks for a, b in pairwise(c.words)]
    if not inner:
        return []
    ends = [(a.words[-1], b.words[0], b.x0 - a.x1) for line in lines for a, b in pairwise(line.chunks)]
    alike = [(a, b, gap) for a, b, gap in ends if gap <= ALIKE_EM * a.size]
    flush = _flush_cuts(inner, lines) if len(inner) >= MIN_NARROW else []
    return sorted({*_wide_cuts(inner, alike, lines), *flush})


def _flush_cuts(inner: Sequence[Gap], lines: Sequence[Line]) -> list[float]:
    """Middles of gaps between figures set right and texts of several widths set left.

    The figures have several widths, or less white behind them than words have.
    """
    gaps: dict[tuple[int, int], list[Gap]] = {}
    for a, b, gap in inner:
        if gap > 0 and stands_for_figure(a.text) and a.text not in CURRENCY and not stands_for_figure(b.text):
            gaps.setdefault((round(a.box.x1), round(b.box.x0)), []).append((a, b, gap))
    found = []
    tight = TIGHTER * _word_space(inner)
    for some in gaps.values():
        starts, ends = {round(a.box.x0) for a, _, _ in some}, {round(b.box.x1) for _, b, _ in some}
        at = (some[0][0].box.x1 + some[0][1].box.x0) / 2
        if (
            len(some) >= MIN_NARROW
            and (len(starts) > 1 or max(gap for _, _, gap in some) < tight)
            and len(ends) > 1
            and _over(at, lines) <= STRAY * len(some)
        ):
            found.append(at)
    return found


def _over(at: float, lines: Sequence[Line]) -> int:
    """Lines with a word that prints over the position."""
    return sum(any(w.box.x0 < at < w.box.x1 for c in line.chunks for w in c.words) for line in lines)


def _wide_cuts(inner: Sequence[Gap], between: Sequence[Gap], lines: Sequence[Line]) -> list[float]:
    """Middles of gaps after figures that are wider than word spaces; those between texts bear them out."""
    usual = WIDER * _word_space(inner)
    gaps = [
        (a.box.x1, b.box.x0)
        for a, b, gap in (*inner, *between)
        if gap >= max(usual, NARROW_EM * a.size) and stands_for_figure(a.text)
    ]
    cuts: list[float] = []
    while len(gaps) >= MIN_NARROW:
        marks = sorted([(a, 1) for a, _ in gaps] + [(b, -1) for _, b in gaps])
        best, depth, at = 0, 0, 0.0
        for i, (x, step) in enumerate(marks):
            depth += step
            if depth > best:
                best, at = depth, (x + marks[i + 1][0]) / 2
        if best < MIN_NARROW:
            break
        if _over(at, lines) <= STRAY * best:
            cuts.append(at)
        gaps = [g for g in gaps if not g[0] <= at <= g[1]]
    return cuts


def _word_space(inner: Sequence[Gap]) -> float:
    """The usual space between words; between figures only where there are no others."""
    between = [gap for a, b, gap in inner if not stands_for_figure(a.text) and not stands_for_figure(b.text)]
    return median(between if len(between) >= MIN_SPACES else [gap for _, _, gap in inner])


def cut_lines(lines: Sequence[Line], cuts: Sequence[float]) -> list[Line]:
    """The lines with chunks cut at the positions where a word gap lies on them."""
    return [Line(tuple(p for c in line.chunks for p in _cut(c, cuts)), line.base) for line in lines]


def _cut(chunk: Chunk, cuts: Sequence[float]) -> list[Chunk]:
    parts = [[chunk.words[0]]]
    for word in chunk.words[1:]:
        last = parts[-1][-1]
        if last.text not in CURRENCY and any(last.box.x1 <= x <= word.box.x0 for x in cuts):
            parts.append([word])
        else:
            parts[-1].append(word)
    return [chunk_of(p) for p in parts] if len(parts) > 1 else [chunk]


def rivers(lines: Sequence[Line]) -> list[Span]:
    """White strips between columns: most lines with text on both sides leave them free."""
    parted = [line for line in lines if len(line.chunks) > 1]
    labelled = [(k.chunks[0].x1, k.chunks[1].x0) for k in parted if _is_labelled(k, lines)]
    marks = sorted({x for line in parted for c in line.chunks for x in (c.x0, c.x1)})
    index = {x: i for i, x in enumerate(marks)}
    ink, gap = [0] * len(marks), [0] * len(marks)
    for line in parted:
        for chunk in line.chunks:
            ink[index[chunk.x0]] += 1
            ink[index[chunk.x1]] -= 1
        for left, right in pairwise(line.chunks):
            if right.x0 > left.x1:
                gap[index[left.x1]] += 1
                gap[index[right.x0]] -= 1
    found: list[Span] = []
    inked = gaps = 0
    for i, (x, following) in enumerate(pairwise(marks)):
        inked, gaps = inked + ink[i], gaps + gap[i]
        agreed = gaps >= min(MIN_VOTES, len(parted)) and inked <= CROSSING * gaps
        if agreed or any(a <= x and following <= b for a, b in labelled):
            if found and found[-1][1] == x:
                found[-1] = (found[-1][0], following)
            else:
                found.append((x, following))
    return found


def _is_labelled(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a label stands before figures, or a number before texts, and to the left of all else.

    So stands the only row under its head.
    """
    label, *others = line.chunks
    alone = all(other is line or other.x0 > label.x1 for other in lines)
    return alone and (_numbers(label, others) or not label.numeric and all(c.numeric for c in others))


def _numbers(label: Chunk, others: Sequence[Chunk]) -> bool:
    """Whether a label is one word with a figure in it, "R1." or "2", before texts side by side."""
    is_number = len(label.words) == 1 and any(map(str.isdigit, label.text))
    return is_number and sum(not c.numeric for c in others) > 1


def zones(lines: Sequence[Line], em: float, known: Sequence[float] = ()) -> list[Span]:
    """The columns' extents from left to right, sparse columns that stand in a river included.

    A river at a known place counts however narrow it is.
    """
    chunks = [c for line in lines for c in line.chunks]
    if not chunks:
        return []
    left, right = min(c.x0 for c in chunks), max(c.x1 for c in chunks)
    white = [r for r in rivers(lines) if r[1] - r[0] >= TOUCH_EM * em or any(r[0] < x < r[1] for x in known)]
    cuts = [left, *(x for r in white for x in r), right]
    strong = [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts), 2)]
    found = list(strong)
    for river in white:
        found += _sparse([c for c in chunks if c.x0 >= river[0] - 0.01 and c.x1 <= river[1] + 0.01])
    return sorted(found)


def _sparse(chunks: Sequence[Chunk]) -> list[Span]:
    """Columns with few entries, inside a river: chunks under one another."""
    groups: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda c: c.x0):
        if groups and chunk.x0 < max(c.x1 for c in groups[-1]):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [(min(c.x0 for c in g), max(c.x1 for c in g)) for g in groups if len(g) >= MIN_VOTES]


def covered(
    chunk: Chunk, columns: Sequence[Span], em: float, reach: Sequence[Span] | None = None
) -> list[int]:
    """Numbers of the columns the chunk reaches into; the nearest when it stands between two.

    `reach` is how far the text of each column goes, where that is known.
    """
    over = _within(chunk, columns, em)
    if over:
        return over
    last = bisect_left(columns, (chunk.x1,))
    near = range(max(last - 2, 0), min(last + 1, len(columns)))
    ends = reach or columns
    return [min(near, key=lambda i: max(ends[i][0] - chunk.mid_x, chunk.mid_x - ends[i][1]))]


def _within(chunk: Chunk, columns: Sequence[Span], em: float) -> list[int]:
    """Numbers of the columns the chunk reaches into."""
    slack = TOUCH_EM * em
    over = []
    for i in range(bisect_left(columns, (chunk.x1,)) - 1, -1, -1):
        a, b = columns[i]
        if b <= chunk.x0:
            break
        if min(chunk.x1, b) - max(chunk.x0, a) > min(slack, 0.3 * (b - a)):
            over.append(i)
    return over[::-1]


def reached(lines: Sequence[Line], columns: Sequence[Span], em: float) -> list[Span]:
    """How far the text goes that stands in one column alone: a few long lines may run into a river."""
    ends = list(columns)
    for line in lines:
        for chunk in line.chunks:
            over = _within(chunk, columns, em)
            if len(over) == 1:
                a, b = ends[over[0]]
                ends[over[0]] = min(a, chunk.x0), max(b, chunk.x1)
    return ends


def set_right(lines: Sequence[Line], columns: Sequence[Span], em: float) -> set[int]:
    """Numbers of the columns whose figures end at one x."""
    ends: list[list[float]] = [[] for _ in columns]
    for line in lines:
        for chunk in line.chunks:
            over = covered(chunk, columns, em) if chunk.numeric else []
            if len(over) == 1:
                ends[over[0]].append(chunk.x1)
    return {i for i, xs in enumerate(ends) if len(xs) >= MIN_RIGHT and _agreed(xs) >= RIGHT * len(xs)}


def _agreed(xs: Sequence[float]) -> int:
    """How many of the positions are about the same."""
    return max(sum(abs(x - y) <= SAME_END_PT for y in xs) for x in set(xs))


def homes(
    parts: Sequence[Chunk],
    columns: Sequence[Span],
    em: float,
    right: Collection[int],
    reach: Sequence[Span],
) -> list[tuple[int, int]]:
    """First and last column of each text of a line.

    One between two columns stands over that on its right if figures are set right there, and no other text
    does: the heading of a column begins where the column before ends, right there where
    there are as many texts as columns.
    """
    over = [(c[0], c[-1]) for c in (covered(part, columns, em, reach) for part in parts)]
    slack = 0.0 if len(parts) == len(columns) else TOUCH_EM * em
    for k in reversed(range(len(parts))):
        part, (i, last) = parts[k], over[k]
        free = i == last and i + 1 in right and (k + 1 == len(parts) or over[k + 1][0] > i + 1)
        if free and reach[i][1] + slack < part.x0 and part.x1 <= columns[i + 1][1]:
            over[k] = i + 1, i + 1
    return over
