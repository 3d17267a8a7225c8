"""What speaks for or against a table where no rules enclose one: shares between 0 and 1, by their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from agendapack.extract.find.accept.paced import is_paced
from agendapack.extract.find.accept.proposed import Proposed, is_figure
from agendapack.extract.find.page.prose import ITEM
from agendapack.extract.model import Cell

CLEAR_PT = 0.6
"""How little a rule between two rows may touch their texts."""
ENOUGH_RULES = 2
"""Level rules that make a table as surely as more do."""
FEW = 4
"""Cells of the smallest table there is."""
NEAR_EM = 0.3
"""How near to each other texts begin, end or have their middles in one column."""
EDGE = 0.09
"""The part of a page at its top or foot where running heads and numbers of pages stand."""
LEADER = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}")
"""Dots that lead the eye to a page number."""
MAX_SAME = 4
"""Headings on one page in a contents list."""
MAX_CONTENTS = 3
"""Columns of a contents list."""
MAX_DIGITS = 3
"""Digits of a page number."""
SHARE_OF_FIGURES = 0.25
"""Share of cells with figures under a head that makes these a table's."""

Sign = Callable[[Proposed], float]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def rows_many(of: Proposed) -> float:
    """Rows, none for two and nearing one for very many."""
    return 1 - 2 / max(of.grid.rows, 2)


def columns_many(of: Proposed) -> float:
    """The same for columns."""
    return 1 - 2 / max(of.grid.columns, 2)


def cells_few(of: Proposed) -> float:
    """One for four cells, less the more there are."""
    return min(1.0, _share(FEW, len(of.filled)))


def side_by_side(of: Proposed) -> float:
    """Rows with texts side by side."""
    return _share(sum(len(row) > 1 for row in of.rows), len(of.rows))


def places_filled(of: Proposed) -> float:
    """Places that a text takes."""
    return _share(sum(c.row_span * c.column_span for c in of.filled), of.grid.rows * of.grid.columns)


def row_full(of: Proposed) -> float:
    """Columns that the fullest row fills."""
    return _share(max(map(len, of.rows), default=0), of.grid.columns)


def figure_columns(of: Proposed) -> float:
    """Columns behind the first that hold figures, most of them, below their first text."""
    columns = [column[1:] or column for column in of.columns[1:]]
    return _share(sum(2 * sum(map(is_figure, c)) > len(c) for c in columns), len(columns))


def head_set_off(of: Proposed) -> float:
    """Headings in another weight or colour than most cells below."""
    if not of.body:
        return 0.0
    usual = Counter(map(_look, of.body)).most_common(1)[0][0]
    return _share(sum(_look(c) != usual for c in of.head), len(of.head))


def head_over_figures(of: Proposed) -> float:
    """Whether words stand over figures."""
    return float(bool(of.body) and sum(map(is_figure, of.body)) > SHARE_OF_FIGURES * len(of.body))


def labels_set_off(of: Proposed) -> float:
    """By how much more of the texts in the first column are bold than of the others, the first row apart."""
    first = [c for c in of.columns[0] if c.row > 0]
    others = [c for column in of.columns[1:] for c in column if c.row > 0]
    return max(0.0, _bold(first) - _bold(others)) if len(first) > 1 and others else 0.0


def rows_ruled_off(of: Proposed) -> float:
    """White between rows in which a wide rule stands."""
    whites = [(a, b) for (_, a), (b, _) in pairwise(of.spans)]
    ruled = [any(a - CLEAR_PT <= y <= b + CLEAR_PT for y in of.wide) for a, b in whites]
    return _share(sum(ruled), len(ruled))


def ruled(of: Proposed) -> float:
    """Wide rules, two or more for one."""
    return min(1.0, len(set(map(round, of.wide))) / ENOUGH_RULES)


def cells_broken(of: Proposed) -> float:
    """Texts below the first row that begin in the middle of a sentence, as lines of running text do."""
    below = [c for row in of.rows[1:] for c in row]
    return _share(sum(c.text[:1].islower() for c in below), len(below))


