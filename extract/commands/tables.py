"""Commands: tables, the grids alone."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from agendapack.extract.batch.limits import Limits
from agendapack.extract.commands.one import answer
from agendapack.extract.commands.options import (
    OUT_PATH,
    RESULTS,
    limit_options,
    pack_argument,
    password_options,
    reading_options,
)
from agendapack.extract.commands.streams import put
from agendapack.extract.errors import UsageError
from agendapack.extract.settings import Settings
from agendapack.extract.write.safe import for_terminal


@click.command()
@pack_argument
@click.option(
    "--format",
    "form",
    panel=RESULTS,
    type=click.Choice(["json", "csv"]),
    default="json",
    show_default=True,
    help="JSON on standard output, or one CSV a table in a folder.",
)
@click.option(
    "-o",
    "--output",
    panel=RESULTS,
    metavar="DIR",
    type=OUT_PATH,
    help="Folder for the CSV files.",
)
@reading_options
@limit_options
@password_options
def tables(
    pack: Path,
    form: str,
    output: Path | None,
    settings: Settings,
    limits: Limits,
    passwords: tuple[str, ...],
) -> None:
    """Print every table of every page as it is, without interpreting it.

    Example: agendapack tables pack.pdf --pages 12 --format json
    """
    if form == "json":
        put(answer("tables", pack, settings, limits, passwords).body.decode())
        return
    if output is None:
        raise UsageError("--format csv needs a folder: add -o DIR.")
    from agendapack.extract.write.grids import write_grid_files

    write_grid_files(output, answer("table files", pack, settings, limits, passwords).facts["files"])
    put(for_terminal(str(output)))
