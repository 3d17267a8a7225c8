"""Write: records as pandas frames, for those who use the library and no files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from agendapack.schemas.datasets import Dataset, arrow_schema, dataset, pandas_dtypes

if TYPE_CHECKING:
    import pyarrow

    from agendapack.extract.write.record import Record, Records


def frames(records: Records) -> dict[str, pd.DataFrame]:
    """A typed frame for each dataset."""
    return {name: frame(dataset(name), rows) for name, rows in records.items()}


def frame(of: Dataset, records: Sequence[Record]) -> pd.DataFrame:
    """The records as a typed frame; empty cells are NA, lists are tuples."""
    return pd.DataFrame(
        {
            name: pd.Series([record[name] for record in records], dtype=dtype)
            for name, dtype in pandas_dtypes(of).items()
        }
    )


def arrow_frames(records: Records) -> dict[str, pd.DataFrame]:
    """A frame for each dataset whose columns are Arrow's: days are days, lists lists."""
    import pyarrow

    return {
        name: pyarrow.Table.from_pylist(rows, schema=_plain(dataset(name))).to_pandas(
            types_mapper=pd.ArrowDtype
        )
        for name, rows in records.items()
    }


def _plain(of: Dataset) -> pyarrow.Schema:
    """The Parquet schema, with text as text where the file holds it as a dictionary."""
    import pyarrow

    schema = arrow_schema(of)
    types = (f.type.value_type if pyarrow.types.is_dictionary(f.type) else f.type for f in schema)
    return pyarrow.schema(zip(schema.names, types, strict=True))
