"""Headings by their look, each limit on both sides."""

from __future__ import annotations

import pytest
from outline.typeset import column, put

from agendapack.extract.model import Word
from agendapack.extract.outline.headings import Heading, headings
from agendapack.extract.outline.lines import lines_of

BODY = column(60, 600, *["The text of the report that runs on over the page and says much"] * 9)


def read(*lines: list[Word]) -> list[Heading]:
    return headings({1: lines_of(1, [word for line in (*lines, BODY) for word in line])})


@pytest.mark.parametrize(("size", "found"), [(13.0, 1), (12.0, 0)])
def test_larger_text_is_a_heading(size: float, found: int) -> None:
    assert len(read(put(60, 60, "The state of the quays", size=size))) == found


@pytest.mark.parametrize(("words", "found"), [(30, 1), (31, 0)])
def test_a_heading_has_few_words(words: int, found: int) -> None:
    assert len(read(put(60, 60, " ".join(["quay"] * words), "b"))) == found


@pytest.mark.parametrize(("white", "found"), [(9.0, 1), (11.0, 2)])
def test_lines_of_a_heading_follow_close(white: float, found: int) -> None:
    assert len(read(put(60, 60, "The state of", "b"), put(60, 71 + white, "the long quays", "b"))) == found


@pytest.mark.parametrize(("indent", "found"), [(35, 1), (45, 2)])
def test_lines_of_a_heading_are_set_flush_or_centred(indent: float, found: int) -> None:
    assert len(read(put(60, 60, "The state of", "b"), put(60 + indent, 74, "the old quay", "b"))) == found


def test_there_are_six_levels() -> None:
    found = read(*(put(60, 60 + 60 * i, "Quays and berths", size=30.0 - 2 * i) for i in range(8)))
    assert [heading.level for heading in found] == [1, 2, 3, 4, 5, 6, 6, 6]


@pytest.mark.parametrize(
    ("second", "said"), [("2032", ["The state at the end of 2032"]), ("41", ["The state at the end of"])]
)
def test_a_heading_may_go_on_with_a_year_alone(second: str, said: list[str]) -> None:
    found = read(put(60, 60, "The state at the end of", "b", size=13), put(60, 76, second, "b", size=13))
    assert [heading.text for heading in found] == said


def test_a_year_alone_is_no_heading() -> None:
    assert read(put(60, 60, "2032", "b", size=13)) == []
