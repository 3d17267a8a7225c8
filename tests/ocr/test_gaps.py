"""Rules that single pieces do not show, and coloured cells whose print hides their colour. Drawn here."""

from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402
from PIL import Image, ImageDraw, ImageFont  # noqa: E402

from agendapack.extract.ocr.binarise import Inked, inked  # noqa: E402
from agendapack.extract.ocr.ruling import ruling_of  # noqa: E402
from agendapack.extract.ocr.segments import RuleSegment  # noqa: E402

DOTS = 150
SCALE = DOTS / 72
PAPER, GREEN, RED = (240, 240, 240), (137, 196, 124), (222, 104, 78)
BAND = (198, 245, 197)


def page() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A frame of three columns and five rows; the rows differ in height."""
    picture = Image.new("RGB", (1200, 800), PAPER)
    draw = ImageDraw.Draw(picture)
    for y in (100, 200, 240, 264, 304, 400):
        draw.line([100, y, 1100, y], fill=(60,) * 3, width=2)
    for x in (100, 1100):
        draw.line([x, 100, x, 400], fill=(60,) * 3, width=2)
    return picture, draw


def seen(picture: Image.Image, noise: float = 4.0) -> Inked:
    grain = np.random.default_rng(3).normal(0, noise, (800, 1200, 1))
    soft = np.asarray(cv2.GaussianBlur(np.asarray(picture), (3, 3), 0.6), float)
    return inked((soft + grain).clip(0, 255).astype(np.uint8), DOTS)


def uprights(picture: Image.Image, at: int) -> list[RuleSegment]:
    return [r for r in ruling_of(seen(picture), SCALE).plumb if abs(r.at - at) < 4]


def covers(runs: list[RuleSegment], start: int, end: int) -> bool:
    return any(r.start <= start + 4 and r.end >= end - 4 for r in runs)


def test_a_rule_through_a_low_row_between_two_bands_is_found() -> None:
    picture, draw = page()
    for top, bottom in ((201, 239), (265, 303)):
        draw.rectangle([102, top, 1098, bottom], fill=BAND)
    for top, bottom in ((100, 200), (240, 264), (304, 400)):
        draw.line([600, top, 600, bottom], fill=(60,) * 3, width=2)
    found = uprights(picture, 600)
    assert covers(found, 240, 264)
    assert not covers(found, 200, 240), "the band has no columns"


def test_the_strokes_of_letters_between_two_rules_are_none() -> None:
    picture, draw = page()
    draw.line([600, 100, 600, 200], fill=(60,) * 3, width=2)
    draw.line([600, 304, 600, 400], fill=(60,) * 3, width=2)
    draw.rectangle([599, 244, 602, 258], fill=(20, 20, 20))  # a letter's stem, nearly as high as the row
    draw.rectangle([608, 250, 622, 258], fill=(20, 20, 20))
    assert not covers(uprights(picture, 600), 240, 264)


@pytest.mark.parametrize("shade", [9, 20])
def test_a_hair_line_between_cells_of_one_colour_is_found(shade: int) -> None:
    picture, draw = page()
    draw.rectangle([102, 102, 300, 198], fill=GREEN)
    draw.rectangle([300, 102, 500, 198], fill=RED)
    draw.rectangle([102, 306, 500, 398], fill=GREEN)
    draw.line([300, 305, 300, 399], fill=tuple(c - shade for c in GREEN), width=2)
    draw.line([500, 100, 500, 400], fill=(60,) * 3, width=2)
    assert covers(uprights(picture, 300), 304, 400)


def test_the_edge_of_a_colour_is_no_rule() -> None:
    picture, draw = page()
    draw.line([500, 100, 500, 400], fill=(60,) * 3, width=2)
    draw.rectangle([300, 320, 499, 370], fill=GREEN)
    rules = ruling_of(seen(picture), SCALE)
    assert not [r for r in rules.plumb if abs(r.at - 300) < 6]
    assert not [r for r in rules.level if min(abs(r.at - y) for y in (320, 370)) < 6]


def test_a_band_reaches_under_the_bold_letters_at_its_start() -> None:
    picture, draw = page()
    draw.rectangle([102, 265, 1098, 303], fill=BAND)
    for x in range(104, 190, 7):  # letters closer than the colour between them is wide
        draw.rectangle([x, 272, x + 4, 296], fill=(10, 10, 10))
    (band,) = seen(picture).fills
    assert band.box.x0 * SCALE == pytest.approx(102, abs=4)


def test_a_black_head_reaches_over_white_words_at_its_top() -> None:
    picture, draw = page()
    draw.rectangle([102, 202, 1098, 262], fill=(0, 0, 0))
    letters = ImageFont.load_default(20)
    for x in (110, 400, 700):
        draw.text((x, 197), "Target", fill=(255, 255, 255), font=letters)
    found = seen(picture)
    (head,) = found.fills
    assert (head.box.top * SCALE, head.box.bottom * SCALE) == pytest.approx((200, 262), abs=5)
    inside = found.even[206:258, 110:1090]
    assert np.median(inside) > 200, "the black is white"
    assert (inside < 100).sum() > 500, "and the words are black"
    assert found.sides[220, 95:106].any() and found.sides[220, 1095:1106].any(), "its edges are known"
    assert not found.sides[220, 110:1090].any()
    bar = np.asarray(picture.convert("L"))[203:206, 100:1100] == 255
    assert (found.even[203:206, 100:1100][bar] < 100).mean() > 0.8, "up to their tops"


def test_an_unevenly_lit_dark_cell_is_one_and_its_print_light_all_over() -> None:
    pixels = np.asarray(page()[0]).copy()
    pixels[102:400, 102:400] = np.linspace(78, 112, 298).astype(np.uint8)[:, None, None]
    picture = Image.fromarray(pixels)
    draw = ImageDraw.Draw(picture)
    draw.text((106, 104), "ADULTS /", fill=(250,) * 3, font=ImageFont.load_default(20))
    draw.text((406, 104), "Market", fill=(30,) * 3, font=ImageFont.load_default(20))
    draw.line([400, 100, 400, 400], fill=(120,) * 3, width=2)
    found = seen(picture, 2.0)
    (cell,) = [f for f in found.fills if f.box.area > 1000]
    assert (cell.box.top * SCALE, cell.box.bottom * SCALE) == pytest.approx((102, 400), abs=6)
    assert (found.even[110:390, 402:405] > 150).mean() > 0.9, "no black bar beside the cell"


def test_a_dark_stripe_along_the_rim_is_no_print() -> None:
    picture, draw = page()
    draw.rectangle([0, 0, 30, 799], fill=(60,) * 3)
    found = seen(picture)
    assert found.sides[100:700, 29:33].all()
    assert not found.sides[:, 60:].any()
