"""Commands: a question about one pack, answered by a worker process within limits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from agendapack.extract.commands.streams import say

if TYPE_CHECKING:
    from agendapack.extract.batch.jobs import JobResult
    from agendapack.extract.batch.limits import Limits
    from agendapack.extract.settings import Settings


def answer(
    kind: str, pack: Path, settings: Settings, limits: Limits, passwords: tuple[str, ...], **more: Any
) -> JobResult:
    """The answer, with progress while it is made; what is to be said beside it is said."""
    from agendapack.extract.batch.jobs import Job
    from agendapack.extract.batch.observers import Nobody
    from agendapack.extract.batch.single_job import alone
    from agendapack.extract.commands.progress import progress

    job = Job(pack, settings, passwords, kind=kind, **more)
    with progress() as show:
        listener = show or Nobody()
        told = alone(job, limits, lambda done, pages: listener.pages(pack, done, pages))
    for remark in told.facts["remarks"]:
        say(remark)
    return told
