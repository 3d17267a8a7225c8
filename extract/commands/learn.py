"""Commands: learn, what people confirmed of tables as words for other results."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from agendapack.extract.commands.addresses import results_argument
from agendapack.extract.commands.streams import put, say


@click.command()
@results_argument
@click.option(
    "--corrections",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of corrections; usually corrections.csv in the folder of the results.",
)
def learn(out: Path, corrections: Path | None) -> None:
    """Show what people confirmed of tables: under which head which columns hold what.

    Later runs into the same folder go by it as they are. What is printed is a file for --vocabulary, by
    which runs into other folders do the same.

    Example: agendapack learn output > learned.yaml
    """
    from agendapack.extract.correct.file import FILE, read_corrections
    from agendapack.extract.correct.lessons import heads_file, lessons_of
    from agendapack.extract.write.folder import read_folder

    packs = read_folder(out)["packs"]
    councils = {str(pack["sha256"]): str(pack["council"] or "") for pack in packs}
    lessons = list(lessons_of(read_corrections(corrections or out / FILE), councils))
    put(heads_file(lessons).rstrip())
    if not lessons:
        say("no table is confirmed yet; agendapack review shows those that are in doubt.")
