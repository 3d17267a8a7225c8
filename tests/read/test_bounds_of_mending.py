"""Both sides of the bounds by which pieces of a line are one word, or two, and of how likely a word is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from agendapack.extract.model import Box, Page, Word
from agendapack.extract.read import vocabulary
from agendapack.extract.read.mend import _Mender, _spaced_out, mend
from agendapack.extract.read.vocabulary import TOTAL, Vocabulary, WordList, english

SIZE, SPACE = 10.0, 0.27
UNKNOWN = 9.0
"""What two letters cost that are no word."""


def line(*placed: tuple[str, float], at: float = 100.0) -> list[Word]:
    """Words of one line, each with the gap before it in em."""
    made, x = [], 50.0
    for text, gap in placed:
        x += gap * SIZE
        made.append(Word(text, Box(x, at - 7.4, x + 5 * len(text), at + 2.1), SIZE))
        x = made[-1].box.x1
    return made


def listed(**likely: float) -> WordList:
    """A list of words, each with minus the logarithm of its share of all."""
    counts = sorted((word, round(TOTAL * 10**-cost)) for word, cost in likely.items())
    return WordList("".join(f"{word} {count}\n" for word, count in counts).encode())


def read(words: Sequence[Word], known: WordList, printed: Sequence[str], *, broken: bool) -> list[str]:
    """The words of a line in a pack that prints some words, by the list alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "english", lambda: known)
        return [word.text for word in _Mender(Vocabulary(printed), broken=broken)._line(words)]


# --- letters set apart -----------------------------------------------------------------------------


def spans(letters: str, *wider: float) -> list[tuple[int, int]] | None:
    """The words of letters set half an em apart, some gaps so much wider."""
    gaps = [0.5 + more for more in (*wider, *[0.0] * len(letters))][: len(letters) - 1]
    words = line(*((letter, 0.5) for letter in letters))
    return _spaced_out(words, gaps, Vocabulary(()), broken=False)


@pytest.mark.parametrize(
    ("letters", "wider", "found"),
    [
        pytest.param("POOL", (), [(0, 4)], id="SPACED_LETTERS"),
        pytest.param("PIT", (), None, id="SPACED_LETTERS fewer"),
        pytest.param("TODAY", (0, 0.11), [(0, 5)], id="EVEN_EM"),
        pytest.param("TODAY", (0, 0.13), None, id="EVEN_EM more"),
        pytest.param("TODAY", (0, 0.16), [(0, 2), (2, 5)], id="SPACED_WORD_EM"),
    ],
)
def test_words_set_letter_by_letter(
    letters: str, wider: Sequence[float], found: list[tuple[int, int]] | None
) -> None:
    assert spans(letters, *wider) == found


# --- pieces of words -------------------------------------------------------------------------------


def pieces(gap: float, *, parts: float, whole: float, broken: bool = False) -> bool:
    """Whether two pieces so far apart are one word, likely as said as two words and as one.

    In a pack that is not broken all over the second piece is no word.
    """
    first = parts / 2 if broken else parts - UNKNOWN
    known = listed(**{"quay": first, "quaywa": whole} | ({"wa": parts / 2} if broken else {}))
    words = line(("aaaa", 0), ("quay", SPACE), ("wa", gap * SPACE), *[("aaaa", SPACE)] * 3)
    return "quaywa" in read(words, known, (), broken=broken)


@pytest.mark.parametrize(
    ("gap", "parts", "whole", "broken", "one"),
    [
        pytest.param(0.81, 6.0, 3.0, True, True, id="NARROW"),
        pytest.param(0.83, 6.0, 3.0, True, False, id="NARROW no"),
        pytest.param(1.29, 11.0, 3.0, False, True, id="WIDE"),
        pytest.param(1.31, 11.0, 3.0, False, False, id="WIDE more"),
        pytest.param(0.5, 5.0, 6.4, True, True, id="NARROW_GAIN MIN_GAIN"),
        pytest.param(0.5, 5.0, 6.6, True, False, id="NARROW_GAIN MIN_GAIN less likely"),
        pytest.param(1.1, 9.9, 7.3, False, True, id="WIDE_LOSS MIN_GAIN"),
        pytest.param(1.1, 9.9, 7.45, False, False, id="WIDE_LOSS MIN_GAIN less likely"),
    ],
)
def test_two_pieces_are_one_word(gap: float, parts: float, whole: float, broken: bool, one: bool) -> None:
    assert pieces(gap, parts=parts, whole=whole, broken=broken) is one


