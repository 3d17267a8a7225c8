"""Lists whose numbers stand in the middle of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from outline.typeset import page, put

from agendapack.extract.model import Box, Word
from agendapack.extract.outline import outline
from agendapack.extract.outline.centred_numbers import numbers_first
from agendapack.extract.outline.lines import lines_of

LEADING = 13.0
TITLES = (
    "Apologies for absence",
    "Minutes of the last meeting",
    "Winter plan",
    "Parking review",
    "Any other business",
)
ABOUT = "to note what was done since the last report"


def listed(extra: Sequence[int], *, shift: float) -> list[list[Word]]:
    """Titles with so many plain lines below each; numbers `shift` of a row's extra height below its top."""
    top, words = 160.0, []
    for n, (title, more) in enumerate(zip(TITLES, extra, strict=True), 1):
        words.append(put(100, top, title, "b"))
        words += [put(100, top + LEADING * k, ABOUT) for k in range(1, more + 1)]
        words.append(put(60, top + LEADING * more * shift, f"{n}."))
        top += LEADING * (more + 1) + 3
    return words


def titles(lines: list[list[Word]]) -> list[tuple[str, str]]:
    head = [
        put(60, 60, "Cabinet"),
        put(60, 84, "Tuesday, 4 June 2024 at 6.30 pm"),
        put(60, 120, "AGENDA", "b", 14),
    ]
    return [(a.item_no, a.title) for a in outline([page(1, *head, *lines)]).agenda]


WANTED = [(str(n), title) for n, title in enumerate(TITLES, 1)]


@given(st.lists(st.integers(0, 4), min_size=5, max_size=5))
@example([0, 0, 0, 2, 0])
def test_a_number_counts_the_row_in_whose_middle_it_stands(extra: list[int]) -> None:
    assert titles(listed(extra, shift=0.5)) == WANTED


@given(st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_a_number_beside_its_title_stays_there(extra: list[int]) -> None:
    assert titles(listed(extra, shift=0.0)) == WANTED


@pytest.mark.parametrize("down", [3.0, 6.0, 9.0])
def test_a_number_a_little_above_its_title_stands_on_its_line(down: float) -> None:
    words = [put(60, 160 + 40 * n, f"{n}. |420 Page {n}") for n in range(1, 6)]
    words += [put(100, 160 + 40 * n + down, title, "b") for n, title in enumerate(TITLES, 1)]
    words += [put(100, 160 + 40 * n + down + LEADING, ABOUT) for n in range(1, 6)]
    assert titles(words) == WANTED


def test_numbers_on_first_lines_stay_there_though_the_rows_between_fit_too() -> None:
    words, top = [], 160.0
    for n, (title, lines) in enumerate(zip(TITLES, (1, 1, 2, 2, 1), strict=True), 1):
        below = "To approve the minutes of May" if n == 3 else "of harbour and quays"
        words += [put(60, top, f"{n}."), put(100, top, title, "b")]
        words += [put(100, top + LEADING * k, below) for k in range(1, lines)]
        top += LEADING * lines + 4
    assert titles(words) == WANTED


@pytest.mark.parametrize("gap", [1.0, 3.0, 10.0])
def test_a_number_on_the_line_above_its_title_stays_there(gap: float) -> None:
    named = (*TITLES[:-1], "Harbour dues")
    words, top = [], 160.0
    for n, title in enumerate(named, 1):
        about = [put(100, top + 2 * LEADING, ABOUT)] if n > 2 else []
        words += [put(60, top, f"{n}."), put(100, top + LEADING, title, "b"), *about]
        top += (2 + len(about)) * LEADING + gap
    assert titles(words) == [(str(n), title) for n, title in enumerate(named, 1)]


def moved(line: list[Word], right: float = 0.0, down: float = 0.0) -> list[Word]:
    """The line at another place."""
    return [
        replace(w, box=Box(w.box.x0 + right, w.box.top + down, w.box.x1 + right, w.box.bottom + down))
        for w in line
    ]


def test_titles_begin_nearly_at_one_edge() -> None:
    words = listed([1] * 5, shift=0.5)
    words[3::6] = [moved(line, right=-4) for line in words[3::6]]
    assert titles(words) == WANTED


def test_a_heading_a_little_left_of_the_titles_parts_the_list() -> None:
    words = listed([1] * 5, shift=0.5)
    heading = moved(put(92, 0, "Standing items", "b"), down=words[6][0].box.top + 2)
    below = [moved(line, down=18) for line in words[6:]]
    assert titles([*words[:6], heading, *below]) == WANTED


@pytest.mark.parametrize(("lines", "found"), [(11, True), (14, False)])
def test_a_row_has_a_dozen_lines_at_most(lines: int, found: bool) -> None:
    extra = [0, 0, 0, lines - 1, 0]
    assert (titles(listed(extra, shift=0.5)) == WANTED) is found


def test_numbers_for_which_there_are_too_few_lines_are_not_lost() -> None:
    last = [put(60, 400, "Closing"), put(60, 416, "6."), put(100, 422, "Pier"), put(60, 429, "7.")]
    words = [word for line in (*listed([1] * 5, shift=0.5), *last) for word in line]
    found = numbers_first({1: lines_of(1, words)})
    assert found and [line.text for line in found[0][1]][-4:] == ["Closing", "6.", "Pier", "7."]


def test_each_row_of_a_long_page_is_told_in_few_steps() -> None:
    rows = [
        line for n in range(1, 800) for line in (put(100, 40 * n, "Pier", "b"), put(100, 40 * n + 13, ABOUT))
    ]
    numbers = [put(60, 40 * n + 6.5, f"{n}.") for n in range(1, 800)]
    found = numbers_first({1: lines_of(1, [word for line in (*rows, *numbers) for word in line])})
    assert found and [line.text for line in found[0][1]][::2] == [f"{n}. Pier" for n in range(1, 800)]
