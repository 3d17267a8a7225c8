"""Commands: review, the page on which people check the rows."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from agendapack.extract.commands.addresses import Anywhere, packs_at_hand, results_at_hand
from agendapack.extract.commands.drawing import drawing
from agendapack.extract.commands.options import limit_options, password_options
from agendapack.extract.commands.streams import put, say
from agendapack.extract.write.safe import for_terminal

if TYPE_CHECKING:
    from agendapack.extract.batch.limits import Limits
    from agendapack.extract.correct.kept import Kept
    from agendapack.extract.write.review.build import ReviewPage
    from agendapack.extract.write.review.pictures import Draw


@click.command()
@click.argument("out", type=Anywhere())
@click.argument("pdfs", metavar="[PDF...]", nargs=-1, type=Anywhere(exists=True))
@click.option(
    "--pack",
    "names",
    metavar="NAME",
    multiple=True,
    help="Draw the pages of this pack only, named by its PDF or pack_id; others keep the pictures they have.",
)
@click.option("--serve", is_flag=True, help="Show the page on this machine and save corrections at once.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port for --serve; a free one unless given."
)
@limit_options
@password_options
def review(
    out: Path | str,
    pdfs: tuple[Path | str, ...],
    names: tuple[str, ...],
    serve: bool,
    port: int,
    limits: Limits,
    passwords: tuple[str, ...],
) -> None:
    """Make a page on which people check the rows of a results folder against the PDF.

    Prints the page's path, or with --serve its address. Name the PDFs if they have moved since. Of results at
    an address, the page is published with them, and --serve keeps corrections there.

    Example: agendapack review output --serve
    """
    draw = drawing(limits, passwords)
    with results_at_hand(out) as folder:
        page = _built(folder, packs_at_hand(pdfs, folder), draw, names, serve)
    for why in page.unseen:
        say(f"no pictures of {why}")
    if serve:
        _serve(page, _kept(out, folder), draw, port)
    else:
        put(for_terminal(str(page.path)))


def _built(folder: Path, pdfs: Iterable[Path], draw: Draw, names: tuple[str, ...], later: bool) -> ReviewPage:
    from agendapack.extract.batch.lock import FILE, REVIEW_FILE, locked
    from agendapack.extract.write.review import build_review

    locks = {"review": REVIEW_FILE, "results": FILE}
    return build_review(folder, pdfs, draw, lambda of, what: locked(of, locks[what]), names, later)


def _kept(out: Path | str, folder: Path) -> Kept:
    """Where corrections are kept: beside the results."""
    if isinstance(out, Path):
        from agendapack.extract.correct.file import FILE
        from agendapack.extract.correct.kept import Kept

        return Kept(folder / FILE)
    from agendapack.extract.storage.corrections import KeptAt

    return KeptAt(out, folder)


def _serve(page: ReviewPage, kept: Kept, draw: Draw, port: int) -> None:
    """Show the page until somebody ends it."""
    from agendapack.extract.write.review import serve_review
    from agendapack.extract.write.review.painter import Painter

    painter = Painter(page.undrawn, draw)
    with serve_review(kept, page.path.parent, port, painter) as server, suppress(KeyboardInterrupt):
        put(server.address)
        say("open this address; end with Ctrl+C.")
        server.serve_forever()
