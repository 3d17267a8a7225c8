"""Write: draws pages of a PDF as they were read, upright and straight, so that boxes lie on their words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import radians, sqrt, tan
from pathlib import Path

import pypdfium2
from PIL import Image

from agendapack.extract.errors import DamagedPdf
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Turned
from agendapack.extract.read.pdfium_file import open_pdf

WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Sharpness:
    """How finely a page is drawn."""

    pixels_a_point: float
    longest: int
    """Pixels of the longest side at the most, so that a poster does not fill the memory."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture, and its size in points."""

    picture: Image.Image
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.picture.width / self.width


class Paper:
    """The pages of one open PDF."""

    def __init__(self, path: Path, document: pypdfium2.PdfDocument) -> None:
        self.path = path
        self.document = document

    def __len__(self) -> int:
        return len(self.document)

    def drawn(self, number: int, how: Sharpness, turned: Turned | None = None) -> PageImage:
        """The page as it lay when it was read; raises DamagedPdf when it cannot be drawn."""
        try:
            page = self.document[number - 1]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise self._undrawable(number) from error
        try:
            width, height = page.get_size()
            if width <= 0 or height <= 0:
                raise self._undrawable(number)
            scale = min(how.pixels_a_point, how.longest / max(width, height))
            picture = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        except pypdfium2.PdfiumError as error:
            raise self._undrawable(number) from error
        finally:
            page.close()
        return (
            _laid(PageImage(picture, width, height), turned) if turned else PageImage(picture, width, height)
        )

    def _undrawable(self, number: int) -> DamagedPdf:
        return DamagedPdf(self.path, "the page cannot be drawn.", number)


@contextmanager
def paper(path: Path) -> Iterator[Paper]:
    """The PDF, open; raises MissingFile, NotAPdf, EncryptedPdf or DamagedPdf."""
    document = open_pdf(path)
    try:
        yield Paper(path, document)
    finally:
        document.close()


def _laid(drawn: PageImage, turned: Turned) -> PageImage:
    """The page turned as it was for reading."""
    picture = drawn.picture.rotate(turned.quarter, expand=True)
    if turned.skew or turned.shear:
        picture = _straight(picture, turned)
    lying = turned.quarter % 180 != 0
    return PageImage(picture, *((drawn.height, drawn.width) if lying else (drawn.width, drawn.height)))


def _straight(picture: Image.Image, turned: Turned) -> Image.Image:
    """The picture with lines level and columns upright, in the way in which a scan is straightened."""
    level = tan(radians(turned.skew))
    plumb = turned.shear - level
    unit = sqrt(1 - level * plumb)
    # where the steps to the right and down of the straight page lie in the picture
    (a, b), (d, e) = (1 / unit, plumb / unit), (level / unit, 1 / unit)
    x, y = picture.width / 2, picture.height / 2
    steps = (a, b, x - a * x - b * y, d, e, y - d * x - e * y)
    return picture.transform(
        picture.size, Image.Transform.AFFINE, steps, Image.Resampling.BILINEAR, fillcolor=WHITE
    )
