"""Write: makes the folder of the review page from the results and the PDFs behind them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import jinja2

from extract.correct.file import FILE, read_corrections
from extract.errors import output_errors
from extract.write.folder import beside, read_folder
from extract.write.names import REVIEW
from extract.write.package import read_sources
from extract.write.pdfs import located
from extract.write.review.data import page_data
from extract.write.review.pictures import PagePicture, write_pictures
from extract.write.safe import for_file_name
from extract.write.sources import tool_version

FOLDER = REVIEW
PAGE, DATA = "index.html", "data.js"
STATIC = ("review.css", "review.js")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
"""Nothing but the page's own files, and no script or style within the page itself."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The page that was made, and the packs whose PDF was not found."""

    path: Path
    missing: tuple[str, ...]


def build_review(
    out: Path, pdfs: Iterable[Path] = (), on_pack: Callable[[str], None] = lambda _name: None
) -> ReviewPage:
    """Make the review page of a results folder; PDFs that moved since are looked for among `pdfs`."""
    records = read_folder(out)
    corrections = read_corrections(out / FILE)
    sources = read_sources(out)
    found = located(out, sources, pdfs)
    with output_errors(out), beside(out) as staged:
        pictures: dict[str, Sequence[PagePicture]] = {}
        for source in sources:
            if source.pack_id in found:
                on_pack(source.name)
                pictures[source.pack_id] = _pictures(found[source.pack_id], source.pack_id, staged)
        data = page_data(out, records, corrections, sources, pictures)
        _write_page(staged, data)
        _replace(staged, out / FOLDER)
    missing = tuple(s.name for s in sources if s.sha256 and s.pack_id not in found)
    return ReviewPage(out / FOLDER / PAGE, missing)


def _pictures(pdf: Path, pack_id: str, staged: Path) -> list[PagePicture]:
    folder = for_file_name(pack_id)
    return [
        PagePicture(p.number, p.width, p.height, f"{folder}/{p.file}" if p.file else "")
        for p in write_pictures(pdf, staged / folder)
    ]


def _write_page(folder: Path, data: dict[str, Any]) -> None:
    # in a string that the page parses: no text from a PDF is ever part of a script
    content = json.dumps(json.dumps(data, separators=(",", ":")))
    (folder / DATA).write_text(f"window.AGENDAPACK = {content};\n", encoding="ascii", newline="\n")
    for name in STATIC:
        (folder / name).write_bytes((_files() / "static" / name).read_bytes())
    page = _template("index.html").render(
        policy=POLICY, version=tool_version(), datasets=data["datasets"], packs=data["packs"]
    )
    (folder / PAGE).write_text(page, encoding="utf-8", newline="\n")


def _files() -> Traversable:
    return resources.files("extract.write.review")


def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string((_files() / "templates" / name).read_text(encoding="utf-8"))


def _replace(staged: Path, target: Path) -> None:
    if target.exists():
        aside = staged.with_name("before")
        target.replace(aside)
        shutil.rmtree(aside)
    staged.replace(target)
