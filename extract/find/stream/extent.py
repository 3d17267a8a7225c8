"""How far a block reaches: lines at its edges that belong to it or do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.letters import mostly_letters
from agendapack.extract.find.page.lines import Line, baseline
from agendapack.extract.find.page.prose import PROSE_WORDS, is_prose, parted
from agendapack.extract.find.page.row_line import JUMP_EM
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.centred import closes_centred_cell

REST_EM = 1.2
"""White between a header and the rest of a row from the page before."""
MAX_FRAMED = 3
"""Lines of one chunk between a table's opening or closing rule and its first or last row."""
CARRY_EM = 0.5
"""White between the lines of one cell."""
CLOSE_EM = 0.8
"""White between such lines."""
SPANNED_EM = 1.2
"""The same with a rule between them that only some columns have: the one under a heading over several."""
MARGIN = 0.09
"""Share of the page's height at its head and foot where running heads stand."""
LOOSE = 1.8
"""Running heads are set off by this many times the block's usual white."""
RULE_COVER = 0.6
"""Share of the block's width a rule must cover to part it."""
HEADLINE = 1.25
"""A title's letters are so much larger than those of the table."""
MAX_HEADS = 2
"""Lines of a running head."""
MIN_SECONDS = 2
"""Rows with a second line that show the last one to have one too;"""
EVEN_EM = 0.1
"""as far below, give or take this much."""
MIN_BESIDE = 2
"""Texts beside the first, each where a column begins, that no line of a note has."""
RECENT = 4
"""Last rows whose columns a text that goes on with the last must keep to."""


def framed(block: Block, lines: Sequence[Line], rules: Sequence[Edge]) -> Block:
    """The block with the lines that stand between it and the rules that open and close the table."""
    first, last = lines.index(block.lines[0]), lines.index(block.lines[-1])
    wide = [
        e
        for e in rules
        if min(e.end, block.x1) - max(e.start, block.x0) >= RULE_COVER * (block.x1 - block.x0)
    ]
    start, end = first, last
    for i in range(first - 1, max(-1, first - 1 - MAX_FRAMED), -1):
        headings = not any(c.numeric for c in lines[i + 1].chunks)
        spanned = headings and between(rules, lines[i], lines[i + 1])
        em = SPANNED_EM if spanned else CLOSE_EM
        if not _next_to(lines[i], lines[i + 1], block, em) or between(wide, lines[i], lines[i + 1]):
            break
        if (
            over_columns(lines[i], block, first_too=spanned)
            or _above(wide, lines, i)
            or _begins_heading(lines[i], lines[i + 1], block)
        ):
            start = i
    while last + 1 < len(lines) and (
        _runs_on(block, lines[last], lines[last + 1], wide)
        or _under_head(block, lines[last], lines[last + 1], wide)
        or _in_step(block, lines[last], lines[last + 1])
        or closes_centred_cell(block, lines[last + 1])
    ):
        last += 1
        block = Block([*block.lines, lines[last]])
    end = last
    for i in range(last + 1, min(len(lines), last + 1 + MAX_FRAMED)):
        if not _next_to(lines[i - 1], lines[i], block) or between(wide, lines[i - 1], lines[i]):
            break
        if any(lines[i].base < e.at <= lines[i].base + lines[i].size for e in wide):
            end = i
    start = _carried_over(lines, start, block, wide)
    return Block([*lines[start:first], *block.lines, *lines[last + 1 : end + 1]])


def _carried_over(lines: Sequence[Line], start: int, block: Block, rules: Sequence[Edge]) -> int:
    """Number of the first line of a row cut by the page's top, above the block's first rule; or `start`."""
    first = start
    while first > 0 and _runs_on(block, lines[first], lines[first - 1], []):
        first -= 1
    alone = first == 0 or lines[first].top - lines[first - 1].bottom > 2 * CARRY_EM * lines[first].size
    head = all(line.chunks[0].x0 - lines[0].x0 >= 0 for line in lines[:first]) and first <= MAX_HEADS
    return (
        first
        if alone and head and first < start and between(rules, lines[start - 1], lines[start])
        else start
    )


def _runs_on(block: Block, above: Line, line: Line, rules: Sequence[Edge]) -> bool:
    """Whether the line carries on a cell of the last row, in a column beside the first."""
    if len(line.chunks) != 1 or between(rules, above, line) or white(above, line) > CARRY_EM * line.size:
        return False
    recent = [r for r in block.lines if parted(r)][-RECENT:]
    chunk = line.chunks[0]
    return chunk.x0 - block.x0 > line.size and all(
        (chunk.x0 > r.chunks[0].x1 or r.chunks[0].x0 - block.x0 > line.size)
        and not any(chunk.x0 < a.x1 and chunk.x1 > b.x0 for a, b in pairwise(r.chunks))
        for r in recent
    )


