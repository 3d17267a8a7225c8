"""Words as a reader sees them: gaps, spacing, ligatures, doubled glyphs, marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.pdfs import page_of, read, text

from agendapack.extract.read.runs import Run
from agendapack.extract.read.words import build_words


def tj(array: str) -> str:
    return f"BT /F1 12 Tf 50 200 Td [{array}] TJ ET\n"


LINES = [
    # a typed space, whatever kerning stands beside it
    (text("Repair of homes"), ["Repair", "of", "homes"]),
    (tj("(A) 70 (V) 60 (AIL)"), ["AVAIL"]),
    # a line without typed spaces: gaps alone
    (tj("(Repair) -278 (of) -278 (homes)"), ["Repair", "of", "homes"]),
    # gaps inside a word are narrower than the line's typed spaces
    (tj("(Repairs to c) -160 (ouncil homes in time)"), ["Repairs", "to", "council", "homes", "in", "time"]),
    # the same gap is a word gap on a line whose typed spaces are as narrow
    (
        "BT /F1 12 Tf -1.4 Tw 50 200 Td [(Repairs to) -175 (council homes in time)] TJ ET\n",
        ["Repairs", "to", "council", "homes", "in", "time"],
    ),
    # letter spacing by Tc, words apart by typed spaces
    (text("PURPOSE OF REPORT", how="4 Tc"), ["PURPOSE", "OF", "REPORT"]),
    # glyphs set anew after a gap are another word
    (text("Owner", 50) + text("Date", 87), ["Owner", "Date"]),
    # glyphs set anew with no gap go on with the word
    (text("Own", 50) + text("er", 75.34), ["Owner"]),
    # columns
    (text("12", 50) + text("34", 80), ["12", "34"]),
    # a hyphen at the end of a line stays
    (text("well-", 50, 200) + text("being", 50, 186), ["well-", "being"]),
]


@pytest.mark.parametrize(("content", "words"), LINES)
def test_words_of_a_line(tmp_path: Path, content: str, words: list[str]) -> None:
    assert read(tmp_path, content) == words


def test_what_a_narrow_gap_could_have_meant_is_kept(tmp_path: Path) -> None:
    page = page_of(tmp_path, tj("(Repairs to c) -200 (ouncil homes in time)"))
    assert [(w.text, w.printed) for w in page.words if w.printed] == [("council", "c ouncil")]


DOUBLED = [
    text("Total") + text("Total", 50.3),  # fake bold: drawn again a little to the right
    text("Total") + text("Total", 50.6, 199.4),  # a shadow
    tj("(T) 600 (T) (o) 540 (o) (t) 262 (t) (a) 540 (a) (l) 206 (l)"),  # glyph by glyph
]


@pytest.mark.parametrize("content", DOUBLED)
def test_glyphs_drawn_twice_count_once(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content) == ["Total"]


def test_the_same_word_twice_in_a_line_counts_twice(tmp_path: Path) -> None:
    assert read(tmp_path, text("Total Total")) == ["Total", "Total"]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("o\ufb03ce", ["office"]),
        ("multi\u00adagency", ["multi-agency"]),  # a soft hyphen that takes room is a hyphen
        ("end\x02", ["end-"]),  # pdfium's hyphen at a line end
        ("a\u200bb", ["ab"]),
        ("10\u00a0%", ["10", "%"]),
        ("\u041cay", ["May"]),  # Cyrillic letter in a Latin word
        ("\u041c\u043e\u0441\u043a\u0432\u0430", ["\u041c\u043e\u0441\u043a\u0432\u0430"]),  # a Russian word
        ("\uf0b7", ["•"]),
        ("\u00a3m", ["£m"]),
    ],
)
def test_what_a_code_means(printed: str, words: list[str]) -> None:
    assert [w.text for w in build_words([run(printed)])] == words


def test_a_look_alike_keeps_what_was_printed() -> None:
    (word,) = build_words([run("\u041cay")])
    assert (word.text, word.printed) == ("May", "\u041cay")


def test_a_rating_in_look_alikes_is_latin_on_a_latin_page() -> None:
    latin, russian = run("High risk"), run("\u0434\u0430")
    rating = run("\u041c")
    rating.base = russian.base = 140
    russian.starts, russian.ends = [200, 206], [206, 212]
    assert [w.text for w in build_words([latin, rating])][-1] == "M"
    assert [w.text for w in build_words([latin, rating, russian])][-2] == "\u041c"


def test_wingdings_are_signs() -> None:
    some = run("\u00fc\u00e9")
    some.symbols = "abcdef+wingdings-regular"
    assert [w.text for w in build_words([some])] == ["✓↑"]


def run(letters: str, start: float = 50, width: float = 6) -> Run:
    """Letters of one width set without gaps."""
    starts = [start + i * width for i in range(len(letters))]
    return Run(letters, starts, [s + width for s in starts], 100, 12)


gaps = st.floats(-0.5, 3, allow_subnormal=False)
letter = st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x17F), min_size=1, max_size=1)


@given(st.lists(st.lists(st.tuples(letter, gaps), min_size=1, max_size=12), max_size=8))
def test_every_glyph_ends_in_exactly_one_word(lines: list[list[tuple[str, float]]]) -> None:
    runs = []
    for i, line in enumerate(lines):
        starts, at = [], 50.0
        for _, gap in line:
            starts.append(at)
            at += 6 + gap
        some = Run("".join(c for c, _ in line), starts, [s + 6 for s in starts], 100 + 20 * i, 12)
        runs.append(some)
    words = build_words(runs)
    assert "".join(w.text for w in words) == "".join(r.text for r in runs)


MARKS = [
    # a small raised figure after a number is a footnote mark
    (text("38") + text("1", 63.5, 205, 7), [("38", False), ("1", True)]),
    # browsers set it at five sixths of the size
    (text("38%") + text("1", 74.5, 205, 10), [("38%", False), ("1", True)]),
    (text("PLN") + text("1", 74.5, 205, 7), [("PLN", False), ("1", True)]),
    # ordinals and units belong to their word
    (text("25") + text("th", 63.5, 205, 7), [("25th", False)]),
    (text("40 m") + text("2", 77, 205, 7), [("40", False), ("m²", False)]),
    (text("9 mg/m") + text("3", 92, 205, 7), [("9", False), ("mg/m³", False)]),
    # a lowered figure belongs to its formula
    (text("CO") + text("2", 68.1, 197, 7), [("CO2", False)]),
    # a small figure on the baseline is no mark
    (text("38") + text("1", 63.5, 200, 7), [("38", False), ("1", False)]),
    # the mark that opens a footnote
    (text("1", 50, 205, 6) + text("Estimate", 56), [("1", True), ("Estimate", False)]),
]


@pytest.mark.parametrize(("content", "words"), MARKS)
def test_raised_and_lowered_print(tmp_path: Path, content: str, words: list[tuple[str, bool]]) -> None:
    assert [(w.text, w.superscript) for w in page_of(tmp_path, content).words] == words


def ruled(x: float, bottom: float = 180.0, top: float = 230.0) -> str:
    return f"0.5 w {x} {bottom} m {x} {top} l S\n"


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (text("Owner", 50) + text("31/05", 85) + ruled(84.7), ["Owner", "31/05"]),
        (text("Owner", 50) + text("31/05", 83) + ruled(82.5), ["Owner", "31/05"]),
        (text("Own", 50) + text("er", 75.34) + ruled(60), ["Owner"]),
        (text("Own", 50) + text("er", 75.34) + ruled(75, 210, 240), ["Owner"]),
        (text("Owner31/05", 50) + ruled(85), ["Owner31/05"]),
        (text("Own", 50) + text("er", 75.34), ["Owner"]),
        (text("Own", 50) + text("er", 74.8) + ruled(74.8), ["Owner"]),
        (text("Own", 50) + text("er", 76.9) + ruled(76.1), ["Own", "er"]),
    ],
    ids=[
        "touching",
        "running over",
        "a rule elsewhere",
        "a rule above",
        "one text",
        "no rule",
        "one word over the rule",
        "two words of small letters",
    ],
)
def test_texts_that_touch_at_an_upright_rule_are_two_words(
    drawn: str, words: list[str], tmp_path: Path
) -> None:
    assert read(tmp_path, drawn) == words
