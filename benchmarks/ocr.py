"""Reading of scans: this tool's recogniser and Tesseract on pages whose text layer is known.

    python benchmarks/ocr.py PACK.pdf:PAGE…

Each page is drawn at 200 dpi, turned by half a degree, blurred, grained and saved as a JPEG of quality 60,
then read from that picture alone. Prints a Markdown table: the share of words right (F1 with the words of
the text layer), of table cells right (F1 with the cells found by way of the text layer) and the CPU seconds.
Tesseract (the command, when it is there) is given the straightened picture, and its words the rules and
colours that this tool sees, so that the letters alone are compared.
"""

from __future__ import annotations

import csv
import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Page, Word
from agendapack.extract.ocr.deskew import deskewed
from agendapack.extract.ocr.picture import scan_of
from agendapack.extract.ocr.scan import ocr_page
from agendapack.extract.read import read_pages

DPI, SKEW, GRAIN, QUALITY = 200, 0.5, 5, 60


def main() -> int:
    print(
        "| page | words: rapidocr | tesseract | cells: rapidocr | tesseract | seconds: rapidocr | tesseract |"
    )
    print("|---|---|---|---|---|---|---|")
    for given in sys.argv[1:]:
        path, _, number = given.rpartition(":")
        print(
            f"| {Path(path).parent.name} p{number} | {' | '.join(compared(Path(path), int(number)))} |",
            flush=True,
        )
    return 0


def compared(path: Path, number: int) -> list[str]:
    typed = next(iter(read_pages(path, range(number, number + 1))))
    with tempfile.TemporaryDirectory() as folder:
        scan = Path(folder, "scan.pdf")
        scanned(path, number).save(scan, quality=QUALITY, resolution=DPI)
        start = seconds()
        page = ocr_page(scan, next(iter(read_pages(scan))))
        ours = seconds() - start
        start = seconds()
        other = replace(page, words=tuple(tesseract(scan))) if shutil.which("tesseract") else None
        theirs = seconds() - start
    read = [page, other] if other else [page]
    figures = [
        [f"{f1(words(typed), words(p)):.3f}" for p in read],
        [f"{f1(cells(typed), cells(p)):.3f}" for p in read],
    ]
    figures.append([f"{ours:.1f}", f"{theirs:.1f}"][: len(read)])
    return [text for some in figures for text in (*some, "")[:2]]


def scanned(path: Path, number: int) -> Image.Image:
    picture = Image.fromarray(scan_of(path, number).rgb)
    picture = picture.rotate(SKEW, Image.Resampling.BICUBIC, fillcolor=(250, 250, 250))
    pixels = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.6))).astype(float) * 0.93 + 8
    grain = np.random.default_rng(number).normal(0, GRAIN, (*pixels.shape[:2], 1))
    return Image.fromarray((pixels + grain).clip(0, 255).astype(np.uint8))


def tesseract(scan: Path) -> Iterable[Word]:
    drawn = scan_of(scan, 1)
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder, "page.png")
        Image.fromarray(deskewed(drawn.rgb, drawn.unit * 72).rgb).save(picture, dpi=(DPI, DPI))
        told = subprocess.run(
            ["tesseract", picture, "-", "--psm", "11", "tsv"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        ).stdout
    for row in csv.DictReader(io.StringIO(told), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["text"] and row["text"].strip():
            x, y, w, h = (int(row[k]) / drawn.scale for k in ("left", "top", "width", "height"))
            yield Word(row["text"], Box(x, y, x + w, y + h), h, certainty=float(row["conf"]) / 100)


def words(page: Page) -> Counter[str]:
    return Counter(w.text for w in page.words)


def cells(page: Page) -> Counter[str]:
    return Counter(" ".join(c.text.split()) for g in find_grids(page) for c in g.cells if c.text)


def f1(true: Counter[str], found: Counter[str]) -> float:
    return 2 * (true & found).total() / max(1, true.total() + found.total())


def seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


if __name__ == "__main__":
    raise SystemExit(main())
