"""Batch: which stored packs leave the results when a run is done, and which lie in fewer places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from agendapack.extract.batch.about import IndexEntry
from agendapack.extract.batch.inputs import Item
from agendapack.extract.batch.search import is_gone


def leaving(
    stored: Mapping[str, IndexEntry],
    wanted: Iterable[Item],
    named: Collection[str],
    as_left: Collection[str],
    prune: Path | None,
) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The packs that go, and the places of those that have lost one.

    Those go whose file now has another content or name, so that the packs of the run are others; and where
    files that are gone are to be pruned, given the folder of the results, those without any file. Packs
    that no run need look at stay as they are, unless one of the run has the same content.
    """
    places = {source for item in wanted for source in item.sources}
    contents = {item.sha256 for item in wanted}
    gone, moved = [], {}
    for pack_id, pack in stored.items():
        if pack_id in named or pack_id in as_left and pack.sha256 not in contents:
            continue
        left = tuple(source for source in pack.sources if source not in places)
        vanished = prune is not None and all(is_gone(prune / source) for source in pack.sources)
        if not left or pack.sha256 in contents or vanished:
            gone.append(pack_id)
        elif len(left) < len(pack.sources):
            moved[pack_id] = left
    return tuple(gone), moved
