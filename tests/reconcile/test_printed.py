"""Which record a cell belongs to: the one that stands as high, whatever else the page lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.model import Action, Box, PlacedCell, Source
from agendapack.extract.reconcile.printed import RULE, _Placed

HEIGHTS = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda t: Box(0, t[0], 100, t[0] + t[1]))


@given(st.lists(HEIGHTS, max_size=12), HEIGHTS)
def test_the_owner_of_a_cell_is_the_only_record_beside_it(boxes: list[Box], box: Box) -> None:
    records = [(n, Action(Source("p", box=b), "", str(n))) for n, b in enumerate(boxes)]
    beside = [
        (n, row)
        for (n, row), b in zip(records, boxes, strict=True)
        if min(b.bottom, box.bottom) - max(b.top, box.top) > RULE
    ]
    owner = _Placed(records).owner(PlacedCell(0, 0, 1, 1, 1, box))
    assert owner == (beside[0] if len(beside) == 1 else None)
