"""Write: the pages of a pack as small pictures, sharp enough to read and bounded in size."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

PIXELS_A_POINT = 1.5
"""108 dots an inch: nine-point print is readable, and a page of text takes about 50 KB."""
MAX_PIXELS = 1800
"""Longest side, so that a poster is no larger than a page."""
COLOURS = 32
"""Enough for print, its smooth edges and ratings; a photograph goes another way."""
MAX_PNG_BYTES = 90_000
"""A larger picture is a photograph or a scan: WebP makes it smaller, with losses nobody reads by."""
WEBP_QUALITY = 35


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A rendered page; width and height in points."""

    number: int
    width: float
    height: float
    file: str


def write_pictures(pdf: Path, folder: Path) -> Iterator[PagePicture]:
    """Render every page of the PDF into the folder; a page that cannot be rendered has no file."""
    folder.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(1, len(document) + 1):
            yield _write(document, number, folder)
    finally:
        document.close()


def _write(document: pypdfium2.PdfDocument, number: int, folder: Path) -> PagePicture:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return PagePicture(number, 0, 0, "")
    try:
        width, height = page.get_size()
        scale = min(PIXELS_A_POINT, MAX_PIXELS / max(width, height))
        picture = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    finally:
        page.close()
    content, ending = encoded(picture)
    name = f"{number:04d}.{ending}"
    (folder / name).write_bytes(content)
    return PagePicture(number, width, height, name)


def encoded(picture: Image.Image) -> tuple[bytes, str]:
    """The picture as a file, and the ending of its name."""
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    png = _saved(few, "PNG")
    if len(png) <= MAX_PNG_BYTES:
        return png, "png"
    webp = _saved(picture, "WEBP", quality=WEBP_QUALITY, method=2)
    return (webp, "webp") if len(webp) < len(png) else (png, "png")


def _saved(picture: Image.Image, form: str, **options: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()
