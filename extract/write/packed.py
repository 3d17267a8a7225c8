"""Write: what one pack contributes to the results, as the text of files, before packs are combined."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import PackResult
from agendapack.extract.write.csv import dataset_text, read_records
from agendapack.extract.write.flatten import records
from agendapack.extract.write.grids import grid_files
from agendapack.extract.write.page_rotation import turns_file
from agendapack.extract.write.record import Records
from agendapack.schemas.datasets import Dataset, dataset


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A pack's share of the results."""

    pack_id: str
    datasets: Mapping[str, str]
    """CSV text with its header, of each dataset in which the pack has rows."""
    grids: Mapping[str, str] = field(default_factory=dict)
    """Text of the grid files, and of the list of turned pages, by their path below the output folder."""


def pack_files(result: PackResult) -> PackFiles:
    """The share of a pack that was just read."""
    return packed(result, records([result]))


def packed(result: PackResult, rows: Records) -> PackFiles:
    """The share of a pack from its checked records."""
    pack_id = result.pack.source.pack_id
    texts = {name: dataset_text(dataset(name), some) for name, some in rows.items() if some}
    beside = {**dict(grid_files(result.tables)), **dict(turns_file(pack_id, result.turned))}
    return PackFiles(pack_id, texts, beside)


def body(of: Dataset, text: str) -> str:
    """The rows without the header; rows of an older schema get today's columns."""
    header = dataset_text(of, ())
    if not text.startswith(header):
        text = dataset_text(of, read_records(io.StringIO(text, newline=""), of))
    return text.removeprefix(header)
