"""Which columns of an indicator table rate its records, and what a cell of one says."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Colour
from agendapack.extract.normalise.rag import rag_of_colour, rag_of_text, ratings_named
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.recognised import Recognised
from agendapack.schemas import vocabulary

MIN_NAMED = 2
"""A text that names so many ratings says what colours mean."""


@dataclass(frozen=True, slots=True)
class Rated:
    """Columns that rate the records, in the order of their time up to the newest that rates any."""

    columns: tuple[int, ...] = ()
    """Columns for ratings, one a period."""
    values: tuple[int, ...] = ()
    """Value columns whose colours are ratings."""


def rated(found: Recognised, place: Around) -> Rated:
    """The columns that rate.

    The colours of values are ratings where a legend says so, or where several of them stand in the table.
    """
    if found.reading is None or not KINDS[found.kind].rated:
        return Rated()
    dated = {n: _shown(found, n) for n in found.reading.ratings}
    values = {v.column: _coloured(found, v.column) for v in found.reading.values if v.measure != "target"}
    differ = len({rating for shown in values.values() for rating in shown if rating}) > 1
    borne_out = found.reading.column("rag") is None and (differ or _has_legend(place))
    newest = max((i for i, shown in enumerate(dated.values(), 1) if any(shown)), default=0)
    coloured = tuple(n for n, shown in values.items() if any(shown)) if borne_out else ()
    return Rated(tuple(dated)[:newest], coloured)


def _has_legend(place: Around) -> bool:
    """Whether the page says around the table what colours mean."""
    texts = (*place.above, place.below, " ".join(place.colours.values()))
    return any(len(ratings_named(text)) >= MIN_NAMED for text in texts)


def _shown(found: Recognised, column: int) -> list[str]:
    return [rating_in(row.at(column)) for row in found.table.rows if row.kind == "body"]


def _coloured(found: Recognised, column: int) -> list[str]:
    return [colour_rating(row.at(column)) for row in found.table.rows if row.kind == "body"]


def rating_in(cell: Cell | None, ground: Colour | None = None) -> str:
    """What the cell says; one of other words or none rates by its colour, unless that is the row's ground."""
    if cell is None:
        return ""
    shown = colour_rating(cell) if not cell.text or cell.fill != ground else ""
    said = rag_of_text(cell.flat) or shown
    return said if said in vocabulary("rag")["ratings"] else ""


def colour_rating(cell: Cell | None) -> str:
    """Red, Amber or Green for a cell with such a colour."""
    return (rag_of_colour(cell.fill) or "") if cell and cell.fill else ""
