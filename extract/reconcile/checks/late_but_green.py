"""Check: a row rated Green though it is later than rows of its table that are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.reconcile.listings import Cell, Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

MIN_GREEN = 3
"""Other rows that are Green, none of which is late."""
MIN_LATE = 2
"""Rows that are not Green, all of which are late."""
LONGEST = 20
"""Characters of a cell that holds a date and nothing else."""
_FIGURE = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class _Row:
    """A thing, its rating, and its days by the title over them."""

    thing: Thing
    rating: Cell
    days: dict[str, tuple[date, str]]

    def late(self, columns: tuple[str, str]) -> int | None:
        """Days from the first of two dates to the second."""
        before, after = (self.days.get(title) for title in columns)
        return (after[0] - before[0]).days if before and after else None


@check(
    kind="suspect_value",
    title="Green though later than rows that are not",
    severity="warning",
    message="{name}: {rating}, {before_title} {before}, {after_title} {after}; {other}, less late, {worse}",
    looks_at="tables",
)
def late_but_green(subject: Subject) -> Iterator[Hit]:
    """Told where the rating goes by two dates: the other rows are Green in time, and not Green when late."""
    for things in grouped((t.listing, t) for t in subject.things if not t.total).values():
        rated = [t for t in things if any(rag_of_text(c.text) for c in t.cells)]
        if len(rated) <= MIN_GREEN + MIN_LATE:
            continue
        for column in dict.fromkeys(c.title for t in rated for c in t.cells if rag_of_text(c.text)):
            rows = [row for t in rated if (row := _row(t, column))]
            yield from _odd(rows)


def _row(thing: Thing, column: str) -> _Row | None:
    rating = next((c for c in thing.cells if c.title == column and rag_of_text(c.text)), None)
    if not rating:
        return None
    short = (c for c in thing.cells if not c.figure and len(c.text) <= LONGEST and _FIGURE & {*c.text})
    dated = ((c, parse_due(c.text)) for c in short)
    return _Row(
        thing, rating, {c.title: (due.date, c.text) for c, due in dated if due.date and due.kind == "date"}
    )


def _odd(rows: Sequence[_Row]) -> Iterator[Hit]:
    for columns in permutations(dict.fromkeys(title for row in rows for title in row.days), 2):
        known = [(row, late) for row in rows if (late := row.late(columns)) is not None]
        green = [(row, late) for row, late in known if rag_of_text(row.rating.text) == "Green"]
        others = [(row, late) for row, late in known if rag_of_text(row.rating.text) != "Green"]
        odd = [row for row, late in green if late > 0]
        if (
            len(odd) != 1
            or len(green) <= MIN_GREEN
            or len(others) < MIN_LATE
            or any(x <= 0 for _, x in others)
        ):
            continue
        least, late = min(others, key=lambda one: one[1])
        if (odd[0].late(columns) or 0) > late:
            yield _hit(odd[0], least, columns)


def _hit(odd: _Row, other: _Row, columns: tuple[str, str]) -> Hit:
    before, after = (odd.days[title][1] for title in columns)
    facts = {
        "name": odd.thing.called,
        "rating": odd.rating.text,
        "before_title": columns[0],
        "before": before,
        "after_title": columns[1],
        "after": after,
        "other": other.thing.called,
        "worse": other.rating.text,
    }
    return Hit(odd.thing.refs, (odd.thing.place(f"{odd.rating.text}; {before}; {after}"),), facts)
