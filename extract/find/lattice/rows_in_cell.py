"""Whether lines between two rules are rows of their own, or wrapped texts of one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from agendapack.extract.find.page.lines import Chunk
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.columns import Span
from agendapack.extract.find.stream.rows import FIT_EM

SHARE = 0.6
"""Share of the rows that must have a text in the column of labels."""
FIGURES = 0.5
"""Share of the rows that must have a figure in one column; headings among them have none."""
MIN_ROWS = 3
"""Rows between two rules; with fewer, wrapped text looks the same."""
MIN_FIGURES = 2
"""Columns of figures beside the numbers of two lines that are rows."""
MIN_COLUMNS = 3
"""Columns of a table whose rows show by broken-off lines alone; two lists side by side look the same."""
BROKEN_OFF = 0.8
"""Share of the ends of rows at which a text stops although its next word had room."""
FULL = 0.9
"""Share of the places, lines by columns, that hold a text when each line is a row."""

Group = Sequence[RowLine]


def rows_shown(groups: Sequence[Group], columns: Sequence[Span], headed: bool) -> bool:
    """Whether the groups of lines are rows: labels and figures beside them, or full or broken-off lines.

    `columns` are the spaces between the uprights. Lines of words need a ruled heading above them to be
    rows; boxes side by side, each with its lines, have none.
    """
    used = [c for c in range(len(columns)) if any(_texts(g, c) for g in groups)]
    if len(groups) < MIN_ROWS:
        two = len(groups) == MIN_ROWS - 1
        return two and (_stacked_figures(groups, used) or _numbered_figures(groups, used))
    figures = [c for c in used[1:] if _share(groups, c, True) >= FIGURES]
    if _share(groups, used[0], False) < SHARE:
        return len(figures) > 1
    if figures or len(used) < MIN_COLUMNS or not headed:
        return bool(figures)
    room = {c: _room([k for g in groups for k in _texts(g, c)], columns[c]) for c in used}
    return _full(groups, used) or _mostly_stop(groups, room) or _listed(groups, used, room)


def _stacked_figures(groups: Sequence[Group], used: Sequence[int]) -> bool:
    """Whether each line has a label and figures in all other columns."""
    labelled = all(_texts(g, used[0]) and not _texts(g, used[0])[0].text[0].islower() for g in groups)
    full = all(len(k) == 1 and k[0].numeric for g in groups for k in (_texts(g, c) for c in used[1:]))
    return labelled and full and len(used) >= MIN_COLUMNS


def _numbered_figures(groups: Sequence[Group], used: Sequence[int]) -> bool:
    """Whether each line has one text in every column, a number in the first and figures in several others."""
    full = all(len(_texts(g, c)) == 1 for g in groups for c in used)
    figures = [c for c in used[1:] if full and _share(groups, c, True) == 1.0]
    return full and all(_numbered(g, used[0]) for g in groups) and len(figures) >= MIN_FIGURES


def _share(groups: Sequence[Group], column: int, figure: bool) -> float:
    """Share of the groups with a text, or a figure, in the column."""
    return sum(any(k.numeric or not figure for k in _texts(g, column)) for g in groups) / len(groups)


def _texts(group: Group, column: int) -> list[Chunk]:
    return [k for s in group for k in s.at(column)]


def _full(groups: Sequence[Group], used: Sequence[int]) -> bool:
    """Whether nearly every line has a text in every column: wrapped texts are not all of one length."""
    lines = [row_line for group in groups for row_line in group]
    return sum(len(row_line.columns) for row_line in lines) >= FULL * len(lines) * len(used)


def _mostly_stop(groups: Sequence[Group], room: Mapping[int, float]) -> bool:
    """Whether texts stop at the ends of rows although the next word would have had room on the line."""
    ends = [_stops(a, b, room) for a, b in pairwise(groups)]
    return sum(ends) >= BROKEN_OFF * len(ends)


def _listed(groups: Sequence[Group], used: Sequence[int], room: Mapping[int, float]) -> bool:
    """Whether every row begins in all columns, and its first text is a number or ends with room left."""
    starts = sum(len(g[0].columns) for g in groups)
    label = {used[0]: room[used[0]]}
    ends = [_numbered(b, used[0]) or _stops(a, b, label) for a, b in pairwise(groups)]
    return starts >= FULL * len(groups) * len(used) and sum(ends) >= BROKEN_OFF * len(ends)


def _numbered(group: Group, column: int) -> bool:
    texts = _texts(group, column)
    return len(texts) == 1 and any(map(str.isdigit, texts[0].text))


def _room(texts: Sequence[Chunk], column: Span) -> float:
    """The width for text in a column: its margins are the least white beside any text."""
    margin = min(min(k.x0 - column[0], column[1] - k.x1) for k in texts)
    return column[1] - column[0] - 2 * max(margin, 0.0)


def _stops(above: Group, below: Group, room: Mapping[int, float]) -> bool:
    """Whether in most columns the first word below would have fitted behind the last text above."""
    both = fits = 0
    for c, width in room.items():
        upper, lower = _texts(above, c), _texts(below, c)
        if upper and lower:
            last, first = max(upper, key=lambda k: (k.bottom, k.x1)), lower[0].words[0]
            both += 1
            fits += (last.x1 - last.x0) + FIT_EM * first.size + first.box.width <= width
    return both >= min(2, len(room)) and 2 * fits > both
