"""Commands: explain, how a row came about."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from extract.commands.options import out_argument, password_options
from extract.commands.streams import put_lines
from extract.errors import UsageError
from extract.keys import use

MOVED = "its PDF is not where it was. Name it with --pdf."


@click.command()
@out_argument
@click.argument("row_id")
@click.argument("column", default="")
@click.option(
    "--picture", type=click.Path(path_type=Path, dir_okay=False), help="Save this part of the page as PNG."
)
@click.option(
    "--pdf",
    "pdfs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The PDF, or its folder, if it has moved since it was read.",
)
@password_options
def explain(
    out: Path,
    row_id: str,
    column: str,
    picture: Path | None,
    pdfs: tuple[Path, ...],
    passwords: tuple[str, ...],
) -> None:
    """Tell how a row, or one value of it, came about: what is printed where, and what reads it so.

    Example: agendapack explain output july-ab12cd34:action0003 due_date --picture row.png
    """
    from extract.explain import explain as explanation_of
    from extract.explain import in_words, where

    explanation = explanation_of(out, row_id, column)
    put_lines(in_words(explanation))
    if picture is None:
        return
    from extract.write.package import read_sources
    from extract.write.pdfs import crop, located
    from extract.write.picture import save_picture
    from extract.write.turns import read_turns

    use(passwords)
    spot, pack_id = where(explanation), str(explanation.record["pack_id"])
    pdf = located(out, read_sources(out), pdfs).get(pack_id)
    if spot is None or pdf is None:
        raise UsageError(f"{row_id}: no picture, " + (MOVED if spot else "it has no place."))
    save_picture(crop(pdf, spot, read_turns(out, pack_id).get(spot.page)), picture)
