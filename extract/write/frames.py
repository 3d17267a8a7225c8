"""Write: records as pandas frames, for those who use the library and no files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from agendapack.schemas.datasets import Dataset, dataset, pandas_dtypes

if TYPE_CHECKING:
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
