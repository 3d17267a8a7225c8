"""Batch: the stamp, which says from which results the datasets in the folder were made."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agendapack.extract.batch.repeated import Repeated
from agendapack.extract.write.names import GRIDS
from agendapack.extract.write.safe import for_file_name

STAMP = "combined.json"


def read_stamp(home: Path) -> dict[str, Any]:
    """What was made last; nothing when nobody knows."""
    try:
        told = json.loads((home / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def write_stamp(home: Path, made: Mapping[str, Any]) -> None:
    """Say what was made."""
    half = (home / STAMP).with_suffix(".half")
    half.write_text(json.dumps(made), encoding="utf-8")
    half.replace(home / STAMP)


def drop_stamp(home: Path) -> None:
    """Say that nobody may trust what lies in the folder."""
    (home / STAMP).unlink(missing_ok=True)


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


def grids_in_place(out: Path, before: Mapping[str, Any], packs: Mapping[str, str]) -> set[str]:
    """The grid folders that need not be written again."""
    same = {for_file_name(i) for i, digest in packs.items() if before.get("packs", {}).get(i) == digest}
    gone = set(before.get("grids", ())) - set(grid_folders(out))
    return same - gone
