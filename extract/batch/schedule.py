"""Batch: a pack becomes jobs for workers; a page that costs a worker its life is left out the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from pathlib import Path

from agendapack.extract.batch.executor import JobFailure
from agendapack.extract.batch.inputs import Item
from agendapack.extract.batch.jobs import Job, JobResult, pages_counted, parcel
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.parcel import Parcel, parcel_of
from agendapack.extract.batch.workforce import Workforce, hired
from agendapack.extract.identity import pack_id_of, sha256_of_text
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Pack, PackResult, Source
from agendapack.extract.settings import Settings

SHARED_FROM_PAGES = 200
"""A pack of text from this many pages is read by several workers, if they have nothing else to do:
carrying pages from one process to another takes a third of the time of reading them."""
SHARED_FROM_SCANS = 12
"""The same for a pack whose pages may have to be read from their pictures, at seconds a page."""

OnPages = Callable[[Path, int, int], None]


@dataclass(slots=True)
class _Big:
    """A pack that several workers read."""

    item: Item
    parts: list[range]
    read: dict[int, bytes] = field(default_factory=dict)
    bad: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Schedule:
    """The work on the packs of one run."""

    options: Options
    on_pages: OnPages = lambda _path, _done, _pages: None
    _items: dict[Path, Item] = field(default_factory=dict)
    _seconds: dict[Path, float] = field(default_factory=dict)
    _big: dict[Path, _Big] = field(default_factory=dict)
    _done: dict[Path, dict[int, tuple[int, int]]] = field(default_factory=dict)

    def read(self, items: Iterable[Item]) -> Iterator[tuple[Item, Parcel, float]]:
        """Each pack with its result and the seconds it took, as they get done."""
        self._items = {item.path: item for item in items}
        if not self._items:
            return
        with hired(self.options, self._progress) as force:
            force.warm = len(self._items) > 1
            # with fewer packs than workers, some would have nothing to do
            shared = len(self._items) < force.jobs
            for item in self._items.values():
                least = _shared_from(item.settings) if shared else 0
                force.submit(Job(item.path, item.settings, self.options.passwords, shared_from=least))
            for job, answer, seconds in force.answers():
                self._seconds[job.path] = self._seconds.get(job.path, 0.0) + seconds
                result = self._taken(force, job, answer)
                if result is not None:
                    yield self._items[job.path], result, self._seconds[job.path]

    def _taken(self, force: Workforce, job: Job, answer: JobResult | JobFailure) -> Parcel | None:
        """What the answer brings: a result, or more to do."""
        item = self._items[job.path]
        if isinstance(answer, JobFailure):
            if answer.of_a_page and (spared := job.without(answer.page, answer.died)):
                force.submit(spared, first=True)
                return None
            first = job.kind != "part" or self._big.pop(job.path, None) is not None
            return self._gone(item, answer) if first else None  # of a big pack's parts one failure counts
        if (pages := pages_counted(answer)) is not None:
            self._share(force, job, pages)
        elif job.kind == "part":
            self._part_read(force, job, answer.body)
        else:
            return self._whole(item, answer)
        return None

    def _whole(self, item: Item, answer: JobResult) -> Parcel:
        """The result; one with pages not read counts for these limits only."""
        read = parcel(answer, key=item.key, sources=item.sources, pack_id=item.pack_id, part=item.part)
        unread = any(kind == "unread_page" for kind, _, _ in read.about.findings)
        return replace(read, about=replace(read.about, limits=str(self.options.limits) if unread else ""))

    def _gone(self, item: Item, failure: JobFailure) -> Parcel:
        limits = str(self.options.limits) if failure.died or failure.error == "OutOfMemory" else ""
        return failed(
            item.path, item.sha256, failure.error, failure.message, failure.page,
            key=item.key, sources=item.sources, limits=limits, pack_id=item.pack_id, part=item.part,
        )  # fmt: skip

    # --- one big pack, several workers -------------------------------------------------

    def _share(self, force: Workforce, job: Job, pages: range) -> None:
        force.warm = True
        big = self._big[job.path] = _Big(self._items[job.path], split(pages, force.jobs))
        for part in big.parts:
            force.submit(replace(job, kind="part", part=part), first=True)

    def _part_read(self, force: Workforce, job: Job, body: bytes) -> None:
        big = self._big.get(job.path)
        if big is None:
            return
        big.read[job.part.start] = body
        big.bad |= job.bad
        if len(big.read) == len(big.parts):
            parts = [big.read[part.start] for part in big.parts]
            pages = sum(map(len, big.parts))
            force.submit(replace(job, kind="join", parts=parts, pages=pages, bad=big.bad), first=True)

    def _progress(self, job: Job, done: int, pages: int) -> None:
        told = self._done.setdefault(job.path, {})
        told[job.part.start] = (done, pages)
        total = sum(map(len, self._big[job.path].parts)) if job.path in self._big else pages
        self.on_pages(job.path, sum(n for n, _ in told.values()), total)


def _shared_from(settings: Settings) -> int:
    return SHARED_FROM_SCANS if settings.ocr == "always" else SHARED_FROM_PAGES


def split(pages: range, parts: int) -> list[range]:
    """The pages in consecutive parts of nearly the same size."""
    edges = [pages.start + len(pages) * i // parts for i in range(parts + 1)]
    return [range(a, b) for a, b in zip(edges, edges[1:], strict=False) if a < b]


def failed(path: Path, sha256: str, error: str, message: str, page: int = 0, **more: object) -> Parcel:
    """The result of a pack that could not be read: its row in `packs`."""
    pack_id = pack_id_of(path, sha256 or sha256_of_text(str(path)))
    pack = Pack(Source(pack_id), path.name, sha256, 0, status="failed", message=message)
    return parcel_of(PackResult(pack), error=error, page=page, **more)
