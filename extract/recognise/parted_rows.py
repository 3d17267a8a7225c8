"""Rows of forms that are parted: titles over texts at the left, others at the right, a pair beside them.

What is printed in the same place of each form is its own. Two of such texts side by side are titles: what
stands below them in their columns, down to the next such text, is said under them, whatever stands beside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Table
from agendapack.extract.recognise.card_rows import MIN_TITLES, Lead, name_of
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE
from agendapack.extract.recognise.labels_apart import Texts, opened
from agendapack.extract.recognise.sided_ratings import sided

MIN_OWN = 4
"""Texts that forms of one kind have in the same places."""
MOST = 0.75
"""Share of the forms of one kind in which a text of theirs is printed."""


@dataclass(frozen=True, slots=True)
class _Titles:
    """Titles side by side: their row, and the columns from the first to the last."""

    row: int
    first: int
    last: int
    cells: Sequence[Cell]

    def holds(self, cell: Cell) -> bool:
        """Whether a cell begins in these columns."""
        return self.first <= cell.column <= self.last


def parted(tables: Sequence[Table], texts: Sequence[Texts]) -> list[Texts]:
    """The texts of each table, row by row, what stands under titles behind them; nothing of other tables."""
    once = [_printed_once(rows) for rows in texts]
    found: list[Texts] = []
    for rows, mine in zip(texts, once, strict=True):
        alike = [own for own in once if len(own & mine) >= MIN_OWN]
        many = Counter(lead for own in alike for lead in own)
        own = {lead for lead in mine if len(alike) >= MIN_ALIKE and many[lead] >= MOST * len(alike)}
        titles = [*_titles(rows, own)]
        found.append(_parted(rows, titles, own) if _any_beside(rows, titles) else [])
    return found


def _printed_once(rows: Texts) -> frozenset[Lead]:
    """The texts that may be those of a form, each with its column; labels in cells of their values too."""
    leads = Counter((cell.column, name_of(said)) for row in rows for cell in row for said in opened(cell)[:1])
    return frozenset(lead for lead, count in leads.items() if count == 1 and _may_title(lead))


def _may_title(lead: Lead) -> bool:
    """Whether a text may be printed on forms: words, without figures."""
    said = "".join(lead[1])
    return any(map(str.isalpha, said)) and not any(map(str.isdigit, said))


def _titles(rows: Texts, own: set[Lead]) -> Iterator[_Titles]:
    """The runs of such texts in each row."""
    for n, row in enumerate(rows):
        run: list[Cell] = []
        for cell in [*row, None]:
            if cell is not None and (cell.column, name_of(cell)) in own:
                run.append(cell)
                continue
            if len(run) >= MIN_TITLES:
                last = run[-1].column + run[-1].column_span - 1
                yield _Titles(n, run[0].column, last, run)
            run = []


def _any_beside(rows: Texts, titles: Sequence[_Titles]) -> bool:
    """Whether something stands beside titles or what they head: a row by itself needs no parting."""
    return any(
        not one.holds(cell)
        for one in titles
        for n in (one.row, *_under(rows, one, titles))
        for cell in rows[n]
    )


def _under(rows: Texts, one: _Titles, titles: Sequence[_Titles]) -> range:
    """The rows below titles, down to the next ones in any of their columns."""
    below = (t.row for t in titles if t.row > one.row and t.first <= one.last and one.first <= t.last)
    return range(one.row + 1, min(below, default=len(rows)))


def _parted(rows: Texts, titles: Sequence[_Titles], own: set[Lead]) -> Texts:
    """What stands in no such columns row by row, and the titles with all that is said under them."""
    headed = {n: [t for t in titles if n in _under(rows, t, titles)] for n in range(len(rows))}
    found: list[Sequence[Cell]] = []
    for n, row in enumerate(rows):
        here = [t for t in titles if t.row == n]
        others = [c for c in row if not any(t.holds(c) for t in (*here, *headed[n]))]
        labelled = [c for c in others if (c.column, name_of(opened(c)[0])) in own and len(opened(c)) > 1]
        left = [c for c in others if c not in labelled]
        found += [left] if left else []
        found += map(opened, labelled)
        for one in here:
            found.append(one.cells)
            under = ([c for c in rows[m] if one.holds(c)] for m in _under(rows, one, titles))
            found += sided([cells for cells in under if cells])
    return found
