"""Words that a narrow column breaks without a hyphen."""

from __future__ import annotations

import pytest

from agendapack.extract.stitch.broken_words import rejoined

CASES = [
    ("Timescal\ne", "Timescale\n"),
    ("Responsibil\nity for it", "Responsibility\n for it"),
    ("Parlia\nment", "Parlia\nment"),  # too much of a word for a narrow column's last letters
    ("Ques\nt", "Quest\n"),
    ("Und\ner", "Und\ner"),  # too little of one to tell
    ("the report\nto us", "the report\nto us"),
]


@pytest.mark.parametrize(("broken", "whole"), CASES)
def test_rejoined(broken: str, whole: str) -> None:
    assert rejoined(broken) == whole
