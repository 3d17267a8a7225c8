"""Batch, the client's side of a Dask cluster: its workers do jobs as processes of this machine would.

A bounded number of tasks is on its way at a time, so that neither the scheduler nor this process holds more,
however many packs there are. Dask itself gives the task of a lost worker to another one.
"""

from __future__ import annotations

import json
import logging
import pickle
import time
import uuid
from collections import deque
from collections.abc import Iterator
from dataclasses import field, replace
from types import TracebackType
from typing import Any, Self

from agendapack import schemas
from agendapack.extract.batch.executor import Answer, JobFailure
from agendapack.extract.batch.host import DONE, NOT_HERE, OTHER_TOOL, RunSetting, Task, do
from agendapack.extract.batch.jobs import Job, JobResult, unpacked
from agendapack.extract.batch.limits import Limits
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.errors import ClusterError, Crashed, MissingFile, PackError, UsageError
from agendapack.extract.identity import sha256_of
from agendapack.extract.interrupts import held_back
from agendapack.extract.light_dataclass import dataclass

log = logging.getLogger(__name__)

AHEAD = 2
"""Tasks on their way for each thread of the cluster: one at work, one that waits for it."""
LEAST_AHEAD = 8
"""On their way even where there is no worker yet, so that a cluster that grows with its work sees some."""
LOOK_SECONDS = 5.0
"""Between two looks at how many workers there are."""
CONNECT_SECONDS = 30
ATTEMPTS = 3
"""At a task whose process on a worker's machine was lost: memory ran out there, or it was being shut down."""
DONE_AGAIN = ("lost", "pending")
"""Of a task whose answer went with the worker that had it, before it came here: Dask does it again."""
GONE = "; what is read so far is kept, and the next run goes on from there."


