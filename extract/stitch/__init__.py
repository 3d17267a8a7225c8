"""Stage 4, stitch: grids on pages go in, tables come out, joined over page breaks."""

from __future__ import annotations

from agendapack.extract.stitch.join import stitch

__all__ = ["stitch"]
