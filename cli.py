"""The command line: standard output carries data, standard error the log; exit codes as in docs/errors.md."""

from __future__ import annotations

import gc
import json
import logging
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import rich_click as click
from rich.console import Console

import schemas
from extract.errors import AgendapackError, NothingRead, PackError, UsageError, reading
from extract.options import batch_options, log_json, options, password_options, use_passwords
from extract.settings import OCR_MODES, READERS, Settings
from extract.write.safe import for_terminal

GARBAGE_AFTER = 50_000
"""Objects made before Python looks for cycles among them; its own rule is 700."""
USAGE, SOME_FAILED, STRICT, INTERRUPTED = 1, 2, 4, 130
"""Exit codes that no error class carries; the others stand in extract/errors.py."""
FORMATS = ("csv", "parquet", "xlsx", "duckdb")
DEFAULT_FORMATS = ("csv", "parquet")
SEVERITIES = ("error", "warning", "info")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    # a command is over before much garbage is made: looking for it while libraries load costs more
    gc.set_threshold(GARBAGE_AFTER)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the one place where errors become exit codes."""
    try:
        code: int | None = agendapack(arguments, prog_name="agendapack", standalone_mode=False)
        return code or 0
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "agendapack"
        say(f"{error.format_message()} See {where} --help.")
        return USAGE
    except AgendapackError as error:
        say(str(error))
        # a command about one pack that cannot be read has read nothing
        return NothingRead.exit_code if isinstance(error, PackError) else error.exit_code
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left: nobody to tell
        return 0
    except (KeyboardInterrupt, click.Abort):
        say("interrupted; what is read so far is kept, and the next run goes on from there.")
        return INTERRUPTED


def say(message: str) -> None:
    """One line on standard error."""
    click.echo(f"agendapack: {for_terminal(message)}", err=True)


def put(text: str) -> None:
    """Data on standard output, in UTF-8 on every platform."""
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


# --- values of options -------------------------------------------------------------


def _formats(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(part.strip().lower() for part in value.split(","))
    if unknown := set(chosen) - set(FORMATS):
        raise click.BadParameter(f"{', '.join(sorted(unknown))}: choose from {', '.join(FORMATS)}.")
    return chosen


def _severities(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(part.strip().lower() for part in value.split(",") if part.strip())
    if unknown := set(chosen) - set(SEVERITIES):
        raise click.BadParameter(f"{', '.join(sorted(unknown))}: choose from {', '.join(SEVERITIES)}.")
    return chosen


def _pages(_context: click.Context, _option: click.Parameter, value: str | None) -> range | None:
    if value is None:
        return None
    match = re.fullmatch(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?", value)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise click.BadParameter(f"{value!r} is no page or range of pages such as 10-40.")
    return range(first, last + 1)


pages_option = click.option(
    "--pages", callback=_pages, metavar="10-40", help="Only these PDF pages, counted from 1."
)
reader_option = click.option(
    "--reader",
    type=click.Choice(READERS),
    default=READERS[0],
    show_default=True,
    help="Library that reads the PDF.",
)


def _second(_context: click.Context, _option: click.Parameter, wanted: bool) -> bool:
    """Say so when the better second reader is not installed."""
    if wanted:
        from extract.second import HINT, second_reader

        if second_reader()[0] != "camelot":
            say(HINT)
    return wanted


second_option = click.option(
    "--second-opinion",
    is_flag=True,
    callback=_second,
    help="Compare every table, cell by cell, with another library's reading; name what differs.",
)
ocr_option = click.option(
    "--ocr",
    type=click.Choice(OCR_MODES),
    default=OCR_MODES[0],
    show_default=True,
    help='Read pages from their pictures; auto: where their text is no use. Needs "agendapack[ocr]".',
)


def _vocabulary(_context: click.Context, _option: click.Parameter, files: tuple[Path, ...]) -> None:
    """Add the words of each file before anything is read."""
    for file in files:
        schemas.extend(file)


vocabulary_option = click.option(
    "--vocabulary",
    multiple=True,
    expose_value=False,
    callback=_vocabulary,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="YAML file with a council's own words, added to the built-in ones; see docs/vocabulary.md.",
)
pack_argument = click.argument("pack", type=click.Path(path_type=Path))


class SafeFormatter(logging.Formatter):
    """Log lines in which nothing from a file can steer the terminal or pass for a line of its own."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n  ".join(map(for_terminal, super().format(record).splitlines()))


