"""What speaks for or against a proposed table: a share between 0 and 1 each, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from agendapack.extract.find.choose.around import rows_going_on, texts_above, texts_below, texts_beside
from agendapack.extract.find.choose.cells import (
    cells_spanning,
    columns_of_a_kind,
    figures_stacked,
    head_set_off,
    places_filled,
    texts_side_by_side,
    weights_mixed,
    words_cut,
)
from agendapack.extract.find.choose.drawn import (
    by_colours,
    by_rules,
    cells_ruled,
    coloured_missed,
    colours_crossed,
    framed_missed,
    gaps_bridged,
    rows_unframed,
    rules_crossed,
    rules_ignored,
)
from agendapack.extract.find.choose.rows import (
    lines_apart,
    lines_in_step,
    rows_begun,
    rows_close,
    rows_of_one,
    running_text,
)
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.model import Grid

Clue = Callable[[Grid, Evidence], float]
OWN: Mapping[str, Clue] = {
    clue.__name__: clue
    for clue in (
        words_cut, texts_side_by_side, weights_mixed, figures_stacked, rules_crossed, colours_crossed,
        framed_missed, coloured_missed, cells_ruled, rows_begun, rows_of_one, places_filled, cells_spanning,
        running_text, head_set_off, columns_of_a_kind, by_rules, by_colours, lines_in_step, lines_apart,
        rows_close, rules_ignored, gaps_bridged, rows_unframed, rows_going_on,
    )
}  # fmt: skip
"""Clues to a table by itself."""
AROUND: Mapping[str, Clue] = {clue.__name__: clue for clue in (texts_beside, texts_above, texts_below)}
"""Clues of what other tables leave around it."""
CLUES: Mapping[str, Clue] = {**OWN, **AROUND}
