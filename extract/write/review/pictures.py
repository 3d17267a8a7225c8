"""Write: the pages of a pack as small pictures, sharp enough to read and bounded in size."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from PIL import Image

from agendapack.extract.errors import DamagedPdf
from agendapack.extract.isolation import UNWATCHED, Watch
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Turned
from agendapack.extract.write.page_images import Paper, Sharpness, paper

SHARPNESS = Sharpness(1.5, 1800)
"""108 dots an inch: nine-point print is readable, and a page of text takes about 50 KB."""
COLOURS = 32
"""Enough for print, its smooth edges and ratings; a photograph goes another way."""
MAX_PNG_BYTES = 60_000
"""A larger picture is packed harder: WebP takes a third off and keeps every pixel, but takes longer."""
LOSSLESS_EFFORT = {"lossless": True, "quality": 50, "method": 2}
MAX_BYTES = 90_000
"""What is larger even so is a photograph or a scan: WebP with losses that nobody reads by."""
LOSSY = {"quality": 35, "method": 2}
ENDINGS = ("png", "webp")


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page; width and height in points."""

    number: int
    width: float
    height: float
    file: str
    why: str = ""
    """Why there is no file, where that is known."""


@dataclass(frozen=True, slots=True)
class PackView:
    """What there is to see of a pack."""

    pages: tuple[PagePicture, ...] = ()
    unseen: str = ""
    """Why there is nothing to see; empty when there is."""


Draw = Callable[[Path, Path, Mapping[int, Turned], Sequence[int]], Iterable[PagePicture]]
"""Draws pages of a PDF into a folder, all when none is numbered; raises a PackError when it cannot."""


def write_pictures(
    pdf: Path,
    folder: Path,
    turned: Mapping[int, Turned],
    numbers: Sequence[int] = (),
    watch: Watch = UNWATCHED,
) -> Iterator[PagePicture]:
    """Draw pages of the PDF into the folder, all or those numbered; one that cannot be drawn has no file.

    Raises a PackError when the PDF cannot be opened.
    """
    with paper(pdf) as pages:
        folder.mkdir(parents=True, exist_ok=True)
        for number in numbers or range(1, len(pages) + 1):
            watch.at_page(number)
            if number in watch.bad:
                yield PagePicture(number, 0, 0, "")
            else:
                yield _write(pages, number, turned.get(number), folder)


def _write(pages: Paper, number: int, turned: Turned | None, folder: Path) -> PagePicture:
    try:
        drawn = pages.drawn(number, SHARPNESS, turned)
    except (DamagedPdf, MemoryError):
        return PagePicture(number, 0, 0, "")
    content, ending = encoded(drawn.picture)
    name = f"{number:04d}.{ending}"
    (folder / name).write_bytes(content)
    return PagePicture(number, drawn.width, drawn.height, name)


def encoded(picture: Image.Image) -> tuple[bytes, str]:
    """The picture as a file, and the ending of its name."""
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    png = _saved(few, "PNG")
    if len(png) <= MAX_PNG_BYTES:
        return png, "png"
    lossless = _saved(few.convert("RGB"), "WEBP", **LOSSLESS_EFFORT)
    if len(lossless) <= MAX_BYTES:
        return lossless, "webp"
    return min(lossless, _saved(picture, "WEBP", **LOSSY), key=len), "webp"


def _saved(picture: Image.Image, form: str, **options: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()
