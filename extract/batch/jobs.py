"""Batch: what a worker process can be asked to do, and how it does it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from extract.batch.store import Parcel, about_of, parcel_of
from extract.errors import reading
from extract.guard import Watch, wanted
from extract.keys import unlocking
from extract.model import PackResult
from extract.settings import Settings

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Job:
    """A pack to read, or a part of the work on it."""

    path: Path
    settings: Settings
    passwords: tuple[str, ...] = field(default=(), repr=False)
    bad: Mapping[int, str] = field(default_factory=dict)
    """Pages that cost a worker its life, with the reason."""
    kind: str = "pack"
    """pack; for a big one: count its pages, read a part of them, join the parts; or what VIEWS names."""
    part: range = range(0)
    parts: Sequence[bytes] = field(default=(), repr=False)
    """The pages of each part, as workers packed them."""

    def without(self, page: int, why: str) -> Self:
        """The same job, but this page is left out."""
        return replace(self, bad={**self.bad, page: why})


@dataclass(frozen=True, slots=True)
class Told:
    """What a worker answers: something to know, and bytes that only another worker or the store opens."""

    facts: dict[str, Any]
    body: bytes = field(default=b"", repr=False)


def perform(job: Job, progress: Progress, at_page: Callable[[int], None]) -> Told:
    """Do the job; raises an AgendapackError when the pack cannot be read."""
    watch = Watch(at_page, job.bad)
    with unlocking(job.passwords), reading(job.path):
        return _doing(job.kind)(job, progress, watch)


def _doing(kind: str) -> Callable[[Job, Progress, Watch], Told]:
    """What does a job of this kind."""
    known = {"pack": _pack, "count": _count, "part": _part, "join": _join}
    if kind in known:
        return known[kind]
    from extract.batch.views import VIEWS

    return VIEWS[kind]


# what reads is loaded on demand: a run that finds nothing new does without


def _count(job: Job, _progress: Progress, _watch: Watch) -> Told:
    from extract.read import page_count

    pages = wanted(job.path, page_count(job.path), job.settings.pages)
    return Told({"first": pages.start, "end": pages.stop})


def _part(job: Job, progress: Progress, watch: Watch) -> Told:
    from extract import pipeline

    some = replace(job.settings, pages=job.part)
    return Told({}, pickle.dumps(tuple(pipeline.read_well(job.path, some, progress, watch)), 5))


def _join(job: Job, progress: Progress, watch: Watch) -> Told:
    pages = [page for part in job.parts for page in pickle.loads(part)]
    return _pack(job, progress, replace(watch, pages=pages))


def _pack(job: Job, progress: Progress, watch: Watch) -> Told:
    from extract import pipeline
    from extract.correct import outdated

    result = honest(pipeline.read_pack(job.path, job.settings, progress, watch))
    (result,) = outdated((result,), job.settings.corrections)
    parcel = parcel_of(result)
    return Told(asdict(parcel.about), parcel.body)


def parcel(told: Told, **more: Any) -> Parcel:
    """The result that a worker sent, with what only the batch knows."""
    return Parcel(replace(about_of(told.facts), **more), told.body)


def honest(result: PackResult) -> PackResult:
    """A pack with pages that were not read is no more than partial, one with no others has failed."""
    unread = [f for f in result.findings if f.kind == "unread_page"]
    pages = {page for finding in unread for page in finding.pages}
    if result.pack.status != "ok" or not (pages or result.pack.message):
        return result
    what = causes((finding.detail, finding.pages) for finding in unread)
    message = result.pack.message or f"{result.pack.source_name}: {what}."
    status = "failed" if 0 < result.pack.pages <= len(pages) else "partial"
    return replace(result, pack=replace(result.pack, status=status, message=message))


def causes(unread: Iterable[tuple[str, Iterable[int]]]) -> str:
    """The pages not read, each with its cause; those with one cause together."""
    by_cause: dict[str, set[int]] = {}
    for cause, pages in unread:
        by_cause.setdefault(cause, set()).update(pages)
    return "; ".join(
        f"page {', '.join(map(str, sorted(pages)))} not read ({cause})" for cause, pages in by_cause.items()
    )


def packed(told: Told) -> bytes:
    """The answer as bytes for the pipe; the parent unpacks nothing that could run."""
    return json.dumps(told.facts).encode() + b"\n" + told.body


def unpacked(content: bytes) -> Told:
    """The answer behind the bytes."""
    facts, _, body = content.partition(b"\n")
    return Told(json.loads(facts), body)
