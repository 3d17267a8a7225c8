"""How a batch is run: workers, limits, what is written."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import field
from typing import Literal

from agendapack.extract.batch.about import About
from agendapack.extract.batch.limits import Limits
from agendapack.extract.errors import EncryptedPdf
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.settings import Settings
from agendapack.extract.write.names import FORMATS

ALWAYS_TRIED = (EncryptedPdf.__name__,)
"""What may have another end the next time, and costs nothing to try."""
Layout = Literal["auto", "files", "partitions"]


def cores() -> int:
    """Cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every platform
        return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is run; none of this changes what is read from a pack."""

    workers: int = field(default_factory=cores)
    executor: Literal["local", "dask"] = "local"
    """Processes of this machine, or a Dask cluster."""
    scheduler: str = ""
    """The address of the cluster's scheduler; where empty, Dask's configuration says it."""
    limits: Limits = field(default_factory=Limits)
    passwords: tuple[str, ...] = field(default=(), repr=False)
    formats: Collection[str] = FORMATS
    layout: Layout = "auto"
    """A file a dataset, or a folder a pack."""
    prune: bool = False
    """Drop the packs whose file is gone."""
    retry: bool = False
    """Read again what failed or was read in part."""
    force: bool = False
    """Rename files in the way that are not the tool's own, instead of refusing."""

    def find_again(self, about: About, key: str) -> bool:
        """Whether a further run would find the same: a result that is there is as good as read anew."""
        if about.key != key or about.status != "ok" and self.retry:
            return False
        if about.error in ALWAYS_TRIED:
            return False
        return not about.limits or about.limits == str(self.limits)

    def told(self, settings: Settings) -> dict[str, str]:
        """What the record of a run says of how it was run."""
        return {
            "reader": settings.reader,
            "pages": str(settings.pages or "all"),
            "formats": ", ".join(sorted(self.formats)),
            "executor": self.executor,
            "workers": str(self.workers),
            "limits": str(self.limits),
        }
