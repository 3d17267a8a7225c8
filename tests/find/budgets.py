"""A table of figures that tests draw, and the one grid found."""

from __future__ import annotations

from find.drawn import texts

BUDGET = [
    ["Service", "Budget", "Spent"],
    ["Parks", "1,200", "1,150"],
    ["Libraries", "860", "(12)"],
    ["Street cleaning", "2,340", "2,410"],
    ["Total", "4,400", "3,548"],
]
XS = [60.0, 300.0, 400.0]


def only(grids: list) -> list[list[str]]:  # type: ignore[type-arg]
    assert len(grids) == 1
    return texts(grids[0])
