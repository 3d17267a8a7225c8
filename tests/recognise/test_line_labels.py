"""Cards whose labels only begin lines, as those of other cards do, and texts that are none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import table

from agendapack.extract.model import Cell, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.line_labels import cards_by_lines
from agendapack.extract.records import records

LABELS = ("Kept by", "Sought", "Drawn from")
CARDS = (
    ("QM1 – Boats berthed", "Harbour Office", "410 a year", "Berth book"),
    ("QM2 – Eels landed", "Fish Quay / and the market", "32 tonnes", "Sales notes"),
    ("QM3 – Lamps lit", "Lighting Team", "98%", "Night rounds"),
    ("QM4 – Days of fog", "Pilot Station", "No target", "Log"),
)


def printed(cards: Sequence[Sequence[str]], labels: Sequence[str] = LABELS, abreast: int = 2) -> Table:
    """Cards in the cells of a table, each label at the beginning of a line."""
    cells = [
        " / ".join([title, *(f"{label} {value}" for label, value in zip(labels, values, strict=True))])
        for title, *values in cards
    ]
    return table(*(" | ".join(cells[n : n + abreast]) for n in range(0, len(cells), abreast)))


def read(cards: Sequence[Sequence[Cell]] | None) -> list[list[str]]:
    return [[cell.flat for cell in row] for row in cards or ()]


@pytest.mark.parametrize("abreast", [1, 2, 4])
def test_the_texts_of_each_card_stand_one_under_another(abreast: int) -> None:
    found = read(cards_by_lines(printed(CARDS, abreast=abreast)))
    assert found == [
        line
        for title, *values in CARDS
        for line in ([title], *([a, b.replace(" / ", " ")] for a, b in zip(LABELS, values, strict=True)))
    ]


def test_words_stay_with_their_texts() -> None:
    found = cards_by_lines(printed(CARDS)) or ()
    assert all(cell.flat == " ".join(w.text for w in cell.words) for row in found for cell in row)


@pytest.mark.parametrize(
    ("cards", "labels"),
    [
        pytest.param(CARDS[:3], LABELS, id="MIN_CELLS"),
        pytest.param(CARDS, LABELS, id="more"),
        pytest.param(CARDS, ("Kept by", "Sought this year", "Drawn from"), id="MAX_LABEL_WORDS"),
    ],
)
def test_labels_that_come_again(cards: Sequence[Sequence[str]], labels: Sequence[str]) -> None:
    assert cards_by_lines(printed(cards, labels, abreast=1)) is not None


@pytest.mark.parametrize(
    ("cards", "labels"),
    [
        pytest.param(CARDS[:2], LABELS, id="MIN_CELLS fewer"),
        pytest.param([card[:3] for card in CARDS], LABELS[:2], id="MIN_LABELS fewer"),
        pytest.param([*CARDS, ("A note on all", "x", "y", "z")], ("", "", ""), id="no labels"),
    ],
)
def test_too_little_comes_again(cards: Sequence[Sequence[str]], labels: Sequence[str]) -> None:
    assert cards_by_lines(printed(cards, labels, abreast=1)) is None


def test_a_text_beside_the_cards_is_not_passed_over() -> None:
    beside = printed([*CARDS, ("A note", "on", "all", "of these")], abreast=1)
    last = beside.rows[-1].cells[0].text
    assert "Kept by on" in last
    assert (
        cards_by_lines(table(*(c.text.replace("\n", " / ") for r in beside.rows for c in r.cells), "A note"))
        is None
    )


@given(st.lists(st.text("abc ", min_size=12, max_size=60), min_size=3, max_size=9))
def test_no_word_of_a_card_is_lost(texts: list[str]) -> None:
    made = table(
        *(" / ".join(" ".join(t[n : n + 8].split()) or "x" for n in range(0, len(t), 8)) for t in texts)
    )
    found = cards_by_lines(made)
    if found is not None:
        own = [word for row in found for cell in row for word in cell.flat.split()]
        assert own == [w for row in made.rows for cell in row.cells for w in cell.flat.split()]


def test_indicators_on_cards_abreast_are_read() -> None:
    found = recognise(
        [printed(CARDS, ("Metric", "Target", "Source"))], lambda _: Around("Monitoring", ("Indicators",))
    )
    assert [f.kind for f in found] == ["indicators"]
    made = records(found, lambda _: Around("Monitoring"))
    assert [i.indicator_ref for i in made.indicators] == ["QM1", "QM2", "QM3", "QM4"]
