"""Invented tables that hold no records of ours, and resemble them."""

from __future__ import annotations

from random import Random

from learning import cells as cells_of
from learning import dates_in_cells, figures_in_cells, no_records_money, no_records_people, no_records_texts
from learning.example import OTHER, UNTOLD, Bank, Drawn, Example
from learning.others import other_table
from learning.scraps import NAMES
from learning.typeset import typeset

SHARED = (
    NAMES,
    dates_in_cells.dates,
    cells_of.refs,
    figures_in_cells.values,
    figures_in_cells.levels,
    figures_in_cells.money,
)
"""Cells that stand in other tables as they do in ours: what they mean is not told."""

NONE = {**no_records_money.TABLES, **no_records_people.TABLES, **no_records_texts.TABLES}
"""By what they list: titles over the table; of each column titles, cells, and share of tables that have it."""
DESCRIBED = 0.5
"""Share of these tables that others.yaml describes."""


def no_records(rnd: Random, bank: Bank, count: int) -> Example:
    """A table that holds no records of ours."""
    if rnd.random() < DESCRIBED:
        title, described = other_table(rnd, count)
        told = [Drawn(c.levels, UNTOLD if c.common else OTHER, c.cells) for c in described]
        if len(told) > 1:
            return typeset(rnd, "none", told, title if rnd.random() < 0.6 else "")
    sort = rnd.choice(sorted(NONE))
    titles, said = NONE[sort]
    columns = [
        Drawn(
            ((rnd.choice(names) if rnd.random() < 0.93 else ""),),
            UNTOLD if draw in SHARED or draw.__name__ == "pick" else OTHER,
            draw(rnd, count),
        )
        for names, draw, share in said
        if rnd.random() < share
    ]
    if len(columns) < 2:
        names, draw, _ = said[-1]
        columns.append(Drawn((rnd.choice(names),), OTHER, draw(rnd, count)))
    return typeset(rnd, "none", columns, rnd.choice(titles) if rnd.random() < 0.6 else "")
