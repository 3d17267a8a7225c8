"""Commands: fetch, which gets packs from the web into a folder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from agendapack.extract.commands.options import LocalPath
from agendapack.extract.commands.streams import put, say
from agendapack.extract.errors import SOME_FAILED, UsageError

if TYPE_CHECKING:
    from agendapack.extract.fetch import Document
    from agendapack.extract.fetch.polite import Client


@click.command()
@click.argument("source")
@click.option(
    "-o",
    "--inbox",
    type=LocalPath(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the PDFs.",
)
@click.option(
    "--committee", "committees", multiple=True, help="Its number or words of its name; may be repeated."
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Only meetings from this day on."
)
@click.option(
    "--title", "titles", multiple=True, help="Word in the titles wanted; pack, supplement if not given."
)
@click.option(
    "--delay", type=click.FloatRange(min=0), default=1.0, show_default=True, help="Seconds between requests."
)
@click.option("--allow-private", is_flag=True, help="Also ask servers in private networks.")
def fetch(
    source: str,
    inbox: Path,
    committees: tuple[str, ...],
    since: datetime | None,
    titles: tuple[str, ...],
    delay: float,
    allow_private: bool,
) -> int:
    """Get new and changed packs into a folder, with a list of facts for extract.

    SOURCE is a file with an address a line, or the address of a site of ModernGov. What is there already is
    not fetched again. Exit codes: 0 all fetched, 1 wrong arguments, 2 some failed.

    Example: agendapack fetch https://democracy.example.gov.uk --committee Cabinet --since 2031-01-01 -o inbox
    """
    if find_spec("httpx") is None:
        raise UsageError("fetch needs the package httpx: pip install 'agendapack[fetch]'.")
    from agendapack.extract.errors import output_errors
    from agendapack.extract.fetch import fetch_into
    from agendapack.extract.fetch.polite import Client, Manners

    client = Client(Manners(delay=delay, allow_private=allow_private))
    failed = False
    try:
        with output_errors(inbox):
            for fetched in fetch_into(inbox, _documents(client, source, committees, since, titles), client):
                failed |= fetched.state == "failed"
                if fetched.state == "failed":
                    say(fetched.message)
                elif fetched.state != "unchanged":
                    put(str(inbox / fetched.file))
    finally:
        client.close()
    return SOME_FAILED if failed else 0


def _documents(
    client: Client, source: str, committees: tuple[str, ...], since: datetime | None, titles: tuple[str, ...]
) -> Iterable[Document]:
    from agendapack.extract.fetch import listed, meetings_documents
    from agendapack.extract.fetch.modern_gov import PACKS

    if "://" not in source:
        return listed(Path(source))
    if not committees or since is None:
        raise UsageError("a site of ModernGov needs --committee and --since.")
    return meetings_documents(client, source, committees, since.date(), titles or PACKS)
