"""Doubtful words of scans are mended where evidence decides, and only there."""

from __future__ import annotations

import pytest

from agendapack.extract.model import Box, Page, Word
from agendapack.extract.ocr import mended


def scan(words: list[tuple[str, float]], number: int = 1) -> Page:
    """A scanned page with one column of words and their certainties."""
    column = (
        Word(text, Box(50, 20.0 * i, 90, 20.0 * i + 10), 10, certainty=c) for i, (text, c) in enumerate(words)
    )
    return Page(number, 595, 842, tuple(column), reader="ocr")


CLEAR = [(text, 1.0) for text in ("RK1.5", "WM", "12,500", "8,300", "1,905,000", "Increase", "2023/24")]


@pytest.mark.parametrize(
    ("read", "certainty", "text"),
    [
        ("lncrease", 0.9, "Increase"),  # the English list knows one of the two
        ("Incréase", 0.9, "Increase"),
        ("KPls", 0.8, "KPIs"),  # no word, but the plural of an abbreviation
        ("lan", 0.9, "Ian"),
        ("RKI.5", 0.8, "RK1.5"),  # the pack prints this ref clearly elsewhere
        ("RK1,5", 0.8, "RK1.5"),
        ("(lncrease)", 0.9, "(Increase)"),
        ("4.250", 0.6, "4,250"),  # all clear figures of the column are set with commas
        ("1.245.166", 0.6, "1,245,166"),
        ("RK7.S", 0.6, "RK7.S"),  # no other ref says that this is RK7.5
        ("3O8", 0.6, "3O8"),
        ("308", 0.4, "308"),  # nothing tells 8 from 3
        ("81.6", 0.4, "81.6"),
        ("Ogilvle", 0.5, "Ogilvle"),  # a name nobody knows
        ("lncrease", 0.99, "lncrease"),  # the recogniser is sure
    ],
)
def test_a_doubtful_word_is_mended_against_evidence_only(read: str, certainty: float, text: str) -> None:
    word = mended([scan([*CLEAR, (read, certainty)])])[0].words[-1]
    assert word.text == text
    assert word.printed == (read if read != text else None)


def test_the_evidence_may_stand_on_another_page_of_the_pack() -> None:
    typed = Page(1, 595, 842, (Word("RK1.5", Box(50, 50, 90, 60), 10),))
    assert mended([typed, scan([("RKI.5", 0.8)], 2)])[1].words[0].text == "RK1.5"


def test_pages_with_a_text_layer_stay_as_they_are() -> None:
    typed = Page(1, 595, 842, (Word("lncrease", Box(50, 50, 90, 60), 10, certainty=0.8),))
    assert mended([typed, scan(CLEAR, 2)])[0] is typed


def test_a_stop_stays_where_the_column_has_clear_decimals() -> None:
    page = scan([("12,500", 1.0), ("8,300", 1.0), ("1,905", 1.0), ("3.125", 1.0), ("4.250", 0.6)])
    assert mended([page])[0].words[-1].text == "4.250"
