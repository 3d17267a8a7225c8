"""Commands: tables, the grids alone."""

from __future__ import annotations

import json
from pathlib import Path

import rich_click as click

from extract.commands.options import pack_argument, password_options, reading_options
from extract.commands.streams import put
from extract.errors import UsageError, reading
from extract.keys import use
from extract.settings import Settings
from extract.write.safe import for_terminal


@click.command()
@pack_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv"]),
    default="json",
    show_default=True,
    help="JSON on standard output, or one CSV a table in a folder.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the CSV files.")
@reading_options
@password_options
def tables(
    pack: Path, form: str, output: Path | None, settings: Settings, passwords: tuple[str, ...]
) -> None:
    """Print every table of every page as it is, without interpreting it.

    Example: agendapack tables pack.pdf --pages 12 --format json
    """
    from extract.pipeline import find_grids
    from extract.write.grids import grid_json, named, write_grid_files

    use(passwords)
    if form == "csv" and output is None:
        raise UsageError("--format csv needs a folder: add -o DIR.")
    with reading(pack):
        grids = list(named(find_grids(pack, settings)))
    if output is None or form == "json":
        put(json.dumps({"tables": [grid_json(*entry) for entry in grids]}, ensure_ascii=False))
    else:
        write_grid_files(output, grids)
        put(for_terminal(str(output)))
