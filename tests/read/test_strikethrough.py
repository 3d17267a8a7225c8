"""Words that a line strikes out are marked, and the line is no rule of a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.pdfs import page_of, text

WORDS = text("Sept 2031", 60, 200) + text("Dec 2031", 130, 200)
"""12 pt on the baseline y = 200: "Sept 2031" ends near x = 116."""


def line(y: float, x0: float, x1: float) -> str:
    return f"0.75 w {x0} {y} m {x1} {y} l S\n"


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize(
    ("drawn", "struck", "rules"),
    [
        (line(203.5, 60, 116), ["Sept", "2031"], 0),
        (line(198.5, 60, 116), [], 1),  # underlined
        (line(203.5, 20, 300), [], 1),  # a rule that happens to run through the line
        (line(203.5, 60, 84), ["Sept"], 0),
    ],
)
def test_struck_out(tmp_path: Path, reader: str, drawn: str, struck: list[str], rules: int) -> None:
    page = page_of(tmp_path, WORDS + drawn, reader)
    assert [w.text for w in page.words if w.struck] == struck
    assert len(page.rules) == rules
