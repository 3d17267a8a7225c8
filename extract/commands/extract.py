"""Commands: extract, the main job."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from agendapack.extract.commands.addresses import Anywhere, packs_at_hand, results_at_hand
from agendapack.extract.commands.facts import facts_options
from agendapack.extract.commands.options import (
    RESULTS,
    RUN,
    limit_options,
    password_options,
    reading_options,
    some_of,
    vocabulary_option,
)
from agendapack.extract.commands.streams import log_in_json, log_in_words, put, say, show
from agendapack.extract.errors import SOME_FAILED, STRICT, Interrupted, NothingRead, UsageError, output_errors
from agendapack.extract.write.names import OVERVIEW, PARTITIONS, REVIEW
from agendapack.extract.write.safe import for_file, for_terminal

if TYPE_CHECKING:
    from agendapack.extract.batch.options import Options
    from agendapack.extract.batch.record import BatchResult
    from agendapack.extract.settings import Settings

FORMATS = ("csv", "parquet", "xlsx", "sqlite", "duckdb")
EXECUTORS = ("local", "dask")
LAYOUTS = ("auto", "files", "partitions")
DEFAULT_FORMATS = ("csv", "parquet")


def _in_json(_context: click.Context, _option: click.Parameter, wanted: bool) -> bool:
    """What is wrong with the other options is told in JSON already."""
    if wanted:
        log_in_json(logging.INFO)
    return wanted


@click.command()
@click.argument("packs", metavar="PACK...", nargs=-1, required=True, type=Anywhere())
@click.option(
    "-o",
    "--output",
    panel=RESULTS,
    metavar="DIR",
    type=Anywhere(),
    default="output",
    show_default=True,
    help="Folder for the results, or its address: s3://…, az://…, gs://….",
)
@click.option(
    "--format",
    "formats",
    panel=RESULTS,
    metavar="csv,xlsx",
    callback=some_of(FORMATS),
    multiple=True,
    default=(",".join(DEFAULT_FORMATS),),
    show_default=True,
    help=f"File formats, with commas between: {', '.join(FORMATS)}.",
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    panel=RESULTS,
    default="auto",
    show_default=True,
    help="A file a dataset, or a folder of Parquet files a pack, which auto means for more than 500.",
)
@click.option(
    "--excel",
    is_flag=True,
    panel=RESULTS,
    help="Also copies of the CSV files that spreadsheets open right, in excel/.",
)
@click.option(
    "--corrections",
    panel=RESULTS,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of corrections to apply; usually corrections.csv in the folder of the results.",
)
@reading_options
@facts_options
@vocabulary_option
@click.option("--strict", is_flag=True, panel=RUN, help="Leave with exit code 4 when a finding is an error.")
@click.option(
    "-q", "--quiet", is_flag=True, panel=RUN, help="No progress, no summary; failures are still told."
)
@click.option("-v", "--verbose", is_flag=True, panel=RUN, help="Log what happens to each pack.")
@click.option(
    "-j",
    "--jobs",
    panel=RUN,
    metavar="NUMBER",
    type=click.IntRange(min=1),
    help="Worker processes; as many as cores when not given.",
)
@click.option(
    "--executor",
    type=click.Choice(EXECUTORS),
    panel=RUN,
    default="local",
    show_default=True,
    help='Who reads: processes here, or a Dask cluster, which needs "agendapack[dask]".',
)
@click.option(
    "--scheduler",
    panel=RUN,
    metavar="ADDRESS",
    default="",
    help="The cluster's scheduler, as tcp://host:8786; else where Dask's configuration says.",
)
@limit_options
@password_options
@click.option(
    "--force",
    is_flag=True,
    panel=RESULTS,
    help="Rename files in the way that no run wrote, and go on.",
)
@click.option("--prune", is_flag=True, panel=RUN, help="Drop the packs whose file is gone.")
@click.option("--retry", is_flag=True, panel=RUN, help="Read again what failed or was read in part.")
@click.option(
    "--log-json",
    is_flag=True,
    is_eager=True,
    callback=_in_json,
    panel=RUN,
    help="Log to standard error in JSON, one object a line.",
)
def extract(
    packs: tuple[Path | str, ...], output: Path | str, verbose: bool, log_json: bool, **given: Any
) -> int:
    """Read packs, one or many PDFs or folders of them, and write their datasets.

    Prints the path of the results. Exit codes: 0 all packs read, 1 wrong arguments, 2 some packs failed,
    3 nothing read, 4 see --strict, 130 interrupted.

    Example: agendapack extract inbox/ july.pdf -o output --format csv

    Example: agendapack extract minutes.pdf --council "Harrowmere District Council" --date "9 July 2024"
    """
    if log_json:
        log_in_json(logging.DEBUG if verbose else logging.INFO)
    elif verbose:
        log_in_words()
    with results_at_hand(output) as folder:
        code = _extract(packs_at_hand(packs, folder), folder, log_json=log_json, **given)
    put(for_terminal(str(output)))
    return code


def _extract(
    packs: Sequence[Path],
    output: Path,
    settings: Settings,
    corrections: Path | None,
    strict: bool,
    quiet: bool,
    log_json: bool,
    **given: Any,
) -> int:
    from agendapack.extract.batch.run import run_batch
    from agendapack.extract.commands.progress import progress
    from agendapack.extract.correct import FILE, read_corrections

    pages = {"review": output / REVIEW / "index.html", "overview": output / OVERVIEW}
    with output_errors(output):
        made = [name for name, page in pages.items() if page.is_file()]
        begun = output.is_dir()
    if corrections or begun:
        settings = replace(settings, corrections=read_corrections(corrections or output / FILE))
    try:
        with progress(hidden=quiet or log_json) as audience:
            done = run_batch(packs, output, settings, _options(**given), audience)
    except KeyboardInterrupt:
        raise Interrupted(
            "interrupted; what is read so far is kept, and the next run goes on from there."
        ) from None
    if not log_json:
        _tell(done, quiet)
    if not done.number_read:
        as_before = f"{output} is as it was" if output.exists() else "nothing is written"
        raise NothingRead(f"nothing could be read; {as_before}.")
    _tell_unused(settings, done)
    if not quiet:
        _tell_of_files(output, [name for name in made if not pages[name].is_file()])
    if done.failed:
        return SOME_FAILED
    return STRICT if strict and any(severity == "error" for _, severity in done.total.findings) else 0


def _options(formats: Sequence[str], excel: bool, jobs: int | None, **others: Any) -> Options:
    from agendapack.extract.batch.options import Options, cores

    if others["scheduler"] and others["executor"] == "local":
        raise UsageError("--scheduler names that of a cluster, which --executor dask asks for.")
    return Options(jobs or cores(), formats=(*formats, "excel") if excel else formats, **others)


def _tell_of_files(output: Path, gone: Iterable[str]) -> None:
    """Where the datasets are when they are not where one looks first, and which pages are gone."""
    if (output / PARTITIONS).is_dir():
        say(f"the datasets are in {output / PARTITIONS}, a folder a pack; --layout files writes a file each.")
    for name in gone:
        say(f"the {name} page is out of date and gone; agendapack {name} {output} makes it anew.")


def _tell_unused(settings: Settings, done: BatchResult) -> None:
    """Lines of the file of facts that concern nothing: a misprint is not passed over."""
    from agendapack.extract.correct.given_facts import unused

    for fact in unused(settings.given, (run.path for run in done.packs)):
        say(f"{fact.who}: no PDF of the results is {fact.source_name}.")


def _tell(done: BatchResult, quiet: bool) -> None:
    """What was renamed and what failed, a line each, and a summary."""
    for name, kept in done.renamed.items():
        say(f"{name} was in the way and is kept as {kept}.")
    for run in done.packs:
        if run.about.message:
            # the whole path: packs of two folders may have one name
            say(for_file(f"{run.path}{run.about.message.removeprefix(run.path.name)}"))
    if done.number_read and not quiet:
        from agendapack.extract.commands.terminal import run_summary

        show(*run_summary(done))
