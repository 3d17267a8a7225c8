"""Commands: explain, how a row came about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from agendapack.extract.commands.addresses import Results
from agendapack.extract.commands.options import limit_options, password_options
from agendapack.extract.commands.streams import put_lines
from agendapack.extract.errors import UsageError, output_errors

if TYPE_CHECKING:
    from agendapack.extract.batch.limits import Limits
    from agendapack.extract.explain import Explanation, FoundRow

MOVED = "its PDF is not where it was. Name it with --pdf."


@click.command()
@click.argument("out", type=Results(grids=True))
@click.argument("what")
@click.argument("column", default="")
@click.option("--why", is_flag=True, help="With every figure: boxes, weights, rules and the word lists used.")
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
    what: str,
    column: str,
    why: bool,
    picture: Path | None,
    pdfs: tuple[Path, ...],
    limits: Limits,
    passwords: tuple[str, ...],
) -> None:
    """Tell why a row, or one value of it, is what it is: by reference, by words of it, or by row ID.

    Example: agendapack explain output "CP 1.1" due_date --picture row.png
    """
    from agendapack.extract.explain import explain as explanation_of
    from agendapack.extract.explain import hit_lines, in_figures, in_sentences, latest, sought
    from agendapack.extract.write.folder import read_folder

    records = read_folder(out)
    hits = sought(records, what)
    hit = latest(hits)
    if hit is None:
        _several(hits, picture)
        return
    explanation = explanation_of(out, hit.row_id, column, records)
    put_lines(in_figures(explanation) if why else in_sentences(hit, explanation))
    if others := [other for other in hits if other != hit]:
        put_lines(["Printed before:", *hit_lines(others)])
    if picture:
        _save_picture(out, explanation, picture, pdfs, limits, passwords)


def _several(hits: Sequence[FoundRow], picture: Path | None) -> None:
    """The rows of which one is to be chosen; no picture can show all of them."""
    from agendapack.extract.explain import hit_lines

    put_lines([*hit_lines(hits), f"rows: {len(hits)}. Ask for one of them by its row ID, at the line's end."])
    if picture:
        raise UsageError(f"{len(hits)} rows are meant: no picture. Ask for one of them by its row ID.")


def _save_picture(
    out: Path,
    explanation: Explanation,
    picture: Path,
    pdfs: Sequence[Path],
    limits: Limits,
    passwords: tuple[str, ...],
) -> None:
    from agendapack.extract.commands.one import answer
    from agendapack.extract.explain import where
    from agendapack.extract.settings import Settings
    from agendapack.extract.write.package import read_sources
    from agendapack.extract.write.page_rotation import read_turns
    from agendapack.extract.write.pdfs import located

    spot, pack_id = where(explanation), str(explanation.record["pack_id"])
    pdf = located(out, read_sources(out), pdfs).get(pack_id)
    if spot is None or pdf is None:
        row_id = explanation.record["row_id"]
        raise UsageError(f"{row_id}: no picture, " + (MOVED if spot else "it has no place."))
    turned = read_turns(out, pack_id)
    drawn = answer("spot", pdf, Settings(), limits, passwords, spot=spot, turned=turned).body
    with output_errors(picture):
        picture.write_bytes(drawn)
