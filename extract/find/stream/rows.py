"""Rows of a block: which of its lines belong together and where a new row begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk
from agendapack.extract.find.page.row_line import RowLine, again, overlap
from agendapack.extract.find.stream.centred_rows import centred_groups
from agendapack.extract.find.stream.columns import Span

RULE_COVER = 0.5
"""Share of the table's width a rule must cover to part rows."""
TIGHT = 1.22
"""Line pitches up to this times the smallest are lines of one paragraph."""
MIN_ROW_RULES = 2
"""Rules between the rows of a table whose rows are ruled."""
MOSTLY = 0.6
"""Share of the spaces between rules that must hold a single row."""
RUN_ON = 0.75
"""Share of the lines below others, between two rules, whose texts must run on for the rules to part rows."""
CLEAR_EM = 0.05
"""A rule between two rows may touch the text as little as this."""
INDENT_EM = 0.3
"""Labels that start this much further right are set in."""
OTHER_SIZE_PT = 1.0
"""Headings are set this much larger than rows."""
MIXED = 0.15
"""Share of tight and of loose pitches a block must have for both to mean something."""
STRAY = 0.2
"""Share of tight pairs of lines with figures under figures: more are rows, and pitch tells nothing."""
FIT_EM = 0.3
"""A word space, when asking whether the next word would still have fitted on the line."""


def row_groups(
    row_lines: Sequence[RowLine], columns: Sequence[Span], rules: Sequence[Edge]
) -> list[list[RowLine]]:
    """The lines grouped into rows."""
    if not row_lines:
        return []
    width = columns[-1][1] - columns[0][0]
    columns = _reached(row_lines, columns)
    cuts = sorted(e.at for e in rules if e.length >= RULE_COVER * width)
    parted = [_rule_between(a, b, cuts) for a, b in pairwise(row_lines)]
    off = [_ruled_off(a, b, cuts) for a, b in pairwise(row_lines)]
    by_rules = _rules_part_rows(row_lines, parted, len(columns)) or (
        off == parted and (any(parted) or _enclosed(row_lines, cuts)) and _wrapped(row_lines, parted, columns)
    )
    centred = None if by_rules else centred_groups(row_lines, parted)
    if centred:
        return centred
    pace = _Pace(row_lines)
    columns = _roomy(row_lines, columns) if pace.even else columns
    groups = [[row_lines[0]]]
    for i, row_line in enumerate(row_lines[1:]):
        row = groups[-1]
        if parted[i]:
            new = True
        elif overlap(row[-1], row_line):
            new = False
        elif by_rules:
            restyled = _restyled(row, row_line) or _is_under_heading(row, row_line)
            new = restyled or is_note(row, row_line) or len(again(row, row_line)) >= 2
        else:
            after = next((s for s in row_lines[i + 2 :] if 0 in s.columns), None)
            new = _begins(row, _with_beside(row_lines, i + 1), after, columns, pace)
        if new:
            groups.append([row_line])
        else:
            row.append(row_line)
    return groups


def _with_beside(row_lines: Sequence[RowLine], i: int) -> RowLine:
    """The line with the one after it, where that stands beside it in other columns."""
    row_line, following = row_lines[i], row_lines[i + 1 : i + 2]
    if not following or not overlap(row_line, following[0]) or row_line.columns & following[0].columns:
        return row_line
    return replace(row_line, cells={**row_line.cells, **following[0].cells})


