"""Write: pictures of the pages behind the rows of the overview, within a bound on what the file may weigh."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from agendapack.extract.errors import PackError
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Turned
from agendapack.extract.write.page_rotation import read_turns
from agendapack.extract.write.review.pictures import Draw

MAX_BYTES = 12_000_000
"""Of all pictures together; most mail servers take a file of this size."""
AT_ONCE = 100
"""Pages drawn before it is asked whether more fit: those of one pack are drawn together."""
TYPES = {"png": "image/png", "webp": "image/webp"}

Place = tuple[str, int]
"""Pack and page."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A page as a `data:` address, with its size in points."""

    address: str
    width: float
    height: float


def embedded(
    out: Path, pdfs: Mapping[str, Path], wanted: Iterable[Place], draw: Draw
) -> dict[Place, Embedded]:
    """The pages wanted most, first, as many as the bound allows; those that cannot be drawn are left out."""
    places = [place for place in dict.fromkeys(wanted) if place[0] in pdfs]
    return dict(_bounded(_drawn(out, pdfs, places, draw)))


def _drawn(
    out: Path, pdfs: Mapping[str, Path], places: Sequence[Place], draw: Draw
) -> Iterator[tuple[Place, Embedded]]:
    """The pages that can be drawn, in order; no more are drawn once nobody asks for the next."""
    for start in range(0, len(places), AT_ONCE):
        some = places[start : start + AT_ONCE]
        found: dict[Place, Embedded] = {}
        for pack in dict.fromkeys(pack for pack, _ in some):
            numbers = [number for of, number in some if of == pack]
            found |= _of_pack(pdfs[pack], read_turns(out, pack), pack, numbers, draw)
        yield from ((place, found[place]) for place in some if place in found)


def _of_pack(
    pdf: Path, turned: Mapping[int, Turned], pack: str, numbers: Sequence[int], draw: Draw
) -> dict[Place, Embedded]:
    with tempfile.TemporaryDirectory(prefix="agendapack-") as folder:
        try:
            drawn = [p for p in draw(pdf, Path(folder), turned, numbers) if p.file]
        except PackError:
            return {}
        return {(pack, p.number): Embedded(_address(Path(folder, p.file)), p.width, p.height) for p in drawn}


def _address(file: Path) -> str:
    content = base64.b64encode(file.read_bytes()).decode("ascii")
    return f"data:{TYPES[file.suffix[1:]]};base64,{content}"


def _bounded(pictures: Iterable[tuple[Place, Embedded]]) -> Iterator[tuple[Place, Embedded]]:
    left = MAX_BYTES
    for place, picture in pictures:
        left -= len(picture.address)
        if left < 0:
            return
        yield place, picture
