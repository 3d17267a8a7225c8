"""Write: what one pack contributes to the results, as the text of files, before packs are combined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.model import PackResult, TableEntry
from extract.write.csv import dataset_text
from extract.write.flatten import records
from extract.write.grids import grid_files
from extract.write.record import Records
from schemas.datasets import dataset


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A pack's share of the results."""

    pack_id: str
    datasets: Mapping[str, str]
    """CSV text with its header, of each dataset in which the pack has rows."""
    grids: Mapping[str, str] = field(default_factory=dict)
    """Text of the grid files by their path below the output folder."""


def pack_files(result: PackResult) -> PackFiles:
    """The share of a pack that was just read."""
    return packed(result.pack.source.pack_id, records([result]), result.tables)


def packed(pack_id: str, rows: Records, tables: Sequence[TableEntry]) -> PackFiles:
    """The share of a pack from its checked records."""
    texts = {name: dataset_text(dataset(name), some) for name, some in rows.items() if some}
    return PackFiles(pack_id, texts, dict(grid_files(tables)))
