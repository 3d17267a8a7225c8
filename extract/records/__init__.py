"""Stage 6, records: recognised tables go in, typed rows come out."""

from __future__ import annotations

from agendapack.extract.records.build import records
from agendapack.extract.records.draft import DraftRows

__all__ = ["DraftRows", "records"]
