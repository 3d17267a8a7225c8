"""Pictures of the overview and the review page of the sample packs for docs/img: three widths, both themes.

    python -m benchmarks.pictures [FOLDER]

Needs Chromium. In the dark the review page shows a finding. The wide overview is pictured to its end.
"""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from agendapack import cli

ROOT = Path(__file__).parent.parent
WINDOWS = {"wide": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}
THEMES = ("light", "dark")
READY = {"overview": "h1", "review": "#rows button"}
"""What a page has once it is drawn."""
COLOURS = 256
"""Of a picture, which is a quarter of its size then, and looks alike."""


def prepared(place: Path) -> dict[str, str]:
    """The addresses of the pages of the samples, made now."""
    out = place / "output"
    for command in (["extract", str(ROOT / "samples"), "-q"], ["overview"], ["review"]):
        name, *more = command
        if code := cli.run([name, *more, *(["-o"] if name == "extract" else []), str(out)]):
            raise SystemExit(code)
    return {
        "overview": (out / "overview.html").as_uri(),
        "review": (out / "review" / "index.html").as_uri(),
    }


def pictures(addresses: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Each picture with its name."""
    with sync_playwright() as playwright:
        chromium = (
            shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        )
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for window, (width, height) in WINDOWS.items():
            for theme in THEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme=theme,  # type: ignore[arg-type]  # one of THEMES
                )
                for name, address in addresses.items():
                    page.goto(address)
                    page.wait_for_selector(READY[name])
                    if (name, theme) == ("review", "dark"):
                        page.click("button:has-text('Findings (')")
                        page.click("#rows button:has-text('cites')")
                    whole = (name, window) == ("overview", "wide")
                    yield f"{name}-{window}-{theme}", page.screenshot(full_page=whole)
                if (window, theme) == ("wide", "light"):
                    page.click("text=By table")
                    yield "review-table", page.screenshot()
                page.close()
        browser.close()


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "img")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for name, drawn in pictures(prepared(Path(temporary))):
            few = Image.open(io.BytesIO(drawn)).convert("RGB").quantize(COLOURS)
            few.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
