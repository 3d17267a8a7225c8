"""What the cells of a column look like, as evidence for the role the column plays."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agendapack.extract.model import Cell
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.figures import is_measured, is_ordinal
from agendapack.extract.normalise.rag import direction_of, rag_of_colour, rag_of_text
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.normalise.refs import find_refs, is_ref
from agendapack.extract.recognise.columns import Column
from agendapack.schemas import from_words, vocabulary

SAMPLE = 40
"""Cells looked at in a column; more do not change the picture."""
LEVEL_CHARS = 16
"""A rating in words is no longer."""
MAX_CODE_CHARS = 10
"""A code is no longer."""
MIN_TEXT_CHARS = 14
"""One word so long is a text."""
ANY_YEAR = 2000
"""Stands for the plan's year, so that "Q3" and "4 May" look like the dates they are."""
COLOURED_SHARE = 0.6
"""Share of a colour column's cells that have a colour."""
PEOPLE_CHARS = 120
"""A cell that names people is no longer."""


_LIST = re.compile(r"\s*[,;\n]\s*")
_AMOUNT = re.compile(r"[£$€%]")


def _date(cell: Cell) -> bool:
    return parse_due(cell.text, plan_year=ANY_YEAR).kind in ("date", "range", "multiple", "ongoing")


def _rag(cell: Cell) -> bool:
    return bool(rag_of_text(cell.flat)) or (cell.fill is not None and rag_of_colour(cell.fill) is not None)


def _people(cell: Cell) -> bool:
    text = cell.flat
    return len(text) <= PEOPLE_CHARS and not any(c.isdigit() for c in text) and text[:1].isupper()


def _level(cell: Cell) -> bool:
    return len(cell.flat) <= LEVEL_CHARS or rating_of(cell.flat) is not None


def _direction(cell: Cell) -> bool:
    return bool(cell.glyphs) or bool(direction_of(cell.flat))


@from_words
def _states() -> frozenset[str]:
    return frozenset(" ".join(str(w).casefold().split()) for w in vocabulary("status")["words"])


def _status(cell: Cell) -> bool:
    words = cell.flat.casefold().strip(" .")
    return words in _states() or words.split(" (")[0] in _states() or _rag(cell)


def _short_code(text: str) -> bool:
    """A number or code that only this pack knows: "7", "2.1a", "14/03 b"; money, shares, places are none."""
    short = len(text) <= MAX_CODE_CHARS and len(text.split()) <= 2
    return short and any(c.isdigit() for c in text) and not _AMOUNT.search(text) and not is_ordinal(text)


def _text(cell: Cell) -> bool:
    return len(cell.flat) >= MIN_TEXT_CHARS or " " in cell.flat and not is_ref(cell.flat)


def _cites(cell: Cell) -> bool:
    """Whether the cell holds references and nothing else, however its lines break them."""
    ways = (_LIST.split(text) for text in (cell.text, "".join(cell.text.split())))
    return bool(cell.text) and any(all(map(is_ref, filter(None, parts))) for parts in ways)


TESTS: dict[str, Callable[[Cell], bool]] = {
    "ref": lambda cell: is_ref(cell.flat) or _short_code(cell.flat),
    "refs": lambda cell: bool(find_refs(cell.text)) or is_ref(cell.flat.split(",")[0]),
    "citing": _cites,
    "date": _date,
    "people": _people,
    "rag": _rag,
    "status": _status,
    "level": _level,
    "number": lambda cell: is_measured(cell.flat),
    "direction": _direction,
    "text": _text,
    "any": lambda _: True,
}


def colour_only(column: Column) -> bool:
    """Whether the cells of a column print nothing and speak by their colours."""
    cells = column.cells
    if not cells or any(c.text or c.glyphs for c in cells):
        return False
    coloured = [c.fill for c in cells if c.fill]
    return len(coloured) >= COLOURED_SHARE * len(cells) and any(rag_of_colour(f) for f in coloured)


def share(shape: str, cells: Sequence[Cell]) -> float | None:
    """Share of the filled cells that have the shape; None when no cell is filled."""
    filled = [c for c in cells if c.text or c.fill or c.glyphs][:SAMPLE]
    if not any(c.text or c.glyphs for c in filled) and shape not in ("rag", "status"):
        return None
    if not filled:
        return None
    test = TESTS[shape]
    return sum(1 for c in filled if test(c)) / len(filled)
