"""Commands: review, the page on which people check the rows."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from agendapack.extract.commands.drawing import drawing
from agendapack.extract.commands.options import limit_options, out_argument, password_options
from agendapack.extract.commands.streams import put, say
from agendapack.extract.write.safe import for_terminal

if TYPE_CHECKING:
    from agendapack.extract.batch.limits import Limits


@click.command()
@out_argument
@click.argument("pdfs", metavar="[PDF...]", nargs=-1, type=click.Path(path_type=Path, exists=True))
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
    out: Path,
    pdfs: tuple[Path, ...],
    names: tuple[str, ...],
    serve: bool,
    port: int,
    limits: Limits,
    passwords: tuple[str, ...],
) -> None:
    """Make a page on which people check the rows of a results folder against the PDF.

    Prints the page's path, or with --serve its address. Name the PDFs if they have moved since.

    Example: agendapack review output --serve
    """
    from agendapack.extract.batch.lock import FILE, REVIEW_FILE, locked
    from agendapack.extract.write.review import build_review, serve_review
    from agendapack.extract.write.review.painter import Painter

    locks = {"review": REVIEW_FILE, "results": FILE}
    draw = drawing(limits, passwords)
    page = build_review(out, pdfs, draw, lambda of, what: locked(of, locks[what]), names, later=serve)
    for why in page.unseen:
        say(f"no pictures of {why}")
    if not serve:
        put(for_terminal(str(page.path)))
        return
    painter = Painter(page.undrawn, draw)
    with serve_review(out, page.path.parent, port, painter) as server, suppress(KeyboardInterrupt):
        put(server.address)
        say("open this address; end with Ctrl+C.")
        server.serve_forever()
