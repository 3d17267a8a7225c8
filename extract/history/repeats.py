"""History: rows in several packs of one meeting: all stay, and all but one name the one that counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from agendapack.extract.history.meetings import Meeting
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import text
from agendapack.schemas.datasets import datasets, provenance

MARK = "repeat_of"
"""The column of datasets whose rows may stand again; a link goes with the row that it is of."""
NOT_PRINTED = {
    *("plan", "places", "pages", "entity_id", "repeat_of", "section"),
    *("indicator_row_id", "period_source", "meeting_id"),
    *("overdue", "days_late", "first_due_date", "times_redated", "extra", "inherited_refs"),
}
"""Columns that may differ between two prints of one row: where it stands, and what other packs make of it."""


def mark_repeats(meeting: Meeting) -> None:
    """Write `repeat_of` into the rows of a meeting's packs: the row of its current edition counts."""
    order = [meeting.current, *(p for p in reversed(meeting.packs) if p is not meeting.current)]
    for of in (of for of in datasets() if of.is_marked and any(c.name == MARK for c in of.columns)):
        columns = [c.name for c in of.columns if c.name not in NOT_PRINTED and c not in provenance()]
        homes: dict[Hashable, str] = {}
        for pack in order:
            for known_by, row in _numbered(pack.records[of.name], columns):
                home = homes.setdefault(known_by, text(row["row_id"]))
                row[MARK] = None if home == row["row_id"] else home


def _numbered(rows: Sequence[Record], columns: Sequence[str]) -> Iterator[tuple[Hashable, Record]]:
    """Each row with what it prints, and its number among the rows of the pack that print the same."""
    times: Counter[Hashable] = Counter()
    for row in rows:
        content = tuple(row.get(column) for column in columns)
        times[content] += 1
        yield (content, times[content]), row
