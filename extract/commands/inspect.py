"""Commands: inspect, what a pack was taken for, in words or as a picture."""

from __future__ import annotations

import sys
from pathlib import Path

import rich_click as click

from extract.commands.options import pack_argument, password_options, reading_options, vocabulary_option
from extract.commands.streams import put, say
from extract.errors import UsageError, reading
from extract.keys import use
from extract.settings import Settings
from extract.write.safe import for_terminal

COLUMNS_OF_A_FILE = 200
"""Characters in a line when no terminal says its width, so that no title is cut."""


@click.command()
@pack_argument
@click.option(
    "--picture",
    type=click.IntRange(min=1),
    metavar="PAGE",
    help="Draw this page with its rules, cells and tables instead.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="page.png",
    show_default=True,
    help="File for the picture.",
)
@reading_options
@vocabulary_option
@password_options
def inspect(
    pack: Path, picture: int | None, output: Path, settings: Settings, passwords: tuple[str, ...]
) -> None:
    """Show the outline and the tables of a pack, or draw a page as it was read.

    Example: agendapack inspect pack.pdf --picture 12 -o page.png
    """
    use(passwords)
    if picture is not None:
        _draw(pack, picture, settings, output)
        return
    from rich.console import Console

    from extract.batch.run import Nobody
    from extract.commands.terminal import pack_summary, progress
    from extract.pipeline import read_pack

    with progress() as show, reading(pack):
        listener = show or Nobody()
        result = read_pack(pack, settings, lambda done, pages: listener.pages(pack, done, pages))
    console = Console(width=None if sys.stdout.isatty() else COLUMNS_OF_A_FILE)
    for part in pack_summary(result):
        console.print(part)


def _draw(pack: Path, number: int, settings: Settings, output: Path) -> None:
    from extract.find import find_grids
    from extract.ocr import mended, read_scans
    from extract.read import page_count, read_pages
    from extract.second import Sheet, second_opinion
    from extract.write.picture import page_picture, save_picture

    with reading(pack):
        last = page_count(pack)
    if number > last:
        raise UsageError(f"{pack.name} has {last} pages; there is no page {number}.")
    with reading(pack):
        read = read_pages(pack, range(number, number + 1), settings.reader)
        page = mended(list(read_scans(pack, read, settings.ocr)))[0]
        sheet: Sheet = (page, find_grids(page))
        if settings.second_opinion:
            (sheet,) = second_opinion(pack, [sheet])
            for note in sheet[0].notes[len(page.notes) :]:
                say(f"page {number}, {note.box}: {note.detail}")
        picture = page_picture(pack, page, sheet[1])
    save_picture(picture, output)
    put(for_terminal(str(output)))
