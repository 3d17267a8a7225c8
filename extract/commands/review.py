"""Commands: review, the page on which people check the rows."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import rich_click as click

from extract.commands.options import out_argument, password_options
from extract.commands.streams import put, say
from extract.keys import use
from extract.write.safe import for_terminal


@click.command()
@out_argument
@click.argument("pdfs", metavar="[PDF...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--serve", is_flag=True, help="Show the page on this machine and save corrections at once.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port for --serve; a free one unless given."
)
@password_options
def review(out: Path, pdfs: tuple[Path, ...], serve: bool, port: int, passwords: tuple[str, ...]) -> None:
    """Make a page on which people check the rows of a results folder against the PDF.

    Prints the page's path, or with --serve its address. Name the PDFs if they have moved since.

    Example: agendapack review output --serve
    """
    from extract.write.review import build_review, serve_review

    use(passwords)
    page = build_review(out, pdfs)
    for why in page.unseen:
        say(f"no pictures of {why}")
    if not serve:
        put(for_terminal(str(page.path)))
        return
    with serve_review(out, page.path.parent, port) as server:
        put(server.address)
        say("open this address; end with Ctrl+C.")
        with suppress(KeyboardInterrupt):
            server.serve_forever()
