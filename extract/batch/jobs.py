"""Batch: what a worker process can be asked to do, and how it does it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from extract.batch.store import Parcel, about_of, parcel_of
from extract.errors import reading
from extract.keys import unlocking
from extract.model import Finding, PackResult
from extract.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """A pack to read, or a part of the work on it."""

    path: Path
    settings: Settings
    passwords: tuple[str, ...] = field(default=(), repr=False)
    bad: Mapping[int, str] = field(default_factory=dict)
    """Pages that cost a worker its life, with the reason."""
    kind: str = "pack"
    """pack; or, for a big one: count its pages, read a part of them, join the parts."""
    part: range = range(0)
    parts: Sequence[bytes] = field(default=(), repr=False)
    """The pages of each part, as workers packed them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a worker answers: something to know, and bytes that only another worker or the store opens."""

    facts: dict[str, Any]
    body: bytes = field(default=b"", repr=False)


def perform(job: Job, progress: Callable[[int, int], None], at_page: Callable[[int], None]) -> Told:
    """Do the job; raises an AgendapackError when the pack cannot be read."""
    # a run that finds nothing new need not load what reads
    from extract import pipeline
    from extract.correct import outdated
    from extract.guard import Watch, wanted
    from extract.read import page_count

    watch = Watch(at_page, job.bad)
    with unlocking(job.passwords), reading(job.path):
        if job.kind == "count":
            pages = wanted(job.path, page_count(job.path), job.settings.pages)
            return Told({"first": pages.start, "end": pages.stop})
        if job.kind == "part":
            some = replace(job.settings, pages=job.part)
            return Told({}, pickle.dumps(tuple(pipeline.read_well(job.path, some, progress, watch)), 5))
        if job.kind == "join":
            watch = replace(watch, pages=[page for part in job.parts for page in pickle.loads(part)])
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
    message = result.pack.message or f"{result.pack.source_name}: {_causes(unread)}."
    status = "failed" if 0 < result.pack.pages <= len(pages) else "partial"
    return replace(result, pack=replace(result.pack, status=status, message=message))


def _causes(unread: Sequence[Finding]) -> str:
    """The pages not read, those with one cause together."""
    by_cause: dict[str, set[int]] = {}
    for finding in unread:
        by_cause.setdefault(finding.detail, set()).update(finding.pages)
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