def _log_details() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(SafeFormatter("%(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("extract")
    logger.handlers = [handler]
    logger.setLevel(logging.DEBUG)


# --- commands ----------------------------------------------------------------------


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="agendapack")
def agendapack() -> None:
    """Turn council agenda packs (PDF) into clean, linked datasets.

    Example: agendapack extract pack.pdf -o output
    """


@agendapack.command()
@click.argument("packs", metavar="PACK...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="output",
    show_default=True,
    help="Folder for the results.",
)
@click.option(
    "--format",
    "formats",
    callback=_formats,
    default=",".join(DEFAULT_FORMATS),
    show_default=True,
    help=f"File formats, with commas between: {', '.join(FORMATS)}.",
)
@click.option(
    "--excel", is_flag=True, help="Also copies of the CSV files that spreadsheets open right, in excel/."
)
@click.option(
    "--corrections",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of corrections to apply; usually corrections.csv in the folder of the results.",
)
@pages_option
@reader_option
@ocr_option
@second_option
@vocabulary_option
@click.option("--strict", is_flag=True, help="Leave with exit code 4 when a finding is an error.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary; failures are still told.")
@click.option("-v", "--verbose", is_flag=True, help="Log what happens to each pack.")
@batch_options
def extract(
    packs: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...],
    excel: bool,
    corrections: Path | None,
    pages: range | None,
    reader: str,
    ocr: str,
    second_opinion: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
    **batch: Any,
) -> int:
    """Read packs, one or many PDFs or folders of them, and write their datasets.

    Prints the path of the results.

    Example: agendapack extract inbox/ july.pdf -o output --format csv
    """
    from extract.batch import run_batch
    from extract.correct import FILE as CORRECTIONS
    from extract.correct import read_corrections
    from extract.terminal import progress, run_summary

    if verbose:
        _log_details()
    if batch["log_json"]:
        log_json(logging.DEBUG if verbose else logging.INFO)
    known = corrections or output.is_dir()
    corrected = read_corrections(corrections or output / CORRECTIONS) if known else ()
    wanted = options((*formats, "excel") if excel else formats, batch)
    with progress(hidden=quiet or batch["log_json"]) as audience:
        settings = Settings(reader, pages, corrected, ocr, second_opinion)
        done = run_batch(packs, output, settings, wanted, audience)
    for run in done.packs:
        if run.about.message and not batch["log_json"]:
            say(run.about.message)
    if not done.read:
        raise NothingRead(f"nothing could be read; {output} is as it was.")
    if not quiet and not batch["log_json"]:
        for part in run_summary(done):
            Console(stderr=True).print(part)
    put(for_terminal(str(output)))
    if done.failed:
        return SOME_FAILED
    return STRICT if strict and any(severity == "error" for _, severity in done.findings) else 0


@agendapack.command()
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
@pages_option
@reader_option
@ocr_option
@second_option
@password_options
def tables(
    pack: Path,
    form: str,
    output: Path | None,
    pages: range | None,
    reader: str,
    ocr: str,
    second_opinion: bool,
    **keys: tuple[str, ...],
) -> None:
    """Print every table of every page as it is, without interpreting it.

    Example: agendapack tables pack.pdf --pages 12 --format json
    """
    from extract.pipeline import find_grids
    from extract.write.grids import grid_json, named, write_grid_files

    use_passwords(**keys)
    if form == "csv" and output is None:
        raise UsageError("--format csv needs a folder: add -o DIR.")
    with reading(pack):
        grids = list(named(find_grids(pack, Settings(reader, pages, ocr=ocr, second_opinion=second_opinion))))
    if output is None or form == "json":
        put(json.dumps({"tables": [grid_json(*entry) for entry in grids]}, ensure_ascii=False))
    else:
        write_grid_files(output, grids)
        put(for_terminal(str(output)))


