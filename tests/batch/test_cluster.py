"""A Dask cluster gives the bytes of a run on this machine, whatever becomes of its workers."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batch.papers import pack, rows
from faults.test_interrupted import contents

from agendapack import cli
from agendapack.extract.batch import host
from agendapack.extract.batch.cluster import Cluster, _lost
from agendapack.extract.batch.executor import JobFailure
from agendapack.extract.batch.host import DONE, NOT_HERE, OTHER_TOOL, RunSetting, Task, _host, do
from agendapack.extract.batch.jobs import Job
from agendapack.extract.batch.limits import Limits
from agendapack.extract.batch.observers import Nobody
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import PackRun
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.errors import ClusterError
from agendapack.extract.identity import sha256_of
from agendapack.extract.settings import Settings

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    """Two workers, processes of one thread, that do not lie in the folder of the packs."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0
    ) as made:
        yield made


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    for number in range(6):
        pack(tmp_path / "inbox" / f"{number}.pdf", [rows(10 * number + page) for page in (1, 2, 3)])
    (tmp_path / "inbox" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    return tmp_path / "inbox"


def on(cluster: object) -> Options:
    return Options(executor="dask", scheduler=cluster.scheduler_address)  # type: ignore[attr-defined]


class Killer(Nobody):
    """Kills a worker of the cluster as soon as the first pack is done."""

    def __init__(self, cluster: object) -> None:
        with distributed.Client(cluster) as client:
            self.victims = list(client.run(os.getpid).values())[:1]

    def pack(self, run: PackRun) -> None:
        while self.victims:
            os.kill(self.victims.pop(), signal.SIGKILL)


def test_a_cluster_whose_worker_is_killed_gives_the_bytes_of_a_local_run(
    inbox: Path, tmp_path: Path, cluster: object
) -> None:
    run_batch([inbox], tmp_path / "local", Settings(), Options(workers=1))
    killer = Killer(cluster)
    done = run_batch([inbox], tmp_path / "dask", Settings(), on(cluster), killer)
    assert not killer.victims and len(done.read) == 6 and len(done.failed) == 1
    with distributed.Client(cluster) as client:  # the other tests count on both
        client.wait_for_workers(2, timeout=60)
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_an_answer_that_is_lost_with_its_worker_is_waited_for_again(
    inbox: Path, tmp_path: Path, cluster: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with distributed.Client(cluster) as client:
        pids = client.run(os.getpid)
    lost: list[str] = []
    answer = Cluster._answer

    def killed_before(self: Cluster, job: Job, future: Any) -> object:
        """The first answer is there, but not yet here."""
        if not lost:
            (holders,) = self._client.who_has([future]).values()
            os.kill(pids[holders[0]], signal.SIGKILL)
            end = time.monotonic() + 60
            while future.status == "finished" and time.monotonic() < end:
                time.sleep(0.01)
            lost.append(future.status)
        return answer(self, job, future)

    monkeypatch.setattr(Cluster, "_answer", killed_before)
    done = run_batch([inbox], tmp_path / "dask", Settings(), on(cluster))
    assert lost == ["lost"] and len(done.read) == 6
    with distributed.Client(cluster) as client:
        client.wait_for_workers(2, timeout=60)


def deadly_to(pdf: str, times: int, deaths: Path) -> Any:
    """A plugin by which a pack costs the worker that reads it its life, so many times.

    A class made here goes to the worker as it is, which need not know this file.
    """

    class Deadly(distributed.WorkerPlugin):  # type: ignore[name-defined,misc]
        name = "deadly"

        def setup(self, worker: object) -> None:
            """Put a trap before the reading."""
            reading = host.do

            def trapped(sent: bytes) -> bytes:
                if pickle.loads(sent).job.path.name == pdf and len(list(deaths.iterdir())) < times:
                    (deaths / str(time.time_ns())).touch()
                    os.kill(os.getpid(), signal.SIGKILL)
                return reading(sent)

            host.do = trapped

    return Deadly()


@pytest.mark.parametrize(("times", "failed"), [(1, []), (99, ["2.pdf"])], ids=["some", "always"])
def test_a_pack_that_costs_its_workers_their_lives_costs_no_other(
    inbox: Path, tmp_path: Path, times: int, failed: list[str]
) -> None:
    (inbox / "broken.pdf").unlink()
    (tmp_path / "deaths").mkdir()
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as made,
    ):
        with distributed.Client(made) as client:
            client.register_plugin(deadly_to("2.pdf", times, tmp_path / "deaths"))
        done = run_batch([inbox], tmp_path / "dask", Settings(), on(made))
    assert [run.path.name for run in done.failed] == failed and len(done.packs) == 6
    assert len(list((tmp_path / "deaths").iterdir())) == len(failed) + 1
    if not failed:
        run_batch([inbox], tmp_path / "local", Settings(), Options(workers=1))
        assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_a_pack_that_is_gone_when_its_turn_comes_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cluster, "_ask", lambda _self, job: JobFailure("MissingFile", job.path.name))
    monkeypatch.setattr(Cluster, "jobs", 1)
    asking, told = Cluster("", Limits()), []
    asking._suspects.append(Job(Path("lost its workers.pdf"), Settings()))
    for _, failure, _ in asking.answers():
        told.append(failure.message)
        if len(told) == 1:
            asking.submit(Job(Path("more.pdf"), Settings()))
    assert told == ["lost its workers.pdf", "more.pdf"]


