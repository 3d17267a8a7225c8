"""Workbook: the datasets as a spreadsheet for people, with a summary and its charts in front."""

from __future__ import annotations

from agendapack.extract.write.workbook.build import write_workbook

__all__ = ["write_workbook"]
