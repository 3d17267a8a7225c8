"""Both sides of the bounds by which words are lines, chunks and running text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import spaced, words

from agendapack.extract.find.page.justified_text import justified
from agendapack.extract.find.page.letters import mostly_letters
from agendapack.extract.find.page.lines import chunk_of, printed_lines
from agendapack.extract.find.page.prose import is_prose
from agendapack.extract.find.page.row_line import RowLine, overlap


@pytest.mark.parametrize(
    ("gaps", "width", "spaces"),
    [
        ((6.1,) * 4, 16, 4),
        ((5.9,) * 4, 16, 0),
        ((7, 7, 7, 8.2), 16, 4),
        ((7, 7, 7, 8.3), 16, 0),
        ((7,) * 3, 16, 0),
        ((7,) * 4, 15.9, 0),
    ],
    ids=["stretched", "usual", "alike", "unlike", "three", "words of one length"],
)
def test_justified_text(gaps: tuple[float, ...], width: float, spaces: int) -> None:
    made = spaced(*gaps)
    first = replace(made[0], box=replace(made[0].box, x0=made[0].box.x1 - width))
    rest = [replace(w, box=replace(w.box, x0=w.box.x1 - 10)) for w in made[1:]]
    shifted, x = [first], first.box.x1
    for gap, w in zip(gaps, rest, strict=True):
        shifted.append(replace(w, box=replace(w.box, x0=x + gap, x1=x + gap + 10)))
        x += gap + 10
    assert len(justified(shifted)) == spaces


@pytest.mark.parametrize(("text", "letters"), [("abcdefg123", True), ("abcdef1234", False)])
def test_text_of_letters(text: str, letters: bool) -> None:
    assert mostly_letters(text) is letters


@pytest.mark.parametrize(("count", "prose"), [(8, True), (7, False)])
def test_eight_words_are_running_text(count: int, prose: bool) -> None:
    assert is_prose(chunk_of(words("mend " * count, 50, 100))) is prose


@pytest.mark.parametrize(("top", "beside"), [(6.4, True), (6.6, False)])
def test_lines_that_stand_beside_each_other(top: float, beside: bool) -> None:
    assert overlap(RowLine(0, 10, 8, 10), RowLine(top, top + 10, top + 8, 10)) is beside


@pytest.mark.parametrize(
    ("base", "size", "count", "lines"),
    [
        (102.9, 10, 1, 1),
        (103.1, 10, 1, 2),
        (95, 7.9, 1, 1),
        (95, 8.1, 1, 2),
        (94.1, 6, 1, 1),
        (93.9, 6, 1, 2),
        (95, 6, 4, 1),
        (95, 6, 5, 2),
    ],
    ids=["level", "lower", "small", "as large", "raised", "above", "four marks", "five"],
)
def test_words_of_one_line(base: float, size: float, count: int, lines: int) -> None:
    others = words("1 " * count, 200, base, size)
    assert len(printed_lines([*words("Berths let", 50, 100), *others])) == lines


@pytest.mark.parametrize(
    ("gaps", "chunks"),
    [
        ((9.4,), 1),
        ((9.6,), 2),
        ((2.5, 7.1, 2.5, 7.1, 2.5), 3),
        ((2.5, 6.9, 2.5, 6.9, 2.5), 1),
        ((3.5, 7.8, 3.5, 7.8, 3.5), 3),
        ((3.5, 7.6, 3.5, 7.6, 3.5), 1),
        ((2.5, 7.1, 2.5), 1),
        ((*[2.5] * 4, 7.1, 2.5, 7.1), 3),
        ((*[2.5] * 5, 7.1, 2.5, 7.1), 1),
        ((1.1, 4, 8, 4, 8, 4), 3),
        ((0.9, 4, 8, 4, 8, 4), 1),
    ],
    ids=[
        "a space",
        "a column",
        "steps",
        "spaces",
        "clear steps",
        "unclear",
        "one step",
        "five words between",
        "six",
        "a narrow space",
        "parts of a word",
    ],
)
def test_texts_side_by_side(gaps: tuple[float, ...], chunks: int) -> None:
    (line,) = printed_lines(spaced(*gaps))
    assert len(line.chunks) == chunks


@pytest.mark.parametrize(
    ("first", "second", "gap", "chunks"),
    [
        ("12", "34", 4.9, 1),
        ("12", "34", 5.1, 2),
        ("£", "34", 99, 1),
        ("£", "34", 101, 2),
        ("•", "Mend", 29, 1),
        ("•", "Mend", 31, 2),
    ],
)
def test_gaps_behind_figures_and_signs(first: str, second: str, gap: float, chunks: int) -> None:
    left = words(first, 50, 100)
    (line,) = printed_lines([*left, *words(second, left[0].box.x1 + gap, 100)])
    assert len(line.chunks) == chunks
