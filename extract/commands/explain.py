"""Commands: explain, how a row came about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from agendapack.extract.commands.options import limit_options, out_argument, password_options
from agendapack.extract.commands.streams import put_lines
from agendapack.extract.errors import UsageError, output_errors

if TYPE_CHECKING:
    from agendapack.extract.batch.limits import Limits

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
    type=click.Path(path_type=Path, exists=True),
    help="The PDF, or its folder, if it has moved since it was read.",
)
@limit_options
@password_options
def explain(
    out: Path,
    row_id: str,
    column: str,
    picture: Path | None,
    pdfs: tuple[Path, ...],
    limits: Limits,
    passwords: tuple[str, ...],
) -> None:
    """Tell how a row, or one value of it, came about: what is printed where, and what reads it so.

    Example: agendapack explain output july-ab12cd34:action0003 due_date --picture row.png
    """
    from agendapack.extract.explain import explain as explanation_of
    from agendapack.extract.explain import in_words, where

    explanation = explanation_of(out, row_id, column)
    put_lines(in_words(explanation))
    if picture is None:
        return
    from agendapack.extract.commands.one import answer
    from agendapack.extract.settings import Settings
    from agendapack.extract.write.package import read_sources
    from agendapack.extract.write.pdfs import located
    from agendapack.extract.write.turns import read_turns

    spot, pack_id = where(explanation), str(explanation.record["pack_id"])
    pdf = located(out, read_sources(out), pdfs).get(pack_id)
    if spot is None or pdf is None:
        raise UsageError(f"{row_id}: no picture, " + (MOVED if spot else "it has no place."))
    turned = read_turns(out, pack_id)
    drawn = answer("spot", pdf, Settings(), limits, passwords, spot=spot, turned=turned).body
    with output_errors(picture):
        picture.write_bytes(drawn)