def only_numbered(of: Proposed) -> float:
    """Rows of a number or bullet and a text, where nothing else stands beside these."""
    if of.grid.columns > 2:
        return 0.0
    items = [r for r in of.rows if len(r) == 2 and _is_number(r[0]) and not is_figure(r[1])]
    return _share(len(items), len(of.rows))


def labels_colon(of: Proposed) -> float:
    """Labels with a colon, for each row: letters, forms and front sheets have them."""
    return min(1.0, _share(sum(c.text.rstrip().endswith(":") for c in of.filled), len(of.rows)))


def led(of: Proposed) -> float:
    """Rows with dots that lead to a page number."""
    return _share(sum(any(LEADER.search(c.text) for c in row) for row in of.rows), len(of.rows))


def paged(of: Proposed) -> float:
    """Rows of a title, with its number or not, and a page number; such numbers are whole and never fall."""
    if of.grid.columns > MAX_CONTENTS:
        return 0.0
    last = [row[-1].text for row in of.rows if len(row) > 1 and not is_figure(row[-2])]
    pages = [int(text) for text in last if text.isdecimal() and len(text) <= MAX_DIGITS]
    rising = len(pages) > 1 and pages == sorted(pages) and max(Counter(pages).values()) <= MAX_SAME
    return _share(len(pages), len(of.rows)) if rising else 0.0


def edges_shared(of: Proposed) -> float:
    """Texts that begin, end or have their middles where most of their column do."""
    columns = [boxes for boxes in of.places if len(boxes) > 1]
    near = NEAR_EM * of.em
    shared = (
        max(
            _most([b.x0 for b in boxes], near),
            _most([b.x1 for b in boxes], near),
            _most([b.mid_x for b in boxes], near),
        )
        for boxes in columns
    )
    return _share(sum(shared), sum(map(len, columns)))


def rows_apart(of: Proposed) -> float:
    """White between rows, half of them at least, in the size of letters; one for as much and more."""
    whites = [(b - a) / of.em for (_, a), (b, _) in pairwise(of.spans)]
    return min(1.0, max(0.0, median(whites))) if whites else 0.0


def paced(of: Proposed) -> float:
    """Whether more white parts all rows than the lines of their cells."""
    return float(is_paced(of.grid))


def at_edge(of: Proposed) -> float:
    """Whether it stands where running heads and numbers of pages do."""
    height = of.grid.page_size[1]
    return float(of.grid.box.bottom < EDGE * height or of.grid.box.top > (1 - EDGE) * height)


def page_wide(of: Proposed) -> float:
    """Share of the page's width that it takes."""
    return min(1.0, _share(of.grid.box.width, of.grid.page_size[0]))


def sizes_many(of: Proposed) -> float:
    """Words in other sizes than the two that most have: headings or notes may have their own."""
    sizes = Counter(round(2 * w.size) for c in of.filled for w in c.words)
    return 1 - _share(sum(n for _, n in sizes.most_common(2)), sizes.total())


SIGNS: Mapping[str, Sign] = {
    sign.__name__: sign
    for sign in (
        rows_many, columns_many, cells_few, side_by_side, places_filled, row_full, figure_columns,
        head_set_off, head_over_figures, labels_set_off, rows_ruled_off, ruled, cells_broken,
        only_numbered, labels_colon, led, paged, edges_shared, rows_apart, paced, at_edge, page_wide,
        sizes_many,
    )
}  # fmt: skip
"""All that is asked of a grid."""


def _look(cell: Cell) -> tuple[bool, bool]:
    return cell.bold, cell.fill is not None


def _bold(cells: Sequence[Cell]) -> float:
    return _share(sum(c.bold for c in cells), len(cells))


def _is_number(cell: Cell) -> bool:
    """Whether a number, a letter or a bullet is all that a cell holds, each on a line of its own."""
    return bool(cell.text) and all(ITEM.match(line) for line in cell.lines)


def _most(places: Sequence[float], near: float) -> int:
    """How many of the places are near the one that most are near."""
    ordered = sorted(places)
    first = last = most = 0
    for place in ordered:
        while place - ordered[first] > near:
            first += 1
        while last < len(ordered) and ordered[last] - place <= near:
            last += 1
        most = max(most, last - first)
    return most
