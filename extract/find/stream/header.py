"""Header rows of a block without vertical rules: levels, and headings over several columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk
from agendapack.extract.find.page.prose import is_prose
from agendapack.extract.find.page.row_line import RowLine, overlap
from agendapack.extract.find.stream.cells import CellPiece
from agendapack.extract.find.stream.columns import Span
from agendapack.extract.model import Box

SIGNS = frozenset("£$€%")
"""Signs of units."""
UNIT = re.compile(r"\(?(?:[£$€]\s?['’]?(?:m|M|k|K|bn|000s?|million)?|%)\)?")
"""A unit that stands alone over the columns it is for."""
BANNER_EM = 1.5
"""How far from the middle of the table a text centred on it may stand."""
MIN_UNITS = 3
"""Columns with the same unit that make a row of units."""
RUN_ON_EM = 0.45
"""White between two lines of one heading."""
OFF_CENTRE = 0.2
"""The same as a share of the width it spans: cells reach further than their text."""
CENTRE_EM = 0.5
"""How far a heading's edge or middle may lie from what it is aligned with."""


def header_pieces(
    lines: Sequence[RowLine], columns: Sequence[Span], rules: Sequence[Edge], areas: Sequence[Box]
) -> tuple[list[CellPiece], int]:
    """The header's cells and number of rows."""
    spanned = []
    for line in lines:
        cells: dict[tuple[int, int], list[Chunk]] = {}
        for (a, b), chunks in line.cells.items():
            span = (
                _coloured(a, b, chunks, line, columns, areas)
                or _over_group(a, b, line, columns, lines)
                or _spanned(a, b, chunks, line, columns, rules, lines)
            )
            cells.setdefault(span, []).extend(chunks)
        spanned.append(replace(line, cells=disjoint(cells)))
    levels: list[list[RowLine]] = []
    for line in spanned:
        if levels and not _parts(levels[-1], line, rules):
            levels[-1].append(line)
        else:
            levels.append([line])
    rows = []
    for level in levels:
        together: dict[tuple[int, int], list[Chunk]] = {}
        for line in level:
            for key, chunks in line.cells.items():
                together.setdefault(key, []).extend(chunks)
        rows.append(disjoint(together))
    return _stacked(rows, rules), len(levels)


def _stacked(rows: Sequence[dict[tuple[int, int], list[Chunk]]], rules: Sequence[Edge]) -> list[CellPiece]:
    """The cells of all levels; a heading that runs on to the next, with no rule between, is one cell."""
    same = [_same_unit([k for chunks in row.values() for k in chunks]) for row in rows]
    pieces: list[CellPiece] = []
    done: set[tuple[int, tuple[int, int]]] = set()
    for r, row in enumerate(rows):
        for key, chunks in row.items():
            if (r, key) in done:
                continue
            last = r
            while (
                last + 1 < len(rows)
                and key in rows[last + 1]
                and not same[last + 1]
                and _runs_on(chunks, rows[last + 1][key], rules)
            ):
                last += 1
                done.add((last, key))
                chunks = [*chunks, *rows[last][key]]
            pieces.append(
                CellPiece(
                    r, key[0], last - r + 1, key[1] - key[0] + 1, tuple(w for c in chunks for w in c.words)
                )
            )
    return pieces


def _runs_on(above: Sequence[Chunk], below: Sequence[Chunk], rules: Sequence[Edge]) -> bool:
    """Whether two stacked texts are one heading: lines of one paragraph, no rule between."""
    low, high = max(c.bottom for c in above), min(c.top for c in below)
    x = (max(above[0].x0, below[0].x0) + min(above[0].x1, below[0].x1)) / 2
    size = above[0].size
    return high - low <= RUN_ON_EM * size and not any(
        low - 0.4 * size <= e.at <= high + 0.4 * size and e.start <= x <= e.end for e in rules
    )


