"""Batch: what a worker process can be asked to do, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from agendapack.extract.batch.about import about_of
from agendapack.extract.batch.parcel import Parcel
from agendapack.extract.isolation import MAX_PAGES
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, PackResult, Turned
from agendapack.extract.settings import Settings
from agendapack.extract.write.places import Spot

MAX_BAD_PAGES = 8
"""Pages that may cost a worker its life before no more is tried: each costs a new start."""
BEHIND = f"{MAX_BAD_PAGES} pages before it cost the process that read them its life"
"""Why a page behind them is left out."""
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
    """pack; for a big one: read a part of its pages, join the parts; or what VIEWS names."""
    shared_from: int = 0
    """A pack of so many pages is not read but counted, since several workers will read it; 0 for none."""
    part: range = range(0)
    parts: list[bytes] = field(default_factory=list, repr=False)
    """The pages of each part, as workers packed them; who unpacks them takes them out."""
    pages: int = 0
    """How many pages the parts have."""
    turned: Mapping[int, Turned] = field(default_factory=dict)
    """Of pages to draw: how they lay when they were read."""
    folder: Path = Path()
    """Where pictures of pages go."""
    numbers: tuple[int, ...] = ()
    """The pages to draw; none for all."""
    spot: Spot = Spot(0, Box(0, 0, 0, 0))
    """The one place to draw."""

    def without(self, page: int, why: str) -> Self | None:
        """The same job, but the page that cost a worker its life is left out; None when it is given up.

        After too many such pages all behind the last are left out as well: what was read before them stays.
        """
        lost = sum(cause != BEHIND for cause in self.bad.values())
        if lost >= 2 * MAX_BAD_PAGES:
            return None
        behind = range(page + 1, self.part.stop or MAX_PAGES + 1) if lost >= MAX_BAD_PAGES else ()
        return replace(self, bad={**dict.fromkeys(behind, BEHIND), **self.bad, page: why})


@dataclass(frozen=True, slots=True)
class JobResult:
    """What a worker answers: something to know, and bytes that only another worker or the store opens."""

    facts: dict[str, Any]
    body: bytes = field(default=b"", repr=False)


def counted(pages: range) -> JobResult:
    """The answer when a pack is big enough to share."""
    return JobResult({"first": pages.start, "end": pages.stop})


def pages_counted(told: JobResult) -> range | None:
    """The pages of a pack to share, or None when the answer is something else."""
    return range(told.facts["first"], told.facts["end"]) if "first" in told.facts else None


def parcel(told: JobResult, **more: Any) -> Parcel:
    """The result that a worker sent, with what only the batch knows."""
    return Parcel(replace(about_of(told.facts), **more), told.body)


def honest(result: PackResult) -> PackResult:
    """A pack with pages that were not read is no more than partial, one with no others has failed.

    What is told of no place is of no page: a step that failed, when the pages were read.
    """
    pack = result.pack
    unread = [f for f in result.findings if f.kind == "unread_page"]
    pages = [{place.page for place in finding.places} for finding in unread]
    read = max(0, pack.pages_read - len(set().union(*pages)))
    if pack.status == "failed" or not (unread or pack.message):
        return result
    what = causes(zip((finding.detail for finding in unread), pages, strict=True))
    said = " ".join(filter(None, (pack.message, what and f"{pack.source_name}: {what}.")))
    status = "failed" if pack.pages and not read else "partial"
    return replace(result, pack=replace(pack, status=status, message=said, pages_read=read))


def causes(unread: Iterable[tuple[str, Iterable[int]]]) -> str:
    """The pages not read, each with its cause; those with one cause together."""
    by_cause: dict[str, set[int]] = {}
    for cause, pages in unread:
        by_cause.setdefault(cause, set()).update(pages)
    return "; ".join(
        f"page{'s' * (len(pages) > 1)} {', '.join(_runs(sorted(pages)))} not read ({cause})"
        if pages
        else cause
        for cause, pages in by_cause.items()
    )


def _runs(pages: Sequence[int]) -> Iterator[str]:
    """The numbers, three or more that follow each other as a range."""
    for _, some in groupby(enumerate(pages), key=lambda entry: entry[1] - entry[0]):
        run = [page for _, page in some]
        yield from [f"{run[0]}-{run[-1]}"] if len(run) > 2 else map(str, run)


def packed(told: JobResult) -> bytes:
    """The answer as bytes for the pipe; the parent unpacks nothing that could run."""
    return json.dumps(told.facts).encode() + b"\n" + told.body


def unpacked(content: bytes) -> JobResult:
    """The answer behind the bytes."""
    facts, _, body = content.partition(b"\n")
    return JobResult(json.loads(facts), body)
