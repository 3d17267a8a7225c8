"""Text drawn as outlines of letters is told from charts, maps and logos, and never passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.pdfs import page_of, text

from agendapack.extract.model import Box, Page
from agendapack.extract.ocr import read_scans
from agendapack.extract.read.drawn_letters import MIN_LETTERS, drawn_text

WIDTHS = (5.0, 6.5, 4.0, 7.5, 3.0, 6.0)
LETTERS = (
    ((0, 0), (1, 0), (0.5, 9)),
    ((0, 0), (1, 2), (1, 7), (0, 9)),
    ((0.5, 3), (1, 0), (1, 9), (0, 9)),
)
"""Outlines that are no rectangles, one wide and nine points high."""


def line(letters: int, x: float = 50, y: float = 100, step: float = 9, high: float = 8) -> list[Box]:
    return [
        Box(x + i * step, y - high, x + i * step + WIDTHS[i % len(WIDTHS)], y + 0.2 * (i % 2))
        for i in range(letters)
    ]


def turned(boxes: list[Box], left: bool = False) -> list[Box]:
    return [Box(-b.bottom if left else b.top, b.x0, -b.top if left else b.bottom, b.x1) for b in boxes]


SCATTERED = [
    Box(37 * i % 500, 91.3 * i % 700, 37 * i % 500 + i % 9 + 2, 91.3 * i % 700 + 7) for i in range(200)
]
PAGE = [box for y in range(100, 700, 14) for box in line(40, y=y)]


@pytest.mark.parametrize(
    ("what", "drawn", "is_text"),
    [
        ("a page of letters", PAGE, True),
        ("a page that lies on its side", turned(PAGE), True),
        ("on its other side", turned(PAGE, left=True), True),
        ("some lines", line(MIN_LETTERS), True),
        ("a logo", line(MIN_LETTERS - 1), False),
        ("marks of one size", [Box(50 + 9 * i, 92, 56 + 9 * i, 100) for i in range(200)], False),
        ("marks far from each other", line(200, step=30), False),
        ("a map", SCATTERED, False),
        ("large drawings", line(200, step=60, high=50), False),
        ("nothing", [], False),
    ],
)
def test_drawings_in_lines_are_letters(what: str, drawn: list[Box], is_text: bool) -> None:
    found = drawn_text(drawn)
    assert (found is not None) is is_text, what
    assert found is None or all(found.grown(1).holds(b.mid_x, b.mid_y) for b in drawn)


def outlines(letters: int, end: str = " f") -> str:
    """Letters drawn as paths: each painted by itself, or all as one where none has an `end` of its own."""
    drawn = []
    for i in range(letters):
        width, x, y = WIDTHS[i % len(WIDTHS)], 60 + i % 30 * 9, 250 - i // 30 * 14
        first, *rest = [f"{x + width * a:.2f} {y + b}" for a, b in LETTERS[i % len(LETTERS)]]
        drawn.append(f"{first} m " + " ".join(f"{point} l" for point in rest) + " h" + end)
    return "\n".join(drawn) + (" f\n" if not end else "\n")


PROSE = "".join(text("Officers report on repairs to empty homes every quarter", y=y) for y in (10, 24, 38))


@pytest.mark.parametrize("end", [" f", ""])
@pytest.mark.parametrize("mode", ["auto", "never"])
def test_outlines_beside_text_are_named(
    tmp_path: Path, end: str, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agendapack.extract.ocr.is_installed", lambda: False)
    page = read(tmp_path, PROSE + outlines(240, end), mode)
    assert "drawn as outlines" in page.notes[-1].detail
    assert page.notes[-1].kind == "unread_text"
    assert page.notes[-1].box


def test_a_page_of_outlines_is_a_page_without_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendapack.extract.ocr.is_installed", lambda: False)
    page = read(tmp_path, outlines(240), "auto")
    assert [note.kind for note in page.notes] == ["unread_page"]
    footed = read(tmp_path, text("Page 3", y=10) + outlines(240), "auto")
    assert [note.kind for note in footed.notes] == ["unread_page"]


def test_a_logo_of_outlines_is_not_named(tmp_path: Path) -> None:
    assert not read(tmp_path, PROSE + outlines(20), "never").notes


def read(tmp_path: Path, content: str, mode: str) -> Page:
    (page,) = read_scans(tmp_path / "page.pdf", [page_of(tmp_path, content)], mode)
    return page
