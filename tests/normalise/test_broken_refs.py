"""References whose numbers a text layer tears apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.broken_refs import rejoined_refs

KNOWN = {"QX A06", "QX A07", "QX A10", "NI 5", "NI 7", "NI 57"}


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("QX A 0 7 – QX A10", "QX A 07 – QX A10"),
        ("QX A0\n7", "QX A07"),
        ("NI 5 7", "NI 5 7"),  # may be two
        ("QX A0 8", "QX A0 8"),  # nothing knows it
        ("QX A06 10 berths", "QX A06 10 berths"),
        ("12 000 berths", "12 000 berths"),
    ],
)
def test_only_known_references_are_put_together(torn: str, whole: str) -> None:
    assert rejoined_refs(torn, KNOWN) == whole


@given(st.text(alphabet="QXA 0671–,\n", max_size=30))
def test_nothing_but_blanks_goes(text: str) -> None:
    assert "".join(rejoined_refs(text, KNOWN).split()) == "".join(text.split())
