"""Broken and glued words are made whole, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.model import Box, Page, Rule, Word
from agendapack.extract.read.mend import mend

SIZE = 10.0
SPACE = 2.7
GAPS = {" ": SPACE, "~": 1.6, "_": 5.5, "|": 12.0}
"""Widths in points at this size."""


def line(printed: str, *, at: float = 100, rules: tuple[Rule, ...] = (), page: int = 1) -> Page:
    """A line of words: a space is as wide as spaces are, `~` narrower, `_` twice as wide, `|` a column's."""
    words, x, part = [], 50.0, ""
    for c in printed + " ":
        if c not in GAPS:
            part += c
            continue
        if part:
            width = 5.0 * len(part)
            words.append(Word(part, Box(x, at - 7.4, x + width, at + 2.1), SIZE))
            x += width
        x += GAPS[c]
        part = ""
    return Page(page, 600, 800, tuple(words), rules)


def mended(printed: str, **options: object) -> str:
    (page,) = mend([line(printed, **options)])  # type: ignore[arg-type]
    return " ".join(w.text for w in page.words)


BROKEN = [
    # printed, read
    ("the w hich was agreed", "the which was agreed"),
    ("in De c 2008 the", "in Dec 2008 the"),
    ("Child~ren's Service~s Department", "Children's Services Department"),
    ("P~U~R~P~O~S~E", "PURPOSE"),
    ("P U R P O S E", "PURPOSE"),
    ("R E P O R T_O F_O F F I C E R S", "REPORT OF OFFICERS"),
    ("to o f f e r support", "to offer support"),
]

SOUND = [
    "Plan b is to be used",  # a letter that stands for itself
    "either a) or b) applies",
    "Mr J A Smith and Ms R A Jones",  # initials
    "for a set of two",
    "in to may be some times",
    "A 03 and A 04",
    "A B C D E",
    "Y N Y N Y",
    "1 2 3 4 5",
    "Other (Public Health) - total",
    "the s and the",
    "vitamin c and x or y",
    "H and S policy",
    "UNIT D AND SITE E",
    "approx 5 m of pipe at 3 k each",
]


@pytest.mark.parametrize(("printed", "read"), BROKEN)
def test_broken_words(printed: str, read: str) -> None:
    assert mended(printed) == read


@pytest.mark.parametrize("printed", SOUND)
def test_sound_lines_stay(printed: str) -> None:
    page = line(printed)
    assert mend([page]) == [page]


def test_what_was_printed_is_kept_and_the_box_is_whole() -> None:
    (page,) = mend([line("the w hich was agreed")])
    word = page.words[1]
    assert (word.text, word.printed) == ("which", "w hich")
    assert (word.box.x0, word.box.x1) == (50 + 15 + SPACE, 50 + 15 + SPACE + 5 + SPACE + 20)


def test_nothing_is_joined_over_a_column_gap_or_a_ruling() -> None:
    assert mended("total w|hich") == "total w hich"
    ruling = Rule(Box(80 + SPACE, 0, 80 + SPACE, 200), horizontal=False)
    assert mended("total w hich", rules=(ruling,)) == "total w hich"


def test_two_sound_words_are_joined_only_in_a_broken_pack() -> None:
    assert mended("a small for~tune was spent") == "a small for tune was spent"
    torn = ["the w~hich was", "Child~ren's serv~ice~s a~re", "o~f the b~oard"]
    broken = [line(t, page=i) for i, t in enumerate(torn * 3)]
    pages = mend([*broken, line("a small for~tune was spent", page=20)])
    assert [w.text for w in pages[-1].words] == ["a", "small", "fortune", "was", "spent"]


def test_glued_words_part_where_the_pack_prints_them_apart() -> None:
    pages = mend(
        [line("the number of homes"), line("Numberof homes", page=2), line("a roof of lead", page=3)]
    )
    assert [w.text for w in pages[1].words] == ["Number", "of", "homes"]
    assert [w.text for w in pages[2].words] == ["a", "roof", "of", "lead"]
    assert {w.printed for w in pages[1].words} == {"Numberof", None}


pieces = st.lists(st.text("abceinorstDPS25.'", min_size=1, max_size=6), min_size=1, max_size=10)


@given(st.lists(st.tuples(pieces, st.sampled_from(" ~|")), min_size=1, max_size=6))
def test_no_letter_is_lost_or_moved(lines: list[tuple[list[str], str]]) -> None:
    pages = [line(gap.join(parts), page=i) for i, (parts, gap) in enumerate(lines)]
    for before, after in zip(pages, mend(pages), strict=True):
        assert "".join(w.text for w in after.words) == "".join(w.text for w in before.words)
        for word in after.words:
            assert word.printed is None or word.printed.replace(" ", "").startswith(word.text[:1])
