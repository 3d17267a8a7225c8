"""The pictures of docs/img, made anew from the sample packs.

    python -m benchmarks.pictures [FOLDER] [--only page tiles floors overview doubt workbook]

Pages as they were read are drawn by `agendapack inspect`; overview and review page by Chromium, in three
widths and both themes (in the dark the review page shows a finding, the wide overview is pictured to its
end); the sheets of the workbook by LibreOffice.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from agendapack import cli
from benchmarks.floor_pictures import floors

ROOT = Path(__file__).parent.parent
WINDOWS = {"wide": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}
THEMES = ("light", "dark")
READY = {"overview": "h1", "review": "#rows button"}
"""What a page has once it is drawn."""
COLOURS = 256
"""Of a picture, which is a quarter of its size then, and looks alike."""
PAGES = {
    "page": ("harrowmere", 4, (0.0, 1.0)),
    "found-ruled": ("wrenbridge", 2, (0.02, 0.95)),
    "found-bands": ("ashenshire", 6, (0.04, 0.9)),
    "found-aligned": ("ashenshire", 10, (0.04, 0.68)),
    "found-chosen": ("ashenshire", 12, (0.04, 0.62)),
}
"""Sample, page, and which part of its height is pictured."""
TILES = (
    ("Homes let", "412", "400"),
    ("Rent in time", "97.1%", "98%"),
    ("Repairs on time", "91%", "90%"),
)
"""Indicators in frames of one size: what is counted, where it stands and should stand."""
QUARTERS = (("Q1", 99), ("Q2", 132), ("Q3", 154), ("Q4", 77))
"""Bars of a chart under them."""
SHEETS = {
    "workbook-summary": ("Council agenda packs: what the results say", 1.3, 800),
    "workbook-actions": ("Actions", 4.0, 600),
    "workbook-indicators": ("Indicators", 1.3, 600),
}
"""Title of a sheet, how many pixels a point of its print takes, and how many are pictured from its top."""
WIDTH, MARGIN = 1500, 16
"""Pixels of a page or sheet across, at most, and of the white around a sheet."""
DOUBTFUL = (
    ("Place", "What it looks like", "Named", "When"),
    ("Harbour", "Mend the sea wall before the winter", "Ann Ward", "March 2032"),
    ("Harbour", "Dredge the channel to low water", "Bo Lind", "June 2032"),
    ("Quay", "Every lamp on the quay is lit", "Cy Moss", "May 2032"),
    ("Quay", "The fish market opens at five", "Cy Moss", "September 2032"),
    ("Channel", "Pilots find the channel deep enough", "Di Orr", "July 2032"),
    ("Channel", "Dredged sand is back on the beach", "Di Orr", "October 2032"),
)
"""A table that may list actions: some of its rows say what to do, others how things are."""


def read(out: Path, *command: str) -> None:
    """Run a command over packs into a folder."""
    name, *more = command
    if code := cli.run([name, *more, *(["-q", "-o"] if name == "extract" else []), str(out)]):
        raise SystemExit(code)


# --- pages -------------------------------------------------------------------------------


def pages(place: Path) -> Iterator[tuple[str, Image.Image]]:
    """Pages with the tables that were found on them."""
    for name, (sample, number, (top, bottom)) in PAGES.items():
        drawn = place / f"{name}.png"
        pack = str(ROOT / "samples" / sample / "pack.pdf")
        if code := cli.run(["inspect", pack, "--picture", str(number), "-o", str(drawn)]):
            raise SystemExit(code)
        page = Image.open(drawn).convert("RGB")
        page.thumbnail((WIDTH, WIDTH))
        yield name, page.crop((0, round(top * page.height), page.width, round(bottom * page.height)))


def tiles(place: Path) -> Iterator[tuple[str, Image.Image]]:
    """Frames that are a table, over a chart whose labels are none."""
    pack, drawn = place / "tiles.pdf", place / "found-tiles.png"
    draw_tiles(pack)
    if code := cli.run(["inspect", str(pack), "--picture", "1", "-o", str(drawn)]):
        raise SystemExit(code)
    page = Image.open(drawn).convert("RGB")
    page.thumbnail((WIDTH, WIDTH))
    yield "found-tiles", page.crop((0, 0, page.width, round(0.55 * page.height)))


def draw_tiles(path: Path) -> None:
    """A paper with both."""
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    for n, (name, latest, target) in enumerate(TILES):
        left = 60 + 165 * n
        sheet.setFont("Helvetica-Bold", 10)
        sheet.drawString(left, 766, name)
        sheet.rect(left, 712, 150, 48)
        sheet.setFont("Helvetica", 10)
        sheet.drawString(left + 6, 742, f"Latest: {latest}")
        sheet.drawString(left + 6, 726, f"Target: {target}")
    sheet.setFont("Helvetica-Bold", 12)
    sheet.drawString(60, 660, "Ferries by quarter")
    sheet.setFont("Helvetica", 8)
    sheet.line(90, 480, 90, 640)
    sheet.line(90, 480, 480, 480)
    for n in range(5):
        sheet.drawRightString(84, 477 + 36 * n, str(40 * n))
    for n, (quarter, ferries) in enumerate(QUARTERS):
        sheet.rect(120 + 90 * n, 480, 45, 0.9 * ferries)
        sheet.drawCentredString(142 + 90 * n, 466, quarter)
        sheet.drawCentredString(142 + 90 * n, 484 + 0.9 * ferries, str(ferries))
    sheet.save()


# --- pages in a browser --------------------------------------------------------------------


def overview_and_review(place: Path) -> Iterator[tuple[str, Image.Image]]:
    """Both pages of the samples."""
    out = place / "output"
    read(out, "extract", str(ROOT / "samples"))
    read(out, "overview")
    read(out, "review")
    addresses = {"overview": out / "overview.html", "review": out / "review" / "index.html"}
    with browser() as chromium:
        for window, (width, height) in WINDOWS.items():
            for theme in THEMES:
                page = chromium.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme=theme,  # type: ignore[arg-type]  # one of THEMES
                )
                for name, address in addresses.items():
                    page.goto(address.as_uri())
                    page.wait_for_selector(READY[name])
                    if (name, theme) == ("review", "dark"):
                        page.click("button:has-text('Findings (')")
                        page.click("#rows button:has-text('cites')")
                    whole = (name, window) == ("overview", "wide")
                    yield f"{name}-{window}-{theme}", opened(page.screenshot(full_page=whole))
                if (window, theme) == ("wide", "light"):
                    page.click("text=By table")
                    yield "review-table", opened(page.screenshot())
                page.close()


def doubt(place: Path) -> Iterator[tuple[str, Image.Image]]:
    """The review page with a table in doubt, one of its columns in the eye."""
    out, pack = place / "doubt", place / "harbour.pdf"
    draw_doubtful(pack)
    read(out, "extract", str(pack), str(ROOT / "samples" / "harrowmere"))
    read(out, "review")
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto((out / "review" / "index.html").as_uri())
        page.wait_for_selector(READY["review"])
        if not page.locator("button:has-text('Tables in doubt (1)')").count():
            raise SystemExit("the table is in doubt no more: another one is to be drawn")
        page.click("#rows button:has-text('good harbour')")
        page.focus("#column-role-1")
        yield "review-doubt", opened(page.screenshot())


def draw_doubtful(path: Path) -> None:
    """A paper with that table."""
    lefts, top, high = (70, 150, 360, 440, 530), 676, 20
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    sheet.setFont("Helvetica-Bold", 16)
    sheet.drawCentredString(A4[0] / 2, 742, "Saltmarsh Town Council")
    sheet.setFont("Helvetica-Bold", 12)
    sheet.drawString(70, 714, "Harbour Board, 4 March 2031")
    sheet.setFont("Helvetica-BoldOblique", 11)
    sheet.drawString(70, 686, "What a good harbour looks like")
    sheet.grid(list(lefts), [top - high * line for line in range(len(DOUBTFUL) + 1)])
    for line, row in enumerate(DOUBTFUL):
        sheet.setFont("Helvetica" if line else "Helvetica-Bold", 9)
        for left, text in zip(lefts, row, strict=False):
            sheet.drawString(left + 4, top - high * line - 14, text)
    sheet.drawString(70, top - high * (len(DOUBTFUL) + 1), "The Board is asked to note the plan.")
    sheet.save()


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    names = ("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, names)), None)
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


def opened(drawn: bytes) -> Image.Image:
    """A picture from its file."""
    return Image.open(io.BytesIO(drawn))


# --- the workbook ------------------------------------------------------------------------


def workbook(place: Path) -> Iterator[tuple[str, Image.Image]]:
    """The tops of some sheets, as they would be printed."""
    out = place / "workbook"
    read(out, "extract", str(ROOT / "samples"), "--format", "xlsx")
    office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(place)]
    subprocess.run([*office, str(out / "agendapack.xlsx")], check=True, capture_output=True)
    with pypdfium2.PdfDocument(place / "agendapack.pdf") as book:
        tops = {page.get_textpage().get_text_range().splitlines()[0]: page for page in reversed(list(book))}
        for name, (title, scale, high) in SHEETS.items():
            sheet = tops[title].render(scale=scale).to_pil().convert("RGB")
            left, top, right, bottom = ImageOps.invert(sheet).getbbox() or (0, 0, *sheet.size)
            shown = sheet.crop((left, top, min(left + WIDTH, right), min(top + high, bottom)))
            yield name, ImageOps.expand(shown, MARGIN, "white")


PICTURES = {
    "page": pages,
    "tiles": tiles,
    "floors": floors,
    "overview": overview_and_review,
    "doubt": doubt,
    "workbook": workbook,
}


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "img")
    parser.add_argument("--only", choices=PICTURES, nargs="+", default=list(PICTURES))
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for group in chosen.only:
            for name, drawn in PICTURES[group](Path(temporary)):
                few = drawn.convert("RGB").quantize(COLOURS)
                few.save(chosen.folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