TORN = [("the", 0), ("w", SPACE), ("hich", SPACE), ("was", SPACE), ("agreed", SPACE)]
TWO = [("a", 0), ("small", SPACE), ("for", SPACE), ("tune", 0.16), ("was", SPACE), ("spent", SPACE)]


def fortune(torn: int, sound: int) -> str:
    """What is read of two sound words hardly apart, beside torn and sound lines."""
    printed = [*[TORN] * torn, *[[("agreed", 0)]] * sound, TWO]
    pages = mend([Page(n, 600, 800, tuple(line(*words))) for n, words in enumerate(printed, 1)])
    return " ".join(word.text for word in pages[-1].words)


@pytest.mark.parametrize(
    ("torn", "sound", "broken"),
    [
        pytest.param(5, 0, True, id="BROKEN_LINES"),
        pytest.param(4, 0, False, id="BROKEN_LINES fewer"),
        pytest.param(5, 494, True, id="BROKEN_SHARE"),
        pytest.param(5, 495, False, id="BROKEN_SHARE less"),
    ],
)
def test_a_pack_that_is_broken_all_over(torn: int, sound: int, broken: bool) -> None:
    assert ("fortune" in fortune(torn, sound)) is broken


# --- words -----------------------------------------------------------------------------------------


def test_the_list_counts_so_many_words() -> None:
    """TOTAL is the sum of its counts."""
    lines = english()._lines.splitlines()
    assert sum(int(line.rpartition(b" ")[2]) for line in lines) == TOTAL


@pytest.mark.parametrize(("count", "known"), [(400, True), (399, False)], ids=["COMMON", "COMMON rarer"])
def test_a_short_word_is_common(count: int, known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "english", lambda: WordList(f"quay 52\nslip 52\nwey {count}\n".encode()))
    assert Vocabulary(()).knows("wey") is known
    assert Vocabulary(()).knows("quay")


@pytest.mark.parametrize(
    ("known", "pack", "broken", "whole"),
    [
        pytest.param({"quays": 7.5, "ays": 1.1}, (), False, True, id="UNKNOWN_COST LETTER_COST"),
        pytest.param({"quays": 7.5, "ays": 0.9}, (), False, False, id="UNKNOWN_COST LETTER_COST sooner two"),
        pytest.param({"ays": 0.9}, ["quays"] * 3, False, True, id="PACK_COST"),
        pytest.param({"ays": 1.2, "qu": 1.2}, ["quays"] * 3, True, False, id="PACK_COST sooner two"),
    ],
)
def test_a_rare_word_in_pieces_is_weighed(
    known: dict[str, float], pack: Sequence[str], broken: bool, whole: bool
) -> None:
    words = line(("aaaa", 0), ("qu", SPACE), ("ays", 0.5 * SPACE if broken else SPACE), ("aaaa", SPACE))
    assert ("quays" in read(words, listed(**known), pack, broken=broken)) is whole


@pytest.mark.parametrize(("parts", "whole"), [(24, True), (25, False)], ids=["MAX_PARTS", "MAX_PARTS more"])
def test_a_word_comes_apart_into_so_many_pieces(parts: int, whole: bool) -> None:
    quays = "quays" * parts
    words = line(("the", 0), *(("quays", 0.5 * SPACE) for _ in range(parts)), *[("the", SPACE)] * (parts + 2))
    known = listed(**{"the": 1.4, "quays": 6.0, quays: 7.0})
    assert (quays in read(words, known, (), broken=True)) is whole
