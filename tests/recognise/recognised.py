"""What one table as printed is taken for."""

from __future__ import annotations

from sheets import table

from agendapack.extract.recognise import Recognised, recognise


def read(*printed: str) -> Recognised:
    return recognise([table(*printed)])[0]


def roles(found: Recognised) -> dict[int, str]:
    """Columns by number with their role or measure."""
    assert found.reading
    named = {r.column: r.name for r in found.reading.roles}
    return named | {v.column: v.measure for v in found.reading.values}
