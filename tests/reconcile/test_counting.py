"""Whether a number in a sentence counts what is now."""

from __future__ import annotations

import pytest

from agendapack.extract.reconcile.counting import about_now


@pytest.mark.parametrize(
    ("before", "counts"),
    [
        ("At the end of September ", True),
        ("By March 2032 ", True),
        ("During June ", True),
        ("On September ", False),
        ("Action ", False),
        ("Since 2031 ", False),
        ("of the measures ", True),
    ],
)
def test_a_month_that_ends_before_a_number_names_nothing(before: str, counts: bool) -> None:
    assert about_now(before, " measures were green") is counts
