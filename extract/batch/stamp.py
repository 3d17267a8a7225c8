"""Batch: the stamps, which say from which results the datasets in the folder were made.

Single files have one; partitions have one for each council, so that what a killed run leaves undone is known.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from agendapack.extract.batch.repeated import Repeated
from agendapack.extract.write.names import GRIDS, STAMPS
from agendapack.extract.write.safe import for_file_name

STAMP = "combined.json"


def read_stamp(home: Path) -> dict[str, Any]:
    """What was made last as single files; nothing when nobody knows."""
    return _read(home / STAMP)


def write_stamp(home: Path, made: Mapping[str, Any]) -> None:
    """Say what was made as single files."""
    _write(home / STAMP, made)


def drop_stamp(home: Path) -> None:
    """Say that nobody may trust the single files in the folder."""
    (home / STAMP).unlink(missing_ok=True)


def read_stamps(home: Path) -> Iterator[dict[str, Any]]:
    """What the partitions of each council were made from that lie in the folder."""
    with suppress(FileNotFoundError):
        for name in os.listdir(home / STAMPS):  # noqa: PTH208 - hundreds of them
            # one that a killed run has not moved in is none: nothing would take it away with the other
            told = _read(home / STAMPS / name) if name.endswith(".json") else {}
            if "council" in told:
                yield told


def write_council(home: Path, council: str, made: Mapping[str, Any]) -> None:
    """Say what the partitions of a council were made from."""
    (home / STAMPS).mkdir(exist_ok=True)
    _write(_place(home, council), {"council": council, **made})


def drop_council(home: Path, council: str) -> None:
    """Say that nobody may trust the partitions of a council."""
    _place(home, council).unlink(missing_ok=True)


def _place(home: Path, council: str) -> Path:
    digest = hashlib.sha256(council.encode("utf-8", "surrogateescape")).hexdigest()
    return home / STAMPS / f"{digest[:32]}.json"


def _read(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _write(path: Path, made: Mapping[str, Any]) -> None:
    half = path.with_suffix(".half")
    half.write_text(json.dumps(made), encoding="utf-8")
    half.replace(path)


def listed(repeated: Repeated) -> dict[str, Any]:
    """Rows that stand again, as JSON can hold them."""
    return {pack: [[*sort, n] for sort, n in some.items()] for pack, some in repeated.items()}


def unlisted(told: Mapping[str, Any]) -> Repeated:
    """The same from JSON."""
    return {pack: Counter({(d, k, s): n for d, k, s, n in some}) for pack, some in told.items()}


def grid_folders(out: Path) -> list[str]:
    """The folders of grids that lie there."""
    folder = out / GRIDS
    return sorted(os.listdir(folder)) if folder.is_dir() else []  # noqa: PTH208 - thousands of them


def grids_among(out: Path, names: Iterable[str]) -> set[str]:
    """Which of these folders of grids lie there."""
    return {name for name in names if os.path.isdir(f"{out}/{GRIDS}/{name}")}  # noqa: PTH112 - thousands


def grids_in_place(there: Collection[str], before: Mapping[str, Any], packs: Mapping[str, str]) -> set[str]:
    """The grid folders that need not be written again, of those that lie there."""
    same = {for_file_name(i) for i, digest in packs.items() if before.get("packs", {}).get(i) == digest}
    gone = set(before.get("grids", ())) - set(there)
    return same - gone