class Closer(Nobody):
    """Ends a cluster as soon as the first pack is done."""

    def __init__(self, cluster: object) -> None:
        self.cluster = cluster

    def pack(self, run: PackRun) -> None:
        self.cluster.close()  # type: ignore[attr-defined]


def test_when_the_scheduler_is_gone_what_was_read_is_kept(inbox: Path, tmp_path: Path) -> None:
    made = distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None)
    with made, pytest.raises(ClusterError, match="the next run goes on from there"):
        run_batch([inbox], tmp_path / "out", Settings(), on(made), Closer(made))
    done = run_batch([inbox], tmp_path / "out", Settings(), Options(workers=1))
    assert "unchanged" in {run.state for run in done.packs} and len(done.read) == 6


def test_files_that_workers_do_not_see_are_sent(
    inbox: Path, tmp_path: Path, cluster: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    ask = Cluster._ask

    def elsewhere(self: Cluster, job: Job) -> JobFailure | None:
        """As if the workers had another file by that name."""
        asked.append(self._sending)
        with monkeypatch.context() as patched:
            if not self._sending:
                patched.setattr("agendapack.extract.batch.cluster.sha256_of", lambda _path: "another")
            return ask(self, job)

    monkeypatch.setattr(Cluster, "_ask", elsewhere)
    run_batch([inbox], tmp_path / "dask", Settings(), on(cluster))
    monkeypatch.undo()
    run_batch([inbox], tmp_path / "local", Settings(), Options(workers=1))
    assert asked[-1] and not asked[0]
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_a_big_pack_is_shared_by_all_workers(
    tmp_path: Path, cluster: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agendapack.extract.batch.schedule.SHARED_FROM_PAGES", 4)
    kinds = []
    ask = Cluster._ask

    def noted(self: Cluster, job: Job) -> JobFailure | None:
        kinds.append(job.kind)
        return ask(self, job)

    monkeypatch.setattr(Cluster, "_ask", noted)
    big = pack(tmp_path / "inbox" / "big.pdf", [rows(page) for page in range(6)])
    run_batch([big], tmp_path / "dask", Settings(), on(cluster))
    run_batch([big], tmp_path / "local", Settings(), Options(workers=1))
    assert kinds == ["pack", "part", "part", "join"]
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_limits_hold_on_a_cluster(inbox: Path, tmp_path: Path, cluster: object) -> None:
    options = Options(executor="dask", scheduler=on(cluster).scheduler, limits=Limits(pack_seconds=1e-6))
    done = run_batch([inbox / "0.pdf"], tmp_path / "dask", Settings(), options)
    assert [run.about.status for run in done.packs] == ["failed"]


def test_no_more_tasks_are_on_their_way_than_there_is_work_for(
    inbox: Path, tmp_path: Path, cluster: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agendapack.extract.batch.cluster.LEAST_AHEAD", 1)
    most = 0
    ask = Cluster._ask

    def counted(self: Cluster, job: Job) -> JobFailure | None:
        nonlocal most
        failure = ask(self, job)
        most = max(most, len(self._asked))
        return failure

    monkeypatch.setattr(Cluster, "_ask", counted)
    for number in range(6):
        shutil.copy(inbox / "0.pdf", inbox / f"copy {number}.pdf")
        (inbox / f"copy {number}.pdf").open("ab").write(b"%d" % number)
    assert len(run_batch([inbox], tmp_path / "dask", Settings(), on(cluster)).read) == 12
    assert most == 4


def test_another_tool_or_another_file_is_told(inbox: Path) -> None:
    path, setting = inbox / "0.pdf", RunSetting(Limits(), {})
    for tool, sha256, tag in (("old", sha256_of(path), OTHER_TOOL), (fingerprint(), "other", NOT_HERE)):
        assert do(pickle.dumps(Task(Job(path, Settings()), setting, tool, sha256))).startswith(tag)


def test_a_process_that_is_lost_is_started_anew(inbox: Path) -> None:
    task = Task(
        Job(inbox / "0.pdf", Settings()), RunSetting(Limits(), {}), fingerprint(), sha256_of(inbox / "0.pdf")
    )
    host = _host(task.setting)
    host.process.kill()
    with pytest.raises(EOFError):  # which Dask tries again
        do(pickle.dumps(task))
    assert do(pickle.dumps(task)).startswith(DONE)
    _host(task.setting).end()


@pytest.mark.parametrize(
    ("error", "blamed"),
    [(distributed.KilledWorker("task", None, 3), True), (EOFError(), True), (OSError(28), False)],
)
def test_a_pack_is_to_blame_only_for_lost_workers(error: Exception, blamed: bool) -> None:
    job = Job(Path("a.pdf"), Settings())
    if blamed:
        assert _lost(job, error).error == "Crashed"
    else:
        with pytest.raises(ClusterError, match="cannot do the work"):
            _lost(job, error)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", ""])
def test_no_cluster_is_one_line(
    address: str,
    inbox: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("agendapack.extract.batch.cluster.CONNECT_SECONDS", 1)
    command = ["extract", str(inbox), "-o", str(tmp_path / "out"), "-q", "--executor", "dask"]
    assert cli.run([*command, "--scheduler", address]) == ClusterError.exit_code
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_scheduler_without_a_cluster_is_refused(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", str(inbox), "--scheduler", "tcp://there:8786"]) == 1
    assert "--executor dask" in capsys.readouterr().err
