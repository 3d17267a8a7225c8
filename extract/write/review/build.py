"""Write: makes the folder of the review page from the results and the PDFs behind them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

import jinja2

from agendapack.extract.correct.file import FILE, read_corrections
from agendapack.extract.errors import PackError, UsageError, output_errors
from agendapack.extract.write.folder import beside, read_folder
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.moving import move_in
from agendapack.extract.write.names import DESCRIPTOR, HALF_REVIEW, REVIEW
from agendapack.extract.write.package import read_sources
from agendapack.extract.write.pdfs import located
from agendapack.extract.write.review.data import page_data
from agendapack.extract.write.review.pictures import Draw, PackView, write_pictures
from agendapack.extract.write.safe import for_file_name
from agendapack.extract.write.sources import SourceFile
from agendapack.extract.write.turns import read_turns

PAGE, DATA = "index.html", "data.js"
STYLE = "review.css"
SCRIPTS = (
    "dom.js",
    "rows.js",
    "said.js",
    "choice.js",
    "paper.js",
    "list.js",
    "grid.js",
    "tables.js",
    "days.js",
    "detail.js",
    "saving.js",
    "splitters.js",
    "start.js",
)
"""In this order: each uses those before it. No modules: browsers load none from disk."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
"""Nothing but the page's own files, and no script or style within the page itself."""
NOT_FOUND = "not found where it was. Name it, or its folder, behind the folder of the results."


Hold = Callable[[Path, Literal["review", "results"]], AbstractContextManager[None]]
"""Keeps others from making the folder's review page, or from changing its results."""


def _nobody_else(_out: Path, _what: str) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The page that was made, and why packs have no pictures, a line each."""

    path: Path
    unseen: tuple[str, ...]


def build_review(
    out: Path, pdfs: Iterable[Path] = (), draw: Draw = write_pictures, hold: Hold = _nobody_else
) -> ReviewPage:
    """Make the review page of a results folder; PDFs that moved since are looked for among `pdfs`.

    Raises a UsageError when a run changes the results meanwhile: the page would not be true of them.
    """
    made_of = _described(out)
    records = read_folder(out)
    corrections = read_corrections(out / FILE)
    sources = read_sources(out)
    failed = {p["pack_id"] for p in records["packs"] if p["status"] == "failed"}
    found = located(out, sources, pdfs)
    with output_errors(out), hold(out, "review"), beside(out, HALF_REVIEW) as whole:
        staged = whole / REVIEW
        staged.mkdir()
        views = {}
        for source in sources:
            if source.pack_id not in failed:
                views[source.pack_id] = _view(out, source, found.get(source.pack_id), staged, draw)
        _write_page(staged, page_data(out, records, corrections, sources, views))
        with hold(out, "results"):
            if _described(out) != made_of:
                raise UsageError(f"{out}: the results changed meanwhile. Run agendapack review again.")
            move_in(whole, out, Manifest(out).names(REVIEW))
    unseen = tuple(
        f"{s.name}: {views[s.pack_id].unseen}"
        for s in sources
        if s.pack_id in views and views[s.pack_id].unseen
    )
    return ReviewPage(out / REVIEW / PAGE, unseen)


def _described(out: Path) -> bytes:
    """The descriptor, which names the hash of every dataset."""
    try:
        return (out / DESCRIPTOR).read_bytes()
    except OSError:
        return b""


def _view(out: Path, source: SourceFile, pdf: Path | None, staged: Path, draw: Draw) -> PackView:
    """The pictures of a pack, or why there are none."""
    if pdf is None:
        return PackView((), NOT_FOUND if source.sha256 else "")
    folder = for_file_name(source.pack_id)
    try:
        pictures = draw(pdf, staged / folder, read_turns(out, source.pack_id))
        return PackView(tuple(replace(p, file=p.file and f"{folder}/{p.file}") for p in pictures))
    except PackError as error:
        return PackView((), error.what)


def _write_page(folder: Path, data: dict[str, Any]) -> None:
    # in a string that the page parses: no text from a PDF is ever part of a script
    content = json.dumps(json.dumps(data, separators=(",", ":")))
    (folder / DATA).write_text(f"window.AGENDAPACK = {content};\n", encoding="ascii", newline="\n")
    for name in (STYLE, *SCRIPTS):
        (folder / name).write_bytes((_files() / "static" / name).read_bytes())
    page = _template("index.html").render(
        policy=POLICY,
        scripts=(DATA, *SCRIPTS),
        datasets=data["datasets"],
        packs=data["packs"],
        findings=sum(row["dataset"] == "findings" for row in data["rows"]),
    )
    (folder / PAGE).write_text(page, encoding="utf-8", newline="\n")


def _files() -> Traversable:
    return resources.files("agendapack.extract.write.review")


def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string((_files() / "templates" / name).read_text(encoding="utf-8"))
