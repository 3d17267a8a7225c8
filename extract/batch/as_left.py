"""Batch: the packs named that are as the last run left them; a run tells of them, and looks no closer."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from agendapack.extract.batch.about import About, Counts, IndexEntry
from agendapack.extract.batch.known import Known, Sign, is_settled
from agendapack.extract.batch.look import SETTLED, Look
from agendapack.extract.batch.record import UNCHANGED, PackRun
from agendapack.extract.batch.repeated import LeftOut, share_of
from agendapack.extract.batch.store import Store
from agendapack.extract.batch.tally import Tally
from agendapack.extract.correct.given_facts import FACTS, facts_in
from agendapack.extract.identity import sha256_of_text
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.realpath import real

FILES = "files.json"
"""What is known of PDFs."""


@dataclass(slots=True)
class AsLeft:
    """The packs of PDFs that lie as they lay when a run was done with them, under the same choice of options.

    What is known of a PDF: the hash of its content, and where a run was done with it, its pack, what was
    chosen, what its file of facts says of it, and the sign of its stored result.
    """

    look: Look
    store: Store
    chosen: str
    known: Known = field(init=False)
    packs: dict[str, str] = field(default_factory=dict)
    """The real folder of each, by their ids; the file has the name of the pack."""
    hashes: dict[str, str] = field(default_factory=dict)
    """Of the contents of other PDFs that lie as they lay, by their real places."""
    given: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """By folder, a hash of what its file of facts says of each PDF."""

    def __post_init__(self) -> None:
        self.known = Known(self.store.home / FILES)

    def find(self, among: bool) -> None:
        """See which they are, if they may be among the PDFs; what is true of no file there is forgotten."""
        among &= not self.look.has_links
        self._find_given()
        for place, line in self.known.lines():
            folder, name = os.path.split(place)
            files = self.look.folders.get(folder, {})
            sign, sha256, *made_from = line.split("\t", 3)
            if files.get(name) != sign:
                self.known.forget(place)
            elif among and made_from and made_from == self._made_from(folder, name, pack_id := made_from[0]):
                self.packs[pack_id] = sys.intern(folder)
                files[name] = SETTLED
            elif name != FACTS:
                self.hashes[place] = sha256

    def keep(self, files: Iterable[tuple[Path, str]], done: Mapping[str, About]) -> None:
        """Remember of these PDFs with which the run is done; their packs are given by hashes of content.

        A pack may have another name by a link that will be gone, and of copies one may be.
        """
        for path, sha256 in files:
            folder, name = os.path.split(place := real(path))
            pack, sign = done.get(sha256), self.look.sign(path)
            if sign and pack and pack.name == name and len(pack.sources) == 1:
                made_from = self._made_from(folder, name, pack.pack_id)
                self.known.set(place, "\t".join((sign, sha256, *made_from)))
        self.known.save()

    def statuses(self) -> Iterator[str]:
        """How they were read."""
        return (pack.status for pack in self._stored())

    def beside(self, done: Iterable[PackRun], left_out: LeftOut) -> tuple[tuple[PackRun, ...], Tally]:
        """What to tell of them beside packs that were looked at: those not whole, and the others counted.

        Of rows that is told which is true of the datasets: those that several packs have count once.
        """
        shared = ((run, run.about.pack_id in left_out) for run in done)
        looked = [replace(run, about=_shared(run.about, left_out)) if some else run for run, some in shared]
        told = {run.about.pack_id for run in looked}
        same: list[PackRun] = []
        counted = Tally().with_packs(self._whole(told, left_out, same))
        if same:  # those without a file come first
            order = self.look.order
            looked = sorted([*looked, *same], key=lambda run: (bool(run.about.sources), order(run.path)))
        return tuple(looked), counted

    def _stored(self) -> Iterator[IndexEntry]:
        """Those of them that are still stored."""
        return (pack for pack in self.store if pack.pack_id in self.packs)

    def _whole(
        self, told: Collection[str], left_out: LeftOut, others: list[PackRun]
    ) -> Iterator[About | Counts]:
        """Those to be counted, of those that are not told; `others` is filled on the way."""
        for pack in self._stored():
            if pack.pack_id in told:
                continue
            if pack.is_whole:
                yield _counted(pack, left_out)
            else:
                path = self.look.named[self.packs[pack.pack_id]] / pack.name
                others.append(PackRun(_shared(pack.about, left_out), path, UNCHANGED))

    def _made_from(self, folder: str, name: str, pack_id: str) -> list[str]:
        given = self.given.get(folder, {}).get(name, "")
        return [pack_id, f"{self.chosen}\t{given}\t{self.store.sign(pack_id)}"]

    def _find_given(self) -> None:
        """See what files of facts say; the one in the folder of the results is ours."""
        out = real(self.store.home.parent)
        there = {folder: files[FACTS] for folder, files in self.look.folders.items() if FACTS in files}
        places = {f"{folder}{os.sep}{FACTS}": folder for folder in there if folder != out}
        known = self.known.some(places) if places else {}
        for place, folder in places.items():
            self.given[folder] = self._given(folder, place, there[folder], known.get(place, ""))

    def _given(self, folder: str, place: str, sign: Sign, line: str) -> Mapping[str, str]:
        before, _, said = line.partition("\t")
        if before == sign:
            told: dict[str, str] = json.loads(said)
            return told
        facts = {name: sha256_of_text(repr(said))[:16] for name, said in facts_in(Path(folder)).items()}
        if is_settled(sign, self.look.began):
            self.known.set(place, f"{sign}\t{json.dumps(facts)}")
        return facts


def _counted(pack: IndexEntry, left_out: LeftOut) -> About | Counts:
    return _shared(pack.about, left_out) if pack.pack_id in left_out else pack.counts


def _shared(about: About, left_out: LeftOut) -> About:
    return share_of(about, left_out.get(about.pack_id, {}))
