"""Typeset the sample packs and write the rows expected from them.

    python -m samples.make            writes samples/<pack>/pack.pdf and samples/<pack>/gold/
    python -m samples.make FOLDER     writes the same under another folder

The bytes are the same on every machine (but for scanned pages, see scan.py): no dates or random
ids, only fonts that come with reportlab, and no compression, since zlib libraries differ in their output.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from samples.ashenshire.layout import build as ashenshire
from samples.content import Pack
from samples.gold import write_gold
from samples.harrowmere.layout import build as harrowmere
from samples.tidewell.content import QUARTERS
from samples.tidewell.layout import build as tidewell
from samples.wrenbridge.layout import SCANS
from samples.wrenbridge.layout import build as wrenbridge

HERE = Path(__file__).resolve().parent
PACKS: dict[str, Callable[[Canvas], Pack]] = {
    "ashenshire": ashenshire,
    "harrowmere": harrowmere,
    "wrenbridge": wrenbridge,
    **{f"tidewell/q{quarter}": partial(tidewell, quarter=quarter) for quarter in QUARTERS},
}
SCANNED = {"wrenbridge": SCANS}
"""Pages that are pictures, by pack."""


def make(name: str, folder: Path) -> None:
    """Write one pack and its expected rows."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(folder / name / "pack.pdf"), invariant=1, pageCompression=0)
    pack = PACKS[name](canvas)
    canvas.setTitle(pack.facts["title"])
    canvas.setAuthor(pack.facts["council"])
    pages = canvas.getPageNumber()
    canvas.save()
    if name in SCANNED:
        from samples.scan import scan_pages  # needs libraries that the other packs do without

        scan_pages(folder / name / "pack.pdf", SCANNED[name])
    shutil.rmtree(folder / name / "gold", ignore_errors=True)
    write_gold(pack, pages, folder / name / "gold")


if __name__ == "__main__":
    for pack_name in PACKS:
        make(pack_name, Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
