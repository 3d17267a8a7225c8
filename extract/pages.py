"""The pages of one pack, from its file or their pictures: all that is loaded to see the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from agendapack.extract.isolation import UNWATCHED, Watch, guarded, wanted
from agendapack.extract.model import Page
from agendapack.extract.ocr import read_scans
from agendapack.extract.read import page_count, read_pages
from agendapack.extract.settings import Settings

Progress = Callable[[int, int], None]


def read_well(path: Path, settings: Settings, progress: Progress, watch: Watch = UNWATCHED) -> Iterator[Page]:
    """The pages, scans read too; one that cannot be read comes empty, with a note."""
    numbers = wanted(path, page_count(path), settings.pages)
    for done, page in enumerate(guarded(numbers, lambda some: _read(path, some, settings), watch), 1):
        yield page
        progress(done, len(numbers))


def _read(path: Path, numbers: range, settings: Settings) -> Iterable[Page]:
    return read_scans(path, read_pages(path, numbers, settings.reader), settings.ocr)
