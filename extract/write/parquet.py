"""Write: canonical CSV to typed Parquet, with the schema's descriptions and units in the file, and back.

Arrow reads the CSV itself: so both formats say the same, and pandas, which every other way of
making Arrow arrays from Python values loads first, is not waited for.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.csv
import pyarrow.parquet

from agendapack.extract.write.sources import TOOL, SourceFile, tool_version
from agendapack.schemas.datasets import JOIN, NO, YES, Dataset, DatasetColumn, arrow_schema

if TYPE_CHECKING:
    from agendapack.extract.write.record import Record
    from agendapack.schemas.cells import Value


def write_parquet(path: Path, of: Dataset, canonical: Path, sources: Sequence[SourceFile] = ()) -> None:
    """Write a dataset from its canonical CSV; the file says which tool read which PDFs."""
    rows = arrow_table(of, canonical)
    origin = {
        "tool": TOOL,
        "tool_version": tool_version(),
        "sources": json.dumps({s.pack_id: s.sha256 for s in sources}),
    }
    about = {**rows.schema.metadata, **origin}
    pyarrow.parquet.write_table(rows.replace_schema_metadata(about), path)


def arrow_table(of: Dataset, canonical: Path) -> pyarrow.Table:
    """The dataset of a canonical CSV as a typed Arrow table; empty cells are null."""
    schema = arrow_schema(of)
    plain = {f.name: pyarrow.string() if pyarrow.types.is_list(f.type) else f.type for f in schema}
    read = pyarrow.csv.read_csv(
        canonical,
        # one block: a row that runs over the end of a block is refused
        read_options=pyarrow.csv.ReadOptions(use_threads=False, block_size=canonical.stat().st_size + 1),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=plain,
            null_values=[""],
            strings_can_be_null=True,
            true_values=[YES],
            false_values=[NO],
        ),
    )
    columns = [
        _split(read[c.name], f.type) if c.type == "list" else read[c.name]
        for c, f in zip(of.columns, schema, strict=True)
    ]
    return pyarrow.Table.from_arrays(columns, schema=schema)


def _split(joined: pyarrow.ChunkedArray, kind: pyarrow.DataType) -> pyarrow.ChunkedArray:
    """The lists of a column, from their memory: `pyarrow.compute`, which would split it, is slow to load."""
    cells = [None if cell is None else cell.split(JOIN) for cell in joined.to_pylist()]
    parts = [part for cell in cells if cell for part in cell]
    ends = _buffer("i", [0, *accumulate(len(cell or ()) for cell in cells)])
    known = int("0" + "".join("0" if cell is None else "1" for cell in reversed(cells)), 2)
    bitmap = pyarrow.py_buffer(known.to_bytes(len(cells) // 8 + 1, "little"))
    entries = _entries(parts, kind.value_type)
    return pyarrow.chunked_array(
        [pyarrow.Array.from_buffers(kind, len(cells), [bitmap, ends], children=[entries])], kind
    )


def _entries(parts: Sequence[str], kind: pyarrow.DataType) -> pyarrow.Array:
    if kind == pyarrow.int64():
        return pyarrow.Array.from_buffers(kind, len(parts), [None, _buffer("q", map(int, parts))])
    texts = [part.encode() for part in parts]
    ends = _buffer("i", [0, *accumulate(map(len, texts))])
    return pyarrow.Array.from_buffers(kind, len(parts), [None, ends, pyarrow.py_buffer(b"".join(texts))])


def _buffer(code: str, numbers: Iterable[int]) -> pyarrow.Buffer:
    return pyarrow.py_buffer(array(code, numbers))


def read_parquet(path: Path, of: Dataset) -> list[Record]:
    """The records of a dataset written by `write_parquet`."""
    rows = pyarrow.parquet.read_table(path, columns=[c.name for c in of.columns]).to_pylist()
    return [{c.name: _value(c, row[c.name]) for c in of.columns} for row in rows]


def _value(column: DatasetColumn, cell: Any) -> Value:
    value: Value = tuple(cell or ()) if column.type == "list" else cell
    return value
