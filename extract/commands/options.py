"""Commands: options that several of them have; a group of options reaches its command as one value."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import rich_click as click

from agendapack.extract.batch.limits import Limits
from agendapack.extract.commands.streams import say
from agendapack.extract.errors import UsageError
from agendapack.extract.settings import OCR_MODES, READERS, Settings
from agendapack.extract.storage.remote_folder import is_address

Command = Callable[..., Any]
_USUAL = Limits()
SEVERITIES = ("error", "warning", "info")
RESULTS, READING, FACTS, LIMITS, LOCKED, RUN = (
    "Results",
    "Reading",
    "What the papers do not print",
    "Limits",
    "Locked packs",
    "The run",
)
"""Panels of the help."""


class LocalPath(click.Path):
    """A path on this machine: an address such as s3://bucket would become a folder by the name of `s3:`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or a clear refusal."""
        path = super().convert(value, param, ctx)
        if is_address(os.fspath(value)):
            self.fail(f"{value} is no folder on this machine; copy it to one first.", param, ctx)
        return path


OUT_PATH = LocalPath(path_type=Path)
pack_argument = click.argument("pack", type=click.Path(path_type=Path))
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


def some_of(choices: Sequence[str]) -> Callable[..., tuple[str, ...]]:
    """A callback for an option of one or more of these words, with commas between or given several times."""

    def parted(
        _context: click.Context, _option: click.Parameter, value: str | Sequence[str] | None
    ) -> tuple[str, ...]:
        if value is None:
            return ()
        said = value if isinstance(value, str) else ",".join(value)
        chosen = tuple(dict.fromkeys(part.strip().lower() for part in said.split(",")))
        if unknown := set(chosen) - set(choices):
            raise click.BadParameter(
                f"{', '.join(map(repr, sorted(unknown)))}: choose from {', '.join(choices)}."
            )
        return chosen

    return parted


def with_options(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    """The command with the options, which its help lists in this order."""
    for option in reversed(options):
        command = option(command)
    return command


# --- what is read, and how ---------------------------------------------------------


def _pages(_context: click.Context, _option: click.Parameter, value: str | None) -> range | None:
    if value is None:
        return None
    match = re.fullmatch(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?", value)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise click.BadParameter(f"{value!r} is no page or range of pages such as 10-40.")
    return range(first, last + 1)


def _second(_context: click.Context, _option: click.Parameter, wanted: bool) -> bool:
    """Say so when the better second reader is not installed."""
    if wanted:
        from agendapack.extract.second import HINT, second_reader

        if second_reader()[0] != "camelot":
            say(HINT)
    return wanted


def _ocr(_context: click.Context, _option: click.Parameter, mode: str) -> str:
    """Where every page is to be read from its picture, nothing could be without the extra."""
    if mode == "always":
        from agendapack.extract.ocr import HINT
        from agendapack.extract.ocr.extra import is_installed

        if not is_installed():
            raise UsageError(f"--ocr always needs what reads pictures; {HINT}.")
    return mode


_READING = (
    click.option(
        "--pages",
        callback=_pages,
        metavar="10-40",
        help="Only these PDF pages, counted from 1.",
        panel=READING,
    ),
    click.option(
        "--reader",
        type=click.Choice(READERS),
        default=READERS[0],
        show_default=True,
        help="Library that reads the PDF.",
        panel=READING,
    ),
    click.option(
        "--ocr",
        callback=_ocr,
        type=click.Choice(OCR_MODES),
        default=OCR_MODES[0],
        show_default=True,
        help='Read pages from their pictures; auto: where their text is no use. Needs "agendapack[ocr]".',
        panel=READING,
    ),
    click.option(
        "--second-opinion",
        is_flag=True,
        callback=_second,
        help="Compare every table, cell by cell, with another library's reading; name what differs.",
        panel=READING,
    ),
)


def reading_options(command: Command) -> Command:
    """Add the options that decide what is read; the command gets them as `settings`."""

    @functools.wraps(command)
    def called(*, pages: range | None, reader: str, ocr: str, second_opinion: bool, **others: Any) -> Any:
        settings = Settings(reader, pages, ocr=ocr, second_opinion=second_opinion)
        return command(settings=settings, **others)

    return with_options(_READING, called)


def _vocabulary(context: click.Context, _option: click.Parameter, files: tuple[Path, ...]) -> None:
    """Add the words of each file before anything is read, until the command ends."""
    from agendapack import schemas

    before = schemas.additions()
    context.call_on_close(lambda: schemas.adopt(before))
    for file in files:
        schemas.extend(file)


vocabulary_option = click.option(
    "--vocabulary",
    multiple=True,
    expose_value=False,
    callback=_vocabulary,
    type=FILE,
    metavar="FILE",
    panel=READING,
    help="YAML file with a council's own words, added to the built-in ones; see docs/vocabulary.md.",
)


# --- passwords ---------------------------------------------------------------------


def _listed(file: Path) -> tuple[str, ...]:
    """One password a line; they are tried in turn."""
    try:
        return tuple(filter(None, file.read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        what = "this is no UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise UsageError(
            f"{file}: cannot be read ({what}). Save it as UTF-8 text, a password a line."
        ) from error


_PASSWORDS = (
    click.option(
        "--password",
        metavar="WORD",
        help="Password of locked packs (others can see it: better use a file).",
        panel=LOCKED,
    ),
    click.option(
        "--password-file",
        type=FILE,
        metavar="FILE",
        help="File of passwords, one a line, tried in turn on locked packs.",
        panel=LOCKED,
    ),
)


def password_options(command: Command) -> Command:
    """Add the options for locked packs; the command gets them as `passwords`."""

    @functools.wraps(command)
    def called(*, password: str | None, password_file: Path | None, **others: Any) -> Any:
        listed = _listed(password_file) if password_file else ()
        return command(passwords=(password, *listed) if password else listed, **others)

    return with_options(_PASSWORDS, called)


# --- limits ------------------------------------------------------------------------

_LIMITS = (
    click.option(
        "--timeout",
        metavar="SECONDS",
        panel=LIMITS,
        type=click.FloatRange(min=0, min_open=True),
        default=f"{_USUAL.pack_seconds:g}",
        show_default=True,
        help="Time a pack may take, without waiting for a free core; the last third for what was read.",
    ),
    click.option(
        "--page-timeout",
        metavar="SECONDS",
        panel=LIMITS,
        type=click.FloatRange(min=0, min_open=True),
        default=f"{_USUAL.page_seconds:g}",
        show_default=True,
        help="Time a page may take, without waiting for a free core.",
    ),
    click.option(
        "--memory",
        metavar="MB",
        panel=LIMITS,
        type=click.IntRange(min=1),
        default=_USUAL.memory_mb,
        show_default=True,
        help="Memory a worker process may take.",
    ),
)


def limit_options(command: Command) -> Command:
    """Add the options that bound what a pack may cost; the command gets them as `limits`."""

    @functools.wraps(command)
    def called(*, timeout: float, page_timeout: float, memory: int, **others: Any) -> Any:
        return command(limits=Limits(timeout, page_timeout, memory), **others)

    return with_options(_LIMITS, called)
