"""Packs read here, by Dask clusters whose workers or schedulers are killed, from an address: the same bytes.

    python -m benchmarks.executors FOLDER... [--workers 4] [--kills 3] [--scheduler-kills 2] [--s3]

Compares all files of the results with those of a run on this machine; records of runs, which hold times, and
what is true of one machine only are left out. A run whose scheduler is killed ends, and the next one goes on
with another cluster. The address is one in memory, with --s3 one of an S3 of this process, which takes the
packages of the extra `s3-tests`.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import distributed
import fsspec

from agendapack.extract.batch.observers import Nobody
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import PackRun
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.search import expand
from agendapack.extract.batch.store import Store
from agendapack.extract.errors import ClusterError
from agendapack.extract.settings import Settings
from agendapack.extract.storage.inputs import brought
from agendapack.extract.storage.published import bring, working_folder
from agendapack.extract.write.names import HOME, INPUTS
from benchmarks.kills import contents

COPIES = f"{HOME}/{INPUTS}"
CHOSEN = (Settings(), Options())
WAYS = ("cluster", "lost schedulers", "address")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--scheduler-kills", type=int, default=2)
    parser.add_argument("--s3", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, storage(chosen.s3) as address:
        place = Path(temporary)
        inbox = gathered(chosen.folder, place / "inbox")
        files, root = fsspec.core.url_to_fs(f"{address}/inbox")
        files.put(
            [str(pack) for pack in inbox.iterdir()], [f"{root}/{pack.name}" for pack in inbox.iterdir()]
        )
        with timed("here"):
            here = run_batch([brought(f"{address}/inbox", place / "here" / COPIES)], place / "here", *CHOSEN)
        with timed("cluster"), cluster(chosen.workers, chosen.kills) as options:
            run_batch(
                [brought(f"{address}/inbox", place / "cluster" / COPIES)],
                place / "cluster",
                CHOSEN[0],
                options,
            )
        with timed("lost schedulers"):
            packs = brought(f"{address}/inbox", place / "lost schedulers" / COPIES)
            through_kills(packs, place / "lost schedulers", chosen.workers, chosen.scheduler_kills)
        with timed("address"):
            with working_folder(f"{address}/results", place / "cache") as out:
                run_batch([brought(f"{address}/inbox", out / COPIES)], out, *CHOSEN)
            bring(f"{address}/results", place / "address")
        expected = results(place / "here")
        pages = sum(run.about.pages for run in here.packs)
        print(f"{len(here.packs)} packs, {pages} pages, {len(expected)} files")
        wrong = {way: differing(expected, results(place / way)) for way in WAYS}
        for way, names in wrong.items():
            print(f"{way}: {len(names)} files differ", *names[:5])
        sys.exit(any(wrong.values()))


@contextmanager
def storage(s3: bool) -> Iterator[str]:
    """The address of an empty folder."""
    if not s3:
        yield "memory://executors"
        return
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    service = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    service.start()
    os.environ["AWS_ENDPOINT_URL"] = "http://{}:{}".format(*service.get_host_and_port())
    os.environ |= {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing"}
    os.environ["AWS_DEFAULT_REGION"] = "us-east-1"
    fsspec.filesystem("s3").mkdir("s3://executors")
    yield "s3://executors"
    service.stop()


def gathered(folders: list[Path], inbox: Path) -> Path:
    """Copies of the packs in one folder, each content with a name of its own."""
    inbox.mkdir()
    for number, pack in enumerate(path for path in expand(folders) if isinstance(path, Path)):
        (inbox / f"{number:04d}.pdf").write_bytes(pack.read_bytes())
    return inbox


@contextmanager
def cluster(workers: int, kills: int) -> Iterator[Options]:
    """A cluster of processes, some of which are killed while they read."""
    with distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, memory_limit=0
    ) as made:
        threading.Thread(target=kill, args=(made, kills), daemon=True).start()
        yield Options(executor="dask", scheduler=made.scheduler_address)


def kill(made: distributed.LocalCluster, times: int) -> None:
    """Kill a worker every few seconds; Dask starts another in its place."""
    with distributed.Client(made, set_as_default=False) as client:
        for _ in range(times):
            time.sleep(4)
            os.kill(random.choice(list(client.run(os.getpid).values())), signal.SIGKILL)
            print("  a worker is killed", flush=True)


def through_kills(packs: Path, out: Path, workers: int, kills: int) -> None:
    """Run on clusters whose scheduler is killed while they read, each run from where the last one ended."""
    share = len(list(packs.iterdir())) // (kills + 1)
    for kills_left in reversed(range(kills + 1)):
        with far_cluster(workers) as (address, process):
            audience = Killer(process, random.randint(1, max(1, share))) if kills_left else Nobody()
            options = Options(executor="dask", scheduler=address)
            try:
                run_batch([packs], out, CHOSEN[0], options, audience)
                print("  the run ends", flush=True)
            except ClusterError:
                print(f"  the scheduler is killed, {len(Store(out))} packs are kept", flush=True)


class Killer(Nobody):
    """Kills a process after so many packs."""

    def __init__(self, process: BaseProcess, packs: int) -> None:
        self.process, self.packs = process, packs

    def pack(self, run: PackRun) -> None:
        self.packs -= 1
        if not self.packs:
            self.process.kill()


@contextmanager
def far_cluster(workers: int) -> Iterator[tuple[str, BaseProcess]]:
    """The address of a cluster whose scheduler is in a process of its own, and that process."""
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    process = spawning.Process(target=hold, args=(workers, there))
    process.start()
    yield here.recv(), process
    process.kill()
    process.join()


def hold(workers: int, asking: Connection) -> None:
    """Have a cluster until the end of this process."""
    with distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, memory_limit=0
    ) as made:
        asking.send(made.scheduler_address)
        threading.Event().wait()


@contextmanager
def timed(way: str) -> Iterator[None]:
    """Print a line that tells the seconds."""
    start = time.monotonic()
    yield
    print(f"{way}: {time.monotonic() - start:.0f} s", flush=True)


def results(out: Path) -> dict[str, bytes]:
    """The files of the results, without the copies of the packs."""
    return {
        name: content
        for name, content in contents(out).items()
        if not name.startswith((COPIES, f"{HOME}/lock"))
    }


def differing(expected: dict[str, bytes], found: dict[str, bytes]) -> list[str]:
    """The names of files that are not the same in both."""
    return sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))


if __name__ == "__main__":
    main()
