"""Both sides of the bounds by which files, fonts, pictures and small signs are taken for what they are."""

from __future__ import annotations

from collections.abc import Sequence
from math import radians
from pathlib import Path
from types import SimpleNamespace

import pytest
from read.pdfs import page_of, text

from agendapack.extract.errors import DamagedPdf, NotAPdf
from agendapack.extract.model import Box, Fill, Word
from agendapack.extract.read import pdfium_objects, status_icons
from agendapack.extract.read.bullets import with_bullets
from agendapack.extract.read.damage import _inflates
from agendapack.extract.read.drawn_letters import drawn_text
from agendapack.extract.read.pdfium_file import open_pdf
from agendapack.extract.read.pdfium_objects import _font_style
from agendapack.extract.read.pdfium_text import NO_STYLE, Boxes, TextObject, _turn, main_turn
from agendapack.extract.read.runs import along, placed
from agendapack.extract.read.superscripts import set_marks
from agendapack.extract.read.text_layer import _no_language

LEVEL = (1.0, 0.0, 0.0, -1.0, 0.0, 300.0)
"""From pdfium's page space to the upright page."""

# --- files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("junk", "error"), [(1019, DamagedPdf), (1020, NotAPdf)], ids=["HEADER_WINDOW", "HEADER_WINDOW beyond"]
)
def test_the_mark_of_a_pdf_stands_in_its_first_kilobyte(
    tmp_path: Path, junk: int, error: type[Exception]
) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(b"x" * junk + b"%PDF-1.7 and nothing else")
    with pytest.raises(error):
        open_pdf(file)


@pytest.mark.parametrize(
    ("length", "found"), [(1024, [False]), (1025, [])], ids=["DICTIONARY_BYTES", "DICTIONARY_BYTES more"]
)
def test_the_dictionary_of_a_stream_stands_close_before_it(length: int, found: list[bool]) -> None:
    content = b"/FlateDecode".ljust(length) + b"stream\nno such thing\nendstream"
    assert [*_inflates(content)] == found


FIELD = "<</Type/Annot/Subtype/Widget/FT/Tx/T(kpi)/V({})/Rect[0 0 9 9]>>"


@pytest.mark.parametrize(("fields", "named"), [(20, 20), (21, 20)], ids=["MAX_NAMED", "MAX_NAMED more"])
def test_twenty_fields_of_a_page_are_named(tmp_path: Path, fields: int, named: int) -> None:
    numbers = " ".join(f"{20 + n} 0 R" for n in range(fields))
    page = page_of(tmp_path, "", page=f"/Annots[{numbers}]", more=(FIELD.format("94"),) * fields)
    assert len(page.notes) == named


@pytest.mark.parametrize(("length", "quoted"), [(80, 80), (81, 80)], ids=["MAX_QUOTE", "MAX_QUOTE more"])
def test_eighty_letters_of_a_field_are_quoted(tmp_path: Path, length: int, quoted: int) -> None:
    page = page_of(tmp_path, "", page="/Annots[20 0 R]", more=(FIELD.format("x" * length),))
    assert page.notes[0].detail.count("x") == "a form field holds text".count("x") + quoted


