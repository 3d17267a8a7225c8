"""Batch: what a run did, for those who were asleep: runs/<id>.json and lines for log collectors."""

from __future__ import annotations

import json
import os
import platform
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from agendapack.extract.batch.about import About
from agendapack.extract.batch.tally import Tally
from agendapack.extract.batch.version import LIBRARIES, fingerprint, version_of
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.safe import for_file
from agendapack.extract.write.sources import tool_version

FOLDER = "runs"
EACH = "each"
"""The packs that were read or are not whole: lines for all others would outgrow the results in time."""
UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PackRun:
    """What became of a pack in this run."""

    about: About
    path: Path
    state: str
    """new, changed, unchanged, or retried; failed packs are in one of these states too."""
    seconds: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether there is nothing to say of the pack."""
        return self.about.status == "ok" and not self.about.message


@dataclass(frozen=True)
class BatchResult:
    """What a run over many packs gave, in the order the packs were named."""

    packs: tuple[PackRun, ...]
    """Those looked at, and of the others, which a look showed to be as they were, those not whole."""
    seconds: float
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    kept: int = 0
    """Packs of earlier runs that stay in the results, though their file was not named or is gone."""
    removed: tuple[str, ...] = ()
    """Packs that left the results: replaced, or pruned."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Files of somebody else's that were in the way, with their new names."""
    counted: Tally = field(default_factory=Tally)
    """Whole packs that are as the last run left them, which are not among `packs`."""

    @cached_property
    def whole(self) -> Tally:
        """The packs named of which there is nothing to say, counted."""
        return self.counted.with_packs(run.about for run in self.packs if run.is_whole)

    @cached_property
    def total(self) -> Tally:
        """All packs named, counted."""
        return self.whole.with_packs(run.about for run in self.packs if not run.is_whole)

    @property
    def number_read(self) -> int:
        """How many packs are read, in this run or an earlier one."""
        return self.counted.packs + len(self.read)

    @property
    def read(self) -> tuple[PackRun, ...]:
        """The packs that are read, in this run or an earlier one, wholly or in part."""
        return tuple(pack for pack in self.packs if pack.about.status != "failed")

    @property
    def failed(self) -> tuple[PackRun, ...]:
        """The packs that are not."""
        return tuple(pack for pack in self.packs if pack.about.status == "failed")

    @property
    def states(self) -> Counter[str]:
        """Number of packs by what became of them: ok, partial, failed, and unchanged ones apart."""
        states = Counter(run.about.status if run.state != UNCHANGED else UNCHANGED for run in self.packs)
        return states + Counter({UNCHANGED: self.counted.packs})


def write_record(out: Path, told: Mapping[str, Any], batch: BatchResult) -> Path:
    """Write what the run did, and give the file; the newest one is the last run."""
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{batch.began:%Y%m%dT%H%M%S%fZ}-{os.getpid()}.json"
    half = path.with_suffix(".half")
    half.write_text(_lines(told), encoding="utf-8")
    half.replace(path)
    return path


def _lines(told: Mapping[str, Any]) -> str:
    """A record as JSON, each fact on a line and so each pack: readable, and quick for thousands."""
    plain = [
        f" {_json(name)}: {_json(fact)}" if name != EACH else f" {_json(name)}: [\n{_each(fact)}\n ]"
        for name, fact in told.items()
    ]
    return "{\n" + ",\n".join(plain) + "\n}\n"


def _each(packs: Iterable[Any]) -> str:
    return ",\n".join(f"  {_json(pack)}" for pack in packs)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def run_told(batch: BatchResult, status: str, settings: Mapping[str, str]) -> dict[str, Any]:
    """A run in its record; without `each`, the packs, also in the log."""
    total = batch.total
    return {
        "began": batch.began.isoformat(timespec="seconds"),
        "seconds": round(batch.seconds, 2),
        "status": status,
        "packs": dict(batch.states),
        "pages": total.pages,
        "rows": dict(total.rows),
        "findings": {f"{kind} ({severity})": n for (kind, severity), n in sorted(total.findings.items())},
        "kept": batch.kept,
        "removed": list(batch.removed),
        "settings": dict(settings),
        "versions": {
            "agendapack": tool_version(),
            "code": fingerprint(),
            "python": platform.python_version(),
            **{name: version_of(name) for name in LIBRARIES},
        },
        EACH: [
            pack_told(pack) for pack in batch.packs if pack.state != UNCHANGED or pack.about.status != "ok"
        ],
    }


def pack_told(pack: PackRun) -> dict[str, Any]:
    """A pack in the record and in the log."""
    about = pack.about
    return {
        "pack_id": about.pack_id,
        "source": for_file(str(pack.path)),
        "sha256": about.sha256,
        "state": pack.state,
        "status": about.status,
        "message": for_file(about.message),
        "error": about.error,
        "page": about.page or None,
        "pages": about.pages,
        "rows": sum(about.rows.values()),
        "seconds": round(pack.seconds, 2),
    }
