"""What colours mean, by the legend beside a table; each limit on both sides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outline.typeset import page, put

from agendapack.extract.model import Box, Colour, Fill
from agendapack.extract.outline.legend import legend
from agendapack.extract.outline.lines import lines

RED: Colour = (200, 0, 0)


def meaning(side: float = 10.0, gap: float = 4.0, text: str = "Off target", colour: Colour = RED) -> str:
    swatch = Fill(Box(60, 65.5 - side / 2, 60 + side, 65.5 + side / 2), colour)
    printed = replace(page(1, put(60 + side + gap, 60, text)), fills=(swatch,))
    return legend([printed], {1: lines(printed)}).get(colour, "")


@pytest.mark.parametrize(("side", "found"), [(3.0, False), (4.5, True), (38.0, True), (45.0, False)])
def test_a_swatch_is_a_small_square(side: float, found: bool) -> None:
    assert bool(meaning(side=side)) == found


@pytest.mark.parametrize(("gap", "found"), [(8.0, True), (12.0, False)])
def test_its_word_stands_beside_it(gap: float, found: bool) -> None:
    assert bool(meaning(gap=gap)) == found


@pytest.mark.parametrize(("text", "found"), [("Off target by far", True), ("Off target by very far", False)])
def test_an_entry_is_a_short_phrase(text: str, found: bool) -> None:
    assert bool(meaning(text=text)) == found


@pytest.mark.parametrize(("grey", "found"), [(240, True), (250, False)])
def test_white_means_nothing(grey: int, found: bool) -> None:
    assert bool(meaning(colour=(grey, grey, grey))) == found