class _Pace:
    """The line pitches of a block, and whether they tell lines of a cell from rows."""

    def __init__(self, row_lines: Sequence[RowLine]) -> None:
        pairs = [(a, b) for a, b in pairwise(row_lines) if b.base - a.base > 0.5 * b.size]
        pitches = sorted(b.base - a.base for a, b in pairs)
        self.limit = TIGHT * pitches[len(pitches) // 10] if pitches else 0.0
        near = [(a, b) for a, b in pairs if self.tight(a, b)]
        loose = len(pairs) - len(near)
        self.even = not loose
        both = loose >= 2 and MIXED * len(pairs) <= loose <= (1 - MIXED) * len(pairs)
        self.tells = both and sum(bool(again([a], b)) for a, b in near) <= STRAY * len(near)

    def tight(self, a: RowLine, b: RowLine) -> bool:
        return b.base - a.base <= self.limit


def _rules_part_rows(row_lines: Sequence[RowLine], parted: Sequence[bool], columns: int) -> bool:
    """Whether the rules part rows, not groups of rows: no column has two figures between two rules."""
    if sum(parted) < MIN_ROW_RULES:
        return False
    spans: list[list[RowLine]] = [[row_lines[0]]]
    for row_line, new in zip(row_lines[1:], parted, strict=True):
        if new:
            spans.append([])
        spans[-1].append(row_line)
    single = sum(
        all(sum(any(k.numeric for k in s.at(c)) for s in span) <= 1 for c in range(1, columns))
        for span in spans
    )
    return single >= MOSTLY * len(spans)


def _wrapped(row_lines: Sequence[RowLine], parted: Sequence[bool], columns: Sequence[Span]) -> bool:
    """Whether the lines between rules are texts that wrap: most run on, and none begins in most columns."""
    wrapped = inside = 0
    above: dict[int, RowLine] = {}
    for row_line, cut in zip(row_lines, [True, *parted], strict=True):
        if cut:
            above = {}
        else:
            both = above.keys() & row_line.columns
            if any(again([above[c]], row_line) for c in both):
                return False
            on = sum(_runs_on(above[c], row_line, c, columns) for c in both)
            if row_line.banner or (len(row_line.columns) > 1 and 2 * on < len(row_line.columns)):
                return False
            inside += 1
            wrapped += on > 0 or (bool(both) and row_line.columns.isdisjoint({0}))
        above |= dict.fromkeys(row_line.columns, row_line)
    return inside > 0 and wrapped >= RUN_ON * inside


def _runs_on(above: RowLine, row_line: RowLine, column: int, columns: Sequence[Span]) -> bool:
    """Whether the text goes on with one of several words above it: within a sentence, or for want of room."""
    words = sum(len(k.words) for k in above.at(column))
    return _lower(row_line.at(column)) or (words > 1 and not _fits([above], row_line, column, columns))


def _reached(row_lines: Sequence[RowLine], columns: Sequence[Span]) -> list[Span]:
    """The columns as far as their longest text reaches."""
    ends = [b for _, b in columns]
    for row_line in row_lines:
        for (a, b), chunks in row_line.cells.items():
            if a == b:
                ends[a] = max(ends[a], *(c.x1 for c in chunks))
    return [(a, end) for (a, _), end in zip(columns, ends, strict=True)]


def _roomy(row_lines: Sequence[RowLine], columns: Sequence[Span]) -> list[Span]:
    """The columns, the first up to the next where none of its labels goes on in small letters: none wraps."""
    labels = [row_line.at(0) for row_line in row_lines if 0 in row_line.columns]
    if len(columns) < 2 or any(map(_lower, labels)):
        return list(columns)
    first, *others = columns
    return [(first[0], max(first[1], others[0][0] - row_lines[0].size)), *others]


def _rule_between(a: RowLine, b: RowLine, cuts: Sequence[float]) -> bool:
    return any(a.base - 0.3 * a.size <= y <= b.base - 0.3 * b.size for y in cuts)


def _ruled_off(a: RowLine, b: RowLine, cuts: Sequence[float]) -> bool:
    """Whether a rule stands in the white between two lines; others underline a text or strike it out."""
    slack = CLEAR_EM * a.size
    return any(a.bottom - slack <= y <= b.top + slack for y in cuts)


def _enclosed(row_lines: Sequence[RowLine], cuts: Sequence[float]) -> bool:
    """Whether a rule stands right above the lines and another right below them."""
    first, last = row_lines[0], row_lines[-1]
    return any(0 <= first.top - y <= first.size for y in cuts) and any(
        0 <= y - last.bottom <= last.size for y in cuts
    )


def is_note(row: Sequence[RowLine], row_line: RowLine) -> bool:
    """Whether a line is one text in italics below a row that has none: a note on the row, not more of it.

    So is one below several cells of the row.
    """
    if len(row_line.cells) != 1:
        return False
    (((a, b), chunks),) = row_line.cells.items()
    over = {key for line in row for key in line.cells if a <= key[0] and key[1] <= b}
    above = (w for line in row for own in line.cells.values() for chunk in own for w in chunk.words)
    slanted = all(w.italic for c in chunks for w in c.words) and not any(w.italic for w in above)
    return slanted or len(over) > 1


def _begins(
    row: Sequence[RowLine], row_line: RowLine, after: RowLine | None, columns: Sequence[Span], pace: _Pace
) -> bool:
    """Whether the line begins a row, from what its cells hold."""
    filled = {c for s in row for c in s.columns}
    if again(row, row_line) or row_line.banner != row[-1].banner or is_note(row, row_line):
        return True
    values = any(k.numeric for c in row_line.columns if c > 0 for k in row_line.at(c))
    if not pace.tight(row[-1], row_line):
        return 0 in row_line.columns or values or 2 * len(row_line.columns) > len(columns)
    if 0 in row_line.columns:
        return 0 not in filled or _new_label(row, row_line, after, columns, pace.tells, filled)
    if _resumes(row, row_line):
        return True
    if values and not row_line.columns <= filled:
        return len(filled) > 1
    return not filled & row_line.columns and len(row_line.columns) > 1


def _resumes(row: Sequence[RowLine], row_line: RowLine) -> bool:
    """Whether several texts begin anew, with no small letter: under white in its column, or in a new one.

    The lines of a cell follow each other, and the cells of a row begin side by side.
    """
    whole = row_line.base - row[-1].base >= row_line.size
    new = whole and not any(_lower(row_line.at(c)) for c in row_line.columns)
    filled = {c for s in row for c in s.columns}
    under = (row_line.columns & row[0].columns) - row[-1].columns if len(row) > 1 else set()
    beside = row_line.columns - filled
    return new and len(row_line.columns) > 2 and bool(under or beside)


def _new_label(
    row: Sequence[RowLine],
    row_line: RowLine,
    after: RowLine | None,
    columns: Sequence[Span],
    tells: bool,
    filled: set[int],
) -> bool:
    """Whether text in the first column, tight below other text there, begins a row."""
    fits, lower = _fits(row, row_line, 0, columns), _lower(row_line.at(0))
    if tells and filled == {0} and any(k.numeric for c in row_line.columns if c > 0 for k in row_line.at(c)):
        return _restyled(row, row_line) or bool(after and _set_in(row[0], row_line, after))
    if tells:
        starts = all(_fits(row, row_line, c, columns) or not _lower(row_line.at(c)) for c in row_line.columns)
        return row[0].columns <= row_line.columns and len(row_line.columns) > 1 and not lower and starts
    if _restyled(row, row_line):
        return True
    if filled == {0} and not lower and after and _set_in(row[0], row_line, after):
        return True
    if row_line.columns == {0} or filled == {0}:
        return fits and not lower
    return fits or not lower


def _set_in(heading: RowLine, row_line: RowLine, after: RowLine) -> bool:
    """Whether the line and the label after it are set in below the heading: rows under it."""
    indent = INDENT_EM * row_line.size
    x = row_line.at(0)[0].x0
    return x - heading.at(0)[0].x0 > indent and after.at(0)[0].x0 > x - indent


def _lower(chunks: Sequence[Chunk]) -> bool:
    return chunks[0].text[:1].islower()


def _restyled(row: Sequence[RowLine], row_line: RowLine) -> bool:
    """Whether a heading in the first column and the line below it differ in weight or size."""
    above, here = row[-1].at(0), row_line.at(0)
    if not above or not here or not (row_line.columns == {0} or all(s.columns == {0} for s in row)):
        return False
    return _bold(above) != _bold(here) or abs(above[0].size - here[0].size) >= OTHER_SIZE_PT


def _is_under_heading(row: Sequence[RowLine], row_line: RowLine) -> bool:
    """Whether a text from the first column on, in other letters, stands over columns that the line fills."""
    if 0 not in row_line.columns or not all(s.banner and 0 in s.columns for s in row):
        return False
    over = {c for s in row for c in s.columns}
    beside = sum(a == b and a in over for a, b in row_line.cells)
    return beside > 1 and _letters(row[-1].at(0)) != _letters(row_line.at(0))


def _letters(chunks: Sequence[Chunk]) -> tuple[bool, bool, int]:
    """How a text is set: bold, slanted, and its size."""
    words = [w for c in chunks for w in c.words]
    return all(w.bold for w in words), all(w.italic for w in words), round(words[0].size)


def _bold(chunks: Sequence[Chunk]) -> bool:
    return all(w.bold for c in chunks for w in c.words)


def _fits(row: Sequence[RowLine], row_line: RowLine, column: int, columns: Sequence[Span]) -> bool:
    """Whether the first word of the line would have fitted at the end of the cell's last line."""
    above = [k for s in row for k in s.at(column)]
    if not above:
        return True
    last = max(above, key=lambda k: (k.bottom, k.x1))
    first = row_line.at(column)[0].words[0]
    return last.x1 + FIT_EM * first.size + first.box.width <= columns[column][1]
