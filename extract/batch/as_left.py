"""Batch: the packs named that are as the last run left them; a run tells of them, and looks no closer."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from agendapack.extract.batch.about import About, Counts, IndexEntry
from agendapack.extract.batch.known import Known, is_settled
from agendapack.extract.batch.look import Look
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
    """Their ids by the real places of the PDFs."""

    def __post_init__(self) -> None:
        self.known = Known(self.store.home / FILES)

    def find(self) -> None:
        """See which they are."""
        stored = self.store.all()
        for folder, files in self.look.folders.items() if not self.look.has_links else ():
            given = self._given(folder)
            for name, sign in files.items():
                if name == FACTS:
                    continue
                place = f"{folder}{os.sep}{name}"
                _, _, pack_id, made_from = (self.known.get(place, sign) or "\t\t\t").split("\t", 3)
                pack = stored.get(pack_id)
                # it may have had another name by a link that is gone, and of copies one may be
                if pack is None or pack.name != name or len(pack.sources) > 1:
                    continue
                if made_from == self._made_from(given.get(name, ""), pack_id):
                    self.packs[place] = pack_id

    def keep(self, done: Mapping[Path, str]) -> None:
        """Remember that a run is done with these PDFs, which are the packs of these ids."""
        for path, pack_id in done.items():
            place, sign = real(path), self.look.sign(path)
            if line := self.known.get(place, sign) if sign else None:
                folder, name = os.path.split(place)
                made_from = self._made_from(self._given(folder).get(name, ""), pack_id)
                self.known.set(place, "\t".join((*line.split("\t")[:2], pack_id, made_from)))
        self.known.save()

    def statuses(self) -> Iterator[str]:
        """How they were read."""
        stored = self.store.all()
        return (stored[pack_id].status for pack_id in self.packs.values() if pack_id in stored)

    def beside(self, done: Iterable[PackRun], left_out: LeftOut) -> tuple[tuple[PackRun, ...], Tally]:
        """What to tell of them beside packs that were looked at: those not whole, and the others counted.

        Of rows that is told which is true of the datasets: those that several packs have count once.
        """
        shared = ((run, run.about.pack_id in left_out) for run in done)
        looked = [replace(run, about=_shared(run.about, left_out)) if some else run for run, some in shared]
        told, stored = {run.about.pack_id for run in looked}, self.store.all()
        places = {i: place for place, i in self.packs.items() if i in stored and i not in told}
        packs = [stored[pack_id] for pack_id in places]
        same = [
            PackRun(_shared(pack.about, left_out), self.look.path(places[pack.pack_id]), UNCHANGED)
            for pack in packs
            if not pack.is_whole
        ]
        if same:  # those without a file come first
            order = self.look.order
            looked = sorted([*looked, *same], key=lambda run: (bool(run.about.sources), order(run.path)))
        return tuple(looked), Tally().with_packs(_counted(pack, left_out) for pack in packs if pack.is_whole)

    def _made_from(self, given: str, pack_id: str) -> str:
        return f"{self.chosen}\t{given}\t{self.store.sign(pack_id)}"

    def _given(self, folder: str) -> Mapping[str, str]:
        """A hash of what the file of facts in a folder says of each PDF; nothing where there is none."""
        sign, place = self.look.folders[folder].get(FACTS), f"{folder}{os.sep}{FACTS}"
        if not sign or folder == real(self.store.home.parent):  # there it is one of ours
            return {}
        if line := self.known.get(place, sign):
            told: dict[str, str] = json.loads(line.partition("\t")[2])
            return told
        facts = {name: sha256_of_text(repr(said))[:16] for name, said in facts_in(Path(folder)).items()}
        if is_settled(sign, self.look.began):
            self.known.set(place, f"{sign}\t{json.dumps(facts)}")
        return facts


def _counted(pack: IndexEntry, left_out: LeftOut) -> About | Counts:
    return _shared(pack.about, left_out) if pack.pack_id in left_out else pack.counts


def _shared(about: About, left_out: LeftOut) -> About:
    return share_of(about, left_out.get(about.pack_id, {}))