# --- fonts and directions --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weight", "bold"), [(600, True), (599, False)], ids=["HEAVY_WEIGHT", "HEAVY_WEIGHT less"]
)
def test_heavy_type_is_bold(weight: int, bold: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = SimpleNamespace(font_name=lambda *_: 0, font_italic=lambda *_: 0, font_weight=lambda _: weight)
    monkeypatch.setattr(pdfium_objects, "api", fonts)
    assert _font_style(1)[0] is bold


@pytest.mark.parametrize(
    ("degrees", "turn"),
    [(19, 0), (-19, 0), (21, 270), (-21, 90), (161, 180), (159, 270)],
    ids=lambda value: f"LEVEL_DEGREES {value}",
)
def test_text_that_climbs_a_little_is_level(degrees: float, turn: int) -> None:
    assert _turn(radians(degrees), LEVEL) == turn


@pytest.mark.parametrize(
    ("sideways", "turn"), [(61, 270), (60, 0)], ids=["MAIN_TURN_SHARE", "MAIN_TURN_SHARE less"]
)
def test_a_page_is_turned_where_most_letters_read_sideways(sideways: int, turn: int) -> None:
    none = Boxes(memoryview(b"").cast("f"))
    texts = [
        TextObject(NO_STYLE, "a" * count, 0, count, none, (0, 0), radians(angle))
        for count, angle in ((sideways, 90), (100 - sideways, 0))
    ]
    assert main_turn(texts, LEVEL) == turn


def test_a_word_reaches_three_quarters_of_its_size_above_its_line_and_a_fifth_below() -> None:
    """ASCENT_EM and DESCENT_EM of the type that councils print."""
    box = placed(0, 0, 30, 100, 10)
    assert (box.top, box.bottom) == pytest.approx((92.6, 102.1))
    assert along(0, box)[2] == pytest.approx(100)


# --- letters ---------------------------------------------------------------------------------------


def like_english(share: int) -> str:
    """A thousand letters, so many of them in the shares of English."""
    usual = "e" * 127 + "t" * 91 + "a" * 82 + "o" * 75 + "i" * 70 + "n" * 67 + "s" * 63 + "h" * 61
    return usual[:share].ljust(1000, "z")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        pytest.param(like_english(620), False, id="LIKE_ENGLISH"),
        pytest.param(like_english(610), True, id="LIKE_ENGLISH less"),
        pytest.param("the " * 3 + "zqxjkzqxjkzqxjk " * 7, False, id="KNOWN_SHARE"),
        pytest.param("the " * 2 + "zqxjkzqxjkzqxjk " * 8, True, id="KNOWN_SHARE less"),
    ],
)
def test_letters_that_are_no_languages(said: str, wrong: bool) -> None:
    assert _no_language(said) is wrong


def test_the_hidden_text_of_a_scan_is_believed_four_times_in_five(tmp_path: Path) -> None:
    """SCAN_CERTAINTY: nobody has read it over."""
    scan = "q 400 0 0 300 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID F0F0F0> EI Q\n"
    assert [w.certainty for w in page_of(tmp_path, scan + text("Quay", how="3 Tr")).words] == [0.8]


# --- pictures --------------------------------------------------------------------------------------


def picture(alphas: Sequence[int]) -> tuple[str, str]:
    """A picture of one row of points, and how much of each is seen."""
    head = (
        "/Type/XObject/Subtype/Image/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/ASCIIHexDecode"
    )
    points, seen = ("".join(f"{v:02X}" for v in row) + ">" for row in ([128] * len(alphas), alphas))
    return (
        f"<<{head}/Width {len(alphas)}/SMask 21 0 R/Length {len(points)}>>stream\n{points}\nendstream",
        f"<<{head}/Width {len(alphas)}/Length {len(seen)}>>stream\n{seen}\nendstream",
    )


@pytest.mark.parametrize(
    ("alphas", "hidden"),
    [
        pytest.param([250] * 20, 1, id="OPAQUE_FROM"),
        pytest.param([249] * 20, 0, id="OPAQUE_FROM less"),
        pytest.param([255] * 19 + [0], 1, id="OPAQUE_SHARE"),
        pytest.param([255] * 18 + [0] * 2, 0, id="OPAQUE_SHARE less"),
    ],
)
def test_a_solid_picture_hides_what_is_under_it(tmp_path: Path, alphas: Sequence[int], hidden: int) -> None:
    drawn = text("Covered") + "q 120 0 0 30 40 190 cm /I1 Do Q"
    page = page_of(tmp_path, drawn, resources="/XObject<</I1 20 0 R>>", more=picture(alphas))
    assert len(page.hidden) == hidden


