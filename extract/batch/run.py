"""Batch: one run over many packs; what is known is not read again, what fails stops nothing else."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path

from agendapack.extract import realpath
from agendapack.extract.batch.about import About, IndexEntry
from agendapack.extract.batch.as_left import AsLeft
from agendapack.extract.batch.combine import combine, list_failed
from agendapack.extract.batch.concerned import concerned
from agendapack.extract.batch.inputs import Item, hashed, items, keep_whole, settled
from agendapack.extract.batch.leaving import leaving
from agendapack.extract.batch.limits import seldom_collected
from agendapack.extract.batch.lock import locked
from agendapack.extract.batch.look import Look
from agendapack.extract.batch.observers import Audience, Nobody
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.parcel import Parcel
from agendapack.extract.batch.record import FOLDER as RUNS
from agendapack.extract.batch.record import (
    UNCHANGED,
    BatchResult,
    PackRun,
    pack_told,
    run_told,
    write_record,
)
from agendapack.extract.batch.repeated import LeftOut
from agendapack.extract.batch.schedule import Schedule, failed
from agendapack.extract.batch.search import expand
from agendapack.extract.batch.store import DamagedResult, Store
from agendapack.extract.batch.uptodate import Asked, forget_last, remember, up_to_date
from agendapack.extract.correct.pairs import pairs_of
from agendapack.extract.errors import OutputError, PackError, output_errors
from agendapack.extract.interrupts import stop_if_told, stoppable
from agendapack.extract.settings import Settings
from agendapack.extract.write.folder import need_extras
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.moving import in_the_way, set_aside
from agendapack.extract.write.names import result_names

log = logging.getLogger(__name__)
# the command tells every failure itself: without a handler of its own Python would print it again
log.addHandler(logging.NullHandler())


def run_batch(
    paths: Iterable[Path], out: Path, settings: Settings, options: Options, audience: Audience | None = None
) -> BatchResult:
    """Bring the results folder up to date with the packs named; never raises for what is wrong with one.

    Raises UsageError when a format needs a package that is not there, before anything is read;
    Raises OutputError when the folder cannot be written or holds files of somebody else's by the names of
    ours, KeyboardInterrupt when told to stop; what is read until then is kept. When nothing at all could
    be read, the folder is left as it was.
    """
    need_extras(options.formats)
    realpath.forget()
    with output_errors(out):
        new = not Store(out).home.exists()
    with output_errors(out), locked(out), stoppable(), seldom_collected():
        run = _Run(out, settings, options, audience or Nobody())
        try:
            run.make_way()
        except OutputError:
            run.leave_nothing(new)
            raise
        batch = run.run(paths)
        if not batch.number_read:
            run.leave_nothing(new)
    return batch


class _Run:
    def __init__(self, out: Path, settings: Settings, options: Options, audience: Audience) -> None:
        self.out, self.settings, self.options, self.audience = out, settings, options, audience
        self.store = Store(out)
        self.began = time.monotonic()
        self.done: dict[Path, PackRun] = {}
        self.told: Path | None = None
        self.kept: dict[str, str] = {}
        self.settled = False
        """Whether a further run would find nothing to read."""
        self.places: set[str] = set()
        """Where the packs known before this run lie."""
        self.as_left: AsLeft
        """The packs that need no closer look."""
        self.left_out: LeftOut = {}

    def make_way(self) -> None:
        """See that no file of somebody else's has the name of one to be written."""
        others = Manifest(self.out).foreign(sorted(result_names(self.options.formats)))
        if others and not self.options.force:
            raise OutputError(in_the_way(self.out, others))
        self.kept = dict(zip(others, set_aside(self.out, others), strict=True))

    def leave_nothing(self, new: bool) -> None:
        """Take away what this run made in a folder without results, and nothing else."""
        if not new:
            return
        shutil.rmtree(self.store.home, ignore_errors=True)
        if self.told:
            self.told.unlink(missing_ok=True)
        for folder in (self.out / RUNS, self.out):
            with suppress(OSError):  # somebody else keeps something there
                folder.rmdir()

    def run(self, paths: Iterable[Path]) -> BatchResult:
        """Bring the results up to date, unless a look shows that they are."""
        asked = Asked(tuple(paths), self.out, self.settings, self.options)
        self.store.prepare()
        look = Look.at(asked.paths)
        inputs = look.digest(asked.chosen)
        if same := up_to_date(asked, self.store, inputs):
            result = replace(same, seconds=time.monotonic() - self.began, renamed=self.kept)
            self._record(result, "done")
            return result
        forget_last(self.store)
        result = self._bring_up_to_date(asked, look)
        if inputs and self.settled:
            remember(asked, self.store, inputs, result, self.as_left.packs)
        return result

    def _bring_up_to_date(self, asked: Asked, look: Look) -> BatchResult:
        self.as_left = AsLeft(look, self.store, asked.chosen)
        self.as_left.find(among=not asked.names_packs)
        found = list(hashed(expand(asked.paths, look.settled), self.as_left))
        found += self._to_mend(self.store.damaged(), found)
        files = [f for f in found if not isinstance(f, PackError)]
        stored = self._concerned({sha256 for _, sha256 in files})
        prune = self.options.prune and len(files) == len(found)
        self.places = {source for pack in stored.values() for source in pack.sources}
        wanted = items(files, stored, self.settings, self.out, prune)
        keep_whole(wanted, stored, self.out)
        try:
            for error in found:
                if isinstance(error, PackError):
                    what = failed(error.path, "", type(error).__name__, str(error))
                    self._keep(error.path, what, "new")
            self._read(list(self._changed(wanted, stored)))
            # which packs share a page, and so what was said of it, is known when they are read
            read = self._concerned({f[1] for f in files}) if self.settings.corrections else {}
            shared = items(files, read, self.settings, self.out, prune) if read else []
            self._read([i for i in shared if i.pack_id in read and read[i.pack_id].key != i.key])
        except BaseException as error:
            self._record(self._result(wanted, found), f"interrupted ({type(error).__name__})")
            raise
        removed: tuple[str, ...] = ()
        if is_read := self._is_read():
            removed = self._removed(wanted, stored, prune)
            self.left_out = self._combined()
            list_failed(self.store, self.out)
        result = self._result(wanted, found, removed)
        holding = self._holding(wanted)
        self.as_left.keep(files, holding)
        self.store.save_index()
        found_again = len(holding) == len(wanted) and len(files) == len(found)
        self.settled = is_read and found_again and not asked.names_packs
        self._record(result, "done")
        return result

    def _is_read(self) -> bool:
        """Whether any pack named is read, in this run or an earlier one."""
        now = (run.about.status for run in self.done.values())
        return any(status != "failed" for status in chain(now, self.as_left.statuses()))

    def _concerned(self, hashes: Collection[str]) -> dict[str, IndexEntry]:
        """The stored packs that may matter to what is read of these contents."""
        return concerned(self.store, hashes, self.as_left.packs, self.settings.corrections)

    # --- reading -----------------------------------------------------------------------

    def _changed(self, wanted: Sequence[Item], stored: dict[str, IndexEntry]) -> Iterator[Item]:
        """The packs to read; the others are as they were, but may lie somewhere else now."""
        for item in wanted:
            about = stored[item.pack_id].about if item.pack_id in stored else None
            if about is None or not self.options.find_again(about, item.key):
                yield item
                continue
            if about.sources != item.sources:
                about = replace(about, sources=item.sources)
                self.store.note(about)
            self.done[item.path] = PackRun(about, item.path, UNCHANGED)

    def _holding(self, wanted: Iterable[Item]) -> dict[str, About]:
        """The packs of which a further run would find the same, by the hashes of their contents."""
        there = (item for item in wanted if item.path in self.done and self.store.sign(item.pack_id))
        known = ((item, self.done[item.path].about) for item in there)
        return {item.sha256: about for item, about in known if self.options.find_again(about, item.key)}

    def _read(self, wanted: Sequence[Item]) -> None:
        schedule = Schedule(self.options, self._pages)
        self.audience.begin(len(wanted))
        for item, parcel, seconds in schedule.read(wanted):
            known = replace(parcel, about=settled(item, parcel.about))
            self._keep(item.path, known, self._state(item), seconds)

    def _state(self, item: Item) -> str:
        if (run := self.done.get(item.path)) and run.state != "unchanged":  # read twice in this run
            return run.state
        return "new" if self.places.isdisjoint(item.sources) else "changed"

    def _pages(self, path: Path, done: int, pages: int) -> None:
        stop_if_told()
        self.audience.pages(path, done, pages)

    def _keep(self, path: Path, parcel: Parcel, state: str, seconds: float = 0.0) -> None:
        """Store a result; from here on a killed run does not lose it."""
        self.store.put(parcel)
        stop_if_told()
        run = self.done[path] = PackRun(parcel.about, path, state, seconds)
        self.audience.pack(run)
        level = logging.WARNING if parcel.about.status == "failed" else logging.INFO
        said = parcel.about.message or f"{path.name}: {parcel.about.status}"
        log.log(level, "%s", said, extra={"fields": pack_told(run)})

    # --- what leaves the results ---------------------------------------------------------

    def _combined(self) -> LeftOut:
        """The datasets made anew; a pack whose stored result turns out to be damaged is mended first."""
        while True:
            try:
                said = pairs_of(self.settings.corrections)
                return combine(self.store, self.out, self.options, said)
            except DamagedResult as damaged:
                stored = self._concerned({p.sha256 for p in self.store if p.pack_id == damaged.pack_id})
                again = self._to_mend([damaged.pack_id], [])
                wanted = items(again, stored, self.settings, self.out)
                self._read([item for item in wanted if item.pack_id == damaged.pack_id])

    def _to_mend(
        self, damaged: Sequence[str], found: Sequence[tuple[Path, str] | PackError]
    ) -> list[tuple[Path, str]]:
        """The PDFs of packs whose stored results cannot be understood, to be read again.

        One whose PDF is gone is stored as failed, with the rows that were published last.
        """
        if not damaged:
            return []
        from agendapack.extract.batch.damaged import to_mend  # opens PDFs, which few runs have to

        named = {f[1] for f in found if not isinstance(f, PackError)}
        mended = to_mend(self.out, damaged, named)
        for place, parcel in mended.published:
            self._keep(place, parcel, "changed")
        for pack_id in mended.dropped:
            self.store.drop(pack_id)
        return mended.again

    def _removed(self, wanted: Sequence[Item], stored: dict[str, IndexEntry], prune: bool) -> tuple[str, ...]:
        """Take away packs whose file has another content or name now, and what is to be pruned."""
        named = {run.about.pack_id for run in self.done.values()}
        same, pruned = self.as_left.packs, self.out if prune else None
        gone, moved = leaving(stored, wanted, named, same, pruned)
        for pack_id in gone:
            self.store.drop(pack_id)
        for pack_id, places in moved.items():
            self.store.note(replace(stored[pack_id].about, sources=places))
        return gone

    # --- what remains of the run -----------------------------------------------------------

    def _result(
        self, wanted: Sequence[Item], found: Sequence[object], removed: tuple[str, ...] = ()
    ) -> BatchResult:
        """What the run tells."""
        order = [f.path for f in found if isinstance(f, PackError)] + [item.path for item in wanted]
        done = [self.done[path] for path in dict.fromkeys([*order, *self.done]) if path in self.done]
        packs, counted = self.as_left.beside(done, self.left_out)
        kept = len(self.store) - len({run.about.pack_id for run in packs}) - counted.packs
        return BatchResult(
            packs,
            time.monotonic() - self.began,
            kept=max(0, kept),
            removed=removed,
            renamed=self.kept,
            counted=counted,
        )

    def _record(self, result: BatchResult, status: str) -> None:
        told = run_told(result, status, self.options.told(self.settings))
        self.told = write_record(self.out, told, result)
        said = f"run {status}: {result.number_read} of {result.total.packs} packs read"
        # below a name of its own: `rows` and others of these are numbers in the line of a pack
        log.info("%s", said, extra={"fields": {"run": {k: v for k, v in told.items() if k != "each"}}})
