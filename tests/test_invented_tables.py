"""Invented tables to learn from: the same every time, whole, and made of words that there are."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from learning.cells import OF
from learning.draw import CORE, drawn
from learning.example import heads
from learning.others import SHAPES, other_table, others
from learning.texts_in_cells import words


@pytest.mark.parametrize("part", ["learn", "held out"])
def test_a_table_is_whole_and_the_same_every_time(part: str) -> None:
    for seed in range(300):
        one, again = drawn(seed, part), drawn(seed, part)
        assert one.table == again.table
        assert len(one.meanings) == one.table.columns
        assert {sum(c.column_span for c in row.cells) for row in one.table.rows} == {one.table.columns}


def test_every_meaning_has_wordings_on_both_sides() -> None:
    for kind, (must, either, maybe) in CORE.items():
        for meaning in (*must, *either, *maybe):
            assert meaning in OF and len(heads()[meaning]) >= 3, (kind, meaning)


def test_what_is_described_can_be_drawn() -> None:
    for kind in others():
        for heads_said, cells, share, *rest in kind["columns"]:
            assert heads_said and 0 < float(share) <= 1 and rest in ([], ["row"])
            assert isinstance(cells, list) or cells in SHAPES or cells in words()


def test_columns_of_a_described_table_are_as_long_as_each_other() -> None:
    for seed in range(200):
        _, columns = other_table(Random(seed), 5)
        assert {len(column.cells) for column in columns} <= {5}
