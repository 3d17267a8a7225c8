"""What is seen on a scan: how it lies, its rules, its colours, its bold words. Drawn here, no recogniser."""

from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402
from PIL import Image, ImageDraw, ImageFont  # noqa: E402

from agendapack.extract.ocr.binarise import inked  # noqa: E402
from agendapack.extract.ocr.deskew import deskewed  # noqa: E402
from agendapack.extract.ocr.ruling import Ruling, ruling_of  # noqa: E402
from agendapack.extract.ocr.textlines import text_ink, text_lines  # noqa: E402

DOTS = 150
SCALE = DOTS / 72
GREY, GREEN = (205, 205, 205), (133, 188, 120)
LETTERS = ImageFont.load_default(20)
TEXT = "Repairs to council homes agreed"


def sheet(noise: float = 5.0, rule: int = 90) -> Image.Image:
    """A scanned table of four rows and three columns, a shaded head and a green cell, with grain."""
    page = Image.new("RGB", (1200, 800), (240, 240, 240))
    draw = ImageDraw.Draw(page)
    draw.rectangle([100, 100, 1100, 160], fill=GREY)
    draw.rectangle([800, 220, 1100, 280], fill=GREEN)
    for y in range(100, 341, 60):
        draw.line([100, y, 1100, y], fill=(rule,) * 3, width=2)
    for x in (100, 500, 800, 1100):
        draw.line([x, 100, x, 340], fill=(rule,) * 3, width=2)
    for row in range(4):
        for x in (115, 515):
            draw.text((x, 115 + 60 * row), TEXT[: 20 if x > 500 else 31], fill=(30, 30, 30), font=LETTERS)
    for row in range(6):
        draw.text(
            (115, 400 + 40 * row), f"{TEXT} and published in paragraph {row}", fill=(30, 30, 30), font=LETTERS
        )
    grain = np.random.default_rng(1).normal(0, noise, (800, 1200, 1))
    return Image.fromarray((np.asarray(page) + grain).clip(0, 255).astype(np.uint8))


def pixels(picture: Image.Image) -> np.ndarray:
    return np.ascontiguousarray(np.asarray(picture))


def ruling(picture: Image.Image) -> Ruling:
    return ruling_of(inked(pixels(picture), DOTS), SCALE)


@pytest.mark.parametrize("degrees", [-2.5, -0.7, 0.0, 0.4, 1.6])
@pytest.mark.parametrize("quarter", [0, 90])
def test_a_crooked_page_is_put_straight(degrees: float, quarter: int) -> None:
    crooked = sheet().rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=(240, 240, 240))
    straight = deskewed(pixels(crooked.rotate(-quarter, expand=True)), DOTS)
    assert straight.quarter == quarter
    assert straight.skew == pytest.approx(degrees, abs=0.1)


@pytest.mark.parametrize("shade", [60, 120, 170])
def test_dark_and_light_rules_are_found_where_they_run(shade: int) -> None:
    found = ruling(sheet(rule=shade))
    assert [round(r.at) for r in sorted(found.level, key=lambda r: r.at)] == pytest.approx(
        [100, 160, 220, 280, 340], abs=2
    )
    assert [round(r.at) for r in sorted(found.plumb, key=lambda r: r.at)] == pytest.approx(
        [100, 500, 800, 1100], abs=2
    )
    assert all(r.start == pytest.approx(100, abs=4) for r in found.level)
    # along the green cell a rule lighter than green cannot be seen; the cell's edge stands for it
    beside_green = [220, 280] if shade > 150 else []
    assert all(
        r.end == pytest.approx(1100, abs=4)
        for r in found.level
        if min((abs(r.at - at) for at in beside_green), default=9) > 3
    )


def test_rules_broken_by_the_scanner_are_whole() -> None:
    page = sheet()
    draw = ImageDraw.Draw(page)
    for x in range(150, 1100, 130):
        draw.rectangle([x, 215, x + 8, 225], fill=(240, 240, 240))
    assert sum(r.end - r.start > 900 for r in ruling(page).level if abs(r.at - 220) < 4) == 1


def test_a_faint_rule_ends_where_a_level_one_crosses_it_though_letters_go_on() -> None:
    page = Image.new("RGB", (1200, 800), (240, 240, 240))
    draw = ImageDraw.Draw(page)
    for y in (100, 220, 262):
        draw.line([100, y, 1100, y], fill=(60,) * 3, width=2)
    for x in (100, 1100):
        draw.line([x, 100, x, 262], fill=(60,) * 3, width=2)
    draw.line([500, 222, 500, 260], fill=(214,) * 3, width=2)
    for y in range(
        140, 218, 20
    ):  # letters of a heading over both columns, strokes of which stand right above
        draw.rectangle([499, y, 501, y + 14], fill=(30, 30, 30))
        draw.rectangle([505, y, 520, y + 14], fill=(30, 30, 30))
    grain = np.random.default_rng(1).normal(0, 2.0, (800, 1200, 1))
    found = ruling(Image.fromarray((np.asarray(page) + grain).clip(0, 255).astype(np.uint8)))
    between = [r for r in found.plumb if abs(r.at - 500) < 4]
    assert len(between) == 1
    assert between[0].start == pytest.approx(222, abs=8) and between[0].end == pytest.approx(260, abs=8)


