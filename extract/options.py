"""The options of `extract` that steer a batch, and its log for collectors."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from extract.batch.limits import Limits
from extract.batch.run import Options, cores
from extract.errors import UsageError
from extract.keys import use

Command = TypeVar("Command", bound=Callable[..., Any])
_USUAL = Limits()


def _passwords(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _password_file(_context: click.Context, _option: click.Parameter, value: Path | None) -> tuple[str, ...]:
    """One password a line; they are tried in turn."""
    if value is None:
        return ()
    try:
        return tuple(filter(None, value.read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{value}: cannot be read as a list of passwords ({error}).") from error


_PASSWORDS = (
    click.option(
        "--password",
        callback=_passwords,
        help="Password of locked packs (others can see it: better use a file).",
    ),
    click.option(
        "--password-file",
        type=click.Path(path_type=Path),
        callback=_password_file,
        help="File of passwords, one a line, tried in turn on locked packs.",
    ),
)
_BATCH = (
    click.option(
        "-j", "--jobs", type=click.IntRange(min=1), help="Worker processes; all cores when not given."
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=_USUAL.pack_seconds,
        show_default=True,
        help="Seconds a pack may take.",
    ),
    click.option(
        "--page-timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=_USUAL.page_seconds,
        show_default=True,
        help="Seconds a page may take.",
    ),
    click.option(
        "--memory",
        type=click.IntRange(min=1),
        default=_USUAL.memory_mb,
        show_default=True,
        help="Megabytes a worker process may take.",
    ),
    *_PASSWORDS,
    click.option("--prune", is_flag=True, help="Drop the packs whose file is gone."),
    click.option("--retry", is_flag=True, help="Read again what failed or was read in part."),
    click.option("--log-json", is_flag=True, help="Log to standard error in JSON, one object a line."),
)


def batch_options(command: Command) -> Command:
    """Add the options; their values come to the command as `**batch`."""
    for option in reversed(_BATCH):
        command = option(command)
    return command


def password_options(command: Command) -> Command:
    """Add the options for passwords alone; their values come to the command as `**keys`."""
    for option in reversed(_PASSWORDS):
        command = option(command)
    return command


def use_passwords(password: tuple[str, ...], password_file: tuple[str, ...]) -> None:
    """Try these passwords on whatever is opened from now on."""
    use((*password, *password_file))


def options(formats: tuple[str, ...], given: dict[str, Any]) -> Options:
    """The options as the batch takes them."""
    return Options(
        given["jobs"] or cores(),
        Limits(given["timeout"], given["page_timeout"], given["memory"]),
        (*given["password"], *given["password_file"]),
        formats,
        given["prune"],
        given["retry"],
    )


class _JsonLines(logging.Formatter):
    """Log records as JSON, which has no room for control characters."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        return json.dumps(getattr(record, "fields", {}) | told)


def log_json(level: int = logging.INFO) -> None:
    """Send the log to standard error as JSON, for collectors."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines())
    logger = logging.getLogger("extract")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(level)
