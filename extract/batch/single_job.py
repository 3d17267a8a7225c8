"""Batch: one job in a worker of its own, for the commands about one pack: the limits hold there too."""

from __future__ import annotations

from agendapack.extract.batch.executor import Executor, JobFailure
from agendapack.extract.batch.jobs import Job, JobResult, Progress
from agendapack.extract.batch.limits import Limits
from agendapack.extract.errors import AgendapackError, NothingRead, UsageError


def alone(job: Job, limits: Limits, progress: Progress = lambda _done, _pages: None) -> JobResult:
    """The answer to the job; a page that costs a worker its life is left out the next time.

    Raises UsageError or NothingRead when there is none.
    """
    with Executor(1, limits, lambda _job, done, pages: progress(done, pages)) as executor:
        executor.submit(job)
        for asked, answer, _ in executor.answers():
            if isinstance(answer, JobResult):
                return answer
            spared = asked.without(answer.page, answer.died) if answer.of_a_page else None
            if spared is None:
                raise _error(answer)
            executor.submit(spared)
    raise AssertionError("the executor answers every job")


def _error(failure: JobFailure) -> AgendapackError:
    kind = UsageError if failure.error == UsageError.__name__ else NothingRead
    return kind(failure.message)
