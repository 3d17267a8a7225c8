"""The errors a user can meet, each with its exit code and what to do next."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

SOME_FAILED, STRICT = 2, 4
"""Exit codes of commands that end without an error of their own."""


class AgendapackError(Exception):
    """Base of all errors that end a command or a pack with one clear line."""

    exit_code = 2


class UsageError(AgendapackError):
    """The arguments make no sense."""

    exit_code = 1


class PackError(AgendapackError):
    """One pack cannot be read; the others go on."""

    advice = ""

    def __init__(self, path: Path | str, what: str, page: int | None = None) -> None:
        self.path = Path(path)
        self.page = page
        self.what = what + (f" {self.advice}" if self.advice else "")
        """What is wrong and what to do next, without the name of the file."""
        where = f"{self.path.name}, page {page}" if page else self.path.name
        super().__init__(f"{where}: {self.what}")


class MissingFile(PackError):
    """There is no such file, or it may not be opened."""

    advice = "Check the path."


class BadName(PackError):
    """The name of the file is not in UTF-8, so that no result could name it."""

    advice = "Rename it."


class LinkedFolder(PackError):
    """A folder holds a link to another one, which is not searched: it may lead anywhere."""

    advice = "Name the folder that it leads to as well."


class NotAPdf(PackError):
    """The file is no PDF."""

    advice = "Open it in a viewer and save or print it as PDF first."


class EncryptedPdf(PackError):
    """The file needs a password."""

    advice = "Give the password with --password or --password-file."


class DamagedPdf(PackError):
    """The file is a PDF but cannot be opened."""

    advice = "Fetch it again or open it in a viewer and print it to a new PDF."


class NothingRead(AgendapackError):
    """No pack could be read."""

    exit_code = 3


class Interrupted(AgendapackError):
    """The user, or the scheduler, has stopped the run."""

    exit_code = 130


class FetchError(AgendapackError):
    """Something cannot be fetched from the web; the message says why."""


class ClusterError(AgendapackError):
    """The cluster that was to read cannot be reached, or cannot do it; the message says why."""

    exit_code = 1


class StorageError(UsageError):
    """What lies at an address cannot be read or written."""


class EmptyFolder(PackError):
    """The folder holds no PDF."""

    advice = "Check the path or name the files."


class UnexpectedFailure(PackError):
    """Reading the pack failed in a way nobody foresaw."""

    advice = "Please report it as a bug, with the file if it is public."


class OutOfTime(PackError):
    """Reading the pack, or one page of it, took longer than allowed."""

    advice = "Allow more with --timeout or --page-timeout, or leave it in quarantine."


class OutOfMemory(PackError):
    """Reading the pack needed more memory than allowed."""

    advice = "Allow more with --memory, or leave it in quarantine."


class Crashed(PackError):
    """The process that read the pack died."""

    advice = "Open it in a viewer and print it to a new PDF, or leave it in quarantine."


class NoSuchPages(PackError):
    """The pack has none of the pages asked for."""

    advice = "Choose others with --pages."


class TooManyRows(PackError):
    """What was read of the pack is more than any pack holds."""

    advice = "Read a part of it with --pages, or leave it in quarantine."


class TooManyPages(PackError):
    """The file claims more pages than a pack can have."""

    advice = "Read a part of it with --pages."


class OutputError(UsageError):
    """The results cannot be written where they should go."""


class OutputBusy(OutputError):
    """Another run is writing to the same place."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Whatever else a hostile file provokes, as an UnexpectedFailure of that pack."""
    try:
        yield
    except (AgendapackError, BrokenPipeError):
        raise
    except Exception as error:
        log.debug("%s", path, exc_info=True)
        raise UnexpectedFailure(path, f"failed with {type(error).__name__}: {error}.") from error


@contextmanager
def output_errors(out: Path) -> Iterator[None]:
    """What the operating system has against writing to `out`, as an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{out}: cannot write here ({error.strerror}). Choose another place with -o."
        ) from error