def test_a_streak_of_the_scanner_through_text_is_no_rule() -> None:
    page = sheet(noise=2.0, rule=60)
    draw = ImageDraw.Draw(page, "RGBA")
    draw.line([230, 0, 230, 799], fill=(0, 0, 0, 26), width=2)
    draw.rectangle([102, 222, 498, 278], fill=(240, 240, 240))
    draw.line([230, 222, 230, 278], fill=(214, 214, 214), width=2)
    assert not [r for r in ruling(page).plumb if abs(r.at - 230) < 4]


def test_letters_make_no_rules() -> None:
    page = Image.new("RGB", (1200, 800), "white")
    draw = ImageDraw.Draw(page)
    for row, size in enumerate((16, 20, 28, 40)):
        draw.text(
            (60, 60 + 120 * row),
            "THE TITLE — HELD LEVEL, illicit 1111",
            fill="black",
            font=ImageFont.load_default(size),
        )
    found = ruling(page)
    assert not found.level and not found.plumb


def test_lines_of_text_end_at_the_rules_between_columns() -> None:
    page = sheet()
    found = ruling(page)
    ink = text_ink(inked(pixels(page), DOTS).ink, found, SCALE)
    lines = [line for line in text_lines(ink, found, SCALE) if line.bottom < 345]
    assert len(lines) == 8
    assert all(line.x1 <= 500 or line.x0 >= 500 for line in lines)


def test_shaded_and_coloured_cells_are_found_and_print_is_none() -> None:
    page = sheet()
    fills = inked(pixels(page), DOTS).fills
    head, cell = sorted(fills, key=lambda f: f.box.top)
    assert [v * SCALE for v in (head.box.top, head.box.bottom)] == pytest.approx([100, 160], abs=5)
    assert [v * SCALE for v in (cell.box.x0, cell.box.x1)] == pytest.approx([800, 1100], abs=5)
    assert cell.colour == pytest.approx(GREEN, abs=6) and head.colour == pytest.approx(GREY, abs=6)


def test_white_letters_on_a_dark_head_are_ink() -> None:
    page = Image.new("RGB", (1200, 300), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle([100, 50, 1100, 150], fill=(30, 60, 110))
    draw.text((120, 85), TEXT, fill="white", font=ImageFont.load_default(28))
    ink = inked(pixels(page), DOTS).ink
    assert ink[80:125, 110:500].mean() < 0.5
    assert ink[80:125, 110:500].any()
    assert not ink[60:140, 800:1080].any()


def test_white_lines_between_coloured_cells_are_rules() -> None:
    page = Image.new("RGB", (1200, 600), (245, 245, 245))
    draw = ImageDraw.Draw(page)
    for row, shade in enumerate(((30, 90, 160), (205, 212, 230), (228, 231, 242), (205, 212, 230))):
        for left, right in ((100, 498), (502, 1100)):
            draw.rectangle([left, 100 + 60 * row, right, 156 + 60 * row], fill=shade)
            ink = "white" if row == 0 else (20, 20, 20)
            draw.text((left + 15, 115 + 60 * row), TEXT[:24], fill=ink, font=LETTERS)
    found = ruling(page)
    assert any(abs(r.at - 500) < 3 and r.end - r.start > 200 for r in found.plumb)
    assert all(any(abs(r.at - y) < 4 for r in found.level) for y in (158, 218, 278))


@pytest.mark.parametrize("shade", [(91, 155, 213), (0, 0, 0), (192, 0, 0), (112, 173, 71)])
def test_light_print_on_middle_and_dark_grounds_is_ink(shade: tuple[int, int, int]) -> None:
    page = Image.new("RGB", (1200, 300), (245, 245, 245))
    draw = ImageDraw.Draw(page)
    draw.rectangle([100, 50, 1100, 110], fill=shade)
    draw.text((120, 65), TEXT, fill="white", font=ImageFont.load_default(28))
    draw.text((120, 115), TEXT, fill=(20, 20, 20), font=ImageFont.load_default(28))
    ink = inked(pixels(page), DOTS).ink
    assert 0.05 < ink[68:95, 120:500].mean() < 0.5
    assert 0.05 < ink[120:145, 120:500].mean() < 0.5
    assert not ink[70:95, 800:1080].any()


def test_bold_print_in_a_small_coloured_cell_leaves_it_whole() -> None:
    page = Image.new("RGB", (800, 400), (245, 245, 245))
    draw = ImageDraw.Draw(page)
    draw.rectangle([100, 100, 280, 142], fill=(0, 230, 0))
    for x in (0, 1, 2, 3):
        draw.text((112 + x, 106), "GREEN", fill=(20, 20, 20), font=ImageFont.load_default(30))
    (cell,) = inked(pixels(page), DOTS).fills
    assert [v * SCALE for v in (cell.box.x0, cell.box.top, cell.box.x1, cell.box.bottom)] == pytest.approx(
        [100, 100, 280, 142], abs=5
    )
