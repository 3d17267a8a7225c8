"""Both sides of the bounds by which letters read from a picture become words, and ink becomes lines."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402

from agendapack.extract.model import Box, Word  # noqa: E402
from agendapack.extract.ocr import recogniser  # noqa: E402
from agendapack.extract.ocr.picture import Mask  # noqa: E402
from agendapack.extract.ocr.recogniser import Letter, letters_of  # noqa: E402
from agendapack.extract.ocr.ruling import Ruling  # noqa: E402
from agendapack.extract.ocr.stroke_width import Print, _stroke  # noqa: E402
from agendapack.extract.ocr.textlines import (  # noqa: E402
    LineBox,
    _split,
    letter_height,
    text_ink,
    text_lines,
)
from agendapack.extract.ocr.words import Set, _is_raised, _raised_from, words_of  # noqa: E402

HOW = Set(base=80.0, size=100.0)
"""A line whose thresholds in em are so many pixels."""
WIDE = 50
"""Pixels of a letter."""


def mask(height: int, width: int, *boxes: tuple[int, int, int, int]) -> Mask:
    """Ink in boxes of x0, top, x1, bottom."""
    ink = np.zeros((height, width), np.bool_)
    for x0, top, x1, bottom in boxes:
        ink[top:bottom, x0:x1] = True
    return ink


def words(printed: str, *gaps: int, wide: int = WIDE, certainty: float = 1.0) -> list[Word]:
    """The words of letters with so many pixels of white between them; spaces are those that are read."""
    shown = [c for c in printed if c != " "]
    starts = [0]
    for gap in gaps:
        starts.append(starts[-1] + wide + gap)
    ink = mask(100, starts[-1] + wide, *((x, 8, x + wide, 80) for x in starts))
    places = iter(starts)
    letters = [Letter(c, 0.0 if c == " " else next(places) + wide / 2, certainty) for c in printed]
    assert len(shown) == len(starts)
    return words_of(letters, ink, LineBox(0, 0, ink.shape[1], 100), 0, HOW, 1.0)


def said(printed: str, *gaps: int) -> str:
    return " ".join(word.text for word in words(printed, *gaps))


@pytest.mark.parametrize(
    ("printed", "gaps", "read"),
    [
        pytest.param("ab", (24,), "a b", id="SPACE_SHARE SPACE_EM"),
        pytest.param("ab", (23,), "ab", id="SPACE_SHARE SPACE_EM less"),
        pytest.param("a b cd", (16, 16, 20), "a b c d", id="LEAST_SPACE_EM"),
        pytest.param("a b cd", (14, 14, 20), "a b cd", id="LEAST_SPACE_EM less"),
        pytest.param("a b cd", (149, 149, 50), "a b cd", id="COLUMN_EM"),
        pytest.param("a b cd", (151, 151, 50), "a b c d", id="COLUMN_EM more"),
        pytest.param("55", (35,), "5 5", id="FIGURE_SHARE"),
        pytest.param("55", (34,), "55", id="FIGURE_SHARE less"),
        pytest.param("a.", (34,), "a.", id="APART_EM"),
        pytest.param("a.", (36,), "a", id="APART_EM more"),
        pytest.param("a -b", (40, 16), "a – b", id="DASH_SHARE"),
        pytest.param("a -b", (40, 14), "a -b", id="DASH_SHARE less"),
    ],
)
def test_spaces_of_a_line(printed: str, gaps: Sequence[int], read: str) -> None:
    assert said(printed, *gaps) == read


@pytest.mark.parametrize(("wide", "read"), [(42, "–"), (41, "-")], ids=["DASH_EM", "DASH_EM less"])
def test_a_wide_hyphen_is_a_dash(wide: int, read: str) -> None:
    assert [word.text for word in words("-", wide=wide)] == [read]


def test_nothing_read_from_a_picture_is_certain() -> None:
    """SUREST."""
    assert [word.certainty for word in words("a")] == [0.999]
    assert [word.certainty for word in words("a", certainty=0.5)] == [0.5]


@pytest.mark.parametrize(("gap", "end"), [(6, 50.0), (4, 52.0)], ids=["LEAST_GAP_EM", "LEAST_GAP_EM less"])
def test_a_word_ends_at_the_gap_behind_it_or_halfway(gap: int, end: float) -> None:
    assert words("a b", gap)[0].box.x1 == end


@pytest.mark.parametrize(("seen", "end"), [(41.0, 50.0), (39.0, 24.5)], ids=["BLUR_EM", "BLUR_EM more"])
def test_a_letter_may_be_seen_before_the_gap_that_it_follows(seen: float, end: float) -> None:
    ink = mask(100, 130, (0, 8, 50, 80), (80, 8, 130, 80))
    letters = [Letter("a", 10.0, 1.0), Letter(" ", 0.0, 1.0), Letter("b", seen, 1.0)]
    assert words_of(letters, ink, LineBox(0, 0, 130, 100), 0, HOW, 1.0)[0].box.x1 == end


@pytest.mark.parametrize(
    ("figure", "raised"),
    [
        pytest.param((0, 10, 12, 61), True, id="RAISED_EM"),
        pytest.param((0, 10, 12, 62), False, id="RAISED_EM less"),
        pytest.param((0, 0, 12, 60), True, id="MARK_EM"),
        pytest.param((0, 0, 12, 61), False, id="MARK_EM more"),
        pytest.param((0, 10, 11, 50), False, id="LEAST_MARK_EM less"),
    ],
)
def test_a_raised_figure(figure: tuple[int, int, int, int], raised: bool) -> None:
    assert _is_raised(mask(100, 20, figure), HOW) is raised


@pytest.mark.parametrize(
    ("figures", "bridge", "left"),
    [
        pytest.param(2, 0, 1, id="MAX_MARK"),
        pytest.param(3, 0, 2, id="MAX_MARK more"),
        pytest.param(1, 15, 1, id="TOUCH"),
        pytest.param(1, 16, 2, id="TOUCH more"),
    ],
)
def test_figures_of_a_footnote_mark(figures: int, bridge: int, left: int) -> None:
    """A letter, so many raised figures behind it, the first perhaps touching it."""
    marks = [(60 + 25 * n, 5, 75 + 25 * n, 45) for n in range(figures)]
    ink = mask(100, 60 + 25 * figures, (0, 8, WIDE, 80), *marks, (WIDE, 10, 60, 10 + bridge))
    letters = [Letter("a", 25.0, 1.0), *(Letter("2", x + 7.5, 1.0) for x, *_ in marks)]
    assert _raised_from(letters, ink, 0, marks[-1][2], HOW) == left


# --- lines -----------------------------------------------------------------------------------------


def bare(ink: Mask) -> Ruling:
    """No rules at all."""
    return Ruling((), (), np.zeros(ink.shape, np.bool_))


@pytest.mark.parametrize(
    ("spot", "scale", "kept"),
    [
        pytest.param((6, 6), 10, True, id="SPECK_PT"),
        pytest.param((5, 5), 10, False, id="SPECK_PT less"),
        pytest.param((9, 80), 1, True, id="MOST_LETTER_PT"),
        pytest.param((9, 81), 1, False, id="MOST_LETTER_PT more"),
    ],
)
def test_ink_that_is_of_letters(spot: tuple[int, int], scale: float, kept: bool) -> None:
    ink = mask(100, 30, (10, 10, 10 + spot[0], 10 + spot[1]))
    assert bool(text_ink(ink, bare(ink), scale).any()) is kept


@pytest.mark.parametrize(
    ("high", "scale", "height"),
    [(25, 10, 25.0), (24, 10, 80.0), (40, 1, 40.0), (41, 1, 8.0)],
    ids=["LEAST_LETTER_PT", "LEAST_LETTER_PT less", "MOST_LETTER_PT", "MOST_LETTER_PT more"],
)
def test_the_height_of_letters(high: int, scale: float, height: float) -> None:
    assert letter_height(mask(60, 40, (10, 10, 30, 10 + high)), scale) == height


@pytest.mark.parametrize(("gap", "lines"), [(120, 1), (123, 2)], ids=["SMEAR_EM", "SMEAR_EM more"])
def test_ink_of_one_line(gap: int, lines: int) -> None:
    ink = mask(140, 400, (10, 20, 60, 120), (60 + gap, 20, 110 + gap, 120))
    assert len(text_lines(ink, bare(ink), 4.0)) == lines


@pytest.mark.parametrize(("high", "lines"), [(175, 1), (176, 2)], ids=["TALL", "TALL more"])
def test_a_tall_block_is_two_lines(high: int, lines: int) -> None:
    ink = mask(300, 60, (0, 0, 60, 60), (0, high - 60, 60, high))
    assert len([*_split(ink, LineBox(0, 0, 60, high), 100.0)]) == lines


@pytest.mark.parametrize(
    ("size", "drawn"),
    [
        pytest.param((48, 100), (48, 85), id="HEIGHT_PX SQUEEZE"),
        pytest.param((48, 20), (48, 32), id="LEAST_WIDTH_PX"),
        pytest.param((48, 4000), (48, 3200), id="MAX_WIDTH_PX"),
    ],
)
def test_how_a_line_is_shown_to_the_model(
    size: tuple[int, int], drawn: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[int, ...]] = []

    def run(_: object, given: dict[str, np.ndarray]) -> list[np.ndarray]:
        shown.append(given["x"].shape)
        return [np.zeros((1, 4, 2), np.float32)]

    model = SimpleNamespace(session=SimpleNamespace(run=run), given="x", alphabet=("", "a"))
    monkeypatch.setattr(recogniser, "_model", lambda: model)
    assert letters_of(np.full(size, 255, np.uint8)) == []
    assert shown == [(1, 3, *drawn)]


@pytest.mark.parametrize(("paper", "thick"), [(0.11, 0.1), (0.13, 0.2)], ids=["GRAIN", "GRAIN more"])
def test_the_grain_of_paper_makes_no_stroke_thicker(paper: float, thick: float) -> None:
    even = np.full((100, 100), round(255 * (1 - paper)), np.uint8)
    even[:, 20:30] = 0
    ink = mask(100, 100, (20, 0, 30, 100))
    stroke = _stroke(Word("quay", Box(0, 0, 100, 100), 100.0), Print(even, ink, 1.0))
    assert round(stroke, 1) == thick