@agendapack.command()
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
@pages_option
@reader_option
@ocr_option
@second_option
@vocabulary_option
@password_options
def inspect(
    pack: Path,
    picture: int | None,
    output: Path,
    pages: range | None,
    reader: str,
    ocr: str,
    second_opinion: bool,
    **keys: tuple[str, ...],
) -> None:
    """Show the outline and the tables of a pack, or draw a page as it was read.

    Example: agendapack inspect pack.pdf --picture 12 -o page.png
    """
    use_passwords(**keys)
    settings = Settings(reader, pages, ocr=ocr, second_opinion=second_opinion)
    if picture is not None:
        _draw(pack, picture, settings, output)
        return
    from extract.batch.run import Nobody
    from extract.pipeline import read_pack
    from extract.terminal import pack_summary, progress

    with progress() as show, reading(pack):
        listener = show or Nobody()
        result = read_pack(pack, settings, lambda done, pages: listener.pages(pack, done, pages))
    # a file or pipe has no width: leave room, so that no title is cut
    console = Console(width=None if sys.stdout.isatty() else 200)
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


@agendapack.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="Markdown to read, or Table Schema for tools.",
)
def schema(form: str) -> None:
    """Print the data dictionary: every dataset and column with type, unit and meaning.

    Example: agendapack schema --format json > schema.json
    """
    from schemas.datasets import datasets, markdown, table_schema, version

    if form == "markdown":
        put(markdown())
    else:
        put(json.dumps({"version": version(), "datasets": [table_schema(d) for d in datasets()]}, indent=2))


@agendapack.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--severity",
    "severities",
    callback=_severities,
    default="",
    metavar="error,warning,info",
    help="Only findings of these severities.",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array instead of a report.")
@click.option("--strict", is_flag=True, help="Leave with exit code 4 when a finding shown is an error.")
def check(out: Path, severities: tuple[str, ...], kinds: tuple[str, ...], as_json: bool, strict: bool) -> int:
    """Print what is wrong or doubtful in the packs of a results folder, by kind, with places and quotations.

    docs/findings.md tells what each kind means.

    Example: agendapack check output --severity error,warning
    """
    from extract.told import report, told

    findings = told(out, severities, kinds)
    if as_json:
        put(json.dumps(findings, ensure_ascii=False, indent=2))
    else:
        put("\n".join(map(for_terminal, report(findings))))
    return STRICT if strict and any(f["severity"] == "error" for f in findings) else 0


@agendapack.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("pdfs", metavar="[PDF...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--serve", is_flag=True, help="Show the page on this machine and save corrections at once.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port for --serve; a free one unless given."
)
def review(out: Path, pdfs: tuple[Path, ...], serve: bool, port: int) -> None:
    """Make a page on which people check the rows of a results folder against the PDF.

    Prints the page's path, or with --serve its address. Name the PDFs if they have moved since.

    Example: agendapack review output --serve
    """
    from extract.write.review import build_review, serve_review

    page = build_review(out, pdfs)
    for name in page.missing:
        say(f"{name}: not found where it was, so its pages have no pictures. Name it behind {out}.")
    if not serve:
        put(for_terminal(str(page.path)))
        return
    with serve_review(out, page.path.parent, port) as server:
        put(server.address)
        say("open this address; end with Ctrl+C.")
        with suppress(KeyboardInterrupt):
            server.serve_forever()


@agendapack.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("row_id")
@click.argument("column", default="")
@click.option(
    "--picture", type=click.Path(path_type=Path, dir_okay=False), help="Save this part of the page as PNG."
)
def explain(out: Path, row_id: str, column: str, picture: Path | None) -> None:
    """Tell how a row, or one value of it, came about: what is printed where, and what reads it so.

    Example: agendapack explain output july-ab12cd34:action0003 due_date --picture row.png
    """
    from extract.explain import explain as explanation_of
    from extract.explain import in_words, where

    explanation = explanation_of(out, row_id, column)
    put("\n".join(map(for_terminal, in_words(explanation))))
    if picture is None:
        return
    from extract.write.package import read_sources
    from extract.write.pdfs import crop, located
    from extract.write.picture import save_picture

    spot, pack_id = where(explanation), str(explanation.record["pack_id"])
    pdf = located(out, read_sources(out)).get(pack_id)
    if spot is None or pdf is None:
        raise UsageError(f"{row_id}: no picture, " + ("its PDF has moved." if spot else "it has no place."))
    save_picture(crop(pdf, spot), picture)


if __name__ == "__main__":
    main()
