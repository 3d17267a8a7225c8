"""Agenda packs of an invented council, typeset for the tests of batches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

HEADER = ("Ref", "Action", "Due date", "Responsible officer")
LEFTS = (50, 110, 330, 420, 545)
ROW_PT = 24


def rows(*numbers: int) -> list[tuple[str, ...]]:
    """Action-plan rows, each unlike the others."""
    return [
        (
            f"TB {n:02d}",
            f"Mend the bridge at milestone {n}",
            "31 March 2032",
            f"Officer {chr(65 + n % 26)} Ward",
        )
        for n in numbers
    ]


def pack(
    path: Path, pages: Iterable[Sequence[tuple[str, ...]]], title: str = "Tarnbridge Town Council"
) -> Path:
    """Write a pack with a ruled action plan on each page; the same pages give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    for page in pages:
        sheet.drawString(50, 790, title)
        sheet.drawString(50, 760, "Bridges action plan 2031/32")
        top = 730
        lines = [HEADER, *page]
        sheet.grid(list(LEFTS), [top - ROW_PT * i for i in range(len(lines) + 1)])
        for i, line in enumerate(lines):
            sheet.setFont("Helvetica" if i else "Helvetica-Bold", 10)
            for x, text in zip(LEFTS, line, strict=False):
                sheet.drawString(x + 4, top - ROW_PT * i - 16, text)
        sheet.showPage()
    sheet.save()
    return path