def _under_head(block: Block, above: Line, line: Line, rules: Sequence[Edge]) -> bool:
    """Whether the line is the rest of a row, alone in its column right under a ruled-off header."""
    if len(block.lines) > MAX_FRAMED or len(line.chunks) != 1 or not between(rules, above, line):
        return False
    near = white(above, line) <= REST_EM * line.size
    return near and any(abs(c.x0 - line.x0) <= CARRY_EM * line.size for c in above.chunks[1:])


def _in_step(block: Block, above: Line, line: Line) -> bool:
    """Whether the line stands under the last row as one stands under every row between it and the head."""
    seconds = [b.base - a.base for a, b in pairwise(block.lines) if parted(a) and not parted(b)]
    rows = sum(parted(k) for k in block.lines)
    alone = len(line.chunks) == 1 and abs(line.x0 - block.x0) <= line.size
    pitch = line.base - above.base
    even = all(abs(second - pitch) <= EVEN_EM * line.size for second in seconds)
    lone = parted(above) and len(seconds) >= MIN_SECONDS and rows - len(seconds) <= MAX_HEADS and even
    return alone and (lone or _wraps_label(block, line))


def _wraps_label(block: Block, line: Line) -> bool:
    """Whether the line goes on with the last label, as far below as labels wrap; rows are further apart."""
    starts = [baseline(k.chunks[0].words[0]) for k in block.lines if abs(k.x0 - block.x0) <= k.size / 2]
    if not starts:
        return False
    pitch = line.base - starts[-1]
    apart = [(b - a - pitch) / line.size for a, b in pairwise(starts)]
    seconds = sum(abs(more) <= EVEN_EM for more in apart)
    clear = all(more > JUMP_EM for more in apart if abs(more) > EVEN_EM)
    beside = [k.chunks[1].x0 for k in block.lines if parted(k)]
    return clear and seconds >= MIN_SECONDS and len(apart) > seconds and all(line.x1 < x for x in beside)


def white(a: Line, b: Line) -> float:
    """White between two lines, whichever is above."""
    return max(a.top, b.top) - min(a.bottom, b.bottom)


def is_set_apart(above: Sequence[Line], line: Line) -> bool:
    """Whether the line stands alone, further below the lines above than these are from each other."""
    if len(line.chunks) != 1 or line.chunks[0].numeric or len(above) < 2:
        return False
    whites = [white(a, b) for a, b in pairwise(above)]
    return white(above[-1], line) > max(LOOSE * median(whites), CARRY_EM * line.size)


def _next_to(above: Line, below: Line, block: Block, em: float = CLOSE_EM) -> bool:
    slack = below.size
    inside = all(block.x0 - slack <= line.x0 and line.x1 <= block.x1 + slack for line in (above, below))
    return inside and below.top - above.bottom <= em * max(above.size, below.size)


def between(rules: Sequence[Edge], above: Line, below: Line) -> bool:
    """Whether a rule stands between the baselines of two lines."""
    return any(above.base - 0.3 * above.size < e.at < below.base - 0.3 * below.size for e in rules)


def _above(rules: Sequence[Edge], lines: Sequence[Line], i: int) -> bool:
    """Whether a wide rule runs just above the line."""
    line = lines[i]
    return any(line.top - line.size <= e.at <= line.base - 0.3 * line.size for e in rules)


def over_columns(line: Line, block: Block, *, first_too: bool = False) -> bool:
    """Whether the line is of short headings over the columns beside the first, or over the first too."""
    first = [k.chunks[0] for k in block.lines if len(k.chunks) > 1 and k.chunks[0].x0 - block.x0 <= line.size]
    if not first or any(is_prose(c) for c in line.chunks):
        return False
    edge, own = median(c.x1 for c in first), line.chunks[0]
    beside = len(line.chunks) > 1 and own.x1 <= edge < line.chunks[1].x0 and not own.numeric
    return line.x0 > edge or (first_too and beside)


def _begins_heading(line: Line, below: Line, block: Block) -> bool:
    """Whether the line is the upper one of the first heading: right over it, and nearer than rows are."""
    own, first, *others = line.chunks[0], *below.chunks
    pitches = [b.base - a.base for a, b in pairwise(block.lines)]
    if len(line.chunks) > 1 or not others or own.numeric or is_prose(own):
        return False
    over = abs(own.x0 - first.x0) <= EVEN_EM * line.size and own.x1 < others[0].x0
    alike = {w.bold for w in (*own.words, *first.words)}
    return (
        over and len(alike) == 1 and below.base - line.base < min(pitches, default=0.0) - JUMP_EM * line.size
    )


