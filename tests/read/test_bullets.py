"""Bullets that are drawn, not typed, are read where they open lines of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.pdfs import page_of, text

LINES = text("Dredge the basin", 60, 200) + text("Paint the crane", 60, 180)


def dot(x: float, y: float, size: float = 3.0, colour: str = "0 0 0") -> str:
    """A filled circle by its middle."""
    r, k = size / 2, size * 0.276
    return (
        f"{colour} rg {x - r} {y} m {x - r} {y + k} {x - k} {y + r} {x} {y + r} c "
        f"{x + k} {y + r} {x + r} {y + k} {x + r} {y} c {x + r} {y - k} {x + k} {y - r} {x} {y - r} c "
        f"{x - k} {y - r} {x - r} {y - k} {x - r} {y} c f 0 0 0 rg\n"
    )


def test_two_dots_before_two_lines_are_bullets(tmp_path: Path) -> None:
    page = page_of(tmp_path, dot(52, 204) + dot(52, 184) + LINES)
    assert " ".join(w.text for w in page.words) == "• Dredge the basin • Paint the crane"


@pytest.mark.parametrize(
    "content",
    [
        dot(52, 204) + LINES,
        dot(52, 204, 10) + dot(52, 184, 10) + LINES,
        dot(52, 204, 5, "0.9 0.1 0.1") + dot(52, 184, 5, "0.1 0.7 0.2") + LINES,
        dot(20, 204) + dot(20, 184) + LINES,
        dot(52, 215) + dot(52, 192) + LINES,
        text("No", 34, 200) + text("No", 34, 180) + dot(52, 204) + dot(52, 184) + LINES,
    ],
    ids=["one alone", "large", "coloured", "far away", "between the lines", "close behind a word"],
)
def test_other_dots_are_none(tmp_path: Path, content: str) -> None:
    assert "•" not in [w.text for w in page_of(tmp_path, content).words]
