"""Batch: a made-up page is read once before workers are copied, so that none loads what all need.

Vocabularies, word lists and patterns are loaded when first used, which takes longer than reading
ten pages; a worker that reads one small pack would spend most of its time on them.
"""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

HEADS = ("Ref", "Action", "Due date", "Responsible officer")
ROW = ("A 01", "Mend the roof w hich leaks", "March 2032", "Ann Ward")
LEFTS = (50, 110, 330, 420, 545)


def warm_up() -> None:
    """Read the page in this process; whatever goes wrong will be told when a real pack is read."""
    from agendapack.extract.batch.jobs import honest
    from agendapack.extract.batch.parcel import parcel_of
    from agendapack.extract.pipeline import read_pack
    from agendapack.extract.settings import Settings

    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(Exception):
        path = Path(folder, "page.pdf")
        path.write_bytes(_pdf(_content()))
        parcel_of(honest(read_pack(path, Settings(ocr="never"), lambda _done, _pages: None)))


def _content() -> str:
    """A heading and a ruled table of two rows."""
    rules = "".join(f"50 {y} m 545 {y} l S {x} 700 m {x} 760 l S " for x in LEFTS for y in (700, 730, 760))
    words = "".join(
        f"BT /F1 10 Tf {x + 4} {y} Td ({text}) Tj ET "
        for y, line in ((740, HEADS), (710, ROW))
        for x, text in zip(LEFTS, line, strict=False)
    )
    return f"{rules}BT /F1 12 Tf 50 780 Td (Action plan 2031/32) Tj ET {words}"


def _pdf(content: str) -> bytes:
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    )
    body = "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer<</Size 5/Root 1 0 R>>\n%%EOF".encode("ascii")