def trimmed(block: Block, height: float, rules: Sequence[Edge]) -> Block:
    """The block without the page's running head and foot, a title, and notes below the closing rule."""
    block = Block(block.lines[_title_lines(block, rules) :])
    while len(block.lines) > 2 and _is_headline(block, rules):
        block = Block(block.lines[1:])
    whites = [b.top - a.bottom for a, b in pairwise(block.lines)]
    if len(whites) < 2:
        return block
    usual, lines = max(median(whites), 0.0), block.lines
    wide = [e for e in rules if e.length >= RULE_COVER * (block.x1 - block.x0) and e.at > lines[0].top]
    if lines[0].bottom < MARGIN * height and whites[0] > max(LOOSE * usual, CLOSE_EM * lines[0].size):
        block = block if _is_row(lines[0], lines[1:], whites[0]) else Block(block.lines[1:])
    if lines[-1].top > (1 - MARGIN) * height:
        closed = between(wide, lines[-2], lines[-1]) and not any(e.at > lines[-1].base for e in wide)
        loose = whites[-1] > max((1.0 if closed else LOOSE) * usual, CLOSE_EM * lines[-1].size)
        if loose and (closed or not _is_row(lines[-1], lines[:-1], whites[-1])):
            block = Block(block.lines[:-1])
    inside = [e.at for e in wide if e.at < lines[-1].bottom]
    while inside and len(block.lines) > 2 and block.lines[-1].top > max(inside) and _is_note(block):
        block = Block(block.lines[:-1])
    return block


def _is_row(line: Line, rows: Sequence[Line], apart: float) -> bool:
    """Whether a line at the edge of a page is a row: in the columns of others, as far off as some are.

    Where rows have several lines each, the usual white is that between the lines of one.
    """
    whites = [b.top - a.bottom for a, b in pairwise(rows)]
    return _in_columns(line, rows) and apart <= max(whites, default=0.0) + EVEN_EM * line.size


def _title_lines(block: Block, rules: Sequence[Edge]) -> int:
    """How many lines of running text stand above the rule that opens the header; another closes it."""
    width = block.x1 - block.x0
    wide = sorted(e.at for e in rules if min(e.end, block.x1) - max(e.start, block.x0) >= RULE_COVER * width)
    if parted(block.lines[0]) and any(0 <= block.lines[0].top - at <= block.lines[0].size for at in wide):
        return 0  # a row between rules
    above = [sum(line.base <= at for line in block.lines) for at in wide]
    title = next((n for n in above if n), 0)
    closed = any(title < n < len(block.lines) for n in above)
    over = block.lines[:title]
    rows = any(_in_columns(line, block.lines[title:]) for line in over)
    prose = not rows and any(is_prose(c) for line in over for c in line.chunks)
    return title if closed and prose and title <= MAX_FRAMED else 0


def _is_headline(block: Block, rules: Sequence[Edge]) -> bool:
    """Whether the first line is a title: one text in larger letters, with no wide rule above it."""
    first, usual = block.lines[0], median(line.size for line in block.lines)
    wide = [e for e in rules if e.length >= RULE_COVER * (block.x1 - block.x0)]
    return len(first.chunks) == 1 and first.size >= HEADLINE * usual and not _above(wide, block.lines, 0)


def _in_columns(line: Line, rows: Sequence[Line]) -> bool:
    """Whether several texts beside the first begin right where those of one of the rows do: a row's cells."""
    beside, slack = line.chunks[1:], EVEN_EM * line.size
    return len(beside) >= MIN_BESIDE and any(
        all(any(abs(c.x0 - k.x0) <= slack for k in row.chunks[1:]) for c in beside) for row in rows
    )


def _is_note(block: Block) -> bool:
    """Whether the last line is running text from the left edge on, printed over the rivers above it."""
    line = block.lines[-1]
    recent = [r for r in block.lines[:-1] if parted(r)]
    if line.x0 > block.x0 + line.size or any(c.numeric for c in line.chunks) or _in_columns(line, recent):
        return False
    text = "".join(c.text for c in line.chunks)
    words = sum(len(c.words) for c in line.chunks)
    over = any(
        c.x0 < a.x1 and c.x1 > b.x0 for r in recent for a, b in pairwise(r.chunks) for c in line.chunks
    )
    return over and words >= PROSE_WORDS and mostly_letters(text)
