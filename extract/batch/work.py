"""Batch: how a worker process does each kind of job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace

from agendapack.extract.batch.jobs import Job, JobResult, Progress, counted, honest
from agendapack.extract.batch.parcel import parcel_of
from agendapack.extract.batch.shipped_pages import packed, unpacked
from agendapack.extract.errors import reading
from agendapack.extract.isolation import Watch, wanted
from agendapack.extract.model import Page
from agendapack.extract.passwords import unlocking


def perform(
    job: Job, progress: Progress, at_page: Callable[[int], None], spent: Callable[[], float]
) -> JobResult:
    """Do the job; raises an AgendapackError when the pack cannot be read."""
    watch = Watch(at_page, job.bad, spent=spent)
    with unlocking(job.passwords), reading(job.path):
        return _doing(job.kind)(job, progress, watch)


def _doing(kind: str) -> Callable[[Job, Progress, Watch], JobResult]:
    """What does a job of this kind."""
    known = {"pack": _pack, "part": _part, "join": _join}
    if kind in known:
        return known[kind]
    from agendapack.extract.batch.views import VIEWS

    return VIEWS[kind]


# what reads is loaded on demand: a run that finds nothing new does without


def _pack(job: Job, progress: Progress, watch: Watch) -> JobResult:
    if job.shared_from:
        from agendapack.extract.read import page_count

        pages = wanted(job.path, page_count(job.path), job.settings.pages)
        if len(pages) >= job.shared_from:
            return counted(pages)
    from agendapack.extract.pages import read_well

    # what understands pages takes far longer to load than what reads them: who waits sees the first before
    read = list(read_well(job.path, job.settings, progress, watch))
    return _whole(job, progress, replace(watch, pages=_handed_over(read)))


def _part(job: Job, progress: Progress, watch: Watch) -> JobResult:
    from agendapack.extract.pages import read_well

    some = replace(job.settings, pages=job.part)
    return JobResult({}, packed(read_well(job.path, some, progress, watch)))


def _join(job: Job, progress: Progress, watch: Watch) -> JobResult:
    return _whole(job, progress, replace(watch, pages=unpacked(job.parts)))


def _handed_over(pages: list[Page]) -> Iterator[Page]:
    """The pages, kept by nobody else when all are taken."""
    yield from pages
    pages.clear()


def _whole(job: Job, progress: Progress, watch: Watch) -> JobResult:
    from agendapack.extract import pipeline
    from agendapack.extract.correct import outdated

    result = honest(pipeline.read_pack(job.path, job.settings, progress, watch))
    (result,) = outdated((result,), job.settings.corrections)
    parcel = parcel_of(result)
    return JobResult(asdict(parcel.about), parcel.body)
