"""Whether what only alignment shows is a table: a log-linear score of what speaks for it and against it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from agendapack.extract.find.accept.proposed import Proposed, is_figure
from agendapack.extract.find.accept.signs import SIGNS, figure_columns, head_set_off
from agendapack.schemas.loading import data_file

TICKS = 0.5
"""Share of rows that are ticks of a scale."""
MIN_COLUMNS = 3
"""Columns of a table that no rule shows."""
BASE = "whatever_it_shows"
"""The weight of a grid before anything is asked of it."""


@cache
def weights() -> Mapping[str, float]:
    """What each sign is worth: `schemas/weights/accept.yaml`, which benchmarks/learn_accept.py writes."""
    return {name: float(worth) for name, worth in data_file("weights", "accept.yaml")["weights"].items()}


def is_aligned_table(proposed: Proposed) -> bool:
    """Whether more speaks for a table of several rows and columns than against it."""
    return is_weighed(proposed) and score(proposed) > 0


def is_weighed(proposed: Proposed) -> bool:
    """Whether there are rows and columns to weigh.

    Of two columns of texts that no rule shows nor headings in other letters, most are labels and text. Where
    half of the rows are a figure in the first column and nothing else, it is the scale of a chart.
    """
    ticks = sum(len(row) == 1 and row[0].column == 0 and is_figure(row[0]) for row in proposed.rows)
    if ticks >= TICKS * len(proposed.rows):
        return False
    shown = bool(proposed.wide) or 1.0 in (head_set_off(proposed), figure_columns(proposed))
    columns = proposed.grid.columns
    return proposed.grid.rows > 1 and (columns >= MIN_COLUMNS or columns > 1 and shown)


def score(proposed: Proposed) -> float:
    """How much more speaks for a table than against it."""
    worth = weights()
    return worth[BASE] + sum(worth.get(name, 0.0) * sign(proposed) for name, sign in SIGNS.items())
