"""Indicators that a row lists one a paragraph, beside values that speak of the row."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records

WANTED = "To keep what there is and let more of them"


@pytest.mark.parametrize(
    ("target", "listed"),
    [
        (WANTED[:-2], ["Number of tugs hired by day Number of ships piloted in the winter"]),
        (WANTED, ["Number of tugs hired by day", "Number of ships piloted in the winter"]),
    ],
    ids=["MAX_VALUE_CHARS", "MAX_VALUE_CHARS more"],
)
def test_a_sentence_in_a_column_of_values_is_of_no_one_indicator(target: str, listed: list[str]) -> None:
    rows = (f"Policy {k} | Number of berths let by the season {k} | {40 + k}%" for k in range(4))
    last = f"Policy 4 | Number of tugs hired by day / Number of ships piloted in the winter | {target}"
    found = recognise([table("*Policy | *Indicators | *Target", *rows, last)])
    made = records(found, lambda _: Around("Quays")).indicators
    assert [one.definition for one in made[4:]] == listed
