"""Commands: overview, the page to look at first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from agendapack.extract.commands.drawing import drawing
from agendapack.extract.commands.options import limit_options, out_argument, password_options
from agendapack.extract.commands.streams import put
from agendapack.extract.write.safe import for_terminal

if TYPE_CHECKING:
    from agendapack.extract.batch.limits import Limits


@click.command()
@out_argument
@click.argument("pdfs", metavar="[PDF...]", nargs=-1, type=click.Path(path_type=Path, exists=True))
@limit_options
@password_options
def overview(out: Path, pdfs: tuple[Path, ...], limits: Limits, passwords: tuple[str, ...]) -> None:
    """Make a page of what a results folder says: overdue, red, at risk, contradictory, changed, not read.

    One HTML file that needs nothing beside it; every figure opens its rows, every row its place on the page.
    Prints the file's path. Name the PDFs if they have moved since.

    Example: agendapack overview output
    """
    from agendapack.extract.write.overview import build_overview

    put(for_terminal(str(build_overview(out, pdfs, drawing(limits, passwords)))))
