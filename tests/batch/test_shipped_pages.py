"""Pages go from worker to worker: what comes out is what went in, and takes less."""

from __future__ import annotations

import math

from agendapack.extract.batch.shipped_pages import packed, unpacked
from agendapack.extract.model import Box, Fill, Note, Page, Rule, Word

PLAIN = Word("Mend", Box(50.1, 70.25, 81.7, 80.0), 9.0)
SET = Word("R00F", Box(-0.0, 0.0, 1 / 3, 1e9), 9.0, True, True, 270, True, "ROOF", 0.75, True)
FIRST = Page(
    number=7,
    width=595.0,
    height=842.0,
    words=(PLAIN, SET),
    rules=(Rule(Box(1, 2, 3, 2), True),),
    fills=(Fill(Box(1, 2, 3, 4), (1, 2, 3)),),
    hidden=(PLAIN,),
    furniture=(SET, SET),
    notes=(Note("unread_page", 7, None, "dark"),),
    turned=90,
)
SECOND = Page(8, 595.0, 842.0, (PLAIN,))


def test_pages_come_as_they_went() -> None:
    parts = [packed([FIRST, SECOND]), packed([]), packed([Page(9, 0.0, 0.0)])]
    first, second, empty = unpacked(parts)
    assert (first, second, empty) == (FIRST, SECOND, Page(9, 0.0, 0.0))
    assert math.copysign(1, first.words[1].box.x0) == -1
    assert not parts


def test_equal_numbers_are_one_object() -> None:
    first, second = unpacked([packed([FIRST]), packed([SECOND])])
    assert first.words[0].box.bottom is second.words[0].box.bottom
    assert first.words[0].size is first.words[1].size
