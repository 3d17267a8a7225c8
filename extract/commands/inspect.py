"""Commands: inspect, what a pack was taken for, in words or as a picture."""

from __future__ import annotations

import sys
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
    vocabulary_option,
)
from agendapack.extract.commands.streams import put
from agendapack.extract.errors import output_errors
from agendapack.extract.settings import Settings
from agendapack.extract.write.safe import for_terminal

COLUMNS_OF_A_FILE = 200
"""Characters in a line when no terminal says its width, so that no title is cut."""


@click.command()
@pack_argument
@click.option(
    "--picture",
    panel=RESULTS,
    type=click.IntRange(min=1),
    metavar="PAGE",
    help="Draw this page with its rules, cells and tables instead; --pages around it is faster.",
)
@click.option(
    "-o",
    "--output",
    panel=RESULTS,
    metavar="FILE",
    type=OUT_PATH,
    default="page.png",
    show_default=True,
    help="File for the picture.",
)
@reading_options
@vocabulary_option
@limit_options
@password_options
def inspect(
    pack: Path,
    picture: int | None,
    output: Path,
    settings: Settings,
    limits: Limits,
    passwords: tuple[str, ...],
) -> None:
    """Show the outline and the tables of a pack, or draw a page as it was read.

    Example: agendapack inspect pack.pdf --picture 12 -o page.png
    """
    if picture is not None:
        drawn = answer("picture", pack, settings, limits, passwords, numbers=(picture,)).body
        with output_errors(output):
            output.write_bytes(drawn)
        put(for_terminal(str(output)))
        return
    from rich.console import Console

    from agendapack.extract.commands.terminal import pack_summary

    told = answer("summary", pack, settings, limits, passwords)
    console = Console(width=None if sys.stdout.isatty() else COLUMNS_OF_A_FILE)
    with console.capture() as shown:
        for part in pack_summary(told.facts):
            console.print(part)
    put(shown.get().rstrip("\n"))
