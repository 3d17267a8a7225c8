"""Write: which pages of a pack were turned to be read, tables/<pack_id>/pages.json, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from agendapack.extract.model import Turned
from agendapack.extract.write.names import GRIDS
from agendapack.extract.write.safe import for_file_name

FILE = "pages.json"
MAX_SKEW = 45.0
"""Degrees; a page that leans more was turned by a quarter first."""
MAX_SHEAR = 0.1
"""No sheet that went through a scanner is further out of square."""


def turns_path(pack_id: str) -> PurePosixPath:
    """Where the turned pages of the pack are listed, below the output folder."""
    return PurePosixPath(GRIDS, for_file_name(pack_id), FILE)


def turns_file(pack_id: str, turned: Sequence[Turned]) -> Iterator[tuple[str, str]]:
    """Path and text of the list; nothing when every page was read as it lies."""
    if turned:
        told = [
            {"page": t.page, "turned": t.quarter, "skew": round(t.skew, 3), "shear": round(t.shear, 5)}
            for t in turned
        ]
        yield turns_path(pack_id).as_posix(), json.dumps(told, separators=(",", ":")) + "\n"


def read_turns(out: Path, pack_id: str) -> Mapping[int, Turned]:
    """The turned pages by number; none when there is no such list that can be read."""
    try:
        told = json.loads((out / turns_path(pack_id)).read_text(encoding="utf-8"))
        found = [
            Turned(int(t["page"]), int(t["turned"]) // 90 * 90 % 360, float(t["skew"]), float(t["shear"]))
            for t in told
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {t.page: t for t in found if abs(t.skew) <= MAX_SKEW and abs(t.shear) <= MAX_SHEAR}
