"""Stage 2b, second opinion: tables found on a page and another library's reading of them, cell by cell."""

from __future__ import annotations

from agendapack.extract.second.compare import PageGrids, second_opinion
from agendapack.extract.second.readers import HINT, second_reader

__all__ = ["HINT", "PageGrids", "second_opinion", "second_reader"]
