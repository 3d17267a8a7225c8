"""Answers: rows and what their columns are, for CSV, JSON and frames alike."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.csv import dataset_text
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import Dataset, DatasetColumn, dataset

UNNAMED = "(no name)"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows, in the order in which people read them."""

    of: Dataset
    rows: Sequence[Record]
    none: str = ""
    """Behind the number 0: why there are no rows."""

    def csv(self) -> str:
        """As a CSV file, in the form of the datasets."""
        return dataset_text(self.of, self.rows)

    def json(self) -> str:
        """As one JSON array; numbers are numbers, lists lists, dates text."""
        rows = [{c.name: _plain(c, row.get(c.name)) for c in self.of.columns} for row in self.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2)


def _plain(column: DatasetColumn, cell: Value) -> object:
    if column.type in ("object", "array"):
        return json.loads(str(cell)) if cell else None
    return text(cell) if column.type == "date" and cell is not None else cell


def columns(name: str, wanted: Iterable[str]) -> tuple[DatasetColumn, ...]:
    """Columns of a dataset by name."""
    return tuple(dataset(name).column(each) for each in wanted)


def packs_by_id(records: Records) -> Mapping[str, Record]:
    """The packs of a results folder."""
    return {text(pack["pack_id"]): pack for pack in records["packs"]}


def body(pack: Record) -> str:
    """Council and committee, as people call whom a pack is of."""
    return ", ".join(filter(None, (text(pack.get("council")), text(pack.get("committee"))))) or UNNAMED


def day(cell: Value) -> str:
    """A day as people read it in a list; a question mark where none is known."""
    return text(cell) or "?"


def counted(words: Iterable[str]) -> str:
    """How often each word occurs, in the order of first occurrence."""
    said = list(words)
    return ", ".join(f"{word}: {said.count(word)}" for word in dict.fromkeys(said))
