"""A family: the packs of a council's meetings, and what is true of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .pages import Look, another, look, typeset, year_to_date
from .world import Change, World, pass_quarter, rate, redate, world

DONE = ("Complete",)
REPRINTED = 3
"""Actions that a supplement prints again."""


@dataclass
class Truth:
    """What a run over the packs must say; packs are named by file."""

    changes: set[Change] = field(default_factory=set)
    """With the two packs before: from, to, kind, ref, change, field, now."""
    editions: set[tuple[str, ...]] = field(default_factory=set)
    overdue: set[tuple[str, ...]] = field(default_factory=set)
    series: dict[tuple[str, str, str], float] = field(default_factory=dict)
    """By reference, span and last day the value known last."""
    restated: set[tuple[str, str, str]] = field(default_factory=set)


def make(seed: int, folder: Path, *, held_out: bool, other: bool) -> Truth:
    """Write the packs of a family; those of `other` layouts and cadences look like no others."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = look(seed, held_out=held_out)
    if other:
        shown = another(seed, shown)
    return Family(folder, world(seed, held_out=held_out), shown).written()


@dataclass
class Family:
    """The packs as they are written, meeting by meeting."""

    folder: Path
    world: World
    look: Look
    truth: Truth = field(default_factory=Truth)
    last: str = ""

    def written(self) -> Truth:
        """Write all meetings; give what is true of them."""
        for quarter, day in enumerate(self.look.cadence.meetings, 1):
            happened = list(pass_quarter(self.world)) if self.last else []
            self._new_values(quarter)
            name = self._pack("first", quarter, day, happened)
            if quarter == 2 + self.look.first_reading % 2:
                self._supplement(quarter, day)
                self.world.touched.clear()
                self._restate(quarter)
                self._pack("reissue", quarter, day, [*redate(self.world), *rate(self.world)], name)
        return self.truth

    def _new_values(self, quarter: int) -> None:
        draw = self.world.rng.randrange
        for one in self.world.indicators:
            self.world.values[one.ref, quarter] = draw(600, 990) / 10
        if quarter > 1 and self.look.by_quarter:
            self._restate(quarter - 1)

    def _restate(self, quarter: int) -> None:
        """A figure that has been printed is put right."""
        one = self.world.rng.choice(self.world.indicators)
        self.world.values[one.ref, quarter] = round(self.world.values[one.ref, quarter] - 1.7, 1)
        self.truth.restated.update(key for key, _ in self._prints(quarter) if key[0] == one.ref)

    def _pack(self, edition: str, quarter: int, day: date, happened: list[Change], replaces: str = "") -> str:
        # file names tell nothing: their order is not that of the meetings
        name = f"{'zmxk'[quarter - 1]}{quarter * 7 % 4}{edition[:1]}"
        actions = self.world.actions
        typeset(self.folder / f"{name}.pdf", self.look, self.world, quarter, day, edition, actions)
        self.truth.editions.add((name, edition, replaces))
        self.truth.changes.update((self.last, name, *change) for change in happened)
        self.truth.overdue.update((name, a.ref) for a in actions if a.due < day and a.status not in DONE)
        for q in range(1, quarter + 1) if self.look.by_quarter else [quarter]:
            self.truth.series.update(self._prints(q))
        self.last = name
        return name

    def _supplement(self, quarter: int, day: date) -> None:
        name = f"b{quarter}"
        some = self.world.actions[:REPRINTED]
        typeset(self.folder / f"{name}.pdf", self.look, self.world, quarter, day, "supplement", some)
        self.truth.editions.add((name, "supplement", ""))

    def _prints(self, quarter: int) -> Iterator[tuple[tuple[str, str, str], float]]:
        """What a pack prints of a quarter, by reference, span and last day."""
        cadence = self.look.cadence
        end = cadence.ends[quarter - 1]
        for one in self.world.indicators:
            yield (one.ref, cadence.span, end), self.world.values[one.ref, quarter]
            if not self.look.by_quarter:
                yield (one.ref, "ytd", end), year_to_date(self.world, one.ref, quarter)
