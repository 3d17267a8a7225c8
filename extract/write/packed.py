"""Write: what one pack contributes to the results, as the text of files, before packs are combined."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import PackResult
from agendapack.extract.write.csv import dataset_text, read_records
from agendapack.extract.write.flatten import by_dataset
from agendapack.extract.write.grids import grid_files
from agendapack.extract.write.page_rotation import turns_file
from agendapack.extract.write.record import Record
from agendapack.schemas.datasets import Dataset, dataset, datasets


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
    return packed(result, by_dataset(result))


def packed(result: PackResult, rows: Iterable[tuple[str, Iterable[Record]]]) -> PackFiles:
    """The share of a pack from its checked records, dataset by dataset."""
    pack_id = result.pack.source.pack_id
    made = {name: dataset_text(dataset(name), some) for name, some in rows}
    texts = {
        of.name: text
        for of in datasets()
        if (text := made.get(of.name, "")) not in ("", dataset_text(of, ()))
    }
    beside = {**dict(grid_files(result.tables)), **dict(turns_file(pack_id, result.turned))}
    return PackFiles(pack_id, texts, beside)


def body(of: Dataset, text: str) -> str:
    """The rows without the header; rows of an older schema get today's columns."""
    header = dataset_text(of, ())
    if not text.startswith(header):
        text = dataset_text(of, read_records(io.StringIO(text, newline=""), of))
    return text.removeprefix(header)
