"""Batch: who does the jobs, processes of this machine or the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from agendapack.extract.batch.executor import Answer, Executor, Progress
from agendapack.extract.batch.jobs import Job
from agendapack.extract.batch.options import Options


class Workforce(Protocol):
    """Does jobs, several at a time, and answers each, whatever becomes of a worker."""

    warm: bool
    """Whether so much is to be read that loading everything beforehand pays."""

    @property
    def jobs(self) -> int:
        """How many it does at a time."""

    def submit(self, job: Job, first: bool = False) -> None:
        """Queue a job, or put it at the head of the queue."""

    def answers(self) -> Iterator[Answer]:
        """Each job with its answer and the seconds it took, as they come; more may be submitted meanwhile."""


def hired(options: Options, progress: Progress) -> AbstractContextManager[Workforce]:
    """The workers that a run asks for; raises a ClusterError where there is no such cluster."""
    if options.executor == "dask":
        from agendapack.extract.batch.cluster import Cluster

        return Cluster(options.scheduler, options.limits)
    return Executor(options.workers, options.limits, progress)
