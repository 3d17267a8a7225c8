"""Commands: overview, the page to look at first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from agendapack.extract.commands.addresses import Anywhere, packs_at_hand, results_at_hand
from agendapack.extract.commands.drawing import drawing
from agendapack.extract.commands.options import limit_options, password_options
from agendapack.extract.commands.streams import put
from agendapack.extract.write.safe import for_terminal

if TYPE_CHECKING:
    from agendapack.extract.batch.limits import Limits


@click.command()
@click.argument("out", type=Anywhere())
@click.argument("pdfs", metavar="[PDF...]", nargs=-1, type=Anywhere(exists=True))
@limit_options
@password_options
def overview(
    out: Path | str, pdfs: tuple[Path | str, ...], limits: Limits, passwords: tuple[str, ...]
) -> None:
    """Make a page of what a results folder says: overdue, red, at risk, contradictory, changed, not read.

    One HTML file that needs nothing beside it; every figure opens its rows, every row its place on the page.
    Prints the file's path. Name the PDFs if they have moved since. Of results at an address, the page is
    published with them and lies on this machine too.

    Example: agendapack overview output
    """
    from agendapack.extract.write.overview import build_overview

    with results_at_hand(out) as folder:
        page = build_overview(folder, packs_at_hand(pdfs, folder), drawing(limits, passwords))
    put(for_terminal(str(page)))