GRADIENT = (
    "<</ShadingType 2/ColorSpace/DeviceRGB/Coords[50 0 150 0]/Extend[true true]"
    "/Function<</FunctionType 2/Domain[0 1]/C0[0 0.6 0]/C1[0 0.8 0]/N 1>>>>"
)


@pytest.mark.parametrize(("height", "fills"), [(3.1, 1), (2.9, 0)], ids=["MIN_AREA_PT", "MIN_AREA_PT less"])
def test_a_thin_gradient_is_a_line(tmp_path: Path, height: float, fills: int) -> None:
    drawn = f"q 50 100 100 {height} re W n /S1 sh Q"
    page = page_of(tmp_path, drawn, resources="/Shading<</S1 20 0 R>>", more=(GRADIENT,))
    assert len(page.fills) == fills


RED = (200, 0, 0)


@pytest.mark.parametrize(("drawn", "count"), [(2000, 2000), (2001, 0)], ids=["MAX_DRAWN", "MAX_DRAWN more"])
def test_signs_of_a_page(drawn: int, count: int) -> None:
    fills = [Fill(Box(0, 0, 10, 10), RED)] * drawn
    assert len(status_icons.signals(fills, (), (), LEVEL)) == count


# --- words and marks -------------------------------------------------------------------------------


def word(said: str, x0: float, x1: float, base: float = 100.0, size: float = 10.0) -> Word:
    return Word(said, placed(0, x0, x1, base, size), size)


@pytest.mark.parametrize(("dots", "bullets"), [(400, 2), (401, 0)], ids=["MAX_DOTS", "MAX_DOTS more"])
def test_a_page_of_very_many_dots_has_no_bullets(dots: int, bullets: int) -> None:
    words = [word("Dredge", 22, 60), word("Paint", 22, 60, 140.0)]
    opening = [Box(10, w.box.mid_y - 1, 12, w.box.mid_y + 1) for w in words]
    others = [Box(300, 500, 302, 502)] * (dots - 2)
    assert [w.text for w in with_bullets(words, [*opening, *others], [])].count("•") == bullets


@pytest.mark.parametrize(
    ("others", "marked"), [(59, True), (60, False)], ids=["MAX_SEARCHED", "MAX_SEARCHED more"]
)
def test_sixty_small_words_are_compared_with_all_others(others: int, marked: bool) -> None:
    """The mark stands behind a word that the file holds after it."""
    far = [w for n in range(others) for w in (word("Far", 300, 320), word("2", 500, 503, 200.0 + 9 * n, 6))]
    words = [
        *far,
        word("Far", 300, 320),
        word("2", 31, 35, 96.0, 6),
        word("Far", 300, 320),
        word("Berths", 0, 30),
    ]
    (mark,) = [w for w in set_marks(words) if w.box.x0 == 31]
    assert mark.superscript is marked


@pytest.mark.parametrize(("junk", "drawn"), [(19_940, True), (19_941, False)], ids=["MOST", "MOST more"])
def test_so_many_drawings_of_a_page_are_looked_at(junk: int, drawn: bool) -> None:
    far = [Box(0, 9000 + 50 * n, 5, 9007 + 50 * n) for n in range(junk)]
    letters = [Box(7 * n, 93, 7 * n + 5 + n % 4 * 0.2, 100) for n in range(60)]
    assert (drawn_text([*far, *letters]) is not None) is drawn


@pytest.mark.parametrize(
    ("covers", "hidden"), [(12, 12), (13, 12)], ids=["MAX_LOOKED_INTO", "MAX_LOOKED_INTO more"]
)
def test_twelve_pictures_of_a_page_are_looked_into(tmp_path: Path, covers: int, hidden: int) -> None:
    under = "".join(text("Quay", y=280 - 20 * n) for n in range(covers))
    over = "".join(f"q 60 0 0 14 45 {276 - 20 * n} cm /I1 Do Q\n" for n in range(covers))
    page = page_of(tmp_path, under + over, resources="/XObject<</I1 20 0 R>>", more=picture([255]))
    assert len(page.hidden) == hidden