def _is_units(line: RowLine) -> bool:
    """Whether the line holds nothing but the unit of the columns below."""
    chunks = [k for some in line.cells.values() for k in some]
    return _same_unit(chunks) or (len(chunks) == 1 and UNIT.fullmatch(chunks[0].text) is not None)


def _same_unit(chunks: Sequence[Chunk]) -> bool:
    """Whether the same unit stands over every column."""
    texts = {k.text for k in chunks}
    return len(chunks) >= MIN_UNITS and len(texts) == 1 and not SIGNS.isdisjoint(texts.pop())


def _parts(level: Sequence[RowLine], line: RowLine, rules: Sequence[Edge]) -> bool:
    last = level[-1]
    if _is_units(last) or _is_units(line):
        return True
    if any(last.base - 0.3 * last.size <= e.at <= line.base - 0.3 * line.size for e in rules):
        return True
    spans = {k for s in level for k in s.cells if k[1] > k[0]}
    return any(a <= c <= b for a, b in spans for c, d in line.cells if (c, d) != (a, b))


def _coloured(
    a: int, b: int, chunks: Sequence[Chunk], line: RowLine, columns: Sequence[Span], areas: Sequence[Box]
) -> tuple[int, int] | None:
    """The columns of the coloured area in which a heading stands alone."""
    x, y = chunks[0].mid_x, (chunks[0].top + chunks[0].bottom) / 2
    behind = [area for area in areas if area.holds(x, y)]
    if not behind:
        return None
    area = min(behind, key=lambda box: box.area)
    under = [i for i, (p, q) in enumerate(columns) if min(q, area.x1) - max(p, area.x0) > 0.5 * (q - p)]
    beside = [
        k for cell in line.cells.values() for k in cell if k not in chunks and area.x0 <= k.mid_x <= area.x1
    ]
    if not under or beside or len(under) * 2 > len(columns):
        return None
    return min(a, under[0]), max(b, under[-1])


