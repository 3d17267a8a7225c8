"""Puts pages of a typeset PDF through a make-believe scanner: they come out as pictures, a little crooked.

The pictures depend on the versions of the libraries that draw and pack them, so that the
bytes are not the same everywhere; what is to be seen on them is.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image, ImageFilter

PAPER = 244
"""Grey of the paper on the glass."""


@dataclass(frozen=True)
class Scanner:
    """How a page goes through: turned by so many degrees, at so many dots an inch, with grain."""

    degrees: float
    dots: int
    noise: float
    seed: int
    sideways: bool = False
    two_tone: bool = False


def scan_pages(path: Path, scanners: Mapping[int, Scanner]) -> None:
    """Replace pages (counted from 1) of the file by their scans."""
    pictures = {number: _scan(_drawn(path, number, how.dots), how) for number, how in scanners.items()}
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for number, picture in pictures.items():
            _replace(pdf, pdf.pages[number - 1], picture, scanners[number])
        pdf.remove_unreferenced_resources()
        pdf.save(path, deterministic_id=True, compress_streams=False)


def _drawn(path: Path, number: int, dots: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    try:
        picture: Image.Image = document[number - 1].render(scale=dots / 72, grayscale=True).to_pil()
        return picture.convert("L")
    finally:
        document.close()


def _scan(page: Image.Image, how: Scanner) -> Image.Image:
    """The page as a scanner sees it: turned, soft, grainy, with specks; black and white if it is set so."""
    turned = page.rotate(how.degrees, Image.Resampling.BICUBIC, fillcolor=255).filter(
        ImageFilter.GaussianBlur(0.5)
    )
    chance = np.random.default_rng(how.seed)
    grey = np.asarray(turned, dtype=np.float64) * PAPER / 255
    grey += chance.normal(0, how.noise, grey.shape)
    for _ in range(30):
        y, x = int(chance.integers(grey.shape[0] - 2)), int(chance.integers(grey.shape[1] - 2))
        grey[y : y + 2, x : x + 2] = 60
    picture = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
    if how.sideways:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    return picture.point(lambda v: 255 if v > 150 else 0).convert("1") if how.two_tone else picture


def _replace(pdf: pikepdf.Pdf, page: pikepdf.Page, picture: Image.Image, how: Scanner) -> None:
    width, height = (float(side) * 72 / how.dots for side in picture.size)
    stream = pikepdf.Stream(pdf, _packed(picture))
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height = picture.size
    stream.ColorSpace = pikepdf.Name.DeviceGray
    stream.BitsPerComponent = 1 if how.two_tone else 8
    if how.two_tone:
        stream.Filter = pikepdf.Name.CCITTFaxDecode
        stream.DecodeParms = pikepdf.Dictionary(
            K=-1, Columns=picture.width, Rows=picture.height, BlackIs1=True
        )
    else:
        stream.Filter = pikepdf.Name.DCTDecode
    page.MediaBox = pikepdf.Array([0, 0, round(width, 2), round(height, 2)])
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=stream))
    page.Contents = pikepdf.Stream(pdf, b"q %.2f 0 0 %.2f 0 0 cm /Scan Do Q" % (width, height))


def _packed(picture: Image.Image) -> bytes:
    """JPEG for grey, Group 4 fax for black and white."""
    kept = io.BytesIO()
    if picture.mode == "L":
        picture.save(kept, "JPEG", quality=45)
        return kept.getvalue()
    picture.save(kept, "TIFF", compression="group4", strip_size=2**30)
    with Image.open(kept) as tiff:
        (start,), (length,) = tiff.tag_v2[273], tiff.tag_v2[279]
    return kept.getvalue()[start : start + length]
