"""Both sides of the bounds by which letters become words, and drawings become signs."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from agendapack.extract.model import Box, Fill, Rule, Word
from agendapack.extract.read.bullets import is_dot, with_bullets
from agendapack.extract.read.drawn_letters import drawn_text
from agendapack.extract.read.gaps import Spaces, joins
from agendapack.extract.read.gradient_strips import whole_gradients
from agendapack.extract.read.lines import stretches, usual_gap
from agendapack.extract.read.paths import Shape
from agendapack.extract.read.pieces import Piece, pieces_of
from agendapack.extract.read.rules_between import Walls
from agendapack.extract.read.runs import Run, placed
from agendapack.extract.read.status_icons import is_signal
from agendapack.extract.read.strikethrough import struck_out
from agendapack.extract.read.superscripts import set_marks
from agendapack.extract.read.text_layer import _no_language, is_scan, notes, stands_for_scan
from agendapack.extract.read.visible import Graphics, _begun, visible
from agendapack.extract.read.vocabulary import Vocabulary

BASE, SIZE = 100.0, 10.0


def word(text: str, x0: float, x1: float, base: float = BASE, size: float = SIZE) -> Word:
    return Word(text, placed(0, x0, x1, base, size), size)


def run(text: str, *gaps: float, start: float = 0.0, base: float = BASE, size: float = SIZE, **more) -> Run:
    """Letters five points wide with these gaps between them, the last one going on."""
    starts = [start]
    for n in range(1, len(text)):
        starts.append(starts[-1] + 5 + (gaps[min(n, len(gaps)) - 1] if gaps else 0))
    return Run(text, starts, [x + 5 for x in starts], base, size, **more)


def upright(x: float, top: float = 50, bottom: float = 150) -> Rule:
    return Rule(Box(x, top, x, bottom), False)


def level(y: float, x0: float, x1: float) -> Rule:
    return Rule(Box(x0, y, x1, y), True)


# --- words on a line -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "base", "lines"),
    [(37, 100, 1), (38, 100, 2), (26, 100, 1), (24, 100, 2), (32, 101.4, 1), (32, 101.6, 2)],
    ids=["near", "a column apart", "over each other", "too far over", "level", "lower"],
)
def test_words_that_follow_one_another(start: float, base: float, lines: int) -> None:
    words = (word("Berths", 0, 30), word("let", start, 50, base))
    assert len([*stretches(SimpleNamespace(words=words, rules=()))]) == lines


@pytest.mark.parametrize(("gaps", "usual"), [((0.5, 0.5, 0.5), 0.5), ((0.5, 0.5), 0.27)])
def test_three_gaps_tell_how_wide_those_of_a_line_are(gaps: Sequence[float], usual: float) -> None:
    assert usual_gap(gaps) == usual


def goes_on(gap: float, space: float = 0.0) -> bool:
    """Whether a text of one object goes on after a gap, on a line with spaces of a width, in em."""
    one = run("aabbccdd")
    pieces, start = [], 0.0
    for n, text in enumerate(("aa", "bb", "cc", "dd")):
        if space or n > 1:
            pieces.append(Piece(text, start, start + 10, one, spaced=bool(space) and 0 < n < 3))
        start += 10 + (space * SIZE if n < 2 else gap)
    return joins(pieces[-2], pieces[-1], len(pieces) - 1, Spaces(pieces))


@pytest.mark.parametrize(
    ("gap", "space", "word"),
    [
        (1.7, 0, True),
        (1.9, 0, False),
        (1.5, 0.2, True),
        (1.7, 0.2, False),
        (1.2, 0.1, True),
        (1.4, 0.1, False),
        (2.3, 0.5, True),
        (2.5, 0.5, False),
        (-5.9, 0, True),
        (-6.1, 0, False),
    ],
)
def test_gaps_inside_words(gap: float, space: float, word: bool) -> None:
    assert goes_on(gap, space) is word


@pytest.mark.parametrize(
    ("gaps", "letters_apart"),
    [((5.9, 5.9), True), ((6.1, 6.1), False), ((3.0,), False), ((3.0, 3.7), True), ((3.0, 3.9), False)],
    ids=["wide", "a column apart", "two letters", "nearly even", "uneven"],
)
def test_spaced_letters(gaps: tuple[float, ...], letters_apart: bool) -> None:
    one = run("ABC"[: len(gaps) + 1], *gaps)
    pieces = [Piece(c, a, b, one, False) for c, a, b in zip(one.text, one.starts, one.ends, strict=True)]
    assert joins(pieces[-2], pieces[-1], len(pieces) - 1, Spaces(pieces)) is letters_apart


@pytest.mark.parametrize(
    ("shift", "size", "word"), [(1.9, 10, True), (2.1, 10, False), (0.4, 7, True), (0.6, 7, False)]
)
def test_letters_of_one_word_stand_level(shift: float, size: float, word: bool) -> None:
    runs = run("aa"), run("bb", start=10, base=BASE - shift, size=size)
    pieces = [Piece(r.text, r.starts[0], r.ends[-1], r, False) for r in runs]
    assert joins(pieces[0], pieces[1], 1, Spaces(pieces)) is word


@pytest.mark.parametrize(("gap", "texts"), [(0.9, ["ab"]), (1.1, ["a", "b"]), (-3.6, ["ab"])])
def test_letters_nearer_than_kerning_belong_together(gap: float, texts: list[str]) -> None:
    assert [piece.text for piece in pieces_of([run("ab", gap)])] == texts


@pytest.mark.parametrize(("gap", "text"), [(-3.6, "a"), (-3.4, "aa")])
def test_a_letter_drawn_again_near_by_counts_once(gap: float, text: str) -> None:
    assert "".join(piece.text for piece in pieces_of([run("aa", gap)])) == text


@pytest.mark.parametrize(("width", "typed"), [(0.012, True), (0.008, False)])
def test_a_typed_space_has_a_width(width: float, typed: bool) -> None:
    made = Run("a b", [0, 5, 5.5], [5, 5 + width, 10], BASE, SIZE)
    assert pieces_of([made])[1].spaced is typed


@pytest.mark.parametrize(
    ("texts", "start", "rule", "parted"),
    [
        (("aa", "bb"), 10.4, upright(10), False),
        (("aa", "bb"), 10.6, upright(10), True),
        (("AA", "BB"), 10, upright(7.1), True),
        (("AA", "BB"), 10, upright(6.9), False),
        (("AA", "BB"), 10, upright(10, bottom=BASE - 2.4), True),
        (("AA", "BB"), 10, upright(10, bottom=BASE - 2.6), False),
    ],
    ids=[
        "small letters go on",
        "set anew",
        "a little over it",
        "beyond it",
        "beside the letters",
        "above them",
    ],
)
def test_a_rule_between_two_texts(texts: tuple[str, str], start: float, rule: Rule, parted: bool) -> None:
    first, second = run(texts[0]), run(texts[1], start=start)
    pieces = [Piece(r.text, r.starts[0], r.ends[-1], r, False) for r in (first, second)]
    assert Walls([rule]).part(*pieces) is parted


# --- raised, struck and hidden ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "size", "mark"),
    [(31, 8.3, True), (31, 8.5, False), (32.9, 6, True), (33.1, 6, False), (28.1, 6, True), (27.9, 6, False)],
    ids=["small", "as large", "near", "far", "over the word", "too far over"],
)
def test_a_mark_behind_its_word(start: float, size: float, mark: bool) -> None:
    words = set_marks([word("Berths", 0, 30), word("2", start, start + 4, BASE - 4, size)])
    assert words[-1].superscript is mark


@pytest.mark.parametrize(("start", "mark"), [(11.9, True), (12.1, False)])
def test_a_mark_before_its_footnote(start: float, mark: bool) -> None:
    words = set_marks([word("2", 0, 4, BASE - 4, 6), word("Berths", start, 50)])
    assert words[0].superscript is mark


@pytest.mark.parametrize(("start", "texts"), [(11.1, ["CO2"]), (11.3, ["CO", "2"])])
def test_a_lowered_figure_touches_its_word(start: float, texts: list[str]) -> None:
    words = set_marks([word("CO", 0, 10), word("2", start, start + 4, BASE + 2, 6)])
    assert [w.text for w in words] == texts


@pytest.mark.parametrize(
    ("size", "off", "begins", "struck"),
    [(10, 0, -2.9, True), (10, 0, -3.1, False), (20, 2.9, 0, True), (20, 3.1, 0, False)],
    ids=["a little over", "further over", "near the middle", "off the middle"],
)
def test_a_line_that_strikes_a_word_out(size: float, off: float, begins: float, struck: bool) -> None:
    one = word("Berths", 0, 30, size=size)
    (marked,), _ = struck_out([one], [level(one.box.mid_y + off, begins, 30)])
    assert marked.struck is struck


PAGE = Box(0, 0, 500, 800)


@pytest.mark.parametrize(
    ("made", "around", "seen"),
    [
        (run("aa", size=0.6), Graphics(PAGE), True),
        (run("aa", size=0.4), Graphics(PAGE), False),
        (run("aa", colour=(244, 244, 244)), Graphics(PAGE), True),
        (run("aa", colour=(245, 245, 245)), Graphics(PAGE), False),
        (run("a", clip=Box(3.4, 0, 99, 800)), Graphics(PAGE), True),
        (run("a", clip=Box(3.6, 0, 99, 800)), Graphics(PAGE), False),
        (run("a"), Graphics(PAGE, covers=[(Box(0, 0, 99, BASE - 3.1), 1)]), True),
        (run("a"), Graphics(PAGE, covers=[(Box(0, 0, 99, BASE - 2.9), 1)]), False),
    ],
    ids=["small", "a dot", "grey", "white", "at the clip", "outside", "under no cover", "covered"],
)
def test_text_that_a_reader_sees(made: Run, around: Graphics, seen: bool) -> None:
    assert bool(visible([made], around)[0]) is seen


@pytest.mark.parametrize(("gap", "letters"), [(0.9, 2), (1.1, 0)])
def test_letters_of_two_runs_in_one_word_touch(gap: float, letters: int) -> None:
    assert _begun(run("aa"), run("bb", start=10 + gap)) == letters


# --- drawings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height", "lines", "dot"),
    [
        (1.3, 1.3, 8, True),
        (1.1, 1.1, 8, False),
        (5.9, 5.9, 8, True),
        (6.1, 6.1, 8, False),
        (3, 3.2, 8, True),
        (3, 3.4, 8, False),
        (3, 3, 7, False),
    ],
    ids=["small", "smaller", "large", "larger", "round", "long", "of few lines"],
)
def test_drawn_dots(width: float, height: float, lines: int, dot: bool) -> None:
    assert is_dot(Shape(((0.0, 0.0, 1.0, 1.0),) * lines, Box(0, 0, width, height), 1, True)) is dot


@pytest.mark.parametrize(
    ("size", "edge", "left", "off", "bullets"),
    [
        (5.9, 10.0, -20, 0, 2),
        (6.1, 10.0, -20, 0, 0),
        (3, 10.0, 4.9, 0, 2),
        (3, 10.0, 5.1, 0, 1),
        (3, 10.0, -20, 3.4, 2),
        (3, 10.0, -20, 3.6, 0),
        (3, 10.6, -20, 0, 2),
        (3, 11.3, -20, 0, 0),
    ],
    ids=["large", "larger", "free", "close to a word", "level", "lower", "of one list", "of two edges"],
)
def test_dots_that_are_bullets(size: float, edge: float, left: float, off: float, bullets: int) -> None:
    words = [word("Dredge", 22, 60), word("Paint", 22, 60, BASE + 40), word("No", left - 15, left)]
    middle = words[0].box.mid_y + off
    dots = [Box(x, y - size / 2, x + size, y + size / 2) for x, y in ((10.0, middle), (edge, middle + 40))]
    assert [w.text for w in with_bullets(words, dots, [])].count("•") == bullets


def test_dots_of_a_list_may_begin_a_little_apart() -> None:
    words = [word("Dredge", 22, 60), word("Paint", 22, 60, BASE + 40)]
    dots = [Box(x, w.box.mid_y - 1, x + 2, w.box.mid_y + 1) for x, w in zip((10.2, 11.0), words, strict=True)]
    assert with_bullets(words, dots, []) == words


@pytest.mark.parametrize(
    ("count", "height", "gap", "step", "edge", "fills"),
    [
        (8, 4, 0, 20, 10.2, 1),
        (7, 4, 0, 20, 10.2, 7),
        (8, 7.9, 0, 20, 10.0, 1),
        (8, 8.1, 0, 20, 10.0, 8),
        (8, 4, 1.4, 20, 10.0, 1),
        (8, 4, 1.6, 20, 10.0, 8),
        (8, 4, 0, 30, 10.0, 1),
        (8, 4, 0, 31, 10.0, 8),
    ],
    ids=["eight", "seven", "thin", "thick", "touching", "apart", "a shade off", "another colour"],
)
def test_strips_of_a_gradient(
    count: int, height: float, gap: float, step: int, edge: float, fills: int
) -> None:
    strips = [
        (Fill(Box(edge if n % 2 else 10.0, y, 90, y + height), (n * step, 0, 0)), n)
        for n in range(count)
        for y in [n * (height + gap)]
    ]
    assert len(whole_gradients((), strips)[1]) == fills


def test_strips_with_other_ends_are_no_gradient() -> None:
    strips = [(Fill(Box(10.4 if n % 2 else 10.2, 4 * n, 90, 4 * n + 4), (n * 20, 0, 0)), n) for n in range(8)]
    assert len(whole_gradients((), strips)[1]) == 8


@pytest.mark.parametrize(
    ("width", "height", "red", "signal"),
    [
        (3.6, 3.6, 200, True),
        (3.4, 3.4, 200, False),
        (20, 29, 200, True),
        (20, 31, 200, False),
        (159, 20, 200, True),
        (161, 20, 200, False),
        (20, 20, 60, True),
        (20, 20, 59, False),
    ],
    ids=["small", "a stop", "high", "higher", "wide", "wider", "coloured", "grey"],
)
def test_drawings_that_speak_by_their_colour(width: float, height: float, red: int, signal: bool) -> None:
    assert is_signal(Box(0, 0, width, height), (red, 0, 0)) is signal


def letters(
    lines: int = 15,
    row: int = 4,
    height: float = 7,
    width: float = 5,
    forms: int = 4,
    gap: float = 2,
    off: float = 0,
) -> list[Box]:
    """Small drawings in lines, of several sizes, every other one a little lower."""
    made = []
    for line in range(lines):
        x = 0.0
        for n in range(row):
            bottom = 100 * (line + 1) + off * (n % 2)
            made.append(Box(x, bottom - height, x + width + n % forms * 0.2, bottom))
            x = made[-1].x1 + gap
    return made


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        (letters(), True),
        (letters(14), False),
        (letters(20, row=3), False),
        (letters(forms=3), True),
        (letters(forms=2), False),
        (letters(height=1.6), True),
        (letters(height=1.4), False),
        (letters(height=39), True),
        (letters(height=41), False),
        (letters(off=0.5), True),
        (letters(off=0.7), False),
        (letters(gap=10.4), True),
        (letters(gap=10.6), False),
    ],
    ids=[
        "sixty",
        "fewer",
        "short",
        "three",
        "two",
        "small",
        "smaller",
        "large",
        "larger",
        "level",
        "unlevel",
        "near",
        "apart",
    ],
)
def test_drawings_in_lines_are_text(drawn: list[Box], text: bool) -> None:
    assert (drawn_text(drawn) is not None) is text


# --- whether the letters can be believed -----------------------------------------------------------


@pytest.mark.parametrize(("height", "scan"), [(481, True), (479, False)])
def test_a_picture_of_most_of_the_page_is_a_scan(height: float, scan: bool) -> None:
    assert is_scan([SimpleNamespace(box=Box(0, 0, 500, height))], PAGE) is scan


@pytest.mark.parametrize(("shown", "stands"), [(10, True), (11, False)])
def test_beside_hidden_text_a_scan_shows_little(shown: int, stands: bool) -> None:
    assert stands_for_scan([run("a" * shown)], [run("b" * 100)]) is stands


NONSENSE = ("xqzj vkkw " * 20).replace(" ", "")[:90]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (NONSENSE, True),
        (NONSENSE[:89], False),
        ("ab\x01\x03\x04efghi", True),
        ("abc\x01\x03efghi", False),
    ],
    ids=["ninety letters", "fewer", "control characters", "few of them"],
)
def test_letters_of_no_language(text: str, wrong: bool) -> None:
    assert _no_language(text) is wrong


@pytest.mark.parametrize(("unread", "told"), [(2, 1), (1, 0)])
def test_letters_without_a_meaning_are_told_from_two_in_a_hundred(unread: int, told: int) -> None:
    words = [word("\ufffd" * unread, 0, 5), word("a" * (100 - unread), 10, 90)]
    assert len(notes([], words, 1)) == told


@pytest.mark.parametrize(("times", "known"), [(3, True), (2, False)])
def test_a_word_that_the_pack_prints_three_times_is_one(times: int, known: bool) -> None:
    assert Vocabulary(["Brindlehythe"] * times).knows("Brindlehythe") is known