def _over_group(
    a: int, b: int, line: RowLine, columns: Sequence[Span], lines: Sequence[RowLine]
) -> tuple[int, int] | None:
    """The columns of the headings that come again under each text of the line: it is over all of them."""
    below = next((k for k in lines if k.base > line.base and not overlap(line, k)), None)
    first, count = (0 if below and 0 in line.columns else 1), len(line.cells)
    size, rest = divmod(len(columns) - first, count)
    if below is None or count < 2 or size < 2 or rest:
        return None
    texts = [[c.text for c in below.at(i)] for i in range(first, len(columns))]
    again = all(texts) and all(text == texts[i % size] for i, text in enumerate(texts))
    groups = [((p - first) // size, (q - first) // size) for p, q in sorted(line.cells)]
    if not again or groups != [(i, i) for i in range(count)]:
        return None
    start = a - (a - first) % size
    return start, start + size - 1


def _spanned(
    a: int,
    b: int,
    chunks: Sequence[Chunk],
    line: RowLine,
    columns: Sequence[Span],
    rules: Sequence[Edge],
    lines: Sequence[RowLine],
) -> tuple[int, int]:
    """The columns a heading stands over: those its own rule underlines, or those it is centred on."""
    x0, x1 = min(c.x0 for c in chunks), max(c.x1 for c in chunks)
    if a > 0 and len(line.cells) == 1 and _is_units(line):
        first, last = columns[1][0], columns[-1][1]
        if abs((x0 + x1) - (first + last)) / 2 <= OFF_CENTRE * (last - first):
            return 1, len(columns) - 1
    below = [k.base - 0.3 * k.size for k in lines if k.base > line.base + 0.3 * line.size]
    under_it = [e for e in rules if below and line.base - 0.3 * line.size <= e.at <= min(below)]
    others = [k.mid_x for cell in line.cells.values() for k in cell if k not in chunks]
    for e in sorted(under_it, key=lambda e: -e.length):
        if e.start <= x0 + 3 and e.end >= x1 - 3 and not any(e.start < x < e.end for x in others):
            under = [i for i, (p, q) in enumerate(columns) if min(q, e.end) - max(p, e.start) > 0.5 * (q - p)]
            if under and len(under) < len(columns):
                return min(a, under[0]), max(b, under[-1])
    alone = next(iter(banner(line.cells, columns, line.size))) if below else (a, b)
    return (
        alone if len(line.cells) == 1 and alone != (a, b) else _centred(a, b, (x0, x1), line, columns, lines)
    )


def _centred(
    a: int, b: int, text: Span, line: RowLine, columns: Sequence[Span], lines: Sequence[RowLine]
) -> tuple[int, int]:
    """The run of columns, free on this line and headed below, whose middle is the heading's middle."""
    lower = [k for k in lines if k.base > line.base + 0.3 * line.size and not overlap(line, k)]
    headed = {c for k in lower for c in k.columns}
    under = next((k.at(a) for k in lower if k.at(a)), [])
    if not lower or not headed.intersection(range(a, b + 1)):
        return a, b  # what stands over several columns stands over headings of theirs
    slack = CENTRE_EM * line.size
    if a == b:
        for k in under:
            if (
                min(abs(k.x0 - text[0]), abs(k.x1 - text[1]), abs(k.x0 + k.x1 - text[0] - text[1]) / 2)
                <= slack
            ):
                return a, b
    beside = [k for k in lines if k is line or overlap(k, line)]
    taken = {c for k in beside for p, q in k.cells if (p, q) != (a, b) for c in range(p, q + 1)}
    low = a
    while low > 1 and low - 1 not in taken and low - 1 in headed:
        low -= 1
    high = b
    while high + 1 < len(columns) and high + 1 not in taken and high + 1 in headed:
        high += 1
    middle = (text[0] + text[1]) / 2
    best, miss = (a, b), abs((columns[a][0] + columns[b][1]) / 2 - middle)
    for i in range(low, a + 1):
        for j in range(b, high + 1):
            off = abs((columns[i][0] + columns[j][1]) / 2 - middle)
            if off < miss - 0.5:
                best, miss = (i, j), off
    width = columns[best[1]][1] - columns[best[0]][0]
    return best if miss <= max(2 * slack, OFF_CENTRE * width) else (a, b)


def disjoint(cells: dict[tuple[int, int], list[Chunk]]) -> dict[tuple[int, int], list[Chunk]]:
    """The cells of one row, those that share a column joined."""
    result: dict[tuple[int, int], list[Chunk]] = {}
    for (a, b), chunks in sorted(cells.items()):
        if result and (last := next(reversed(result)))[1] >= a:
            joined = result.pop(last) + chunks
            result[last[0], max(last[1], b)] = joined
        else:
            result[a, b] = list(chunks)
    return result


def banner(
    cells: dict[tuple[int, int], list[Chunk]], columns: Sequence[Span], em: float
) -> dict[tuple[int, int], list[Chunk]]:
    """The cells of a line; its only text, in the middle of the table or of its values, spans them."""
    if len(cells) != 1 or len(columns) < 3:
        return cells
    ((a, b), chunks) = next(iter(cells.items()))
    edges = columns[a][0] - chunks[0].x0, columns[b][1] - chunks[-1].x1
    if a == b and min(map(abs, edges)) <= CENTRE_EM * em:  # set left or right in its own column
        return cells
    if a == 0 and chunks[0].x0 - columns[0][0] <= em or all(c.numeric or is_prose(c) for c in chunks):
        return cells
    middle = (min(c.x0 for c in chunks) + max(c.x1 for c in chunks)) / 2
    for first in (1, 0):
        if abs((columns[first][0] + columns[-1][1]) / 2 - middle) <= BANNER_EM * em:
            return {(first, len(columns) - 1): chunks}
    return cells
