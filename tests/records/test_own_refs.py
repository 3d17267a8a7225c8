"""The references by which the rows of a pack are known are one set for all cells that are read."""

from __future__ import annotations

from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.records.fields import Fields
from agendapack.extract.records.own_refs import own_refs


def test_what_is_known_is_one_set_for_all_rows() -> None:
    (found,) = recognise(
        [table("*Ref | *Action | *Due", "QA 1 | Dredge | Mar 2032", "QA 2 | Mend | Jun 2032")]
    )
    refs = own_refs([found])
    assert refs == {"QA 1": "actions", "QA 2": "actions"}
    first, second = (Fields(row, found, refs).known for row in found.table.rows[-2:])
    assert first is second and first == {"QA 1", "QA 2"}
