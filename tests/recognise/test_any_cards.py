"""Whatever texts come again in whatever places: reading cards ends without an error and invents no text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.alike_cards import packs_of_cards
from agendapack.extract.recognise.card_packs import read_cards

TEXTS = (
    "Owner", "*Owner", "{grey} Owner", "Due", "*Score today", "Impact", "*Still to be done",
    "RK-1 Silt comes back", "Jo Kerr", "May 2032", "12", "RK-1.1", "Likelihood 4, Impact 3",
    "None", "", "<", "{amber}",
)  # fmt: skip
WIDE = 3

rows = st.lists(st.sampled_from(TEXTS), min_size=WIDE, max_size=WIDE).filter(lambda row: row[0] != "<")
sheets = st.lists(rows, min_size=1, max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.lists(sheets, min_size=1, max_size=3), st.integers(1, 4))
def test_any_texts_that_come_again(parts: list[list[list[str]]], times: int) -> None:
    tables = [
        table(*(" | ".join(row) for row in part), number=n, top=60.0 + 90 * n)
        for n, part in enumerate(parts * times)
    ]
    read_cards(tables, lambda _: Around())
    printed = {word for one in tables for row in one.rows for cell in row.cells for word in cell.text.split()}
    values = [
        pair.value for cards in packs_of_cards(tables) for card in cards for pair in card.pairs.values()
    ]
    assert {word.strip("•–,;") for value in values for word in value.text.split()} - {""} <= {
        word.strip(",") for word in printed
    }
