"""Batch: one run over many packs; what is known is not read again, what fails stops nothing else."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from agendapack.extract import realpath
from agendapack.extract.batch.combine import LeftOut, combine, list_failed
from agendapack.extract.batch.inputs import Item, hashed, items, settled
from agendapack.extract.batch.known import Known
from agendapack.extract.batch.limits import seldom_collected
from agendapack.extract.batch.lock import locked
from agendapack.extract.batch.observers import Audience, Nobody
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import FOLDER as RUNS
from agendapack.extract.batch.record import BatchResult, PackRun, pack_told, run_told, write_record
from agendapack.extract.batch.repeated import share_of
from agendapack.extract.batch.schedule import Schedule, failed
from agendapack.extract.batch.search import expand, is_gone
from agendapack.extract.batch.store import About, DamagedResult, Parcel, Store
from agendapack.extract.batch.uptodate import Asked, forget_last, remember, up_to_date
from agendapack.extract.correct.pairs import pairs_of
from agendapack.extract.errors import EncryptedPdf, OutputError, PackError, output_errors
from agendapack.extract.interrupts import stop_if_told, stoppable
from agendapack.extract.settings import Settings
from agendapack.extract.write.folder import need_extras
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.moving import in_the_way, set_aside
from agendapack.extract.write.names import result_names

log = logging.getLogger(__name__)
# the command tells every failure itself: without a handler of its own Python would print it again
log.addHandler(logging.NullHandler())

FILES = "files.json"
"""The hashes of files named before."""
ALWAYS_TRIED = (EncryptedPdf.__name__,)
"""What may have another end the next time, and costs nothing to try."""


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
        inputs = asked.inputs()
        if same := up_to_date(asked, inputs):
            result = replace(same, seconds=time.monotonic() - self.began, renamed=self.kept)
            self._record(result, "done")
            return result
        forget_last(self.out)
        result = self._bring_up_to_date(asked.paths)
        if inputs and self.settled:
            remember(asked, inputs, result, self._elsewhere(result))
        return result

    def _bring_up_to_date(self, paths: Iterable[Path]) -> BatchResult:
        stored = self.store.all()
        found = list(hashed(expand(paths), Known(self.store.home / FILES)))
        found += self._to_mend(self.store.damaged(stored), found)
        stored = self.store.all()
        files = [f for f in found if not isinstance(f, PackError)]
        prune = self.options.prune and len(files) == len(found)
        self.places = {source for about in stored.values() for source in about.sources}
        wanted = items(files, stored, self.settings, self.out, prune)
        self._keep_whole(wanted, stored)
        try:
            for error in found:
                if isinstance(error, PackError):
                    what = failed(error.path, "", type(error).__name__, str(error))
                    self._keep(error.path, what, "new")
            self._read(list(self._changed(wanted, stored)))
            # which packs share a page, and so what was said of it, is known when they are read
            read = self.store.all()
            shared = items(files, read, self.settings, self.out, prune) if self.settings.corrections else []
            self._read([i for i in shared if i.pack_id in read and read[i.pack_id].key != i.key])
        except BaseException as error:
            self._record(self._result(wanted, found), f"interrupted ({type(error).__name__})")
            raise
        result = self._result(wanted, found)
        if result.read:
            removed = self._removed(wanted, stored, prune)
            for pack_id in removed:
                self.store.drop(pack_id)
            self._count_once(self._combined())
            list_failed(self.store, self.out)
            result = self._result(wanted, found, removed)
        self.settled = bool(result.read) and self._holds_all(wanted, found)
        self._record(result, "done")
        return result

    def _keep_whole(self, wanted: Sequence[Item], stored: dict[str, About]) -> None:
        """See that no part of a pack takes the place of the whole."""
        before = {item.path: stored[item.pack_id] for item in wanted if item.part and item.pack_id in stored}
        for path, about in before.items():
            if about.status != "failed" and not about.part:
                raise OutputError(
                    f"{self.out}: holds all of {path.name}; a part of its pages would take its place. "
                    "Choose another folder with -o."
                )

    # --- reading -----------------------------------------------------------------------

    def _changed(self, wanted: Sequence[Item], stored: dict[str, About]) -> Iterator[Item]:
        """The packs to read; the others are as they were, but may lie somewhere else now."""
        for item in wanted:
            about = stored.get(item.pack_id)
            if about is None or not self._still_holds(about, item):
                yield item
                continue
            if about.sources != item.sources:
                about = replace(about, sources=item.sources)
                self.store.note(about)
            self.done[item.path] = PackRun(about, item.path, "unchanged")

    def _still_holds(self, about: About, item: Item) -> bool:
        if about.key != item.key or about.status != "ok" and self.options.retry:
            return False
        if about.error in ALWAYS_TRIED:
            return False
        return not about.limits or about.limits == str(self.options.limits)

    def _holds_all(self, wanted: Sequence[Item], found: Sequence[object]) -> bool:
        if any(isinstance(f, PackError) for f in found) or any(g.source_name for g in self.settings.given):
            return False
        now = self.store.all()
        return all(i.pack_id in now and self._still_holds(now[i.pack_id], i) for i in wanted)

    def _elsewhere(self, result: BatchResult) -> list[str]:
        """Places of packs that are not named, or lie in several places."""
        named = {run.about.pack_id for run in result.packs}
        abouts = self.store.all().values()
        return [s for a in abouts if a.pack_id not in named or len(a.sources) > 1 for s in a.sources]

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
                stored = self.store.all()
                again = self._to_mend([damaged.pack_id], [])
                wanted = items(
                    [f for f in again if not isinstance(f, PackError)], stored, self.settings, self.out
                )
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

    def _removed(self, wanted: Sequence[Item], stored: dict[str, About], prune: bool) -> tuple[str, ...]:
        """Packs whose file now has another content, names without a file, and what is to be pruned."""
        now = {run.about.pack_id for run in self.done.values()}
        places = {source for item in wanted for source in item.sources}
        contents = {item.sha256 for item in wanted}
        gone = []
        for pack_id, about in stored.items():
            left = [source for source in about.sources if source not in places]
            replaced = not left or about.sha256 in contents
            vanished = prune and all(is_gone(self.out / source) for source in about.sources)
            if pack_id not in now and (replaced or vanished):
                gone.append(pack_id)
            elif left != list(about.sources) and pack_id not in now:
                self.store.note(replace(about, sources=tuple(left)))
        return tuple(gone)

    # --- what remains of the run -----------------------------------------------------------

    def _result(
        self, wanted: Sequence[Item], found: Sequence[object], removed: tuple[str, ...] = ()
    ) -> BatchResult:
        order = [f.path for f in found if isinstance(f, PackError)] + [item.path for item in wanted]
        packs = tuple(self.done[path] for path in dict.fromkeys([*order, *self.done]) if path in self.done)
        kept = len(self.store.all()) - len({run.about.pack_id for run in packs})
        seconds = time.monotonic() - self.began
        return BatchResult(packs, seconds, kept=max(0, kept), removed=removed, renamed=self.kept)

    def _count_once(self, left_out: LeftOut) -> None:
        """What the run tells of rows is true of the datasets: those that several packs have count once."""
        for path, run in self.done.items():
            if some := left_out.get(run.about.pack_id):
                self.done[path] = replace(run, about=share_of(run.about, some))

    def _record(self, result: BatchResult, status: str) -> None:
        told = run_told(result, status, self.options.told(self.settings))
        self.told = write_record(self.out, told, result)
        said = f"run {status}: {result.number_read} of {result.total.packs} packs read"
        # below a name of its own: `rows` and others of these are numbers in the line of a pack
        log.info("%s", said, extra={"fields": {"run": {k: v for k, v in told.items() if k != "each"}}})
