"""Write: the overview, one HTML file that shows what a results folder says and leads to the rows behind."""

from __future__ import annotations

from agendapack.extract.write.overview.build import build_overview

__all__ = ["build_overview"]
