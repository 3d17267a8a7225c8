"""Letters of a line become words: spaces come back, footnote marks stand apart."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402
from PIL import Image, ImageDraw, ImageFont  # noqa: E402

from agendapack.extract.model import Word  # noqa: E402
from agendapack.extract.ocr.recogniser import Letter  # noqa: E402
from agendapack.extract.ocr.textlines import LineBox  # noqa: E402
from agendapack.extract.ocr.words import set_of, words_of  # noqa: E402

FONT, MARK = ImageFont.load_default(40), ImageFont.load_default(24)


def read(printed: str, spaces: str, raised: str = "", apart: int = 1, astray: float = 0.0) -> list[Word]:
    """The words when `printed` (with a raised mark so far behind) is read with the spaces of `spaces`.

    The recogniser sees each letter so far to the right of its middle.
    """
    page = Image.new("L", (1400, 80), 255)
    draw = ImageDraw.Draw(page)
    draw.text((10, 20), printed, fill=0, font=FONT)
    end = 10 + draw.textlength(printed, font=FONT)
    draw.text((end + apart, 18), raised, fill=0, font=MARK)
    middles = [
        10 + (draw.textlength(printed[:i], font=FONT) + draw.textlength(printed[: i + 1], font=FONT)) / 2
        for i, c in enumerate(printed)
        if c != " "
    ]
    middles += [
        end + apart + (i + 0.5) * draw.textlength(raised, font=MARK) / len(raised) for i in range(len(raised))
    ]
    places = iter(middles)
    letters = [Letter(c, 0.0 if c == " " else next(places) + astray, 0.99) for c in spaces + raised]
    ink = np.asarray(page) < 128
    ys, xs = np.nonzero(ink)
    line = LineBox(int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
    return words_of(letters, ink, line, 0, set_of(ink, line), 2.0)


@pytest.mark.parametrize(
    ("printed", "spaces"),
    [
        ("the park railings", "the park railings"),
        ("the park railings", "thepark railings"),
        ("the park railings", "theparkrailings"),
        ("NI 55-57 and 61", "NI55-57and 61"),
        ("Plan – Apr 2008", "Plan–Apr 2008"),
        ("RK1.11", "RK1.11"),
        ("5,308 of 11,111", "5,308 of 11,111"),
        ("NI 88,109, 118", "NI 88,109, 118"),
        ("willing little illicit", "willing little illicit"),
    ],
)
def test_spaces_are_restored_from_the_gaps_and_none_is_made_up(printed: str, spaces: str) -> None:
    assert " ".join(w.text for w in read(printed, spaces)) == printed


def test_boxes_follow_one_another_around_the_ink() -> None:
    words = read("the park railings", "the park railings")
    assert all(a.box.x1 < b.box.x0 for a, b in zip(words, words[1:], strict=False))
    assert words[0].box.x0 == pytest.approx(6, abs=2)


@pytest.mark.parametrize(("printed", "mark"), [("79", "1"), ("29.8", "2"), ("n/a", "4"), ("45.2%", "12")])
def test_a_raised_figure_is_a_footnote_mark_not_a_digit(printed: str, mark: str) -> None:
    number, note = read(printed, printed, mark)
    assert (number.text, number.superscript) == (printed, False)
    assert (note.text, note.superscript) == (mark, True)


@pytest.mark.parametrize("printed", ["1,407", "NB/07", "A17", "117", "4.7"])
def test_a_figure_on_the_line_is_no_mark(printed: str) -> None:
    assert [w.text for w in read(printed, printed)] == [printed]


@pytest.mark.parametrize(("apart", "astray"), [(1, 8), (-2, 0), (-2, 6), (-3, 4)])
def test_a_mark_that_touches_its_figure_or_is_seen_astray_stands_apart(apart: int, astray: float) -> None:
    assert [w.text for w in read("45.2", "45.2", "3", apart, astray)] == ["45.2", "3"]


@pytest.mark.parametrize("printed", ["206", "NB/04", "98.416", "1,094", "747"])
def test_a_figure_seen_astray_is_no_mark(printed: str) -> None:
    assert [w.text for w in read(printed, printed, astray=9)] == [printed]


def test_a_word_of_one_letter_keeps_its_place_though_seen_astray() -> None:
    """The recogniser places letters only so exactly; between the two spaces the second is wider."""
    ink = np.zeros((40, 160), bool)
    for x0, x1 in ((0, 14), (16, 30), (37, 47), (55, 69), (71, 85)):
        ink[8:32, x0:x1] = True
    letters = [
        Letter(c, x, 0.99)
        for c, x in (("o", 8), ("p", 25), (" ", 36), ("a", 48), (" ", 52), ("c", 65), ("o", 80))
    ]
    words = words_of(letters, ink, LineBox(0, 8, 85, 32), 0, set_of(ink, LineBox(0, 8, 85, 32)), 1.0)
    assert [(w.text, w.box.x0, w.box.x1) for w in words] == [("op", 0, 30), ("a", 37, 47), ("co", 55, 85)]
