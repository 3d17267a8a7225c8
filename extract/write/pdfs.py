"""Write: finds the PDFs behind a results folder again, known by their hash, and pictures a part of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from agendapack.extract.errors import MissingFile
from agendapack.extract.identity import sha256_of
from agendapack.extract.model import Box, Turned
from agendapack.extract.write.page_images import Sharpness, paper
from agendapack.extract.write.places import Spot
from agendapack.extract.write.sources import SourceFile

SHARPNESS = Sharpness(2.0, 4000)
"""144 dots an inch: small print stays readable."""
MARGIN_PT = 36
"""Of the page around what is shown, to see where it stands."""
FRAME, FRAME_PIXELS = (200, 0, 40), 3


def located(out: Path, sources: Sequence[SourceFile], pdfs: Iterable[Path] = ()) -> dict[str, Path]:
    """The PDF of each pack by its id: where it lay, or among the files and folders named."""
    found = {s.pack_id: out / s.path for s in sources if s.path and _hash(out / s.path) == s.sha256}
    if len(found) < len(sources):
        by_hash = {_hash(pdf): pdf for pdf in _files(pdfs)}
        found |= {s.pack_id: by_hash[s.sha256] for s in sources if s.sha256 in by_hash}
    return found


def _files(named: Iterable[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf")
        else:
            yield path


def _hash(path: Path) -> str:
    try:
        return sha256_of(path)
    except MissingFile:
        return ""


def crop(pdf: Path, spot: Spot, turned: Turned | None = None) -> Image.Image:
    """The part of the page around a place, the place framed; raises a PackError if it cannot be drawn."""
    with paper(pdf) as pages:
        drawn = pages.drawn(spot.page, SHARPNESS, turned)
    picture, scale = drawn.picture, drawn.scale
    ImageDraw.Draw(picture).rectangle(_pixels(spot.box, scale), outline=FRAME, width=FRAME_PIXELS)
    x0, top, x1, bottom = _pixels(spot.box.grown(MARGIN_PT), scale)
    return picture.crop((max(0, x0), max(0, top), min(picture.width, x1), min(picture.height, bottom)))


def _pixels(box: Box, scale: float) -> tuple[float, float, float, float]:
    return box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale
