"""Batch: which stored packs may matter to what a run reads: of those that are as left hardly any do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from agendapack.extract.batch.about import IndexEntry
from agendapack.extract.correct.file import TABLES
from agendapack.extract.model import Correction


def concerned(
    stored: Iterable[IndexEntry],
    hashes: Collection[str],
    as_left: Collection[str],
    said: Sequence[Correction],
) -> dict[str, IndexEntry]:
    """The packs by their ids: all that are not as left, those of the contents named, and those spoken of.

    What is stored is gone through more than once.
    """
    wanted = {*hashes}
    if said:
        may_concern = _spoken_of(stored, said)
        wanted.update(pack.sha256 for pack in stored if may_concern(pack))
    return {pack.pack_id: pack for pack in stored if pack.pack_id not in as_left or pack.sha256 in wanted}


def _spoken_of(stored: Iterable[IndexEntry], said: Sequence[Correction]) -> Callable[[IndexEntry], bool]:
    """Whether something may be said of a pack: by its content or name, or of a page that it prints too."""
    if any(one.dataset == TABLES for one in said):  # of tables like those of any pack
        return lambda _: True
    hashes, names = {one.sha256 for one in said}, {one.source_name for one in said}
    marks = {mark for pack in stored if pack.sha256 in hashes for _, mark in pack.prints}
    return lambda pack: (
        pack.sha256 in hashes or pack.name in names or bool(marks) and not marks.isdisjoint(pack.marks)
    )
