"""Write: the plain form of a row, as every file is made from it and as it is read back."""

from __future__ import annotations

from agendapack.schemas.cells import Value

Record = dict[str, Value]
"""The cells of a row by column."""
Records = dict[str, list[Record]]
"""Records by dataset; every dataset is there, if only empty."""
