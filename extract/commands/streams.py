"""Commands: standard output carries data, standard error the log; both safe from what a file says."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

import rich_click as click

from agendapack.extract.errors import OutputError
from agendapack.extract.write.safe import for_terminal

_LAST_RESORT = logging.lastResort
"""What Python itself does with the warnings of libraries that nobody listens to."""


def say(message: str) -> None:
    """One line on standard error, as JSON when the log is."""
    logger = logging.getLogger("agendapack")
    if any(isinstance(handler.formatter, _JsonLines) for handler in logger.handlers):
        logger.error("%s", message)
        return
    with _heard_or_not(sys.stderr):
        click.echo(f"agendapack: {for_terminal(message)}", err=True)


def show(*parts: object) -> None:
    """Tables and lines of rich on standard error."""
    from rich.console import Console

    console = Console(stderr=True)
    with console.capture() as drawn:
        for part in parts:
            # lines of text are broken by the terminal, and whole where there is none
            console.print(part, soft_wrap=isinstance(part, str))
    with _heard_or_not(sys.stderr):
        click.echo(drawn.get(), err=True, nl=False)


@contextmanager
def _heard_or_not(stream: TextIO) -> Iterator[None]:
    """Who reads our output may leave (`| head`): the command goes on, and its exit code stays true."""
    try:
        yield
    except BrokenPipeError:
        _to_nobody(stream)


def _to_nobody(stream: TextIO) -> None:
    """What is written from now on, also when Python ends, goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_out() -> None:
    """Write what libraries have printed and Python still holds, so that nobody misses a reader at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # what data met on its way was told when it was written
            _to_nobody(stream)


def put(text: str) -> None:
    """Data on standard output, in UTF-8 on every platform."""
    if sys.stdout is None:  # the user has closed it
        return
    try:
        with _heard_or_not(sys.stdout):
            sys.stdout.buffer.write(f"{text}\n".encode())
            sys.stdout.buffer.flush()
    except OSError as error:
        raise OutputError(f"standard output: cannot write there ({error.strerror}).") from error


def put_lines(lines: Iterable[str]) -> None:
    """Text for people: on a terminal, long lines go on below, indented."""
    safe = [for_terminal(line) for line in lines]
    if sys.stdout is not None and sys.stdout.isatty():
        wide = shutil.get_terminal_size().columns
        safe = [part for line in safe for part in _folded(line, wide)]
    put("\n".join(safe))


def _folded(line: str, wide: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.wrap(line, max(wide, 2 * len(indent)), subsequent_indent=indent) or [""]


def log_to_nobody() -> None:
    """Begin without a log, whatever a command before this one in the same process asked for."""
    logger = logging.getLogger("agendapack")
    logger.handlers, logger.propagate = [], True
    logger.setLevel(logging.NOTSET)
    logging.captureWarnings(False)
    logging.lastResort, sys.excepthook = _LAST_RESORT, sys.__excepthook__


def log_in_words() -> None:
    """Send the whole log to standard error, for people."""
    _log_with(_SafeLines("%(levelname)s %(name)s: %(message)s"), logging.DEBUG)


def log_in_json(level: int) -> None:
    """Send the log to standard error as JSON, for collectors, and what libraries and Python say there too."""
    handler = _log_with(_JsonLines(), level)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").handlers = [handler]
    logging.lastResort, sys.excepthook = handler, _unexpected


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error of ours that nobody foresaw, as a line of the log."""
    logging.getLogger("agendapack").critical(
        "unexpected %s: %s", kind.__name__, error, exc_info=(kind, error, trace)
    )


def _log_with(formatter: logging.Formatter, level: int) -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logger = logging.getLogger("agendapack")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(level)
    return handler


class _SafeLines(logging.Formatter):
    """Log lines in which nothing from a file can steer the terminal or pass for a line of its own."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n  ".join(map(for_terminal, super().format(record).splitlines()))


class _JsonLines(logging.Formatter):
    """Log records as JSON, which has no room for control characters."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(getattr(record, "fields", {}) | told)
