"""When the review page of a long pack shows something: milliseconds to its first paint and to its rows.

    python -m benchmarks.first_paint [--pages 300] [--times 5]

Needs Chromium. The pack is the pages of a sample pack, again and again.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import pypdfium2
from playwright.sync_api import sync_playwright

from agendapack import cli

ROOT = Path(__file__).parent.parent
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
NOW = "performance.now()"


def long_pack(path: Path, pages: int) -> None:
    """Write a pack of so many pages."""
    with pypdfium2.PdfDocument(ROOT / "samples" / "harrowmere" / "pack.pdf") as sample:
        made = pypdfium2.PdfDocument.new()
        made.import_pages(sample, list(islice(cycle(range(len(sample))), pages)))
        made.save(path)


def paints(address: str, times: int) -> list[tuple[float, float]]:
    """Milliseconds to the first paint and to the rows, each time in a browser that has seen nothing."""
    found = []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        for _ in range(times):
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address)
            page.wait_for_selector("#rows button")
            found.append((float(page.evaluate(PAINTED)), float(page.evaluate(NOW))))
            browser.close()
    return found


def main() -> None:
    """Print a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        pack, out = Path(temporary, "long.pdf"), Path(temporary, "output")
        long_pack(pack, chosen.pages)
        for command in (["extract", str(pack), "-q", "-o", str(out)], ["review", str(out)]):
            if code := cli.run(command):
                raise SystemExit(code)
        first, rows = zip(*paints((out / "review" / "index.html").as_uri(), chosen.times), strict=True)
        print(f"{chosen.pages} pages: first paint {median(first):.0f} ms, rows {median(rows):.0f} ms")


if __name__ == "__main__":
    main()
