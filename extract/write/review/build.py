"""Write: makes the folder of the review page from the results and the PDFs behind them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

import jinja2

from agendapack.extract.correct.file import FILE, read_corrections
from agendapack.extract.errors import UsageError, output_errors
from agendapack.extract.identity import sha256_of_text
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Correction
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.moving import beside, move_in
from agendapack.extract.write.names import DESCRIPTOR, HALF_REVIEW, REVIEW
from agendapack.extract.write.package import read_sources
from agendapack.extract.write.pdfs import located
from agendapack.extract.write.record import Records
from agendapack.extract.write.review.data import by_pack, elsewhere, index_data, pack_data, pack_entry
from agendapack.extract.write.review.painter import Undrawn
from agendapack.extract.write.review.pictures import Draw, PackView, write_pictures
from agendapack.extract.write.review.views import BEYOND, Views
from agendapack.extract.write.safe import for_file_name
from agendapack.extract.write.sources import SourceFile

PAGE, DATA, OTHERS = "index.html", "data.js", "elsewhere.js"
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
Hold = Callable[[Path, Literal["review", "results"]], AbstractContextManager[None]]
"""Keeps others from making the folder's review page, or from changing its results."""


def _nobody_else(_out: Path, _what: str) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The page that was made, and why packs have no pictures, a line each."""

    path: Path
    unseen: tuple[str, ...]
    undrawn: Mapping[str, Undrawn] = field(default_factory=dict)
    """Packs whose pages are to be drawn when they are looked at, by the names of their folders."""


def build_review(
    out: Path,
    pdfs: Iterable[Path] = (),
    draw: Draw = write_pictures,
    hold: Hold = _nobody_else,
    names: Collection[str] = (),
    later: bool = False,
) -> ReviewPage:
    """Make the review page of a results folder; PDFs that moved since are looked for among `pdfs`.

    With `names` of packs or of their PDFs only these are drawn, with `later` none: who shows the page draws
    pages as they are looked at. Pictures that a page of the same results has already are kept.
    Raises a UsageError when a run changes the results meanwhile: the page would not be true of them.
    """
    made_of = _described(out)
    records, sources = read_folder(out), read_sources(out)
    corrections = read_corrections(out / FILE)
    views = Views(out, sha256_of_text(made_of)[:32], draw, located(out, sources, pdfs), names, later)
    views.check(sources)
    with output_errors(out), hold(out, "review"), beside(out, HALF_REVIEW) as whole:
        staged = whole / REVIEW
        staged.mkdir()
        packs = [
            _write_pack(staged, out, mine, source, corrections, views.of(source, mine["packs"][0], staged))
            for source, mine in _sourced(by_pack(records), sources)
        ]
        _write_page(staged, index_data(records, corrections, packs, views.made_of), elsewhere(records))
        with hold(out, "results"):
            if _described(out) != made_of:
                raise UsageError(f"{out}: the results changed meanwhile. Run agendapack review again.")
            move_in(whole, out, Manifest(out).names(REVIEW))
    beyond = (f"{views.beyond} pack{'s' * (views.beyond > 1)} {BEYOND}",) if views.beyond else ()
    return ReviewPage(out / REVIEW / PAGE, (*views.unseen, *beyond), views.undrawn)


def _sourced(
    packs: dict[str, Records], sources: Iterable[SourceFile]
) -> Iterator[tuple[SourceFile | None, Records]]:
    """Each pack with its file; what is written is let go, since there may be hundreds."""
    known = {source.pack_id: source for source in sources}
    for pack_id in list(packs):
        yield known.get(pack_id), packs.pop(pack_id)


def _write_pack(
    staged: Path,
    out: Path,
    records: Records,
    source: SourceFile | None,
    corrections: Sequence[Correction],
    view: PackView,
) -> dict[str, Any]:
    """Write what is known of a pack into a file of its own; gives its entry in the page."""
    pack_id = str(records["packs"][0]["pack_id"])
    file = f"{for_file_name(pack_id)}.js"
    data = pack_data(out, records, corrections, view)
    _write_script(staged / file, f"AGENDAPACK_PACKS[{json.dumps(pack_id)}]", data)
    return pack_entry(records, source, file)


def _described(out: Path) -> str:
    """The descriptor, which names the hash of every dataset."""
    try:
        return (out / DESCRIPTOR).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _write_page(folder: Path, index: dict[str, Any], others: dict[str, Any]) -> None:
    _write_script(folder / DATA, "window.AGENDAPACK", index)
    _write_script(folder / OTHERS, "window.AGENDAPACK_ELSEWHERE", others)
    for name in (STYLE, *SCRIPTS):
        (folder / name).write_bytes((_files() / "static" / name).read_bytes())
    page = _template("index.html").render(
        policy=POLICY,
        scripts=(DATA, *SCRIPTS),
        datasets=index["datasets"],
        packs=index["packs"],
        findings=next(of["rows"] for of in index["datasets"] if of["name"] == "findings"),
    )
    (folder / PAGE).write_text(page, encoding="utf-8", newline="\n")


def _write_script(file: Path, name: str, data: Any) -> None:
    # in a string that the page parses: no text from a PDF is ever part of a script
    content = json.dumps(json.dumps(data, separators=(",", ":")))
    file.write_text(f"{name} = {content};\n", encoding="ascii", newline="\n")


def _files() -> Traversable:
    return resources.files("agendapack.extract.write.review")


def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string((_files() / "templates" / name).read_text(encoding="utf-8"))
