"""Both sides of the bounds by which a scan is drawn, put upright, and its lines are kept as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402
from read.pdfs import pdf  # noqa: E402

from agendapack.extract.model import Box, Word  # noqa: E402
from agendapack.extract.ocr.picture import Scan, scan_of  # noqa: E402
from agendapack.extract.ocr.recogniser import Letter  # noqa: E402
from agendapack.extract.ocr.scan import (  # noqa: E402
    _crop,
    _is_on_its_head,
    _is_text,
    _marked,
    _notes,
    _probes,
    _Text,
    _words,
    holds_text,
)
from agendapack.extract.ocr.textlines import LineBox  # noqa: E402

# --- how it is drawn -------------------------------------------------------------------------------

COARSE = "q 100 0 0 100 0 0 cm BI /W 10 /H 10 /CS /G /BPC 8 /F /AHx ID " + "80" * 100 + "> EI Q\n"


@pytest.mark.parametrize(
    ("content", "box", "pixels"),
    [
        pytest.param("", "0 0 72 72", 200, id="DOTS_AN_INCH"),
        pytest.param(COARSE, "0 0 72 72", 60, id="LEAST_DOTS_AN_INCH"),
        pytest.param("", "0 0 2000 9", 3400, id="MAX_SIDE_PX"),
    ],
)
def test_so_fine_is_a_page_drawn(tmp_path: Path, content: str, box: str, pixels: int) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf(content, box=box))
    assert scan_of(file, 1).rgb.shape[1] == pixels


@pytest.mark.parametrize(
    ("longest", "unit"), [(1224, 1.0), (2448, 2.0)], ids=["LONGEST_PT", "LONGEST_PT twice"]
)
def test_the_print_of_a_poster_is_as_large_as_the_sheet(longest: int, unit: float) -> None:
    assert Scan(np.zeros((longest, 9, 3), np.uint8), 1.0).unit == unit


# --- lines that are text ---------------------------------------------------------------------------

TALL = 100.0


def line(height: int = 100, width: int = 600, x0: int = 0, top: int = 0) -> LineBox:
    return LineBox(x0, top, x0 + width, top + height)


def letters(text: str, certainty: float = 1.0) -> list[Letter]:
    return [Letter(c, 10.0 * n, certainty) for n, c in enumerate(text)]


@pytest.mark.parametrize(
    ("text", "certainty", "box", "kept"),
    [
        pytest.param("abc", 0.56, line(), True, id="NO_TEXT"),
        pytest.param("abc", 0.54, line(), False, id="NO_TEXT less"),
        pytest.param("abcd", 0.71, line(), True, id="LONG_TEXT"),
        pytest.param("abcd", 0.69, line(), False, id="LONG_TEXT less"),
        pytest.param("abc", 0.6, line(), True, id="LONG"),
        pytest.param("abcd", 0.6, line(), False, id="LONG more"),
        pytest.param("abc", 0.6, line(60), True, id="SMALL"),
        pytest.param("abc", 0.6, line(59), False, id="SMALL less"),
        pytest.param("abc", 0.86, line(50), True, id="SMALL_TEXT"),
        pytest.param("abc", 0.84, line(50), False, id="SMALL_TEXT less"),
        pytest.param("-", 1.0, line(width=30), True, id="LEAST_SIGN"),
        pytest.param("-", 1.0, line(width=29), False, id="LEAST_SIGN less"),
    ],
)
def test_what_is_worth_keeping(text: str, certainty: float, box: LineBox, kept: bool) -> None:
    assert _is_text(_Text(box, 0, letters(text, certainty)), SimpleNamespace(tall=TALL)) is kept


@pytest.mark.parametrize(
    ("gap", "bullet"), [(400, True), (401, False)], ids=["BULLET_GAP", "BULLET_GAP more"]
)
def test_a_round_spot_before_a_line_is_a_bullet(gap: int, bullet: bool) -> None:
    ink = np.zeros((100, 50), np.bool_)
    ink[60:100, :40] = True
    spot = LineBox(0, 60, 40, 100)
    sheet = SimpleNamespace(tall=TALL, print=ink, lines=[spot, line(x0=40 + gap)])
    read = _marked(_Text(spot, 0, letters("o")), sheet)
    assert (read.letters[0].text == "•") is bullet


@pytest.mark.parametrize(("certainty", "told"), [(0.74, 1), (0.76, 0)], ids=["DOUBT", "DOUBT less"])
def test_a_doubtful_figure_is_told(certainty: float, told: int) -> None:
    words = [Word("14", Box(0, 0, 9, 9), 9, certainty=certainty)]
    assert len([*_notes(words, (), SimpleNamespace(beyond=0), 1)]) == told


def test_white_is_kept_around_a_line() -> None:
    """MARGIN_EM."""
    part, left = _crop(SimpleNamespace(even=np.zeros((300, 300), np.uint8)), LineBox(100, 100, 200, 200))
    assert (part.shape, left) == ((128, 130), 85)


@pytest.mark.parametrize(
    ("high", "size"), [(80, 100.0), (82, 82 / 0.72)], ids=["ALIKE_SIZE", "ALIKE_SIZE more"]
)
def test_sizes_that_hardly_differ_are_one(high: int, size: float) -> None:
    heights, ink = (72, 72, 72, high), np.zeros((500, 60), np.bool_)
    boxes = [LineBox(0, 120 * n, 60, 120 * n + tall) for n, tall in enumerate(heights)]
    for box in boxes:
        ink[box.top : box.bottom] = True
    sheet = SimpleNamespace(print=ink, even=np.where(ink, 0, 255).astype(np.uint8))
    read = [*_words(sheet, [_Text(box, 0, [Letter("a", 30.0, 1.0)]) for box in boxes], 1.0)]
    assert read[-1].size == round(size, 2)


# --- which way up ----------------------------------------------------------------------------------


class Look:
    """A picture of lines that are read upright and turned round as said."""

    def __init__(self, upright: Sequence[list[Letter]]) -> None:
        self.asked = 0
        self._read = {line(top=150 * n): said for n, said in enumerate(upright)}
        self.sheet = SimpleNamespace(lines=[*self._read])

    def letters(self, line: LineBox, *, turned: bool) -> list[Letter]:
        self.asked += not turned
        return [] if turned else self._read[line]


@pytest.mark.parametrize(("lines", "probes"), [(6, 6), (7, 6), (12, 6)], ids=lambda n: f"PROBES {n}")
def test_six_lines_tell_which_way_up_a_page_is(lines: int, probes: int) -> None:
    assert len(_probes(Look([letters("a")] * lines).sheet)) == probes


@pytest.mark.parametrize(("each", "asked"), [(8, 2), (7, 3)], ids=["CLEARLY", "CLEARLY less"])
def test_fewer_lines_will_do_when_they_are_clear(each: int, asked: int) -> None:
    look = Look([letters("a" * each)] * 6)
    assert not _is_on_its_head(look)  # type: ignore[arg-type]
    assert look.asked == asked


@pytest.mark.parametrize(
    ("legible", "certainty", "text"),
    [
        pytest.param(3, 0.86, True, id="LEGIBLE LEAST_LEGIBLE"),
        pytest.param(3, 0.84, False, id="LEGIBLE less"),
        pytest.param(2, 0.86, False, id="LEAST_LEGIBLE fewer"),
    ],
)
def test_a_picture_of_text(legible: int, certainty: float, text: bool) -> None:
    lines = [letters("quay", certainty)] * legible + [letters("quay", 0.5)] * (6 - legible)
    assert holds_text(Look(lines)) is text  # type: ignore[arg-type]
