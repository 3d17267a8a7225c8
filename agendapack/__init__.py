"""Agenda packs to linked datasets: `extract_pack` reads one, `load` opens the results of a run.

`changes`, `series` and `overdue` answer from the results of many.

The one name under which the project is installed. In a checkout its parts stand at the top level
(`extract/`, `schemas/`, `cli.py`) and are linked to from here; a wheel holds them in this folder.
"""

from __future__ import annotations

from agendapack.extract import changes, extract_pack, load, overdue, series

__all__ = ["changes", "extract_pack", "load", "overdue", "series"]