@dataclass(slots=True)
class Cluster:
    """Does jobs on the workers of a Dask scheduler; use it in a `with`."""

    scheduler: str
    """Its address; where empty, the one that Dask itself is told by its configuration."""
    limits: Limits
    warm: bool = False
    """Workers keep what they have loaded anyway."""
    _client: Any = None
    _waiting: deque[Job] = field(default_factory=deque)
    _asked: dict[str, Job] = field(default_factory=dict)
    """Jobs on their way, by the key of their task."""
    _suspects: deque[Job] = field(default_factory=deque)
    """Jobs whose workers were lost: by them, or by another that was there too."""
    _alone: Job | None = None
    """The one of them that is on its way, with nothing else beside it: now nobody else is to blame."""
    _coming: Any = None
    _sending: bool = False
    """Whether the files are sent along, since the workers do not see them."""
    _threads: int = 0
    _looked: float = -LOOK_SECONDS

    def __enter__(self) -> Self:
        self._client, self._coming = _connected(self.scheduler)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        with held_back():
            self._client.close()  # the scheduler forgets what nobody waits for

    @property
    def jobs(self) -> int:
        """Threads of the cluster as it is now."""
        if time.monotonic() - self._looked >= LOOK_SECONDS:
            self._threads, self._looked = sum(self._client.nthreads().values()), time.monotonic()
        return self._threads

    def submit(self, job: Job, first: bool = False) -> None:
        """Queue a job, or put it at the head of the queue."""
        (self._waiting.appendleft if first else self._waiting.append)(job)

    def answers(self) -> Iterator[Answer]:
        """Each job with its answer and the seconds it took, as they come; more may be submitted meanwhile."""
        while True:
            while job := self._next():
                if failure := self._ask(job):
                    self._alone = None
                    yield job, failure, 0.0
            if not self._asked:
                return
            future = next(self._coming)
            answer = self._answer(self._asked.pop(future.key), future)
            if answer:
                yield answer

    def _next(self) -> Job | None:
        """The job to send now, if any; one that lost its workers goes when nothing else is on its way."""
        if self._alone is None and self._waiting:
            return self._waiting.popleft() if len(self._asked) < max(LEAST_AHEAD, AHEAD * self.jobs) else None
        if self._suspects and not self._asked:
            self._alone = self._suspects.popleft()
            return self._alone
        return None

    def _ask(self, job: Job) -> JobFailure | None:
        """Send a task; where its file is gone, that is the answer."""
        setting, named = RunSetting(self.limits, schemas.additions()), replace(job, path=job.path.absolute())
        try:
            content = job.path.read_bytes() if self._sending else b""
            task = Task(named, setting, fingerprint(), sha256_of(job.path), content)
        except (OSError, PackError) as error:
            return _failure(error if isinstance(error, PackError) else MissingFile(job.path, f"{error}."))
        key = f"agendapack-{job.kind}-{uuid.uuid4().hex}"
        future = self._client.submit(do, pickle.dumps(task), key=key, pure=False, retries=ATTEMPTS - 1)
        self._asked[key] = job
        self._coming.add(future)
        return None

    def _answer(self, job: Job, future: Any) -> Answer | None:
        """What came back; nothing when that is still to come, or the task is sent once more with the file."""
        if future.status in DONE_AGAIN:
            self._asked[future.key] = job
            self._coming.add(future)
            return None
        was_alone, self._alone = self._alone is job, None
        if future.status == "error":
            failure = _lost(job, future.exception())
            if was_alone:
                return job, failure, 0.0
            log.info("%s: workers were lost at it; it is read by itself when the others are.", job.path.name)
            self._suspects.append(job)
            return None
        if future.status != "finished":
            raise ClusterError(f"the scheduler of the cluster is gone{GONE}")
        reply: bytes = future.result()
        tag, content = reply[:1], reply[1:]
        if tag == OTHER_TOOL:
            raise ClusterError(
                f"the worker on {content.decode()} would read otherwise: agendapack, or a library that "
                "reads, has another version there. Give all of them the same image."
            )
        if tag == NOT_HERE:
            self._sending = True
            self.submit(job, first=True)
            return None
        seconds, _, content = content.partition(b"\n")
        answer: JobResult | JobFailure = (
            unpacked(content) if tag == DONE else JobFailure(**json.loads(content))
        )
        return job, answer, float(seconds)


def _connected(scheduler: str) -> tuple[Any, Any]:
    """A client and what gives its tasks as they get done."""
    try:
        import dask
        from distributed import Client, as_completed
    except ImportError:
        raise UsageError("a Dask cluster needs another package: pip install 'agendapack[dask]'.") from None
    _hush()
    address = scheduler or dask.config.get("scheduler-address", None)
    if not address:
        raise ClusterError("no cluster: name its scheduler, as in --scheduler tcp://scheduler:8786.")
    # a part of a big pack is sent as it is, so that it is not lost with a worker
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, ImportError) as error:
        raise ClusterError(f"{address}: no Dask scheduler answers there ({error}).") from error
    if not client.nthreads():
        log.warning("%s: the cluster has no worker yet; waiting for one.", address)
    return client, as_completed(loop=client.loop)


def _hush() -> None:
    """What Dask logs of a scheduler that is gone is many lines of no use to a user, who is told in one."""
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _lost(job: Job, error: BaseException) -> JobFailure:
    """What became of a task that no worker could do; only for lost workers is the pack to blame."""
    from distributed import KilledWorker

    if isinstance(error, (KilledWorker, EOFError)):
        return _failure(Crashed(job.path, f"the workers that read it were lost ({type(error).__name__})."))
    what = " ".join(str(error).split()) or type(error).__name__
    raise ClusterError(
        f"the cluster cannot do the work ({what[:200]}). All its machines need what this one has: "
        f"agendapack at one version, and room for temporary files{GONE}"
    )


def _failure(error: PackError) -> JobFailure:
    return JobFailure(type(error).__name__, str(error), died="lost" if isinstance(error, Crashed) else "")
