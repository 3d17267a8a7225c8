"""Results folders made of a few cells, for tests of what is told from them."""

from __future__ import annotations

from pathlib import Path

from agendapack.extract.write.csv import csv_text
from agendapack.schemas.datasets import datasets

Cells = dict[str, str]


def results(out: Path, **rows: list[Cells]) -> Path:
    """A folder of datasets with these rows; columns that are not given are empty."""
    out.mkdir()
    for of in datasets():
        names = [c.name for c in of.columns]
        lines = [[row.get(name, "") for name in names] for row in rows.get(of.name, [])]
        (out / f"{of.name}.csv").write_text(csv_text([names, *lines]), encoding="utf-8", newline="")
    return out


def pack(pack_id: str, day: str, council: str = "Melbury Council", edition: str = "first") -> Cells:
    """A pack of a committee."""
    named = {"pack_id": pack_id, "row_id": pack_id, "source_name": f"{pack_id}.pdf"}
    return {**named, "council": council, "committee": "Cabinet", "meeting_date": day, "edition": edition}
